import { exactMatch } from "../../lexicon/lexicon.ts";
import { emptyLexicalMeaning } from "../../lexicon/types.ts";
import type { HomeIndex } from "../../names/home-index.ts";
import type { HomeMeaning } from "../../names/phrases.ts";
import type { Token } from "../../text/tokens.ts";
import { type Item, isListMark, playsRole } from "../items.ts";

/**
 * Resolves a second number to the same name with that number: "kitchen light 1 and 2", "rooms one and three". Behind a plural an
 * unmatched number is no value.
 */
export function withNumbersShared(items: Item[], tokens: readonly Token[], index: HomeIndex): Item[] {
  if (!items.some((item) => playsRole(item, "and") || isListMark(item))) return items;
  /** Tokens of the last numbered name, without the number. */
  let front: readonly Token[] | null = null;
  return items.map((item, at) => {
    const before = items[at - 1];
    const joined = before !== undefined && (playsRole(before, "and") || isListMark(before));
    const meaning = front && joined ? numbered(front, item, tokens, index) : null;
    if (front && meaning) {
      const said = `${front.map(({ text }) => text).join(item.grammar.spaces ? " " : "")} ${item.said}`;
      return { ...item, said, lex: null, measure: null, home: meaning };
    }
    if (front?.some(isPlural) && joined && isNumber(item))
      return { ...item, lex: { ...emptyLexicalMeaning(), number: 0 }, measure: null };
    if (item.home && isNumbered(item.home)) front = frontOf(tokens.slice(item.from, item.to));
    else if (!playsRole(item, "and") && !isListMark(item)) front = null;
    return item;
  });
}

/** A name without the number at its end; null if that is all. */
function frontOf(name: readonly Token[]): readonly Token[] | null {
  return name.length > 1 ? name.slice(0, -1) : null;
}

function numbered(front: readonly Token[], item: Item, tokens: readonly Token[], index: HomeIndex): HomeMeaning | null {
  if (!isNumber(item)) return null;
  const meaning = exactMatch(index.trie, [...front, ...tokens.slice(item.from, item.to)]);
  return meaning && isNumbered(meaning) ? meaning : null;
}

function isNumber({ measure, lex }: Item): boolean {
  return (measure?.kind === "quantity" && measure.quantity.unit === null) || (lex?.number ?? null) !== null;
}

/** Whether a meaning is a name that may be numbered. */
function isNumbered({ devices, parts, rooms }: HomeMeaning): boolean {
  return devices.length + parts.length + rooms.length > 0;
}

function isPlural({ text, stem }: Token): boolean {
  return text !== stem;
}
