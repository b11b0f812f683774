import { clampNumber, type Property } from "../../../home/index.ts";
import type { Frame, SaidValue } from "../parse/frame.ts";
import { type Effect, type EffectsOrRefusal, propertiesOf, type Refusal, refuse, type Target } from "./situation.ts";
import { fitDuration, fitValue, rankedValues, rounded } from "./values.ts";

/**
 * The property that a bare number, percentage or "brighter" is about, by kind of device: the first that the device has and
 * that takes such a value.
 */
const DEFAULTS: Readonly<Record<string, readonly string[]>> = {
  light: ["brightness", "color", "color-temperature", "mode"],
  curtain: ["target-position"],
  blinds: ["target-position"],
  "window-opener": ["target-position"],
  "garage-door": ["target-position"],
  door: ["target-position"],
  valve: ["target-position"],
  airer: ["target-position"],
  speaker: ["volume", "mode"],
  television: ["volume", "input-control"],
  "air-conditioner": ["target-temperature", "mode", "fan-level", "fan-speed", "speed-level"],
  thermostat: ["target-temperature", "mode"],
  heater: ["target-temperature", "heat-level", "mode", "fan-speed"],
  "water-heater": ["target-temperature", "mode"],
  kettle: ["target-temperature"],
  fridge: ["target-temperature"],
  fan: ["fan-level", "speed-level", "speed", "fan-speed", "fan-percent", "mode"],
  "range-hood": ["fan-level", "speed-level"],
  humidifier: ["target-humidity", "intensity", "fan-level", "mode"],
  dehumidifier: ["target-humidity", "intensity", "fan-level", "mode"],
  "air-purifier": ["fan-level", "fan-speed", "favorite-level", "mode"],
  aromatherapy: ["intensity", "interval"],
  vacuum: ["cleaning-mode", "mode", "volume"],
};

/** Types that any device may have, after those of its kind. */
const COMMON = [
  "brightness",
  "target-position",
  "volume",
  "target-temperature",
  "target-humidity",
  "fan-level",
  "speed-level",
  "fan-speed",
  "speed",
  "intensity",
  "color",
  "color-temperature",
  "mode",
];

/** Properties whose setting means that the device shall run. */
const TURNS_ON =
  /^(brightness|color|color-temperature|mode|target-temperature|target-humidity|fan-level|fan-speed|speed|speed-level|fan-percent|horizontal-swing|vertical-swing|swing|intensity|heat-level)$/;

/** Whether a target has one of the properties, for setting. */
export function settable(target: Target, types: readonly string[]): Property[] {
  return byType(target, types).filter(({ access }) => access.write);
}

function byType(target: Target, types: readonly string[]): Property[] {
  const properties = propertiesOf(target);
  const main = new Set(target.indexed.capabilities.main.map(({ key }) => key));
  const found = types.flatMap((type) => properties.filter((property) => property.type === type));
  // "temperature" of a lamp is that of its colour.
  if (found.every(({ access }) => !access.write) && types.includes("target-temperature") && isLamp(target)) {
    found.push(...properties.filter(({ type }) => type === "color-temperature"));
  }
  // The order of the types counts first: what a number is usually about.
  const rank = ({ type }: Property): number => (types.includes(type) ? types.indexOf(type) : types.length);
  return found.sort((a, b) => rank(a) - rank(b) || Number(main.has(b.service)) - Number(main.has(a.service)));
}

function isLamp({ indexed, service }: Target): boolean {
  const { spec } = indexed.device;
  return service === null
    ? spec.kind === "light"
    : spec.services.some(({ key, type }) => key === service && type === "light");
}

/** Types that a value without a property may be about on this target. */
export function defaultTypes({ indexed, service }: Target): readonly string[] {
  const { spec } = indexed.device;
  const kind = service === null ? spec.kind : (spec.services.find(({ key }) => key === service)?.type ?? spec.kind);
  return [...(DEFAULTS[kind] ?? []), ...COMMON];
}

