import { type Item, isMark } from "../parse/items.ts";
import { namesHomeEntity } from "../parse/time/time-words.ts";

/** A clause as text, in which the forms of plans are matched. */
export interface ClauseText {
  /** Items without marks, articles and courtesy. */
  readonly items: readonly Item[];
  readonly text: string;
  /** Where each item begins in the text. */
  readonly starts: readonly number[];
}

/** The items of each named group of a form. */
export type ClauseGroups = Readonly<
  Partial<Record<"which" | "more" | "value" | "by" | "rest" | "name", readonly Item[]>>
>;

/** The clause as text, with blanks between words where the language writes them. */
export function clauseOf(given: readonly Item[]): ClauseText {
  const items = given.filter((item) => !isMark(item) && !isOnlyBeside(item));
  let text = "";
  const starts: number[] = [];
  for (const [at, item] of items.entries()) {
    const before = items[at - 1];
    if (before && (item.grammar.spaces || before.grammar.spaces) && !isJoined(before, item)) text += " ";
    starts.push(text.length);
    text += item.text;
  }
  return { items, text, starts };
}

/** Whether no blank stands between the two: 10分钟. */
function isJoined(before: Item, item: Item): boolean {
  return before.end === item.first.start && (!before.grammar.spaces || !item.grammar.spaces);
}

/** Whether the item is only an article or courtesy. */
function isOnlyBeside(item: Item): boolean {
  const { lex, measure } = item;
  if (!lex || measure !== null || namesHomeEntity(item) || lex.time.length > 0 || lex.acts.length > 0) return false;
  return lex.roles.length > 0 && lex.roles.every((role) => BESIDE.has(role));
}

const BESIDE: ReadonlySet<string> = new Set(["filler", "article", "polite"]);

/** The groups of a form in the clause; null when it does not match, or a group would begin or end within an item. */
export function matchClause({ items, text, starts }: ClauseText, form: RegExp): ClauseGroups | null {
  const found = form.exec(text);
  if (!found?.indices) return null;
  const groups: Partial<Record<keyof ClauseGroups, readonly Item[]>> = {};
  for (const name of ["which", "more", "value", "by", "rest", "name"] as const) {
    const span = found.indices.groups?.[name];
    if (!span || span[0] === span[1]) continue;
    const [from, to] = span;
    const within = items.filter((_, at) => (starts[at] ?? 0) < to && endOf(items, starts, at) > from);
    const [first] = within;
    const last = within.at(-1);
    if (!first || !last) return null;
    if (starts[items.indexOf(first)] !== from || endOf(items, starts, items.indexOf(last)) !== to) return null;
    groups[name] = within;
  }
  return groups;
}

function endOf(items: readonly Item[], starts: readonly number[], at: number): number {
  return (starts[at] ?? 0) + (items[at]?.text.length ?? 0);
}
