import { emptyLexicalMeaning } from "../../lexicon/types.ts";
import { type Item, isListMark, isMark, isUnknown, playsAnyRole, playsRole } from "../items.ts";
import type { Quantity } from "../measure/measures.ts";
import { anyHasRole, roleSet } from "../role-index.ts";
import { isPlaceName } from "../senses.ts";
import { isOwnTimer } from "../slots/own-timer.ts";
import { changesValue, isAct, isOnlyFiller, isTarget } from "./clause-words.ts";
import { withListsWhole } from "./lists.ts";
import { type StretchFeatures, stretchFeaturesOf } from "./stretch-features.ts";
import { waitsForHow } from "./unmarked-lists.ts";

/**
 * Cuts a sentence into stretches at marks and joining words, and merges pieces of one clause again. Null if there are more than
 * `most`, or if it is ambiguous.
 */
export function stretchesOf(given: readonly Item[], most: number): readonly (readonly Item[])[] | null {
  const items = withSettingsJoined(given);
  const pieces: { items: Item[]; hard: boolean }[] = [{ items: [], hard: true }];
  for (const item of items) {
    const separator = separatorOf(item, pieces.at(-1)?.items ?? []);
    if (separator === null) {
      pieces.at(-1)?.items.push(item);
      continue;
    }
    pieces.push({ items: separator === "hard" ? [] : [item], hard: separator === "hard" });
  }
  const whole = withListsWhole(pieces);
  if (whole === null) return null;
  const merged: Item[][] = [];
  for (const { items: piece, hard } of whole) {
    if (piece.every((item) => isMark(item) || playsRole(item, "and") || isOnlyFiller(item))) continue;
    if (pieces.length > most * PIECES || merged.length > most) return null;
    const previous = merged.at(-1);
    const after = previous ? stretchFeaturesOf(piece) : null;
    if (previous && after && saysHowFar(previous, piece, after)) {
      previous.push(...piece);
      continue;
    }
    const apart = previous !== undefined && startsStrange(previous) && beginsWithAct(piece);
    const excepting = after !== null && isException(piece) && !after.act && !after.open;
    if (
      previous &&
      after &&
      (excepting ||
        ringsOn(previous, piece) ||
        waitsForHow(previous, piece) ||
        sharesGoal(previous, piece, after) ||
        (!(apart || isOrder(piece) || areOfOthers(previous, piece) || isDenied(piece, after)) &&
          joins(stretchFeaturesOf(previous), after, hard, previous, piece)))
    )
      previous.push(...piece);
    else merged.push([...piece]);
  }
  const [only, ...others] = merged;
  return only?.length === items.length && others.length === 0 ? [items] : merged;
}

/** Whether a piece is a denial of its own: 开灯，|大门不用. */
function isDenied(piece: readonly Item[], { act, open, target }: StretchFeatures): boolean {
  return target && !act && !open && piece.some((item) => playsRole(item, "not"));
}

/** Whether two pieces have different targets and different properties: "have the AC blow softly | and the lamp at its brightest". */
function areOfOthers(previous: readonly Item[], piece: readonly Item[]): boolean {
  const [those, these] = [previous, piece].map((items) =>
    items.some(isTarget) ? items.filter((item) => !isTarget(item)).flatMap(({ lex }) => lex?.props ?? []) : [],
  );
  return Boolean(those?.length && these?.length) && !those?.some((type) => these?.includes(type));
}

/** Replaces "with" before a second setting by "and": "the AC to auto | with a medium fan". */
function withSettingsJoined(items: readonly Item[]): readonly Item[] {
  if (!anyHasRole(items, WITH)) return items;
  const joins = items.findIndex((item, at) => {
    if (!playsRole(item, "with") || playsRole(item, "and") || !item.grammar.spaces) return false;
    const next = items.slice(at + 1).find((each) => !playsRole(each, "article"));
    const more = next !== undefined && (saysSetting(next) || (next.lex?.props.length ?? 0) > 0);
    return more && items.slice(0, at).some(saysSetting);
  });
  if (joins < 0) return items;
  return items.map((item, at) => {
    if (at === joins) return { ...item, lex: { ...emptyLexicalMeaning(), roles: ["and"] } };
    // "A low fan" is a property of the same device.
    const own = at > joins && at <= joins + LONGEST_SETTING && item.lex !== null && item.lex.props.length > 0;
    return own && item.lex ? { ...item, lex: { ...item.lex, kinds: [] } } : item;
  });
}

