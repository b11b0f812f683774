import type { z } from "zod";
import { cleanText } from "../home/index.ts";
import type { DialectProblem, InboundMessage } from "./dialect.ts";
import type { ProblemCode } from "./problem-codes.ts";

const utf8 = new TextDecoder("utf-8", { fatal: true });

/** A problem of a message; foreign text in it is cleaned. */
export function messageProblem(
  code: ProblemCode,
  message: Pick<InboundMessage, "topic">,
  detail: string,
): DialectProblem {
  return { kind: "problem", code, topic: cleanText(message.topic, 200), detail: cleanText(detail, 200) };
}

/**
 * The JSON of a payload in the shape of `schema`, or the problem with it: `malformed-json` or `wrong-shape`.
 * @param plain what the schema makes of the commonest messages, told without it; null where the schema is to be asked
 */
export function parseMessage<Schema extends z.ZodType>(
  message: InboundMessage,
  schema: Schema,
  plain: (json: unknown) => z.infer<Schema> | null = () => null,
): { readonly ok: true; readonly data: z.infer<Schema> } | { readonly ok: false; readonly problem: DialectProblem } {
  let json: unknown;
  try {
    json = JSON.parse(utf8.decode(message.payload));
  } catch (error) {
    const detail = error instanceof Error ? error.message : "not JSON";
    return { ok: false, problem: messageProblem("malformed-json", message, detail) };
  }
  const known = plain(json);
  if (known !== null) return { ok: true, data: known };
  const parsed = schema.safeParse(json);
  if (parsed.success) return { ok: true, data: parsed.data };
  const issue = parsed.error.issues[0];
  const place = issue?.path.join(".") || "payload";
  return { ok: false, problem: messageProblem("wrong-shape", message, `${place}: ${issue?.message ?? "unexpected"}`) };
}
