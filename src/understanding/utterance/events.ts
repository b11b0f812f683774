/** Something that happens in a home by itself. Devices report some of it as events; for others no device exists. */
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

/** Short names of the events in specs that report it; empty if no device does. */
export const SPEC_EVENTS: Readonly<Record<SpokenEvent, ReadonlySet<string>>> = {
  doorbell: new Set(["doorbell-ring"]),
  visitor: new Set(["someone-at-the-door"]),
  /** No device tells who it is. */
  caller: new Set([]),
  smoke: new Set(["smoke-alarm", "fire-alarm"]),
  gas: new Set(["gas-alarm"]),
  cry: new Set(["hl-baby-cry", "baby-cry"]),
  arrival: new Set([]),
  leaving: new Set([]),
  rain: new Set(["rain-detected"]),
  phone: new Set([]),
};

/** Clauses that say that something happens, in one language: sticky patterns over a text in lower case. */
export interface EventForms {
  /** Begins the clause: "when", 每当. Matches the empty text if the ending is enough. */
  readonly openings: readonly RegExp[];
  readonly says: Readonly<Record<SpokenEvent, RegExp>>;
  /** Ends the clause: a comma, "then", 的时候, 就. Required. */
  readonly endings: readonly RegExp[];
}
