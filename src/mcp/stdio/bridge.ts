/** Passes messages of MCP between standard input and output and a running Jia. */
import type { Readable, Writable } from "node:stream";
import { SdkHttpError, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import {
  isInitializeRequest,
  isJSONRPCNotification,
  isJSONRPCRequest,
  isJSONRPCResultResponse,
  type JSONRPCMessage,
  type JSONRPCRequest,
} from "@modelcontextprotocol/server";
import { StdioServerTransport } from "@modelcontextprotocol/server/stdio";
import { z } from "zod";

export interface StdioBridgeOptions {
  readonly url: URL;
  /** Sent with every request: the token, the language. */
  readonly headers: Readonly<Record<string, string>>;
  readonly stdin: Readable;
  /** Nothing but messages of the protocol is written here. */
  readonly stdout: Writable;
  /** Ends it. */
  readonly signal: AbortSignal;
  /** Words for a person, where Jia cannot be reached any more. */
  readonly lost: (error: unknown) => string;
}

/** The id of the handshake that the bridge repeats by itself. */
const AGAIN = "jia-begins-again";
const Cancelled = z.object({ requestId: z.union([z.string(), z.number()]) });
const Negotiated = z.object({ protocolVersion: z.string() });

/** Bridges until the client closes its end, or the signal. */
export async function bridge(options: StdioBridgeOptions): Promise<void> {
  await new Bridge(options).run();
}

class Bridge {
  readonly #options: StdioBridgeOptions;
  readonly #near: StdioServerTransport;
  readonly #far: StreamableHTTPClientTransport;
  /** Requests that wait for their answer, keyed by id. */
  readonly #open = new Map<string | number, AbortController>();
  /** The client's own handshake: a Jia that was started again does not know its session. */
  #handshake: JSONRPCRequest | null = null;
  /** The handshake that is being repeated. */
  #again: { readonly done: () => void; readonly over: Promise<void> } | null = null;

  constructor(options: StdioBridgeOptions) {
    this.#options = options;
    this.#near = new StdioServerTransport(options.stdin, options.stdout);
    this.#far = new StreamableHTTPClientTransport(options.url, { requestInit: { headers: { ...options.headers } } });
  }

  async run(): Promise<void> {
    const { signal } = this.#options;
    const over = Promise.withResolvers<void>();
    this.#near.onclose = over.resolve;
    this.#near.onmessage = (message) => void this.#forth(message);
    this.#far.onmessage = (message) => void this.#back(message);
    // What fails is answered where it was asked.
    this.#far.onerror = () => undefined;
    signal.addEventListener("abort", () => over.resolve(), { once: true });
    await this.#far.start();
    await this.#near.start();
    if (signal.aborted) over.resolve();
    await over.promise;
    for (const request of this.#open.values()) request.abort();
    await this.#far.terminateSession().catch(() => undefined);
    await this.#far.close();
    await this.#near.close();
  }

  /** From the client to Jia. */
  async #forth(message: JSONRPCMessage): Promise<void> {
    if (isInitializeRequest(message)) this.#handshake = { ...message, jsonrpc: "2.0", id: AGAIN };
    if (isJSONRPCNotification(message) && message.method === "notifications/cancelled") {
      const cancelled = Cancelled.safeParse(message.params);
      // A request of 2026-07-28 is cancelled by closing its answer; older sessions are told.
      if (cancelled.success && this.#cancel(cancelled.data.requestId)) return;
    }
    if (!isJSONRPCRequest(message)) return await this.#send(message).catch(() => undefined);
    const request = new AbortController();
    this.#open.set(message.id, request);
    try {
      await this.#send(message, {
        requestSignal: request.signal,
        onRequestStreamEnd: () => void this.#fail(message, null),
      });
    } catch (error) {
      if (!request.signal.aborted) await this.#fail(message, error);
    }
  }

  async #send(message: JSONRPCMessage, options: Parameters<StreamableHTTPClientTransport["send"]>[1] = {}) {
    try {
      await this.#far.send(message, options);
    } catch (error) {
      const unknown = error instanceof SdkHttpError && error.status === 404 && this.#far.sessionId !== undefined;
      if (!unknown || !this.#handshake) throw error;
      await this.#beginAgain(this.#handshake);
      await this.#far.send(message, options);
    }
  }

  /** Repeats the handshake with a Jia that was started again. */
  async #beginAgain(handshake: JSONRPCRequest): Promise<void> {
    if (this.#again) return await this.#again.over;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#again = { done: resolve, over: promise };
    try {
      await this.#far.send(handshake);
      await promise;
      await this.#far.send({ jsonrpc: "2.0", method: "notifications/initialized" });
    } finally {
      this.#again = null;
    }
  }

  /** From Jia to the client. */
  async #back(message: JSONRPCMessage): Promise<void> {
    if ("id" in message && message.id !== undefined && !("method" in message)) {
      if (message.id === AGAIN) return this.#again?.done();
      this.#open.delete(message.id);
      const result = isJSONRPCResultResponse(message) ? Negotiated.safeParse(message.result) : null;
      if (result?.success) this.#far.setProtocolVersion(result.data.protocolVersion);
    }
    await this.#near.send(message);
  }

  /** Whether the request is over with that. */
  #cancel(id: string | number): boolean {
    const request = this.#open.get(id);
    if (!request || this.#handshake) return false;
    this.#open.delete(id);
    request.abort();
    return true;
  }

  /** Answers a request that Jia does not answer. */
  async #fail({ id }: JSONRPCRequest, error: unknown): Promise<void> {
    if (!this.#open.delete(id)) return;
    await this.#near.send({ jsonrpc: "2.0", id, error: { code: -32000, message: this.#options.lost(error) } });
  }
}
