import { type Planner, resolveTarget, type Scene, Target } from "../../../automation/index.ts";
import { cleanText, type HomeView, JiaError, type Phrase, tryCoerce, type Value } from "../../../home/index.ts";
import { message, SPOKEN_WORDS } from "../../../language/index.ts";
import { requestedValue } from "../devices/requested-value.ts";
import { resolveDevice, resolveProperty } from "../devices/resolve.ts";
import { numberIn, valueRequestIn } from "./amounts.ts";
import { isPlainObject, parsedIfJson, type UnknownFields } from "./argument-shape.ts";
import { type DeviceProperty, devicePropertiesOf, type TargetNames, targetOf } from "./targets.ts";
import { durationIn } from "./times.ts";

/** A value in a draft that cannot be resolved in this home. */
export interface DraftFault {
  readonly field: string;
  readonly value: string;
  readonly error: JiaError | Phrase;
}

/** The context for reading a draft: where its names are resolved, and the faults found so far. */
export interface DraftContext {
  readonly home: HomeView;
  readonly scenes: Pick<Planner["scenes"], "get" | "find" | "list">;
  /** Id of the speaker's room. */
  readonly room: string | null;
  readonly now: number;
  readonly faults: DraftFault[];
}

/** Keys that give the target of a part. */
export const TARGET_KEYS = ["target", "device", "devices", "room", "floor", "kind", "except"] as const;

/** Resolves the target of a part from any of its keys; undefined where it has none. `rest`: the other keys. */
export function targetIn(
  part: UnknownFields,
  field: string,
  reading: DraftContext,
): { readonly target: unknown; readonly rest: UnknownFields } {
  const keys: readonly string[] = TARGET_KEYS;
  const rest = Object.fromEntries(Object.entries(part).filter(([key]) => !keys.includes(key)));
  const given = keys.some((key) => key in part) ? placeIn(part) : undefined;
  if (given === undefined) return { target: undefined, rest };
  const target = noted(`${field}.target`, given, reading, () => targetOf(reading.home, given, reading.room));
  return { target: target ?? part["target"] ?? given, rest };
}

/** The names of a target in one form: a handle, a list of handles, an object with either, or a place. */
function placeIn(part: UnknownFields): TargetNames | undefined {
  const { target, ...beside } = part;
  const whole = parsedIfJson(target);
  if (isPlainObject(whole)) return placeIn({ ...beside, ...whole });
  const named = whole ?? parsedIfJson(beside["device"]) ?? parsedIfJson(beside["devices"]);
  if (isPlainObject(named)) return placeIn(named);
  if (Array.isArray(named)) return named.length === 1 ? { device: String(named[0]) } : { devices: named.map(String) };
  if (named !== undefined) return { device: String(named) };
  const text = (key: string): UnknownFields => (beside[key] === undefined ? {} : { [key]: String(beside[key]) });
  const except = parsedIfJson(beside["except"]);
  const place = { ...text("room"), ...text("floor"), ...text("kind") };
  if (Object.keys(place).length === 0) return undefined;
  return { ...place, ...(except !== undefined && { except: [except].flat().map(String) }) };
}

/** Resolves a property for the devices of a target; null with a fault where none has it. */
export function resolveDeviceProperties(
  target: unknown,
  property: unknown,
  use: "read" | "write",
  field: string,
  reading: DraftContext,
): readonly DeviceProperty[] | null {
  const parsed = Target.safeParse(target);
  if (!parsed.success || typeof property !== "string" || resolveTarget(parsed.data, reading.home).length === 0)
    return null;
  return noted(field, property, reading, () => devicePropertiesOf(reading.home, parsed.data, property, use));
}

/** The address of a property where it is the same for all devices; otherwise the given name. */
export function sharedAddress(having: readonly DeviceProperty[] | null, given: unknown): unknown {
  const [first, ...others] = having ?? [];
  return first && others.every(({ property }) => property.address === first.property.address)
    ? first.property.address
    : given;
}

/** A value, or several, in the form of definitions: as given where all devices accept it, otherwise the number that it means. */
export function valueFor(
  having: readonly DeviceProperty[] | null,
  given: unknown,
  field: string,
  reading: DraftContext,
): unknown {
  const open = parsedIfJson(given);
  if (Array.isArray(open)) return open.map((each) => valueFor(having, each, field, reading));
  const value = open as Value;
  if (isPlainObject(open)) return followed(open, field, reading);
  if (!having || having.length === 0) return value;
  const coerced = having.map(({ property }) => tryCoerce(property, value, SPOKEN_WORDS));
  if (coerced.every((each) => each !== null)) return plainOf(having, coerced, value);
  const wished = noted(field, value, reading, () =>
    having.map(({ device, property }) => {
      const wish = typeof value === "string" ? valueRequestIn(value, property) : null;
      if (wish !== null && "change" in wish)
        throw new JiaError("value-unknown", { device: device.handle, address: property.address });
      return requestedValue(device, property, undefined, { value });
    }),
  );
  if (wished === null) return value;
  return new Set(wished).size === 1 ? wished[0] : value;
}

/** Resolves the names in a value that follows another device: `{"of": "study sensor", "plus": 2}`. */
function followed(given: UnknownFields, field: string, { home, room, faults }: DraftContext): UnknownFields {
  const { of, property } = given;
  if (typeof of !== "string") return given;
  try {
    const device = resolveDevice(home, of, room);
    const address = typeof property === "string" ? { property: resolveProperty(device, property, "read").address } : {};
    return { ...given, of: device.id, ...address };
  } catch (error) {
    if (!(error instanceof JiaError)) throw error;
    faults.push({ field, value: of, error });
    return given;
  }
}

/** The coerced value where it is the same for all devices; list values and ambiguous words stay as given. */
function plainOf(having: readonly DeviceProperty[], coerced: readonly Value[], given: Value): Value {
  const [first] = coerced;
  const listed = having.some(({ property }) => property.values.length > 0);
  return first !== undefined && !listed && coerced.every((each) => each === first) ? first : given;
}

/** A bound as a number: "28 °C" becomes 28. */
export function boundFor(
  having: readonly DeviceProperty[] | null,
  given: unknown,
  field: string,
  reading: DraftContext,
): unknown {
  const [first] = having ?? [];
  if (isPlainObject(given)) return followed(given, field, reading);
  if (typeof given !== "string") return given;
  return (first && numberIn(given, first.property)) ?? given;
}

/** A duration in the form of definitions; other values stay. */
export function durationOr(given: unknown): unknown {
  return durationIn(given) ?? given;
}

/** The id of a scene, by id or by a name that only one has; an unknown name stays, with a fault. */
export function sceneIdIn(given: unknown, field: string, reading: DraftContext): unknown {
  if (typeof given !== "string" || reading.scenes.get(given)) return given;
  const [only, ...others] = reading.scenes.find(given);
  if (only && others.length === 0) return only.definition.id;
  const ids = (only ? [only, ...others] : reading.scenes.list()).map(
    ({ definition }: { definition: Scene }) => definition.id,
  );
  const known = ids.slice(0, 10).join(", ");
  const error = new JiaError("unknown-name", { what: message("tools.scene"), name: cleanText(given), known });
  reading.faults.push({ field, value: given, error });
  return given;
}

/** Runs a step; a JiaError becomes a fault and null. */
function noted<Result>(field: string, value: unknown, reading: DraftContext, act: () => Result): Result | null {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof JiaError)) throw error;
    const { name = typeof value === "string" ? value : (JSON.stringify(value) ?? "") } = error.details;
    reading.faults.push({ field, value: String(name), error });
    return null;
  }
}
