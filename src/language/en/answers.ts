import type { DeviceState } from "../device-states.ts";
import { be, grammar, nounPlural, sentence, the } from "./grammar.ts";

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

/** Answers from the state of the home. */
export const answers = {
  stateText: (state: DeviceState, yes: boolean): string => (yes ? STATES[state] : `not ${STATES[state]}`),
  yesNo: (yes: boolean, name: string, text: string): string =>
    sentence(`${yes ? "yes" : "no"}, ${the(name)} is ${text}`),
  some: (names: readonly string[], text: string): string =>
    sentence(`yes, ${grammar.list(names.map(the), "and")} ${be(names.length)} ${text}`),
  none: (kind: string, text: string): string => sentence(`no, no ${kind || "device"} is ${text}`),
  all: (count: number, kind: string, text: string): string =>
    sentence(`yes, all ${count} ${nounPlural(kind || "device")} are ${text}`),
  notAll: (names: readonly string[], text: string): string =>
    sentence(`no, ${grammar.list(names.map(the), "and")} ${be(names.length)} ${text}`),
  count: (count: number, kind: string, text: string, names: readonly string[]): string =>
    sentence(
      `${count} ${count === 1 ? kind || "device" : nounPlural(kind || "device")} ${be(count)} ${text}${count > 0 && count <= 8 ? `: ${grammar.list(names, "and")}` : ""}`,
    ),
  value: (name: string, property: string, value: string): string => sentence(`${property} of ${the(name)} is ${value}`),
  compared: (yes: boolean, name: string, property: string, value: string): string =>
    sentence(`${yes ? "yes" : "no"}, ${property} of ${the(name)} is ${value}`),
  since: (name: string, text: string, time: string): string => sentence(`${the(name)} has been ${text} since ${time}`),
  where: (name: string, room: string | null): string =>
    sentence(room ? `${the(name)} is in the ${room}` : `${the(name)} is in no room`),
  summary: (name: string, parts: readonly string[]): string => sentence(`${the(name)}: ${parts.join(", ")}`),
  /** A property with its value, among others. */
  part: (property: string, value: string): string => `${property} ${value}`,
  /** What is counted when nothing in particular was asked about. */
  here: "here",
};
