import { lookup } from "node:dns";
import { type IncomingMessage, type RequestOptions, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import type { LookupFunction } from "node:net";
import { isPublicAddress, judgeOutgoing, shownHost } from "../automation/index.ts";
import { JiaError } from "../home/index.ts";
import { message } from "../language/index.ts";

/** How long an address may take to answer, in milliseconds. */
const ANSWER_MS = 10_000;
/** How much of an answer is read, in bytes, and for how long, in milliseconds; its status is known by then. */
const MAX_ANSWER = 8_192;
const READ_MS = 2_000;

export interface OutgoingRequest {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
  /** Ends the request early. */
  readonly signal?: AbortSignal;
  /** Whether an address that is not listed has to be https. */
  readonly encrypted?: boolean;
}

export interface OutgoingAnswer {
  readonly status: number;
  /** The beginning of the body. */
  readonly body: string;
  /** How long the server asks to wait, in milliseconds; null when it does not. */
  readonly retryAfterMs: number | null;
}

/** Why a request got no answer. */
export type NoAnswerReason = "no-answer" | "no-connection" | "no-such-host" | "bad-certificate" | "interrupted";

/** A request that got no answer. */
export class NoAnswerError extends Error {
  readonly reason: NoAnswerReason;
  /** Whether the request was sent completely, so that the server may have taken it. */
  readonly perhaps: boolean;

  constructor(reason: NoAnswerReason, perhaps: boolean, cause: unknown) {
    super(reason, { cause });
    this.name = "NoAnswer";
    this.reason = reason;
    this.perhaps = perhaps;
  }
}

/**
 * Posts to addresses that people gave: of definitions, and of channels. An origin that is not listed must be public,
 * by its text and by the IP addresses of its name at the time of the request: the address that was checked is the one
 * that is connected to. Redirects are not followed.
 */
export class OutgoingPost {
  readonly #allowed: readonly string[];
  readonly #lookup: LookupFunction;
  readonly #answerMs: number;

  /**
   * @param allowed origins that may be sent to wherever they are
   * @param resolve finds the addresses of a name
   * @param answerMs how long an address may take to answer
   */
  constructor(allowed: readonly string[], resolve: LookupFunction = lookup, answerMs = ANSWER_MS) {
    this.#allowed = allowed;
    this.#lookup = resolve;
    this.#answerMs = answerMs;
  }

  /** @throws JiaError `denied` for an address that may not be sent to; an Error for one that does not take it */
  async post(address: string, body: unknown): Promise<void> {
    const headers = { "content-type": "application/json" };
    const { status } = await this.request(address, { headers, body: JSON.stringify(body) });
    if (status >= 400) throw new Error(`the webhook answered ${status}`);
  }

  /**
   * Posts and returns the answer, with any status.
   * @throws JiaError `denied` for an address that may not be sent to, or whose name leads into the own network;
   * NoAnswerError
   */
  async request(address: string, given: OutgoingRequest): Promise<OutgoingAnswer> {
    const listed = this.check(address, given.encrypted === true);
    const url = new URL(address);
    const resolve = listed ? this.#lookup : onlyPublic(url, this.#lookup);
    const answer = await send(url, given, resolve, AbortSignal.timeout(this.#answerMs));
    if (answer.status >= 300 && answer.status < 400) {
      throw new JiaError("denied", { detail: message("outgoing.redirected", { host: shownHost(url) }) });
    }
    return answer;
  }

  /**
   * Judges an address by its text. Returns whether its origin is listed.
   * @param encrypted whether it has to be https where it is not listed
   * @throws JiaError `denied`
   */
  check(address: string, encrypted: boolean): boolean {
    const verdict = judgeOutgoing(address, this.#allowed);
    if (verdict.decision === "deny") throw new JiaError("denied", { detail: verdict.why });
    if (verdict.decision === "allow") return true;
    if (encrypted && new URL(address).protocol !== "https:") {
      throw new JiaError("denied", { detail: message("channels.notEncrypted", { host: verdict.host }) });
    }
    return false;
  }
}

/** A lookup that fails when any IP address of the name is outside of the public internet. */
function onlyPublic(url: URL, resolve: LookupFunction): LookupFunction {
  return (hostname, options, found) => {
    resolve(hostname, options, (error, address, family) => {
      if (error) {
        found(error, address, family);
        return;
      }
      const all = typeof address === "string" ? [address] : address.map((each) => each.address);
      const inside = all.find((each) => !isPublicAddress(each));
      if (inside === undefined) found(null, address, family);
      else {
        const detail = message("outgoing.leadsInside", { host: shownHost(url), address: inside });
        found(new JiaError("denied", { detail }), address, family);
      }
    });
  };
}

function send(url: URL, given: OutgoingRequest, resolve: LookupFunction, late: AbortSignal): Promise<OutgoingAnswer> {
  const { promise, resolve: answered, reject } = Promise.withResolvers<OutgoingAnswer>();
  const { username, password } = url;
  const auth = username === "" && password === "" ? {} : { auth: `${decoded(username)}:${decoded(password)}` };
  const options: RequestOptions = {
    method: "POST",
    headers: { ...given.headers, "content-length": Buffer.byteLength(given.body) },
    lookup: resolve,
    // A kept connection would go to the earlier address of the name.
    agent: false,
    signal: given.signal ? AbortSignal.any([given.signal, late]) : late,
    ...auth,
  };
  const to = new URL(url);
  to.username = "";
  to.password = "";
  let out = false;
  const request = (url.protocol === "https:" ? requestHttps : requestHttp)(to, options, (response) => {
    // What came before an error is enough: the status tells whether it was taken.
    void readAnswer(response).then(answered);
  });
  request.on("finish", () => {
    out = true;
  });
  request.on("error", (error) =>
    reject(error instanceof JiaError ? error : new NoAnswerError(reasonOf(error), out, error)),
  );
  request.end(given.body);
  return promise;
}

/** The status and the beginning of an answer of any length. */
async function readAnswer(response: IncomingMessage): Promise<OutgoingAnswer> {
  const pieces: Buffer[] = [];
  let size = 0;
  const enough = setTimeout(() => response.destroy(), READ_MS);
  try {
    for await (const piece of response) {
      pieces.push(piece as Buffer);
      size += (piece as Buffer).length;
      if (size >= MAX_ANSWER) break;
    }
  } catch {
    // The connection ended in the middle.
  } finally {
    clearTimeout(enough);
  }
  response.destroy();
  return {
    status: response.statusCode ?? 0,
    body: Buffer.concat(pieces).subarray(0, MAX_ANSWER).toString("utf8"),
    retryAfterMs: retryAfterMs(response.headers["retry-after"], response.headers.date),
  };
}

/**
 * The milliseconds of a Retry-After header (RFC 9110, 10.2.3): seconds, or a date, counted from the date of the
 * answer; null without one.
 */
function retryAfterMs(given: string | undefined, date: string | undefined): number | null {
  if (given === undefined) return null;
  if (/^\d{1,7}$/.test(given.trim())) return Number(given) * 1000;
  const wait = Date.parse(given) - Date.parse(date ?? "");
  return Number.isNaN(wait) ? null : Math.max(0, wait);
}

/** The reason behind an error code of Node or OpenSSL. */
function reasonOf(error: Error): NoAnswerReason {
  const code = "code" in error ? String(error.code) : error.name;
  if (/^(ENOTFOUND|EAI_)/.test(code)) return "no-such-host";
  if (/^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH)/.test(code)) return "no-connection";
  if (/CERT|SELF_SIGNED|UNABLE_TO_|^ERR_TLS|^ERR_SSL|^EPROTO/.test(code)) return "bad-certificate";
  return /ABORT|TIMEOUT|ETIMEDOUT|TimeoutError/.test(code) ? "no-answer" : "interrupted";
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
