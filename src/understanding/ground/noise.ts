import type { Frame } from "../parse/frame.ts";
import { focusTargets } from "./candidates.ts";
import type { DialogueContext } from "./context.ts";
import { isInState } from "./states.ts";
import type { DeviceTarget } from "./target.ts";

/** Kinds that make noise when they run. */
const NOISY =
  /^(vacuum|lawn-mower|air-purifier|fan|air-fresh|range-hood|hood|humidifier|dehumidifier|washer|dryer|washer-dryer|dishwasher|air-conditioner|heater|bath-heater|microwave-oven|air-fryer)$/;

/** The change that makes a noisy device quieter. */
export const SLOWER = { props: ["fan-level", "speed-level"], direction: -1 } as const;

/** Whether the device makes noise when it runs and plays no sound. */
export function isNoisy({ indexed: { device } }: DeviceTarget): boolean {
  return NOISY.test(device.spec.kind);
}

/** Whether the frame only says "quieter" while the focus is a noisy device that is not off. */
export function isOwnNoise(
  { changes, act, heads, places, values, props, unknown }: Frame,
  context: DialogueContext,
): boolean {
  if (changes.length === 0 || values.length + unknown.length + places.length + props.length > 0) return false;
  if (!changes.every((change) => change.direction === -1 && change.props.includes("volume"))) return false;
  if (act !== null && act !== "lower" && act !== "set") return false;
  if (!heads.every(({ type }) => type === "it" || type === "them")) return false;
  const targets = focusTargets(context);
  return targets.length > 0 && targets.every((target) => isNoisy(target) && isInState("on", target) !== false);
}
