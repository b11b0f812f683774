import { memoizeEach } from "../memoize.ts";
import { isQuestionWord, stretchFeaturesOf } from "../parse/clauses/stretch-features.ts";
import { modifierRoles, modifierRolesExcept } from "../parse/command-modifiers.ts";
import { type Item, isUnknown, playsAnyRole, playsRole } from "../parse/items.ts";
import { isQuestion } from "../parse/questions.ts";
import { anyHasChange, anyHasMeasure, anyHasRole, roleSet } from "../parse/role-index.ts";
import { utteranceForms } from "./compiled-forms.ts";
import { FEW_PIECES, reportsDeed, type UtterancePiece } from "./pieces.ts";

/** Whether a piece is a command or a question by itself. Memoised. */
export const isCommand: (piece: UtterancePiece) => boolean = memoizeEach(commands, FEW_PIECES);

function commands(piece: UtterancePiece): boolean {
  const { items, reason } = piece;
  if (items.length === 0 || reason) return false;
  // "we're lowering the blinds" is no question, although "are" is its first known word.
  if (reportsDeed(piece) && !items.some(isQuestionWord)) return false;
  if (isQuestion(items) || setsAlarm(items)) return true;
  if (isComfort(items) || tells(piece)) return false;
  const { act, open, target, value, property, state } = stretchFeaturesOf(withWordPartsUnknown(items));
  if (asksForDrink(items)) return true;
  if (piece.wished && state && target) return true;
  return act || (open && (value || target)) || (value && (target || property));
}

const RINGING = roleSet(...modifierRoles("ringing"));

/** Whether a piece orders a drink: 烧壶水, but not 昨天喝了杯茶. */
function asksForDrink(items: readonly Item[]): boolean {
  const drink = items.some((item) => (item.lex?.makers.length ?? 0) > 0 && playsRole(item, "serving"));
  return drink && !items.some(binds) && !items.some((item) => playsRole(item, "past") || playsRole(item, "tells"));
}

/** Whether items set an alarm: a word for one and a time. */
export function setsAlarm(items: readonly Item[]): boolean {
  if (!anyHasRole(items, RINGING) || !anyHasMeasure(items)) return false;
  return items.some(({ measure }) => measure !== null && measure.kind !== "quantity");
}

/**
 * Whether a piece can be left aside beside a command: a reason, a complaint, or a statement.
 * `named`: the command beside it names its target, so this piece need not.
 */
export function canBeLeftAside(piece: UtterancePiece, named: boolean): boolean {
  const { items, reason } = piece;
  if (items.length === 0 || reason) return true;
  if (isComfort(items) || warns(piece) || isIndirectQuestion(piece)) return true;
  if (isQuestion(items)) return false;
  const told = tells(piece) || (named && isChat(piece)) || tellsHour(piece) || isPresence(items);
  return told && !saysWhen(piece);
}

/** Whether a piece is a warning, and nothing that a home could do: 别冻着孩子, "or he'll wake up". */
function warns({ items, text }: UtterancePiece): boolean {
  if (!utteranceForms().warnings.test(text)) return false;
  const { act, open, target, value } = stretchFeaturesOf(withWordPartsUnknown(items));
  const idle = !act && !open && !target && !value && items.every(({ measure }) => measure === null);
  return idle && items.some(isUnknown);
}

/** Whether a piece is an indirect question about nothing in the home: "I want to see whether it snowed". */
export function isIndirectQuestion({ items, text }: UtterancePiece): boolean {
  if (!utteranceForms().wonders.test(text)) return false;
  return !items.some(isOfHome) && items.every(({ measure }) => measure === null) && !setsAlarm(items);
}

/** Whether a piece names a target, or an act that needs none. */
export function namesCommandTarget({ items }: UtterancePiece): boolean {
  return stretchFeaturesOf(items).target || items.some(({ lex }) => lex?.acts.some((act) => PLAYED.has(act)) ?? false);
}

/** Acts on whatever plays. */
const PLAYED: ReadonlySet<string> = new Set(["next", "previous"]);

/** Roles that change the meaning of the rest, or make a plan of it. */
const BINDING = [
  ...modifierRolesExcept("report", "possibility", "question", "choice", "denial", "undoing", "cancelling"),
  "also",
] as const;

function binds(item: Item): boolean {
  return playsAnyRole(item, BINDING);
}

/** Whether items only tell that somebody is there, or nobody: "没人了". */
function isPresence(items: readonly Item[]): boolean {
  if (!items.some(({ lex }) => lex?.states.includes("clear"))) return false;
  const { act, open, target, time } = stretchFeaturesOf(items);
  const plain = !act && !open && !target && !time && items.every(({ measure }) => measure === null);
  return plain && !items.some(binds);
}

