import { allPacks, type WishSign } from "../../language/index.ts";
import type { WordRole } from "../../understanding/lexicon/types.ts";
import { playsRole } from "../../understanding/parse/items.ts";
import { normalise } from "../../understanding/text/tokens.ts";
import type { ClausePart, StatementClause } from "../statements/clause.ts";

/** Roles of words that may stand before a command: function words, times and places. */
const LEADING = [
  "filler",
  "polite",
  "and",
  "also",
  "next_clause",
  "article",
  "at_time",
  "near_time",
  "in_time",
  "after",
  "until",
  "every",
  "in",
  "on",
  "of",
  "for",
  "to",
  "again",
  "only",
] as const satisfies readonly WordRole[];
const CONDITIONS = [
  "if",
  "when",
  "when_end",
  "whenever",
  "unless",
  "after",
  "until",
] as const satisfies readonly WordRole[];
/** Signs of narration, of a wish of others, and of mere possibility. */
const UNWISHED = ["tale", "perhaps", "others"] as const satisfies readonly WishSign[];

/** The signs of a wish in a text, by the forms of all languages: people mix them. */
export function wishSignsOf(text: string): ReadonlySet<WishSign> {
  const source = normalise(text);
  return new Set(allPacks().flatMap(({ wishSigns }) => [...wishSigns(source)]));
}

/** Whether the signs show narration, possibility or a wish of others, and not a request. */
export function isNarration(signs: ReadonlySet<WishSign>): boolean {
  return UNWISHED.some((sign) => signs.has(sign));
}

/** Whether a text is an order or a wish, and not narration. */
export function isOrder(clauses: readonly StatementClause[], signs: ReadonlySet<WishSign>): boolean {
  if (isNarration(signs)) return false;
  return signs.has("order") || clauses.some((clause) => begins(clause, signs));
}

/** Whether a clause begins with an action, or with the thing to act on. */
function begins({ parts }: StatementClause, signs: ReadonlySet<WishSign>): boolean {
  // 把 marks the object of an action.
  if (parts.some((part) => playsRole(part, "object"))) return true;
  const first = parts.find((part) => !leads(part));
  if (!first) return false;
  if (acts(first)) return true;
  const named = !signs.has("states");
  if (CONDITIONS.some((role) => parts.some((part) => playsRole(part, role))))
    return parts.some(acts) || (named && parts.some(isThing));
  return named && isThing(first);
}

function leads(part: ClausePart): boolean {
  if (acts(part)) return false;
  return part.measure !== null || (part.lex?.time.length ?? 0) > 0 || LEADING.some((role) => playsRole(part, role));
}

function acts({ lex, predicate, marks }: ClausePart): boolean {
  return predicate?.weak !== true && !marks.has("narrated") && (lex?.acts.length ?? 0) > 0;
}

function isThing(part: ClausePart): boolean {
  if (part.home !== null || (part.lex?.kinds.length ?? 0) > 0) return true;
  return ["all", "each", "both", "it", "them", "everything"].some((role) => playsRole(part, role as WordRole));
}
