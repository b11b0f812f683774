import { type Item, isMark, playsAnyRole, playsRole } from "../items.ts";
import { isPlaceName, namesDevice, namesKind } from "../senses.ts";
import { isPartKind } from "../slots/device-parts.ts";
import { isAct, isTarget } from "./clause-words.ts";

/** What a stretch of a sentence contains. */
export interface StretchFeatures {
  /** A complete act. */
  readonly act: boolean;
  /** An open act ("set", "turn"), which needs a value or a particle. */
  readonly open: boolean;
  readonly target: boolean;
  readonly place: boolean;
  readonly value: boolean;
  readonly property: boolean;
  readonly question: boolean;
  readonly state: boolean;
  readonly time: boolean;
}

/** Whether a word for a kind that is also an act ("switch", "lock", "vacuum") is a noun here: after an article, a place or an act. */
export function isHeadHere(items: readonly Item[], at: number): boolean {
  const item = items[at];
  if (!item?.lex?.kinds.length) return false;
  const previous = items[at - 1];
  if (!previous) return false;
  const place = (previous.home?.rooms.length ?? 0) > 0 || (previous.lex?.rooms.length ?? 0) > 0;
  if (isAct(previous) && isVerbOfNext(items, at)) return false;
  return (
    playsRole(previous, "article") ||
    playsRole(previous, "of") ||
    playsRole(previous, "all") ||
    place ||
    isAct(previous)
  );
}

/** Whether the word is the verb of the next thing: 院灯打开|锁大门. */
function isVerbOfNext(items: readonly Item[], at: number): boolean {
  const next = items[at + 1];
  const verbLast = items[at]?.grammar.verbLast ?? false;
  return verbLast && next !== undefined && isTarget(next) && items.slice(0, at - 1).some(isTarget);
}

export function isOpenAct({ lex }: Item): boolean {
  return lex?.acts.every((act) => act === "set" || act === "turn" || act === "tell" || act === "start") ?? false;
}

/** Computes the features of a stretch in one pass. */
export function stretchFeaturesOf(items: readonly Item[]): StretchFeatures {
  let act = false;
  let open = false;
  let target = false;
  let place = false;
  let value = false;
  let property = false;
  let question = false;
  let state = false;
  let time = false;
  let duration = false;
  for (let at = 0; at < items.length; at += 1) {
    const item = items[at];
    if (item === undefined) continue;
    const { lex, home, measure } = item;
    if (measure) {
      if (measure.kind === "quantity") value = true;
      else time = true;
      if (measure.kind === "duration") duration = true;
      continue;
    }
    if (isBetweenPartAndOwner(items, at)) continue;
    const named = (home?.devices.length ?? 0) > 0;
    if (isTarget(item) || playsAnyRole(item, REFERRING)) target = true;
    if (
      (home?.rooms.length ?? 0) > 0 ||
      (home?.floors.length ?? 0) > 0 ||
      (lex?.rooms.length ?? 0) > 0 ||
      (lex?.floors.length ?? 0) > 0
    )
      place = true;
    if (named || !lex) {
      if (home?.listed.length) value = true;
      // "feed the cat": the verb is only in a spec.
      if (!named && home?.actions.length && home.props.length === 0) act = true;
      continue;
    }
    if (isAct(item) && !isHeadHere(items, at)) {
      if (isOpenAct(item)) open = true;
      else act = true;
    }
    if (lex.changes.length > 0) act = true;
    if (lex.actions.length > 0 && lex.kinds.length + lex.props.length + lex.states.length + lex.acts.length === 0)
      act = true;
    if (lex.props.length > 0) property = true;
    if (lex.color !== null || lex.kelvin !== null || lex.level !== null) value = true;
    if (lex.listed.length > 0 && lex.kinds.length === 0) value = true;
    if (lex.states.length > 0) state = true;
    if (lex.time.length > 0) time = true;
    if (lex.roles.length === 0) continue;
    if (playsAnyRole(item, MOVING) || (playsRole(item, "on") && !followedByPlace(items, at))) act = true;
    if (playsAnyRole(item, PARTLY)) value = true;
    if (isQuestionWord(item) || (playsRole(item, "is") && at === firstWord(items))) question = true;
  }
  return {
    act,
    open,
    target,
    place,
    value: value || (duration && property && open),
    property,
    question,
    state,
    time,
  };
}

const REFERRING = ["it", "them", "other"] as const;
const MOVING = ["off", "up", "down"] as const;
const PARTLY = ["half", "sliver", "twice", "halve", "wholly"] as const;

/** Whether "on" stands between a part and its owner: "the screen on the purifier". */
function isBetweenPartAndOwner(items: readonly Item[], at: number): boolean {
  if (!playsRole(items[at], "on")) return false;
  const [part, article] = [items[at - 1], items[at + 1]];
  if (!part || !article || isMark(article) || !playsRole(article, "article")) return false;
  const owner = items.slice(at + 2).find((item) => !isPlaceName(item));
  return (part.lex?.kinds.some(isPartKind) ?? false) && owner !== undefined && (namesKind(owner) || namesDevice(owner));
}

function followedByPlace(items: readonly Item[], at: number): boolean {
  let next = at + 1;
  while (items[next] && playsRole(items[next], "article")) next += 1;
  const item = items[next];
  return (
    item !== undefined &&
    ((item.home?.rooms.length ?? 0) > 0 ||
      (item.home?.floors.length ?? 0) > 0 ||
      (item.lex?.rooms.length ?? 0) > 0 ||
      (item.lex?.floors.length ?? 0) > 0)
  );
}

function firstWord(items: readonly Item[]): number {
  return items.findIndex((item) => !isMark(item) && !playsRole(item, "filler") && !playsRole(item, "and"));
}

/** Whether an item is a question word. */
export function isQuestionWord(item: Item): boolean {
  return playsAnyRole(item, ASKING);
}

const ASKING = ["what", "which", "howMany", "how", "where", "why", "since", "yesNo", "remaining"] as const;
