import type { DeviceState } from "../../language/index.ts";
import type { Act } from "../lexicon/types.ts";

/** Acts that turn something on or open; languages use one for the other: 打开 a lamp switches it on. */
const OPENS: ReadonlySet<Act> = new Set<Act>(["on", "open", "unlock", "start", "play", "resume"]);
const CLOSES: ReadonlySet<Act> = new Set<Act>(["off", "close", "lock", "stop", "pause"]);

/** Whether an act turns something on or opens it. */
export function isOpeningAct(act: Act): boolean {
  return OPENS.has(act);
}

/** Whether an act turns something off or closes it. */
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

/** The act that brings a thing into a state; null if there is none. */
export function actReachingState(state: DeviceState): Act | null {
  return ACT_INTO[state] ?? null;
}

/** Whether one act undoes the other; acts on values never do. */
export function areOppositeActs(one: Act, other: Act): boolean {
  return (OPENS.has(one) && CLOSES.has(other)) || (CLOSES.has(one) && OPENS.has(other));
}

/** Whether both acts do the same, as far as it is known without the target. */
export function areSimilarActs(one: Act, other: Act): boolean {
  return one === other || (OPENS.has(one) && OPENS.has(other)) || (CLOSES.has(one) && CLOSES.has(other));
}
