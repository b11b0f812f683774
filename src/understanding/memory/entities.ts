import type { DialogueContext } from "../ground/context.ts";
import { selectTargets } from "../ground/select.ts";
import type { DeviceTarget } from "../ground/target.ts";
import { exactMatch, lexiconOf } from "../lexicon/lexicon.ts";
import type { LexicalMeaning } from "../lexicon/types.ts";
import type { HomeMeaning } from "../names/phrases.ts";
import { isMark, isUnknown, playsAnyRole } from "../parse/items.ts";
import { segmentText } from "../parse/segment.ts";
import { readFrame } from "../parse/slots/read.ts";
import { normalise, tokenise } from "../text/tokens.ts";
import type { MemoryForms } from "./forms.ts";

/** A room, floor, device or scene of the home, as the owner of a name. */
export interface HomeEntity {
  readonly type: "room" | "floor" | "device" | "scene";
  readonly id: string;
}

/** What words mean: one entity, several devices of which one must be chosen, or nothing of this home. */
export type EntityMatch =
  | { readonly kind: "one"; readonly thing: HomeEntity }
  | { readonly kind: "several"; readonly options: readonly DeviceTarget[] }
  | null;

/** The entity that the words mean, by its name, or as the only one of its kind in a place. */
export function matchEntity(words: string, context: DialogueContext, { article }: MemoryForms): EntityMatch {
  const plain = words.trim().replace(article, "");
  const named = exactMatch(context.index.trie, tokenise(normalise(plain)));
  const called = named && calledSo(named, context);
  if (called) return called;
  const items = segmentText(normalise(plain), context.index);
  const frame = readFrame(items, context.index, false);
  const [head, ...others] = frame.heads;
  if (others.length > 0 || frame.act !== null || frame.values.length + frame.changes.length > 0) return null;
  if (head && (head.type === "kind" || head.type === "devices")) {
    if (frame.unknown.length > 0 || head.plural) return null;
    const placed = head.places.length > 0 ? head : { ...head, places: frame.places };
    const { targets, options } = selectTargets(placed, context, () => true);
    return ofTargets(targets ?? options ?? []);
  }
  // "The thing in the hall" means any device there.
  const [place, ...places] = head ? head.places : frame.places;
  if (place?.kind !== "rooms" || places.length > 0 || items.filter(isUnknown).length > 0) return null;
  const [room, ...rooms] = place.ids;
  if (room === undefined || rooms.length > 0 || !items.some((item) => playsAnyRole(item, ["thing", "placeholder"])))
    return null;
  const there = [...context.index.inRoom(room)].sort((a, b) => a.order - b.order);
  return ofTargets(there.map((indexed) => ({ indexed, service: null })));
}

function calledSo({ rooms, floors, devices, scenes }: HomeMeaning, { index }: DialogueContext): EntityMatch {
  const things: HomeEntity[] = [
    ...rooms.map((id) => ({ type: "room" as const, id })),
    ...floors.map((id) => ({ type: "floor" as const, id })),
    ...scenes.map((id) => ({ type: "scene" as const, id })),
  ];
  const [only, ...others] = things;
  if (only && others.length === 0 && devices.length === 0) return { kind: "one", thing: only };
  if (things.length > 0 && devices.length === 0) return null;
  const found = devices.flatMap((id) => index.devices.get(id) ?? []);
  return ofTargets(found.map((indexed) => ({ indexed, service: null })));
}

function ofTargets(targets: readonly DeviceTarget[]): EntityMatch {
  const whole = targets.filter(({ service }) => service === null);
  const [only, ...others] = whole;
  if (!only) return null;
  if (others.length === 0) return { kind: "one", thing: { type: "device", id: only.indexed.device.id } };
  return { kind: "several", options: whole };
}

/** Why a name cannot be used. */
export type NameConflict =
  /** Something else has this name. */
  | { readonly kind: "taken"; readonly by: HomeEntity }
  /** It has a meaning in every home. */
  | { readonly kind: "reserved" };

/** Why an entity cannot have this name; null when nothing else has it and it means nothing by itself. */
export function nameConflict(name: string, thing: HomeEntity, { index }: DialogueContext): NameConflict | null {
  const tokens = tokenise(normalise(name));
  const known = exactMatch(index.trie, tokens);
  for (const [type, ids] of known ? named(known) : [])
    for (const id of ids) if (type !== thing.type || id !== thing.id) return { kind: "taken", by: { type, id } };
  const meaning = exactMatch(lexiconOf(tokens).trie, tokens);
  const measured = segmentText(normalise(name), index).some(({ measure }) => measure !== null);
  if (measured || tokens.length === 0) return { kind: "reserved" };
  if (!meaning || meaning.roles[0] === "plain") return null;
  return saysMore(meaning) ? { kind: "reserved" } : null;
}

/** Whether a phrase has a function in sentences, and is not only the name of a room, colour or value. */
function saysMore(meaning: LexicalMeaning): boolean {
  const { acts, kinds, props, roles, changes, states, actions, time, level, number, unit } = meaning;
  const lists = [acts, kinds, props, roles, changes, states, actions, time];
  return lists.some((list) => list.length > 0) || level !== null || number !== null || unit !== null;
}

function named({
  rooms,
  floors,
  scenes,
  devices,
}: HomeMeaning): readonly (readonly [HomeEntity["type"], readonly string[]])[] {
  return [
    ["room", rooms],
    ["floor", floors],
    ["scene", scenes],
    ["device", devices],
  ];
}

/** Whether the words can be a name: short, without a time, a condition or a verb. */
export function isNameable(name: string, { index }: DialogueContext): boolean {
  const items = segmentText(normalise(name), index);
  if (items.length === 0 || items.length > MOST_WORDS || items.some((item) => isMark(item))) return false;
  return items.every(({ measure, lex }) => {
    if (measure !== null) return false;
    if (lex === null || items.length === 1) return true;
    return lex.acts.length === 0 && lex.time.length === 0 && !lex.roles.some((role) => JOINING.has(role));
  });
}

/** In phrases: a name has at most this many. */
const MOST_WORDS = 5;
const JOINING: ReadonlySet<string> = new Set([
  "if",
  "when",
  "unless",
  "until",
  "at_time",
  "near_time",
  "and",
  "to",
  "for",
]);

/** An entity and its new name. */
export interface NamePair {
  readonly name: string;
  /** As it was said. */
  readonly thing: string;
  readonly entity: EntityMatch;
}

/** The words for the entity are at most this many. */
const MOST_THING_WORDS = 7;

/**
 * An entity and its new name. Where both are in one group, the longest match is the entity. Null where nothing of this home
 * is meant.
 */
export function namePairIn(
  groups: Readonly<Record<string, string | undefined>>,
  context: DialogueContext,
  forms: MemoryForms,
): NamePair | null {
  const { both, thing, name } = groups;
  const bare = (text: string): string =>
    text
      .trim()
      .replace(/^["'“”‘’「」]+|["'“”‘’「」]+$/gu, "")
      .replace(forms.article, "")
      .trim();
  if (thing !== undefined && name !== undefined) {
    const entity = matchEntity(thing, context, forms);
    return entity && isNameable(bare(name), context) ? { name: bare(name), thing, entity } : null;
  }
  const words = (both ?? "").split(" ");
  for (let length = Math.min(words.length - 1, MOST_THING_WORDS); length > 0; length -= 1) {
    const [front, behind] = [words.slice(0, length).join(" "), words.slice(length).join(" ")];
    const entity = matchEntity(front, context, forms);
    if (entity && isNameable(bare(behind), context)) return { name: bare(behind), thing: front, entity };
  }
  return null;
}
