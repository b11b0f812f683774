/** What happens in a home of itself. Devices report some of it as events, which `EVENTS` names; some no device reports. */
export type SpokenEvent =
  | "doorbell"
  | "visitor"
  | "caller"
  | "smoke"
  | "gas"
  | "cry"
  | "arrival"
  | "leaving"
  | "rain"
  | "phone";

/** Short names of the events of specs that tell of a happening. */
export const SPEC_EVENTS: Readonly<Record<SpokenEvent, ReadonlySet<string>>> = {
  doorbell: new Set(["doorbell-ring"]),
  visitor: new Set(["someone-at-the-door"]),
  /** Who it is, no device tells. */
  caller: new Set([]),
  smoke: new Set(["smoke-alarm", "fire-alarm"]),
  gas: new Set(["gas-alarm"]),
  cry: new Set(["hl-baby-cry", "baby-cry"]),
  arrival: new Set([]),
  leaving: new Set([]),
  rain: new Set(["rain-detected"]),
  phone: new Set([]),
};

/** How a language says that something happens: sticky patterns over a text in lower case. */
export interface EventForms {
  /** Begins the clause: "when", 每当. Empty text where none is needed, because an ending says it. */
  readonly openings: readonly RegExp[];
  readonly says: Readonly<Record<SpokenEvent, RegExp>>;
  /** Ends it: a comma, "then", 的时候, 就. Without one of these it is no clause of its own. */
  readonly endings: readonly RegExp[];
}
