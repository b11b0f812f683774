import type { Deed, Messages, Subjects } from "../../../src/language/index.ts";
import { grammar, is, sentence } from "./grammar.ts";

/** More names than this are counted instead of listed. */
const MANY = 4;

/** What a device does or did, keyed by the act; its subject stands before it. */
const ACTS: Readonly<Record<string, string>> = {
  start: "läuft",
  run: "läuft",
  stop: "wurde angehalten",
  pause: "macht Pause",
  resume: "macht weiter",
  play: "spielt",
  next: "spielt das nächste Stück",
  previous: "spielt das vorige Stück",
  mute: "ist stumm",
  unmute: "ist wieder zu hören",
  dock: "fährt zur Ladestation",
  clean: "fängt an zu saugen",
  mop: "fängt an zu wischen",
  mow: "fängt an zu mähen",
  locate: "macht sich bemerkbar",
};

/** What a device cannot, keyed by what was asked of it. */
const CANNOT: Readonly<Record<string, string>> = {
  on: "eingeschaltet",
  off: "ausgeschaltet",
  open: "geöffnet",
  close: "geschlossen",
  lock: "abgeschlossen",
  unlock: "aufgeschlossen",
  start: "gestartet",
  stop: "angehalten",
};

function who({ names, kind }: Subjects): string {
  return names.length > MANY ? `${names.length} ${kind || "Geräte"}` : grammar.list(names, "and");
}

/** How it is after a deed: "Stehlampe ist an". */
function after(deed: Deed, subjects: Subjects, adverb: string): string {
  const subject = who(subjects);
  const be = `${is(subjects.names.length)} ${adverb}`;
  switch (deed.kind) {
    case "power":
      return `${subject} ${be} ${deed.on ? "an" : "aus"}`;
    case "moved":
      return `${subject} ${be} ${deed.open ? "offen" : "zu"}`;
    case "locked":
      return `${subject} ${be} ${deed.locked ? "abgeschlossen" : "aufgeschlossen"}`;
    case "switched":
      return `${deed.property} bei ${subject} ist ${adverb} ${deed.on ? "an" : "aus"}`;
    case "set":
      return `${deed.property} bei ${subject} ist ${adverb} ${deed.value}${deed.clamped ? ", mehr geht nicht" : ""}`;
    case "act":
      return `${subject} ${ACTS[deed.act] ?? `führt „${deed.action}“ aus`}`;
    case "action":
      return `${subject}: „${deed.name}“ ausgeführt`;
    default:
      return deed satisfies never;
  }
}

export const replies: Messages["replies"] = {
  done: (deed, subjects, room) => sentence(`${after(deed, subjects, "jetzt")}${room === null ? "" : ` (${room})`}`),
  already: (deed, subjects) => sentence(after(deed, subjects, "schon")),
  accepted: (deed, subjects) =>
    sentence(
      `${who(subjects)}: ${grammar.list([replies.doing(deed, who(subjects))], "and")} angestoßen, Rückmeldung gibt es keine`,
    ),
  timeout: (subjects) => sentence(`${who(subjects)} antwortet nicht, ich weiß also nicht, ob es geklappt hat`),
  offline: (subjects, reason) => sentence(reason || `${who(subjects)} ${is(subjects.names.length)} nicht erreichbar`),
  rejected: (subjects, reason) => sentence(`${who(subjects)} hat das abgelehnt${reason && `: ${reason}`}`),
  denied: (reason) => sentence(`das ist nicht erlaubt${reason && `: ${reason}`}`),
  doing: (deed, name) => {
    switch (deed.kind) {
      case "power":
        return `${name} ${deed.on ? "einschalten" : "ausschalten"}`;
      case "moved":
        return `${name} ${deed.open ? "öffnen" : "schließen"}`;
      case "locked":
        return `${name} ${deed.locked ? "abschließen" : "aufschließen"}`;
      case "switched":
        return `${deed.property} bei ${name} ${deed.on ? "einschalten" : "ausschalten"}`;
      case "set":
        return `${deed.property} bei ${name} auf ${deed.value} stellen`;
      case "act":
        return `${deed.action || deed.act} bei ${name}`;
      case "action":
        return `„${deed.name}“ bei ${name}`;
      default:
        return deed satisfies never;
    }
  },
  confirm: (what, why) => grammar.sentences([sentence(why.join(", ")), `Soll ich wirklich ${what}?`]),
  nothingToUndo: "Es gibt nichts rückgängig zu machen.",
  leave: "Gut, ich lasse es so.",
  noDevice: (said, place, nearest) =>
    sentence(
      `ich finde ${said || "so ein Gerät"} nicht${place ? ` (${place})` : ""}${nearest ? `; es gibt ${nearest}` : ""}`,
    ),
  noRoom: (said, nearest) => sentence(`hier gibt es kein „${said}“${nearest ? `; es gibt ${nearest}` : ""}`),
  noProperty: (device, said) => sentence(`${device ?? "dort"} kennt ${said || "so eine Einstellung"} nicht`),
  noAction: (device, said) =>
    sentence(CANNOT[said] ? `${device} kann nicht ${CANNOT[said]} werden` : `${device} kann das nicht`),
  outOfRange: (device, property, from, to) => sentence(`${property} bei ${device} geht von ${from} bis ${to}`),
  notOneOf: (device, property, choices) =>
    sentence(`${property} bei ${device} kann ${grammar.list(choices, "or")} sein`),
  badValue: (device, said, choices) =>
    sentence(`${device} kennt „${said}“ nicht${choices.length > 0 ? `, nur ${grammar.list(choices, "and")}` : ""}`),
  relative: (device, property) =>
    sentence(`sag mir für später einen Wert: ${property} bei ${device} kenne ich dann noch nicht`),
  unknownState: (device, property) => sentence(`${property} bei ${device} kenne ich gerade nicht`),
  whom: "Welches Gerät meinst du?",
  meant: (option) => `Meinst du ${option}?`,
  ask: (options) => `Was meinst du: ${grammar.list(options, "or")}?`,
  choice: (name, room) => `${name} (${room})`,
};
