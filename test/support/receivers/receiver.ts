import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What came. */
export interface ReceivedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/**
 * What a server does instead of its work: an answer, `silent`: it takes the message and never answers · `deaf`: it never
 * answers and takes nothing · `reset`: it ends the connection when the message has come.
 */
export type Fault = Answer | "silent" | "deaf" | "reset";

/** A server on loopback that notices are sent to. */
export abstract class Receiver {
  /** Everything that came, faults included. */
  readonly requests: ReceivedRequest[] = [];
  /** Taken one after another before it works. */
  readonly faults: Fault[] = [];
  /** What it does as long as it is set. */
  fault: Fault | null = null;
  readonly #server: Server;
  readonly #open = new Set<ServerResponse>();

  constructor() {
    this.#server = createServer((request, response) => {
      const pieces: Buffer[] = [];
      request.on("data", (piece: Buffer) => pieces.push(piece));
      request.on("end", () => {
        const { method = "", url: path = "", headers } = request;
        this.#answer({ method, path, headers, body: Buffer.concat(pieces) }, response);
      });
    });
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async start(port = 0): Promise<this> {
    this.#server.listen(port, "127.0.0.1");
    await once(this.#server, "listening");
    return this;
  }

  async stop(): Promise<void> {
    for (const response of this.#open) response.destroy();
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, "close");
  }

  /** What a working server does with a message. */
  protected abstract take(received: ReceivedRequest): Answer;

  #answer(received: ReceivedRequest, response: ServerResponse): void {
    this.requests.push(received);
    const fault = this.faults.shift() ?? this.fault;
    if (fault === "silent" || fault === "reset") this.take(received);
    if (fault === "silent" || fault === "deaf") {
      this.#open.add(response);
      return;
    }
    if (fault === "reset") {
      response.destroy();
      return;
    }
    const { status, headers, body = "" } = fault ?? this.take(received);
    response.writeHead(status, headers).end(body);
  }
}

export function json(status: number, body: unknown): Answer {
  return { status, headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
}
