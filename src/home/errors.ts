import type { Message, MessageValue, MessageValues } from "./message.ts";

/** The HTTP status of every error that Jia reports, keyed by its code. The language packs say what is wrong and what to do. */
export const ERRORS = {
  "unknown-device": 404,
  "unknown-room": 404,
  "unknown-floor": 404,
  "unknown-model": 404,
  "unknown-response": 404,
  "unknown-property": 404,
  "unknown-action": 404,
  "not-writable": 400,
  "invalid-value": 400,
  "invalid-arguments": 400,
  "invalid-spec": 400,
  "invalid-home": 400,
  "invalid-file": 400,
  "open-secret": 400,
  "missing-program": 503,
  "spec-site": 502,
  "invalid-config": 400,
  usage: 400,
  "not-running": 503,
  "invalid-request": 400,
  "invalid-definition": 400,
  denied: 403,
  "unknown-confirmation": 404,
  "pin-needed": 403,
  "wrong-pin": 403,
  "pin-locked": 429,
  "not-found": 404,
  "wrong-method": 405,
  "request-timeout": 408,
  conflict: 409,
  unauthorized: 401,
  forbidden: 403,
  "precondition-failed": 412,
  "same-request-running": 409,
  "outcome-unknown": 409,
  "answer-not-kept": 409,
  "other-request": 422,
  "too-large": 413,
  "address-too-long": 414,
  "unsupported-media-type": 415,
  "unmet-expectation": 417,
  "too-many-requests": 429,
  "headers-too-large": 431,
  offline: 503,
  "device-rejected": 502,
  "device-failed": 502,
  "members-commanded": 409,
  "left-running": 409,
  "port-taken": 503,
  "mqtt-port-taken": 503,
  "broker-unreachable": 503,
  "may-still-happen": 504,
  "not-sent": 502,
  "unknown-name": 404,
  "ambiguous-name": 409,
  "value-unknown": 409,
  "unknown-tool": 404,
  "invalid-tool-arguments": 400,
  "too-many-calls": 429,
  "stands-by": 503,
  stopping: 503,
  "store-unavailable": 503,
  "store-newer": 503,
  "invalid-backup": 400,
  "store-locked": 503,
  "store-full": 507,
  "store-read-only": 503,
  "store-moved": 503,
  "store-damaged": 503,
  "store-not-on-disk": 503,
  "clock-behind": 503,
  "history-off": 409,
  "camera-unavailable": 502,
  "folder-unusable": 503,
  "folder-in-use": 409,
  "other-home": 409,
  "other-home-backup": 409,
  "other-simulator": 409,
  "model-unavailable": 503,
  "memory-denied": 403,
  "memory-secret": 400,
  "memory-full": 409,
  "memory-too-long": 400,
  "memory-name-taken": 409,
  cancelled: 499,
  timeout: 504,
  internal: 500,
} as const satisfies Record<string, number>;

export type ErrorCode = keyof typeof ERRORS;
/** The values that fill the places of an error's text, keyed by place. */
export type ErrorDetails = MessageValues;

/** An error with a code of the table. `message` is for logs: the code and the details; `src/language` tells it to people. */
export class JiaError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, details: ErrorDetails = {}, cause?: unknown) {
    super(summary(code, details), cause === undefined ? undefined : { cause });
    this.name = "JiaError";
    this.code = code;
    this.details = details;
  }

  /** The HTTP status for this error. */
  get status(): number {
    return ERRORS[this.code];
  }
}

/** "unknown-device (device: kitchen-lamp)". */
function summary(code: ErrorCode, details: ErrorDetails): string {
  const parts = Object.entries(details).map(([name, value]) => `${name}: ${plain(value)}`);
  return parts.length > 0 ? `${code} (${parts.join(", ")})` : code;
}

function plain(value: MessageValue): string {
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** An error as a message: to stand inside another message, or to be stored. */
export function errorMessage({
  code,
  details,
}: {
  readonly code: ErrorCode;
  readonly details?: ErrorDetails;
}): Message {
  return { key: `errors.${code}`, ...(details && { values: details }) };
}
