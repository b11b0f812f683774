import { parseCookie } from "cookie";
import type { FastifyRequest } from "fastify";

/** How a request shows who sends it. A browser adds a cookie by itself, also to requests that another page makes it send. */
export type CredentialKind = "header" | "cookie" | "none";

/** The cookie of a session. Behind TLS it has the prefix that browsers hold to `Secure` and to this host alone. */
export const SESSION_COOKIE = "jia_session";
const SECURE_SESSION_COOKIE = "__Host-jia_session";

/** The name of the cookie of a session. @param secure whether the connection is encrypted */
export function sessionCookieName(secure: boolean): string {
  return secure ? SECURE_SESSION_COOKIE : SESSION_COOKIE;
}

/** The secret of a request: in its header, otherwise in the cookie of its session; "" when it has none. */
export function credentialOf({ headers }: Pick<FastifyRequest, "headers">): {
  readonly secret: string;
  readonly kind: CredentialKind;
} {
  const { authorization, cookie } = headers;
  if (authorization !== undefined) {
    return { secret: /^Bearer +(\S+)$/i.exec(authorization)?.[1] ?? "", kind: "header" };
  }
  if (cookie === undefined || !cookie.includes(SESSION_COOKIE)) return { secret: "", kind: "none" };
  const given = parseCookie(cookie);
  const secret = given[SECURE_SESSION_COOKIE] ?? given[SESSION_COOKIE] ?? "";
  return { secret, kind: secret === "" ? "none" : "cookie" };
}
