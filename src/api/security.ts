import { createHash, timingSafeEqual } from "node:crypto";
import { isIP } from "node:net";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { type Clock, JiaError } from "../home/index.ts";
import { RateLimit } from "./limits.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /** Open without the token: nothing about the home is told. */
    open?: boolean;
  }
}

export interface SecurityOptions {
  /** Needed on every request that is not `open`; null: none, which is for loopback alone. */
  readonly token: string | null;
  /** Names that the Host header may carry besides loopback ones. Empty with a token: any. */
  readonly hosts: readonly string[];
  readonly clock: Clock;
}

/** Wrong tokens from one address before it has to wait. */
const WRONG_TOKENS_PER_MINUTE = 20;

/**
 * Who may use the API. Without a token only this machine reaches it, but so do web pages that a browser on it shows:
 * a foreign Host (DNS rebinding) and requests that come from another site are refused.
 */
export function installSecurity(app: FastifyInstance, options: SecurityOptions): void {
  const wrongTokens = new RateLimit(options.clock, WRONG_TOKENS_PER_MINUTE);
  app.addHook("onRequest", (request, reply, done) => {
    reply.header("x-content-type-options", "nosniff").header("cache-control", "no-store");
    checkHost(request, options);
    checkSite(request);
    if (options.token !== null && !request.routeOptions.config.open) checkToken(request, options.token, wrongTokens);
    done();
  });
}

function checkToken(request: FastifyRequest, token: string, wrongTokens: RateLimit): void {
  wrongTokens.use(request.ip, 0);
  if (sameSecret(bearerToken(request), token)) return;
  wrongTokens.use(request.ip);
  throw new JiaError("unauthorized");
}

/** Whether an address to listen on is reached from this machine alone. */
export function isLoopback(host: string): boolean {
  const bare = host.toLowerCase().replace(/^\[|\]$/g, "");
  return bare === "localhost" || bare === "::1" || (isIP(bare) === 4 && bare.startsWith("127."));
}

function checkHost(request: FastifyRequest, { hosts, token }: SecurityOptions): void {
  if (token !== null && hosts.length === 0) return;
  const name = hostName(request.headers.host);
  if (isLoopback(name) || hosts.some((host) => host.toLowerCase() === name)) return;
  throw new JiaError("forbidden", { detail: `the name "${name.slice(0, 100)}" is not in server.hosts` });
}

/** Refuses what a page of another site makes a browser send; opening the page itself from a link is fine. */
function checkSite(request: FastifyRequest): void {
  const { origin, host } = request.headers;
  const navigates = request.method === "GET" && request.headers["sec-fetch-mode"] === "navigate";
  const foreignOrigin = origin !== undefined && originHost(origin) !== host?.toLowerCase();
  const foreignSite = request.headers["sec-fetch-site"] === "cross-site" && !navigates;
  if (foreignOrigin || foreignSite) throw new JiaError("forbidden", { detail: "it comes from another web site" });
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

/** Compares in a time that tells nothing about the secret. */
function sameSecret(given: string, secret: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(secret));
}
