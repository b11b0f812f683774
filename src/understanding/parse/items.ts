import type { GrammarTraits } from "../grammar/grammar.ts";
import type { LexicalMeaning, WordRole } from "../lexicon/types.ts";
import type { HomeMeaning } from "../names/phrases.ts";
import type { Token } from "../text/tokens.ts";
import { writingRules } from "../text/writing.ts";
import type { Measure } from "./measure/measures.ts";

/** A phrase of the sentence that means something, or one token that means nothing known. */
export interface Item {
  /** Token indices. */
  readonly from: number;
  readonly to: number;
  readonly first: Token;
  /** Where it ends in the text. */
  readonly end: number;
  /** How sentences are built in its language. */
  readonly grammar: GrammarTraits;
  /** As it was said, for quoting. */
  readonly said: string;
  /** Put right, lower case, simplified, half width. */
  readonly text: string;
  /** Stems joined, for looking into names. */
  readonly stem: string;
  /** Stem of the last word, put right; of a language without spaces the whole phrase. */
  readonly word: string;
  /** The last word is a plural. */
  readonly plural: boolean;
  readonly lex: LexicalMeaning | null;
  readonly home: HomeMeaning | null;
  readonly measure: Measure | null;
  /** It is a name of this home with its first character wrong, which tells 吹风机 from 新风机. */
  readonly guessed: boolean;
}

/** Whether the item can play this role. */
export function playsRole(item: Item | undefined, role: WordRole): boolean {
  const own = item?.lex?.roles;
  if (own === undefined) return false;
  // Asked some hundred times a sentence: going through the one or two that there are beats includes().
  for (let at = 0; at < own.length; at += 1) if (own[at] === role) return true;
  return false;
}

/** Whether the item can play one of these roles. An item has few roles itself: those are gone through. */
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

/** A comma, or what a language has beside it between the items of a list. */
export function isListMark({ text }: Item): boolean {
  return text === "," || writingRules().listMarks.has(text);
}

/** Whether nothing at all is known about the item. */
export function isUnknown(item: Item): boolean {
  return item.lex === null && item.home === null && item.measure === null && item.first.kind !== "mark";
}