const WITH = roleSet("with");

/** "a | low | fan", "the | fan | set | to | low", in items. */
const LONGEST_SETTING = 3;

function saysSetting({ lex, measure, home }: Item): boolean {
  if (measure) return measure.kind === "quantity";
  if (!lex || (home && home.devices.length > 0)) return false;
  const valued = lex.level !== null || lex.color !== null || lex.kelvin !== null;
  return valued || (lex.listed.length > 0 && lex.acts.length === 0);
}

/** Whether two pieces share a goal: "dim the lamp | and the ceiling light to 40". */
function sharesGoal(
  previous: readonly Item[],
  piece: readonly Item[],
  { act, open, target, value }: StretchFeatures,
): boolean {
  const [first, second] = piece;
  if (
    !playsRole(first, "and") ||
    act ||
    open ||
    !target ||
    !value ||
    !(playsRole(second, "article") || isTargetOrPlace(second))
  )
    return false;
  const changed = previous.some(changesValue);
  const before = stretchFeaturesOf(previous);
  const valued = previous.some(({ measure, lex }) => measure !== null || (lex?.level ?? null) !== null);
  return changed && before.target && !valued && !before.property && piece.some((item) => playsRole(item, "to"));
}

/** Whether a piece is only the amount or goal of the change before it: "lower | , 19", 亮一点|，80. */
function saysHowFar(previous: readonly Item[], piece: readonly Item[], after: StretchFeatures): boolean {
  const { act, open, target, place, property, question, state } = after;
  if (act || open || target || place || property || question || state || !piece.some(isMark)) return false;
  const [value, ...others] = piece.filter(
    (item) => !isMark(item) && !playsRole(item, "filler") && !playsRole(item, "polite"),
  );
  if (value?.measure?.kind !== "quantity" || others.length > 0 || !isHowFar(value.measure.quantity.unit)) return false;
  if (previous.some((item) => item.measure !== null || isUnknown(item)) || stretchFeaturesOf(previous).question)
    return false;
  return previous.some(changesValue);
}

/** Whether a unit allows both readings; percent and levels are ambiguous. */
function isHowFar(unit: Quantity["unit"]): boolean {
  return unit === null || unit === "degree" || unit === "celsius";
}

function isTargetOrPlace(item: Item | undefined): boolean {
  return item !== undefined && (isTarget(item) || isPlaceName(item));
}

/** Whether items start an unknown thing: "start the aquarium pump | and turn on the lamp". */
function startsStrange(items: readonly Item[]): boolean {
  return beginsWithAct(items) && items.some(isUnknown) && !items.some(isTarget) && items.some(isStart);
}

function isStart({ lex }: Item): boolean {
  return lex?.acts.includes("start") ?? false;
}

function beginsWithAct(items: readonly Item[]): boolean {
  const first = items.find(
    (item) => !isMark(item) && !playsRole(item, "and") && !playsRole(item, "also") && !isOnlyFiller(item),
  );
  return first !== undefined && isAct(first) && !isTarget(first);
}

/** Whether a piece only adds times to an alarm: "wake me on Monday | and Tuesday at six". */
function ringsOn(previous: readonly Item[], piece: readonly Item[]): boolean {
  const rings = previous.some((item) => playsAnyRole(item, RINGING));
  return rings && piece.every(isOfTime) && piece.some(({ measure, lex }) => measure !== null || lex?.time.length);
}

const RINGING = ["alarm", "remind", "wake", "rising"] as const;

