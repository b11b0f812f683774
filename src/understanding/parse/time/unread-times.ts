import { lexicon } from "../../lexicon/lexicon.ts";
import type { TimeWordRole } from "../../lexicon/types.ts";
import { changesValue } from "../clauses/clause-words.ts";
import { type Item, isMark, playsAnyRole, playsRole } from "../items.ts";
import { anyHasMeasure, anyHasRole, roleSet } from "../role-index.ts";
import { namesHomeEntity } from "./time-words.ts";

/**
 * Whether the rest of a clause contains words of time that were not read: "in 10", "until the morning", "later", "after it has
 * run".
 */
export function hasUnreadTime(rest: readonly Item[]): boolean {
  const { timeWords } = lexicon();
  if (hasUnreadDate(rest)) return true;
  return rest.some((item, at) => {
    if (item.home) return false;
    if (playsRole(item, "until") || playsRole(item, "after") || playsRole(item, "ofDate")) return true;
    if (timeWords.before.has(item.text) || timeWords.after.has(item.text)) return true;
    const next = rest[at + 1];
    // "the 15th", "10ish"
    if (item.measure && next?.first.kind === "word" && next.first.start === item.end) return true;
    const number = next?.measure;
    if (number?.kind !== "quantity" || number.quantity.unit !== null) return false;
    if (playsRole(item, "in_time")) return true;
    // "dim the lights at 9", "on for 20": an hour or an amount.
    const amount = playsRole(item, "by") && rest.some(changesValue);
    const hour = playsRole(item, "near_time") && number.quantity.value <= 12 && !amount;
    return (hour || (playsRole(item, "for") && item.grammar.durationsLed)) && !rest.some(isSetting);
  });
}

/** Whether items contain a day of the month: 15号开灯, 开灯15号; not a value (风速调到3号) or a name (3号灯). */
export function hasUnreadDate(items: readonly Item[]): boolean {
  if (!anyHasMeasure(items) && !anyHasRole(items, ORDINAL)) return false;
  if (leavesOrdinalOpen(items)) return true;
  return items.some((item, at) => {
    if (item.measure?.kind === "date") return true;
    if (item.measure?.kind !== "quantity" && !playsAnyRole(item, ORDINALS)) return false;
    if (item.home || !endsIn(item, "ofDay")) return false;
    const [before, next] = [items[at - 1], items[at + 1]];
    if (before !== undefined && (isSetting(before) || playsRole(before, "to"))) return false;
    return next === undefined || isMark(next) || playsRole(next, "object") || hasAct(next);
  });
}

/** Whether items contain an ordinal or numeric date: "on the 3rd", "the twenty fourth", "on 12/24", "on 2026-12-24"; not the third of something. */
function leavesOrdinalOpen(items: readonly Item[]): boolean {
  return items.some((item, at) => {
    if (item.home || !item.grammar.ordinalDates) return false;
    const [before, next] = [items[at - 1], items[at + 1]];
    const dated = before !== undefined && playsAnyRole(before, DATING) && !hasAct(before);
    if (isBareNumber(item) && dated) {
      const [slash, third] = [next?.text === "/", items[at + 2]];
      return isBareNumber(slash ? third : next) && (slash || isBareNumber(third));
    }
    if (item.measure || !playsAnyRole(item, ORDINALS) || endsIn(item, "notDay")) return false;
    if (before?.measure?.kind === "quantity") return true;
    const ends =
      next === undefined || isMark(next) || isTime(next) || playsRole(next, "and") || hasAct(next) || isAt(next);
    // "by the" is one phrase.
    if (!ends || before === undefined || !endsIn(before, "beforeDay")) return false;
    const lead = playsRole(before, "article") ? items[at - 2] : before;
    // "turn on the third" means the third of several things.
    return (
      lead === undefined ||
      !(hasAct(lead) || isMark(lead) || playsRole(lead, "and") || playsRole(lead, "or") || playsRole(lead, "except"))
    );
  });
}

/** Whether the last word, or the last character, is one of these. */
export function endsIn({ text }: Item, role: TimeWordRole): boolean {
  const words = lexicon().timeWords[role];
  return words.has(text.slice(text.lastIndexOf(" ") + 1)) || words.has(text.slice(-1));
}

function isBareNumber(item: Item | undefined): boolean {
  return item?.measure?.kind === "quantity" && item.measure.quantity.unit === null;
}

/** Roles of prepositions before a date. */
const DATING = ["on", "by", "until", "in"] as const;

/** "the 3rd at eight" */
function isAt(item: Item): boolean {
  return playsRole(item, "near_time");
}

/** Roles of ordinals, which count days or things. */
const ORDINALS = ["first", "second", "third", "fourth"] as const;
const ORDINAL = roleSet(...ORDINALS);

/** Whether an item is a word for setting, or a property. */
function isSetting({ lex }: Item): boolean {
  return (lex?.acts.includes("set") ?? false) || ((lex?.props.length ?? 0) > 0 && (lex?.roles.length ?? 0) === 0);
}

/** Whether an unread number stands right before the time, and so is a date: "五号早上八点开空调". */
export function hasNumberBeforeTime(items: readonly Item[], rest: readonly Item[]): boolean {
  if (!anyHasMeasure(items)) return false;
  return items.some((item, at) => {
    const next = items[at + 1];
    const unit = item.measure?.kind === "quantity" ? item.measure.quantity.unit : "percent";
    const numbered = unit === null || unit === "level" || unit === "day";
    return numbered && rest.includes(item) && next !== undefined && !rest.includes(next) && isTime(next);
  });
}

/** Whether items contain a conjunction whose condition was not read: 太热了就…, 门打开的时候…. */
export function hasUnreadCondition(items: readonly Item[]): boolean {
  if (!anyHasRole(items, HANGING)) return false;
  return items.some((item, at) => {
    if (!item.grammar.bareConditions || at === 0) return false;
    const before = items[at - 1];
    // 灯开了一小时后… is a duration of a state, and no command.
    const held = item.measure?.kind === "duration" && playsRole(items[at + 1], "after");
    if (held) return at > 1 && before !== undefined && hasAct(before) && (before.lex?.states.length ?? 0) > 0;
    if (playsRole(item, "when_end")) return before !== undefined && !isTime(before);
    if (!playsRole(item, "consequence") || !items.slice(at + 1).some(hasAct)) return false;
    const comma = before !== undefined && isMark(before) ? at - 1 : at;
    const from = items.slice(0, comma).findLastIndex(isMark) + 1;
    return items.slice(from, comma).some((each) => !isPlain(each));
  });
}

/** Roles of conjunctions behind a condition. */
const HANGING = roleSet("consequence", "when_end", "after");

/** Whether an item before 就 makes no condition: a time, courtesy, a thing, a place. */
function isPlain(item: Item): boolean {
  if (isMark(item) || isTime(item)) return true;
  if (item.home)
    return item.home.props.length + item.home.listed.length + item.home.actions.length === 0 || namesHomeEntity(item);
  const { lex } = item;
  if (!lex || item.measure || playsRole(item, "not")) return false;
  return lex.acts.length + lex.states.length + lex.changes.length === 0;
}

function isTime({ measure, lex }: Item): boolean {
  return (
    measure?.kind === "clock" || measure?.kind === "duration" || (lex?.time.length ?? 0) > 0 || isAfter(lex?.roles)
  );
}

function isAfter(roles: readonly string[] | undefined): boolean {
  return roles?.includes("after") ?? false;
}

function hasAct({ lex }: Item): boolean {
  return (lex?.acts.length ?? 0) > 0;
}
