/** Outside MCP servers whose tools the model may call. */
import type { Tool } from "../../assistant/tools/index.ts";
import { OutsideServer, type OutsideServerOptions } from "./outside-server.ts";
import { type OutsideCall, outsideTool } from "./outside-tool.ts";

export type { OutsideAddress } from "./outside-server.ts";

/** Most tools of all servers together: each costs tokens in every request to the model. */
const MAX_TOOLS = 24;

export interface OutsideServersOptions {
  readonly servers: readonly Omit<OutsideServerOptions, "changed">[];
  /** Whether a text may leave the house: it holds nothing hidden and no secret. */
  readonly mayLeave: (text: string) => boolean;
  /** Called for each call, for the log: what was sent stays out of it. */
  readonly called: (call: { readonly server: string; readonly tool: string; readonly bytes: number }) => void;
}

/** How a server is doing. */
export interface OutsideStatus {
  readonly name: string;
  readonly tools: number;
  /** Why it cannot be used; null when it can. */
  readonly problem: string | null;
  /** Allowed tools that it does not have, or that are too large to be offered. */
  readonly missing: readonly string[];
}

/** All outside servers of the configuration. */
export class OutsideServers {
  readonly #servers: readonly OutsideServer[];
  readonly #options: OutsideServersOptions;
  /** Keyed by server. */
  readonly #tools = new Map<OutsideServer, readonly Tool[]>();

  constructor(options: OutsideServersOptions) {
    this.#options = options;
    this.#servers = options.servers.map((given) => {
      const server: OutsideServer = new OutsideServer({ ...given, changed: () => this.#read(server) });
      return server;
    });
  }

  /** Begins to connect; the tools come as soon as their servers answer. */
  start(): void {
    for (const server of this.#servers) void server.refresh();
  }

  /** The tools that can be called now. Old lists are read again meanwhile. */
  get tools(): readonly Tool[] {
    this.start();
    return [...this.#tools.values()].flat().slice(0, MAX_TOOLS);
  }

  get status(): readonly OutsideStatus[] {
    return this.#servers.map((server) => {
      const { name, problem, missing, tools } = server;
      const offered = this.#tools.get(server) ?? [];
      const large = tools.length - offered.length;
      return {
        name,
        problem,
        tools: offered.length,
        missing: large > 0 ? [...missing, ...tools.map((each) => each.name)] : missing,
      };
    });
  }

  async stop(): Promise<void> {
    await Promise.all(this.#servers.map((server) => server.stop()));
  }

  #read(server: OutsideServer): void {
    const { mayLeave, called } = this.#options;
    const call: OutsideCall = (tool, args, signal) => {
      called({ server: server.name, tool, bytes: JSON.stringify(args).length });
      return server.call(tool, args, signal);
    };
    const offered = server.tools.flatMap((listed) => outsideTool(server.name, listed, call, mayLeave) ?? []);
    this.#tools.set(server, offered);
  }
}
