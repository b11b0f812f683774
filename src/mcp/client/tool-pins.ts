import { createHash } from "node:crypto";
import type { ListedTool } from "./outside-tool.ts";

/** Fingerprints of tools, keyed by server and tool with a blank between. */
export type PinnedTools = Readonly<Record<string, string>>;

/** Where the fingerprints are kept. */
export interface ToolPinStorage {
  load(): Promise<PinnedTools>;
  save(pins: PinnedTools): Promise<void>;
}

/**
 * Tools of outside servers as they were when they were allowed. A server can describe a tool anew at any time, in words
 * that a model reads before anything marks them: a tool that is not as it was waits until a person accepts it.
 */
export class ToolPins {
  readonly #storage: ToolPinStorage;
  readonly #onError: (error: unknown) => void;
  #pins: PinnedTools = {};
  /** Writes one after another. */
  #saved: Promise<void> = Promise.resolve();

  /** @param onError called when the fingerprints cannot be written; they count until the process ends */
  constructor(storage: ToolPinStorage, onError: (error: unknown) => void) {
    this.#storage = storage;
    this.#onError = onError;
  }

  /** Reads what was allowed before. @throws whatever the storage throws */
  async start(): Promise<void> {
    this.#pins = await this.#storage.load();
  }

  /** The tools that are not as they were allowed; those that are new are allowed, because the configuration names them. */
  changedIn(server: string, tools: readonly ListedTool[]): readonly ListedTool[] {
    this.#add(Object.fromEntries(tools.map((tool) => [keyOf(server, tool), fingerprintOf(tool)])), "new");
    return tools.filter((tool) => this.#pins[keyOf(server, tool)] !== fingerprintOf(tool));
  }

  /** Allows the tools as they are now. */
  accept(server: string, tools: readonly ListedTool[]): void {
    this.#add(Object.fromEntries(tools.map((tool) => [keyOf(server, tool), fingerprintOf(tool)])), "all");
  }

  /** Waits until everything is written. */
  async stop(): Promise<void> {
    await this.#saved;
  }

  #add(found: PinnedTools, which: "new" | "all"): void {
    const next = which === "new" ? { ...found, ...this.#pins } : { ...this.#pins, ...found };
    if (JSON.stringify(sorted(next)) === JSON.stringify(sorted(this.#pins))) return;
    this.#pins = next;
    this.#saved = this.#saved.then(() => this.#storage.save(next)).catch(this.#onError);
  }
}

function keyOf(server: string, { name }: ListedTool): string {
  return `${server} ${name}`;
}

/** Equal for tools that are described alike, in whatever order their fields come. */
function fingerprintOf({ description, inputSchema, annotations }: ListedTool): string {
  const told = JSON.stringify(sorted({ description, inputSchema, annotations }));
  return createHash("sha256").update(told).digest("base64url");
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const fields = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(fields.map(([name, each]) => [name, sorted(each)]));
}
