import type { Messages } from "../../../src/language/index.ts";
import { grammar, sentence } from "./grammar.ts";

export const consent: Messages["consent"] = {
  because: ({ reasons }) => sentence(reasons.join(", ")),
  rule: ({ when, conditions, what, atMostEvery, once, off, replaces, until, times }) => {
    const head =
      replaces !== ""
        ? `Soll das „${replaces}“ ersetzen`
        : once
          ? "Soll ich das einplanen"
          : "Soll ich das auf Dauer speichern";
    const parts = [
      when.map((each) => each.replace(/^wenn /, "immer wenn ")).join(", oder "),
      conditions.length > 0 ? `falls ${grammar.list(conditions, "and")}` : "",
      what,
      atMostEvery && `höchstens einmal in ${atMostEvery}`,
      once || times === null ? "" : `nur ${times}-mal`,
      until !== "" ? `bis ${until}` : once || times !== null ? "" : "bis du es löschst",
    ];
    return `${head}${off ? ", vorerst ausgeschaltet" : ""}: ${parts.filter((part) => part !== "").join(", ")}?`;
  },
  scene: ({ name, what, replaces }) =>
    replaces === ""
      ? `Soll ich das auf Dauer speichern: immer wenn die Szene „${name}“ gestartet wird, ${what}, bis du es löschst?`
      : `Soll das die Szene „${replaces}“ ersetzen: immer wenn sie gestartet wird, ${what}, bis du es löschst?`,
  activate: "Soll ich die Szene „{name}“ jetzt starten: {what}?",
  timers: ({ parts }) => `Soll ich das einmal einplanen: ${parts.join("; ")}?`,
  timer: "{when}, {what}",
  in: "in {duration}",
  given: ({ name, values }) => `${name} mit ${grammar.list(values, "and")}`,
  after: "{when} danach: {what}.",
  ringsAfter: ({ when, name }) =>
    name === "" ? `${when} danach klingelt es.` : `${when} danach klingelt es: ${name}.`,
  thenActivate: "Danach wird sie gleich aktiviert.",
  thenScene: "Danach wird die Szene „{name}“ aktiviert.",
  remove: ({ kind, name, does }) => `${kind} „${name}“: ${does}. Soll ich das für immer löschen?`,
  pause: ({ name, does, until }) => `Automation „${name}“: ${does}. Soll ich sie${until && ` bis ${until}`} anhalten?`,
  resume: "Automation „{name}“: {does}. Soll ich sie wieder einschalten?",
  rename: "Soll „{name}“ künftig „{to}“ heißen?",
  move: ({ kind, name, time, what }) =>
    `${kind}${name && ` „${name}“`}: Soll ich das auf ${time} legen${what && `: ${what}`}?`,
  does: ({ when, what }) => `${when.join(", oder ")}, ${what}`,
  cancel: ({ name, left, what }) =>
    `Der Timer${name && ` „${name}“`} läuft noch ${left}${what && `, dann: ${what}`}. Soll ich ihn abbrechen?`,
};
