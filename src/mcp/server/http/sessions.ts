import {
  type AuthInfo,
  type McpServer,
  type Server,
  WebStandardStreamableHTTPServerTransport,
} from "@modelcontextprotocol/server";
import type { Clock } from "../../../home/index.ts";

/** A session that nobody used for this long is closed when a new one begins, in milliseconds. */
const IDLE_MS = 30 * 60_000;
/** More sessions than this push out the one that was used least recently. */
const MAX_SESSIONS = 64;

/** Makes the server of one session. */
export type SessionServer = (user: SessionUser) => McpServer | Server;

interface Session {
  readonly owner: string;
  readonly transport: WebStandardStreamableHTTPServerTransport;
  readonly server: McpServer | Server;
  usedAt: number;
}

/** Who sends a request, as far as sessions depend on it. */
export interface SessionUser {
  /** Another user's session is as unknown as one that does not exist. */
  readonly owner: string;
  readonly authInfo: AuthInfo;
}

/**
 * The sessions of clients that begin with `initialize` (revisions up to 2025-11-25). Such a client can be asked
 * (elicitation) and told of changes only over a session.
 */
export class LegacySessions {
  readonly #factory: SessionServer;
  readonly #clock: Clock;
  readonly #maxBody: number;
  /** Keyed by session id, the least recently used first. */
  readonly #sessions = new Map<string, Session>();

  constructor(factory: SessionServer, clock: Clock, maxBody: number) {
    this.#factory = factory;
    this.#clock = clock;
    this.#maxBody = maxBody;
  }

  get size(): number {
    return this.#sessions.size;
  }

  /** Begins a session with its `initialize` request. */
  async begin(request: Request, user: SessionUser): Promise<Response> {
    this.#closeIdle();
    const server = this.#factory(user);
    const transport = new WebStandardStreamableHTTPServerTransport({
      sessionIdGenerator: () => crypto.randomUUID(),
      maxRequestBodySize: this.#maxBody,
      onsessioninitialized: (id) => {
        this.#sessions.set(id, { owner: user.owner, transport, server, usedAt: this.#clock.now() });
        this.#closeOldest();
      },
      onsessionclosed: (id) => void this.#sessions.delete(id),
    });
    await server.connect(transport);
    const response = await transport.handleRequest(request, { authInfo: user.authInfo });
    // A handshake that was refused leaves no session behind.
    if (transport.sessionId === undefined) await server.close();
    return response;
  }

  /** Serves a request of a session; null where this user has no such session. */
  async serve(id: string, request: Request, user: SessionUser): Promise<Response | null> {
    const session = this.#sessions.get(id);
    if (!session || session.owner !== user.owner) return null;
    session.usedAt = this.#clock.now();
    this.#sessions.delete(id);
    this.#sessions.set(id, session);
    const response = await session.transport.handleRequest(request, { authInfo: user.authInfo });
    if (request.method === "DELETE") await session.server.close();
    return response;
  }

  async close(): Promise<void> {
    const open = [...this.#sessions.values()];
    this.#sessions.clear();
    await Promise.all(open.map(({ server }) => server.close()));
  }

  #closeIdle(): void {
    const since = this.#clock.now() - IDLE_MS;
    for (const [id, { server, usedAt }] of this.#sessions) {
      if (usedAt >= since) continue;
      this.#sessions.delete(id);
      void server.close();
    }
  }

  #closeOldest(): void {
    for (const [id, { server }] of this.#sessions) {
      if (this.#sessions.size <= MAX_SESSIONS) return;
      this.#sessions.delete(id);
      void server.close();
    }
  }
}
