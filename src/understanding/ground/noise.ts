import type { Frame } from "../parse/frame.ts";
import { focused } from "./candidates.ts";
import type { Situation, Target } from "./situation.ts";
import { inState } from "./states.ts";

const NOISY =
  /^(vacuum|lawn-mower|air-purifier|fan|air-fresh|range-hood|hood|humidifier|dehumidifier|washer|dryer|washer-dryer|dishwasher|air-conditioner|heater|bath-heater|microwave-oven|air-fryer)$/;

/** By what it is made quieter, where it plays nothing. */
export const SLOWER = { props: ["fan-level", "speed-level"], direction: -1 } as const;

/** Whether it is heard when it runs, and plays nothing. */
export function isNoisy({ indexed: { device } }: Target): boolean {
  return NOISY.test(device.spec.kind);
}

/** Whether "quieter" and nothing else is said while what was talked about is heard and plays nothing. */
export function isOwnNoise(
  { changes, act, heads, places, values, props, unknown }: Frame,
  situation: Situation,
): boolean {
  if (changes.length === 0 || values.length + unknown.length + places.length + props.length > 0) return false;
  if (!changes.every((change) => change.direction === -1 && change.props.includes("volume"))) return false;
  if (act !== null && act !== "lower" && act !== "set") return false;
  if (!heads.every(({ type }) => type === "it" || type === "them")) return false;
  const targets = focused(situation);
  return targets.length > 0 && targets.every((target) => isNoisy(target) && inState("on", target) !== false);
}
