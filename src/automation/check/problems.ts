import type { z } from "zod";
import {
  cleanText,
  homeMessage,
  issueMessage,
  issuePlace,
  JiaError,
  type Message,
  nearest,
  type Phrase,
} from "../../home/index.ts";
import { message } from "../../language/index.ts";
import type { NameClash } from "../definition/names.ts";

/** A problem of a definition. A definition with a problem is not saved. */
export interface DefinitionProblem {
  /** The field: `triggers[0].expression`. */
  readonly field: string;
  /** The value of the field as text, cut short. */
  readonly value: string;
  readonly message: Phrase;
  /** The advice. */
  readonly fix: Phrase;
}

/** A value as text for a message, cut short. */
export function shortenedValue(value: unknown): string {
  if (value === undefined) return "";
  return cleanText(typeof value === "string" ? value : (JSON.stringify(value) ?? ""), 80);
}

/** Collects the problems of a definition. */
export class ProblemList {
  readonly list: DefinitionProblem[] = [];

  /**
   * Adds a problem.
   * @param field its place: `triggers[0].expression`
   * @param value the value there
   */
  add(field: string, value: unknown, problem: Phrase, fix: Phrase): void {
    // Two rules may find the same problem in one field.
    const same = JSON.stringify(problem);
    if (this.list.some((known) => known.field === field && JSON.stringify(known.message) === same)) return;
    this.list.push({ field, value: shortenedValue(value), message: problem, fix });
  }

  /** Adds the issues that zod found, with the values of `input`. */
  addIssues(error: z.ZodError, input: unknown): void {
    for (const issue of flatten(error.issues)) {
      const field = issuePlace(issue.path);
      const problem = typesOf(issue) ?? issueMessage(issue);
      this.add(field, valueAt(input, issue.path), problem, message("problems.seeDocs"));
    }
  }
}

/** The known types, for an unknown one; null for other issues. */
function typesOf(issue: z.core.$ZodIssue): Message | null {
  if (issue.code !== "invalid_union" || !("options" in issue) || !Array.isArray(issue.options)) return null;
  return message("definition.types", { types: issue.options.map(String) });
}

/** Replaces the issue of a union by those of the likeliest form: the one that fails deepest. */
function flatten(issues: readonly z.core.$ZodIssue[]): z.core.$ZodIssue[] {
  return issues.flatMap((issue) => {
    if (issue.code !== "invalid_union" || issue.errors.length === 0) return [issue];
    const deepest = issue.errors.reduce((best, errors) => (depth(errors) > depth(best) ? errors : best));
    if (depth(deepest) === 0 && !deepest.some(({ code }) => code === "unrecognized_keys" || code === "custom")) {
      return [issue];
    }
    return flatten(deepest.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })));
  });
}

function depth(issues: readonly z.core.$ZodIssue[]): number {
  return Math.max(0, ...issues.map((issue) => issue.path.length));
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === "object" && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    input,
  );
}

/** The kinds of things that errors of this room name. */
export type DefinitionKind = "automation" | "scene" | "timer" | "file" | "run";

/** Problems one a line: `  - triggers[0].at (25:00): is not a time of day. Give …`. */
export function problemLines(problems: readonly DefinitionProblem[], what: DefinitionKind): Message {
  const lines = problems.map(({ field, value, message: problem, fix }) =>
    message("problems.line", { place: field || message(`automation.${what}`), value, problem, fix }),
  );
  return homeMessage("lines", { lines });
}

/** The error of an id that is taken. */
export function idTaken(kind: "automation" | "scene", id: string): JiaError {
  return new JiaError("conflict", { detail: message("problems.taken", { kind, id }) });
}

/** The error of a name that is in use. */
export function nameTaken(kind: "automation" | "scene" | "timer", { name, id }: NameClash): JiaError {
  return new JiaError("conflict", { detail: message("problems.nameTaken", { kind, name: cleanText(name, 120), id }) });
}

/** The problem of a draft whose name is in use. */
export function nameProblem({ name, id }: NameClash): DefinitionProblem {
  const value = cleanText(name, 120);
  return { field: "name", value, message: message("problems.nameInUse", { id }), fix: message("problems.otherName") };
}

/** The error of an id or name that nothing has. */
export function notFound(what: DefinitionKind | "any", id: string, known: readonly string[] = []): JiaError {
  const named = message("automation.named", { what: message(`automation.${what}`), name: cleanText(id, 120) });
  const near = nearest(id, known);
  return new JiaError("not-found", { what: named, ...(near !== null && { near }) });
}

/** The error of a definition that cannot be saved: every problem with its place. */
export function definitionError(what: DefinitionKind, name: string, problems: readonly DefinitionProblem[]): JiaError {
  return invalidDefinition(what, name, problemLines(problems, what));
}

/** The error of a definition that cannot be saved, with its problems as one message. */
export function invalidDefinition(what: DefinitionKind, name: string, detail: Message, cause?: unknown): JiaError {
  return new JiaError(
    "invalid-definition",
    { what: message(`automation.${what}`), name: shortenedValue(name), detail },
    cause,
  );
}
