/**
 * The thread of backups: SQLite copies and checks synchronously there and does not block the event loop of the home. The data of
 * the thread is its job.
 */
import { parentPort, workerData } from "node:worker_threads";
import { checkBackup, makeBackup } from "../../store/backup/index.ts";
import { serializeError } from "../history/thread-messages.ts";
import type { BackupAnswer, BackupJob } from "./jobs.ts";

const stop = new AbortController();
parentPort?.once("message", () => stop.abort());

function tell(answer: BackupAnswer): void {
  parentPort?.postMessage(answer);
}

async function run(job: BackupJob): Promise<BackupAnswer> {
  try {
    if (job.kind === "check") return { done: checkBackup(job.file) };
    let shown = -1;
    const progress = (part: number): void => {
      const percent = Math.floor(part * 100);
      if (percent === shown) return;
      shown = percent;
      tell({ percent });
    };
    const { location, file, made, history } = job;
    return { done: await makeBackup(location, file, made, { progress, signal: stop.signal }, { history }) };
  } catch (error) {
    return { failure: serializeError(error) };
  }
}

tell(await run(workerData as BackupJob));
parentPort?.close();
