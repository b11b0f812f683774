import { emptyLexicalMeaning } from "../../lexicon/types.ts";
import { type Item, isMark, playsRole } from "../items.ts";
import { anyHasRole, roleSet } from "../role-index.ts";

const ROUGHLY = roleSet("roughly");
const PLACEHOLDER = roleSet("placeholder");

/** Makes hedges before an amount fillers: "like 10 percent", "to maybe 30". */
export function withAmountsPlain(items: Item[]): Item[] {
  if (!anyHasRole(items, ROUGHLY) || !items.some(isRoughly)) return items;
  return items.map((item, at) => {
    // "low, like 15 percent": the amount replaces "low".
    const from = isPlainValue(item) && isRoughly(items[at + 1]) ? at + 1 : at;
    const amount = items[from + 1]?.measure?.kind === "quantity";
    if (!amount || !isRoughly(items[from])) return item;
    return { ...item, lex: { ...emptyLexicalMeaning(), roles: ["filler"] }, home: null };
  });
}

function isRoughly(item: Item | undefined): boolean {
  return playsRole(item, "roughly") && item?.home === null;
}

/** Whether an item is a rough amount: "low". */
function isPlainValue({ lex, home }: Item): boolean {
  if (!lex || (home && home.devices.length > 0) || lex.acts.length + lex.kinds.length + lex.props.length > 0)
    return false;
  return lex.listed.some((word) => DEGREES.has(word));
}

const DEGREES: ReadonlySet<string> = new Set(["low", "medium", "high"]);

/** Reads "one" as a number: "speed one", "put the fan on one"; elsewhere it may stand for a noun. */
export function withWordNumbers(items: Item[]): Item[] {
  if (!anyHasRole(items, PLACEHOLDER)) return items;
  return items.map((item, at) => {
    const { lex, measure } = item;
    if (!playsRole(item, "placeholder") || lex?.number == null || measure !== null || !isCounted(items, at))
      return item;
    const quantity = { value: lex.number, unit: null };
    return { ...item, lex: null, measure: { kind: "quantity", quantity, end: item.to } };
  });
}

/** Whether "one" is a number: behind its unit, or as the goal at the end. */
function isCounted(items: readonly Item[], at: number): boolean {
  const [before, next] = [items[at - 1], items[at + 1]];
  if (before?.lex?.unit === "level" && before.measure === null) return true;
  const goal = playsRole(before, "to") || playsRole(before, "on");
  const named = items.slice(0, at - 1).some(({ home, lex }) => home !== null || (lex?.kinds.length ?? 0) > 0);
  return goal && named && (next === undefined || isMark(next) || playsRole(next, "and"));
}

/** Drops a number that repeats the one before digit by digit: "thirty, three-oh", 五十，五零. */
export function withNumbersSpelled(items: Item[]): Item[] {
  const mark = items.findLastIndex((item, at) => isMark(item) && at < items.length - 1);
  const spelled = mark > 0 ? items.slice(mark + 1).filter((item) => !isMark(item) && !playsRole(item, "filler")) : [];
  const digits = spelled.map(plainNumber);
  const before = plainNumber(items[mark - 1]);
  if (before === null || digits.length === 0 || digits.includes(null)) return items;
  const said = digits.length === 1 || digits.every((digit) => (digit ?? 10) < 10) ? Number(digits.join("")) : null;
  return said === before ? items.slice(0, mark) : items;
}

function plainNumber(item: Item | undefined): number | null {
  const measure = item?.measure;
  if (measure && measure.kind !== "quantity") return null;
  const value = measure?.quantity.value ?? item?.lex?.number ?? null;
  if (value === null) return null;
  return Number.isInteger(value) && value >= 0 ? value : null;
}
