import type { DialogueContext } from "../ground/context.ts";
import type { HomeIndex } from "../names/home-index.ts";
import type { IndexedDevice } from "../names/indexed-device.ts";
import { asOwnPart } from "../parse/clauses/one-anaphora.ts";
import { type Item, playsRole } from "../parse/items.ts";
import { isQuestion } from "../parse/questions.ts";
import { namesPlace, namesTarget } from "../parse/senses.ts";
import type { SentenceStep } from "../plan.ts";

/**
 * Reads a bare word as a part of the device before: "the bedroom AC to 24, fan low". The clause is returned unchanged if the
 * room has a device with that name.
 */
export function withOwnPart(
  clause: readonly Item[],
  step: SentenceStep | null,
  { index }: DialogueContext,
): readonly Item[] {
  if (step?.kind !== "do" || clause.some(namesPlace)) return clause;
  const [part, ...others] = clause.filter(namesTarget);
  const [{ target } = { target: null }, ...more] = step.doings;
  const { lex } = part ?? {};
  if (!part || !lex || !target || others.length + more.length > 0 || lex.props.length === 0) return clause;
  if (playsRole(clause[clause.indexOf(part) - 1], "article") || !clause.some(saysHowFar)) return clause;
  const { device, capabilities, ownKinds } = target.indexed;
  if (lex.kinds.some((kind) => ownKinds.has(kind)) || !lex.props.some((type) => capabilities.properties.has(type)))
    return clause;
  if (isThere(lex.kinds, device, index)) return clause;
  return clause.map((item) => (item === part ? asOwnPart(part) : item));
}

/**
 * The same across sentences: "and the fan on level 2" right after the air conditioner, if no fan is near. The items are
 * returned unchanged when they name anything else.
 */
export function withFocusedPart(items: readonly Item[], { index, focus, room }: DialogueContext): readonly Item[] {
  const [id, ...more] = focus.devices;
  const before = id === undefined || more.length > 0 ? undefined : index.devices.get(id);
  if (!before || items.some(namesPlace) || isQuestion(items)) return items;
  const [part, ...others] = items.filter(namesTarget);
  const { lex } = part ?? {};
  if (!part || !lex || others.length > 0 || lex.props.length === 0) return items;
  // "The study fan" names a fan; "the fan" does only in its room.
  const called = part.home?.devices ?? [];
  const named = called.length === 1 && part.to - part.from > 1;
  if (named || called.some((each) => isNear(index.devices.get(each)?.device.room?.id, before, room))) return items;
  const { device, capabilities, ownKinds } = before;
  if (lex.kinds.some((kind) => ownKinds.has(kind)) || !items.some((item) => item !== part && saysHowFar(item)))
    return items;
  if (!lex.props.some((type) => capabilities.properties.has(type)) || isThere(lex.kinds, device, index)) return items;
  if (room !== null && [...index.inRoom(room)].some((each) => isOfKind(lex.kinds, each, index))) return items;
  return items.map((item) => (item === part ? asOwnPart(part) : item));
}

function isNear(of: string | undefined, { device }: IndexedDevice, room: string | null): boolean {
  return of !== undefined && (of === device.room?.id || of === room);
}

/** Whether the room of a device has a device of these kinds. */
function isThere(kinds: readonly string[], { room }: IndexedDevice["device"], index: HomeIndex): boolean {
  return room !== null && [...index.inRoom(room.id)].some((each) => isOfKind(kinds, each, index));
}

function isOfKind(kinds: readonly string[], each: IndexedDevice, index: HomeIndex): boolean {
  return kinds.some((kind) => index.isKind(each, kind) === "own");
}

/** Whether it is a number, or a word that is only a value. */
function saysHowFar({ lex, measure }: Item): boolean {
  if (measure) return measure.kind === "quantity";
  return (
    lex !== null && lex.acts.length === 0 && (lex.level !== null || lex.listed.length > 0) && !lex.roles.includes("off")
  );
}
