import type { WordRole } from "../../understanding/lexicon/types.ts";
import { playsRole } from "../../understanding/parse/items.ts";
import { normalise, tokenise } from "../../understanding/text/tokens.ts";
import type { ClausePart, StatementClause } from "../statements/clause.ts";
import { wishSignsOf } from "./orders.ts";

/** A word in the same clause as a word for deleting. */
export interface DeletionWord {
  readonly stem: string;
  /** The word may stand between the verb and its object. */
  readonly passes: boolean;
  /** A possessive word: what follows belongs to what stands before it (电影之夜的票). */
  readonly owns: boolean;
}

/** A word for deleting, with the words before and after it in its clause. */
export interface Deletion {
  readonly before: readonly DeletionWord[];
  readonly after: readonly DeletionWord[];
}

/** Roles after which a name is not the object of the verb: "the tickets for movie night". */
const PARTING = [
  "for",
  "with",
  "except",
  "exceptNot",
  "but",
  "not",
  "keep",
  "leave",
] as const satisfies readonly WordRole[];

/** The deletion that the part at `at` of a clause asks for; null in narration, in wishes about others and in mere possibility. */
export function deletionAt({ parts }: StatementClause, at: number): Deletion | null {
  const signs = wishSignsOf(parts.map(({ said }) => said).join(" "));
  if (signs.has("tale") || signs.has("perhaps") || signs.has("others")) return null;
  return { before: parts.slice(0, at).flatMap(wordsOf), after: parts.slice(at + 1).flatMap(wordsOf) };
}

function wordsOf(part: ClausePart): DeletionWord[] {
  const { lex, home, measure, marks, said } = part;
  const known = lex !== null || home !== null || measure !== null || marks.has("small") || marks.has("mine");
  const passes = known && !PARTING.some((role) => playsRole(part, role));
  const owns = playsRole(part, "of") || playsRole(part, "its");
  return stemsOf(said).map((stem) => ({ stem, passes, owns }));
}

/** Whether a name is the object of the word for deleting: no unknown word stands between the two or before both. */
export function deletesName({ before, after }: Deletion, name: string): boolean {
  const wanted = stemsOf(name);
  const said = (words: readonly DeletionWord[]) =>
    words.findIndex((_, at) => wanted.every((stem, offset) => words[at + offset]?.stem === stem));
  const pass = (words: readonly DeletionWord[]) => words.every(({ passes }) => passes);
  if (wanted.length === 0) return false;
  const behind = said(after);
  if (behind >= 0) return pass(before) && pass(after.slice(0, behind)) && after[behind + wanted.length]?.owns !== true;
  const ahead = said(before);
  return ahead >= 0 && pass(before.slice(0, ahead)) && pass(before.slice(ahead + wanted.length));
}

/** Whether the clause has no unknown word, so that the object can only be a pronoun: "delete it". */
export function deletesPronoun({ before, after }: Deletion): boolean {
  return [...before, ...after].every(({ passes }) => passes);
}

/** The stems of the words of a text, without punctuation. */
export function stemsOf(text: string): string[] {
  return tokenise(normalise(text)).flatMap(({ kind, stem }) => (kind === "mark" ? [] : [stem]));
}
