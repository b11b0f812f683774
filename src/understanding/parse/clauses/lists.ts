import type { Act } from "../../lexicon/types.ts";
import { type Item, isMark, playsAnyRole, playsRole } from "../items.ts";
import { actReachingState, areOppositeActs } from "../opposite-acts.ts";
import { isPlaceName, namesRoomKind } from "../senses.ts";
import { isAct, isOnlyFiller, isTarget } from "./clause-words.ts";
import { isHeadHere, stretchFeaturesOf } from "./stretch-features.ts";

/** The items between two marks or joining words, with the word or mark in front. */
export interface ListPiece {
  readonly items: Item[];
  /** It begins a new sentence. */
  readonly hard: boolean;
  /** A comma precedes its joining word. */
  readonly comma?: boolean;
}

/**
 * Joins the things of a list with the predicate behind them: "lights on | heater and AC off", 开灯，|大门和车库门锁上,
 * 开灯|把大门和车库门锁上. Null if they may as well belong to the predicate before, and that is the opposite.
 */
export function withListsWhole(said: readonly ListPiece[]): readonly ListPiece[] | null {
  if (said.length < 2) return said;
  const given = said.flatMap((_, at) => withCommas(said, at));
  const result: ListPiece[] = [];
  /** The last command, with the pieces that were added to it. */
  let stretch: ListPiece | undefined;
  const push = (piece: ListPiece): void => {
    result.push(piece);
    stretch = stretch && !commands(piece.items) ? { ...stretch, items: [...stretch.items, ...piece.items] } : piece;
  };
  for (let at = 0; at < given.length; at += 1) {
    const whole = given[at];
    if (!whole) break;
    const before = stretch;
    const [own, piece] = withoutOwn(whole, before);
    if (own) push(own);
    given[at] = piece;
    const run = piece.hard || !before || !commands(before.items) ? 0 : runFrom(given, at);
    const end = given[at + run];
    if (run > 0 && before && end) {
      const things = given.slice(at, at + run);
      const done = closed(things);
      if (done > 0) {
        for (const each of things.slice(0, done)) push(each);
        at += done - 1;
        continue;
      }
      const owner = ownerOf(things, end, before.items);
      if (owner === null) return null;
      if (owner === "next") {
        push({ hard: false, items: [...things, end].flatMap(({ items }) => items) });
        at += run;
        continue;
      }
    }
    const next = given[at + 1];
    const tail = next && !next.hard && isJoined(next) && endsInPredicate(next.items) ? tailOf(piece.items) : 0;
    if (next && tail > 0) {
      const from = piece.items.length - tail;
      push({ hard: piece.hard, items: piece.items.slice(0, from) });
      push({ hard: false, items: [...piece.items.slice(from), ...next.items] });
      at += 1;
    } else push(piece);
  }
  return result;
}

/** Joins a comma with the joining word behind it: ", and". */
function withCommas(said: readonly ListPiece[], at: number): ListPiece[] {
  const [before, piece, next] = [said[at - 1], said[at], said[at + 1]];
  if (!piece || (isOnlyComma(piece) && next && !next.hard)) return [];
  return [before && isOnlyComma(before) && !piece.hard ? { ...piece, comma: true } : piece];
}

function isOnlyComma(piece: ListPiece): boolean {
  return piece.items.length === 1 && isComma(piece);
}

/** Splits a piece between two verbs in front: 打开灯|和电视|关掉空调. */
function withoutOwn(piece: ListPiece, before: ListPiece | undefined): [ListPiece | null, ListPiece] {
  const whole: [null, ListPiece] = [null, piece];
  if (!before || piece.hard || isComma(piece) || !beginsWithVerb(before.items)) return whole;
  if (!isThing(before.items.findLast((item) => !isOnlyFiller(item)))) return whole;
  const { items } = piece;
  const said = items.findIndex((item, at) => at > 0 && (beginsClause(item) || isVerb(items, at)));
  const things = items.slice(0, Math.max(said, 0));
  const named =
    things.some(isThing) && things.every((item) => playsRole(item, "and") || isThing(item) || isBesideThing(item));
  if (!named || !items.slice(said + 1).some(isThing)) return whole;
  return [
    { hard: false, items: items.slice(0, said) },
    { hard: false, items: items.slice(said) },
  ];
}

function beginsClause(item: Item): boolean {
  return playsRole(item, "object") || playsRole(item, "not");
}

function beginsWithVerb(items: readonly Item[]): boolean {
  const at = items.findIndex((item) => !isMark(item) && !playsRole(item, "and") && !isOnlyFiller(item));
  return at >= 0 && isVerb(items, at);
}

function isVerb(items: readonly Item[], at: number): boolean {
  const item = items[at];
  if (item === undefined || !isAct(item) || isHeadHere(items, at)) return false;
  // 锁大门: a word for a thing is a verb before another.
  return !isTarget(item) || (item.grammar.verbLast && isThing(items[at + 1]));
}

/** Number of pieces from an index on that only name things, if the piece behind them has a predicate of its own; else 0. */
function runFrom(pieces: readonly ListPiece[], from: number): number {
  let at = from;
  while (namesOnly(pieces[at]) && (at === from || !pieces[at]?.hard)) at += 1;
  const end = pieces[at];
  if (at === from || !end || end.hard) return 0;
  const taken = pieces[from]?.items.some((item) => playsRole(item, "object")) ?? false;
  return endsInPredicate(end.items) || (taken && isJoined(end) && commands(end.items)) ? at - from : 0;
}

