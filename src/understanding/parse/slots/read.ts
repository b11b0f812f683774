import { lexicon } from "../../lexicon/lexicon.ts";
import type { Act, QuantityUnit } from "../../lexicon/types.ts";
import type { HomeIndex } from "../../names/home-index.ts";
import { emptyFrame, type Frame } from "../frame.ts";
import { type Item, isMark, playsRole } from "../items.ts";
import { anyHasRole, roleSet } from "../role-index.ts";
import {
  hasContent,
  isNaming,
  isPlaceName,
  isValue,
  namesDevice,
  namesKind,
  namesTarget,
  valueMentionOf,
} from "../senses.ts";
import { readAct, readParticle } from "./acts.ts";
import { type ClauseState, isHead, isPreposition, isProperty, isRoleFirst, isValueWanted } from "./clause-state.ts";
import { Cursor } from "./cursor.ts";
import { settleServing } from "./drinks.ts";
import { settleException } from "./exceptions.ts";
import { settleGoal } from "./goal.ts";
import { settleDegrees, settleHeat } from "./heat.ts";
import { readFloorWord, readMissingKey, readName, readRoomWord } from "./names.ts";
import { settleOwnTimer } from "./own-timer.ts";
import { comparesThings, settlePortion } from "./portions.ts";
import { settlePropertyVerb } from "./property-verbs.ts";
import { settleFullRange, settleResultAdjective } from "./result-adjectives.ts";
import { readGoverning, readSmall } from "./roles.ts";
import { picksByExtreme } from "./superlatives.ts";
import { Targets } from "./targets.ts";
import { settleEnding } from "./value-ending.ts";

/** Acts after which an ambiguous word means the property and not an act ("turn on mute"). */
const SWITCHING: ReadonlySet<Act> = new Set<Act>(["on", "off", "open", "close"]);

const TINT = "color-temperature";

/** Units that say when or for how long. */
const TIME_UNITS: ReadonlySet<QuantityUnit> = new Set<QuantityUnit>(["second", "minute", "hour", "day", "week"]);

/**
 * Parses one clause into a frame: fills the slots from left to right and resolves ambiguous words by their context.
 * `question`: the sentence is a question, so "open" and "on" are states.
 */
export function readFrame(items: readonly Item[], index: HomeIndex, question: boolean): Frame {
  const cursor = new Cursor(items);
  const frame = emptyFrame(items);
  const targets = new Targets(cursor, frame, index);
  const reading: ClauseState = { cursor, frame, targets, index, question };
  cursor.each((item) => readItem(item, reading));
  targets.settle(question);
  // 再…调到: the value is a goal, and 再 adds nothing.
  if (frame.values.length > 0 && items.some(({ lex }) => lex?.to)) {
    frame.by = false;
    frame.more = 0;
  }
  if (isToComeTo(frame)) {
    frame.to = true;
    frame.by = false;
    frame.more = 0;
  }
  settleGoal(frame);
  if (!question) settleOwnTimer(frame);
  if (!question) settleHeat(frame, index);
  if (!question) settleDegrees(frame);
  if (!question) settleResultAdjective(frame);
  if (!question) settleFullRange(frame);
  if (frame.leaving) settleException(reading);
  if (!question) settlePropertyVerb(frame);
  if (!question) settleServing(frame, index);
  if (!question) settlePortion(frame);
  if (!question) settleEnding(frame, index);
  if (comparesThings(frame) || isStatement(reading) || hasGap(items) || exceptsNothing(frame) || hasBounds(reading))
    frame.blocked = true;
  if (!question && (picksByExtreme(items) || deniesBefore(items))) frame.blocked = true;
  frame.bare = items.every(isNaming);
  return frame;
}

/** Whether a value behind "a bit more" is a goal: "a bit more, forty-five". */
function isToComeTo({ act, amount, more, changes, values, items }: Frame): boolean {
  const [value] = values;
  if (!value?.quantity || values.length > 1 || act !== null || changes.length > 0) return false;
  if (more === 0 && amount !== "little") return false;
  const at = items.findIndex(({ said }) => said === value.text);
  const said = items
    .slice(0, at)
    .findLastIndex((item) => playsRole(item, "more") || playsRole(item, "less") || playsRole(item, "little"));
  return said >= 0 && items.slice(said, at).some(isMark);
}

