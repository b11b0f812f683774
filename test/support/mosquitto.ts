import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestBroker } from "./broker.ts";
import { freePort } from "./free-port.ts";

const HINT =
  "Install it (Debian: apt-get install mosquitto) or put its path in MOSQUITTO: the tests do not go without.";

/** A real Mosquitto (MQTT 5) on a free port. It forgets everything when it stops, unless it is told to be `persistent`. */
export class Mosquitto implements TestBroker {
  readonly #extra: string;
  #process: ChildProcess | null = null;
  #folder: string | null = null;
  #port = 0;

  /** @param extra further lines of its configuration */
  constructor(extra = "") {
    this.#extra = extra;
  }

  get url(): string {
    return `mqtt://127.0.0.1:${this.#port}`;
  }

  async start(): Promise<void> {
    if (this.#port === 0) this.#port = await freePort();
    this.#folder = await mkdtemp(join(tmpdir(), "jia-mosquitto-"));
    const file = join(this.#folder, "mosquitto.conf");
    await writeFile(
      file,
      `listener ${this.#port} 127.0.0.1\nallow_anonymous true\nset_tcp_nodelay true\nmax_queued_messages 0\n${this.#extra}`,
    );
    const command = process.env["MOSQUITTO"] ?? "mosquitto";
    const path = `${process.env["PATH"] ?? ""}:/usr/sbin:/usr/local/sbin:/opt/homebrew/sbin`;
    const child = spawn(command, ["-c", file], {
      stdio: ["ignore", "ignore", "pipe"],
      env: { ...process.env, PATH: path },
    });
    this.#process = child;
    // A test that was cut short must not leave a broker behind.
    const orphaned = () => child.kill("SIGKILL");
    process.once("exit", orphaned);
    child.once("exit", () => process.off("exit", orphaned));
    await new Promise<void>((resolve, reject) => {
      let log = "";
      child.once("error", (error) => reject(new Error(`Mosquitto does not start: ${error.message}. ${HINT}`)));
      child.once("exit", (code) => reject(new Error(`Mosquitto ended with ${code}: ${log}`)));
      child.stderr?.on("data", (data) => {
        log += data;
        if (log.includes("running")) resolve();
      });
    });
  }

  /** Its machine goes to sleep: connections stay open, and nobody answers. */
  freeze(): void {
    this.#process?.kill("SIGSTOP");
  }

  /** It goes on where it was. */
  thaw(): void {
    this.#process?.kill("SIGCONT");
  }

  async stop(): Promise<void> {
    const child = this.#process;
    this.#process = null;
    child?.kill("SIGCONT");
    if (child && child.exitCode === null && child.signalCode === null) {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      // A Mosquitto that has only just said that it runs may miss the signal.
      const again = setInterval(() => child.kill("SIGTERM"), 200);
      await ended;
      clearInterval(again);
    }
    if (this.#folder) await rm(this.#folder, { recursive: true, force: true });
  }
}
