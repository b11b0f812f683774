import { clampNumber, type Property } from "../../home/index.ts";
import { describes } from "../../language/index.ts";
import type { Frame } from "../parse/frame.ts";
import { type Effect, type EffectsOrRefusal, refuse } from "./context.ts";
import { impliedPower } from "./implied.ts";
import { defaultTypes, isIndicatorProperty, settableAs } from "./properties.ts";
import { rankedValues } from "./ranked-values.ts";
import type { DeviceTarget } from "./target.ts";
import { quantityInHomeUnit } from "./temperatures.ts";
import { rounded } from "./values.ts";

/** Size of a step without an amount, as a part of the property's range. */
const PARTS = { little: 0.1, some: 0.2, much: 0.4 } as const;
/** The same for temperatures, in degrees. */
const DEGREES = { little: 1, some: 1, much: 3 } as const;

/**
 * The effects of raising or lowering a property of one target by an amount, or by a default step. `types`: property types to
 * try, in order. Refuses where no property fits, or its current value is not known.
 */
export function changeEffects(
  frame: Frame,
  target: DeviceTarget,
  direction: 1 | -1,
  types: readonly string[],
): EffectsOrRefusal {
  const { device } = target.indexed;
  const candidates = settableAs(target, types.length > 0 ? types : defaultTypes(target)).filter(
    (property) => isOrdered(property) && (frame.props.length > 0 || !isIndicatorProperty(property, target)),
  );
  const [property] = candidates;
  if (!property)
    return refuse({ code: "no-property", device, said: frame.propText || (types[0] ?? "").replaceAll("-", " ") });
  if (frame.timeless) return refuse({ code: "relative", device, property });
  const now = currentOf(target, property);
  if (now === null) return refuse({ code: "unknown-state", device, property });
  if (property.values.length > 0) return listedChange(frame, target, property, now, direction);
  const delta = deltaOf(frame, property, now, direction);
  if (delta === null) return refuse({ code: "bad-value", device, property, said: frame.values[0]?.text ?? "" });
  const wanted = rounded(property, belowZero(frame, property, delta) ?? now + delta);
  const value = clampNumber(property, wanted);
  const effect: Effect = { kind: "set", property, value, ...(value !== wanted && { clamped: true }) };
  // "Cooler" switches an air conditioner on, but never a heater.
  const cools = frame.changes.length > 0 && property.type === "target-temperature" && canCool(target);
  const starts = direction > 0 || cools;
  return { effects: [...(starts ? impliedPower(frame, target, [effect]) : []), effect] };
}

function canCool({ indexed }: DeviceTarget): boolean {
  return indexed.kinds.has("air-conditioner");
}

/**
 * The value itself where a range is always below zero: "the freezer minus twenty" sets -20 and does not lower by 20. Null
 * otherwise.
 */
function belowZero({ by, values }: Frame, { range }: Property, delta: number): number | null {
  const plain = !by && values.length > 0 && range !== null && range.max <= 0;
  return plain && delta >= range.min && delta <= range.max ? delta : null;
}

function isOrdered(property: Property): boolean {
  if (property.values.length > 0) return rankedValues(property).length > 1;
  return property.format !== "bool" && property.format !== "string" && property.type !== "color";
}

/** The current value; for a write-only target position, that of the current position. */
function currentOf({ indexed }: DeviceTarget, property: Property): number | null {
  const { state } = indexed.device;
  const read = property.address.replace("target-position", "current-position");
  const value = property.access.read
    ? state.get(property.address)?.value
    : (state.get(read) ?? state.get(property.address))?.value;
  return typeof value === "number" ? value : null;
}

