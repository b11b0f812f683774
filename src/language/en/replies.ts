import type { Deed, Subjects } from "../deeds.ts";
import type { Moving } from "../moving.ts";
import { be, grammar, nounPlural, sentence, the } from "./grammar.ts";

/** More names than this are counted instead of listed. */
const MANY = 4;

/** What is told of an act, keyed by it. */
const ACTS: Readonly<Record<string, string>> = {
  start: "Started",
  run: "Started",
  stop: "Stopped",
  pause: "Paused",
  resume: "Resumed",
  play: "Playing on",
  next: "Skipped on",
  previous: "Went back on",
  mute: "Muted",
  unmute: "Unmuted",
  dock: "Sent home",
  clean: "Started cleaning with",
  mop: "Started mopping with",
  mow: "Started mowing with",
  locate: "Calling",
  toggle: "Toggled",
  off: "Stopped",
  close: "Stopped",
};

/** What a device is told that it can't do, keyed by what was asked of it. */
const CANNOT: Readonly<Record<string, string>> = {
  on: "be turned on",
  off: "be turned off",
  open: "be opened",
  close: "be closed",
  lock: "be locked",
  unlock: "be unlocked",
  start: "be started",
  run: "be started",
  stop: "be stopped",
  pause: "be paused",
  resume: "be resumed",
  play: "play anything",
  next: "skip",
  previous: "go back",
  mute: "be muted",
  unmute: "be unmuted",
  dock: "be sent home",
  clean: "clean",
  mop: "mop",
  mow: "mow",
  locate: "call",
  toggle: "be toggled",
};

/** "the lamp", "the lamp and the fan", "12 lights". */
function who({ names, kind }: Subjects): string {
  return names.length > MANY ? `${names.length} ${nounPlural(kind || "device")}` : grammar.list(names.map(the), "and");
}

function deedText(deed: Deed, subjects: Subjects): string {
  const subject = who(subjects);
  switch (deed.kind) {
    case "power":
      return `turned ${deed.on ? "on" : "off"} ${subject}`;
    case "moved":
      return `${deed.open ? "opened" : "closed"} ${subject}`;
    case "locked":
      return `${deed.locked ? "locked" : "unlocked"} ${subject}`;
    case "switched":
      return `turned ${deed.on ? "on" : "off"} ${deed.property} of ${subject}`;
    case "set":
      return `set ${subject} to ${deed.value}${named(deed)}${limit(deed)}`;
    case "act":
      return `${ACTS[deed.act] ?? "Ran"} ${subject}${ACTS[deed.act] === undefined ? `: ${deed.action}` : ""}`;
    case "action":
      return `did "${deed.name}" on ${subject}`;
    default:
      return deed satisfies never;
  }
}

export type Setting = Extract<Deed, { kind: "set" }>;

/** The property after its value, unless the value tells which it is. */
function named({ type, property }: Setting): string {
  return /^(target-temperature|target-position|color|mode)$/.test(type) ? "" : ` ${property}`;
}

function limit({ clamped }: Setting): string {
  return clamped ? ", which is as far as it goes" : "";
}

