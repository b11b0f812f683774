import type { DeviceState } from "../device-states.ts";
import { MAX_LISTED_NAMES, type SearchScope, type Subjects } from "../subject-types.ts";
import type { PowerReport, ValueReport } from "../value-reports.ts";
import { contracted, grammar, inPlace, nounPlural, numberWord, sentence, the } from "./grammar.ts";
import { answerSentence, isPluralName, isSeveral, who } from "./subjects.ts";
import { statusWords, valueClause } from "./values.ts";

const STATES: Readonly<Record<DeviceState, string>> = {
  on: "on",
  off: "off",
  open: "open",
  closed: "closed",
  locked: "locked",
  unlocked: "unlocked",
  playing: "playing",
  paused: "paused",
  stopped: "stopped",
  muted: "muted",
  occupied: "occupied",
  clear: "empty",
  charging: "charging",
  low: "low",
  full: "full",
  empty: "empty",
  wet: "wet",
  alarmed: "sounding the alarm",
  online: "online",
  offline: "offline",
  cleaning: "cleaning",
  docked: "at its dock",
  hot: "warm",
  cold: "cold",
};

/** States that last, as an answer to the question whether they ended. */
const LASTS = /^(on|open|unlocked|playing|cleaning|running|charging)$/;

/** Work that goes on, as an answer to the question whether it is done. */
const WORKS = /^(running|washing|cooking|cleaning|mopping|cleaning and mopping|mowing)$/;

/** A sensor's findings, positive and negative. */
const DETECTED = {
  motion: ["motion", "no motion"],
  presence: ["somebody", "nobody"],
  water: ["water", "no water"],
} as const;

function plural(kind: string): string {
  return nounPlural(kind || "device");
}

function be(subjects: Subjects): string {
  return isSeveral(subjects) ? "are" : "is";
}

/** "is" or "are" for one device, by its name. */
function beOf(name: string): string {
  return isPluralName(name) ? "are" : "is";
}

/** Parts of a summary after "is". */
const SAID =
  /^(?:at |set to |in .* mode$|fully open$|\d+% open$|open$|closed$|locked$|unlocked$|up$|down$|\d+% of the way up$)/;

/** Adjectives for air. */
const AIR = { good: "good", fair: "all right", poor: "not great", bad: "bad" };

