import { createHash, timingSafeEqual } from "node:crypto";
import { isIP } from "node:net";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { askerOf, type Clock, type Home, JiaError } from "../home/index.ts";
import { message } from "../language/index.ts";
import { TOKEN_PREFIX } from "../people/index.ts";
import { type ApiPeople, NO_PEOPLE, PERSON_HEADER, PIN_HEADER, resolveAsker } from "./asker.ts";
import { requestOrigin } from "./origin.ts";
import { RateLimit } from "./rate-limit.ts";
import { checkAccess } from "./rights.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /**
     * Whether the route is open without the token. Then it tells nothing about the home unless the request is
     * `trusted`.
     */
    open?: boolean;
  }
  interface FastifyRequest {
    /** Whether the request has the token, or needs none. */
    trusted: boolean;
  }
}

export interface SecurityOptions {
  /** The token of every route that is not `open`; null: none, only for loopback. */
  readonly token: string | null;
  /** Names that the Host header may carry besides loopback ones. Empty with a token: any. */
  readonly hosts: readonly string[];
  readonly clock: Clock;
  readonly home: Pick<Home, "provePin">;
  /** The people that requests may act as; none when left out. */
  readonly people?: ApiPeople;
}

/** How many wrong tokens one network may send in a minute. */
const WRONG_TOKENS_PER_MINUTE = 20;

/**
 * Protects the API. Without a token only this machine reaches it, but so do web pages in a browser on it: a foreign
 * Host (DNS rebinding) and requests from another site are refused.
 */
export function installSecurity(app: FastifyInstance, options: SecurityOptions): void {
  const { people = NO_PEOPLE } = options;
  const wrongTokens = new RateLimit(options.clock, WRONG_TOKENS_PER_MINUTE);
  app.decorateRequest("trusted", false);
  app.decorateRequest("tokenOf", null);
  app.decorateRequest("asker");
  app.decorateRequest("stillHolds");
  const knowsHost = hostCheck(options);
  /** Who asks, once it is known whether the request has a token. @returns whether nothing is left to wait for */
  const admit = (request: FastifyRequest, refused: JiaError | null): boolean => {
    request.trusted = refused === null;
    if (refused && !request.routeOptions.config.open) throw refused;
    if (refused) return true;
    request.asker = resolveAsker(request, personHeader(request), people);
    if (typeof request.headers[PIN_HEADER] === "string") return false;
    checkAccess(request, people);
    return true;
  };
  const admitLater = async (request: FastifyRequest, refused: JiaError | null): Promise<void> => {
    if (admit(request, refused)) return;
    const pin = String(request.headers[PIN_HEADER]);
    request.asker = askerOf(await options.home.provePin(pin, requestOrigin(request), []));
    checkAccess(request, people);
  };
  app.addHook("onRequest", (request, reply, done) => {
    try {
      reply.header("x-content-type-options", "nosniff").header("cache-control", "no-store");
      knowsHost(request);
      checkSite(request);
      request.asker = {};
      request.stillHolds = async () =>
        request.tokenOf === null || (await people.tokens.personOf(bearerToken(request))) === request.tokenOf;
      const refused = refusal(request, options.token, people, wrongTokens);
      // Most requests wait for nothing: a promise would take longer than all of this.
      if (!(refused instanceof Promise) && admit(request, refused)) return done();
      Promise.resolve(refused)
        .then((known) => admitLater(request, known))
        .then(() => done(), done);
    } catch (error) {
      done(error instanceof Error ? error : new Error(String(error)));
    }
  });
}

/**
 * Why a request has neither the home's token nor a person's; null when it has, and `tokenOf` is set then. A request
 * without any token does not count as a guess.
 */
function refusal(
  request: FastifyRequest,
  token: string | null,
  people: ApiPeople,
  wrongTokens: RateLimit,
): JiaError | null | Promise<JiaError | null> {
  const given = bearerToken(request);
  // Where no token is needed, a revoked token of a person must not act as the home's.
  if (token === null && !given.startsWith(TOKEN_PREFIX)) return null;
  if (given === "") return new JiaError("unauthorized");
  const caller = callerNetwork(request.ip);
  try {
    wrongTokens.use(caller, 0);
  } catch (error) {
    if (error instanceof JiaError) return error;
    throw error;
  }
  if (token !== null && sameSecret(given, token)) return null;
  return personRefusal(request, given, caller, people, wrongTokens);
}

