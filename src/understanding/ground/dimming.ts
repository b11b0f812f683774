import type { Frame } from "../parse/frame.ts";
import type { Doing } from "../plan.ts";
import { directionOf } from "./compute.ts";
import { effectsOf } from "./effects.ts";
import { inState } from "./states.ts";

/**
 * Replaces dimming lamps that are off ("dim the lights", 太亮了) by switching them off, so that nothing changes unseen and the
 * reply says that they are off. Null when a lamp is on, or it is no step down in brightness.
 */
export function alreadyDark(frame: Frame, doings: readonly Doing[]): readonly Doing[] | null {
  if (frame.timeless || directionOf(frame) !== -1 || frame.values.length > 0 || doings.length === 0) return null;
  if (!doings.every(dimsWhatIsOff)) return null;
  return doings.map((doing) => {
    const { effects, refusal } = effectsOf("off", doing.target);
    return refusal === undefined ? { ...doing, effects } : doing;
  });
}

function dimsWhatIsOff({ target, effects }: Doing): boolean {
  const sets =
    effects.length > 0 && effects.every((each) => each.kind === "set" && each.property.type === "brightness");
  return sets && target.indexed.ownKinds.has("light") && inState("on", target) === false;
}
