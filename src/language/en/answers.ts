import type { DeviceState } from "../device-states.ts";
import type { Measured } from "../measured.ts";
import type { Subjects } from "../subjects.ts";
import { nounPlural, numberWord, sentence, the } from "./grammar.ts";
import { isPluralName, isSeveral, toldWhere, who } from "./subjects.ts";
import { statusWords, valued } from "./values.ts";

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
  online: "online",
  offline: "offline",
  cleaning: "cleaning",
  docked: "at its dock",
  hot: "warm",
  cold: "cold",
};

/** What lasts although it was asked whether it has ended. */
const LASTS = /^(on|open|unlocked|playing|cleaning|running|charging)$/;

/** What a sensor finds, and what it then does not. */
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

/** The same for one device by its name. */
function beOf(name: string): string {
  return isPluralName(name) ? "are" : "is";
}

/** Answers from the state of the home. */
export const answers = {
  stateText: (state: DeviceState, yes: boolean): string => (yes ? STATES[state] : `not ${STATES[state]}`),
  /** What a status of the spec says of a device; `listed` is its description, lower case. */
  statusText: (listed: string, value: string): string => statusWords(listed, value),
  /** What is open or shut, where a sensor is named for it: "window sensor" → "window". */
  opening: (name: string): string => name.replace(/ (contact )?sensor$/i, ""),
  /** `text` is how it is; `denied` that it is not as was asked, for languages that answer so: 没开. */
  yesNo: (yes: boolean, name: string, text: string, _denied: string): string =>
    sentence(`${yes ? "yes" : "no"}, ${the(name)} ${beOf(name)} ${text}`),
  /** How it is, where neither yes nor no would be the answer. */
  is: (name: string, text: string): string => sentence(`${the(name)} ${beOf(name)} ${text}`),
  /** What a sensor tells of what it looks for. */
  detects: (name: string, what: keyof typeof DETECTED, yes: boolean): string =>
    sentence(`${the(name)} detects ${yes ? DETECTED[what][0] : DETECTED[what][1]}`),
  some: (subjects: Subjects, text: string): string =>
    toldWhere(`yes, ${who(subjects)} ${be(subjects)} ${text}`, subjects),
  none: (kind: string, text: string): string =>
    kind === "" && text === STATES.offline ? "Everything is online." : sentence(`no ${plural(kind)} are ${text}`),
  all: (count: number, kind: string, text: string): string =>
    sentence(`yes, ${count === 2 ? "both" : "all the"} ${plural(kind)} are ${text}`),
  notAll: (subjects: Subjects, text: string): string =>
    toldWhere(`no, ${who(subjects)} ${be(subjects)} ${LASTS.test(text) ? "still " : ""}${text}`, subjects),
  /** How many, and which of them. */
  count: (count: number, kind: string, text: string, subjects: Subjects): string => {
    if (count === 0) return answers.none(kind, text);
    const many = `${numberWord(count)} ${count === 1 ? kind || "device" : plural(kind)} ${count === 1 ? "is" : "are"} ${text}`;
    if (subjects.together?.form === "many") return toldWhere(many, subjects);
    return sentence(`${many}: ${who({ ...subjects, together: namedOnly(subjects) })}`);
  },
  /** Which: their names alone. */
  which: (subjects: Subjects, kind: string, text: string): string =>
    subjects.together?.form === "many"
      ? answers.count(subjects.names.length, kind, text, subjects)
      : toldWhere(`${who(subjects)} ${be(subjects)} ${text}`, subjects),
  value: (measured: Measured): string => sentence(valued(measured)),
  compared: (yes: boolean, measured: Measured): string => sentence(`${yes ? "yes" : "no"}, ${valued(measured)}`),
  since: (name: string, text: string, time: string): string =>
    sentence(`${the(name)} ${isPluralName(name) ? "have" : "has"} been ${text} since ${time}`),
  where: (name: string, room: string | null): string =>
    sentence(room ? `${the(name)} is in ${the(room)}` : `${the(name)} isn't in any room`),
  /** How a device is: what it is like first, the rest behind it. */
  summary: (name: string, state: string | null, parts: readonly string[]): string => {
    if (state !== null) return sentence(`${the(name)} is ${state}${parts.length > 0 ? `: ${parts.join(", ")}` : ""}`);
    return sentence(parts.length > 0 ? `${the(name)}: ${parts.join(", ")}` : `${the(name)} has nothing to tell`);
  },
  /** A property with its value, among others. */
  part: (property: string, value: string): string => `${property} ${value}`,
  /** A property of a part of the device: "freezer temperature". */
  partOf: (part: string, property: string): string => `${part} ${property}`,
  /** What is counted when nothing in particular was asked about. */
  here: "here",
};

/** "Two lights are on: both lights" would tell nothing. */
function namedOnly({ together }: Subjects): Subjects["together"] {
  return together?.form === "all" ? null : together;
}
