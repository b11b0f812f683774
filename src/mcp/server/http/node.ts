import type { IncomingMessage, ServerResponse } from "node:http";
import { toNodeHandler } from "@modelcontextprotocol/node";
import { MAX_BODY } from "./endpoint.ts";

/** How often it is checked whether who listens may still do so, in milliseconds. */
const CHECK_MS = 15_000;

export interface NodeExchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly fetch: (request: Request) => Promise<Response>;
  /** Whether the caller's token still counts: an answer may be a stream that stays open. */
  readonly stillHolds: () => Promise<boolean>;
  readonly onError: (error: Error) => void;
}

/** Serves one exchange of Node's HTTP server. A client that goes away aborts the signal of the request. */
export async function serveNode({ request, response, fetch, stillHolds, onError }: NodeExchange): Promise<void> {
  const check = setInterval(() => {
    void stillHolds().then(
      (holds) => holds || response.destroy(),
      () => response.destroy(),
    );
  }, CHECK_MS);
  response.once("close", () => clearInterval(check));
  const given = {
    ...{ method: request.method ?? "GET", url: request.url ?? "/", headers: request.headers },
    [Symbol.asyncIterator]: () => request[Symbol.asyncIterator](),
  };
  const taken = {
    writeHead: (status: number, headers: Record<string, string> = {}) => {
      response.writeHead(status, headers);
      // A client that listens waits for the head, and the first event may come much later.
      if (headers["content-type"]?.startsWith("text/event-stream")) response.flushHeaders();
    },
    write: (chunk: string | Uint8Array) => response.write(chunk),
    end: (chunk?: string | Uint8Array) => response.end(chunk),
    on: (event: string, listener: (...values: unknown[]) => void) => response.on(event, listener),
    get destroyed() {
      return response.destroyed;
    },
  };
  await toNodeHandler({ fetch }, { onerror: onError, maxRequestBodySize: MAX_BODY })(given, taken);
}
