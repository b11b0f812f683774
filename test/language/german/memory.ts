import { type Messages, messages } from "../../../src/language/index.ts";
import { capital, grammar } from "./grammar.ts";

const PARTS = { morning: "morgens", noon: "mittags", afternoon: "nachmittags", evening: "abends", night: "nachts" };
const EVENTS = {
  bedtime: "Schlafenszeit",
  wakeup: "Aufstehen",
  breakfast: "Frühstück",
  lunch: "Mittagessen",
  dinner: "Abendessen",
  work: "Arbeitsbeginn",
  homecoming: "Heimkommen",
} as const;

/** What a person at home is told; the rest, for the command line and models, is English. */
export const memory: Messages["memory"] = {
  ...messages("en").memory,
  /** Who is none of the home asks what is remembered. */
  notForYou: "Das sage ich nur denen, die hier wohnen.",
  noted: "Gemerkt.",
  got: ({ what }) => `Gemerkt: ${what}.`,
  knownAlready: ({ what }) => `Das weiß ich schon: ${what}.`,
  instead: ({ what, before }) => `Gemerkt: ${what} (vorher ${before}).`,
  name: ({ name, thing }) => `„${name}“ heißt ${thing}`,
  time: ({ event, name, time, days }) =>
    `${event === null ? name : EVENTS[event]} ist um ${[time, days].join(" ").trim()}`,
  event: ({ event }) => EVENTS[event],
  preference: ({ thing, property, value, part }) => {
    const when = part === null ? "" : ` ${PARTS[part]}`;
    return thing === "" ? `am liebsten ${property} ${value}${when}` : `${thing} magst du bei ${value}${when}`;
  },
  nameLabel: ({ name }) => `den Namen „${name}“`,
  preferenceLabel: ({ thing, property }) => (thing === "" ? `${property}, wie du es magst` : `wie du ${thing} magst`),
  kindIn: ({ kind, room }) => `${kind}${room === "" ? "" : ` (${room})`}`,
  ends: ({ what, until }) => `${what} (bis ${until})`,
  list: ({ items, more }) => `Ich weiß noch: ${items.join("; ")}${more > 0 ? `; und ${more} mehr` : ""}.`,
  told: ({ items }) => `Du hast gesagt: ${grammar.list([...items], "and")}.`,
  answer: ({ what }) => `${capital(what)}.`,
  knowsNothing: ({ about }) =>
    about === "" ? "Ich sollte mir noch nichts merken." : `Über ${about} hast du mir nichts gesagt.`,
  unknownTime: ({ what, example }) => `${what} kenne ich noch nicht. Sag zum Beispiel: ${grammar.quote(example)}`,
  exampleTime: "merk dir, Schlafenszeit ist um elf",
  whichDay: ({ name, times }) => `${name} ist nicht jeden Tag gleich (${times.join(", ")}). Welche Tage meinst du?`,
  halfOfDay: ({ name }) => `Ist ${name} morgens oder abends?`,
  takenAs: ({ name, time }) => `${name} rechne ich als ${time}.`,
  noPreference: ({ place }) => `Wie du es magst, weiß ich noch nicht${place === "" ? "" : ` (${place})`}.`,
  forgot: ({ items }) => `Vergessen: ${items.join("; ")}.`,
  forgotAll: ({ count }) => `Alles vergessen (${count}).`,
  askForgetAll: ({ count, items }) => `Soll ich alles vergessen (${count}): ${items.join("; ")}?`,
  askForgetSeveral: ({ items }) => `Soll ich das alles vergessen: ${items.join("; ")}? Oder sag, was davon.`,
  askRemember: ({ text }) => `Soll ich mir ${grammar.quote(text)} merken?`,
  askForget: ({ items }) => `Soll ich das vergessen: ${items.join("; ")}?`,
  whichThing: ({ name, options }) => `Was davon heißt „${name}“: ${grammar.list([...options], "or")}?`,
  noThing: ({ thing }) => `„${thing}“ kenne ich hier nicht, also kann es auch keinen Namen bekommen.`,
  reserved: ({ name }) => `„${name}“ heißt hier schon etwas anderes. Nimm bitte einen anderen Namen.`,
  gone: ({ name }) => `etwas, das weg ist („${name}“)`,
};
