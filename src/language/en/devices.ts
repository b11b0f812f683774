import type { Doubt } from "../../home/index.ts";

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

/** jia devices: the list of devices with their state. */
export const devices = {
  summary: "List the devices with their state.",
  room: "Only this room.",
  kind: "Only this kind: light.",
  none: "There are no devices.",
  heading: ["Room", "Name", "Handle", "Kind", "State"] as const,
  offline: "offline",
  /** Why a value is not known, or may be old. */
  doubts,
  noSuchKind: ({ kind, near, kinds }: { kind: string; near: string | null; kinds: readonly string[] }) =>
    `There is no device of the kind "${kind}"${near === null ? "." : `, did you mean "${near}"?`} There are: ${kinds.join(", ")}`,
};