/** Whether a piece has unknown words and nothing to command: "the neighbours are at it again". */
function isChat(piece: UtterancePiece): boolean {
  if (!mayBeStrange(piece.items)) return false;
  if (utteranceForms().asksFor.test(piece.text)) return false;
  const items = withWordPartsUnknown(piece.items);
  const words = items.filter((item) => !playsRole(item, "filler") || item.lex?.roles.length !== 1);
  // "别吵醒孩子" may be a wish; "孩子睡不着" is no wish.
  if (!words.some(isUnknown) || words.some((item, at) => binds(item) && !(at > 0 && playsRole(item, "not"))))
    return false;
  const { act, open, target, value, time } = stretchFeaturesOf(items);
  if (act || open || target || value) return false;
  return !time || tellsTime(piece);
}

/** Whether the words of time tell when something was or will be, not when to act: "明天还要早起". */
function tellsTime({ items, text }: UtterancePiece): boolean {
  const exact = items.some(({ measure }) => measure?.kind === "clock");
  const { past, coming } = utteranceForms();
  return past.test(text) || (!exact && coming.test(text));
}

/** Whether a piece only tells the time: "都十一点了". */
function tellsHour({ items, text }: UtterancePiece): boolean {
  if (!anyHasMeasure(items) || !items.some(({ measure }) => measure?.kind === "clock")) return false;
  const { act, open, target, value } = stretchFeaturesOf(items);
  return !act && !open && !target && !value && utteranceForms().tellings.test(text);
}

/** Whether a piece names a time or an event to wait for: "等我回来", "once the film is over". */
export function saysWhen(piece: UtterancePiece): boolean {
  const { items, text } = piece;
  if (utteranceForms().moments.test(text)) return true;
  return items.some(({ measure }) => measure?.kind === "clock") && !tellsTime(piece);
}

/** Whether a piece asks for something unknown: "play the news". */
export function asksForMore({ items, text }: UtterancePiece): boolean {
  return items.some(isUnknown) && utteranceForms().asksFor.test(text);
}

/** Whether items only complain about the comfort: "too hot in here". */
export function isComfort(items: readonly Item[]): boolean {
  if (!anyHasChange(items)) return false;
  let feels = false;
  for (const [at, { lex, home, measure }] of items.entries()) {
    // 风小点, 再凉快些 are wishes; 外面凉快点了 is a statement.
    if (lex?.bit && !items.slice(at + 1).some((item) => playsRole(item, "tells"))) return false;
    if (measure || (home && home.devices.length > 0) || (lex?.kinds.length ?? 0) > 0) return false;
    if (lex && lex.acts.length > 0 && lex.changes.length === 0) return false;
    feels ||= (lex?.changes.length ?? 0) > 0;
  }
  return feels;
}

const STATING = roleSet("stating");

/** Whether a piece is a statement about somebody or about a state. Memoised. */
const tells: (piece: UtterancePiece) => boolean = memoizeEach(isTelling, FEW_PIECES);

function isTelling(piece: UtterancePiece): boolean {
  const { items, text, left, wished } = piece;
  // 我想扫地: the speaker does it.
  if (reportsDeed(piece)) return true;
  if (wished) return false;
  if (isHowItIs(items) && utteranceForms().tellings.test(text)) return true;
  const stated = anyHasRole(items, STATING) && items.some((item, at) => at > 0 && playsRole(item, "stating"));
  if (stated || hasSubject(items, left)) return true;
  return items.some(isUnknown) && utteranceForms().tellings.test(text);
}

/** Whether items are only a state, without a subject: 没电了. */
function isHowItIs(items: readonly Item[]): boolean {
  const { act, open, target, value, time, state } = stretchFeaturesOf(items);
  return state && !act && !open && !target && !value && !time && !items.some(binds);
}

/** Whether a piece is a statement and no command. */
export function isPlainStatement(piece: UtterancePiece): boolean {
  return tells(piece) && !isCommand(piece);
}

/** Whether a piece begins with a subject that is nothing of this home: "my wife …", but not "my bedroom fan …". */
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
 * Makes single characters between unknown ones unknown as well, because they belong to one word (小 in 小侄女), and numbers before
 * an unknown word (三个朋友).
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

/** Whether items contain unknown words or measures. */
function mayBeStrange(items: readonly Item[]): boolean {
  return anyHasMeasure(items) || items.some(isUnknown);
}

/** Whether an item is 一, which may be an article. */
function isOne({ measure, grammar }: Item): boolean {
  return !grammar.spaces && measure?.kind === "quantity" && measure.quantity.value === 1;
}

/** Whether an item has a meaning beside its roles. */
function isMeaningful({ lex, measure }: Item): boolean {
  if (measure) return measure.kind === "quantity" && measure.quantity.value === 1;
  if (!lex) return false;
  return lex.acts.length + lex.changes.length + lex.listed.length > 0 || lex.color !== null || lex.unit !== null;
}
