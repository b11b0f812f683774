import type { Value } from "../../../../src/home/index.ts";

/** What a property must be: of a list the description, null when it is there and not known. Keyed by address. */
export type Expected = Readonly<Record<string, Value | null>>;

/** What must be published: topic, payload, and its QoS and "retain" where they count. */
export type Sent = readonly [topic: string, payload: string, qos?: 0 | 1 | 2, retain?: "retain"];

/** One step of a row. */
export type Step =
  /** A message comes in; what must be known then. */
  | readonly ["hear", topic: string, payload: string, Expected]
  /** Properties are written, listed values by their description; what must be published for it, in order. */
  | readonly ["write", Readonly<Record<string, Value>>, ...Sent[]]
  /** An action is invoked. */
  | readonly ["invoke", address: string, ...Sent[]]
  /** A message comes in and is these events. */
  | readonly ["events", topic: string, payload: string, readonly string[]]
  /** A message comes in; whether the device can be reached then. */
  | readonly ["online", topic: string, payload: string, boolean | null]
  /** So many seconds pass; what must be known then. */
  | readonly ["wait", seconds: number, Expected]
  /** Whether properties, actions or events are there: addresses, with "!" before those that must not be. */
  | readonly ["has", ...string[]];

/** One component of discovery and what happens to it. */
export interface Row {
  readonly platform: string;
  readonly title: string;
  /** The announcement, without its unique id. */
  readonly config: Readonly<Record<string, unknown>>;
  readonly steps: readonly Step[];
  /** Problems that must be counted, by code; none when left out. */
  readonly problems?: readonly string[];
}

/** Rows of one platform. */
export function rowsOf(
  platform: string,
  rows: Readonly<
    Record<string, readonly [config: Row["config"], steps: readonly Step[], problems?: readonly string[]]>
  >,
): readonly Row[] {
  return Object.entries(rows).map(([title, [config, steps, problems]]) => ({
    platform,
    title,
    config,
    steps,
    ...(problems && { problems }),
  }));
}

/** How many things a step checks. */
export function checksOf(step: Step): number {
  switch (step[0]) {
    case "hear":
      return Object.keys(step[3]).length;
    case "wait":
      return Object.keys(step[2]).length;
    case "events":
      return Math.max(1, step[3].length);
    case "online":
      return 1;
    case "write":
    case "invoke":
      return Math.max(1, step.length - 2);
    case "has":
      return step.length - 1;
    default:
      return step satisfies never;
  }
}
