import type { Property } from "../../home/index.ts";
import type { Frame } from "../parse/frame.ts";
import type { Item } from "../parse/items.ts";
import type { Target } from "./situation.ts";

/** Properties of which somebody asks where there is most or least. */
const COMPARED =
  /^(temperature|indoor-temperature|relative-humidity|humidity|illumination|battery-level|electric-power|.*-density)$/;

/** A target with the property that is asked of it. */
export interface Asked {
  readonly target: Target;
  readonly property: Property | null;
}

/** Whether the most or the least of something is said. */
export function extremeOf(items: readonly Item[]): "min" | "max" | null {
  const level = items.map(({ lex }) => lex?.level).find((each) => each === "min" || each === "max");
  return level === "min" || level === "max" ? level : null;
}

/**
 * "which room is the coldest", 哪里湿度最高: those with the least or most of what is asked. Null where no extreme is asked
 * for, or no value is known.
 */
export function extremesOf({ asking, items }: Frame, asked: readonly Asked[]): readonly Asked[] | null {
  if (asking !== "which" && asking !== "where" && asking !== "value") return null;
  const level = extremeOf(items);
  if (level === null) return null;
  const known = asked.flatMap(({ target, property }) => {
    const value = property && target.indexed.device.state.get(property.address)?.value;
    return property && COMPARED.test(property.type) && typeof value === "number" ? [{ target, property, value }] : [];
  });
  if (known.length === 0) return null;
  const best =
    level === "max" ? Math.max(...known.map(({ value }) => value)) : Math.min(...known.map(({ value }) => value));
  return known.filter(({ value }) => value === best);
}
