import type { Property } from "../../home/index.ts";
import { describes } from "../../language/index.ts";
import type { Frame, ValueMention } from "../parse/frame.ts";
import { type Item, playsRole } from "../parse/items.ts";
import { endsValue, switchesOf } from "../parse/slots/value-ending.ts";
import { type Effect, type EffectsOrRefusal, type Refusal, refuse } from "./context.ts";
import { impliedPower } from "./implied.ts";
import { defaultTypes, expanded, isIndicatorProperty, pacesFirst, settable, settableAs } from "./properties.ts";
import { type DeviceTarget, propertiesOf } from "./target.ts";
import { quantityInHomeUnit } from "./temperatures.ts";
import { fitDuration, fitValue } from "./values.ts";

/** The effects of setting the values of a frame on one target, or why that cannot be done. */
export function settingEffects(frame: Frame, target: DeviceTarget): EffectsOrRefusal {
  const { device } = target.indexed;
  const effects: Effect[] = [];
  const used = new Set<string>();
  if (isRange(frame))
    return refuse({ code: "bad-value", device, property: null, said: frame.values.map(({ text }) => text).join(", ") });
  const relative =
    frame.values.length > 1
      ? frame.values.filter((value) => !isAmount(frame, value) && !isBesideColor(frame, value))
      : frame.values;
  for (const said of relative) {
    const found = settingOf(frame, target, said, used);
    if (found.refusal && isHeating(frame, said)) continue;
    if (found.refusal) return found;
    for (const effect of found.effects) {
      if (effect.kind === "set") used.add(effect.property.address);
      effects.push(effect);
    }
  }
  if (frame.values.length === 0) {
    const [duration] = frame.durations;
    if (!duration) return refuse({ code: "bad-value", device, property: null, said: frame.propText });
    const found = durationOf(frame, target, duration.seconds);
    if (found.refusal) return found;
    effects.push(...found.effects);
  }
  return { effects: [...impliedPower(frame, target, effects), ...effects] };
}

/** Whether two numbers are given for one unnamed property: "18 to 24". */
function isRange({ values, props }: Frame): boolean {
  if (values.length < 2 || props.length > 0) return false;
  const plain = values.filter(({ quantity, listed }) => quantity !== null && listed.length === 0);
  const units = plain.map(({ quantity }) => (quantity?.unit === "degree" ? "celsius" : quantity?.unit));
  // "18 to 24 degrees"
  const same = new Set(units.map((unit) => unit ?? units.find((other) => other === "celsius") ?? null));
  return plain.length > 1 && same.size === 1;
}

/** Whether a listed value only says what the degrees are for: 加热到35度. */
function isHeating(frame: Frame, { listed }: ValueMention): boolean {
  return (
    listed.some((each) => HEATING.has(each)) &&
    frame.values.some(
      ({ quantity }) => quantity !== null && (quantity.unit === null ? frame.to : DEGREES.has(quantity.unit)),
    )
  );
}

/** Listed values that may say what degrees are for. */
const HEATING: ReadonlySet<string> = new Set(["heat", "cool", "roast", "bake", "grill", "preheat"]);

/** Whether the value is the amount in "by 4% to 80", which counts for nothing beside the goal. */
function isAmount(frame: Frame, { quantity }: ValueMention): boolean {
  return (
    frame.by &&
    frame.to &&
    quantity !== null &&
    (quantity.unit === "percent" || quantity.unit === "level") &&
    frame.values.some((other) => other.quantity !== quantity)
  );
}

/** Whether a white value only qualifies a colour: "warm red". */
function isBesideColor({ values }: Frame, { kelvin, color }: ValueMention): boolean {
  return kelvin !== null && color === null && values.some((other) => other.color !== null);
}

