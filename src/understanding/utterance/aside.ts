import { memoizeEach } from "../memoize.ts";
import { isQuestionWord, stretchFeaturesOf } from "../parse/clauses/stretch-features.ts";
import { modifierRoles, modifierRolesExcept } from "../parse/command-modifiers.ts";
import { type Item, isUnknown, playsAnyRole, playsRole } from "../parse/items.ts";
import { isQuestion } from "../parse/questions.ts";
import { anyHasChange, anyHasMeasure, anyHasRole, roleSet } from "../parse/role-index.ts";
import { utteranceForms } from "./compiled-forms.ts";
import { FEW_PIECES, reportsDeed, type UtterancePiece } from "./pieces.ts";

/** Whether a piece says by itself what to do, or asks. */
export const isCommand: (piece: UtterancePiece) => boolean = memoizeEach(commands, FEW_PIECES);

function commands(piece: UtterancePiece): boolean {
  const { items, reason } = piece;
  if (items.length === 0 || reason) return false;
  // "we're lowering the blinds" asks nothing, although "are" stands first among the words that are known.
  if (reportsDeed(piece) && !items.some(isQuestionWord)) return false;
  if (isQuestion(items) || setsAlarm(items)) return true;
  if (isComfort(items) || tells(piece)) return false;
  const { act, open, target, value, property, state } = stretchFeaturesOf(withWordPartsUnknown(items));
  if (asksForDrink(items)) return true;
  if (piece.wished && state && target) return true;
  return act || (open && (value || target)) || (value && (target || property));
}

const RINGING = roleSet(...modifierRoles("ringing"));

/** 烧壶水, and not 昨天喝了杯茶. */
function asksForDrink(items: readonly Item[]): boolean {
  const drink = items.some((item) => (item.lex?.makers.length ?? 0) > 0 && playsRole(item, "serving"));
  return drink && !items.some(binds) && !items.some((item) => playsRole(item, "past") || playsRole(item, "tells"));
}

/** Whether something shall ring at a time. */
export function setsAlarm(items: readonly Item[]): boolean {
  if (!anyHasRole(items, RINGING) || !anyHasMeasure(items)) return false;
  return items.some(({ measure }) => measure !== null && measure.kind !== "quantity");
}

/**
 * Whether a piece can be left aside where another commands: a reason, how it feels, or what is told.
 * `named`: what else is commanded names what it is about, so that it is not said here.
 */
export function canBeLeftAside(piece: UtterancePiece, named: boolean): boolean {
  const { items, reason } = piece;
  if (items.length === 0 || reason) return true;
  if (isComfort(items) || warns(piece) || isIndirectQuestion(piece)) return true;
  if (isQuestion(items)) return false;
  const told = tells(piece) || (named && isChat(piece)) || tellsHour(piece) || isPresence(items);
  return told && !saysWhen(piece);
}

/** 别冻着孩子, "or he'll wake up": what shall not come of it, and nothing that a home could do. */
function warns({ items, text }: UtterancePiece): boolean {
  if (!utteranceForms().warnings.test(text)) return false;
  const { act, open, target, value } = stretchFeaturesOf(withWordPartsUnknown(items));
  const idle = !act && !open && !target && !value && items.every(({ measure }) => measure === null);
  return idle && items.some(isUnknown);
}

/** "I want to see whether it snowed", "can't remember if I did it": about nothing that a home has. */
export function isIndirectQuestion({ items, text }: UtterancePiece): boolean {
  if (!utteranceForms().wonders.test(text)) return false;
  return !items.some(isOfHome) && items.every(({ measure }) => measure === null) && !setsAlarm(items);
}

/** Whether a piece names what is to be commanded, or says what only one thing can do. */
export function namesCommandTarget({ items }: UtterancePiece): boolean {
  return stretchFeaturesOf(items).target || items.some(({ lex }) => lex?.acts.some((act) => PLAYED.has(act)) ?? false);
}

/** What is done to whatever plays. */
const PLAYED: ReadonlySet<string> = new Set(["next", "previous"]);

/** Words that change what the rest means, or make a plan of it. */
const BINDING = [
  ...modifierRolesExcept("report", "possibility", "question", "choice", "denial", "undoing", "cancelling"),
  "also",
] as const;

function binds(item: Item): boolean {
  return playsAnyRole(item, BINDING);
}

/** "没人了": that somebody is there, or nobody. */
function isPresence(items: readonly Item[]): boolean {
  if (!items.some(({ lex }) => lex?.states.includes("clear"))) return false;
  const { act, open, target, time } = stretchFeaturesOf(items);
  const plain = !act && !open && !target && !time && items.every(({ measure }) => measure === null);
  return plain && !items.some(binds);
}

/** Nothing in it is to command, and something is said that nothing explains: "the neighbours are at it again". */
function isChat(piece: UtterancePiece): boolean {
  if (!mayBeStrange(piece.items)) return false;
  if (utteranceForms().asksFor.test(piece.text)) return false;
  const items = withWordPartsUnknown(piece.items);
  const words = items.filter((item) => !playsRole(item, "filler") || item.lex?.roles.length !== 1);
  // "别吵醒孩子" may be a wish; "孩子睡不着" is none.
  if (!words.some(isUnknown) || words.some((item, at) => binds(item) && !(at > 0 && playsRole(item, "not"))))
    return false;
  const { act, open, target, value, time } = stretchFeaturesOf(items);
  if (act || open || target || value) return false;
  return !time || tellsTime(piece);
}

