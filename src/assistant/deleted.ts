import type { Role } from "../understanding/lexicon/types.ts";
import { is } from "../understanding/parse/items.ts";
import { normalise, tokenise } from "../understanding/text/tokens.ts";
import { wishSignsOf } from "./orders.ts";
import type { Clause, Part } from "./statements/clause.ts";

/** A word beside a word for deleting. */
export interface BesideWord {
  readonly stem: string;
  /** It may stand between what is deleted and the word for it. */
  readonly passes: boolean;
  /** What follows is of what stands before it: 电影之夜的票. */
  readonly owns: boolean;
}

/** What stands in one clause with a word for deleting. */
export interface Deletion {
  readonly before: readonly BesideWord[];
  readonly after: readonly BesideWord[];
}

/** What follows belongs to something else: "the tickets for movie night". */
const PARTING = [
  "for",
  "with",
  "except",
  "exceptNot",
  "but",
  "not",
  "keep",
  "leave",
] as const satisfies readonly Role[];

/** What a clause deletes by the part at this place; null where it tells of it, wishes it of others, or spares something. */
export function deletionAt({ parts }: Clause, at: number): Deletion | null {
  const signs = wishSignsOf(parts.map(({ said }) => said).join(" "));
  if (signs.has("tale") || signs.has("perhaps") || signs.has("others")) return null;
  return { before: parts.slice(0, at).flatMap(wordsOf), after: parts.slice(at + 1).flatMap(wordsOf) };
}

function wordsOf(part: Part): BesideWord[] {
  const { lex, home, measure, marks, said } = part;
  const known = lex !== null || home !== null || measure !== null || marks.has("small") || marks.has("mine");
  const passes = known && !PARTING.some((role) => is(part, role));
  const owns = is(part, "of") || is(part, "its");
  return stemsOf(said).map((stem) => ({ stem, passes, owns }));
}

/** Whether a name is the object of a word for deleting: nothing else stands between the two, or before both. */
export function deletesName({ before, after }: Deletion, name: string): boolean {
  const wanted = stemsOf(name);
  const said = (words: readonly BesideWord[]) =>
    words.findIndex((_, at) => wanted.every((stem, offset) => words[at + offset]?.stem === stem));
  const pass = (words: readonly BesideWord[]) => words.every(({ passes }) => passes);
  if (wanted.length === 0) return false;
  const behind = said(after);
  if (behind >= 0) return pass(before) && pass(after.slice(0, behind)) && after[behind + wanted.length]?.owns !== true;
  const ahead = said(before);
  return ahead >= 0 && pass(before.slice(0, ahead)) && pass(before.slice(ahead + wanted.length));
}

/** Whether a word for deleting stands with nothing that is unknown: "it" alone is meant. */
export function deletesIt({ before, after }: Deletion): boolean {
  return [...before, ...after].every(({ passes }) => passes);
}

/** The stems of the words of a text. */
export function stemsOf(text: string): string[] {
  return tokenise(normalise(text)).flatMap(({ kind, stem }) => (kind === "mark" ? [] : [stem]));
}