/** Answers from the state of the home. */
export const answers = {
  stateText: (state: DeviceState, yes: boolean): string => (yes ? STATES[state] : `not ${STATES[state]}`),
  /** The words for a status. `listed`: its description in the spec, lower case; `kind`: the device's kind in the spec. */
  statusText: (listed: string, value: string, kind: string): string => statusWords(listed, value, kind),
  /** The thing that a sensor or lock is named after: "window sensor" → "window". */
  opening: (name: string): string => name.replace(/ (contact )?sensor$|(?<=\b(?:door|gate)) (?:smart )?lock$/i, ""),
  /** `text`: the state; `denied`: the negation of the asked state, for languages that answer with it: 没开. */
  yesNo: (yes: boolean, name: string, text: string, _denied: string): string =>
    sentence(
      contracted(
        `${yes ? "yes" : "no"}, ${the(name)} ${beOf(name)} ${yes || !WORKS.test(text) ? "" : "still "}${text}`,
      ),
    ),
  /** The state, when neither yes nor no is the answer. */
  is: (name: string, text: string): string => sentence(contracted(`${the(name)} ${beOf(name)} ${text}`)),
  /** The state of a reporting device without a switch: one that cools, or a sensor. */
  working: { cools: "running", senses: "working" },
  /** The finding of a leak sensor, behind "is". */
  wet: (wet: boolean): string => (wet ? "detecting water" : "dry"),
  /** The finding of a sensor. */
  detects: (name: string, what: keyof typeof DETECTED, yes: boolean): string =>
    sentence(
      `${the(name)} ${isPluralName(name) ? "detect" : "detects"} ${yes ? DETECTED[what][0] : DETECTED[what][1]}`,
    ),
  /** `any`: the question was about any device, not about certain ones. */
  some: (subjects: Subjects, text: string, _any: boolean): string =>
    answerSentence(`yes, ${who(subjects)} ${be(subjects)} ${text}`, subjects),
  /** None of the searched devices; `kinds` is empty for devices of any kind. */
  none: (kinds: readonly string[], text: string, scope: SearchScope): string =>
    kinds.length === 0 && text === STATES.offline
      ? sentence(`everything${within(scope)} is online`)
      : sentence(noneOf(kinds, text, scope)),
  all: (subjects: Subjects, text: string): string =>
    sentence(`yes, ${subjects.together?.form === "all" ? who(subjects) : everyOne(subjects)} are ${text}`),
  notAll: (subjects: Subjects, text: string): string =>
    answerSentence(`no, ${who(subjects)} ${be(subjects)} ${LASTS.test(text) ? "still " : ""}${text}`, subjects),
  /** How many are in the state, and which. */
  count: (subjects: Subjects, text: string): string => {
    const { names, kind, together } = subjects;
    if (together?.form === "all") return sentence(`${everyOne(subjects)} are ${text}`);
    const count = names.length;
    const many = `${numberOf(count, kind)} ${count === 1 ? "is" : "are"} ${text}`;
    return together?.form === "many" ? answerSentence(many, subjects) : sentence(`${many}: ${who(subjects)}`);
  },
  /** How many there are. */
  number: (subjects: Subjects, kinds: readonly string[], scope: SearchScope): string => {
    const count = subjects.names.length;
    if (count === 0) return sentence(`there are no ${pluralOf(kinds)}${within(scope)}`);
    const many = `there ${count === 1 ? "is" : "are"} ${numberOf(count, subjects.kind)}${within(scope)}`;
    if (subjects.together?.form === "many") return answerSentence(many, subjects);
    return sentence(count > MAX_LISTED_NAMES ? many : `${many}: ${who({ ...subjects, together: null })}`);
  },
  /** Which: only their names. */
  which: (subjects: Subjects, text: string): string =>
    subjects.together?.form === "many"
      ? answers.count(subjects, text)
      : answerSentence(`${who(subjects)} ${be(subjects)} ${text}`, subjects),
  value: (measured: ValueReport): string => sentence(valueClause(measured)),
  compared: (yes: boolean, measured: ValueReport): string =>
    sentence(`${yes ? "yes" : "no"}, ${valueClause(measured)}`),
  /** The same for a state from a value; `text` is the state. */
  measured: (yes: boolean, _text: string, measured: ValueReport): string => answers.compared(yes, measured),
  /** More or less than a given value. */
  beyond: (limit: "above" | "below", value: string): string => `${limit} ${value}`,
  /** The power that is drawn now. */
  power: ({ room, total, metered, each, others }: PowerReport): string => {
    const who = room === null ? (metered ? "the home is" : "what I can measure is") : `${the(room)} is`;
    const names = each.map(({ name, value }) =>
      each.length === 1 && others === 0 ? the(name) : `${the(name)} ${value}`,
    );
    const list = grammar.list([...names, ...(others > 0 ? [`${numberWord(others)} more`] : [])], "and");
    return sentence(`${who} using ${total} right now${list === "" ? "" : `: ${list}`}`);
  },
  /** The end of a range; `reached`: the present value is there. */
  limit: ({ name, value }: ValueReport, limit: "most" | "least", reached: boolean): string =>
    reached
      ? sentence(`${the(name)} ${beOf(name)} already at ${value}, the ${limit === "most" ? "maximum" : "minimum"}`)
      : sentence(`${the(name)} ${isPluralName(name) ? "go" : "goes"} ${limit === "most" ? "up" : "down"} to ${value}`),
  since: (name: string, text: string, time: string): string =>
    sentence(`${the(name)} ${isPluralName(name) ? "have" : "has"} been ${text} since ${time}`),
  where: (name: string, room: string | null): string =>
    sentence(room ? `${the(name)} ${beOf(name)} ${inPlace(room)}` : `${the(name)} ${beOf(name)}n't in any room`),
  /** The state of a device: the most important part first. */
  summary: (name: string, state: string | null, parts: readonly string[]): string => {
    const several = isPluralName(name);
    if (state === null && parts.length === 0)
      return sentence(`${the(name)} ${several ? "have" : "has"} nothing to tell`);
    const said = parts.filter((part) => SAID.test(part));
    const others = parts.filter((part) => !SAID.test(part));
    // "isn't running and at 22 °C" would be ambiguous.
    const apart = said.length > 0 && state !== null && /^(?:not |off$)/.test(state);
    const states = [...(state === null ? [] : [state]), ...(apart ? [] : said)];
    const is = states.length === 0 ? "" : ` ${several ? "are" : "is"} ${grammar.list(states, "and")}`;
    return grammar.sentences([
      sentence(contracted(`${the(name)}${is}${others.length > 0 ? `: ${others.join(", ")}` : ""}`)),
      apart ? sentence(`${several ? "they're" : "it's"} ${grammar.list(said, "and")}`) : "",
    ]);
  },
  /** A value among others, by the property's short name in the spec; behind "is" if possible. */
  part: (type: string, property: string, value: string): string => {
    switch (type) {
      case "temperature":
      case "brightness":
        return `at ${value}`;
      case "relative-humidity":
        return `at ${value} humidity`;
      case "volume":
        return `at ${value} volume`;
      case "pm2.5-density":
        return `PM2.5 at ${value}`;
      case "illumination":
        return `at ${value}`;
      case "battery-level":
        return `at ${value} battery`;
      case "target-temperature":
        return `set to ${value}`;
      case "mode":
        return `in ${value} mode`;
      case "current-position":
        return value === "0%" ? "closed" : value === "100%" ? "fully open" : `${value} open`;
      case "lift-position":
        return value === "0%" ? "down" : value === "100%" ? "up" : `${value} of the way up`;
      default:
        return `${property} ${value.replace(/^level (?=\d)/, "")}`;
    }
  },
  /** Keys of a switch or sockets of a strip, some on, some off. */
  keys: (name: string, keys: readonly { readonly name: string; readonly on: boolean }[]): string => {
    const those = (on: boolean): string[] => keys.filter((key) => key.on === on).map((key) => the(key.name));
    const be = (names: readonly string[]): string => (names.length === 1 ? "is" : "are");
    const [on, off] = [those(true), those(false)];
    return sentence(
      `${grammar.list(on, "and")} of ${the(name)} ${be(on)} on, ${grammar.list(off, "and")} ${be(off)} off`,
    );
  },
  /** The compartments of a fridge: the temperature of each, and its setting when it is known. */
  zones: (name: string, zones: readonly { name: string; value: string; target: string | null }[]): string => {
    const of = /^fridge$/i.test(name) ? "" : ` of ${the(name)}`;
    const told = zones.map(
      (zone, at) =>
        `the ${zone.name}${at === 0 ? of : ""} is at ${zone.value}${zone.target === null ? "" : ` (set to ${zone.target})`}`,
    );
    return sentence(grammar.list(told, "and"));
  },
  /** One thing of the air in several rooms: "The humidity is 47% in the study and 49% in the gym." */
  ambients: (property: string, type: string, rooms: readonly { room: string; value: string }[]): string => {
    const told = grammar.list(
      rooms.map(({ room, value }) => `${value} ${inPlace(room)}`),
      "and",
    );
    return sentence(/temperature$/.test(type) ? `it's ${told}` : `the ${property} is ${told}`);
  },
  /** The air quality of a room, with the value behind it. */
  air: (good: keyof typeof AIR, { name, room, property, value }: ValueReport): string =>
    sentence(
      `the air ${room === null ? `at ${the(name)}` : inPlace(room)} is ${AIR[good]}: ${property.toUpperCase()} is at ${value}`,
    ),
  /** A property of a part of the device: "freezer temperature". */
  partOf: (part: string, property: string): string => `${part} ${property}`,
};

