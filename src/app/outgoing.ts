import { lookup } from "node:dns";
import { type RequestOptions, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import type { LookupFunction } from "node:net";
import { isPublicAddress, judgeOutgoing, shownHost } from "../automation/index.ts";
import { JiaError } from "../home/index.ts";
import { message } from "../language/index.ts";

/** How long an address may take to answer, in milliseconds. */
const POST_MS = 10_000;

/**
 * Posts notices to addresses of definitions. An origin that is not listed must be public, by what is written and by where its
 * name leads at the time of the request: the address that was looked at is the one that is connected to. Redirects are not
 * followed.
 */
export class OutgoingPost {
  readonly #allowed: readonly string[];
  readonly #lookup: LookupFunction;

  /** @param allowed origins that may be sent to wherever they are; @param resolve finds the addresses of a name */
  constructor(allowed: readonly string[], resolve: LookupFunction = lookup) {
    this.#allowed = allowed;
    this.#lookup = resolve;
  }

  /** @throws JiaError `denied` for an address that may not be sent to; an Error for one that does not take it */
  async post(address: string, body: unknown): Promise<void> {
    const verdict = judgeOutgoing(address, this.#allowed);
    if (verdict.decision === "deny") throw new JiaError("denied", { detail: verdict.why });
    const url = new URL(address);
    const resolve = verdict.decision === "allow" ? this.#lookup : onlyPublic(url, this.#lookup);
    const status = await send(url, JSON.stringify(body), resolve);
    if (status >= 300 && status < 400) {
      throw new JiaError("denied", { detail: message("outgoing.redirected", { host: verdict.host }) });
    }
    if (status >= 400) throw new Error(`the webhook answered ${status}`);
  }
}

/** A lookup that fails when any address of the name is none of the public internet. */
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

/** Resolves to the status of the answer. */
function send(url: URL, body: string, resolve: LookupFunction): Promise<number> {
  const { promise, resolve: answered, reject } = Promise.withResolvers<number>();
  const { username, password } = url;
  const auth = username === "" && password === "" ? {} : { auth: `${decoded(username)}:${decoded(password)}` };
  const options: RequestOptions = {
    method: "POST",
    headers: { "content-type": "application/json", "content-length": Buffer.byteLength(body) },
    lookup: resolve,
    // A kept connection would lead where its name led before.
    agent: false,
    signal: AbortSignal.timeout(POST_MS),
    ...auth,
  };
  const to = new URL(url);
  to.username = "";
  to.password = "";
  const request = (url.protocol === "https:" ? requestHttps : requestHttp)(to, options, (response) => {
    answered(response.statusCode ?? 0);
    // What it says does not matter, however long it is.
    response.destroy();
  });
  request.on("error", reject);
  request.end(body);
  return promise;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
