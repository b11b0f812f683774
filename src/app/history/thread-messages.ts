import { ERRORS, type ErrorCode, type ErrorDetails, JiaError } from "../../home/index.ts";

/** What is asked of the thread of the history: one of the calls of its backend. */
export interface BackendCall {
  readonly id: number;
  readonly name: string;
  readonly given: readonly unknown[];
}

/** What came of it. */
export type BackendAnswer =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly failure: SerializedError };

/** An error on its way between threads: of one of our own table, that, with its details. */
interface SerializedError {
  readonly code: string | null;
  readonly details: ErrorDetails;
  readonly text: string;
}

export function serializeError(error: unknown): SerializedError {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  if (error instanceof JiaError) return { code: error.code, details: error.details, text };
  return { code: null, details: {}, text };
}

export function deserializeError({ code, details, text }: SerializedError): Error {
  if (code !== null && code in ERRORS) return new JiaError(code as ErrorCode, details, text);
  return new Error(text);
}
