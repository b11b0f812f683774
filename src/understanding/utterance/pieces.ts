import { memoizeEach, memoizeLast } from "../memoize.ts";
import { modifierRoles, modifierRolesExcept } from "../parse/command-modifiers.ts";
import { type Item, isMark, isUnknown, playsAnyRole, playsRole } from "../parse/items.ts";
import { anyHasRole, roleSet } from "../parse/role-index.ts";
import { isNaming, isPlaceName, namesTarget } from "../parse/senses.ts";
import { deniesNoun } from "../parse/slots/roles.ts";
import type { Patterns } from "../text/patterns.ts";
import { utteranceForms } from "./compiled-forms.ts";
import { factEndAt } from "./facts.ts";
import { beginsReasonAt, isReasonBefore } from "./unmarked-reasons.ts";

/** A stretch of an utterance between two marks, without address, courtesy and urgency. */
export interface UtterancePiece {
  /** The items that are left. */
  readonly items: readonly Item[];
  /** The whole stretch, in lower case. */
  readonly text: string;
  /** The text of `items`, in lower case. */
  readonly left: string;
  /** It begins with a word for a reason, or ends where a conclusion begins. */
  readonly reason: boolean;
  /** It replaces what was said before it. */
  readonly repair: boolean;
  /** It is a wish or a passive request, so a state in it is a command. */
  readonly wished: boolean;
}

/** Most utterances have no more pieces; the size of caches. */
export const FEW_PIECES = 4;

/** Cuts an utterance at marks, reasons and conclusions, and takes address, courtesy and urgency off. Memoised. */
export const utterancePiecesOf: (items: readonly Item[], source: string) => readonly UtterancePiece[] =
  memoizeLast(cut);

function cut(items: readonly Item[], source: string): readonly UtterancePiece[] {
  const text = source.toLowerCase();
  return stretches(items, text).map(({ items: stretch, reason }) => pieceOf(stretch, text, reason));
}

interface Stretch {
  readonly items: Item[];
  reason: boolean;
}

function stretches(items: readonly Item[], text: string): Stretch[] {
  const { because, so, clarifies } = utteranceForms();
  const all: Stretch[] = [];
  let open: Stretch = { items: [], reason: false };
  /** End position of the current statement of fact; 0: none. */
  let told = 0;
  const close = (): void => {
    if (open.items.length > 0) all.push(open);
    open = { items: [], reason: false };
  };
  for (let at = 0; at < items.length; at += 1) {
    const item = items[at];
    if (item === undefined) break;
    if (isMark(item) && !JOINING.has(item.text)) {
      close();
      continue;
    }
    const { start } = item.first;
    if (told > 0 && start >= told) {
      told = 0;
      close();
    }
    const fact = told === 0 ? factEndAt(items, at, open.items, text) : 0;
    if (fact > 0) {
      close();
      told = fact;
      open.reason = true;
    }
    if (told > 0) {
      open.items.push(item);
      continue;
    }
    if (because.lengthAt(text, start) > 0 && !(at === 0 && isAsking(items))) {
      close();
      open.reason = true;
    }
    if (open.items.length > 0 && so.lengthAt(text, start) > 0) {
      open.reason = true;
      close();
    }
    if (endsAsking(open.items) && utteranceForms().subjects.lengthAt(text, start) > 0) close();
    const from = open.items[0]?.first.start ?? start;
    const unmarked = open.items.length > 0 && (beginsRequest(items, at, open.items) || endsTelling(item, open.items));
    const deed = (): boolean => isDeed(text.slice(from, endOfStretch(items, at)));
    if (unmarked && !saysMoment(text.slice(from, start)) && !deed()) {
      open.reason = true;
      close();
    }
    if (all.length === 0 && open.reason && beginsCommand(items, at)) close();
    if (endsComplaint(item, open.items, text) && !isConditional(items)) {
      // 空调太冷了|调到27度: the complaint names the target.
      open.reason = !open.items.some(namesTarget);
      close();
    }
    if (complains(item, text) && open.items.some(isDone)) close();
    if (all.length === 0 && open.items.length > 0 && isReasonBefore(items, at, text)) {
      // "I'm gonna open the door" is no reason for "open the door".
      open.reason = !deed();
      if (open.reason) close();
    } else if (beginsReasonAt(items, at, open.items, text)) {
      close();
      open.reason = true;
    }
    if (open.items.length > 0 && clarifies.lengthAt(text, start) > 0) close();
    if (interrupts(items, at, open.items, text) || retracts(items, at, open.items, text)) close();
    open.items.push(item);
  }
  close();
  return all;
}

