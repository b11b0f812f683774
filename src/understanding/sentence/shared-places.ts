import { commandStep } from "../ground/commands.ts";
import type { DialogueContext } from "../ground/context.ts";
import { isFeasible } from "../ground/frame-effects.ts";
import { isSubstituteKind, matchingName } from "../ground/narrow.ts";
import { selectTargets } from "../ground/select.ts";
import type { DeviceTarget } from "../ground/target.ts";
import type { Frame, Head, PlaceReference } from "../parse/frame.ts";
import type { Item } from "../parse/items.ts";
import { namesPlace } from "../parse/senses.ts";
import type { SentenceStep } from "../plan.ts";
import { timedStep } from "./timing.ts";

/** The rooms and floors that a command names; null where it names none, or other places too. */
export function placesIn({ heads, places, asking }: Frame): readonly PlaceReference[] | null {
  if (asking !== null) return null;
  if (places.length === 0 && heads.every((head) => head.places.length === 0)) return null;
  const said = [...heads.flatMap((head) => head.places), ...places];
  const rooms = said.filter(({ kind }) => kind === "rooms" || kind === "floor");
  return rooms.length === said.length ? [...new Set(rooms)] : null;
}

/**
 * Applies the places of an earlier clause to a later one without any: 把主卧的灯关了，窗帘拉上. Devices that are not there keep their
 * own place.
 */
export function inheritPlaces(
  frame: Frame,
  said: readonly PlaceReference[],
  context: DialogueContext,
  stood: readonly PlaceReference[] = said,
): void {
  if (stood.length > 0) settleThere(frame, stood);
  if (frame.asking !== null || frame.negated || frame.places.length > 0) return;
  if (said.length === 0 || frame.heads.some(({ places }) => places.length > 0)) return;
  frame.heads = frame.heads.map((head) => {
    const places = isOpen(head) ? said.filter((place) => holds(place, head, frame, context)) : [];
    return places.length > 0 ? { ...head, places } : head;
  });
}

/** Replaces "there" by the places of the clause before: "… and turn off the lamp there". */
function settleThere(frame: Frame, said: readonly PlaceReference[]): void {
  const settled = (places: readonly PlaceReference[]): PlaceReference[] =>
    places.flatMap((place) => (place.kind === "there" ? said : [place]));
  frame.places = settled(frame.places);
  frame.heads = frame.heads.map((head) => ({ ...head, places: settled(head.places) }));
}

/** Whether a place may follow that also holds for this clause: "… and raise the shade and the fan in the study". */
export function isPlacedLater(clause: readonly Item[], items: readonly Item[]): boolean {
  const last = clause.at(-1);
  if (last === undefined || !last.grammar.ownerLast) return false;
  return items.some((item) => item.from >= last.to && namesPlace(item));
}

/** Whether nothing says yet where the head is. */
function isOpen({ type, quantifier, devices }: Head): boolean {
  if (quantifier === "all" || quantifier === "any") return false;
  return type === "kind" || (type === "devices" && devices.length > 1);
}

/** Whether the head is in the place and can do what is wanted. */
function holds(place: PlaceReference, head: Head, frame: Frame, context: DialogueContext): boolean {
  const there = { ...head, places: [place] };
  const { targets = [], options = [] } = selectTargets(there, context, (target) => isFeasible(frame, target));
  const found = [...targets, ...options].filter((target) => isFeasible(frame, target) && isOf(head, target));
  return found.length > 0 && matchingName(there, found) !== null;
}

/** Whether it is of the kind itself, not a substitute such as a thermostat for an air conditioner. */
function isOf({ type, kinds }: Head, { indexed }: DeviceTarget): boolean {
  return type !== "kind" || kinds.some((kind) => !isSubstituteKind(kind, indexed));
}

/** Kinds of devices that one uses where one is. A lock, a washing machine or a vacuum tells no room. */
const USED_THERE: ReadonlySet<string> = new Set([
  "light",
  "curtain",
  "blinds",
  "air-conditioner",
  "fan",
  "heater",
  "thermostat",
  "television",
  "projector",
  "speaker",
  "humidifier",
  "dehumidifier",
  "air-purifier",
  "electric-blanket",
]);

/** The room of a step as a place: "the garage door and the light in there". Empty unless it is one room. */
export function placeOfStep(step: SentenceStep | null, { index }: DialogueContext): readonly PlaceReference[] {
  if (step?.kind !== "do") return [];
  const ids = [...new Set(step.doings.flatMap(({ target }) => target.indexed.device.room?.id ?? []))];
  const [id, ...others] = ids;
  if (id === undefined || others.length > 0) return [];
  return [{ kind: "rooms", ids: [id], text: index.room(id)?.name ?? id }];
}

/**
 * Settles a choice by a place that is said later, or by the room of all other steps: "set A to 70 and raise B in the guest
 * bedroom".
 */
export function placeByOtherSteps(steps: readonly SentenceStep[], context: DialogueContext): readonly SentenceStep[] {
  if (!steps.some(({ kind }) => kind === "ask")) return steps;
  return steps.map((step, at) => {
    if (step.kind !== "ask" || step.frame.heads.some(({ places }) => places.length > 0)) return step;
    const later = steps.slice(at + 1).flatMap((each) => ("frame" in each ? [each.frame] : []));
    const places =
      later
        .map((frame) => frame.heads.find((head) => head.places.length > 0)?.places ?? frame.places)
        .find((each) => each.length > 0) ?? roomOfOthers(step, steps);
    if (!places) return step;
    const frame = {
      ...step.frame,
      places: step.frame.heads.length > 0 ? [] : [...places],
      heads: step.frame.heads.map((head) => ({ ...head, places })),
    };
    const found = commandStep(frame, context);
    if (found?.kind === "refuse") return step;
    return (step.later && found ? timedStep(found, step.later.when, step.later.lasting) : found) ?? step;
  });
}

/** The room of all other steps, if exactly one option is there; null otherwise. */
function roomOfOthers(
  { options }: Extract<SentenceStep, { kind: "ask" }>,
  steps: readonly SentenceStep[],
): readonly PlaceReference[] | null {
  const [room, ...others] = new Set(steps.flatMap((step) => (step.kind === "do" ? roomsOfStep(step) : [])));
  if (room === undefined || others.length > 0) return null;
  const there = options.filter(({ indexed }) => indexed.device.room?.id === room);
  return there.length === 1 ? [{ kind: "rooms", ids: [room], text: "" }] : null;
}

/** Rooms of the devices of a step, near which later clauses are read. */
export function roomsOfStep(step: SentenceStep): readonly string[] {
  if (step.kind !== "do") return [];
  const rooms: string[] = [];
  for (const { target } of step.doings) {
    const { device, ownKinds } = target.indexed;
    if (device.room && !rooms.includes(device.room.id) && isUsedThere(ownKinds)) rooms.push(device.room.id);
  }
  return rooms;
}

function isUsedThere(kinds: ReadonlySet<string>): boolean {
  for (const kind of kinds) if (USED_THERE.has(kind)) return true;
  return false;
}
