import { once } from "node:events";
import { extname } from "node:path";
import { Worker } from "node:worker_threads";
import { Queues } from "../../home/index.ts";
import { type PlainYaml, plainYaml } from "./plain-yaml.ts";

/** Texts up to this many characters are read at once, in some 10 ms; starting a thread takes longer than that. */
const AT_ONCE = 10_000;
/** A thread that reads for longer is ended, in milliseconds: a text of a million characters takes two seconds. */
const LONGEST_MS = 30_000;
/** Memory of a thread in MB: the tree takes some hundred times the length of the text. */
const MEMORY_MB = 512;

/** Runs the threads one after another. */
const reading = new Queues();

/**
 * Reads YAML like `plainYaml`, a long text in a thread of its own: the package reads it in one piece.
 * @throws what ended it when `signal` comes, or when it takes too long
 */
export async function readYaml(text: string, signal: AbortSignal): Promise<PlainYaml> {
  if (text.length <= AT_ONCE) return plainYaml(text);
  return await reading.run("yaml", () => inThread(text, AbortSignal.any([signal, AbortSignal.timeout(LONGEST_MS)])));
}

async function inThread(text: string, signal: AbortSignal): Promise<PlainYaml> {
  signal.throwIfAborted();
  const file = new URL(`./yaml-thread${extname(import.meta.url)}`, import.meta.url);
  const thread = new Worker(file, { workerData: text, resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB } });
  try {
    const [read] = await once(thread, "message", { signal });
    return read;
  } finally {
    await thread.terminate();
  }
}
