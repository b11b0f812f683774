import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { IncomingMessage, Server, ServerResponse } from "node:http";

/** A request that was answered, also one whose client went away during the answer. */
export interface AnsweredRequest {
  /** The route as it is declared: `/api/devices/:id`; null when none handled it: an unknown address, or refused before. */
  readonly route: string | null;
  readonly method: string;
  /** HTTP status. */
  readonly status: number;
  /** From the start of the handler; null without a route. */
  readonly seconds: number | null;
}

/** Fastify's channel: a handler begins. */
const HANDLER = "tracing:fastify.request.handler:start";
/** Node's channel: the answer was handed over to the socket. */
const FINISHED = "http.server.response.finish";

/**
 * Calls `listener` for each request that a server answers. Costs nothing until it is called.
 * @param serves whether a server is the observed one; a process may have several
 * @returns ends it
 */
export function observeRequests(
  serves: (server: Server) => boolean,
  listener: (request: AnsweredRequest) => void,
): () => void {
  /** Route and start, keyed by request. */
  const running = new WeakMap<IncomingMessage, { readonly route: string; readonly startedAt: number }>();
  const started = (message: unknown): void => {
    const { request, route } = message as { request: { raw: IncomingMessage }; route: { url?: string } };
    if (route.url !== undefined) running.set(request.raw, { route: route.url, startedAt: performance.now() });
  };
  const finished = (message: unknown): void => {
    const { request, response, server } = message as {
      request: IncomingMessage;
      response: ServerResponse;
      server: Server;
    };
    if (!serves(server)) return;
    const known = running.get(request);
    running.delete(request);
    const seconds = known ? (performance.now() - known.startedAt) / 1000 : null;
    listener({ route: known?.route ?? null, method: request.method ?? "", status: response.statusCode, seconds });
  };
  subscribe(HANDLER, started);
  subscribe(FINISHED, finished);
  return () => {
    unsubscribe(HANDLER, started);
    unsubscribe(FINISHED, finished);
  };
}
