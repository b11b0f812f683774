import { cleanText, JiaError, type Phrase } from "../../home/index.ts";
import { message } from "../../language/index.ts";
import type { Sent } from "../../people/notices/index.ts";
import {
  NoAnswerError,
  type NoAnswerReason,
  type OutgoingAnswer,
  type OutgoingPost,
  type OutgoingRequest,
} from "../outgoing.ts";

/** How to read the answer of a channel's server. */
export interface ResponseRules {
  /** The host of the address, for people. */
  readonly host: string;
  /** The server's own words for a problem; "" when it gives none. */
  readonly detail?: (body: string) => string;
  /** Whether the server took the message, for a good status; the status alone counts when left out. */
  readonly taken?: (body: string) => boolean;
  /** Statuses that mean that the receiver is gone. */
  readonly gone?: readonly number[];
  /** Secrets that must not appear in any text. */
  readonly secrets: readonly string[];
}

const NO_ANSWER_TEXTS = {
  "no-answer": "channels.noAnswer",
  "no-connection": "channels.noConnection",
  "no-such-host": "channels.noSuchHost",
  "bad-certificate": "channels.badCertificate",
  interrupted: "channels.interrupted",
} as const satisfies Record<NoAnswerReason, string>;

/** Sends to the address of a channel, and returns the result. Its texts are free of secrets. */
export async function sendTo(
  outgoing: OutgoingPost,
  address: string,
  request: OutgoingRequest,
  judging: ResponseRules,
): Promise<Sent> {
  try {
    return sentFromResponse(await outgoing.request(address, { ...request, encrypted: true }), judging);
  } catch (error) {
    if (error instanceof NoAnswerError) {
      const why = message(NO_ANSWER_TEXTS[error.reason], { host: judging.host });
      return { kind: "failed", why, perhaps: error.perhaps, afterMs: null };
    }
    if (error instanceof JiaError && error.code === "denied") {
      return { kind: "refused", why: phraseOf(error.details["detail"]), gone: false };
    }
    throw error;
  }
}

function sentFromResponse({ status, body, retryAfterMs }: OutgoingAnswer, judging: ResponseRules): Sent {
  const { host, gone = [], secrets, taken } = judging;
  if (status >= 200 && status < 300 && (taken?.(body) ?? true)) return { kind: "sent" };
  const detail = maskSecrets(cleanText(judging.detail?.(body) ?? "", 120), secrets);
  if (gone.includes(status))
    return { kind: "refused", why: message("channels.answered", { host, status, detail }), gone: true };
  if (status === 429) {
    return {
      kind: "failed",
      why: message("channels.tooManyRequests", { host }),
      perhaps: false,
      afterMs: retryAfterMs,
    };
  }
  if (status >= 500 || status === 408) {
    const why = message("channels.answered", { host, status, detail });
    return { kind: "failed", why, perhaps: false, afterMs: retryAfterMs };
  }
  const why = status === 401 || status === 403 ? "channels.wrongSecret" : "channels.answered";
  return { kind: "refused", why: message(why, { host, status, detail }), gone: false };
}

/** A text with secrets replaced. */
export function maskSecrets(text: string, secrets: readonly string[]): string {
  return secrets.reduce((left, secret) => (secret.length < 4 ? left : left.replaceAll(secret, "***")), text);
}

/** A text field of a JSON answer; "" when there is none. */
export function jsonTextField(body: string, field: string): string {
  try {
    const parsed: unknown = JSON.parse(body);
    const value = typeof parsed === "object" && parsed !== null ? Reflect.get(parsed, field) : undefined;
    return typeof value === "string" ? value : "";
  } catch {
    return "";
  }
}

function phraseOf(detail: unknown): Phrase {
  return typeof detail === "string" || (typeof detail === "object" && detail !== null) ? (detail as Phrase) : "";
}
