import { ERRORS, type ErrorCode, type ErrorDetails, JiaError } from "../../home/index.ts";

/** A call to the thread of the history: one method of its backend. */
export interface BackendCall {
  readonly id: number;
  readonly name: string;
  readonly given: readonly unknown[];
}

/** The answer to a call. */
export type BackendAnswer =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly failure: SerializedError };

/** An error on its way between threads; an error of our own table keeps its code and details. */
interface SerializedError {
  readonly code: string | null;
  readonly details: ErrorDetails;
  readonly text: string;
}

/** An error as plain data. */
export function serializeError(error: unknown): SerializedError {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  if (error instanceof JiaError) return { code: error.code, details: error.details, text };
  return { code: null, details: {}, text };
}

/** The error of plain data. */
export function deserializeError({ code, details, text }: SerializedError): Error {
  if (code !== null && code in ERRORS) return new JiaError(code as ErrorCode, details, text);
  return new Error(text);
}