function readItem(item: Item, reading: ClauseState): void {
  const { frame, targets } = reading;
  if (isMark(item)) {
    // "除了卧室，把所有灯关了": a leading exception ends at its comma.
    if (targets.excepting && frame.act === null) targets.endException();
    return;
  }
  if (isNumberOfName(item, reading)) targets.numbered(item);
  else if (isNumberOfNone(item, reading)) frame.blocked = true;
  else if (item.measure && !isPlaceholder(item, reading)) readMeasured(item, frame);
  else if (isTooMuchOf(item, reading)) frame.blocked = true;
  else if (!readKnown(item, reading)) targets.unknown(item);
}

/** "it's too blue": less of a colour, without an amount. */
function isTooMuchOf({ lex }: Item, { cursor, frame, question }: ClauseState): boolean {
  if (question || frame.act !== null || (lex?.color ?? null) === null) return false;
  return playsRole(cursor.previous, "also") || playsRole(cursor.previous, "much");
}

/** Whether a number belongs to a name and can be no value: "turn on socket 3", "set light 2 to 40". */
function isNumberOfName({ measure }: Item, { cursor, frame, index }: ClauseState): boolean {
  if (measure?.kind !== "quantity" || measure.quantity.unit !== null) return false;
  const head = frame.heads.at(-1);
  if (head?.type !== "kind" || head.text !== cursor.previous?.said) return false;
  const valued = cursor.later.some((each) => each.measure?.kind === "quantity" || isValue(each));
  if (!valued && !(frame.act !== null && SWITCHING.has(frame.act))) return false;
  const number = String(measure.quantity.value);
  return head.kinds.some((kind) =>
    [...index.ofKind(kind)].some(({ names }) => names.some((name) => name.at(-1) === number)),
  );
}

/** Whether a number would belong to a name that no device has: "turn on lamp 2". */
function isNumberOfNone({ measure }: Item, { cursor, frame, question }: ClauseState): boolean {
  if (question || measure?.kind !== "quantity" || measure.quantity.unit !== null) return false;
  const head = frame.heads.at(-1);
  if (head?.type !== "kind" || head.definite || !head.kinds.includes("light")) return false;
  const named = head.text === cursor.previous?.said && frame.act !== null && SWITCHING.has(frame.act);
  return named && measure.quantity.value < LEAST_VALUE && cursor.next() === undefined;
}

/** Smallest number that is read as a brightness. */
const LEAST_VALUE = 10;

/** Whether "one" stands for a noun: "the kitchen one". */
function isPlaceholder(item: Item, { cursor }: ClauseState): boolean {
  return (
    item.first.kind === "word" &&
    playsRole(item, "thing") &&
    cursor.previous !== undefined &&
    isPlaceName(cursor.previous)
  );
}

function readKnown(item: Item, reading: ClauseState): boolean {
  if (isThingSwitched(item, reading)) return false;
  return (
    reading.targets.readModifier(item) ||
    readName(item, reading) ||
    readMissingKey(item, reading) ||
    readWord(item, reading) ||
    readSpecWord(item, reading)
  );
}

/** Whether a word that may be a value names an unknown thing that is switched: 关一下书房的电脑. */
function isThingSwitched(item: Item, { cursor, frame, question }: ClauseState): boolean {
  const { lex, home } = item;
  const listed = (lex?.listed.length ?? 0) + (home?.listed.length ?? 0) > 0;
  if (question || !listed || !lexicon().things.has(item.stem)) return false;
  const other = (lex?.kinds.length ?? 0) + (home?.devices.length ?? 0) + (home?.props.length ?? 0) > 0;
  if (other || (cursor.next()?.lex?.props.length ?? 0) > 0) return false;
  return frame.items.some((each) => each.lex?.acts.some((act) => SWITCHING.has(act)));
}

function readMeasured(item: Item, frame: Frame): void {
  const { measure } = item;
  if (!measure) return;
  if (measure.kind === "duration") frame.durations.push({ seconds: measure.seconds, item });
  else if (measure.kind !== "quantity") frame.untimed = true;
  else frame.values.push(valueMentionOf(item));
}