/** Whether a question ends before a statement: 洗衣机停了吗|我要晾衣服, 电热毯关没关|我忘了. */
function endsAsking(before: readonly Item[]): boolean {
  const last = before.at(-1);
  if (before.length < 2 || last?.first.kind !== "character") return false;
  const state = before.at(-2);
  const states = [state, last].some((item) => (item?.lex?.states.length ?? 0) > 0);
  return states && playsAnyRole(last, ["yesNo", "asksAtEnd"]);
}

/** Whether a repair without a mark begins here: "the hall lamp | no wait the study lamp". */
function interrupts(items: readonly Item[], at: number, before: readonly Item[], text: string): boolean {
  if (before.length === 0) return false;
  const start = items[at]?.first.start ?? 0;
  const { interruptions, corrections } = utteranceForms();
  const interruption = interruptions.lengthAt(text, start);
  const correction = corrections.lengthAt(text, start);
  if (interruption + correction === 0) return false;
  // The act before may be unknown: 重启路由器|算了先关掉.
  if (!before.some((item) => isDone(item) || commands(item) || isUnknown(item)) || !before.some(isSaid)) return false;
  const behind = (length: number): readonly Item[] =>
    length > 0 ? untilMark(items, at).filter((item) => item.first.start >= start + length) : [];
  if (behind(interruption).some((item) => isSaid(item) || isDone(item))) return true;
  const named = behind(correction);
  return named.some(namesTarget) && named.every((item) => isNaming(item) || playsRole(item, "in"));
}

/** Whether a retraction without a mark begins here: "turn on the heater | no don't", 打开空调|算了. */
function retracts(items: readonly Item[], at: number, before: readonly Item[], text: string): boolean {
  const start = items[at]?.first.start ?? 0;
  const last = before.at(-1);
  if (last === undefined) return false;
  const length = utteranceForms().retracts.lengthAt(text, start);
  if (length === 0 || playsAnyRole(last, LEADING_ON) || !before.some(isDone)) return false;
  return start + length >= (untilMark(items, at).at(-1)?.end ?? 0);
}

/** Roles of words before a verb that belongs to the command: "tell it to | stop". */
const LEADING_ON = ["and", "but", "to"] as const;

/** The items from one to the next mark. */
function untilMark(items: readonly Item[], at: number): readonly Item[] {
  const mark = items.findIndex((item, place) => place > at && isMark(item) && !JOINING.has(item.text));
  return items.slice(at, mark < 0 ? items.length : mark);
}

/** Whether an item can be repaired: a name, a place, a value. */
function isSaid(item: Item): boolean {
  return namesTarget(item) || isPlaceName(item) || item.measure !== null || isParticle(item);
}

/** Whether an item is the particle of a separable verb: "on" in "turn it on". */
function isParticle(item: Item): boolean {
  return item.grammar.separableVerbs && (playsRole(item, "off") || playsRole(item, "on"));
}

/** Whether a complaint begins at an item: 空调关了|太冷, "turn the AC off | too cold". */
function complains({ lex, home, first }: Item, text: string): boolean {
  if (home !== null || lex === null || lex.changes.length === 0) return false;
  return utteranceForms().complaints.lengthAt(text, first.start) > 0;
}

