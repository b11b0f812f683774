import type { DeviceState } from "../../language/index.ts";
import type { Act } from "../lexicon/types.ts";

/** Acts that put a thing into the same state, in the words of either: 打开 a lamp is to switch it on. */
const OPENS: ReadonlySet<Act> = new Set<Act>(["on", "open", "unlock", "start", "play", "resume"]);
const CLOSES: ReadonlySet<Act> = new Set<Act>(["off", "close", "lock", "stop", "pause"]);

/** Whether the act makes that something is on or open. */
export function isOpeningAct(act: Act): boolean {
  return OPENS.has(act);
}

/** Whether the act makes that something is off or closed. */
export function isClosingAct(act: Act): boolean {
  return CLOSES.has(act);
}

const ACT_INTO: Readonly<Partial<Record<DeviceState, Act>>> = {
  on: "on",
  off: "off",
  open: "open",
  closed: "close",
  locked: "lock",
  unlocked: "unlock",
  playing: "play",
  paused: "pause",
  stopped: "stop",
  muted: "mute",
};

/** What brings a thing into a state; null for a state that nothing is brought into. */
export function actReachingState(state: DeviceState): Act | null {
  return ACT_INTO[state] ?? null;
}

/** Whether one act undoes what the other did, and none of them is about a value. */
export function areOppositeActs(one: Act, other: Act): boolean {
  return (OPENS.has(one) && CLOSES.has(other)) || (CLOSES.has(one) && OPENS.has(other));
}

/** Whether both acts do the same, as far as can be told without knowing what to. */
export function areSimilarActs(one: Act, other: Act): boolean {
  return one === other || (OPENS.has(one) && OPENS.has(other)) || (CLOSES.has(one) && CLOSES.has(other));
}
