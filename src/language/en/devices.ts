import type { Doubt } from "../../home/index.ts";
import { countedNoun } from "./grammar.ts";

const doubts = {
  "never-reported": "not reported yet",
  "not-told": "not reported",
  cleared: "not known",
  "out-of-range": "wrong value",
  offline: "offline",
  overdue: "overdue",
  "broker-lost": "broker not reached",
  unanswered: "not answered",
} satisfies Record<Doubt["reason"], string>;

/** jia devices: the list of devices with their state, and one device with all its properties and actions. */
export const devices = {
  summary: "List the devices with their state, or show all of one.",
  details:
    "show DEVICE prints every property of one device with its value, what it can be set to and when it changed, and its " +
    "actions and events. DEVICE is a handle, an id, or a name that only one device has.\n" +
    "mark DEVICE essential says that it must keep running: commands for everything, or for all of its kind, leave it on. " +
    "optional says that it need not, auto lets Jia decide by kind and name.",
  nameTaken: ({ name, room, other }: { name: string; room: string | null; other: string }) =>
    `"${name}" is already the name of ${other}${room === null ? "" : ` in the same room (${room})`}. Choose another name, or rename that one first.`,
  marked: ({ name, essential }: { name: string; essential: boolean }) =>
    essential ? `${name} stays on when everything is switched off.` : `${name} goes off with everything else.`,
  essential: ({ marked }: { marked: boolean }): string => (marked ? "yes, marked by hand" : "yes, by kind or name"),
  room: "Only this room.",
  kind: "Only this kind, such as light, curtain or lock. A kind that is not there names all that are.",
  none: "There are no devices.",
  heading: ["Room", "Name", "Handle", "State"] as const,
  offline: "offline",
  /** Why a value is not known, or may be old. */
  doubts,
  doubted: ({ value, doubt }: { value: string; doubt: string }) => `${value} (${doubt})`,
  /** A property with its value, and several of them in a line. */
  named: ({ name, value }: { name: string; value: string }) => `${name} ${value}`,
  /** A property of one of several parts: "freezer target temperature". */
  ofPart: ({ part, name }: { part: string; name: string }) => `${part} ${name}`,
  parts: ({ parts }: { parts: readonly string[] }) => parts.join(", "),
  noSuchKind: ({ kind, near, kinds }: { kind: string; near: string | null; kinds: readonly string[] }) =>
    `There is no device of the kind "${kind}".${near === null ? "" : ` Did you mean "${near}"?`} The kinds are: ${kinds.join(", ")}.`,

  labels: {
    room: "Room",
    kind: "Kind",
    model: "Model",
    id: "Id",
    aliases: "Also called",
    essential: "Must keep running",
    online: "Online",
    lastSeen: "Last heard",
  },
  online: { yes: "yes", no: "no", unknown: "it does not tell" },
  propertiesHeading: ["Property", "Name", "Value", "Can be set to", "Changed"] as const,
  actionsHeading: ["Action", "What it does"] as const,
  eventsHeading: ["Event", "What it tells"] as const,
  anyText: "text",
  anyNumber: "a number",
  anyColor: "a color (red, #ff0000)",
  range: ({ min, max, step }: { min: string; max: string; step: string | null }) =>
    `${min} to ${max}${step === null ? "" : `, steps of ${step}`}`,

  setSummary: "Set properties of a device.",
  setDetails:
    "PROPERTY is an address (light.brightness) or its last part (brightness), where one property has it. VALUE is a word " +
    "(on, cool) or a number. devices show DEVICE lists both. When the policy asks first, a terminal asks you; elsewhere give --yes.",
  askPin: "PIN: ",
  setYes: "Say yes to what the policy asks about.",
  notAssignment: '"{given}" is not PROPERTY=VALUE, for example brightness=50.',
  noValue: '"{given}" gives no value. Use {expected}.',
  unknownProperty: ({ device, given, near }: { device: string; given: string; near: readonly string[] }) =>
    `${device} has no property "${given}".${near.length === 0 ? ` "jia devices show ${device}" lists them.` : ` Did you mean ${near.join(" or ")}?`}`,
  setPinCommand: ({ command }: { command: string }) =>
    `To say yes: ${command}\nIt asks for the PIN, or takes it as the first line of its input.`,
  setYesCommand: ({ command }: { command: string }) => `To say yes: ${command}`,

  watchSummary: "Show changes of devices as they happen, until Ctrl-C.",
  watchJson: "Print each change as a JSON object, one a line.",
  watching: ({ count, zone }: { count: number; zone: string }) =>
    `Watching ${countedNoun(count, "device")}, Ctrl-C stops. Times are in the zone ${zone}.`,
  /** A curtain, a blind, a clothes airer on its way and at an end of it. */
  moves: {
    opened: { opening: "opening", closing: "closing", open: "open", closed: "closed" },
    /** For things that move up and down. */
    lifted: { opening: "going up", closing: "coming down", open: "up", closed: "down" },
  },
  cameOnline: "online",
  wentOffline: "offline",
  from: ({ before, after }: { before: string; after: string }) => `${before} → ${after}`,
};