/** Whether a word is a size and no change: 小台灯. */
function isSize(item: Item, { cursor, frame }: ClauseState): boolean {
  const { lex, grammar, text } = item;
  const next = cursor.later[0];
  if (lex === null || grammar.spaces || text.length > 1 || frame.act !== null || next === undefined) return false;
  const sized = lex.changes.length > 0 && lex.changes.every(({ props }) => props.length === 0);
  return sized && next.from === item.to && (namesDevice(next) || namesKind(next));
}

/** Reads a word of the lexicon: tries its meanings, the most specific first. Returns whether one fits. */
function readWord(item: Item, reading: ClauseState): boolean {
  const { lex } = item;
  if (!lex) return false;
  const { cursor, frame, targets, question } = reading;
  if (readCounted(item, reading) || isSize(item, reading)) return true;
  if (readGoverning(item, reading)) return true;
  if (lex.kinds.length > 0 && isHead(item, reading)) {
    targets.head(item, { type: "kind", kinds: lex.kinds });
    return true;
  }
  if (lex.rooms.length > 0 && readRoomWord(item, reading)) return true;
  if (lex.floors.length > 0) {
    readFloorWord(item, reading);
    return true;
  }
  // "a warm pink": the colour counts.
  if (playsRole(item, "shade") && (cursor.next((each) => playsRole(each, "shade"))?.lex?.color ?? null) !== null)
    return true;
  if (lex.level !== null && lex.props.length > 0 && !question) {
    // 色温调到最亮: the end of a range of another property.
    if (lex.props.includes("brightness") && frame.props.length > 0 && frame.props.every((type) => type === TINT))
      frame.blocked = true;
    addProperty(lex.props, item, frame);
    frame.values.push(valueMentionOf(item));
    return true;
  }
  const wanted = isValueWanted(item, reading);
  if (question && lex.states.length > 0 && !wanted) {
    if (!isPreposition(item, reading)) frame.states.push(...lex.states);
    return true;
  }
  if (readParticle(item, reading)) return true;
  if (wanted && !isProperty(item, reading)) {
    frame.values.push(valueMentionOf(item));
    return true;
  }
  // "turn on the heat", where nothing here has a switch for that.
  const unowned = lex.changes.length > 0 && reading.index.having(lex.props).size === 0;
  if (lex.props.length > 0 && !unowned && frame.act !== null && SWITCHING.has(frame.act)) {
    addProperty(lex.props, item, frame);
    return true;
  }
  return readAct(item, reading) || readHow(item, frame) || readSmall(item, reading) || readState(item, frame);
}

/** Reads a change, a property or a value. */
function readHow(item: Item, frame: Frame): boolean {
  const { changes = [], props = [] } = item.lex ?? {};
  if (changes.length > 0) frame.changes.push(...changes);
  else if (props.length > 0) addProperty(props, item, frame);
  else if (isValue(item) && !isRoleFirst(item)) frame.values.push(valueMentionOf(item));
  else return false;
  return true;
}

/** Reads the remaining meanings: a state, an action of a spec, or a part of a time or quantity. */
function readState({ lex }: Item, frame: Frame): boolean {
  if (!lex) return false;
  if (lex.states.length > 0) frame.states.push(...lex.states);
  else if (lex.actions.length > 0) frame.actions.push(...lex.actions);
  else if (lex.time.length > 0) frame.untimed ||= !lex.time.every((word) => word.kind === "day" && word.offset === 0);
  else if (lex.unit !== null && TIME_UNITS.has(lex.unit)) frame.untimed = true;
  else return lex.unit !== null;
  return true;
}

/** Reads a unit behind a number and "more": "one more degree", "3 more levels". */
function readCounted({ lex, said }: Item, { cursor, frame }: ClauseState): boolean {
  const unit = lex?.unit ?? null;
  if (
    unit === null ||
    TIME_UNITS.has(unit) ||
    !(playsRole(cursor.previous, "more") || playsRole(cursor.previous, "less"))
  )
    return false;
  const [, counted] = cursor.before;
  if (!counted) return false;
  const last = frame.values.at(-1);
  if (counted.measure?.kind === "quantity" && last?.quantity?.unit === null) {
    frame.values[frame.values.length - 1] = { ...last, quantity: { ...last.quantity, unit } };
    return true;
  }
  const value = lexicon().numbers.get(counted.text);
  if (value === undefined || last) return false;
  frame.values.push({ ...valueMentionOf(counted), text: `${counted.said} ${said}`, quantity: { value, unit } });
  return true;
}

