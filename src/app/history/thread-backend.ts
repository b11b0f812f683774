import { once } from "node:events";
import { extname } from "node:path";
import { Worker } from "node:worker_threads";
import type { HistoryBackend } from "../../history/index.ts";
import { JiaError } from "../../home/index.ts";
import { type BackendAnswer, type BackendCall, deserializeError } from "./thread-messages.ts";

interface PendingCall {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** How long the thread may take to close its file before it is ended, in milliseconds. */
const CLOSE_MS = 5_000;

/** Calls a backend in a thread of its own. The thread starts with the first call, and again after it failed. */
class ThreadCalls {
  readonly #path: string;
  /** Unanswered calls, keyed by their number. */
  readonly #waiting = new Map<number, PendingCall>();
  #worker: Worker | null = null;
  #calls = 0;
  #closed = false;

  constructor(path: string) {
    this.#path = path;
  }

  call(name: string, given: readonly unknown[]): Promise<unknown> {
    if (this.#closed) return Promise.reject(new JiaError("stopping"));
    this.#calls += 1;
    const call: BackendCall = { id: this.#calls, name, given };
    return new Promise((resolve, reject) => {
      const worker = this.#running();
      this.#waiting.set(call.id, { resolve, reject });
      // A waiting call keeps the process alive; the thread alone does not.
      worker.ref();
      worker.postMessage(call);
    });
  }

  async close(): Promise<void> {
    const worker = this.#worker;
    if (!worker) {
      this.#closed = true;
      return;
    }
    const closing = this.call("close", []).catch(() => undefined);
    this.#closed = true;
    const late = AbortSignal.timeout(CLOSE_MS);
    await Promise.race([closing, once(late, "abort")]);
    await worker.terminate();
  }

  #running(): Worker {
    if (this.#worker) return this.#worker;
    const file = new URL(`./thread${extname(import.meta.url)}`, import.meta.url);
    const worker = new Worker(file, { workerData: this.#path });
    worker.on("message", (answer: BackendAnswer) => this.#answered(answer));
    worker.on("error", (error) => this.#ended(worker, error));
    worker.on("exit", () => this.#ended(worker, null));
    this.#worker = worker;
    return worker;
  }

  #answered(answer: BackendAnswer): void {
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if (this.#waiting.size === 0) this.#worker?.unref();
    if ("failure" in answer) waiting?.reject(deserializeError(answer.failure));
    else waiting?.resolve(answer.result);
  }

  /** Rejects the waiting calls of a thread that ended. The next call starts a new one. */
  #ended(worker: Worker, error: unknown): void {
    if (this.#worker === worker) this.#worker = null;
    const detail = error instanceof Error ? error.message : "the thread of the history has ended";
    for (const { reject } of this.#waiting.values()) {
      reject(new JiaError("store-unavailable", { where: this.#path, detail }, error));
    }
    this.#waiting.clear();
  }
}

/** The backend on a SQLite file, in a thread of its own. @param path `:memory:` for none */
export function threadBackend(path: string): HistoryBackend {
  const calls = new ThreadCalls(path);
  const call =
    <Name extends keyof HistoryBackend>(name: Name) =>
    (...given: Parameters<HistoryBackend[Name]>) =>
      calls.call(name, given) as ReturnType<HistoryBackend[Name]>;
  return {
    mark: call("mark"),
    gap: call("gap"),
    rewind: call("rewind"),
    open: call("open"),
    write: call("write"),
    find: call("find"),
    points: call("points"),
    knownSince: call("knownSince"),
    valueAt: call("valueAt"),
    changes: call("changes"),
    lastChange: call("lastChange"),
    firstChange: call("firstChange"),
    buckets: call("buckets"),
    extremes: call("extremes"),
    stateTimes: call("stateTimes"),
    energy: call("energy"),
    tend: call("tend"),
    all: call("all"),
    exportPage: call("exportPage"),
    forgetDevice: call("forgetDevice"),
    amount: call("amount"),
    close: () => calls.close(),
  };
}