/** Whether a command begins right after a complaint: 太热了|打开空调, 空调太冷了|关掉. */
function endsComplaint(item: Item, before: readonly Item[], text: string): boolean {
  if (item.first.kind !== "character" || before.some(({ measure }) => measure !== null)) return false;
  const { lex } = item;
  const act = lex !== null && lex.acts.length > 0 && lex.changes.length === 0;
  if (!act && !playsRole(item, "object") && !isHelp(item) && !namesTarget(item)) return false;
  const at = before.findIndex((each) => isComplaint(each, text));
  const between = before.slice(at + 1);
  // 太热了|别打开空调: a modifier is no courtesy.
  const idle = between.every(
    (each) => isIdle(each) && each.lex?.roles.some((role) => COURTESY.has(role)) && !playsAnyRole(each, REMARKABLE),
  );
  return at >= 0 && idle && !before.slice(0, at).some((each) => commands(each) || playsRole(each, "object"));
}

/** Roles of the words that may stand between a complaint and a command: courtesy and quantifiers. */
const COURTESY: ReadonlySet<string> = new Set(["filler", "tells", "polite", "both", "all", "each"]);
/** Roles that change the following command. */
const REMARKABLE = [...modifierRolesExcept("limit"), "is", "also", "of"] as const;

/** Whether an item is a complaint: 太热, 风太大, "too bright". */
export function isComplaint({ lex, home, first, end }: Item, text: string): boolean {
  if (home !== null || lex === null || lex.changes.length === 0) return false;
  const { complaints } = utteranceForms();
  for (let at = first.start; at < end; at += 1) if (complaints.lengthAt(text, at) > 0) return true;
  return false;
}

/** Whether an item completes a command: an act, a direction, an amount. */
function isDone(item: Item): boolean {
  const { lex, measure } = item;
  if (isParticle(item)) return true;
  return measure !== null || (lex !== null && lex.acts.length + lex.changes.length > 0);
}

/** Whether a piece reports that somebody did something to a thing: 邻居把灯关了, "someone opened the curtains". Memoised. */
export const reportsDeed: (piece: UtterancePiece) => boolean = memoizeEach(({ text }) => isDeed(text), FEW_PIECES);

function isDeed(text: string): boolean {
  return utteranceForms().doers.test(text);
}

/** End position of the stretch of an item. */
function endOfStretch(items: readonly Item[], at: number): number {
  return untilMark(items, at).at(-1)?.end ?? 0;
}

/** Whether a text names an event to wait for: "等他下班了|把…". */
function saysMoment(text: string): boolean {
  return utteranceForms().moments.test(text);
}

/** Marks that do not end a stretch. */
const JOINING: ReadonlySet<string> = new Set(["-", "&", "+", "/", "'", "’"]);

function isAsking(items: readonly Item[]): boolean {
  return playsRole(items[0], "since") && items.some((item) => playsRole(item, "is"));
}

/** Whether a request begins after a statement without a target: 天快黑了帮我…. */
function beginsRequest(items: readonly Item[], at: number, before: readonly Item[]): boolean {
  const item = items[at];
  if (!item) return false;
  if (!isHelp(item) && !(playsRole(item, "object") && namesNext(items.slice(at + 1)))) return false;
  // 是不是|把灯都关了 is a question.
  if ((!before.some(isUnknown) && !playsRole(before.at(-1), "tells")) || playsRole(before.at(-1), "yesNo"))
    return false;
  return !before.some((each) => namesTarget(each) || each.measure !== null || commands(each));
}

/** Whether a command begins after a reason without a mark: "since nobody is in the hall | turn off the lamp". */
function beginsCommand(items: readonly Item[], at: number): boolean {
  const [before, item] = [items[at - 1], items[at]];
  const after = items.slice(at + 1);
  if (item?.first.kind !== "word" || !item.lex?.acts.length || !before || items.some(isMark)) return false;
  if (!(isUnknown(before) || isPlaceName(before) || (before.lex?.states.length ?? 0) > 0)) return false;
  return namesNext(after) && !items.slice(0, at).some(namesTarget);
}

