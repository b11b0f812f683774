import type { DeviceState, Messages } from "../../../src/language/index.ts";
import { capital, grammar, sentence } from "./grammar.ts";
import { inCase, inRoom, none, pluralOf } from "./nouns.ts";

/** What stands after "ist" and "sind", and its opposite where it has a word of its own. */
const STATES: Readonly<Record<DeviceState, readonly [yes: string, no?: string]>> = {
  on: ["an"],
  off: ["aus"],
  open: ["offen"],
  closed: ["zu"],
  locked: ["abgeschlossen"],
  unlocked: ["aufgeschlossen"],
  playing: ["am Spielen", "nicht am Spielen"],
  paused: ["pausiert"],
  stopped: ["gestoppt"],
  muted: ["stumm"],
  occupied: ["belegt"],
  clear: ["frei"],
  charging: ["am Laden"],
  low: ["fast leer"],
  full: ["voll"],
  empty: ["leer"],
  wet: ["nass"],
  alarmed: ["im Alarm"],
  online: ["erreichbar"],
  offline: ["nicht erreichbar", "erreichbar"],
  cleaning: ["bei der Arbeit"],
  docked: ["an der Ladestation"],
  hot: ["warm"],
  cold: ["kalt"],
};

function who(names: readonly string[]): string {
  return grammar.list(
    names.map((name) => inCase(name, "nominative")),
    "and",
  );
}

function be(count: number): string {
  return count === 1 ? "ist" : "sind";
}

/** "die Helligkeit der Stehlampe liegt bei 40 %", "der Modus der Klimaanlage ist Kühlen". */
function stands(name: string, property: string, value: string): string {
  const said = /^[-−]?\d/.test(value) ? "liegt bei" : "ist";
  return `${inCase(property, "nominative")} ${inCase(name, "genitive")} ${said} ${value}`;
}

export const answers: Messages["answers"] = {
  power: ({ total }) => sentence(`gerade ${total}`),
  working: { cools: "in Betrieb", senses: "in Betrieb" },
  stateText: (state, yes) => {
    const [text, opposite] = STATES[state];
    return yes ? text : (opposite ?? `nicht ${text}`);
  },
  yesNo: (yes, name, text) => sentence(`${yes ? "ja" : "nein"}, ${inCase(name, "nominative")} ist ${text}`),
  statusText: (_listed, value) => value,
  opening: (name) => name,
  wet: (wet) => (wet ? "nass" : "trocken"),
  detects: (name, what, yes) =>
    sentence(
      `${inCase(name, "nominative")} meldet ${yes ? "" : "nicht: "}${{ motion: "Bewegung", presence: "jemand", water: "Wasser" }[what]}`,
    ),
  is: (name, text) => sentence(`${inCase(name, "nominative")} ist ${text}`),
  some: ({ names }, text) => sentence(`ja, ${who(names)} ${be(names.length)} ${text}`),
  none: (kinds, text) => sentence(`nein, ${none(kinds[0] ?? "Gerät", "nominative")} ist ${text}`),
  all: ({ names, kind }, text) => sentence(`ja, alle ${names.length} ${pluralOf(kind || "Gerät")} sind ${text}`),
  notAll: ({ names }, text) => sentence(`nein, ${who(names)} ${be(names.length)} ${text}`),
  count: ({ names, kind }, text) => {
    const thing = kind || "Gerät";
    const count = names.length;
    const listed = count <= 8 ? `: ${grammar.list(names, "and")}` : "";
    return sentence(`${count} ${count === 1 ? thing : pluralOf(thing)} ${be(count)} ${text}${listed}`);
  },
  number: ({ names }, [kind = "Gerät"]) => sentence(`es gibt ${names.length} ${pluralOf(kind)}`),
  which: (subjects, text) => answers.count(subjects, text),
  value: ({ name, property, value }) => sentence(stands(name, property, value)),
  compared: (yes, { name, property, value }) => sentence(`${yes ? "ja" : "nein"}, ${stands(name, property, value)}`),
  measured: (yes, _text, measured) => answers.compared(yes, measured),
  since: (name, text, time) => sentence(`${inCase(name, "nominative")} ist seit ${time.replace(/^am /, "")} ${text}`),
  beyond: (limit, value) => `${limit === "above" ? "über" : "unter"} ${value}`,
  limit: ({ name, value }, limit, reached) =>
    reached
      ? `${name} steht schon auf ${value}, mehr geht nicht.`
      : `${name} geht ${limit === "most" ? "bis" : "herunter bis"} ${value}.`,
  where: (name, room) =>
    sentence(
      room ? `${inCase(name, "nominative")} ist ${inRoom(room)}` : `${inCase(name, "nominative")} ist in keinem Zimmer`,
    ),
  summary: (name, state, parts) =>
    sentence(`${capital(name)}: ${[...(state === null ? [] : [state]), ...parts].join(", ")}`),
  part: (_type, property, value) => `${property} ${value}`,
  keys: (name, keys) =>
    sentence(`${capital(name)}: ${keys.map((key) => `${key.name} ${key.on ? "an" : "aus"}`).join(", ")}`),
  zones: (name, zones) => sentence(`${capital(name)}: ${zones.map((zone) => `${zone.name} ${zone.value}`).join(", ")}`),
  ambients: (property, _type, rooms) =>
    sentence(`${property}: ${rooms.map(({ room, value }) => `${value} ${inRoom(room)}`).join(", ")}`),
  air: (good, { property, value }) =>
    sentence(
      `die Luft ist ${{ good: "gut", fair: "in Ordnung", poor: "mäßig", bad: "schlecht" }[good]}: ${property} ${value}`,
    ),
  partOf: (part, property) => `${property} (${part})`,
};
