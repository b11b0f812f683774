/** Where a request comes from in the web: the Host that it names, and the page whose script sent it. */
import { isIP } from "node:net";
import type { FastifyRequest } from "fastify";
import { JiaError } from "../home/index.ts";
import { message } from "../language/index.ts";
import type { CredentialKind } from "./credentials.ts";
import { isLoopback } from "./network.ts";

const READS = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Checks the Host header. A page of a foreign site may have its name resolved to this machine (DNS rebinding); then the
 * Host is that name. Addresses, and names that only the home network resolves, are nobody else's.
 * @param hosts further names
 */
export function hostCheck(hosts: readonly string[]): (request: FastifyRequest) => void {
  const names = new Set(hosts.map((host) => host.toLowerCase()));
  /** The last Host that was let through. */
  let known: string | undefined;
  return (request) => {
    const { host } = request.headers;
    if (host !== undefined && host === known) return;
    // RFC 9112, 3.2: since HTTP/1.1 every request names its host.
    if (host === undefined && request.raw.httpVersion !== "1.0") {
      throw new JiaError("invalid-request", { detail: message("api.noHost") });
    }
    const name = hostName(host);
    if (!(isLoopback(name) || isIP(name) !== 0 || name.endsWith(".local") || names.has(name))) {
      throw new JiaError("forbidden", { detail: message("api.unknownHost", { name: name.slice(0, 100) }) });
    }
    known = host;
  };
}

/**
 * Refuses requests that a page of another site makes a browser send; opening a page from a link is allowed. A write
 * with a cookie must come from Jia's own page, because browsers add cookies to the requests of any page.
 * @param origins further web origins whose pages may send requests
 */
export function siteCheck(origins: readonly string[]): (request: FastifyRequest, credential: CredentialKind) => void {
  const allowed = new Set(origins);
  return ({ headers, method }, credential) => {
    const { origin, host } = headers;
    const site = headers["sec-fetch-site"];
    if (origin === undefined && site === undefined && credential !== "cookie") return;
    if (origin !== undefined && allowed.has(origin)) return;
    const navigates = method === "GET" && headers["sec-fetch-mode"] === "navigate";
    const foreignOrigin = origin !== undefined && originHost(origin) !== host?.toLowerCase();
    const foreignSite = (site === "cross-site" || site === "same-site") && !navigates;
    const unproven = credential === "cookie" && !READS.has(method) && origin === undefined && site !== "same-origin";
    if (foreignOrigin || foreignSite || unproven) {
      throw new JiaError("forbidden", { detail: message("api.foreignSite") });
    }
  };
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
