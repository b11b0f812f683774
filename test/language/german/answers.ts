import type { DeviceState, Messages } from "../../../src/language/index.ts";
import { counted, grammar, is, sentence } from "./grammar.ts";

const STATES: Readonly<Record<DeviceState, string>> = {
  on: "an",
  off: "aus",
  open: "offen",
  closed: "zu",
  locked: "abgeschlossen",
  unlocked: "nicht abgeschlossen",
  playing: "am Spielen",
  paused: "auf Pause",
  stopped: "angehalten",
  muted: "stumm",
  occupied: "besetzt",
  clear: "frei",
  charging: "am Laden",
  low: "fast leer",
  full: "voll",
  empty: "leer",
  wet: "nass",
  online: "erreichbar",
  offline: "nicht erreichbar",
  cleaning: "bei der Arbeit",
  docked: "an der Ladestation",
  hot: "warm",
  cold: "kalt",
};

export const answers: Messages["answers"] = {
  stateText: (state, yes) => (yes ? STATES[state] : `nicht ${STATES[state]}`),
  yesNo: (yes, name, text) => sentence(`${yes ? "ja" : "nein"}, ${name} ist ${text}`),
  some: (names, text) => sentence(`ja, ${grammar.list(names, "and")} ${is(names.length)} ${text}`),
  none: (kind, text) => sentence(`nein, nichts ist ${text}${kind && ` (${kind})`}`),
  all: (count, kind, text) => sentence(`ja, alle ${count} ${kind || "Geräte"} sind ${text}`),
  notAll: (names, text) => sentence(`nein, ${grammar.list(names, "and")} ${is(names.length)} ${text}`),
  count: (count, kind, text, names) => {
    if (count === 0) return answers.none(kind, text);
    const listed = count <= 8 ? `: ${grammar.list(names, "and")}` : "";
    return sentence(`${counted(count, kind || "Gerät", kind || "Geräte")} ${is(count)} ${text}${listed}`);
  },
  value: (name, property, value) => sentence(`${property} bei ${name}: ${value}`),
  compared: (yes, name, property, value) => sentence(`${yes ? "ja" : "nein"}, ${property} bei ${name}: ${value}`),
  unknownValue: (name, property) => sentence(`${name} hat ${property || "das"} noch nicht gemeldet`),
  since: (name, text, time) => sentence(`${name} ist seit ${time} ${text}`),
  where: (name, room) => sentence(room ? `${name} steht hier: ${room}` : `${name} gehört zu keinem Raum`),
  summary: (name, parts) => sentence(`${name}: ${parts.join(", ")}`),
  part: (property, value) => `${property} ${value}`,
  here: "hier",
};
