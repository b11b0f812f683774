import { setTimeout as wait } from "node:timers/promises";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Answering } from "./answer.ts";
import type { Piece } from "./spoken.ts";

/** How long an answer may begin with an HTTP status for what goes wrong; then the stream begins. Milliseconds. */
const BEGIN_MS = 1_000;
/** How often a quiet stream gets an empty piece, so that no proxy closes it. Milliseconds. */
const QUIET_MS = 15_000;

/** How the pieces of an answer are written: each function gives whole events, with the blank line after them. */
export interface Lines {
  begin(): string;
  text(text: string): string;
  /** An event that says nothing. */
  quiet(): string;
  end(piece: Extract<Piece, { kind: "end" }>): string;
  /** Something went wrong after the beginning. */
  failed(error: unknown): string;
}

/**
 * Streams an answer as server-sent events.
 * @throws what goes wrong before the first byte
 */
export async function streamAnswer(
  { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
  { pieces, gone, whole }: Answering,
  lines: Lines,
): Promise<void> {
  const reading = pieces[Symbol.asyncIterator]();
  let next = reading.next();
  await Promise.race([next, wait(BEGIN_MS, null, { signal: gone, ref: false }).catch(() => null)]);
  const { raw } = reply;
  reply.hijack();
  raw.on("error", (error) => request.log.debug({ err: error }, "stream closed"));
  raw.once("finish", () => {
    if (ended) whole();
  });
  let ended = false;
  raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-store",
    "x-accel-buffering": "no",
  });
  raw.write(lines.begin());
  const quiet = setInterval(() => raw.write(lines.quiet()), QUIET_MS);
  try {
    for (;;) {
      const { value, done } = await next;
      if (done === true) break;
      if (value.kind === "text") {
        raw.write(lines.text(value.text));
      } else {
        ended = true;
        raw.write(lines.end(value));
      }
      next = reading.next();
    }
  } catch (error) {
    request.log.error({ err: error }, "turn failed");
    raw.write(lines.failed(error));
  } finally {
    clearInterval(quiet);
    raw.end();
  }
}