/** Whether an item is a time, a number, or a function word beside them. */
function isOfTime(item: Item): boolean {
  if (isMark(item) || item.measure !== null || (item.lex?.time.length ?? 0) > 0) return true;
  const small =
    playsRole(item, "and") || playsRole(item, "near_time") || playsRole(item, "at_time") || playsRole(item, "article");
  return (small || isOnlyFiller(item)) && !isTarget(item);
}

/** Whether a piece is an exception to the clause before, even across a full stop: "… Except the floor lamp." */
function isException(piece: readonly Item[]): boolean {
  const first = piece.find((item) => !isMark(item) && !playsRole(item, "and") && !isOnlyFiller(item));
  return playsRole(first, "except") || playsRole(first, "exceptBehind") || playsRole(first, "leave");
}

/** Average number of pieces per stretch; with more the sentence is not read. */
const PIECES = 3;

function separatorOf(item: Item, before: readonly Item[]): "hard" | "soft" | null {
  // "一个小时之后" is a time, and no joining word.
  const moment = playsRole(item, "after") && before.at(-1)?.measure?.kind === "duration";
  if (playsRole(item, "next_clause") && !moment && (item.lex?.acts.length ?? 0) === 0) return "hard";
  if (playsRole(item, "and") && !playsRole(item, "with")) return "soft";
  if (item.first.kind !== "mark" || item.measure || item.lex) return null;
  if (isListMark(item) || item.text === "&") return "soft";
  if (item.text === "." || item.text === ";" || item.text === "!" || item.text === "?")
    return before.length > 0 ? "hard" : null;
  return null;
}

/** Whether a piece continues the clause before it instead of starting a new one. */
function joins(
  before: StretchFeatures,
  after: StretchFeatures,
  hard: boolean,
  previous: readonly Item[],
  piece: readonly Item[],
): boolean {
  if (before.question && after.state && !after.act && !after.target) return true;
  if (!hard && waitsForState(previous, before) && after.target && !beginsWithAct(piece)) return true;
  // "start the fan" is complete; "set the fan" is not.
  const started =
    before.target && (after.open || after.act) && previous.some((item) => item.lex?.acts.includes("start"));
  const predicate =
    isOrder(previous) ||
    isDoingAlone(previous) ||
    isOwnTimer(previous) ||
    before.act ||
    before.value ||
    before.question ||
    before.state ||
    started;
  if (!predicate) {
    // "In the corridor, set …"; "the TV and the lamp off"; "set the lamp and the fan to …"
    return true;
  }
  if (hard) return false;
  const targetOnly = !after.act && !after.open && !after.value && !after.question && !after.property;
  if (targetOnly && after.state && before.question) return !after.target;
  if (targetOnly && after.time) return true;
  if (targetOnly && !after.state && (after.target || after.place)) return true;
  if (targetOnly && !after.target && !after.place && !after.state) return true;
  // "除了客厅的灯，其他都关": the exception comes first.
  if (
    previous.every((item) => !isAct(item)) &&
    previous.some((item) => playsRole(item, "except") || playsRole(item, "exceptBehind"))
  )
    return true;
  return false;
}

/** "are the front door | and the side door locked" */
function waitsForState(items: readonly Item[], { act, open, value, property, state }: StretchFeatures): boolean {
  const first = items.find((item) => !isMark(item) && !playsRole(item, "and"));
  return playsRole(first, "is") && items.some(isTarget) && !act && !open && !value && !property && !state;
}

/** Whether items are only a function: "oscillating | heating to 21". */
function isDoingAlone(items: readonly Item[]): boolean {
  return (
    items.some((item) => playsRole(item, "doing")) &&
    items.every((item) => playsRole(item, "doing") || playsRole(item, "and") || isMark(item))
  );
}

/** "brew an espresso | and play some music" */
function isOrder(items: readonly Item[]): boolean {
  return items.some(isDrink) && items.some((item) => playsRole(item, "serving") && !isDrink(item));
}

function isDrink({ lex }: Item): boolean {
  return (lex?.makers.length ?? 0) > 0;
}
