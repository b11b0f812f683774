import type { Messages } from "../../../src/language/index.ts";
import { capital, counted, grammar, sentence } from "./grammar.ts";
import { inCase, inRoom, pluralOf } from "./nouns.ts";

const WEEKDAYS = ["Sonntag", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag"];
const MONTHS = [
  "Januar",
  "Februar",
  "März",
  "April",
  "Mai",
  "Juni",
  "Juli",
  "August",
  "September",
  "Oktober",
  "November",
  "Dezember",
];

const COURTESIES = {
  morning: "Guten Morgen!",
  afternoon: "Guten Tag!",
  evening: "Guten Abend!",
  greeting: "Hallo! Was kann ich tun?",
  how: "Danke, gut.",
  thanks: "Gern geschehen.",
  praise: "Das freut mich.",
  goodbye: "Tschüss!",
  apology: "Kein Problem.",
  noted: "Gut.",
  done: "In Ordnung.",
};

const MEANINGS = {
  night: "Gute Nacht, schlaf gut.",
  leaving: "Bis später.",
  home: "Willkommen zu Hause.",
  film: "Viel Spaß beim Film.",
};

const SCENES = { night: "Gute Nacht", leaving: "Unterwegs", home: "Heimkommen", film: "Filmabend" };

const HELPS = {
  cold: "es wärmer machen",
  hot: "es kühler machen",
  dark: "es heller machen",
  bright: "es weniger hell machen",
  stuffy: "frische Luft bringen",
  smelly: "die Luft reinigen",
  dry: "die Luft befeuchten",
  humid: "die Luft trocknen",
  loud: "leiser werden",
  quiet: "lauter werden",
};

const ACTS: Readonly<Record<string, string>> = {
  off: "ausschalten",
  on: "einschalten",
  close: "schließen",
  lock: "abschließen",
};

const EXAMPLES = {
  lightsOff: (room: string) => `mach das Licht ${inRoom(room)} aus`,
  cooler: (room: string) => `stell die Klimaanlage ${inRoom(room)} auf 24 Grad`,
  curtainsClosed: (room: string) => `schließ die Vorhänge ${inRoom(room)}`,
  howWarm: (room: string) => `wie warm ist es ${inRoom(room)}`,
  screenOn: (room: string) => `mach den Fernseher ${inRoom(room)} an`,
  locked: () => "sind alle Türen abgeschlossen",
  cleaning: () => "starte den Saugroboter",
  timer: () => "stell einen Timer auf 10 Minuten",
};

const DAYS: Readonly<Record<number, string>> = {
  0: "heute ist",
  1: "morgen ist",
  2: "übermorgen ist",
  [-1]: "gestern war",
  [-2]: "vorgestern war",
};

function dayWords(days: number): string {
  const count = counted(Math.abs(days), "Tag", "Tagen");
  return DAYS[days] ?? (days > 0 ? `in ${count} ist` : `vor ${count} war`);
}

export const talk: Messages["talk"] = {
  courtesy: ({ of }) => COURTESIES[of],
  meaning: ({ of }) => MEANINGS[of],
  present: "Ja, ich bin da.",
  identity: "Ich bin Jia und kümmere mich um dieses Zuhause.",
  nature: "Ich bin Jia, ein Programm, das sich um dieses Zuhause kümmert.",
  beyond: "Das kann ich von mir aus nicht: Ich kümmere mich um das Zuhause.",
  time: ({ hour, minute }) => `Es ist ${hour}:${String(minute).padStart(2, "0")} Uhr.`,
  date: ({ days, year, month, day, weekday }) =>
    sentence(
      `${dayWords(days)} ${WEEKDAYS[weekday] ?? ""}, der ${day}. ${MONTHS[month - 1] ?? ""}${year === null ? "" : ` ${year}`}`,
    ),
  weekday: ({ days, weekday }) => sentence(`${dayWords(days)} ${WEEKDAYS[weekday] ?? ""}`),
  help: ({ things, more, rooms, examples }) =>
    grammar.sentences([
      things.length === 0
        ? "Hier gibt es noch nichts, was ich steuern kann."
        : `Ich kümmere mich um ${grammar.list(more ? [...things, "mehr"] : things, "and")}${rooms > 0 ? ` in ${counted(rooms, "Raum", "Räumen")}` : ""}.`,
      examples.length === 0 ? "" : `Sag zum Beispiel: ${grammar.list(examples.map(grammar.quote), "or")}.`,
    ]),
  example: ({ sort, room }) => EXAMPLES[sort](room),
  others: ({ count }) => counted(count, "weiteres Gerät", "weitere Geräte"),
  several: ({ kind }) => pluralOf(kind),
  ofAnyKind: "Gerät",
  counted: ({ count, kind }) => counted(count, kind, pluralOf(kind)),
  named: ({ name }) => inCase(name, "accusative"),
  deed: ({ act, things }) => `${grammar.list(things, "and")} ${ACTS[act] ?? act}`,
  offer: ({ meaning, deeds, scene }) =>
    scene === null
      ? `${meaning === "home" ? `${MEANINGS.home} ` : ""}Soll ich ${grammar.list(deeds, "and")}?`
      : `Ich kann ${grammar.list(deeds, "and")}. Soll ich das tun und als ${grammar.quote(scene)} merken?`,
  kept: ({ scene }) => `Gemerkt als ${grammar.quote(scene)}.`,
  sceneName: ({ meaning }) => SCENES[meaning],
  nothingFor: ({ feeling, room }) =>
    `${room === null ? "Hier" : capital(inRoom(room))} gibt es nichts, was ${HELPS[feeling]} könnte.`,
};
