import type { Client, JsonSchemaValidator, jsonSchemaValidator } from "@modelcontextprotocol/client";
import { type Clock, cleanText } from "../../home/index.ts";
import type { ListedTool, OutsideAnswer } from "./outside-tool.ts";
import { sizeLimitedFetch } from "./size-limited-fetch.ts";

/** How an outside server is reached; secrets are values here. */
export type OutsideAddress =
  | { readonly url: string; readonly token: string | null }
  | {
      readonly command: string;
      readonly args: readonly string[];
      readonly env: Readonly<Record<string, string>>;
    };

export interface OutsideServerOptions {
  readonly name: string;
  readonly address: OutsideAddress;
  /** Names of the tools that are offered. */
  readonly tools: readonly string[];
  /** How long a call or a connection may take, in milliseconds. */
  readonly timeout: number;
  readonly version: string;
  readonly clock: Clock;
  /** Called when the tools were read again, or are gone. */
  readonly changed: () => void;
}

/** Most bytes of an answer of a server. */
const MAX_BYTES = 1_000_000;
/** How long a failed connection is not tried again, in milliseconds; doubled with each failure. */
const RETRY_MS = 5_000;
const MAX_RETRY_MS = 300_000;
/** How long a list of tools counts, in milliseconds. */
const LIST_MS = 600_000;

/** A connection to one outside MCP server of either era. It connects when it is first needed, and again after failures. */
export class OutsideServer {
  readonly #options: OutsideServerOptions;
  #client: Client | null = null;
  #tools: readonly ListedTool[] = [];
  #connecting: Promise<void> | null = null;
  /** Milliseconds since the epoch. */
  #listedAt = 0;
  #notBefore = 0;
  #failures = 0;
  #problem: string | null = null;
  #stopped = false;
  /** Ends requests that nobody waits for any more. */
  readonly #end = new AbortController();

  constructor(options: OutsideServerOptions) {
    this.#options = options;
  }

  get name(): string {
    return this.#options.name;
  }

  /** The names of the tools that are allowed. */
  get allowed(): readonly string[] {
    return this.#options.tools;
  }

  /** The allowed tools that the server has now, as it lists them. */
  get tools(): readonly ListedTool[] {
    return this.#tools;
  }

  /** Why the server cannot be used, cleaned; null when it can, or was not tried. */
  get problem(): string | null {
    return this.#problem;
  }

  /** Allowed tools that the server does not have. */
  get missing(): readonly string[] {
    if (this.#client === null) return [];
    return this.#options.tools.filter((name) => !this.#tools.some((tool) => tool.name === name));
  }

  /**
   * Connects when there is no connection, and reads the tools again when the list is old.
   * @param signal ends the wait; what was begun goes on. @throws what the signal is aborted with, and nothing else
   */
  async refresh(signal?: AbortSignal): Promise<void> {
    const { clock } = this.#options;
    const now = clock.now();
    if (this.#stopped || now < this.#notBefore || (this.#client && now - this.#listedAt < LIST_MS)) return;
    this.#connecting ??= this.#list().finally(() => {
      this.#connecting = null;
    });
    await until(this.#connecting, signal);
  }

  /** Calls a tool. @throws what the signal is aborted with */
  async call(tool: string, args: Readonly<Record<string, unknown>>, signal: AbortSignal): Promise<OutsideAnswer> {
    await this.refresh(signal);
    // No connection was tried, so the pause before the next one stays as it is.
    if (this.#client === null) return { kind: "unreached" };
    try {
      const { timeout } = this.#options;
      const result = await this.#client.callTool({ name: tool, arguments: { ...args } }, { signal, timeout });
      return { kind: "answered", text: textOf(result), failed: result.isError === true };
    } catch (error) {
      signal.throwIfAborted();
      const refusal = await refusalIn(error);
      // The server answers, so that its connection is as good as before.
      if (refusal !== null) return { kind: "answered", text: refusal, failed: true };
      // A tool may be slow and its server well: whether it is shows the next list.
      if (await isTimeout(error)) this.#listedAt = 0;
      else this.#failed(error);
      return { kind: neverArrived(error) ? "unreached" : "unknown" };
    }
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#end.abort();
    await this.#connecting;
    await this.#client?.close().catch(() => undefined);
    this.#client = null;
  }

  async #list(): Promise<void> {
    const { tools, timeout, clock, changed } = this.#options;
    try {
      this.#client ??= await this.#connect();
      const listed = await this.#client.listTools(undefined, { timeout, signal: this.#end.signal });
      this.#tools = tools.flatMap((name) => listed.tools.find((tool) => tool.name === name) ?? []);
      this.#listedAt = clock.now();
      this.#failures = 0;
      this.#problem = null;
    } catch (error) {
      this.#failed(error);
    }
    changed();
  }

  /** Forgets the connection; it is made again after a pause. */
  #failed(error: unknown): void {
    const { clock } = this.#options;
    this.#problem = cleanText(error instanceof Error ? error.message : String(error), 200);
    this.#notBefore = clock.now() + Math.min(MAX_RETRY_MS, RETRY_MS * 2 ** this.#failures);
    this.#failures += 1;
    this.#client?.close().catch(() => undefined);
    this.#client = null;
  }

