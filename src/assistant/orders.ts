import { allPacks, type WishSign } from "../language/index.ts";
import type { Role } from "../understanding/lexicon/types.ts";
import { is } from "../understanding/parse/items.ts";
import { normalise } from "../understanding/text/tokens.ts";
import type { Clause, Part } from "./statements/clause.ts";

/** What may stand before a command: small words, times and places. */
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
] as const satisfies readonly Role[];
const CONDITIONS = [
  "if",
  "when",
  "when_end",
  "whenever",
  "unless",
  "after",
  "until",
] as const satisfies readonly Role[];
/** What is told, wanted by somebody else, or only imagined. */
const UNWISHED = ["tale", "perhaps", "others"] as const satisfies readonly WishSign[];

/** What the form of a text shows in any of the languages: people mix them. */
export function wishSignsOf(text: string): ReadonlySet<WishSign> {
  const source = normalise(text);
  return new Set(allPacks().flatMap(({ wishSigns }) => [...wishSigns(source)]));
}

/** Whether a text only tells of something, or wishes it of somebody else. */
export function isTold(signs: ReadonlySet<WishSign>): boolean {
  return UNWISHED.some((sign) => signs.has(sign));
}

/** Whether a text orders or wishes what it speaks of, and does not tell it of somebody, of the past or of what might be. */
export function isOrder(clauses: readonly Clause[], signs: ReadonlySet<WishSign>): boolean {
  if (isTold(signs)) return false;
  return signs.has("order") || clauses.some((clause) => begins(clause, signs));
}

/** Whether a clause begins with what is to be done, or names what something is to be done with. */
function begins({ parts }: Clause, signs: ReadonlySet<WishSign>): boolean {
  // 把 stands before what is handled.
  if (parts.some((part) => is(part, "object"))) return true;
  const first = parts.find((part) => !leads(part));
  if (!first) return false;
  if (acts(first)) return true;
  const named = !signs.has("states");
  if (CONDITIONS.some((role) => parts.some((part) => is(part, role))))
    return parts.some(acts) || (named && parts.some(isThing));
  return named && isThing(first);
}

function leads(part: Part): boolean {
  if (acts(part)) return false;
  return part.measure !== null || (part.lex?.time.length ?? 0) > 0 || LEADING.some((role) => is(part, role));
}

function acts({ lex, predicate, marks }: Part): boolean {
  return predicate?.weak !== true && !marks.has("narrated") && (lex?.acts.length ?? 0) > 0;
}

function isThing(part: Part): boolean {
  if (part.home !== null || (part.lex?.kinds.length ?? 0) > 0) return true;
  return ["all", "each", "both", "it", "them", "everything"].some((role) => is(part, role as Role));
}
