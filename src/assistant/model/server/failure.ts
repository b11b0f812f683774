import { APIConnectionError, APIConnectionTimeoutError, APIError, APIUserAbortError } from "openai";
import { cleanText, JiaError, type Message, type MessageValues } from "../../../home/index.ts";
import { type FailureKind, failureKindOf, isOfModel, namesReason } from "./failure-kind.ts";
import { asRecord, asText, asTexts, type JsonRecord } from "./untrusted-json.ts";

interface FailureDetails {
  readonly status?: number;
  /** Milliseconds to wait before a retry, as the server asks. */
  readonly retryAfter?: number;
  /** Models that the server suggests instead. */
  readonly fallbacks?: readonly string[];
  /** The server's own words, cleaned: for the log, not for the person. */
  readonly detail?: string;
  /** Values for the message to the person. */
  readonly values?: MessageValues;
  readonly cause?: unknown;
}

/** A model call that failed. */
export class ModelFailure extends JiaError {
  readonly kind: FailureKind;
  readonly retryAfter: number | null;
  /** The HTTP status; null without a response. */
  readonly httpStatus: number | null;
  readonly fallbacks: readonly string[];
  readonly detail: string;
  /** The reason in words for the person. */
  readonly why: Message;

  constructor(kind: FailureKind, details: FailureDetails = {}) {
    const { status, retryAfter, fallbacks = [], detail = "", values, cause } = details;
    const why: Message = { key: `modelFailures.${kind}`, ...(values && { values }) };
    super("model-unavailable", { detail: why, ...(status !== undefined && { status }) }, cause);
    this.why = why;
    this.name = "ModelFailure";
    this.kind = kind;
    this.retryAfter = retryAfter ?? null;
    this.httpStatus = status ?? null;
    this.fallbacks = fallbacks;
    this.detail = detail;
  }

  /** Whether a retry may succeed. */
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
      case "unknown-model":
      case "no-tools":
      case "no-provider":
      case "private":
      case "no-address":
      case "no-model-server":
      case "redirected":
      case "untrusted":
      case "too-long":
      case "refused":
      case "slow":
      case "endless":
      case "too-deep":
      case "call-as-text":
      case "astray":
      case "day-budget":
        return false;
      default:
        return this.kind satisfies never;
    }
  }

  /** Whether only this answer was useless, while the model itself works. */
  get ofAnswer(): boolean {
    return OF_ANSWER.has(this.kind);
  }

  /** Whether another model of the same server may work. */
  get ofModel(): boolean {
    return isOfModel(this.kind);
  }
}

const OF_ANSWER: ReadonlySet<FailureKind> = new Set<FailureKind>([
  "slow",
  "timeout",
  "refused",
  "broken",
  "endless",
  "too-deep",
  "call-as-text",
  "astray",
  "empty",
]);

/**
 * Turns an error of the client into a ModelFailure. For an abort by the caller check the signal first.
 * @param now milliseconds since the epoch, for a Retry-After with a date
 * @param secret the API key, which some servers repeat in their errors; it is removed
 */
export function toModelFailure(error: unknown, now: number, secret = ""): ModelFailure {
  if (error instanceof ModelFailure) return error;
  if (error instanceof APIConnectionTimeoutError) return new ModelFailure("timeout", { cause: error });
  if (error instanceof APIUserAbortError) return new ModelFailure("timeout", { cause: error });
  if (error instanceof APIConnectionError) return notConnected(error);
  if (error instanceof APIError) {
    const headers: unknown = error.headers;
    return failureFromBody(bodyOf(error), error.status, headers instanceof Headers ? headers : null, now, secret);
  }
  return new ModelFailure("broken", {
    detail: error instanceof Error ? cleanText(error.message, 200) : "",
    cause: error,
  });
}

/** The body of an error: an object, or its words; nothing for an HTML page. */
function bodyOf({ error, message }: APIError): JsonRecord {
  if (typeof error === "string") return { message: error };
  if (error !== undefined) return asRecord(error);
  return message.length < 300 && !message.includes("<") ? { message } : {};
}

/** Turns the body of an error into a ModelFailure: of a failed request, of a chunk, or of a response with status 200. */
export function failureFromBody(
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
  const words = asText(error["message"]) || asText(body["error"]) || asText(body["message"]);
  // Xiaomi's server says only "Param Incorrect" and names the parameter here.
  const param = asText(error["param"]);
  const said = param === "" || words.includes(param) ? words : `${words} ${param}`;
  const reason = [availability["code"], error["code"], metadata["error_type"]].map(asText).find(namesReason);
  const given = reason ?? (asText(availability["code"]) || asText(metadata["error_type"]));
  return new ModelFailure(failureKindOf(status, given, said), {
    ...(status !== undefined && { status }),
    ...(retryAfter !== undefined && { retryAfter }),
    fallbacks: asTexts(availability["fallback_models"]).map((model) => cleanText(model, 100)),
    detail: status === 401 ? "" : cleanText(without(secret, `${given} ${said}`), 200),
  });
}

function without(secret: string, text: string): string {
  return secret === "" ? text : text.replaceAll(secret, "***");
}

/** The failure of a request without a response, from the chain of causes. */
function notConnected(error: APIConnectionError): ModelFailure {
  let code = "";
  let cause: unknown = error.cause;
  for (let depth = 0; depth < 5 && cause instanceof Error; depth += 1) {
    if (cause instanceof ModelFailure) return cause;
    const own: unknown = Reflect.get(cause, "code");
    if (typeof own === "string") code = own;
    else if (NOT_HTTP.test(cause.name)) code = cause.name;
    cause = cause.cause;
  }
  const kind = NOT_TRUSTED.test(code) ? "untrusted" : NOT_HTTP.test(code) ? "no-model-server" : "unavailable";
  return new ModelFailure(kind, { detail: cleanText(code), cause: error });
}

const NOT_TRUSTED = /^(?:CERT_|ERR_TLS_CERT|SELF_SIGNED|DEPTH_ZERO|UNABLE_TO_(?:VERIFY|GET_ISSUER))/;
const NOT_HTTP = /^(?:HTTPParserError|HPE_|ERR_SSL_WRONG_VERSION|ERR_SSL_PACKET|UND_ERR_HEADERS_OVERFLOW)/;

/** Milliseconds from `retry-after-ms` or `retry-after` (seconds or a date); undefined without either. */
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