function settingOf(
  frame: Frame,
  target: DeviceTarget,
  said: ValueMention,
  used: ReadonlySet<string>,
): EffectsOrRefusal {
  const { device } = target.indexed;
  // "less red"
  if (said.color !== null && frame.more < 0)
    return refuse({ code: "bad-value", device, property: null, said: said.text });
  if (endsValue(frame)) {
    const ended = switchCalled(target, said, false);
    return ended ? { effects: [ended] } : refuse({ code: "no-property", device, said: said.text });
  }
  const named = settableAs(target, frame.props);
  const others = said.level === null ? defaultTypes(target) : pacesFirst(defaultTypes(target));
  const listed =
    said.listed.length > 0 || said.level !== null
      ? propertiesOf(target).filter(({ access, values }) => access.write && values.length > 0)
      : [];
  const only = frame.props.length > 0 && used.size === 0 && frame.values.length === 1;
  // "Full speed" of a device without a fan may be a value with that name.
  const called = named.length === 0 && said.level !== null && said.listed.length > 0 ? listed : [];
  const inferred = (only ? called : [...settable(target, others), ...listed]).filter(
    (each) => !isIndicatorProperty(each, target),
  );
  let out: Property | null = null;
  let near: Effect | null = null;
  for (const property of [...named, ...inferred]) {
    if (used.has(property.address)) continue;
    // A share of a list of speeds is a guess, so a property that takes a percentage goes first.
    if (near && !(near.kind === "set" && isAlike(near.property, property))) continue;
    // A number out of range for one property must not land on another: 75 degrees is no humidity.
    if (out && (isDegrees(said) || said.quantity?.unit === "percent") && !isAlike(out, property)) continue;
    const fit = fitValue(property, inHomeUnit(frame, property, said));
    if (fit.kind === "value") {
      const value = said.color !== null && isTinged(frame) ? tinged(target, property, said.color) : fit.value;
      const effect: Effect = { kind: "set", property, value, ...(fit.clamped && { clamped: true }) };
      if (!fit.near) return { effects: [effect] };
      // A share of a list is meant only for the property that a value is usually about.
      if (!named.includes(property) && (property.type === "mode" || !isAlike(inferred[0] ?? property, property)))
        continue;
      near ??= effect;
    }
    if (fit.kind === "out-of-range") out ??= property;
  }
  if (near) return { effects: [near] };
  if (frame.props.length > 0 && named.length === 0 && used.size === 0 && frame.values.length === 1) {
    return refuse({ code: "no-property", device, said: frame.propText || said.text });
  }
  // Brightness 0 below the range means off.
  if (out?.type === "brightness" && said.quantity?.value === 0) {
    const power = target.indexed.capabilities.power.find(({ service }) => service === out?.service);
    if (power) return { effects: [{ kind: "set", property: power, value: false }] };
  }
  // Volume 0 below the range means mute.
  if (out?.type === "volume" && said.quantity?.value === 0) {
    const mute = propertiesOf(target).find(
      ({ type, access, format }) => type === "mute" && access.write && format === "bool",
    );
    if (mute) return { effects: [{ kind: "set", property: mute, value: true }] };
  }
  // A list without value names cannot be set by a name; another list may have it.
  const nameless = named.length > 0 && named.every(hasNoNames) && frame.values.length === 1;
  const other = nameless ? namedValue(target, said) : null;
  if (other) return { effects: [other] };
  const own = frame.values.length === 1 ? switchCalled(target, said, true) : null;
  if (own) return { effects: [own] };
  if (out) return refuse({ code: "out-of-range", device, property: out, said: said.text });
  const property = named[0] ?? null;
  if (property) return refuse({ code: "bad-value", device, property, said: said.text });
  return refuse({ code: "no-property", device, said: frame.propText || said.text });
}

/**
 * Sets a boolean property that a listed value names: "the AC to sleep", where sleep is no mode but a switch. Null when there
 * is none.
 */
function switchCalled(target: DeviceTarget, { listed }: ValueMention, value: boolean): Effect | null {
  const types = new Set(switchesOf(listed));
  const property = propertiesOf(target).find(
    ({ type, access, format }) => access.write && format === "bool" && types.has(type),
  );
  return property ? { kind: "set", property, value } : null;
}

/** Whether more of a colour is wanted: "redder", 再红一点. */
function isTinged({ items, more, timeless }: Frame): boolean {
  return !timeless && (more > 0 || items.some((item) => playsRole(item, "tinge")));
}

/** The colour half way between the current one and another; the other one where the current one is not known. */
function tinged(target: DeviceTarget, { address, type }: Property, color: number): number {
  const now = target.indexed.device.state.get(address)?.value;
  if (type !== "color" || typeof now !== "number") return color;
  const between = [16, 8, 0].map(
    (shift) => Math.round((((now >> shift) & 255) + ((color >> shift) & 255)) / 2) << shift,
  );
  return between.reduce((sum, part) => sum + part, 0);
}

/** The value in the unit that is meant in this home. */
function inHomeUnit(frame: Frame, property: Property, said: ValueMention): ValueMention {
  const { quantity, level } = said;
  // "Coldest" of a lamp is its highest colour temperature.
  const cold = property.type === "color-temperature" && frame.props.includes("target-temperature");
  if (cold && (level === "min" || level === "max")) return { ...said, level: level === "min" ? "max" : "min" };
  return quantity === null ? said : { ...said, quantity: quantityInHomeUnit(frame, property, quantity) };
}

