import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { connect, createServer } from "node:net";
import { userInfo } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { JiaError } from "../../../home/index.ts";
import { makeFolder } from "../../../make-folder.ts";
import type { HubCertificates } from "./authority.ts";

export interface HubBrokerOptions {
  /** For the configuration file. */
  readonly folder: string;
  readonly certificates: HubCertificates;
  /** Any free port when left out. */
  readonly port?: number;
}

const START_MS = 5000;

/**
 * The broker of a simulated hub: Mosquitto, because it speaks MQTT 5 over TLS with client certificates. The simulated hub
 * itself comes in through a second, plain port on the loopback.
 */
export class HubBroker {
  readonly #options: HubBrokerOptions;
  #process: ChildProcess | null = null;
  /** Kept over a restart, so that clients find it again. */
  #ports: { readonly tls: number; readonly inner: number } | null = null;
  #log = "";

  constructor(options: HubBrokerOptions) {
    this.#options = options;
  }

  /** Port for clients. */
  get port(): number {
    return this.#ports?.tls ?? 0;
  }

  /** Where the simulated hub connects. */
  get innerUrl(): string {
    return `mqtt://127.0.0.1:${this.#ports?.inner ?? 0}`;
  }

  /** The broker's log: connections with their protocol version, subscriptions with their QoS. */
  get log(): string {
    return this.#log;
  }

  /** @throws JiaError `missing-program` when Mosquitto is not installed */
  async start(): Promise<void> {
    const { folder, certificates, port } = this.#options;
    this.#ports ??= { tls: port ?? (await freePort()), inner: await freePort() };
    makeFolder(folder);
    const config = join(folder, "mosquitto.conf");
    await writeFile(config, configuration(this.#ports, certificates));
    const path = `${process.env["PATH"] ?? ""}:/usr/sbin:/usr/local/sbin`;
    const child = spawn("mosquitto", ["-c", config], { env: { PATH: path }, stdio: ["ignore", "ignore", "pipe"] });
    this.#process = child;
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      this.#log = (this.#log + text).slice(-1_000_000);
    });
    const failed = once(child, "error").then(([error]) => {
      throw new JiaError("missing-program", { program: "mosquitto", install: "apt-get install mosquitto" }, error);
    });
    await Promise.race([failed, this.#listening(this.#ports.tls, child)]);
    failed.catch(() => {});
  }

  async stop(): Promise<void> {
    const child = this.#process;
    this.#process = null;
    if (!child || child.exitCode !== null) return;
    const ended = once(child, "exit");
    child.kill("SIGTERM");
    await ended;
  }

  async #listening(port: number, child: ChildProcess): Promise<void> {
    const until = Date.now() + START_MS;
    while (Date.now() < until && child.exitCode === null) {
      if (await accepts(port)) return;
      await wait(20);
    }
    const last = this.#log.trim().split("\n").at(-1) ?? "";
    throw new JiaError("broker-unreachable", { url: `mqtts://127.0.0.1:${port}`, detail: last || "no answer" });
  }
}

function configuration(ports: { tls: number; inner: number }, { ca, server }: HubCertificates): string {
  return [
    // Started by root it would change to a user of its own, who may not read the keys.
    `user ${userInfo().username}`,
    "allow_anonymous true",
    "log_dest stderr",
    "log_type all",
    `listener ${ports.tls} 127.0.0.1`,
    `cafile ${ca}`,
    `certfile ${server.cert}`,
    `keyfile ${server.key}`,
    "require_certificate true",
    `listener ${ports.inner} 127.0.0.1`,
    "",
  ].join("\n");
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}

/** A port that nobody listens on now: Mosquitto cannot choose one itself. */
async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return address !== null && typeof address === "object" ? address.port : 0;
}
