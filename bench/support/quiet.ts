import { once } from "node:events";
import { availableParallelism, loadavg } from "node:os";
import { isMainThread, parentPort, Worker } from "node:worker_threads";

/** Milliseconds that each core is kept busy for a reading. */
const BUSY = 300;
/** A busy loop that gets less of its core than this was not alone. */
const ENOUGH = 0.9;

/** How quiet the machine was: what share of each core a busy loop got, and how many tasks waited to run. */
export interface Quiet {
  /** Worst share of a core, 0 to 1. */
  readonly share: number;
  /** Tasks that ran or waited in the last minute. */
  readonly load: number;
}

/** Keeps every core busy for a moment and looks how much of it that got. */
export async function readQuiet(): Promise<Quiet> {
  const shares = await Promise.all(
    Array.from({ length: availableParallelism() }, async () => {
      const worker = new Worker(new URL(import.meta.url));
      const [share] = await once(worker, "message");
      await worker.terminate();
      return Number(share);
    }),
  );
  return { share: Math.min(...shares), load: loadavg()[0] ?? 0 };
}

/** What is said of a machine that was not quiet; null when it was. */
export function disturbance(readings: readonly Quiet[]): string | null {
  const share = Math.min(...readings.map((reading) => reading.share));
  if (share >= ENOUGH) return null;
  const percent = Math.round(share * 100);
  return `This machine was not quiet: a busy loop got ${percent} % of a core. Times are too long; ratios are less sure than they look. Run it again with nothing else running.`;
}

if (!isMainThread && parentPort) {
  const began = performance.now();
  const { user, system } = process.threadCpuUsage();
  while (performance.now() - began < BUSY);
  const used = process.threadCpuUsage();
  const cpu = (used.user + used.system - user - system) / 1000;
  parentPort.postMessage(cpu / (performance.now() - began));
}