/** Whether a target is named before the next mark. */
function namesNext(after: readonly Item[]): boolean {
  const end = after.findIndex(isMark);
  return (end < 0 ? after : after.slice(0, end)).some(namesTarget);
}

/** Whether a name begins a command right after a statement with 了: 我要睡了|床头灯关掉. */
function endsTelling(item: Item, before: readonly Item[]): boolean {
  const last = before.at(-1);
  if (
    item.first.kind !== "character" ||
    !last ||
    !playsRole(last, "tells") ||
    !(namesTarget(item) || isPlaceName(item))
  )
    return false;
  // "橱了" may be a misspelt 除了.
  if (before.length < 3 || !before.some(isUnknown)) return false;
  return !before.some((each) => namesTarget(each) || each.measure !== null || commands(each));
}

function commands(item: Item): boolean {
  const { lex } = item;
  return (lex?.acts.length ?? 0) + (lex?.time.length ?? 0) > 0 || playsAnyRole(item, BINDING);
}

/** Whether items contain a condition; then nothing beside it is a mere reason. */
export function isConditional(items: readonly Item[]): boolean {
  if (anyHasRole(items, CONDITIONS)) return true;
  if (!anyHasRole(items, CONSEQUENCE)) return false;
  // 就 in "客人就快到了" is no conjunction.
  const at = items.findIndex((item) => playsRole(item, "consequence"));
  return at >= 0 && items.slice(at + 1).some((each) => commands(each) || namesTarget(each));
}

const CONDITIONS = roleSet(...modifierRoles("condition"));
const CONSEQUENCE = roleSet("consequence");
/** Roles that make the following words depend on those before; statements may contain questions and the past. */
const BINDING = modifierRolesExcept("report", "question", "choice", "denial", "cancelling", "limit");

function isHelp(item: Item): boolean {
  return playsRole(item, "filler") && utteranceForms().requests.lengthAt(item.text, 0) > 0;
}

function pieceOf(given: readonly Item[], text: string, reason: boolean): UtterancePiece {
  const forms = utteranceForms();
  let items = given;
  const from = given[0]?.first.start ?? 0;
  const to = given.at(-1)?.end ?? from;
  let repair = false;
  let wished = false;
  for (let changed = true; changed && items.length > 0; ) {
    changed = false;
    const repairs = withoutOpening(items, text, forms.repairs, true);
    if (repairs && !repair && !(items[0]?.from === 0 && deniesNoun(items[0], items))) {
      repair = true;
      items = repairs;
      changed = true;
      continue;
    }
    const opened = withoutOpening(items, text, forms.openings, false);
    if (opened) {
      items = opened;
      changed = true;
      continue;
    }
    const closed = withoutClosing(items, text, from) ?? withoutAfterthought(items, text);
    if (closed) {
      items = closed;
      changed = true;
      continue;
    }
    const wish = wished ? null : withoutOpening(items, text, forms.wishes, false);
    if (wish && wish.length > 0) {
      wished = true;
      items = wish;
      changed = true;
    }
  }
  const left = slice(items, text);
  const said = text.slice(from, to);
  const { passives } = utteranceForms();
  wished ||= passives.test(` ${left}`) || (left !== said && passives.test(said));
  return { items, text: said, left, reason, repair, wished };
}