/** "All six lights in the kitchen", "both fans", "all nine devices", with names when they say more. */
function everyOne(subjects: Subjects): string {
  const { names, kind, together } = subjects;
  if (together?.form !== "all" && together?.form !== "many") return who(subjects);
  const place = together.form === "all" && together.room !== null ? ` in ${the(together.room)}` : "";
  const all = names.length === 2 ? "both" : `all ${numberWord(names.length)}`;
  return `${all} ${plural(kind)}${place}`;
}

/** "No lights or fans in the kitchen are on", "none of the six lights is on". */
export function noneOf(kinds: readonly string[], text: string, scope: SearchScope): string {
  if (kinds.length === 0 && text === STATES.open && (scope.form === "those" || scope.form === "home"))
    return `nothing is ${text}`;
  if (scope.form !== "those") return `no ${pluralOf(kinds)}${within(scope)} are ${text}`;
  if (scope.count === 1) return `the ${kinds[0] || "device"} isn't ${text}`;
  if (scope.count === 2) return `neither ${kinds[0] || "device"} is ${text}`;
  return `none of the ${numberWord(scope.count)} ${pluralOf(kinds)} is ${text}`;
}

function pluralOf(kinds: readonly string[]): string {
  return kinds.length === 0 ? plural("") : grammar.list(kinds.map(plural), "or");
}

function numberOf(count: number, kind: string): string {
  return `${numberWord(count)} ${count === 1 ? kind || "device" : plural(kind)}`;
}

/** " in the kitchen or the hall", " upstairs", " on the ground floor"; "" for the whole home. */
function within(scope: SearchScope): string {
  switch (scope.form) {
    case "rooms":
      return ` in ${grammar.list(scope.rooms.map(the), "or")}`;
    case "floor":
      return ` ${onFloor(scope.name)}`;
    case "home":
    case "those":
      return "";
    default:
      return scope satisfies never;
  }
}

function onFloor(name: string): string {
  if (/^(up|down)stairs$|^outside$|^outdoors$/i.test(name)) return name.toLowerCase();
  return `${/floor|level|storey/i.test(name) ? "on" : "in"} ${the(name.toLowerCase())}`;
}
