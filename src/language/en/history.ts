import { countedNoun } from "./grammar.ts";

/** jia history, and other messages about the history. */
export const history = {
  summary: "What a device was: values, and how long it was what.",
  details:
    "Without PROPERTY: all that is kept of the device. A time is a duration ago (2d), a date, or a date and time in the home's " +
    "zone (2026-03-01T08:00). forget deletes all that is kept of a device.",
  from: "Since when. Default: a day before --to.",
  to: "Until when; a date means the end of that day. Default: now.",
  step: "Numbers by steps: hour, day, or a duration such as 15m.",
  csv: "Print the rows as CSV.",
  yes: "Do not ask.",
  none: "Nothing is known of that time.",
  nothingKept: "Nothing is kept of it.",
  overviewHeading: ["PROPERTY", "NAME", "WHAT IT WAS"],
  bucketsHeading: ["FROM", "MEAN", "LOWEST", "HIGHEST", ""],
  changesHeading: ["SINCE", "VALUE", "FOR"],
  reachability: "connection",
  reachable: "reachable",
  unreachable: "not reachable",
  notKnown: "not known",
  range: ({ low, high, mean }: { low: string; high: string; mean: string }) =>
    low === high ? low : `${low} to ${high}, mean ${mean}`,
  /** How long it had a value. `times`: how often it changed to it. */
  spell: ({ value, time, times }: { value: string; time: string; times: number }) =>
    `${value} ${time}${times > 1 ? ` (${times} times)` : ""}`,
  unknownFor: ({ time }: { time: string }) => `not known ${time}`,
  forgetQuestion: ({ device }: { device: string }) => `Delete all that is kept of ${device}? It can't be brought back.`,
  forgot: ({ device, count }: { device: string; count: number }) =>
    `Deleted: ${countedNoun(count, "property", "properties")} of ${device}.`,
  forgetCommand: ({ command }: { command: string }) => `To delete it: ${command}`,
  /** A line of the doctor. `size` in mebibytes, `since` a day; null: nothing is kept yet. */
  found: ({ count, since, size }: { count: number; since: string | null; size: string }) =>
    `History: ${countedNoun(count, "property", "properties")}${since === null ? "" : ` since ${since}`}, ${size} MiB`,
  /** A hint of /ready. `problem` is a whole sentence. */
  notWritten: ({ problem, count }: { problem: string; count: number }) =>
    `The history is not written. ${problem} ${countedNoun(count, "change")} ${count === 1 ? "waits" : "wait"}.`,
};

/** jia energy. */
export const energy = {
  summary: "How much electric energy was used, and what it cost.",
  details:
    "By device, room, day or hour. Devices that count or measure tell it; energy.main names the meter of the whole home and " +
    "energy.tariff what a kilowatt hour costs.",
  by: "device (default), room, day or hour.",
  device: "Only this device.",
  headings: {
    device: ["DEVICE", "KWH", "COST", ""],
    room: ["ROOM", "KWH", "COST", ""],
    day: ["DAY", "KWH", "COST", ""],
    hour: ["HOUR", "KWH", "COST", ""],
  },
  noRoom: "no room",
  none: "No device can tell how much it used in that time.",
  /** `cost` null: there is no tariff. `meter`: measured by the meter of the whole home. */
  total: ({ kWh, cost, meter }: { kWh: string; cost: string | null; meter: boolean }) =>
    `${meter ? "Whole home" : "Together"}: ${kWh} kWh${cost === null ? "" : `, ${cost}`}.`,
  unknown: ({ time }: { time: string }) => `Of ${time} of that time not everything is known.`,
};
