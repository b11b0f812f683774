/** What is the same of everything of the household that is given and saved: its problems, and the error that tells them. */
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
import { type Called, clashIn } from "./names.ts";

/** What is wrong with a field; `field` is empty for the whole. */
export interface FieldProblem {
  readonly field: string;
  readonly problem: Phrase;
}

/** A kind of thing that is saved. */
export type DraftOf = "people.person" | "modes.mode";

/** What its schema found. @param schema tells the fields that there are */
export function schemaProblems(
  issues: readonly core.$ZodIssue[],
  schema: Parameters<typeof keysAt>[0],
): readonly FieldProblem[] {
  return issues.map((issue) => ({
    field: issuePlace(issue.path),
    problem: issueMessage(issue, keysAt(schema, issue.path)),
  }));
}

/** That one of its names belongs to another; none where all are free. */
export function nameProblems(
  draft: Called,
  others: readonly Called[],
  inUse: "people.nameInUse" | "modes.nameInUse",
): readonly FieldProblem[] {
  const clash = clashIn(draft, others);
  if (clash === null) return [];
  const field = clash.name === draft.name ? "name" : "aliases";
  return [{ field, problem: message(inUse, { name: cleanText(clash.name), id: clash.id }) }];
}

/** The error of what cannot be saved. */
export function draftError(what: DraftOf, name: string, problems: readonly FieldProblem[]): JiaError {
  const detail = homeMessage("lines", { lines: problems.map((each) => problemLine(what, each)) });
  return new JiaError("invalid-definition", { what: message(what), name: cleanText(name), detail });
}

/** A problem with its place. @param place stands before it: `people[2]` */
export function problemLine(what: DraftOf, { field, problem }: FieldProblem, place = ""): Message {
  const where = [place, field].filter((part) => part !== "").join(".");
  return problemAt(where || message(what), problem);
}
