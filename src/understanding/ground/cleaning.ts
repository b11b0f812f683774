import { emptyHead, type Frame, type Head } from "../parse/frame.ts";
import type { PlannedEffects, SentenceStep } from "../plan.ts";
import { actEffects } from "./act-effects.ts";
import type { DialogueContext, Effect } from "./context.ts";
import { inPlaces, roomsOf } from "./places.ts";
import { selectTargets } from "./select.ts";
import { type DeviceTarget, propertiesOf } from "./target.ts";
import { fitValue } from "./values.ts";

/**
 * A cleaning command, where a place says what to clean, and not only where the robot stands. Null when it is no clear
 * cleaning command.
 */
export function cleanStep(frame: Frame, context: DialogueContext): SentenceStep | null {
  // Robots do not support exceptions.
  if (frame.except.heads.length + frame.except.places.length > 0) return null;
  const act = frame.act === "mop" ? "mop" : "clean";
  const robots = robotsOf(frame, context);
  if (!robots) return null;
  const places = frame.heads.flatMap((head) => head.places).concat(frame.places);
  const area = areaOf(robots.targets, places, context);
  if (area) return { kind: "do", frame, doings: [area], inferred: null, refusals: [] };
  if (frame.props.includes("cleaning-area")) return null;
  const rooms = roomsOf(places, context);
  if (rooms.refusal) return { kind: "refuse", refusal: rooms.refusal };
  const inside = inPlaces(places, robots.targets, context);
  const near =
    inside.refusal || inside.targets.length === 0 ? onFloor(robots.targets, places, context) : inside.targets;
  if (near.length > 1 && !robots.several) return { kind: "ask", frame, options: near };
  const doings: PlannedEffects[] = [];
  for (const target of near) {
    const { effects, refusal } = actEffects(act, target);
    if (refusal) return { kind: "refuse", refusal };
    doings.push({ target, effects });
  }
  return { kind: "do", frame, doings, inferred: null, refusals: [] };
}

/** The robots on the same floor as the place, because robots cannot climb stairs. */
function onFloor(
  robots: readonly DeviceTarget[],
  places: Frame["places"],
  { index }: DialogueContext,
): readonly DeviceTarget[] {
  const rooms = places.flatMap((place) => (place.kind === "rooms" ? place.ids : []));
  const floors = new Set(rooms.flatMap((id) => index.room(id)?.floor ?? []));
  const same = robots.filter(
    ({ indexed }) => indexed.device.room?.floor !== undefined && floors.has(indexed.device.room.floor ?? ""),
  );
  return same.length > 0 ? same : robots;
}

function robotsOf(
  frame: Frame,
  context: DialogueContext,
): { targets: readonly DeviceTarget[]; several: boolean } | null {
  const heads = frame.heads.filter(
    ({ type }) => type === "devices" || type === "kind" || type === "it" || type === "them",
  );
  const vacuum: Head = { ...emptyHead(), type: "kind", kinds: ["vacuum"], plural: true, quantifier: "all" };
  const found = (
    heads.length > 0 ? heads.map((head): Head => ({ ...head, places: [], quantifier: "all" })) : [vacuum]
  ).flatMap((head) => selectTargets(head, context, () => true).targets ?? []);
  const robots = found.filter(({ indexed }) => indexed.ownKinds.has("vacuum"));
  return robots.length > 0 ? { targets: robots, several: heads.some(({ plural }) => plural) } : null;
}

/** Sets the robot's own list of rooms when it holds the room that was said; null otherwise. */
function areaOf(
  robots: readonly DeviceTarget[],
  places: Frame["places"],
  { index }: DialogueContext,
): PlannedEffects | null {
  const ids = places.flatMap((place) => (place.kind === "rooms" ? place.ids : []));
  for (const target of robots) {
    const property = propertiesOf(target).find(({ type, access }) => access.write && type === "cleaning-area");
    if (!property) continue;
    const names = ids.flatMap((id) => [index.room(id)?.name ?? "", ...(index.room(id)?.aliases ?? [])]);
    const whole = places.some(({ kind }) => kind === "home") ? ["whole home"] : [];
    const listed = [...names, ...whole].map((name) => name.toLowerCase());
    if (listed.length === 0) continue;
    const fit = fitValue(property, {
      text: listed[0] ?? "",
      quantity: null,
      level: null,
      color: null,
      kelvin: null,
      listed,
      half: false,
    });
    if (fit.kind !== "value") continue;
    const effect: Effect = { kind: "set", property, value: fit.value };
    return { target, effects: [effect] };
  }
  return null;
}
