import type { DeviceId } from "../../home/index.ts";
import { directionOf } from "../ground/frame-effects.ts";
import type { HomeIndex } from "../names/home-index.ts";
import { isWide } from "./ellipsis-signs.ts";
import type { Frame, Head, PlaceReference } from "./frame.ts";

/** 窗帘别全关，留一半: 全 means all the way, not all curtains. */
export function withoutAll(head: Head, { negated }: Frame): Head {
  return negated && head.quantifier === "all" && head.places.length === 0 ? { ...head, quantifier: null } : head;
}

/** Takes the direction from before: "by half" after "turn it down". Without one the frame is blocked. */
export function takeWay(frame: Frame, before: Frame): void {
  const way = directionOf(before);
  if (way === 0) frame.blocked = true;
  else frame.act = way > 0 ? "raise" : "lower";
}

/** Takes the property from before: "up a level" after the fan speed of an air conditioner means the speed. */
export function takeProperty(frame: Frame, before: Frame): void {
  const { changes, props, values, heads, places, unknown } = frame;
  if (directionOf(frame) === 0 || heads.length + places.length + props.length + unknown.length > 0) return;
  // 风大一点, 再大: of the wind as well.
  const wished = changes.length > 0 || frame.act === "raise" || frame.act === "lower";
  const meant = before.props.length > 0 || !wished ? before.props : (before.changes[0]?.props ?? []);
  if (meant.length === 0 || changes.some((change) => change.props.length > 0)) return;
  // A number with a unit tells its property itself.
  const units = values.map(({ quantity }) => quantity?.unit ?? null);
  if (units.some((unit) => unit !== null && unit !== "level" && unit !== "percent" && unit !== "fraction")) return;
  frame.props = [...meant];
  frame.propText = before.propText;
}

/** Takes the unit from before: "the living room to 22 degrees, the study to 20". */
export function takeUnit(frame: Frame, before: Frame): void {
  const [said, ...others] = before.values;
  if (frame.heads.length + before.heads.length + others.length > 0 || frame.places.length === 0) return;
  const unit = said?.quantity?.unit ?? null;
  if (unit === null) return;
  frame.values = frame.values.map((value) =>
    value.quantity?.unit === null ? { ...value, quantity: { ...value.quantity, unit } } : value,
  );
}

/** Takes act, property and values from the frame before. */
export function takeWhat(frame: Frame, before: Frame): void {
  frame.act = before.act;
  frame.to = before.to;
  frame.by = before.by;
  frame.changes = before.changes;
  frame.props = before.props;
  frame.propText = before.propText;
  frame.values = before.values;
  frame.durations = before.durations;
  frame.amount = before.amount;
  frame.factor = before.factor;
}

/** The same heads in another place: devices of the same name there, else of the same kind. */
export function takePlaces(frame: Frame, before: Frame, index: HomeIndex): void {
  const { places } = frame;
  // Without a head before there is nothing to repeat.
  if (before.heads.length === 0) return;
  const several = isWide(frame);
  frame.heads = before.heads.map((head): Head => {
    if (head.type !== "devices") return { ...head, places, plural: head.plural || several };
    const devices = namesakes(head, places, index);
    if (several && devices.length > 0) return { ...head, devices, parts: [], places: [], plural: true };
    if (devices.length > 0) return { ...head, devices, parts: [], places };
    const kinds = [...new Set(head.devices.flatMap((id) => index.devices.get(id)?.device.spec.kind ?? []))];
    // One lamp stands for one lamp: with several of its kind there it is ambiguous.
    const count = !head.plural && head.quantifier === null && !several ? 1 : head.count;
    return { ...head, type: "kind", devices: [], parts: [], kinds, places, count, modifiers: [], modifierText: "" };
  });
  frame.places = [];
}

/** Devices in these places with the same names as those of a head; empty for relative places. */
function namesakes(head: Head, places: readonly PlaceReference[], index: HomeIndex): readonly DeviceId[] {
  const { devices, parts } = head;
  if (parts.length > 0) return [];
  const said = head.places.flatMap((place) => (place.kind === "rooms" ? place.ids : []));
  const own = new Set(said.length > 0 ? said : devices.flatMap((id) => index.devices.get(id)?.device.room?.id ?? []));
  const rooms: string[] = [];
  for (const place of places) {
    if (place.kind === "rooms") rooms.push(...place.ids);
    else if (place.kind === "floor" || place.kind === "home" || place.kind === "elsewhere")
      rooms.push(...index.rooms.filter((room) => isMeantBy(place, room, own)).map(({ id }) => id));
    else return [];
  }
  const names = new Set(devices.flatMap((id) => index.devices.get(id)?.device.name ?? []));
  const there = rooms.flatMap((id) => [...index.inRoom(id)].filter(({ device }) => names.has(device.name)));
  return there.map(({ device }) => device.id);
}

/** Whether a floor, the home or "elsewhere" includes a room; `own`: the rooms of the focus. */
function isMeantBy(
  place: Extract<PlaceReference, { kind: "floor" | "home" | "elsewhere" }>,
  { id, floor }: HomeIndex["rooms"][number],
  own: ReadonlySet<string>,
): boolean {
  if (place.kind === "floor") return floor === place.id;
  return place.kind === "home" || !own.has(id);
}