/** Words of time in it say when something was or will be, not when to act: "明天还要早起". */
function tellsTime({ items, text }: UtterancePiece): boolean {
  const exact = items.some(({ measure }) => measure?.kind === "clock");
  const { past, coming } = utteranceForms();
  return past.test(text) || (!exact && coming.test(text));
}

/** "都十一点了": what time it is. */
function tellsHour({ items, text }: UtterancePiece): boolean {
  if (!anyHasMeasure(items) || !items.some(({ measure }) => measure?.kind === "clock")) return false;
  const { act, open, target, value } = stretchFeaturesOf(items);
  return !act && !open && !target && !value && utteranceForms().tellings.test(text);
}

/** It names a moment that is to be waited for: "等我回来", "once the film is over". */
export function saysWhen(piece: UtterancePiece): boolean {
  const { items, text } = piece;
  if (utteranceForms().moments.test(text)) return true;
  return items.some(({ measure }) => measure?.kind === "clock") && !tellsTime(piece);
}

/** It asks for something that is not understood, beside what is: "play the news". */
export function asksForMore({ items, text }: UtterancePiece): boolean {
  return items.some(isUnknown) && utteranceForms().asksFor.test(text);
}

/** "too hot in here": how it feels, and nothing to command. */
export function isComfort(items: readonly Item[]): boolean {
  if (!anyHasChange(items)) return false;
  let feels = false;
  for (const [at, { lex, home, measure }] of items.entries()) {
    // 风小点, 再凉快些 is how it shall be; 外面凉快点了 is how it is.
    if (lex?.bit && !items.slice(at + 1).some((item) => playsRole(item, "tells"))) return false;
    if (measure || (home && home.devices.length > 0) || (lex?.kinds.length ?? 0) > 0) return false;
    if (lex && lex.acts.length > 0 && lex.changes.length === 0) return false;
    feels ||= (lex?.changes.length ?? 0) > 0;
  }
  return feels;
}

const STATING = roleSet("stating");

/** Whether a piece tells of somebody or of how something is. */
const tells: (piece: UtterancePiece) => boolean = memoizeEach(isTelling, FEW_PIECES);

function isTelling(piece: UtterancePiece): boolean {
  const { items, text, left, wished } = piece;
  // 我想扫地 wishes for oneself.
  if (reportsDeed(piece)) return true;
  if (wished) return false;
  if (isHowItIs(items) && utteranceForms().tellings.test(text)) return true;
  const stated = anyHasRole(items, STATING) && items.some((item, at) => at > 0 && playsRole(item, "stating"));
  if (stated || hasSubject(items, left)) return true;
  return items.some(isUnknown) && utteranceForms().tellings.test(text);
}

/** 没电了: only how it is, and of what is not said. */
function isHowItIs(items: readonly Item[]): boolean {
  const { act, open, target, value, time, state } = stretchFeaturesOf(items);
  return state && !act && !open && !target && !value && !time && !items.some(binds);
}

/** Whether it tells of somebody or of how something is, and commands nothing. */
export function isPlainStatement(piece: UtterancePiece): boolean {
  return tells(piece) && !isCommand(piece);
}

/** It begins with who or what it tells of, which is nothing of this home: "my wife …", but not "my bedroom fan …". */
function hasSubject(items: readonly Item[], left: string): boolean {
  const start = items[0]?.first.start ?? 0;
  return utteranceForms()
    .subjects.startingAt(left, 0)
    .some((pattern) => {
      pattern.lastIndex = 0;
      const length = pattern.exec(left)?.[0].length ?? 0;
      if (length === 0) return false;
      const taken = items.filter((item) => item.first.start < start + length);
      return taken.every((item) => item.end <= start + length && !isOfHome(item));
    });
}

function isOfHome({ home, lex }: Item): boolean {
  return (home?.rooms.length ?? 0) + (home?.devices.length ?? 0) + (lex?.kinds.length ?? 0) > 0;
}

/**
 * The items where a single character between others that mean nothing is a part of their word, whatever it means alone
 * (小 in 小侄女), and a number before such a word counts something that is no value (三个朋友).
 */
export function withWordPartsUnknown(items: readonly Item[]): readonly Item[] {
  if (!mayBeStrange(items)) return items;
  return items.map((item, at) => {
    if (at === 0 && item.measure === null) return item;
    const [before, next] = [items[at - 1], items[at + 1]];
    const inner = item.first.kind === "character" && item.end - item.first.start === 1 && item.home === null;
    const beside = (next !== undefined && isUnknown(next)) || (inner && before !== undefined && isUnknown(before));
    const bare = item.measure?.kind === "quantity" && item.measure.quantity.unit === null;
    const article = bare && isOne(item);
    if (!article && !(beside && (bare || (inner && isMeaningful(item))))) return item;
    return { ...item, lex: null, home: null, measure: null };
  });
}

/** Whether there is anything that may be a part of a word that nothing explains. */
function mayBeStrange(items: readonly Item[]): boolean {
  return anyHasMeasure(items) || items.some(isUnknown);
}

/** A character for one: it may be an article. */
function isOne({ measure, grammar }: Item): boolean {
  return !grammar.spaces && measure?.kind === "quantity" && measure.quantity.value === 1;
}

/** More than a role: an act, a change, a value. */
function isMeaningful({ lex, measure }: Item): boolean {
  if (measure) return measure.kind === "quantity" && measure.quantity.value === 1;
  if (!lex) return false;
  return lex.acts.length + lex.changes.length + lex.listed.length > 0 || lex.color !== null || lex.unit !== null;
}