/** Number of pieces that belong to the predicate before, because "and" and a comma close the list: "turn off the heater | and the blanket, …". */
function closed(run: readonly ListPiece[]): number {
  return Math.max(
    run.findIndex((piece, at) => {
      const before = run[at - 1];
      return before !== undefined && isJoined(before) && isComma(piece);
    }),
    0,
  );
}

/** Which predicate a run of things belongs to; null if it is ambiguous and matters. */
function ownerOf(run: readonly ListPiece[], end: ListPiece, before: readonly Item[]): "next" | "before" | null {
  if (run[0]?.items.some((item) => playsRole(item, "object"))) return "next";
  if (!isThing(before.findLast((item) => !isOnlyFiller(item)))) return "next";
  const parted = run[0] !== undefined && isComma(run[0]);
  const last = run.at(-1);
  if (isComma(end) && last && isJoined(last)) return "before";
  const joined = isJoined(end) && run.slice(1).every(isJoined);
  if (parted && joined) return "next";
  return areOpposed(before, end.items) ? null : "before";
}

/** 和, 、, "and": closer than a comma. */
function isJoined(piece: ListPiece): boolean {
  return !isComma(piece);
}

function isComma({ items: [first], comma }: ListPiece): boolean {
  if (comma) return true;
  return first !== undefined && isMark(first) && first.text === ",";
}

/** Whether a piece only names things and places. */
function namesOnly(piece: ListPiece | undefined): boolean {
  if (!piece) return false;
  const { act, open, value, question, property, state, time, target, place } = stretchFeaturesOf(piece.items);
  const more = act || open || value || question || property || state || time;
  return !more && (target || place) && !piece.items.some((item) => playsAnyRole(item, SAYING));
}

/** Roles of words that make a predicate. */
const SAYING = ["not", "leave", "stay", "keep", "except", "exceptBehind", "exceptNot", "also", "only", "is"] as const;

/** Whether a piece names something and ends in a predicate for it; 把灯关了 is a clause of its own. */
function endsInPredicate(items: readonly Item[]): boolean {
  const first = items.find((item) => !isMark(item) && !playsRole(item, "and") && !isOnlyFiller(item));
  if (playsRole(first, "object")) return false;
  const thing = items.findIndex((item, at) => isThing(item) && (!isAct(item) || isHeadHere(items, at)));
  const said = items.findIndex((item, at) => saysWhat(item) && !(isTarget(item) && at === thing));
  return thing >= 0 && said > thing;
}

function commands(items: readonly Item[]): boolean {
  const { act, open, value, state, question } = stretchFeaturesOf(items);
  return !question && (act || open || value || state || items.some((item) => playsRole(item, "not")));
}

/** Whether an item is a predicate: an act, a state, a value, a negation. */
function saysWhat({ lex, measure, home }: Item): boolean {
  if (measure) return measure.kind === "quantity";
  if (!lex || (home !== null && home.devices.length > 0)) return false;
  if (lex.acts.length + lex.changes.length + lex.states.length > 0) return true;
  if (lex.color !== null || lex.kelvin !== null || lex.level !== null) return true;
  return lex.roles.some((role) => PREDICATES.has(role));
}

const PREDICATES: ReadonlySet<string> = new Set(["on", "off", "up", "down", "not", "leave", "stay", "keep"]);

/** Number of items at the end of a piece that belong to a following verb. */
function tailOf(items: readonly Item[]): number {
  const object = items.findLastIndex((item) => playsRole(item, "object"));
  if (object > 0) {
    const after = items.slice(object + 1);
    return after.some(saysWhat) || !commands(items.slice(0, object)) ? 0 : items.length - object;
  }
  const said = items.findLastIndex((item, at) => saysWhat(item) && !(isTarget(item) && at > 0));
  const tail = items.slice(said + 1);
  if (said < 0 || !tail.some(isThing) || !tail.every((item) => isThing(item) || isBesideThing(item))) return 0;
  // "lights on | heater", 窗帘打开|大门
  if (items.slice(0, said).some(isTarget)) return isLinked(tail) ? 0 : tail.length;
  if (!items[0]?.grammar.verbLast) return 0;
  // 开灯|大门: two things side by side, of which the verb in front has the first.
  const first = tail.findIndex(isTarget);
  const second = tail[first + 1];
  return first < 0 || second === undefined || playsRole(second, "of") ? 0 : tail.length - first - 1;
}

/** Whether the items begin a phrase for a place: "the lamp on | the fan". */
function isLinked([first]: readonly Item[]): boolean {
  return first === undefined || playsRole(first, "article") || playsRole(first, "of") || playsRole(first, "in");
}

function isThing(item: Item | undefined): boolean {
  return (
    item !== undefined && (isTarget(item) || isPlaceName(item) || namesRoomKind(item) || playsAnyRole(item, REFERRING))
  );
}

const REFERRING = ["it", "them", "other"] as const;

function isBesideThing(item: Item): boolean {
  return isOnlyFiller(item) || playsAnyRole(item, ["article", "of", "in", "left", "right", "all", "both"]);
}

/** Whether two predicates are opposite. */
function areOpposed(these: readonly Item[], those: readonly Item[]): boolean {
  if (those.some((item) => playsAnyRole(item, ["not", "leave", "stay", "keep"]))) return true;
  const acts = actsOf(those);
  return actsOf(these).some((one) => acts.some((other) => areOppositeActs(one, other)));
}

function actsOf(items: readonly Item[]): readonly Act[] {
  return items.flatMap((item) => {
    const { acts = [], states = [] } = item.lex ?? {};
    if (playsRole(item, "on")) return ["on" as const];
    if (playsRole(item, "off")) return ["off" as const];
    return [...acts, ...states.flatMap((state) => actReachingState(state) ?? [])];
  });
}
