/** The request and the turn that code runs for; each line of the log carries them. */
import { AsyncLocalStorage } from "node:async_hooks";

export interface LogContext {
  /** Id of the HTTP request; its answer has it in `x-request-id`. */
  readonly request?: string;
  /** Id of the turn of the assistant. */
  readonly turn?: string;
}

const storage = new AsyncLocalStorage<LogContext>();

/** The context of the code that runs now. */
export function logContext(): LogContext {
  return storage.getStore() ?? {};
}

/** Runs `work`, and all that it begins, with more context. */
export function withLogContext<Result>(more: LogContext, work: () => Result): Result {
  return storage.run({ ...storage.getStore(), ...more }, work);
}
