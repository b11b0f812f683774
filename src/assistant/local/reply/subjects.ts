import { type CountOf, type Member, nameIn, type Scope, type Subjects, subjectsOf } from "../../../language/index.ts";
import { isOpeningState, openingOf } from "../../../understanding/ground/openings.ts";
import type { StateQuery } from "../../../understanding/ground/query.ts";
import type { DeviceTarget } from "../../../understanding/ground/target.ts";
import type { Frame, PlaceReference } from "../../../understanding/parse/frame.ts";
import type { ReplyContext } from "./facts.ts";
import { type TargetMembers, targetMembers, watchedName } from "./names.ts";

/** At most so many rooms are named for "none in …". */
const MOST_ROOMS = 3;

/** The subjects of an answer; a sensor has the name of its door or window where a state of openings was asked. */
export function subjectsIn(
  targets: readonly DeviceTarget[],
  frame: Frame,
  query: StateQuery,
  { dialogue }: ReplyContext,
): Subjects {
  const { language } = dialogue;
  const members = targetMembers(dialogue, frame);
  const [state] = frame.states;
  const told = targets.map((each): Member => {
    const target = isOpeningState(state) ? openingOf(each, dialogue.index) : each;
    const { name, place, ...rest } = members.of(target);
    const called = (each: string): string => watchedName(target, state, each, language);
    return { ...rest, name: called(name), ...(place && { place: { ...place, name: called(place.name) } }) };
  });
  return subjectsOf(told, language, countIn(frame, query, members));
}

/** The scope of "none": the home, a floor or rooms, where the targets are all devices of their kinds there; else their number. */
export function scopeIn(frame: Frame, query: StateQuery, { dialogue }: ReplyContext): Scope {
  const { index, language } = dialogue;
  const members = targetMembers(dialogue, frame);
  const countOf = countIn(frame, query, members);
  const those = query.targets.map(members.of);
  const kinds = [...new Set(those.map(({ kind }) => kind))];
  const isAll = (room: string | null): boolean =>
    kinds.reduce((sum, kind) => sum + countOf(kind, room), 0) ===
    those.filter(({ place }) => room === null || place?.room === room).length;
  if (isAll(null)) return { form: "home" };
  const rooms = [...new Set(those.map(({ place }) => place?.room ?? null))];
  const named = rooms.flatMap((room) => room ?? []);
  if (named.length > 0 && named.length === rooms.length && named.length <= MOST_ROOMS && named.every(isAll))
    return { form: "rooms", rooms: named };
  const [place] = placesIn(frame);
  const floor = place?.kind === "floor" && isPlain(frame) ? index.floors.find(({ id }) => id === place.id) : undefined;
  return floor ? { form: "floor", name: nameIn(language, floor) } : { form: "those", count: those.length };
}

/** Counts devices of a kind. Where the question names only the kind, its targets are all of them. */
function countIn(frame: Frame, { targets, inferred }: StateQuery, { of, countOf }: TargetMembers): CountOf {
  if (!isPlain(frame)) return countOf;
  const those = targets.map(of);
  const everywhere = inferred === null && placesIn(frame).every(({ kind }) => kind === "home");
  return (kind, room) =>
    room === null && !everywhere
      ? countOf(kind, room)
      : those.filter((each) => each.kind === kind && (room === null || each.place?.room === room)).length;
}

function placesIn({ heads, places }: Frame): PlaceReference[] {
  return [...heads.flatMap((head) => head.places), ...places];
}

/** Whether a question is about all of a kind, at one place at most: "lamps", not "reading lamps" or "all but the lamp". */
function isPlain(frame: Frame): boolean {
  const { heads, except } = frame;
  const [head] = heads;
  if (!head || heads.length > 1 || except.heads.length + except.places.length > 0 || placesIn(frame).length > 1)
    return false;
  return head.type === "kind" && head.modifiers.length === 0 && head.ordinals.length === 0;
}
