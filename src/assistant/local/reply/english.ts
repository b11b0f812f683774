import { propertyName, valueText } from "../../../language/index.ts";
import type { Act, State } from "../lexicon/types.ts";
import { list } from "./names.ts";
import type { Deed, Phrases, Report } from "./phrases.ts";

/** More names than this are counted instead of listed. */
const MANY = 4;

const ACTS: Readonly<Partial<Record<Act, string>>> = {
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

const STATES: Readonly<Record<State, string>> = {
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
  clear: "clear",
  charging: "charging",
  low: "low",
  full: "full",
  empty: "empty",
  wet: "wet",
  online: "online",
  offline: "offline",
  cleaning: "at work",
  docked: "at its base",
  hot: "warm",
  cold: "cold",
};

function who({ names, count, kind }: Report): string {
  return count > MANY ? `${count} ${plural(kind)}` : list(names.map(the), "en");
}

/** "the" before a common name, none before a proper one. */
function the(name: string): string {
  return /^(the|my|our)\b/i.test(name) ? name : `the ${name}`;
}

function plural(kind: string): string {
  if (kind === "") return "devices";
  if (/s$/.test(kind)) return kind;
  if (/(x|ch|sh)$/.test(kind)) return `${kind}es`;
  return /[^aeiou]y$/.test(kind) ? `${kind.slice(0, -1)}ies` : `${kind}s`;
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? "" : "."}`;
}

function be(count: number): string {
  return count === 1 ? "is" : "are";
}

function deedText(deed: Deed, report: Report): string {
  const subject = who(report);
  switch (deed.kind) {
    case "power":
      return `turned ${deed.on ? "on" : "off"} ${subject}`;
    case "moved":
      return `${deed.open ? "opened" : "closed"} ${subject}`;
    case "locked":
      return `${deed.locked ? "locked" : "unlocked"} ${subject}`;
    case "property": {
      const { property, value, clamped } = deed;
      if (typeof value === "boolean") {
        return `turned ${value ? "on" : "off"} ${propertyName(property, "en")} of ${subject}`;
      }
      const limit = clamped ? ", which is as far as it goes" : "";
      return `set ${subject} to ${valueText(property, value, "en")}${named(deed)}${limit}`;
    }
    case "act":
      return `${ACTS[deed.act] ?? "Ran"} ${subject}${ACTS[deed.act] === undefined ? `: ${deed.action}` : ""}`;
    case "action":
      return `did "${deed.name}" on ${subject}`;
    default:
      deed satisfies never;
      return "";
  }
}

function named(deed: Extract<Deed, { kind: "property" }>): string {
  const { type } = deed.property;
  return /^(target-temperature|target-position|color|mode)$/.test(type) ? "" : ` ${propertyName(deed.property, "en")}`;
}

/** What a device is told that it can't do, keyed by what was asked of it. */
const CANNOT: Readonly<Partial<Record<Act, string>>> = {
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

export const ENGLISH_PHRASES: Phrases = {
  done: (deed, report, room) => sentence(`${deedText(deed, report)}${room === null ? "" : ` in the ${room}`}`),
  already: (deed, report) => {
    const subject = who(report);
    const verb = be(report.count);
    switch (deed.kind) {
      case "power":
        return sentence(`${subject} ${verb} already ${deed.on ? "on" : "off"}`);
      case "moved":
        return sentence(`${subject} ${verb} already ${deed.open ? "open" : "closed"}`);
      case "locked":
        return sentence(`${subject} ${verb} already ${deed.locked ? "locked" : "unlocked"}`);
      case "property":
        return sentence(
          `${subject} ${verb} already at ${valueText(deed.property, deed.value, "en")}${named(deed)}${deed.clamped ? ", which is as far as it goes" : ""}`,
        );
      case "act":
      case "action":
        return sentence(deedText(deed, report));
      default:
        deed satisfies never;
        return "";
    }
  },
  accepted: (deed, report) =>
    sentence(
      `${deedText(deed, report)
        .replace(/^turned/, "told to turn")
        .replace(/^set/, "asked to set")}; ${report.count === 1 ? "it reports" : "they report"} nothing back`,
    ),
  failed: (failure, report, detail) => {
    const subject = who(report);
    switch (failure) {
      case "timeout":
        return sentence(`${subject} did not answer, so I can't tell whether it worked`);
      case "offline":
        return sentence(detail || `${subject} ${be(report.count)} offline`);
      case "rejected":
        return sentence(`${subject} refused: ${detail}`);
      case "denied":
        return sentence(`that is not allowed: ${detail}`);
      default:
        failure satisfies never;
        return "";
    }
  },
  confirm: (what, why) => `${sentence(why)} Shall I go ahead with ${what}?`,
  confirmed: "Done.",
  declined: "All right, I leave it.",
  nothingToUndo: "There is nothing to undo.",
  undone: (names) => sentence(`put back ${list(names.map(the), "en")}`),
  leave: "All right, I leave that as it is.",
  noDevice: (said, place, nearest) =>
    sentence(
      `I found no ${said || "such device"}${place ? ` in the ${place}` : ""}${nearest ? `; there is ${the(nearest)}` : ""}`,
    ),
  noRoom: (said, nearest) => sentence(`this home has no ${said}${nearest ? `; there is the ${nearest}` : ""}`),
  noProperty: (device, said) =>
    sentence(
      device ? `${the(device)} has no ${said || "such setting"}` : `nothing there has ${said || "such a setting"}`,
    ),
  noAction: (device, said) => sentence(`${the(device)} can't ${CANNOT[said as Act] ?? "do that"}`),
  outOfRange: (device, property, { from, to }) => sentence(`${property} of ${the(device)} goes from ${from} to ${to}`),
  notOneOf: (device, property, choices) =>
    sentence(`${property} of ${the(device)} can be ${list(choices, "en", " or ")}`),
  badValue: (device, said, choices) =>
    sentence(`${the(device)} has no "${said}"${choices ? `: it has ${choices}` : ""}`),
  relative: (device, property) =>
    sentence(`for later I need a value for the ${property} of ${the(device)}: how it is then I can't know`),
  unknownState: (device, property) => sentence(`I don't know the present ${property} of ${the(device)}`),
  whom: "Which device do you mean?",
  meant: (option) => `Do you mean ${the(option)}?`,
  ask: (options) => `Which one: ${list(options, "en", " or ")}?`,
  stateText: (state, yes) => (yes ? STATES[state] : `not ${STATES[state]}`),
  yesNo: (yes, name, text) => sentence(`${yes ? "yes" : "no"}, ${the(name)} is ${text}`),
  some: (names, text) => sentence(`yes, ${list(names.map(the), "en")} ${be(names.length)} ${text}`),
  none: (kind, text) => sentence(`no, no ${kind || "device"} is ${text}`),
  all: (count, kind, text) => sentence(`yes, all ${count} ${plural(kind)} are ${text}`),
  notAll: (names, text) => sentence(`no, ${list(names.map(the), "en")} ${be(names.length)} ${text}`),
  count: (count, kind, text, names) =>
    sentence(
      `${count} ${count === 1 ? kind || "device" : plural(kind)} ${be(count)} ${text}${count > 0 && count <= 8 ? `: ${list(names, "en")}` : ""}`,
    ),
  value: (name, property, value) => sentence(`${property} of ${the(name)} is ${value}`),
  compared: (yes, name, property, value) => sentence(`${yes ? "yes" : "no"}, ${property} of ${the(name)} is ${value}`),
  unknownValue: (name, property) => sentence(`${the(name)} has not reported its ${property} yet`),
  since: (name, text, time) => sentence(`${the(name)} has been ${text} since ${time}`),
  where: (name, room) => sentence(room ? `${the(name)} is in the ${room}` : `${the(name)} is in no room`),
  summary: (name, parts) => sentence(`${the(name)}: ${parts.join(", ")}`),
};
