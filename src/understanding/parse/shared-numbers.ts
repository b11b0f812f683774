import { exactly } from "../lexicon/lexicon.ts";
import type { HomeIndex } from "../names/home-index.ts";
import type { HomeMeaning } from "../names/phrases.ts";
import type { Token } from "../text/tokens.ts";
import { type Item, is, isListMark } from "./items.ts";

/** "kitchen light 1 and 2": the second number stands for the same name with that number. */
export function withNumbersShared(items: Item[], tokens: readonly Token[], index: HomeIndex): Item[] {
  if (!items.some((item) => is(item, "and") || isListMark(item))) return items;
  /** The tokens of the name that a number was last said of, without the number. */
  let front: readonly Token[] | null = null;
  return items.map((item, at) => {
    const before = items[at - 1];
    const joined = before !== undefined && (is(before, "and") || isListMark(before));
    const meaning = front && joined ? numbered(front, item, tokens, index) : null;
    if (front && meaning) {
      const said = `${front.map(({ text }) => text).join(item.grammar.spaces ? " " : "")} ${item.said}`;
      return { ...item, said, lex: null, measure: null, home: meaning };
    }
    if (item.home && item.home.devices.length > 0) front = frontOf(tokens.slice(item.from, item.to));
    else if (!is(item, "and") && !isListMark(item)) front = null;
    return item;
  });
}

/** A name without the number at its end; null where there is none. */
function frontOf(name: readonly Token[]): readonly Token[] | null {
  return name.length > 1 ? name.slice(0, -1) : null;
}

function numbered(
  front: readonly Token[],
  { from, to, measure, lex }: Item,
  tokens: readonly Token[],
  index: HomeIndex,
): HomeMeaning | null {
  const bare = measure?.kind === "quantity" && measure.quantity.unit === null;
  if (!bare && (lex?.number ?? null) === null) return null;
  const meaning = exactly(index.trie, [...front, ...tokens.slice(from, to)]);
  return meaning && meaning.devices.length > 0 ? meaning : null;
}
