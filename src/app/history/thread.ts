/**
 * The thread of the history: SQLite works synchronously there and does not block the event loop of the home. The data
 * of the thread is the path of its file.
 */
import { setImmediate as turn } from "node:timers/promises";
import { parentPort, workerData } from "node:worker_threads";
import { LocalBackend } from "../../history/index.ts";
import { SqliteHistory } from "../../store/history/index.ts";
import { type BackendAnswer, type BackendCall, serializeError } from "./thread-messages.ts";

let backend: LocalBackend | null = null;

/** Opens the file at the first call; when that fails, the next call tries again. */
function opened(): LocalBackend {
  backend ??= new LocalBackend(new SqliteHistory(String(workerData)), () => turn());
  return backend;
}

async function answer({ id, name, given }: BackendCall): Promise<BackendAnswer> {
  try {
    if (name === "close" && !backend) return { id, result: undefined };
    const call: unknown = Reflect.get(opened(), name);
    if (typeof call !== "function") throw new TypeError(`the history has no call ${name}`);
    return { id, result: await call.apply(backend, given) };
  } catch (error) {
    return { id, failure: serializeError(error) };
  }
}

parentPort?.on("message", (call: BackendCall) => {
  void answer(call).then((told) => parentPort?.postMessage(told));
});
