import type { Meaning, Role } from "../../understanding/lexicon/types.ts";
import { type Item, isUnknown } from "../../understanding/parse/items.ts";
import type { Mark } from "./marks.ts";

/** One phrase of a clause and what it shows. */
export interface Part extends Item {
  readonly marks: ReadonlySet<Mark>;
  /** What is only possible, wished, offered or supposed: "can", "if" stand before it. */
  readonly possible: boolean;
  /** A question or an offer takes it for so: "the lamp that is on". */
  readonly presumed: boolean;
  /** It says that something of a home is, was or will be so. */
  readonly predicate: Predicate | null;
}

/**
 * deed: an act · state: how something is · change: brighter, warmer · done: a wish is fulfilled · plan: something comes
 * later or again · `weak`: a small word that may mean it ("on", "up", "home").
 */
export interface Predicate {
  readonly kind: "deed" | "state" | "change" | "done" | "plan";
  readonly weak: boolean;
}

/** What a sentence says at once: a subject with what is said of it. */
export interface Clause {
  readonly parts: readonly Part[];
  /** It asks. */
  readonly question: boolean;
  /** All that its sentence says, where that is known. */
  readonly whole?: readonly Part[];
  /** What the clauses before it name last: "the bathroom is warmest: 22 degrees". */
  readonly before?: readonly Part[];
}

/** A word of which nothing is known. */
export function isStranger(part: Part): boolean {
  return isUnknown(part) && part.marks.size === 0;
}

/** Roles that say more of what a word means; every other is something else that it may be. */
const DEEPENING: ReadonlySet<Role> = new Set<Role>([
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

/** Whether a word may be there to hold a sentence together, whatever else it means. */
export function holdsTogether({ roles }: Meaning): boolean {
  return roles.some((role) => !DEEPENING.has(role));
}
