/** Work on backups in a thread of its own. */
import { extname } from "node:path";
import { Worker } from "node:worker_threads";
import { JiaError } from "../../home/index.ts";
import type { BackupContents } from "../../store/backup/index.ts";
import type { StoreLocation } from "../../store/index.ts";
import { deserializeError, type serializeError } from "../history/thread-messages.ts";

/** What the thread does: it makes a backup, or checks a file. */
export type BackupJob =
  | {
      readonly kind: "make";
      readonly location: StoreLocation;
      readonly file: string;
      /** The version that makes it, and when (milliseconds since the epoch). */
      readonly made: { readonly version: string; readonly at: number };
      readonly history: boolean;
    }
  | { readonly kind: "check"; readonly file: string };

export type BackupAnswer =
  | { readonly percent: number }
  | { readonly done: BackupContents }
  | { readonly failure: ReturnType<typeof serializeError> };

/** How long a thread may take to stop and to delete its unfinished file before it is ended, in milliseconds. */
const STOP_MS = 5_000;

/**
 * Does a job in a thread.
 * @param progress called with each whole percent
 * @throws JiaError of the store's trouble, `invalid-backup`; the reason of the signal
 */
export async function runBackupJob(
  job: BackupJob,
  signal: AbortSignal,
  progress: (percent: number) => void = () => undefined,
): Promise<BackupContents> {
  signal.throwIfAborted();
  const thread = new Worker(new URL(`./thread${extname(import.meta.url)}`, import.meta.url), { workerData: job });
  const { promise, resolve, reject } = Promise.withResolvers<BackupContents>();
  thread.on("message", (answer: BackupAnswer) => {
    if ("percent" in answer) progress(answer.percent);
    else if ("done" in answer) resolve(answer.done);
    else reject(signal.aborted ? signal.reason : deserializeError(answer.failure));
  });
  thread.on("error", reject);
  thread.on("exit", () => reject(new JiaError("internal", { detail: "the thread of backups has ended" })));
  let late: NodeJS.Timeout | undefined;
  const stop = (): void => {
    thread.postMessage("stop");
    late = setTimeout(() => void thread.terminate(), STOP_MS);
  };
  signal.addEventListener("abort", stop, { once: true });
  try {
    return await promise;
  } finally {
    signal.removeEventListener("abort", stop);
    clearTimeout(late);
    await thread.terminate();
  }
}
