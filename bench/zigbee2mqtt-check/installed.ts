import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify, stripVTControlCharacters } from "node:util";
import type { Order } from "./radio.ts";

/** Lines of its log that are kept to be shown when a step fails. */
const LOG_LINES = 40;
/** Characters of a line that are kept: whole definitions are logged. */
const LINE_LENGTH = 300;

/** A real Zigbee2MQTT out of the npm registry, in a temporary folder, on a simulated radio. */
export class InstalledZigbee2Mqtt {
  readonly #log: string[] = [];
  #folder = "";
  #process: ChildProcess | null = null;

  /** Downloads and installs it. @param version a version or a tag of the npm registry */
  async install(version: string): Promise<void> {
    this.#folder = await mkdtemp(join(tmpdir(), "jia-zigbee2mqtt-"));
    const options = [
      "--ignore-scripts",
      "--no-audit",
      "--no-fund",
      "--no-package-lock",
      "--loglevel=error",
      "--prefix",
      this.#folder,
    ];
    await promisify(execFile)("npm", ["install", ...options, `zigbee2mqtt@${version}`], { cwd: this.#folder });
  }

  get log(): readonly string[] {
    return this.#log;
  }

  /** Whether it ended by itself. */
  get ended(): boolean {
    return this.#process !== null && this.#process.exitCode !== null;
  }

  async version(): Promise<string> {
    const text = await readFile(join(this.#folder, "node_modules/zigbee2mqtt/package.json"), "utf8");
    return String(JSON.parse(text).version);
  }

  /** The settings that docs/mqtt-zigbee2mqtt.md advises, but no retained states: what is not reported has to be asked for. */
  async configure(broker: string): Promise<void> {
    await mkdir(this.#data, { recursive: true });
    await writeFile(
      join(this.#data, "configuration.yaml"),
      `version: 5
mqtt: {server: "${broker}", base_topic: zigbee2mqtt}
serial: {port: /dev/null, adapter: ember}
availability: {enabled: true}
homeassistant: {enabled: false}
frontend: {enabled: false}
advanced: {log_output: [console], log_level: info, last_seen: ISO_8601}
`,
    );
  }

  start(): void {
    const cli = join(this.#folder, "node_modules/zigbee2mqtt/cli.js");
    const child = spawn(process.execPath, ["--import", new URL("radio.ts", import.meta.url).href, cli], {
      // In a folder of a Git repository it would build itself anew.
      cwd: this.#folder,
      stdio: ["ignore", "pipe", "pipe", "ipc"],
      env: { ...process.env, ZIGBEE2MQTT_DATA: this.#data, ZIGBEE2MQTT_CHECK_FOLDER: this.#folder },
    });
    this.#process = child;
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (data) => this.#keep(String(data)));
    // A check that was cut short must not leave it behind.
    const orphaned = () => child.kill("SIGKILL");
    process.once("exit", orphaned);
    child.once("exit", () => process.off("exit", orphaned));
  }

  /** Tells its radio what a device does from now on. */
  radio(order: Order): void {
    this.#process?.send(order);
  }

  /** SIGTERM: it says goodbye. SIGKILL: the broker does that for it. */
  async stop(signal: "SIGTERM" | "SIGKILL" = "SIGTERM"): Promise<void> {
    const child = this.#process;
    this.#process = null;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    child.kill(signal);
    await ended;
  }

  async remove(): Promise<void> {
    if (this.#folder !== "") await rm(this.#folder, { recursive: true, force: true });
  }

  get #data(): string {
    return join(this.#folder, "data");
  }

  #keep(text: string): void {
    const lines = text.split("\n").filter((line) => line.trim() !== "");
    this.#log.push(...lines.map((line) => stripVTControlCharacters(line).slice(0, LINE_LENGTH)));
    this.#log.splice(0, Math.max(0, this.#log.length - LOG_LINES));
  }
}