/** Reads a phrase that only the specs of this home contain. */
function readSpecWord(item: Item, reading: ClauseState): boolean {
  const { home } = item;
  if (!home) return false;
  const { frame } = reading;
  const { listed, props, actions } = home;
  if (props.length > 0 && readKindInState(item, reading)) return true;
  if (listed.length > 0 && (isValueWanted(item, reading) || props.length + actions.length === 0)) {
    frame.values.push(valueMentionOf(item));
  } else if (actions.length > 0 && (props.length === 0 || frame.act === null)) {
    frame.actions.push(...actions);
  } else if (props.length > 0) {
    addProperty(props, item, frame);
  } else return false;
  return true;
}

/** Splits a property phrase into kind and state: "is the kitchen window open", though a car has a property "Window Open". */
function readKindInState(item: Item, { frame, targets, question }: ClauseState): boolean {
  if (!question || item.lex || frame.heads.length > 0) return false;
  const [, kind = "", state = ""] = /^(.+) (\S+)$/.exec(item.text) ?? [];
  const { lookup } = lexicon();
  const [kinds = [], states = []] = [lookup(kind)?.kinds, lookup(state)?.states];
  if (kinds.length === 0 || states.length === 0) return false;
  targets.head(item, { type: "kind", kinds });
  frame.states.push(...states);
  return true;
}

function addProperty(types: readonly string[], item: Item, frame: Frame): void {
  // "sleep mode": the value came first.
  if (frame.props.length > 0 && frame.values.length > 0 && types.includes("mode")) return;
  for (const type of types) if (!frame.props.includes(type)) frame.props.push(type);
  frame.propText ||= item.said;
  if (isValue(item)) frame.propValue ??= valueMentionOf(item);
}

const EXCEPTING = roleSet("except", "exceptBehind");
const ARTICLE = roleSet("article");
const STATING = roleSet("stating");

/** Whether an exception names nothing: "turn it off, but not now". */
function exceptsNothing({ except, items, asking, leaving }: Frame): boolean {
  if (asking !== null || leaving || except.heads.length + except.places.length > 0) return false;
  return anyHasRole(items, EXCEPTING);
}

/** Whether a denied thing stands before the command: 不要大灯，开小灯. */
function deniesBefore(items: readonly Item[]): boolean {
  const at = items.findIndex((item) => playsRole(item, "not"));
  const mark = at < 0 ? -1 : items.findIndex((item, place) => place > at && isMark(item));
  if (mark < 0) return false;
  const acts = ({ lex }: Item): boolean => lex !== null && lex.acts.length > 0 && lex.kinds.length === 0;
  const denied = items.slice(at + 1, mark);
  return denied.some(namesTarget) && !denied.some(acts) && items.slice(mark).some(acts);
}

/** Whether the values are bounds, which no property takes: "keep it between 18 and 24". */
function hasBounds({ frame, question }: ClauseState): boolean {
  return !question && frame.values.length > 0 && frame.items.some((item) => playsRole(item, "between"));
}

/** Whether a noun is missing behind an article: "turn off the in the kitchen". */
function hasGap(items: readonly Item[]): boolean {
  if (!anyHasRole(items, ARTICLE)) return false;
  return items.some((item, at) => {
    const next = items[at + 1];
    const article =
      playsRole(item, "article") && item.grammar.articlesLean && !playsRole(item, "it") && !playsRole(item, "them");
    if (!article || item.home || !next) return false;
    const linking = playsRole(next, "in") || playsRole(next, "to") || playsRole(next, "of");
    return linking && next.from === item.to && !next.home && !hasContent(next);
  });
}

/** Whether a clause is a statement: "the lights are off"; "the AC is too cold" is a wish. */
function isStatement({ frame, question }: ClauseState): boolean {
  if (question || frame.changes.length > 0 || frame.heads.length === 0 || !anyHasRole(frame.items, STATING))
    return false;
  return frame.items.some((item, at) => at > 0 && playsRole(item, "stating"));
}
