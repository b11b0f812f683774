import type { History } from "./port.ts";

/** The history of a home without one: nothing is known. */
export const NO_HISTORY: History = {
  keeps: () => false,
  mains: () => [],
  counts: () => Promise.resolve(false),
  knownSince: () => Promise.resolve(null),
  valueAt: () => Promise.resolve(null),
  changes: () => Promise.resolve([]),
  lastChange: () => Promise.resolve(null),
  firstChange: () => Promise.resolve(null),
  buckets: () => Promise.resolve([]),
  summary: () => Promise.resolve(null),
  extremes: () => Promise.resolve(null),
  stateTimes: (_key, { from, to }) => Promise.resolve({ states: [], unknown: Math.max(0, to - from) }),
  energy: () => Promise.resolve([]),
};
