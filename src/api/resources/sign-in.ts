import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { type AccessControl, hasScope } from "../../access/index.ts";
import type { Clock } from "../../home/index.ts";
import { credentialOf, sessionCookieName } from "../credentials.ts";
import { acceptedLanguage } from "../language.ts";
import { callerNetwork } from "../network.ts";
import { RateLimit } from "../rate-limit.ts";
import { type AccessTable, defineResource, NoQuery, type Routes } from "../resource.ts";
import { SIGN_IN_POLICY, type SignInStep, signInPage } from "../sign-in-page.ts";

/** How long a browser keeps the cookie, in seconds; most keep none longer. The session may end before. */
const COOKIE_SECONDS = 400 * 86_400;
/** How many codes one network may try in a minute. */
const CODES_PER_MINUTE = 20;

const ACCESS = {
  "GET /sign-in": { who: "everyone", scope: "read", byRoom: true },
  "POST /sign-in": { who: "everyone", scope: "read", byRoom: true },
  "POST /sign-out": { who: "everyone", scope: "read", byRoom: true },
} as const satisfies AccessTable;

/** The page of sign-in links, which gives a browser its session. */
export const signInResource = defineResource({ tag: "access", access: ACCESS, forms: true, routes: signInRoutes });

function signInRoutes({
  access,
  clock,
}: {
  readonly access: AccessControl;
  readonly clock: Clock;
}): Routes<keyof typeof ACCESS> {
  const tries = new RateLimit(clock, CODES_PER_MINUTE);
  const show = (request: FastifyRequest, reply: FastifyReply, step: SignInStep): FastifyReply =>
    reply
      .type("text/html; charset=utf-8")
      .header("content-security-policy", SIGN_IN_POLICY)
      .send(signInPage(step, acceptedLanguage(request.headers["accept-language"])));

  return (app) => {
    app.route("GET /sign-in", {
      config: { open: true },
      schema: {
        hide: true,
        querystring: z.strictObject({ code: z.string().max(200).optional() }),
      },
      handler: (request, reply) => {
        const { code } = request.query;
        return show(request, reply, code === undefined ? { kind: "no-code" } : { kind: "ask", code });
      },
    });

    app.route("POST /sign-in", {
      config: { open: true },
      schema: { hide: true, querystring: NoQuery, body: z.strictObject({ code: z.string().max(200) }) },
      handler: async (request, reply) => {
        tries.use(callerNetwork(request.ip));
        const facts = access.links.take(request.body.code);
        if (facts === null) return show(request, reply.code(403), { kind: "too-late" });
        const { secret } = await access.make("session", facts);
        return reply.header("set-cookie", cookie(request, secret, COOKIE_SECONDS)).redirect("/", 303);
      },
    });

    app.route("POST /sign-out", {
      schema: { hide: true, querystring: NoQuery },
      handler: async (request, reply) => {
        const { identity } = request;
        if (identity?.kind === "session" && hasScope(identity, "read") && credentialOf(request).kind === "cookie") {
          await access.revoke("session", identity.id);
        }
        return reply.header("set-cookie", cookie(request, "", 0)).redirect("/sign-in", 303);
      },
    });
  };
}

/** The header that sets the cookie of a session: no script reads it, and no other site's request carries it. */
function cookie({ protocol }: FastifyRequest, secret: string, seconds: number): string {
  const secure = protocol === "https";
  const parts = [
    `${sessionCookieName(secure)}=${secret}`,
    "Path=/",
    `Max-Age=${seconds}`,
    "HttpOnly",
    "SameSite=Strict",
  ];
  return [...parts, ...(secure ? ["Secure"] : [])].join("; ");
}
