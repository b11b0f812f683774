/** The problems of drafts of people and modes, and the error that lists them. */
import type { core } from "zod";
import {
  cleanText,
  homeMessage,
  issueMessage,
  issuePlace,
  JiaError,
  keysAt,
  type Message,
  type Phrase,
  problemAt,
} from "../home/index.ts";
import { message } from "../language/index.ts";
import { type NamedRecord, nameClash } from "./names.ts";

/** A problem of a field; `field` is empty for the whole. */
export interface FieldProblem {
  readonly field: string;
  readonly problem: Phrase;
}

/** The kinds of drafts, as keys of their names in the packs. */
export type DraftKind = "people.person" | "modes.mode";

/** The problems that a schema found. @param schema for the allowed fields */
export function schemaProblems(
  issues: readonly core.$ZodIssue[],
  schema: Parameters<typeof keysAt>[0],
): readonly FieldProblem[] {
  return issues.map((issue) => ({
    field: issuePlace(issue.path),
    problem: issueMessage(issue, keysAt(schema, issue.path)),
  }));
}

/** The problem that one of a draft's names is in use; none when all are free. */
export function nameProblems(
  draft: NamedRecord,
  others: readonly NamedRecord[],
  inUse: "people.nameInUse" | "modes.nameInUse",
): readonly FieldProblem[] {
  const clash = nameClash(draft, others);
  if (clash === null) return [];
  const field = clash.name === draft.name ? "name" : "aliases";
  return [{ field, problem: message(inUse, { name: cleanText(clash.name), id: clash.id }) }];
}

/** The error `invalid-definition`, with all problems. @param name as it was given, which may be no text */
export function draftError(what: DraftKind, name: unknown, problems: readonly FieldProblem[]): JiaError {
  const detail = homeMessage("lines", { lines: problems.map((each) => fieldProblemLine(what, each)) });
  return new JiaError("invalid-definition", {
    what: message(what),
    name: typeof name === "string" ? cleanText(name) : "",
    detail,
  });
}

/** A problem with its place. @param place prefix of the field: `people[2]` */
export function fieldProblemLine(what: DraftKind, { field, problem }: FieldProblem, place = ""): Message {
  const where = [place, field].filter((part) => part !== "").join(".");
  return problemAt(where || message(what), problem);
}
