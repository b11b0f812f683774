import { jsonTooDeep } from "../../../home/index.ts";
import { failureFromBody, ModelFailure } from "./failure.ts";
import { asRecord } from "./untrusted-json.ts";

/** Joins the pieces of a stream into one text. */
export async function joinPieces(pieces: AsyncIterable<string>): Promise<string> {
  let text = "";
  for await (const piece of pieces) text += piece;
  return text;
}

/**
 * Parses a chat completion in one piece, from a server that does not stream.
 * @throws ModelFailure when it is an error or no completion
 */
export function parseWholeAnswer(body: string, headers: Headers, now: number, secret: string | undefined): unknown {
  if (jsonTooDeep(body)) throw new ModelFailure("too-deep");
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch (error) {
    throw new ModelFailure("broken", { detail: "not JSON", cause: error });
  }
  const record = asRecord(parsed);
  if (record["error"]) throw failureFromBody(record, undefined, headers, now, secret);
  if (!Array.isArray(record["choices"])) throw new ModelFailure("no-model-server", { detail: "no choices" });
  return parsed;
}
