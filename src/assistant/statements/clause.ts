import type { LexicalMeaning, WordRole } from "../../understanding/lexicon/types.ts";
import { type Item, isUnknown } from "../../understanding/parse/items.ts";
import type { StatementMark } from "./marks.ts";

/** One phrase of a clause, with what the checks of statements need of it. */
export interface ClausePart extends Item {
  readonly marks: ReadonlySet<StatementMark>;
  /** It is only possible, wished, offered or supposed: "can" or "if" stands before it. */
  readonly possible: boolean;
  /** A question or an offer presupposes it: "the lamp that is on". */
  readonly presumed: boolean;
  /** Set when the phrase claims that something in a home is, was or will be so. */
  readonly predicate: ClausePredicate | null;
}

/**
 * deed: an action · state: how something is · change: "brighter", "warmer" · done: a wish is fulfilled · plan: something
 * happens later or again · `weak`: a function word that only may mean it ("on", "up", "home").
 */
export interface ClausePredicate {
  readonly kind: "deed" | "state" | "change" | "done" | "plan";
  readonly weak: boolean;
}

/** A subject with what is said of it. */
export interface StatementClause {
  readonly parts: readonly ClausePart[];
  /** The clause is a question. */
  readonly question: boolean;
  /** All parts of its sentence, where they are known. */
  readonly whole?: readonly ClausePart[];
  /** The parts of the last clause before it that names something: "the bathroom is warmest: 22 degrees". */
  readonly before?: readonly ClausePart[];
}

/** Whether a part is a word that neither the lexicon nor the lists of marks know. */
export function isUnlistedWord(part: ClausePart): boolean {
  return isUnknown(part) && part.marks.size === 0;
}

/** Roles that refine the meaning of a content word. A word with any other role may be a function word. */
const DEEPENING: ReadonlySet<WordRole> = new Set<WordRole>([
  "person",
  "anyAtAll",
  "ofAsking",
  "bidding",
  "sounding",
  "doing",
  "serving",
  "sweeping",
  "yesNo",
]);

/** Whether a word may be a function word, whatever else it means. */
export function isFunctionWord({ roles }: LexicalMeaning): boolean {
  return roles.some((role) => !DEEPENING.has(role));
}
