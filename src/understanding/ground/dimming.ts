import type { Frame } from "../parse/frame.ts";
import type { PlannedEffects } from "../plan.ts";
import { actEffects } from "./act-effects.ts";
import { directionOf } from "./frame-effects.ts";
import { isInState } from "./states.ts";

/**
 * Replaces dimming lamps that are off ("dim the lights", 太亮了) by switching them off, so that nothing changes unseen and the
 * reply says that they are off. Null when a lamp is on, or it is no step down in brightness.
 */
export function alreadyDark(frame: Frame, doings: readonly PlannedEffects[]): readonly PlannedEffects[] | null {
  if (frame.timeless || directionOf(frame) !== -1 || frame.values.length > 0 || doings.length === 0) return null;
  if (!doings.every(dimsWhatIsOff)) return null;
  return doings.map((doing) => {
    const { effects, refusal } = actEffects("off", doing.target);
    return refusal === undefined ? { ...doing, effects } : doing;
  });
}

function dimsWhatIsOff({ target, effects }: PlannedEffects): boolean {
  const sets =
    effects.length > 0 && effects.every((each) => each.kind === "set" && each.property.type === "brightness");
  return sets && target.indexed.ownKinds.has("light") && isInState("on", target) === false;
}