/** Whether the number may be a temperature. */
function isDegrees({ quantity }: ValueMention): boolean {
  return quantity !== null && DEGREES.has(quantity.unit);
}

const DEGREES: ReadonlySet<string | null> = new Set([null, "degree", "celsius", "fahrenheit"]);

function hasNoNames({ values }: Property): boolean {
  return values.length > 0 && values.every(({ description }) => description.trim() === "");
}

/** Whether two properties express the same thing differently: a level and a percentage of one fan. */
function isAlike(one: Property, other: Property): boolean {
  return expanded([one.type]).includes(other.type);
}

function durationOf(frame: Frame, target: DeviceTarget, seconds: number): EffectsOrRefusal {
  const { device } = target.indexed;
  const named = settable(target, frame.props);
  for (const property of named) {
    const fit = fitDuration(property, seconds);
    if (fit.kind === "value") return { effects: [{ kind: "set", property, value: fit.value }] };
    if (fit.kind === "out-of-range") {
      return refuse({ code: "out-of-range", device, property, said: frame.durations[0]?.item.said ?? "" });
    }
  }
  return refuse({ code: "no-property", device, said: frame.propText });
}

/** Whether "roll down" is said. It opens car windows and closes blinds, so the direction is not known. */
function isRolled({ items }: Frame): boolean {
  const isRolling = (item: Item): boolean => item.grammar.spaces && item.to - item.from > 1;
  return items.some(
    (item) => (item.lex?.acts.length ?? 0) > 0 && (isRolling(item) || playsRole(item, "up") || playsRole(item, "down")),
  );
}

/** Switches a named property on or off: "turn on the child lock", 打开摇头. Null where it is the power switch. */
export function switchEffects(frame: Frame, target: DeviceTarget, on: boolean): EffectsOrRefusal | null {
  const { device } = target.indexed;
  const named = settable(target, frame.props);
  const booleans = named.filter(({ format, type }) => format === "bool" && type !== "on");
  if (booleans.some(({ type }) => type === "windows") && isRolled(frame))
    return refuse({ code: "no-property", device, said: frame.propText });
  const every = frame.items.some(
    (item) => playsRole(item, "both") && item.lex?.props.includes(booleans[0]?.type ?? ""),
  );
  if (booleans.length > 0) {
    const properties = every ? booleans : booleans.slice(0, 1);
    return { effects: properties.map((property) => ({ kind: "set", property, value: on })) };
  }
  const asValue = on ? namedValueEffects(frame, target) : null;
  if (asValue) return asValue;
  for (const property of named) {
    const value = property.values.find(({ description }) =>
      describes(description, on ? ["on", "open", "enable"] : ["off", "close", "disable"]),
    );
    if (value) return { effects: [{ kind: "set", property, value: value.value }] };
  }
  if (named.some(({ type }) => type === "on")) return null;
  // A fridge reports its door, but only people open it.
  const told = frame.props.some((type) => target.indexed.capabilities.properties.has(type));
  const { act } = frame;
  if (told && (act === "open" || act === "close")) return refuse({ code: "no-action", device, said: act });
  return refuse({ code: "no-property", device, said: frame.propText }) satisfies { refusal: Refusal };
}

/** Sets a value whose name is also a word for a property: 浴霸换气, "washer on spin". Null when that is not meant. */
export function namedValueEffects(frame: Frame, target: DeviceTarget): EffectsOrRefusal | null {
  const { propValue } = frame;
  if (propValue === null || frame.values.length > 0 || frame.changes.length > 0) return null;
  const own = settable(target, frame.props);
  // "Change the colour" does not say which one.
  if (own.some(({ format, type }) => format === "bool" || type === "color")) return null;
  const value = namedValue(target, propValue);
  return value && { effects: [...impliedPower(frame, target, [value]), value] };
}

/** Finds a value with this name in one of the target's lists: "sleep mode" is the mode Sleep. */
function namedValue(target: DeviceTarget, said: ValueMention): Effect | null {
  for (const property of propertiesOf(target)) {
    if (!property.access.write || property.values.length === 0) continue;
    const fit = fitValue(property, said);
    if (fit.kind === "value") return { kind: "set", property, value: fit.value };
  }
  return null;
}