/** What setting the values of a frame does to one target. */
export function settingsOf(frame: Frame, target: Target): EffectsOrRefusal {
  const { device } = target.indexed;
  const effects: Effect[] = [];
  const used = new Set<string>();
  const relative = frame.values.length > 1 ? frame.values.filter((value) => !isAmount(frame, value)) : frame.values;
  for (const said of relative) {
    const found = settingOf(frame, target, said, used);
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
  return { effects: [...impliedPower(target, effects), ...effects] };
}

/** "by 4% to 80": the amount counts for nothing beside the goal. */
function isAmount(frame: Frame, { quantity }: SaidValue): boolean {
  return (
    frame.by &&
    frame.to &&
    quantity !== null &&
    (quantity.unit === "percent" || quantity.unit === "level") &&
    frame.values.some((other) => other.quantity !== quantity)
  );
}

function settingOf(frame: Frame, target: Target, said: SaidValue, used: ReadonlySet<string>): EffectsOrRefusal {
  const { device } = target.indexed;
  const named = settable(target, frame.props);
  const others = defaultTypes(target);
  const listed =
    said.listed.length > 0 || said.level !== null
      ? propertiesOf(target).filter(({ access, values }) => access.write && values.length > 0)
      : [];
  const inferred =
    frame.props.length > 0 && used.size === 0 && frame.values.length === 1
      ? []
      : [...settable(target, others), ...listed];
  let out: Property | null = null;
  for (const property of [...named, ...inferred]) {
    if (used.has(property.address)) continue;
    const fit = fitValue(property, said);
    if (fit.kind === "value") {
      return { effects: [{ kind: "set", property, value: fit.value, ...(fit.clamped && { clamped: true }) }] };
    }
    if (fit.kind === "out-of-range") out ??= property;
  }
  if (frame.props.length > 0 && named.length === 0 && used.size === 0 && frame.values.length === 1) {
    return refuse({ code: "no-property", device, said: frame.propText || said.text });
  }
  // Darker than the darkest is off.
  if (out?.type === "brightness" && said.quantity?.value === 0) {
    const power = target.indexed.capabilities.power.find(({ service }) => service === out?.service);
    if (power) return { effects: [{ kind: "set", property: power, value: false }] };
  }
  if (out) return refuse({ code: "out-of-range", device, property: out, said: said.text });
  const property = named[0] ?? null;
  if (property) return refuse({ code: "bad-value", device, property, said: said.text });
  return refuse({ code: "no-property", device, said: frame.propText || said.text });
}

function durationOf(frame: Frame, target: Target, seconds: number): EffectsOrRefusal {
  const { device } = target.indexed;
  const named = settable(target, frame.props);
  for (const property of named) {
    const fit = fitDuration(property, seconds);
    if (fit.kind === "value") return { effects: [{ kind: "set", property, value: fit.value }] };
    if (fit.kind === "out-of-range") {
      return refuse({ code: "out-of-range", device, property, said: frame.durations[0]?.item.text ?? "" });
    }
  }
  return refuse({ code: "no-property", device, said: frame.propText });
}

/** Steps of a change without an amount, as parts of the range: a bit, some, much. */
const PARTS = { little: 0.1, some: 0.2, much: 0.4 } as const;
/** In degrees. */
const DEGREES = { little: 1, some: 1, much: 3 } as const;

/** What changing a property by an amount, or by some, does to one target. */
export function changesOf(frame: Frame, target: Target, direction: 1 | -1, types: readonly string[]): EffectsOrRefusal {
  const { device } = target.indexed;
  const candidates = settable(target, types.length > 0 ? types : defaultTypes(target)).filter(isOrdered);
  const [property] = candidates;
  if (!property)
    return refuse({ code: "no-property", device, said: frame.propText || (types[0] ?? "").replaceAll("-", " ") });
  const now = currentOf(target, property);
  if (now === null) return refuse({ code: "unknown-state", device, property });
  if (property.values.length > 0) return listedChange(frame, target, property, now, direction);
  const delta = deltaOf(frame, property, now, direction);
  if (delta === null) return refuse({ code: "bad-value", device, property, said: frame.values[0]?.text ?? "" });
  const wanted = rounded(property, now + delta);
  const value = clampNumber(property, wanted);
  const effect: Effect = { kind: "set", property, value, ...(value !== wanted && { clamped: true }) };
  // Who is too hot wants the air conditioner on.
  const starts = direction > 0 || (frame.changes.length > 0 && property.type === "target-temperature");
  return { effects: [...(starts ? impliedPower(target, [effect]) : []), effect] };
}

function isOrdered(property: Property): boolean {
  if (property.values.length > 0) return rankedValues(property).length > 1;
  return property.format !== "bool" && property.format !== "string" && property.type !== "color";
}

/** The value now; of a position that is only written, that of the position that is read. */
function currentOf({ indexed }: Target, property: Property): number | null {
  const { state } = indexed.device;
  const read = property.address.replace("target-position", "current-position");
  const value = property.access.read
    ? state.get(property.address)?.value
    : (state.get(read) ?? state.get(property.address))?.value;
  return typeof value === "number" ? value : null;
}

function deltaOf(frame: Frame, property: Property, now: number, direction: 1 | -1): number | null {
  const [said] = frame.values;
  if (frame.factor !== null)
    return frame.factor > 1 === direction > 0 || frame.factor < 1 ? now * (frame.factor - 1) : null;
  const quantity = said?.quantity ?? null;
  const duration = frame.durations[0];
  if (quantity === null && duration) return direction * duration.seconds;
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
    case "times":
      return direction > 0 ? now * (quantity.value - 1) : now / quantity.value - now;
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

function listedChange(
  frame: Frame,
  target: Target,
  property: Property,
  now: number,
  direction: 1 | -1,
): EffectsOrRefusal {
  const ranked = rankedValues(property);
  const [said] = frame.values;
  const steps =
    said?.quantity && (said.quantity.unit === "level" || said.quantity.unit === null)
      ? said.quantity.value
      : frame.amount === "much"
        ? 2
        : 1;
  const place = ranked.indexOf(now);
  const next = place < 0 ? (direction > 0 ? 0 : ranked.length - 1) : place + direction * steps;
  const held = Math.min(ranked.length - 1, Math.max(0, next));
  const value = ranked[held];
  if (value === undefined) return refuse({ code: "unknown-state", device: target.indexed.device, property });
  const effect: Effect = { kind: "set", property, value, ...(held !== next && { clamped: true }) };
  return { effects: direction > 0 ? [...impliedPower(target, [effect]), effect] : [effect] };
}

/** Switches on what is off when brightness, mode, temperature … of it are set. */
function impliedPower(target: Target, effects: readonly Effect[]): Effect[] {
  const { device, capabilities } = target.indexed;
  const implied: Effect[] = [];
  for (const effect of effects) {
    if (
      effect.kind !== "set" ||
      !TURNS_ON.test(effect.property.type) ||
      (effect.value === 0 && effect.property.values.length === 0)
    )
      continue;
    const services = device.spec.services.find(({ key }) => key === effect.property.service);
    const own = services?.properties.find(
      ({ type, format, access }) => type === "on" && format === "bool" && access.write,
    );
    const power =
      own ?? (capabilities.main.some(({ key }) => key === effect.property.service) ? undefined : capabilities.power[0]);
    if (!power || device.state.get(power.address)?.value !== false) continue;
    if (effects.some((each) => each.kind === "set" && each.property === power)) continue;
    if (implied.some((each) => each.kind === "set" && each.property === power)) continue;
    implied.push({ kind: "set", property: power, value: true, implied: true });
  }
  return implied;
}

/** Switching a property of its own on or off: "turn on the child lock", "打开摇头". */
export function switchedOf(frame: Frame, target: Target, on: boolean): EffectsOrRefusal | null {
  const { device } = target.indexed;
  const named = settable(target, frame.props);
  const asValue = named.length === 0 && on && frame.propValue ? namedValue(target, frame.propValue) : null;
  if (asValue) return { effects: [...impliedPower(target, [asValue]), asValue] };
  const boolean = named.find(({ format, type }) => format === "bool" && type !== "on");
  if (boolean) return { effects: [{ kind: "set", property: boolean, value: on }] };
  for (const property of named) {
    const value = property.values.find(({ description }) =>
      (on ? /^(on|open|enable|开|打开|开启)$/i : /^(off|close|disable|关|关闭)$/i).test(description),
    );
    if (value) return { effects: [{ kind: "set", property, value: value.value }] };
  }
  if (named.some(({ type }) => type === "on")) return null;
  return refuse({ code: "no-property", device, said: frame.propText }) satisfies { refusal: Refusal };
}

/** A value of one of the target's lists that is called so: "sleep mode" is the mode Sleep. */
function namedValue(target: Target, said: SaidValue): Effect | null {
  for (const property of propertiesOf(target)) {
    if (!property.access.write || property.values.length === 0) continue;
    const fit = fitValue(property, said);
    if (fit.kind === "value") return { kind: "set", property, value: fit.value };
  }
  return null;
}
