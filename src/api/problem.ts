/** Errors as problem details (RFC 9457). */
import { z } from "zod";
import { cleanText, type ErrorDetails, type JiaError } from "../home/index.ts";
import { errorText, type Language, messages, textOf, valuesInWords } from "../language/index.ts";
import { InvalidRequestPart, type MisfitField } from "./invalid-request-part.ts";

/** The media type of problem details. */
export const PROBLEM_TYPE = "application/problem+json";

const Field = z.object({
  field: z.string().meta({ description: "Its place: `rooms[0].name`, `?limit`, `header x`." }),
  value: z.unknown().optional().meta({ description: "What was given; never a secret." }),
  fix: z.string().meta({ description: "What is wrong with it, and what to give." }),
});

/** The body of every error answer. */
export const ProblemBody = z
  .object({
    type: z.string().meta({ description: "A URI reference that names the kind: `/problems/unknown-device`." }),
    title: z.string().meta({ description: "A short text for the status." }),
    status: z.int(),
    detail: z.string().meta({ description: "What is wrong and what to do, in the language of Accept-Language." }),
    code: z.string().meta({ description: "Stable, from the table of errors: `unknown-device`." }),
    field: z.string().optional().meta({ description: "The field that is to blame." }),
    value: z.unknown().optional().meta({ description: "Its value; never a secret." }),
    fix: z.string().optional().meta({ description: "What to give." }),
    errors: z.array(Field).optional().meta({ description: "All fields that are to blame." }),
    details: z.record(z.string(), z.unknown()).meta({ description: "The values in the text." }),
  })
  .meta({
    id: "Problem",
    examples: [
      {
        type: "/problems/unknown-device",
        title: "Not found",
        status: 404,
        detail: 'There is no device "kitchen-lam". Did you mean "kitchen-lamp"?',
        code: "unknown-device",
        details: { device: "kitchen-lam", nearest: "kitchen-lamp" },
      },
    ],
  });
export type Problem = z.infer<typeof ProblemBody>;

/** The `response` for errors, with the schema of their bodies. */
export function problemAnswers<Body extends z.ZodType>(schema: Body) {
  const answer = (description: string) => ({ description, content: { [PROBLEM_TYPE]: { schema } } }) as const;
  return {
    401: answer("No token or session, or one that is over"),
    403: answer("The scope, the rooms or the person do not reach so far, or the policy denies it"),
    429: answer("Too many requests: wait for the seconds in Retry-After"),
    "4xx": answer("What is wrong with the request (RFC 9457)"),
    "5xx": answer("What does not work now (RFC 9457)"),
  } as const;
}

/** An error as clients get it. The texts of its details are in the language of the message. */
export function problemJson(error: JiaError, language: Language): Problem {
  const { code, details, status } = error;
  const fields = error.cause instanceof InvalidRequestPart ? error.cause.fields(language) : [];
  return {
    type: `/problems/${code}`,
    title: statusTitle(status, language),
    status,
    detail: errorText({ code, details }, language),
    code,
    ...(fields[0] ?? blamed(details, language)),
    ...(fields.length > 1 && { errors: fields }),
    details: valuesInWords(details, language),
  };
}

/** The short text for a status. */
export function statusTitle(status: number, language: Language): string {
  const { statuses } = messages(language);
  const key = `s${status}`;
  return key in statuses ? statuses[key as keyof typeof statuses] : statuses.other;
}

/** The field, the value and the fix among the details of an error of the home. */
function blamed(details: ErrorDetails, language: Language): Partial<MisfitField> {
  const { address, param, value, expected } = details;
  const field = address ?? param;
  return {
    ...(typeof field === "string" && { field }),
    ...((typeof value === "string" || typeof value === "number" || typeof value === "boolean") && {
      value: typeof value === "string" ? cleanText(value, 100) : value,
    }),
    ...(expected !== undefined && { fix: textOf(expected as string, language) }),
  };
}