  async #connect(): Promise<Client> {
    const { address, timeout, version } = this.#options;
    // Loaded here, because most homes have no outside server.
    const sdk = await import("@modelcontextprotocol/client");
    const client = new sdk.Client(
      { name: "jia", version },
      {
        versionNegotiation: { mode: "auto" },
        // A stranger's schema is never compiled, and what an answer holds is only text for a model.
        jsonSchemaValidator: ACCEPT_ALL,
      },
    );
    if ("url" in address) {
      const headers = address.token === null ? {} : { authorization: `Bearer ${address.token}` };
      const transport = new sdk.StreamableHTTPClientTransport(new URL(address.url), {
        requestInit: { headers, redirect: "error" },
        fetch: sizeLimitedFetch(MAX_BYTES),
      });
      await client.connect(transport, { timeout });
      return client;
    }
    const { StdioClientTransport } = await import("@modelcontextprotocol/client/stdio");
    const { command, args, env } = address;
    const transport = new StdioClientTransport({
      ...{ command, env: { ...env } },
      args: [...args],
      stderr: "ignore",
      maxBufferSize: MAX_BYTES,
    });
    await client.connect(transport, { timeout });
    return client;
  }
}

/** Waits for something that never throws, until a signal. */
async function until(work: Promise<void>, signal: AbortSignal | undefined): Promise<void> {
  if (!signal) return await work;
  signal.throwIfAborted();
  const { promise, reject } = Promise.withResolvers<never>();
  const abort = () => reject(signal.reason);
  signal.addEventListener("abort", abort, { once: true });
  try {
    await Promise.race([work, promise]);
  } finally {
    signal.removeEventListener("abort", abort);
  }
}

/** Why a server refuses a request, in its own words; null where it did not answer. */
async function refusalIn(error: unknown): Promise<string | null> {
  const { ProtocolError, SdkHttpError } = await import("@modelcontextprotocol/client");
  if (error instanceof ProtocolError) return error.message;
  const status = error instanceof SdkHttpError ? (error.status ?? 500) : 500;
  // A session that is gone (404) or a key that does not count any more (401, 403) needs a new connection.
  return status >= 400 && status < 500 && ![401, 403, 404].includes(status) ? String(status) : null;
}

async function isTimeout(error: unknown): Promise<boolean> {
  const { SdkError, SdkErrorCode } = await import("@modelcontextprotocol/client");
  return error instanceof SdkError && error.code === SdkErrorCode.RequestTimeout;
}

/** Errors of connections that were never made. */
const UNREACHED: ReadonlySet<unknown> = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "NOT_CONNECTED",
]);

/** Whether a request certainly did not reach its server. */
function neverArrived(error: unknown): boolean {
  if (typeof error !== "object" || error === null) return false;
  if ("code" in error && UNREACHED.has(error.code)) return true;
  if ("status" in error && [401, 403, 404].includes(Number(error.status))) return true;
  return "cause" in error && neverArrived(error.cause);
}

/** The texts of a result; pictures and other data are left out, and named. */
function textOf(result: { readonly content?: unknown; readonly structuredContent?: unknown }): string {
  const parts = Array.isArray(result.content) ? result.content : [];
  const texts = parts.map((part: unknown) => {
    if (typeof part !== "object" || part === null) return "";
    const { type, text } = part as { readonly type?: unknown; readonly text?: unknown };
    return type === "text" && typeof text === "string" ? text : `(${cleanText(String(type), 20)} left out)`;
  });
  const whole = texts.filter((text) => text !== "").join("\n");
  return whole === "" && result.structuredContent !== undefined ? JSON.stringify(result.structuredContent) : whole;
}

/** Checks nothing. */
const ACCEPT_ALL: jsonSchemaValidator = {
  getValidator<Data>(): JsonSchemaValidator<Data> {
    return (data) => ({ valid: true, data: data as Data, errorMessage: undefined });
  },
};
