import type { Act } from "../lexicon/types.ts";
import { emptyFrame, emptyHead, type Frame } from "../parse/frame.ts";

/** Temperatures that a room is cooled or heated to, in degrees Celsius. */
const COOLEST = 16;
const WARMEST = 32;

const SETTING: ReadonlySet<Act> = new Set<Act>(["set", "open", "on"]);

/** Whether the frame is only a temperature for a room: "26 please", 开25度吧. */
export function isBareTemperature({
  heads,
  places,
  values,
  changes,
  props,
  act,
  negated,
  unknown,
  asking,
}: Frame): boolean {
  const [value, ...others] = values;
  if (!value?.quantity || others.length + heads.length + places.length + changes.length > 0) return false;
  if (negated || asking !== null || unknown.length > 0 || (act !== null && !SETTING.has(act))) return false;
  const { unit, value: degrees } = value.quantity;
  const warmth = props.every((type) => /temperature/.test(type));
  const degree = unit === "degree" || unit === "celsius" || unit === null;
  return warmth && degree && degrees >= COOLEST && degrees <= WARMEST;
}

/** A frame about the air conditioner, which a bare temperature means after "too hot" or "too cold". */
export function aboutAirConditioner(): Frame {
  return { ...emptyFrame([]), heads: [{ ...emptyHead(), type: "kind", kinds: ["air-conditioner"] }] };
}