/** What came of what was asked for, why not, and what is asked back. */
export const replies = {
  done: (deed: Deed, subjects: Subjects, room: string | null): string =>
    sentence(`${deedText(deed, subjects)}${room === null ? "" : ` in the ${room}`}`),
  already: (deed: Deed, subjects: Subjects): string => {
    const subject = `${who(subjects)} ${be(subjects.names.length)} already`;
    switch (deed.kind) {
      case "power":
        return sentence(`${subject} ${deed.on ? "on" : "off"}`);
      case "moved":
        return sentence(`${subject} ${deed.open ? "open" : "closed"}`);
      case "locked":
        return sentence(`${subject} ${deed.locked ? "locked" : "unlocked"}`);
      case "switched":
        return sentence(`${subject} at ${deed.on ? "on" : "off"} ${deed.property}`);
      case "set":
        return sentence(`${subject} at ${deed.value}${named(deed)}${limit(deed)}`);
      case "act":
      case "action":
        return sentence(deedText(deed, subjects));
      default:
        return deed satisfies never;
    }
  },
  /** On its way to where it was sent; `reports` is false for what reports nothing back. */
  moving: (moving: Moving, subjects: Subjects, room: string | null, reports: boolean): string => {
    const place = room === null ? "" : ` in the ${room}`;
    const verb = moving.kind === "open" ? "open" : moving.kind === "closed" ? "close" : "move";
    const where = moving.kind === "to" ? ` to ${moving.place}` : "";
    const several = subjects.names.length > 1;
    if (!reports)
      return sentence(
        `told ${who(subjects)}${place} to ${verb}${where}; ${several ? "they report" : "it reports"} nothing back`,
      );
    return sentence(`${who(subjects)}${place} ${be(subjects.names.length)} ${verb.replace(/e$/, "")}ing${where}`);
  },
  /** Sent, to devices that report nothing back. */
  accepted: (deed: Deed, subjects: Subjects): string =>
    sentence(
      `${deedText(deed, subjects)
        .replace(/^turned/, "told to turn")
        .replace(/^set/, "asked to set")}; ${subjects.names.length === 1 ? "it reports" : "they report"} nothing back`,
    ),
  timeout: (subjects: Subjects): string =>
    sentence(`${who(subjects)} did not answer, so I can't tell whether it worked`),
  offline: (subjects: Subjects, reason: string): string =>
    sentence(reason || `${who(subjects)} ${be(subjects.names.length)} offline`),
  rejected: (subjects: Subjects, reason: string): string =>
    sentence(`${who(subjects)} refused${reason && `: ${reason}`}`),
  /** The command did not get as far as the device. */
  notSent: (subjects: Subjects, reason: string): string => sentence(`${who(subjects)} got no command: ${reason}`),
  denied: (reason: string): string => sentence(`that is not allowed${reason && `: ${reason}`}`),
  /** What would be done, as something to go ahead with: "unlocking the front door". */
  doing: (deed: Deed, name: string): string => {
    const subject = the(name);
    switch (deed.kind) {
      case "power":
        return `turning ${deed.on ? "on" : "off"} ${subject}`;
      case "moved":
        return `${deed.open ? "opening" : "closing"} ${subject}`;
      case "locked":
        return `${deed.locked ? "locking" : "unlocking"} ${subject}`;
      case "switched":
        return `setting the ${deed.property} of ${subject} to ${deed.on ? "on" : "off"}`;
      case "set":
        return `setting the ${deed.property} of ${subject} to ${deed.value}`;
      case "act":
        return `${deed.action || deed.act} (${name})`;
      case "action":
        return `${deed.name} (${name})`;
      default:
        return deed satisfies never;
    }
  },
  confirm: (what: string, why: readonly string[]): string =>
    grammar.sentences([sentence(why.join(", ")), `Shall I go ahead with ${what}?`]),
  nothingToUndo: "There is nothing to undo.",
  /** What is as it was made, of what was to be put back. */
  notBack: (names: readonly string[]): string =>
    `I can't put back what was done with ${grammar.list(names.map(the), "and")}.`,
  leave: "All right, I leave that as it is.",
  noDevice: (said: string, place: string | null, nearest: string | null): string =>
    sentence(
      `I found no ${said || "such device"}${place ? ` in the ${place}` : ""}${nearest ? `; there is ${the(nearest)}` : ""}`,
    ),
  noTime: (said: string): string => sentence(`there is no such time as ${said}`),
  /** What a rule waits for, as it was said. */
  noEvent: (said: string): string => `No device here can tell me this: “${said}”.`,
  noRoom: (said: string, nearest: string | null): string =>
    sentence(`this home has no ${said}${nearest ? `; there is the ${nearest}` : ""}`),
  noProperty: (device: string | null, said: string): string =>
    sentence(
      device ? `${the(device)} has no ${said || "such setting"}` : `nothing there has ${said || "such a setting"}`,
    ),
  /** `said`: the act or action that was asked for. */
  noAction: (device: string, said: string): string => sentence(`${the(device)} can't ${CANNOT[said] ?? "do that"}`),
  outOfRange: (device: string, property: string, from: string, to: string): string =>
    sentence(`${property} of ${the(device)} goes from ${from} to ${to}`),
  /** The values of a list are all that it can be. */
  notOneOf: (device: string, property: string, choices: readonly string[]): string =>
    sentence(`${property} of ${the(device)} can be ${grammar.list(choices, "or")}`),
  badValue: (device: string, said: string, choices: readonly string[]): string =>
    sentence(`${the(device)} has no "${said}"${choices.length > 0 ? `: it has ${grammar.list(choices, "and")}` : ""}`),
  /** Only a value can be planned, not a change from what is then. */
  relative: (device: string, property: string): string =>
    sentence(`for later I need a value for the ${property} of ${the(device)}: how it is then I can't know`),
  /** `now` is none of the steps of what can be set ("auto"): which of them is meant. */
  noStep: (device: string, property: string, now: string, steps: readonly string[]): string =>
    `The ${property} of ${the(device)} is on ${now.toLowerCase()}. Which one shall it be: ${grammar.list(steps, "or")}?`,
  unknownState: (device: string, property: string): string =>
    sentence(`I don't know the present ${property} of ${the(device)}`),
  /** What "it" is, when nothing was talked about. */
  whom: "Which device do you mean?",
  /** A name that was perhaps misspelt. */
  meant: (option: string): string => `Do you mean ${the(option)}?`,
  ask: (options: readonly string[]): string => `Which one: ${grammar.list(options, "or")}?`,
  /** A device among several of that name, by its room. */
  choice: (name: string, room: string): string => `the ${room} ${name}`,
};
