import { APIConnectionError, APIConnectionTimeoutError, APIError, APIUserAbortError } from "openai";
import { cleanText, JiaError, type Message } from "../../home/index.ts";
import { message } from "../../language/index.ts";
import { asRecord, asText, asTexts, type JsonRecord } from "./untrusted.ts";

/** Why a model call failed. */
export type FailureKind =
  | "unauthorized"
  | "no-credit"
  | "rate-limited"
  | "gone"
  /** No provider promises not to keep what is sent. */
  | "private"
  | "refused"
  | "unavailable"
  | "timeout"
  | "broken"
  | "empty";

interface FailureDetails {
  readonly status?: number;
  /** Milliseconds that the server asks to wait. */
  readonly retryAfter?: number;
  /** Models that the server names instead. */
  readonly fallbacks?: readonly string[];
  /** The server's own words, cleaned; for the log, not for the person. */
  readonly detail?: string;
  readonly cause?: unknown;
}

/** A model call that failed. */
export class ModelFailure extends JiaError {
  readonly kind: FailureKind;
  readonly retryAfter: number | null;
  readonly fallbacks: readonly string[];
  readonly detail: string;

  constructor(kind: FailureKind, { status, retryAfter, fallbacks = [], detail = "", cause }: FailureDetails = {}) {
    super(
      "model-unavailable",
      { detail: message(`modelFailures.${kind}`), ...(status !== undefined && { status }) },
      cause,
    );
    this.name = "ModelFailure";
    this.kind = kind;
    this.retryAfter = retryAfter ?? null;
    this.fallbacks = fallbacks;
    this.detail = detail;
  }

  /** Whether the same request may succeed a moment later. */
  get passing(): boolean {
    switch (this.kind) {
      case "rate-limited":
      case "unavailable":
      case "timeout":
      case "broken":
      case "empty":
        return true;
      case "no-credit":
        return this.retryAfter !== null;
      case "unauthorized":
      case "gone":
      case "private":
      case "refused":
        return false;
      default:
        return this.kind satisfies never;
    }
  }

  /** Why, for the person. */
  get why(): Message {
    return message(`modelFailures.${this.kind}`);
  }
}

/**
 * What an error of the client means. Aborts by the caller are rethrown by the caller itself: ask the signal first.
 * @param now milliseconds since the epoch, for a Retry-After that is a date
 * @param secret the key, which some servers repeat in what they say
 */
export function failureOf(error: unknown, now: number, secret = ""): ModelFailure {
  if (error instanceof ModelFailure) return error;
  if (error instanceof APIConnectionTimeoutError) return new ModelFailure("timeout", { cause: error });
  if (error instanceof APIUserAbortError) return new ModelFailure("timeout", { cause: error });
  if (error instanceof APIConnectionError) {
    return new ModelFailure("unavailable", { detail: cleanText(asText(asRecord(error.cause)["code"])), cause: error });
  }
  if (error instanceof APIError) {
    const headers: unknown = error.headers;
    return failureOfBody(asRecord(error.error), error.status, headers instanceof Headers ? headers : null, now, secret);
  }
  return new ModelFailure("broken", {
    detail: error instanceof Error ? cleanText(error.message, 200) : "",
    cause: error,
  });
}

/** What an error body means: of a failed request, of a chunk, or of an answer with status 200. */
export function failureOfBody(
  body: JsonRecord,
  httpStatus: number | undefined,
  headers: Headers | null,
  now: number,
  secret = "",
): ModelFailure {
  const error = asRecord(body["error"] ?? body);
  const metadata = asRecord(error["metadata"]);
  const availability = asRecord(error["availability"] ?? metadata["availability"]);
  const status = httpStatus ?? (Number(error["code"]) || undefined);
  const seconds = availability["retry_after"];
  const retryAfter = retryAfterOf(headers, now) ?? (typeof seconds === "number" ? seconds * 1000 : undefined);
  const said = asText(error["message"]);
  const reason = asText(availability["code"]) || asText(metadata["error_type"]);
  return new ModelFailure(kindOf(status, reason, said), {
    ...(status !== undefined && { status }),
    ...(retryAfter !== undefined && { retryAfter }),
    fallbacks: asTexts(availability["fallback_models"]).map((model) => cleanText(model, 100)),
    detail: status === 401 ? "" : cleanText(without(secret, `${reason} ${said}`), 200),
  });
}

function without(secret: string, text: string): string {
  return secret === "" ? text : text.replaceAll(secret, "***");
}

function kindOf(status: number | undefined, reason: string, message: string): FailureKind {
  if (reason === "privacy_restricted") return "private";
  switch (status) {
    case 400:
      return /not a valid model|no such model|model.*(not found|does not exist)/i.test(message) ? "gone" : "refused";
    case 401:
      return "unauthorized";
    case 402:
      return "no-credit";
    case 404:
      return "gone";
    case 408:
    case 504:
      return "timeout";
    case 409:
      return "unavailable";
    case 429:
      return "rate-limited";
    default:
      if (status === undefined || status >= 500) return "unavailable";
      return "refused";
  }
}

/** Milliseconds of `retry-after-ms` or `retry-after` (seconds or a date). */
function retryAfterOf(headers: Headers | null, now: number): number | undefined {
  const exact = headers?.get("retry-after-ms");
  if (exact && Number.isFinite(Number(exact))) return Math.max(0, Number(exact));
  const given = headers?.get("retry-after");
  if (!given) return undefined;
  const seconds = Number(given);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const date = Date.parse(given);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
