import type { Property } from "../../home/index.ts";
import type { Frame } from "../parse/frame.ts";
import type { Item } from "../parse/items.ts";
import type { DeviceTarget } from "./target.ts";

/** Property types that can be asked for by "most" or "least". */
const COMPARED =
  /^(temperature|indoor-temperature|relative-humidity|humidity|illumination|battery-level|electric-power|.*-density)$/;

/** A target and its property that is compared. */
interface Asked {
  readonly target: DeviceTarget;
  readonly property: Property;
}

/** Whether the items say "most" or "least"; null: neither. */
export function extremeOf(items: readonly Item[]): "min" | "max" | null {
  for (const { lex } of items) if (lex?.level === "min" || lex?.level === "max") return lex.level;
  return null;
}

/**
 * The targets with the lowest or highest value: "which room is the coldest", 哪里湿度最高. Null when no extreme is asked for, or
 * no value is known.
 * @param properties the property that is compared, one for each target
 */
export function extremeTargets(
  { asking, items }: Frame,
  targets: readonly DeviceTarget[],
  properties: readonly (Property | null)[],
): readonly Asked[] | null {
  if (asking !== "which" && asking !== "where" && asking !== "value") return null;
  const level = extremeOf(items);
  if (level === null) return null;
  const known = targets.flatMap((target, at) => {
    const property = properties[at];
    const value = property && target.indexed.device.state.get(property.address)?.value;
    return property && COMPARED.test(property.type) && typeof value === "number" ? [{ target, property, value }] : [];
  });
  if (known.length === 0) return null;
  const best =
    level === "max" ? Math.max(...known.map(({ value }) => value)) : Math.min(...known.map(({ value }) => value));
  return known.filter(({ value }) => value === best);
}
