import { createHash, timingSafeEqual } from "node:crypto";
import { createServer, type Server, type Socket } from "node:net";
import { createServer as createTlsServer } from "node:tls";
import { Aedes } from "aedes";
import { JiaError } from "../home/index.ts";

export interface BrokerOptions {
  /** Address to listen on; 127.0.0.1 when it is left out: reachable from this machine alone. */
  readonly host?: string;
  /** 1883 when it is left out; 0 takes any free port. */
  readonly port?: number;
  /** Clients must give these; anyone may connect when they are left out. */
  readonly credentials?: { readonly username: string; readonly password: string };
  /** PEM texts; with them the broker speaks TLS only. */
  readonly tls?: { readonly cert: string; readonly key: string };
  /** How the port is chosen on the command line, for the message when it is taken. */
  readonly flag?: string;
}

/**
 * The broker inside Jia (aedes), so that nothing else has to be installed. It speaks MQTT 3.1.1, keeps retained messages
 * in memory and forgets them when it stops; devices announce themselves again when they reconnect.
 */
export class Broker {
  readonly #options: BrokerOptions;
  readonly #sockets = new Set<Socket>();
  #server: Server | null = null;
  #aedes: Aedes | null = null;

  constructor(options: BrokerOptions = {}) {
    this.#options = options;
  }

  /** Where clients connect to, once it has started: `mqtt://127.0.0.1:1883`. */
  get url(): string {
    const { host = "127.0.0.1", tls } = this.#options;
    const shown = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
    return `${tls ? "mqtts" : "mqtt"}://${shown.includes(":") ? `[${shown}]` : shown}:${this.port}`;
  }

  /** The port that it listens on; 0 before it has started. */
  get port(): number {
    const address = this.#server?.address();
    return address !== null && typeof address === "object" ? address.port : 0;
  }

  /** @throws JiaError `port-taken` */
  async start(): Promise<void> {
    const { host = "127.0.0.1", port = 1883, credentials, tls, flag = "--mqtt-port" } = this.#options;
    const aedes = await Aedes.createBroker({
      ...(credentials && {
        authenticate: (_client, username, password, done) => {
          const known = same(username ?? "", credentials.username) && same(password ?? "", credentials.password);
          done(null, known);
        },
      }),
    });
    const accept = (socket: Socket) => {
      this.#sockets.add(socket);
      socket.on("close", () => this.#sockets.delete(socket));
      socket.setNoDelay(true);
      aedes.handle(socket);
    };
    const server = tls ? createTlsServer({ cert: tls.cert, key: tls.key }, accept) : createServer(accept);
    try {
      await listen(server, host, port);
    } catch (error) {
      await closed(aedes);
      if (error instanceof Error && "code" in error && error.code === "EADDRINUSE") {
        throw new JiaError("port-taken", { host, port, flag }, error);
      }
      throw error;
    }
    this.#server = server;
    this.#aedes = aedes;
  }

  /** Closes every connection and the port. */
  async stop(): Promise<void> {
    const server = this.#server;
    const aedes = this.#aedes;
    this.#server = null;
    this.#aedes = null;
    if (!server || !aedes) return;
    const ended = new Promise<void>((resolve) => server.close(() => resolve()));
    await closed(aedes);
    for (const socket of this.#sockets) socket.destroy();
    await ended;
  }
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

function closed(aedes: Aedes): Promise<void> {
  return new Promise((resolve) => aedes.close(() => resolve()));
}

/** Compares in constant time whatever the lengths are. */
function same(given: string | Buffer, wanted: string): boolean {
  const digest = (text: string | Buffer) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}
