import type { AuthInfo } from "@modelcontextprotocol/server";
import type { Planner } from "../../automation/index.ts";
import type { Clock, Home } from "../../home/index.ts";
import type { McpCaller } from "./caller.ts";
import { ANSWER_MS } from "./deadline.ts";
import { HomeChanges } from "./home-changes.ts";
import { createHomeServer } from "./home-server.ts";
import { createEndpoint, type McpEndpoint } from "./http/endpoint.ts";
import { Questions } from "./questions.ts";
import { urisOf } from "./resources.ts";
import type { McpView } from "./tool.ts";
import { createMcpTools } from "./tools/index.ts";
import { type TurnRunner, Turns } from "./turns.ts";

export interface McpServiceOptions {
  readonly version: string;
  /** What a caller that may see these rooms sees; null: all. */
  readonly viewOf: (rooms: readonly string[] | null) => McpView;
  readonly assistant: TurnRunner;
  readonly planner: Planner;
  readonly home: Pick<Home, "subscribe">;
  readonly clock: Clock;
  /** A call is answered within this time, in milliseconds; for tests. */
  readonly answerMs?: number;
  readonly onError: (error: unknown) => void;
}

/** More views than this push out the oldest, with its open streams. */
const MAX_VIEWS = 20;

/** A caller in the form in which the SDK passes it to handlers; the token itself stays in the security of the API. */
export function authInfoOf(caller: McpCaller): AuthInfo {
  return { token: "", clientId: caller.key, scopes: [...caller.scopes], extra: { caller } };
}

/** The server of MCP: one endpoint for each part of the home that callers see. */
export class McpService {
  readonly #options: McpServiceOptions;
  readonly #turns: Turns;
  readonly #questions: Questions;
  readonly #changes: HomeChanges;
  /** Keyed by the rooms that are seen, oldest first. */
  readonly #endpoints = new Map<string, McpEndpoint>();

  constructor(options: McpServiceOptions) {
    this.#options = options;
    this.#turns = new Turns(options.assistant, options.clock);
    this.#questions = new Questions(options.clock);
    this.#changes = new HomeChanges(options.home);
  }

  async fetch(request: Request, caller: McpCaller): Promise<Response> {
    return await this.#endpointOf(caller).fetch(request, authInfoOf(caller));
  }

  async stop(): Promise<void> {
    const open = [...this.#endpoints.values()];
    this.#endpoints.clear();
    this.#changes.stop();
    await Promise.all(open.map((endpoint) => endpoint.close()));
  }

  #endpointOf({ rooms }: McpCaller): McpEndpoint {
    const key = rooms === null ? "all" : JSON.stringify([...rooms].sort());
    const known = this.#endpoints.get(key);
    if (known) return known;
    const { version, viewOf, planner, clock, onError, answerMs = ANSWER_MS } = this.#options;
    const questions = this.#questions;
    const tools = createMcpTools({ planner, turns: this.#turns, questions, answerMs });
    const changes = this.#changes;
    const view = viewOf(rooms);
    const shared = { version, view, tools, questions, clock, changes, answerMs, onError };
    const made = createEndpoint({ server: (reach) => createHomeServer(shared, reach), clock, onError });
    const unlisten = changes.listen({
      changed: (device) => {
        if (view.home.device(device.id)) for (const uri of urisOf(device)) made.notify.resourceUpdated(uri);
      },
      listChanged: () => made.notify.resourcesChanged(),
    });
    const close = async (): Promise<void> => {
      unlisten();
      await made.close();
    };
    this.#endpoints.set(key, { ...made, close });
    this.#closeOldest();
    return made;
  }

  #closeOldest(): void {
    for (const [key, endpoint] of this.#endpoints) {
      if (this.#endpoints.size <= MAX_VIEWS) return;
      this.#endpoints.delete(key);
      void endpoint.close();
    }
  }
}
