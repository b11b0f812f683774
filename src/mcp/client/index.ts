/** Outside MCP servers whose tools the model may call. */
import { OUTSIDE_MARK, type Tool } from "../../assistant/tools/index.ts";
import { cleanText, JiaError } from "../../home/index.ts";
import { OutsideServer, type OutsideServerOptions } from "./outside-server.ts";
import { type ListedTool, type OutsideCall, type OutsideToolOptions, outsideTool } from "./outside-tool.ts";
import { plainText } from "./plain-text.ts";
import { type ToolPinStorage, ToolPins } from "./tool-pins.ts";

export type { OutsideAddress } from "./outside-server.ts";
export type { PinnedTools, ToolPinStorage } from "./tool-pins.ts";

/** Most tools of all servers together: each costs tokens in every request to the model. */
const MAX_TOOLS = 24;
/** Longest name of a tool that every model takes. */
const MAX_NAME = 64;

export interface OutsideServersOptions {
  readonly servers: readonly Omit<OutsideServerOptions, "changed">[];
  /** Where it is kept which tools were allowed, and in which words. */
  readonly pins: ToolPinStorage;
  /** Whether arguments may leave the house: they hold nothing hidden and no secret. */
  readonly mayLeave: OutsideToolOptions["mayLeave"];
  /** Called for each call, for the log: what was sent stays out of it. */
  readonly called: (call: { readonly server: string; readonly tool: string; readonly bytes: number }) => void;
  /** Called once for tools that wait because their server describes them anew. */
  readonly withheld: (server: string, tools: readonly string[]) => void;
  readonly onError: (error: unknown) => void;
}

/** A tool that is allowed, and whether the model can call it. */
export interface OutsideToolStatus {
  /** As the server calls it. */
  readonly name: string;
  /**
   * `offered` to the model · `changed`: described anew since it was allowed, and withheld · `missing` at the server ·
   * `unusable`: its schema is too large.
   */
  readonly state: "offered" | "changed" | "missing" | "unusable";
  /** The server's own words, cleaned. */
  readonly description: string;
}

/** How a server is doing. */
export interface OutsideStatus {
  readonly name: string;
  /** Why it cannot be used; null when it can. */
  readonly problem: string | null;
  readonly tools: readonly OutsideToolStatus[];
}

/** What is known of the tools of one server. */
interface ServerTools {
  readonly offered: readonly { readonly listed: ListedTool; readonly tool: Tool }[];
  readonly changed: readonly ListedTool[];
}

const NONE: ServerTools = { offered: [], changed: [] };

/** All outside servers of the configuration. */
export class OutsideServers {
  readonly #servers: readonly OutsideServer[];
  readonly #options: OutsideServersOptions;
  readonly #pins: ToolPins;
  /** Keyed by server. */
  readonly #tools = new Map<OutsideServer, ServerTools>();
  #started = false;

  constructor(options: OutsideServersOptions) {
    this.#options = options;
    this.#pins = new ToolPins(options.pins, options.onError);
    this.#servers = options.servers.map((given) => {
      const server: OutsideServer = new OutsideServer({ ...given, changed: () => this.#read(server) });
      return server;
    });
  }

  /** Reads which tools were allowed, and begins to connect; the tools come as soon as their servers answer. */
  async start(): Promise<void> {
    await this.#pins.start();
    this.#started = true;
    this.#refresh();
  }

  /** The tools that can be called now. Old lists are read again meanwhile. */
  get tools(): readonly Tool[] {
    this.#refresh();
    return [...this.#tools.values()].flatMap(({ offered }) => offered.map(({ tool }) => tool)).slice(0, MAX_TOOLS);
  }

  get status(): readonly OutsideStatus[] {
    return this.#servers.map((server) => {
      const { offered, changed } = this.#tools.get(server) ?? NONE;
      const stateOf = (name: string): OutsideToolStatus["state"] => {
        if (server.missing.includes(name)) return "missing";
        if (changed.some((each) => each.name === name)) return "changed";
        return offered.some(({ listed }) => listed.name === name) ? "offered" : "unusable";
      };
      const tools = server.allowed.map((name) => {
        const about = server.tools.find((each) => each.name === name)?.description ?? "";
        return { name, state: stateOf(name), description: cleanText(plainText(about), 300) };
      });
      return { name: server.name, problem: server.problem, tools };
    });
  }

  /** Accepts the tools of a server as it describes them now. @throws JiaError `not-found` */
  accept(name: string): void {
    const server = this.#servers.find((each) => each.name === name);
    if (!server) throw new JiaError("not-found", { what: cleanText(name, 100) });
    this.#pins.accept(name, server.tools);
    this.#read(server);
  }

  async stop(): Promise<void> {
    this.#started = false;
    await Promise.all(this.#servers.map((server) => server.stop()));
    await this.#pins.stop();
  }

  #refresh(): void {
    if (this.#started) for (const server of this.#servers) void server.refresh();
  }

  #read(server: OutsideServer): void {
    const { mayLeave, called, withheld } = this.#options;
    const call: OutsideCall = (tool, args, signal) => {
      called({ server: server.name, tool, bytes: JSON.stringify(args).length });
      return server.call(tool, args, signal);
    };
    const before = this.#tools.get(server)?.changed ?? [];
    const changed = this.#pins.changedIn(server.name, server.tools);
    const names = new Set<string>();
    const offered = server.tools
      .filter((listed) => !changed.includes(listed))
      .flatMap((listed) => {
        const name = freeToolName(server.name, listed, names);
        const tool = outsideTool({ server: server.name, name, listed, call, mayLeave });
        return tool ? [{ listed, tool }] : [];
      });
    this.#tools.set(server, { offered, changed });
    const fresh = changed.filter(({ name }) => !before.some((each) => each.name === name));
    if (fresh.length > 0) {
      withheld(
        server.name,
        fresh.map(({ name }) => name),
      );
    }
  }
}

/** A name that a model can call, and that no other tool of the server has: `a.b` and `a_b` are `a_b` and `a_b_2`. */
function freeToolName(server: string, { name }: ListedTool, taken: Set<string>): string {
  const wanted = `${server}${OUTSIDE_MARK}${name.replace(/[^\w-]/g, "_")}`.slice(0, MAX_NAME);
  let free = wanted;
  for (let number = 2; taken.has(free); number += 1) {
    const end = `_${number}`;
    free = `${wanted.slice(0, MAX_NAME - end.length)}${end}`;
  }
  taken.add(free);
  return free;
}