/** The signed amount by which the value changes, in the property's unit; null where the words say none that fits. */
function deltaOf(frame: Frame, property: Property, now: number, direction: 1 | -1): number | null {
  const [said] = frame.values;
  if (frame.factor !== null)
    return frame.factor > 1 === direction > 0 || frame.factor < 1 ? now * (frame.factor - 1) : null;
  const quantity = said?.quantity ? quantityInHomeUnit(frame, property, said.quantity) : null;
  const duration = frame.durations[0];
  if (quantity === null && duration) return direction * duration.seconds;
  if (quantity === null && said?.half) return (direction * now) / 2;
  if (quantity === null) return direction * defaultStep(frame, property);
  switch (quantity.unit) {
    case "percent":
      return (
        direction *
        (property.unit === "percentage" || property.range?.max === 100
          ? quantity.value
          : spanOf(property) * (quantity.value / 100))
      );
    case "fraction":
      return direction * now * quantity.value;
    case "level":
      return (
        direction *
        quantity.value *
        (property.range && spanOf(property) > 20 ? spanOf(property) / 10 : (property.range?.step ?? 1))
      );
    case "times": {
      // 亮一倍 means twice as bright.
      const times = quantity.value === 1 ? 2 : quantity.value;
      return direction > 0 ? now * (times - 1) : now / times - now;
    }
    case "fahrenheit":
      return direction * (property.unit === "fahrenheit" ? quantity.value : quantity.value / 1.8);
    default:
      return direction * quantity.value;
  }
}

function spanOf({ range }: Property): number {
  return range ? range.max - range.min : 100;
}

function defaultStep(frame: Frame, property: Property): number {
  const size = frame.amount ?? "some";
  if (property.unit === "celsius" || (/temp/.test(property.type) && property.type !== "color-temperature"))
    return Math.max(DEGREES[size], property.range?.step ?? 1);
  if (property.type === "volume") return size === "much" ? 30 : 10;
  if (property.type === "target-humidity") return size === "much" ? 20 : 10;
  const span = spanOf(property);
  const step = property.range?.step ?? 1;
  return span <= 10 * step ? step * (size === "much" ? 2 : 1) : span * PARTS[size];
}

/** Moves to the next step of a list. "Auto" is no step of it, so there the user is asked for one. */
function listedChange(
  frame: Frame,
  target: DeviceTarget,
  property: Property,
  now: number,
  direction: 1 | -1,
): EffectsOrRefusal {
  const { device } = target.indexed;
  const ranked = rankedValues(property);
  const place = placeOf(property, ranked, now);
  if (place === null) return refuse({ code: "no-step", device, property, now });
  const next = steppedFrom(frame, place, ranked.length, direction);
  const held = Math.min(ranked.length - 1, Math.max(0, next));
  const value = ranked[held];
  if (value === undefined || next === place)
    return refuse({ code: "bad-value", device, property, said: frame.propText });
  // A device that is off stays as it is when lowered.
  if (place < 0 && direction < 0) return { effects: [{ kind: "set", property, value: now, clamped: true }] };
  const effect: Effect = { kind: "set", property, value, ...(held !== next && { clamped: true }) };
  return { effects: direction > 0 ? [...impliedPower(frame, target, [effect]), effect] : [effect] };
}

/** Index of a value among the ranked steps; -1 when it means off; null when it is no step. */
function placeOf(property: Property, ranked: readonly number[], now: number): number | null {
  const place = ranked.indexOf(now);
  if (place >= 0) return place;
  const description = property.values.find(({ value }) => value === now)?.description ?? "";
  return describes(description, ["off", "close", "none"]) ? -1 : null;
}

/** Index of the step that is reached from `place`, not yet limited to the list. */
function steppedFrom(frame: Frame, place: number, count: number, direction: 1 | -1): number {
  const [said] = frame.values;
  const quantity = said?.quantity ?? null;
  const part = said?.half && quantity === null ? 0.5 : quantity?.unit === "fraction" ? quantity.value : null;
  const factor = frame.factor ?? (part === null ? null : 1 + direction * part);
  if (factor !== null) {
    const next = Math.round((place + 1) * factor) - 1;
    return next === place ? place + direction : next;
  }
  if (quantity?.unit === "percent") return place + direction * Math.max(1, Math.round((quantity.value / 100) * count));
  if (quantity && (quantity.unit === "level" || quantity.unit === null)) return place + direction * quantity.value;
  return place + direction * (frame.amount === "much" ? 2 : 1);
}
