import { createSocket, type RemoteInfo, type Socket } from "node:dgram";
import type { Publication } from "../../../bridge/dialect.ts";
import { type Clock, keepNewest } from "../../../home/index.ts";
import { decodePacket, encodeHelloAnswer, encodeMessage } from "../../../miio/packet.ts";
import type { SimulatedDevice } from "../../device.ts";
import { answerRequest } from "../../requests.ts";
import { readRequest } from "./methods.ts";

export interface MiioHostOptions {
  readonly device: SimulatedDevice;
  /** Decimal, below 2⁶⁴. */
  readonly did: string;
  readonly token: Uint8Array;
  readonly clock: Clock;
  /** 127.0.0.1 when left out. */
  readonly host?: string;
  /** Any free port when left out. */
  readonly port?: number;
}

/** Devices answer only requests whose stamp is near their own time. Seconds. */
const STAMP_TOLERANCE = 10;
/** Answers kept for requests that come again. */
const REMEMBERED = 16;

/** A simulated device on UDP, as a Wi-Fi device of Mi Home is on the network: it speaks miIO with its token. */
export class MiioHost {
  readonly #options: MiioHostOptions;
  /** When the device was switched on, milliseconds since the epoch. */
  #startedAt = 0;
  #socket: Socket | null = null;
  /** Answers keyed by the request's own text (with its id), oldest first: a datagram that comes twice is not done twice. */
  readonly #answers = new Map<string, string>();
  #stopped = new AbortController();

  constructor(options: MiioHostOptions) {
    this.#options = options;
  }

  get did(): string {
    return this.#options.did;
  }

  get address(): { readonly host: string; readonly port: number } {
    return { host: this.#options.host ?? "127.0.0.1", port: this.#socket?.address().port ?? 0 };
  }

  async start(): Promise<void> {
    const socket = createSocket("udp4");
    const { host = "127.0.0.1", port = 0 } = this.#options;
    await new Promise<void>((resolve, reject) => {
      socket.once("error", reject);
      socket.bind(port, host, resolve);
    });
    socket.removeAllListeners("error");
    socket.on("error", () => {}); // A client that went away.
    socket.on("message", (bytes, from) => this.#receive(bytes, from));
    this.#startedAt = this.#options.clock.now();
    this.#answers.clear();
    this.#stopped = new AbortController();
    this.#socket = socket;
  }

  async stop(): Promise<void> {
    this.#stopped.abort();
    const socket = this.#socket;
    this.#socket = null;
    if (socket) await new Promise<void>((resolve) => socket.close(() => resolve()));
  }

  #receive(bytes: Buffer, from: RemoteInfo): void {
    const { device, token } = this.#options;
    if (!device.online) return;
    const packet = decodePacket(bytes, token);
    if (packet.kind === "bad") return;
    if (packet.kind === "hello") {
      if (packet.question) this.#send(encodeHelloAnswer({ did: this.did, stamp: this.#stamp() }), from);
      return;
    }
    if (Math.abs(packet.header.stamp - this.#stamp()) > STAMP_TOLERANCE || packet.header.did !== this.did) return;
    const before = this.#answers.get(packet.text);
    if (before !== undefined) {
      this.#send(this.#encode(before), from);
      return;
    }
    const request = readRequest(device, this.did, packet.text);
    if (!request) return;
    const publish = (publications: readonly Publication[]) => {
      for (const { payload } of publications) {
        this.#remember(packet.text, String(payload));
        this.#send(this.#encode(String(payload)), from);
      }
    };
    if (request.kind === "answer" || request.kind === "pairing") {
      if (device.fault?.kind !== "silent") publish(request.publications);
      return;
    }
    const act = (run: () => readonly Publication[], times: number) => {
      const publications = run();
      for (let time = 0; time < times; time += 1) publish(publications);
    };
    void answerRequest(request, { publish, act }, this.#stopped.signal);
  }

  #encode(text: string): Buffer {
    return encodeMessage({ did: this.did, stamp: this.#stamp() }, this.#options.token, text);
  }

  #remember(request: string, answer: string): void {
    this.#answers.set(request, answer);
    keepNewest(this.#answers, REMEMBERED);
  }

  #stamp(): number {
    return Math.floor((this.#options.clock.now() - this.#startedAt) / 1000) + 1;
  }

  #send(bytes: Uint8Array, to: RemoteInfo): void {
    this.#socket?.send(bytes, to.port, to.address, () => {});
  }
}
