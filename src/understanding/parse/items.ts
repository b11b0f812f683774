import type { GrammarTraits } from "../grammar/grammar.ts";
import type { LexicalMeaning, WordRole } from "../lexicon/types.ts";
import type { HomeMeaning } from "../names/phrases.ts";
import type { Token } from "../text/tokens.ts";
import { writingRules } from "../text/writing.ts";
import type { Measure } from "./measure/measures.ts";

/** A phrase of a sentence with its meanings, or one unknown token. */
export interface Item {
  /** Token indices. */
  readonly from: number;
  readonly to: number;
  readonly first: Token;
  /** End position in the text. */
  readonly end: number;
  /** The grammar traits of its language. */
  readonly grammar: GrammarTraits;
  /** As it was said, for quoting. */
  readonly said: string;
  /** Corrected, in lower case, simplified characters, half width. */
  readonly text: string;
  /** The joined stems, for matching with names. */
  readonly stem: string;
  /** Corrected stem of the last word; in a language without spaces the whole phrase. */
  readonly word: string;
  /** The last word is a plural. */
  readonly plural: boolean;
  readonly lex: LexicalMeaning | null;
  readonly home: HomeMeaning | null;
  readonly measure: Measure | null;
  /** A name of this home with its first character wrong: 吹风机 may be 新风机. */
  readonly guessed: boolean;
}

/** Whether the item can play this role. */
export function playsRole(item: Item | undefined, role: WordRole): boolean {
  const own = item?.lex?.roles;
  if (own === undefined) return false;
  // Called hundreds of times per sentence: a loop over one or two roles is faster than includes().
  for (let at = 0; at < own.length; at += 1) if (own[at] === role) return true;
  return false;
}

/** Whether the item can play one of these roles. */
export function playsAnyRole(item: Item | undefined, roles: readonly WordRole[]): boolean {
  const own = item?.lex?.roles;
  if (own === undefined) return false;
  for (let at = 0; at < own.length; at += 1) {
    for (let asked = 0; asked < roles.length; asked += 1) if (own[at] === roles[asked]) return true;
  }
  return false;
}

/** Whether an item is only a mark. */
export function isMark(item: Item): boolean {
  return item.first.kind === "mark" && item.measure === null && item.lex === null;
}

/** Whether an item is a comma or another list mark (、). */
export function isListMark({ text }: Item): boolean {
  return text === "," || writingRules().listMarks.has(text);
}

/** Whether the item has no known meaning. */
export function isUnknown(item: Item): boolean {
  return item.lex === null && item.home === null && item.measure === null && item.first.kind !== "mark";
}
