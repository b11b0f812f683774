/** One address for clients of both eras of the protocol, over requests and responses of the Fetch standard. */
import {
  type AuthInfo,
  createMcpHandler,
  isInitializeRequest,
  isLegacyRequest,
  type McpServer,
  type Server,
  type ServerNotifier,
} from "@modelcontextprotocol/server";
import type { Clock } from "../../../home/index.ts";
import { LegacySessions } from "./sessions.ts";

/** The longest body of a request, in bytes. */
export const MAX_BODY = 1_048_576;
/** The most open streams of changes. */
const MAX_LISTENERS = 64;

/**
 * How a server is reached. `modern`: one request of 2026-07-28 · `session`: a session that an `initialize` began ·
 * `stateless`: one request of an older revision outside of a session, which can neither ask nor be told of changes.
 */
export type Reach = "modern" | "session" | "stateless";

export interface EndpointOptions {
  /** Makes the server of a request, or of a session. */
  readonly server: (reach: Reach) => McpServer | Server;
  readonly clock: Clock;
  readonly onError: (error: Error) => void;
}

export interface McpEndpoint {
  /** @param authInfo who asks; sessions belong to its `clientId` */
  fetch(request: Request, authInfo: AuthInfo): Promise<Response>;
  /** Tells clients of 2026-07-28 of changes; sessions tell theirs. */
  readonly notify: ServerNotifier;
  close(): Promise<void>;
}

/** Makes an endpoint. It holds open streams and sessions until `close`. */
export function createEndpoint({ server, clock, onError }: EndpointOptions): McpEndpoint {
  const sessions = new LegacySessions(() => server("session"), clock, MAX_BODY);
  const handler = createMcpHandler(({ era }) => server(era === "modern" ? "modern" : "stateless"), {
    onerror: onError,
    maxRequestBodySize: MAX_BODY,
    maxSubscriptions: MAX_LISTENERS,
  });
  return {
    notify: handler.notify,
    async fetch(request, authInfo) {
      const user = { owner: authInfo.clientId, authInfo };
      if (await isLegacyRequest(request, undefined, { maxRequestBodySize: MAX_BODY })) {
        const session = request.headers.get("mcp-session-id");
        if (session !== null) return (await sessions.serve(session, request, user)) ?? unknownSession();
        if (await opensSession(request)) return await sessions.begin(request, user);
      }
      return allowing(await handler.fetch(request, { authInfo }));
    },
    async close() {
      await Promise.all([handler.close(), sessions.close()]);
    },
  };
}

async function opensSession(request: Request): Promise<boolean> {
  if (request.method !== "POST") return false;
  const body: unknown = await request
    .clone()
    .json()
    .catch(() => null);
  return isInitializeRequest(body);
}

/** The answer to a session that has ended, or was never there: the client begins a new one. */
function unknownSession(): Response {
  return Response.json(
    { jsonrpc: "2.0", error: { code: -32001, message: "Session not found" }, id: null },
    { status: 404 },
  );
}

/** RFC 9110, 15.5.6: a 405 names the methods that are allowed. */
function allowing(response: Response): Response {
  if (response.status === 405 && !response.headers.has("allow")) response.headers.set("allow", "POST");
  return response;
}
