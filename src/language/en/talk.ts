import { countedNoun, grammar, inPlace, nounPlural, sentence, the } from "./grammar.ts";
import { MONTH_NAMES } from "./times.ts";

const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

/** Replies to small talk, keyed by what was said. */
const COURTESIES = {
  morning: "Good morning!",
  afternoon: "Good afternoon!",
  evening: "Good evening!",
  greeting: "Hello! What can I do for you?",
  how: "I'm fine, thanks for asking.",
  thanks: "You're welcome.",
  praise: "Glad to hear it.",
  goodbye: "Goodbye!",
  apology: "No problem.",
  done: "All right.",
  /** A nod without a question. */
  noted: "Okay.",
};

/** Replies when there is nothing to do. */
const MEANINGS = {
  night: "Good night, sleep well.",
  leaving: "See you later.",
  home: "Welcome home.",
  film: "Enjoy the film.",
};

/** Beginnings of offers. */
const BEFORE = { night: "Good night! ", leaving: "", home: "Welcome home. ", film: "" };

const SCENES = { night: "Good night", leaving: "Away", home: "Coming home", film: "Film night" };

/** Requests that nothing in the home can fulfil. */
const HELPS = {
  cold: "make it warmer",
  hot: "make it cooler",
  dark: "make it brighter",
  bright: "make it less bright",
  stuffy: "bring in fresh air",
  smelly: "clear the air",
  dry: "make the air moister",
  humid: "make the air drier",
  loud: "be made quieter",
  quiet: "be made louder",
};

const ACTS: Readonly<Record<string, string>> = { off: "turn off", on: "turn on", close: "close", lock: "lock" };

const EXAMPLES = {
  lightsOff: (room: string) => `turn off the lights ${inPlace(room)}`,
  cooler: (room: string) => `set the air conditioner in ${the(room)} to 24 degrees`,
  curtainsClosed: (room: string) => `close the curtains ${inPlace(room)}`,
  howWarm: (room: string) => `how warm is it ${inPlace(room)}`,
  screenOn: (room: string) => `turn on the TV ${inPlace(room)}`,
  locked: () => "are all the doors locked",
  cleaning: () => "start the robot vacuum",
  timer: () => "set a timer for 10 minutes",
};

function dayWords(days: number): string {
  const words: Readonly<Record<number, string>> = {
    0: "it's",
    1: "tomorrow is",
    2: "the day after tomorrow is",
    [-1]: "yesterday was",
    [-2]: "the day before yesterday was",
  };
  return (
    words[days] ?? (days > 0 ? `in ${countedNoun(days, "day")} it will be` : `${countedNoun(-days, "day")} ago it was`)
  );
}

/** Small talk: greetings, the time, help, and offers when somebody goes to bed or leaves. */
export const talk = {
  courtesy: ({ of }: { of: keyof typeof COURTESIES }) => COURTESIES[of],
  meaning: ({ of }: { of: keyof typeof MEANINGS }) => MEANINGS[of],
  present: "Yes, I'm here.",
  identity: "I'm Jia, and I look after this home.",
  nature: "I'm Jia, a program that looks after this home.",
  /** Requests beyond a home: a joke, the weather, general knowledge. */
  beyond: "Sorry, I can't do that. I only look after the home.",
  time: ({ hour, minute }: { hour: number; minute: number }) => `It's ${hour}:${String(minute).padStart(2, "0")}.`,
  /** `days` from today; `weekday` 0 is Sunday; the year only when it was asked. */
  date: ({ days, year, month, day, weekday }: CalendarDayValues) =>
    sentence(
      `${dayWords(days)} ${WEEKDAYS[weekday] ?? ""}, ${day} ${MONTH_NAMES[month - 1] ?? ""}${year === null ? "" : ` ${year}`}`,
    ),
  weekday: ({ days, weekday }: { days: number; weekday: number }) =>
    sentence(`${dayWords(days)} ${WEEKDAYS[weekday] ?? ""}`),
  /** `things`: "12 lights"; `more`: there are others; `examples`: sentences that work in this home. */
  help: ({
    things,
    more,
    rooms,
    examples,
  }: {
    things: readonly string[];
    more: boolean;
    rooms: number;
    examples: readonly string[];
  }) =>
    grammar.sentences([
      things.length === 0
        ? "There is nothing here yet that I could control."
        : `I look after ${grammar.list(more ? [...things, "more"] : things, "and")}${rooms > 0 ? ` in ${countedNoun(rooms, "room")}` : ""}.`,
      examples.length === 0 ? "" : `Say, for example: ${grammar.list(examples.map(grammar.quote), "or")}.`,
    ]),
  example: ({ sort, room }: { sort: keyof typeof EXAMPLES; room: string }) => EXAMPLES[sort](room),
  /** The word for devices of several kinds. */
  ofAnyKind: "device",
  counted: ({ count, kind }: { count: number; kind: string }) => countedNoun(count, kind, nounPlural(kind)),
  several: ({ kind }: { kind: string }) => the(nounPlural(kind)),
  named: ({ name }: { name: string }) => the(name),
  /** Devices that are only counted. */
  others: ({ count }: { count: number }) => countedNoun(count, "other device"),
  /** "turn off 7 lights and the TV". */
  deed: ({ act, things }: { act: string; things: readonly string[] }) =>
    `${ACTS[act] ?? act} ${grammar.list(
      // One article is enough for a list.
      things.map((thing, at) => (at > 0 && things.every((each) => /^the \w+s$/.test(each)) ? thing.slice(4) : thing)),
      "and",
    )}`,
  /** `scene`: the scene that it is saved as; null when it is not saved. */
  offer: ({
    meaning,
    deeds,
    scene,
  }: {
    meaning: keyof typeof MEANINGS;
    deeds: readonly string[];
    scene: string | null;
  }) =>
    scene === null
      ? `${BEFORE[meaning]}Shall I ${grammar.list(deeds, "and")}?`
      : `${BEFORE[meaning]}Shall I ${grammar.list(deeds, "and")}? If so, I'll also save it as ${grammar.quote(scene)}.`,
  /** It was done, and is saved as a scene. */
  kept: ({ scene }: { scene: string }) => `I've saved it as ${grammar.quote(scene)}.`,
  sceneName: ({ meaning }: { meaning: keyof typeof SCENES }) => SCENES[meaning],
  /** Nothing in the room, or anywhere, can help with how it feels. */
  nothingFor: ({ feeling, room }: { feeling: keyof typeof HELPS; room: string | null }) =>
    `There is nothing ${room === null ? "here" : inPlace(room)} that could ${HELPS[feeling]}.`,
};

export interface CalendarDayValues {
  readonly days: number;
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
  readonly weekday: number;
}
