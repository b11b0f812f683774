import { lexicon } from "../../lexicon/lexicon.ts";
import { type Item, isMark, playsAnyRole, playsRole } from "../items.ts";
import { anyHasRole, roleSet } from "../role-index.ts";
import { isQuestionWord } from "./stretch-features.ts";

/** A sentence with a condition, cut in two. */
export interface ConditionSplit {
  readonly condition: readonly Item[];
  readonly rest: readonly Item[];
  /** "whenever", "when": each time from now on; otherwise it is checked now. */
  readonly standing: boolean;
  readonly unless: boolean;
  /** Items before it that are no command: "at night, if …". */
  readonly lead: readonly Item[];
}

/** Splits a condition from the sentence: "if …, …", "… if …", "如果…就…", "…的时候…". Null if there is none. */
export function splitCondition(items: readonly Item[]): ConditionSplit | null {
  if (!anyHasRole(items, CONDITIONAL) && !anyHasRole(items, TELLS_IF) && !items.some(isTold)) return null;
  const first = items.findIndex(isWord);
  if (first < 0) return null;
  const opens = items.findIndex((each) => playsAnyRole(each, OPENING) && isWord(each));
  const item = items[opens];
  if (!item && anyHasRole(items, TELLS_IF)) return told(items);
  if (!item) return consequence(items) ?? aftermath(items) ?? notice(items);
  // "日落时开灯" is a time.
  if (
    opens > 0 &&
    items
      .slice(0, opens)
      .some((each) => each.measure?.kind === "clock" || each.lex?.time.some(({ kind }) => kind === "sun"))
  )
    return null;
  // 开着的话就关掉 is checked now, as with 如果.
  const standing = playsRole(item, "whenever") || (isWhen(item) && !playsRole(item, "if"));
  const unless = playsRole(item, "unless");
  if (playsRole(item, "when_end") && opens > 0) return closing(items, opens, standing, unless);
  const leading = opens === first || items.slice(0, opens).every((each) => !hasAct(each));
  if (!leading) {
    return { condition: items.slice(opens + 1), rest: items.slice(0, opens), standing, unless, lead: [] };
  }
  const end = conditionEnd(items, opens + 1);
  if (end === null) return null;
  const condition = items.slice(opens + 1, end.at);
  return { condition, rest: items.slice(end.next), standing, unless, lead: items.slice(0, opens) };
}

/** Without one of these roles, and without a notice, there is no condition. */
const CONDITIONAL = roleSet("if", "unless", "whenever", "when", "when_end", "consequence", "after", "remind");

const TELLS_IF = roleSet("tellsIf");

/** "Let me know if the door opens" is a notice; "let me know if the door is open" is a question. */
function told(items: readonly Item[]): ConditionSplit | null {
  const at = items.findIndex((item) => playsRole(item, "tellsIf"));
  const [rest, condition] = [items.slice(0, at + 1), items.slice(at + 1)];
  if (items.slice(0, at).some(isWord) || !condition.some((item) => isEvent(item) || endsInEvent(item))) return null;
  return { condition, rest, standing: true, unless: false, lead: [] };
}

/** Whether a phrase from a spec ends in an event verb: "window opens". */
function endsInEvent({ lex, home, plural, text }: Item): boolean {
  if (home === null || lex !== null || !plural) return false;
  const verb = lexicon().lookup(text.split(" ").at(-1) ?? "");
  return verb !== null && verb.acts.length > 0 && verb.states.length > 0;
}

/** Whether an item is an event verb: "opens" ends like a plural, and names a state as well. */
export function isEvent({ lex, plural }: Item): boolean {
  return plural && lex !== null && lex.acts.length > 0 && lex.states.length > 0;
}

/** Roles of words that begin or end a condition. */
const OPENING = ["if", "unless", "whenever", "when", "when_end"] as const;

function isWord(item: Item): boolean {
  return !isMark(item) && !playsRole(item, "filler");
}

/** The conjunction comes after the condition: "卧室超过26度的时候开空调". */
function closing(items: readonly Item[], at: number, standing: boolean, unless: boolean): ConditionSplit | null {
  const opens = (item: Item): boolean =>
    playsRole(item, "when") || playsRole(item, "whenever") || playsRole(item, "at_time");
  const condition = items.slice(0, at).filter((item) => !opens(item));
  const rest = items.slice(at + 1);
  return condition.length > 0 && rest.some((item) => hasAct(item) || playsRole(item, "remind"))
    ? { condition, rest, standing, unless, lead: [] }
    : null;
}

/** A state and then a command, without "if": "有人就开灯", "超过26度就开空调". It is a standing rule. */
function consequence(items: readonly Item[]): ConditionSplit | null {
  const at = items.findIndex((item) => playsRole(item, "consequence"));
  if (at < 1) return null;
  // 门一开就…: as soon as.
  const condition = items.slice(0, at).filter((item, place) => !isAsSoonAs(item, items[place + 1]));
  const states = (item: Item): boolean => (item.lex?.states.length ?? 0) > 0;
  const stated = condition.some((item) => states(item) || playsRole(item, "above") || playsRole(item, "below"));
  // 大门开了就… is no command for the door; 把灯关了就… is one.
  const bounded = condition.some((item) => playsRole(item, "above") || playsRole(item, "below"));
  const moves = (item: Item): boolean => bounded && item.lex?.to === true;
  const commands = condition.some(
    (item) => (hasAct(item) && !states(item) && !moves(item)) || playsRole(item, "object"),
  );
  if (!(happens(condition) || (stated && !commands))) return null;
  return { condition, rest: items.slice(at + 1), standing: true, unless: false, lead: [] };
}

