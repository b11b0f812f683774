import type { Messages } from "../../../src/language/index.ts";

const IS = {
  alarmed: "im Alarm",
  wet: "nass",
  open: "offen",
  unlocked: "nicht abgeschlossen",
  offline: "nicht erreichbar",
} as const;

export const wellbeing: Messages["wellbeing"] = {
  well: ({ looked }) =>
    looked.length === 0
      ? "Dazu kann ich nichts sagen."
      : `Alles in Ordnung: nichts ist ${looked.map((state) => IS[state]).join(", ")}.`,
  are: ({ state, names, most }) => `${names.length > most ? `${names.length} Dinge` : names.join(", ")}: ${IS[state]}`,
  noted: ({ told }) => `${told.join("; ")}.`,
  unknown: ({ names, more }) => `Unbekannt: ${names.join(", ")}${more > 0 ? ` und ${more} weitere` : ""}.`,
};
