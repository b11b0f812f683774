import type { ClaimSign } from "../../language/index.ts";
import type { StatementClause } from "./clause.ts";
import { claimSignsOf } from "./marks.ts";
import { mentionsHomeWords, type PersonRequest, QUOTED } from "./request.ts";

/**
 * Whether a sentence of an answer that is not about this home claims something about it all the same, by its form: an action
 * of the speaker, something of the hearer's, a definite thing that has just changed, or any of these as an aside. The text
 * that was asked for passes: its quotes, and what it tells of others.
 */
export function claimsAboutHome(
  sentence: string,
  clauses: readonly StatementClause[],
  request: PersonRequest,
): boolean {
  if (clauses.every(({ question }) => question)) return false;
  const signs = claimSignsOf(outsideText(sentence, request));
  if (signs.size === 0) return false;
  const has = (...any: readonly ClaimSign[]) => any.some((sign) => signs.has(sign));
  const parts = clauses.flatMap((clause) => clause.parts);
  const mentions = parts.some((part) => mentionsHomeWords(part) && part.predicate === null);
  // "The one in your cellar is …" claims something, whatever follows.
  const placed = parts.some(({ lex, home }) => (lex?.rooms.length ?? 0) + (home?.rooms.length ?? 0) > 0);
  if (has("your") && placed && request.kind !== "text") return true;
  if (has("yours", "favour") || (has("your") && mentions && has("result", "perfect", "changed"))) return true;
  if (has("aside")) return mentions || has("deed", "your", "changed", "perfect", "result", "past");
  const named = parts.some(({ home, lex }) => isThisHomes(home) && (lex?.kinds.length ?? 0) === 0);
  if (request.kind === "text" && !request.wording) return named && has("changed", "perfect", "result");
  if (has("deed")) return true;
  if (request.kind === "talk" || request.becomes) return has("changed", "perfect", "result");
  if (has("changed")) return true;
  if (has("perfect")) return mentions;
  return has("past", "result") && (named || (request.wording && mentions));
}

/** Whether the part names a thing of this home by its own name and not only by its kind. */
function isThisHomes(home: StatementClause["parts"][number]["home"]): boolean {
  return home !== null && home.devices.length + home.parts.length + home.rooms.length > 0;
}

/** The sentence without quotes; for wordings also without what follows a colon. */
function outsideText(sentence: string, { wording }: PersonRequest): string {
  const plain = sentence.replace(QUOTED, " ");
  return wording ? plain.replace(/[:：].*$/su, "") : plain;
}