/** Whether an item is 一 ("as soon as") before an event, and no number. */
function isAsSoonAs({ grammar, from, to, measure }: Item, next: Item | undefined): boolean {
  const number = measure?.kind === "quantity" && measure.quantity.unit === null ? measure.quantity.value : null;
  if (!grammar.bareConditions || number !== 1 || to - from > 1 || next === undefined) return false;
  return hasAct(next) || (next.lex?.states.length ?? 0) > 0;
}

/** Whether a condition is a thing and then an event: 窗帘关上. */
function happens(condition: readonly Item[]): boolean {
  const words = condition.filter((item) => !isMark(item) && !playsRole(item, "filler"));
  const act = words.findIndex(hasAct);
  const named = words.slice(0, act).some(({ home, lex }) => (home?.devices.length ?? 0) + (lex?.kinds.length ?? 0) > 0);
  return act > 0 && act === words.length - 1 && named && !words.some((item) => playsRole(item, "object"));
}

/** 告诉 of 告诉我 */
function isTold({ lex }: Item): boolean {
  return lex !== null && lex.acts.length > 0 && lex.acts.includes("tell");
}

/** A state and then a request for a notice: 洗衣机洗完了告诉我. */
function notice(items: readonly Item[]): ConditionSplit | null {
  const tells = (item: Item): boolean => playsRole(item, "remind") || isTold(item);
  const at = items.findIndex(tells);
  if (at < 1) return null;
  const condition = items.slice(0, at);
  const last = items.slice(at).every((item) => tells(item) || isMark(item) || playsRole(item, "filler"));
  const stated = condition.some(
    (item) => (item.lex?.states.length ?? 0) > 0 || playsRole(item, "above") || playsRole(item, "below"),
  );
  const asks = condition.some((item) => isQuestionWord(item) || playsRole(item, "not"));
  if (!last || !stated || asks || !items[at]?.grammar.verbLast) return null;
  return { condition, rest: items.slice(at), standing: true, unless: false, lead: [] };
}

/** 门锁上之后关灯: a subject before its verb is an event; 锁上门之后关灯 is two commands. */
function aftermath(items: readonly Item[]): ConditionSplit | null {
  const at = items.findIndex(
    (item) => playsRole(item, "after") && (playsRole(item, "next_clause") || item.grammar.bareConditions),
  );
  if (at < 1) return null;
  const condition = items.slice(0, at);
  const happens = condition.findIndex(hasAct);
  const named = condition.findIndex(({ lex, home }) => (lex?.kinds.length ?? 0) + (home?.devices.length ?? 0) > 0);
  const ordered = named >= 0 && happens > named && happens === condition.length - 1;
  if (!ordered || condition.some((item) => playsRole(item, "object") || playsRole(item, "filler"))) return null;
  return { condition, rest: items.slice(at + 1), standing: true, unless: false, lead: [] };
}

/** Whether "somebody" is the subject of an act ("somebody unlocks …"), and not a presence. */
function isDoer(items: readonly Item[], at: number): boolean {
  const next = items[at + 1];
  return playsRole(items[at], "person") && next !== undefined && hasAct(next);
}

function isWhen(item: Item): boolean {
  return playsRole(item, "when") || playsRole(item, "when_end");
}

function hasAct({ lex }: Item): boolean {
  return (lex?.acts.length ?? 0) > 0;
}

/** An act, or "dim" and the like. */
function beginsCommand(item: Item): boolean {
  return hasAct(item) || (item.lex?.changes.length ?? 0) > 0;
}

/** The end of a condition: at a comma, at "then", at 就, or before the following act. */
function conditionEnd(items: readonly Item[], from: number): { at: number; next: number } | null {
  for (let at = from; at < items.length; at += 1) {
    const item = items[at];
    if (!item) return null;
    if (item.text === "," || playsRole(item, "next_clause")) return { at, next: at + 1 };
    if (playsRole(item, "consequence") || playsRole(item, "when_end")) {
      const comma = items[at + 1]?.text === ",";
      return { at, next: at + (comma ? 2 : 1) };
    }
  }
  const stated = items.findIndex(
    (item, at) => at >= from && !isDoer(items, at) && (item.measure !== null || (item.lex?.states.length ?? 0) > 0),
  );
  // "when the curtain closes …": the first act is what happens.
  const happens = stated >= 0 ? stated : items.findIndex((item, at) => at > from && hasAct(item));
  const act = items.findIndex(
    (item, at) => at > Math.max(happens, from) && beginsCommand(item) && (item.lex?.states.length ?? 0) === 0,
  );
  return happens >= 0 && act > happens ? { at: act, next: act } : null;
}