/** Takes a match of these patterns off the beginning; null if none matches. `whole`: names may be taken off as well. */
function withoutOpening(
  items: readonly Item[],
  text: string,
  patterns: Patterns,
  whole: boolean,
): readonly Item[] | null {
  const [first] = items;
  if (!first) return null;
  const start = first.first.start;
  const length = patterns.lengthAt(text, start);
  if (length === 0) return null;
  const end = start + length;
  const rest = items.filter((item) => item.first.start >= end);
  const taken = items.slice(0, items.length - rest.length);
  // A name of this home is no address, unless it is all.
  if (!whole && rest.length > 0 && taken.some((item) => item.home !== null && item.home.devices.length > 0))
    return null;
  // "I need to get up" is one phrase.
  if (taken.some((item) => item.end > end && playsRole(item, "rising"))) return null;
  return taken.every((item) => item.end <= Math.max(end, first.end)) ? rest : null;
}

/** Takes a closing off the end; null if none matches. `from`: original start of the part, needed for 能帮我…吗. */
function withoutClosing(items: readonly Item[], text: string, from: number): readonly Item[] | null {
  const said = text.slice(from, items.at(-1)?.end ?? from);
  for (const pattern of utteranceForms().closings.in(said)) {
    const found = pattern.exec(said);
    if (!found || found[0] === "") continue;
    const at = from + found.index;
    const rest = items.filter((item) => item.end <= at);
    const taken = items.slice(rest.length);
    if (
      (rest.length === 0 && at > (items[0]?.first.start ?? 0)) ||
      taken.some((item) => item.first.start < at || isNamed(item, taken.length > 1))
    )
      continue;
    return rest;
  }
  return null;
}

/** Takes a reason right after the command off the end: 把灯关了|要睡觉了; null if there is none, or it could be a command. */
function withoutAfterthought(items: readonly Item[], text: string): readonly Item[] | null {
  if (!items.some(isUnknown)) return null;
  const said = slice(items, text);
  const from = items[0]?.first.start ?? 0;
  for (const pattern of utteranceForms().afterthoughts.in(said)) {
    const found = pattern.exec(said);
    if (!found) continue;
    const at = from + found.index;
    const rest = items.filter((item) => item.end <= at);
    const taken = items.slice(rest.length);
    const idle = taken.every((item) => item.first.start >= at && (isUnknown(item) || isIdle(item) || isAim(item)));
    if (rest.some(isDone) && idle && taken.some(isUnknown) && !rest.some((item) => playsAnyRole(item, RINGING)))
      return rest;
  }
  return null;
}

const RINGING = [...modifierRoles("ringing"), "wake"] as const;

/** Whether an item may be part of a purpose, because it commands and measures nothing there. */
function isAim(item: Item): boolean {
  const { lex, home, measure, grammar } = item;
  if (isPlaceName(item) || (lex?.rooms.length ?? 0) + (lex?.floors.length ?? 0) > 0) return false;
  // 透透亮儿, 吹吹风: a single character of an activity of people.
  const looks = lex !== null && lex.acts.length > 0 && lex.acts.every((act) => act === "tell");
  const inner = item.end - item.first.start === 1 || looks;
  return (
    (grammar.spaces || inner) &&
    measure === null &&
    !playsAnyRole(item, BINDING) &&
    (lex?.kinds.length ?? 0) === 0 &&
    (home === null || home.devices.length + home.rooms.length === 0)
  );
}

/** Whether an item is only courtesy or a function word. */
function isIdle({ lex, home, measure }: Item): boolean {
  if (home || measure || !lex) return false;
  return lex.roles.length > 0 && lex.acts.length + lex.changes.length + lex.listed.length + lex.kinds.length === 0;
}

/** Whether an item is a name or a value; in phrases of urgency ("real quick") a value does not count. */
function isNamed({ home, measure }: Item, several: boolean): boolean {
  if (measure) return !(several && measure.kind === "duration" && measure.seconds <= 1);
  return home !== null && home.devices.length + home.rooms.length + (several ? 0 : home.listed.length) > 0;
}

function slice(items: readonly Item[], text: string): string {
  return text.slice(items[0]?.first.start ?? 0, items.at(-1)?.end ?? 0);
}
