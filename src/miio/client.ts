import { createSocket, type Socket } from "node:dgram";
import type { Clock } from "../home/index.ts";
import { type DecodedPacket, decodePacket, encodeMessage, HELLO, type PacketHeader } from "./packet.ts";
import { type MiioResponse, parseResponse } from "./response.ts";

export interface MiioClientOptions {
  readonly did: string;
  readonly address: string;
  readonly port: number;
  readonly token: Uint8Array;
  readonly clock: Clock;
  /** How long one datagram is waited for, milliseconds. */
  readonly timeoutMs?: number;
  /** How often a request is sent before the device counts as silent. */
  readonly attempts?: number;
  /** The id of the first request; random when left out, because devices remember the ids that they answered lately. */
  readonly firstId?: number;
}

/** The outcome of a request. */
export type MiioAnswer =
  | { readonly status: "ok"; readonly result: unknown }
  | { readonly status: "error"; readonly code: number; readonly message: string }
  /** No answer. `greeted`: it answers a hello, so it is there, and most likely the token is an old one. */
  | { readonly status: "silent"; readonly greeted: boolean };

/**
 * The device's time at the moment of its last answer, for computing it later. Times are seconds of the device,
 * milliseconds of the clock.
 */
interface Session {
  readonly stamp: number;
  readonly at: number;
}

/** The pending answer. */
interface Waiter {
  /** Whether the packet was the answer. */
  take(packet: DecodedPacket): boolean;
  giveUp(): void;
}

const DEFAULT_TIMEOUT_MS = 2000;
const DEFAULT_ATTEMPTS = 3;
const MAX_ID = 0x7fff_ffff;

/**
 * One Wi-Fi device that speaks miIO, over a UDP socket of its own. Requests go one at a time: the devices have little
 * memory. A request carries the device's time, learned from a hello and from every answer since.
 */
export class MiioClient {
  readonly #options: MiioClientOptions;
  readonly #timeoutMs: number;
  readonly #attempts: number;
  #socket: Socket | null = null;
  #session: Session | null = null;
  #waiter: Waiter | null = null;
  #nextId: number;
  /** The end of the queue of requests. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(options: MiioClientOptions) {
    this.#options = options;
    this.#timeoutMs = options.timeoutMs ?? DEFAULT_TIMEOUT_MS;
    this.#attempts = options.attempts ?? DEFAULT_ATTEMPTS;
    this.#nextId = options.firstId ?? 1 + Math.floor(Math.random() * 0x3fff_ffff);
  }

  async start(): Promise<void> {
    const socket = createSocket("udp4");
    await new Promise<void>((resolve, reject) => {
      socket.once("error", reject);
      socket.bind(0, resolve);
    });
    socket.removeAllListeners("error");
    // An unreachable network shows as silence, which is what the caller handles.
    socket.on("error", () => {});
    socket.on("message", (bytes) => this.#receive(bytes));
    this.#socket = socket;
  }

  async stop(): Promise<void> {
    const socket = this.#socket;
    this.#socket = null;
    this.#waiter?.giveUp();
    if (socket) await new Promise<void>((resolve) => socket.close(() => resolve()));
  }

  /**
   * Sends a request and waits for its answer.
   * @param repeat whether it may be sent again when no answer came: not for an action, which might run twice
   */
  request(method: string, params: unknown, options: { repeat: boolean; signal: AbortSignal }): Promise<MiioAnswer> {
    const turn = this.#last.then(() => this.#request(method, params, options.repeat, options.signal));
    this.#last = turn.catch(() => {});
    return turn;
  }

  async #request(method: string, params: unknown, repeat: boolean, signal: AbortSignal): Promise<MiioAnswer> {
    let greeted = false;
    let sent = 0;
    for (let attempt = 0; attempt < this.#attempts && !signal.aborted && this.#socket; attempt += 1) {
      if (!this.#session && !(await this.#greet(signal))) continue;
      greeted = true;
      if (sent > 0 && !repeat) break;
      sent += 1;
      const response = await this.#exchange(method, params, signal);
      if (response) return response;
      this.#session = null; // It may have restarted, and its time with it.
    }
    return { status: "silent", greeted };
  }

  async #greet(signal: AbortSignal): Promise<boolean> {
    const isAnswer = (packet: DecodedPacket) => (packet.kind === "hello" && !packet.question ? packet : null);
    return (await this.#send(HELLO, isAnswer, signal)) !== null;
  }

  #exchange(method: string, params: unknown, signal: AbortSignal): Promise<MiioResponse | null> {
    const id = this.#nextId;
    this.#nextId = id >= MAX_ID ? 1 : id + 1;
    const header: PacketHeader = { did: this.#options.did, stamp: this.#stamp() };
    const bytes = encodeMessage(header, this.#options.token, JSON.stringify({ id, method, params }));
    return this.#send(bytes, (packet) => (packet.kind === "message" ? parseResponse(packet.text, id) : null), signal);
  }

  /** The device's time now; always later than the last one that it or this client named. */
  #stamp(): number {
    if (!this.#session) return 0;
    const elapsed = Math.floor((this.#options.clock.now() - this.#session.at) / 1000);
    return this.#session.stamp + Math.max(1, elapsed);
  }

  /** Sends `bytes` and waits for what `read` makes of a packet; null when nothing came in time. */
  #send<Result>(
    bytes: Uint8Array,
    read: (packet: DecodedPacket) => Result | null,
    signal: AbortSignal,
  ): Promise<Result | null> {
    const socket = this.#socket;
    if (!socket || signal.aborted) return Promise.resolve(null);
    return new Promise((resolve) => {
      const done = (result: Result | null) => {
        clearTimeout(timer);
        signal.removeEventListener("abort", giveUp);
        this.#waiter = null;
        resolve(result);
      };
      const giveUp = () => done(null);
      const timer = setTimeout(giveUp, this.#timeoutMs);
      signal.addEventListener("abort", giveUp, { once: true });
      this.#waiter = {
        take(packet) {
          const result = read(packet);
          if (result !== null) done(result);
          return result !== null;
        },
        giveUp,
      };
      socket.send(bytes, this.#options.port, this.#options.address, (error) => {
        if (error) giveUp();
      });
    });
  }

  #receive(bytes: Uint8Array): void {
    const packet = decodePacket(bytes, this.#options.token);
    // Another device at the old address does not know the token, but it does answer a hello.
    if (packet.kind === "bad" || packet.header.did !== this.#options.did) return;
    if (this.#waiter?.take(packet)) {
      this.#session = { stamp: packet.header.stamp, at: this.#options.clock.now() };
    }
  }
}
