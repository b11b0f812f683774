import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Child, type ChildExit } from "./child.ts";
import { freePort } from "./free-port.ts";
import { until } from "./until.ts";

/** What a person has who got the repository; the packages are a link, so that nothing is installed. */
const PARTS = [
  "src",
  "devices",
  "prompts",
  "examples",
  "deploy",
  "package.json",
  "package-lock.json",
  "launch.cjs",
  "jia",
];

/** Commands that run until Ctrl-C. */
const STAYS = /^npm start|^\.\/jia (?:start|simulate|chat|watch)\b/;

/**
 * The repository in a folder of its own, where commands are run as a shell takes them. Addresses of the pages (8480 and 1883 of
 * this machine, the broker at 192.168.1.10) lead to a Jia and a broker on free ports.
 */
export class BareCopy {
  readonly folder = mkdtempSync(join(tmpdir(), "jia-bare-"));
  readonly #ports: { readonly api: number; readonly mqtt: number };
  readonly #stays: Child[] = [];

  static async make(): Promise<BareCopy> {
    return new BareCopy({ api: await freePort(), mqtt: await freePort() });
  }

  private constructor(ports: { readonly api: number; readonly mqtt: number }) {
    this.#ports = ports;
    for (const part of PARTS) cpSync(part, join(this.folder, part), { recursive: true });
    symlinkSync(resolve("node_modules"), join(this.folder, "node_modules"));
    const tools = join(this.folder, ".tools");
    mkdirSync(tools);
    const publish = `exec node '${resolve("launch.cjs")}' --node '${resolve("test/support/publish.ts")}' "$@"\n`;
    script(join(tools, "mosquitto_pub"), `MQTT_URL=mqtt://127.0.0.1:${ports.mqtt} ${publish}`);
  }

  /** Whether a command runs until it is interrupted. */
  static stays(command: string): boolean {
    return STAYS.test(command);
  }

  /** Runs a command to its end, as `bash` does; a pipe fails with any of its parts. */
  async run(command: string): Promise<ChildExit> {
    return await this.#begin(command, { JIA_URL: `http://127.0.0.1:${this.#ports.api}` }).ended();
  }

  /** Starts a command that stays; the first one is the Jia that other commands reach. Resolves when it says that it runs. */
  async start(command: string): Promise<string> {
    const first = this.#stays.length === 0;
    const ports = first ? this.#ports : { api: 0, mqtt: 0 };
    const child = this.#begin(command, { JIA_PORT: `${ports.api}`, JIA_MQTT_PORT: `${ports.mqtt}` });
    this.#stays.push(child);
    await until(command, () => /Ctrl-C|: \d+ devices/.test(child.out) || !child.running, 60_000);
    return child.out;
  }

  /** Ctrl-C for the last command that stays. @returns what it printed; npm itself ends by the signal, so no code */
  async interrupt(): Promise<string> {
    const child = this.#stays.pop();
    if (!child) throw new Error("nothing runs");
    return (await child.stop("SIGINT")).out;
  }

  /** Text with the ports of this copy as the pages have them; commands need not name those of the pages. */
  asWritten(text: string): string {
    return text
      .replaceAll(` --port ${this.#ports.api}`, "")
      .replaceAll(`:${this.#ports.api}`, ":8480")
      .replaceAll(`:${this.#ports.mqtt}`, ":1883")
      .replaceAll(this.folder, "/home/me/jia");
  }

  async remove(): Promise<void> {
    while (this.#stays.length > 0) await this.interrupt();
    rmSync(this.folder, { recursive: true });
  }

  #begin(command: string, ports: Readonly<Record<string, string>>): Child {
    const here = command
      .replaceAll(":8480", `:${this.#ports.api}`)
      .replaceAll(/(?:192\.168\.1\.10|127\.0\.0\.1):1883/g, `127.0.0.1:${this.#ports.mqtt}`)
      .replace(/--seconds \d+/, "--seconds 1");
    const path = `${join(this.folder, ".tools")}:${process.env["PATH"]}`;
    return new Child(["bash", "-o", "pipefail", "-c", STAYS.test(command) ? `exec ${here}` : here], {
      cwd: this.folder,
      env: { PATH: path, HOME: this.folder, LANG: "en_GB.UTF-8", ...ports },
      group: true,
    });
  }
}

function script(path: string, text: string): void {
  writeFileSync(path, `#!/bin/sh\n${text}`);
  chmodSync(path, 0o755);
}