/** Why a request has no token of a person. */
async function personRefusal(
  request: FastifyRequest,
  given: string,
  caller: string,
  people: ApiPeople,
  wrongTokens: RateLimit,
): Promise<JiaError | null> {
  request.tokenOf = await people.tokens.personOf(given);
  if (request.tokenOf !== null) return null;
  try {
    wrongTokens.use(caller);
  } catch (error) {
    if (error instanceof JiaError) return error;
    throw error;
  }
  return new JiaError("unauthorized");
}

/** The person named in the header. A name may be percent-encoded, because headers hold no Chinese. */
function personHeader({ headers }: FastifyRequest): string | undefined {
  const given = headers[PERSON_HEADER];
  if (typeof given !== "string") return undefined;
  try {
    return decodeURIComponent(given);
  } catch {
    return given;
  }
}

/**
 * The network whose guesses count together: an IPv4 address, or the first half of an IPv6 address, because a client
 * chooses the rest.
 */
export function callerNetwork(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (isIP(address) !== 6) return address;
  const [head = "", tail] = address.toLowerCase().replace(/%.*$/, "").split("::");
  const before = head === "" ? [] : head.split(":");
  const after = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  return [...before, ...Array<string>(zeros).fill("0"), ...after].slice(0, 4).join(":");
}

/** Whether only this machine reaches an address to listen on. */
export function isLoopback(host: string): boolean {
  const bare = host.toLowerCase().replace(/^\[|\]$/g, "");
  return bare === "localhost" || bare === "::1" || (isIP(bare) === 4 && bare.startsWith("127."));
}

/** `checkHost`, which looks only once at a Host that it let through. */
function hostCheck(options: SecurityOptions): (request: FastifyRequest) => void {
  let known: string | undefined;
  return (request) => {
    const { host } = request.headers;
    if (host !== undefined && host === known) return;
    checkHost(request, options);
    known = host;
  };
}

function checkHost(request: FastifyRequest, { hosts, token }: SecurityOptions): void {
  // RFC 9112, 3.2: since HTTP/1.1 every request names its host.
  if (request.headers.host === undefined && request.raw.httpVersion !== "1.0") {
    throw new JiaError("invalid-request", { detail: message("api.noHost") });
  }
  if (token !== null && hosts.length === 0) return;
  const name = hostName(request.headers.host);
  if (isLoopback(name) || hosts.some((host) => host.toLowerCase() === name)) return;
  throw new JiaError("forbidden", {
    detail: message("api.unknownHost", { name: name.slice(0, 100) }),
  });
}

/** Refuses requests that a page of another site makes a browser send; opening a page from a link is allowed. */
function checkSite(request: FastifyRequest): void {
  const { origin, host } = request.headers;
  const navigates = request.method === "GET" && request.headers["sec-fetch-mode"] === "navigate";
  const foreignOrigin = origin !== undefined && originHost(origin) !== host?.toLowerCase();
  const foreignSite = request.headers["sec-fetch-site"] === "cross-site" && !navigates;
  if (foreignOrigin || foreignSite) {
    throw new JiaError("forbidden", { detail: message("api.foreignSite") });
  }
}

function hostName(header: string | undefined): string {
  return (header ?? "")
    .toLowerCase()
    .replace(/:\d+$/, "")
    .replace(/^\[|\]$/g, "");
}

function originHost(origin: string): string | null {
  try {
    return new URL(origin).host;
  } catch {
    return null; // "null", the origin of sandboxed pages and files.
  }
}

function bearerToken(request: FastifyRequest): string {
  return /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? "")?.[1] ?? "";
}

/** Compares in a time that does not depend on the secret. */
function sameSecret(given: string, secret: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(secret));
}
