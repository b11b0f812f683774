import type { z } from "zod";
import { issueMessage, issuePlace, keysAt, type Phrase } from "../home/index.ts";
import { type Language, textOf } from "../language/index.ts";

/** The prefix of the place of an issue, keyed by the part of the request (in Fastify's names). */
const PARTS: Readonly<Record<string, string>> = { body: "", querystring: "?", params: "/", headers: "header " };
/** Values at these places are not repeated, because they may be secrets. */
const SECRET = /pin|token|secret|password|key|code|values|authorization|address|url/i;
/** The longest value that is repeated, in characters. */
const MAX_VALUE = 100;

/** A field of a request that does not fit. */
export interface MisfitField {
  /** Its place: `rooms[0].name`, `?limit`; "" for the whole body. */
  readonly field: string;
  /** What was given; left out for what may be a secret, and for what is no single value. */
  readonly value?: string | number | boolean;
  /** What is wrong, and what to give. */
  readonly fix: string;
}

/** A part of a request that does not fit its schema. */
export class InvalidRequestPart extends Error {
  readonly issues: readonly z.core.$ZodIssue[];
  readonly schema: z.ZodType;
  /** What was given. */
  readonly #given: unknown;
  /** The part: `body`, `querystring`. Set by Fastify. */
  validationContext?: string;

  constructor(issues: readonly z.core.$ZodIssue[], schema: z.ZodType, given: unknown) {
    super("invalid request");
    this.issues = issues;
    this.schema = schema;
    this.#given = given;
  }

  /** Each place with what is wrong there. */
  problems(): { readonly place: string; readonly problem: Phrase }[] {
    const part = PARTS[this.validationContext ?? "body"] ?? "";
    return this.issues.map((issue) => ({
      place: `${part}${issuePlace(issue.path)}`,
      problem: issueMessage(issue, keysAt(this.schema, issue.path)),
    }));
  }

  /** The fields that are to blame, in words. */
  fields(language: Language): MisfitField[] {
    return this.problems().map(({ place, problem }, index) => {
      const value = SECRET.test(place) ? undefined : valueAt(this.#given, this.issues[index]?.path ?? []);
      return { field: place, ...(value !== undefined && { value }), fix: textOf(problem, language) };
    });
  }
}

/** A single value at a path, cut short; undefined where there is none. */
function valueAt(given: unknown, path: readonly PropertyKey[]): string | number | boolean | undefined {
  let value = given;
  for (const part of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, part)) return undefined;
    value = (value as Readonly<Record<PropertyKey, unknown>>)[part];
  }
  if (typeof value === "string") return value.slice(0, MAX_VALUE);
  return typeof value === "number" || typeof value === "boolean" ? value : undefined;
}
