import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { type AccessControl, type Grant, type GrantFacts, hasScope, SCOPES } from "../../access/index.ts";
import { type Clock, type Home, JiaError, MAX_NAME } from "../../home/index.ts";
import { message } from "../../language/index.ts";
import type { ApiPeople } from "../asker.ts";
import { created } from "../created.ts";
import { maybeTime, timeJson } from "../json.ts";
import { WholeList } from "../list.ts";
import { type AccessTable, defineResource, errorResponses, NoQuery, type Routes } from "../resource.ts";

const Time = z.string().nullable();
const LimitsBody = {
  scope: z.enum(SCOPES).meta({ description: "What it may do; each scope includes those before it." }),
  rooms: z.array(z.string()).nullable().meta({ description: "Ids of the only rooms that it may see; null: all." }),
  room: z.string().nullable().meta({ description: "Id of the room where the client stands." }),
  person: z.string().nullable().meta({ description: "Id of the person as whom it acts." }),
};

export const TokenBody = z
  .object({
    id: z.string(),
    name: z.string(),
    ...LimitsBody,
    createdAt: z.string(),
    expiresAt: Time,
    lastUsedAt: Time.meta({ description: "To the minute; null: never." }),
  })
  .meta({ id: "Token" });
export const NewTokenBody = z.object({
  token: TokenBody,
  secret: z.string().meta({ description: "The token itself, only in this answer: Authorization: Bearer <secret>." }),
});
export const SignInLinkBody = z.object({
  url: z.string().meta({ description: "Signs one browser in, once." }),
  expiresAt: z.string(),
  onlyHere: z.boolean().meta({ description: "Whether only a browser on the machine of Jia reaches it." }),
});
const IdentityBody = z
  .object({ kind: z.enum(["owner", "token", "session", "person"]), id: z.string(), name: z.string(), ...LimitsBody })
  .meta({ id: "Identity" });

const Name = z.string().trim().min(1).max(MAX_NAME);
const Limits = {
  scope: z.enum(SCOPES).default("control"),
  rooms: z.array(z.string().min(1).max(200)).min(1).max(50).nullable().default(null),
  room: z.string().min(1).max(200).nullable().default(null),
  person: z.string().min(1).max(200).nullable().default(null),
};
const NewToken = z
  .strictObject({
    name: Name,
    ...Limits,
    days: z.int().min(1).max(3650).nullable().default(null).meta({ description: "It ends then; null: never." }),
  })
  .meta({ id: "NewToken", examples: [{ name: "Kitchen tablet", scope: "control", rooms: ["kitchen"], days: 365 }] });
const NewLink = z
  .strictObject({ name: Name.default("browser"), ...Limits, scope: z.enum(SCOPES).default("admin") })
  .meta({ id: "NewSignInLink", examples: [{ name: "Emma's phone" }] });
const IdParams = z.strictObject({ id: z.string().min(1).max(100) });
const DAY_MS = 86_400_000;

const TOKENS = new WholeList("tokens", TokenBody);
const SESSIONS = new WholeList("sessions", TokenBody);
export const TokensBody = TOKENS.body();
export const SessionsBody = SESSIONS.body();

const ACCESS = {
  "GET /api/identity": { who: "everyone", scope: "read", byRoom: true },
  "GET /api/tokens": { who: "adults", scope: "admin" },
  "POST /api/tokens": { who: "proven", scope: "admin" },
  "DELETE /api/tokens/:id": { who: "proven", scope: "admin" },
  "GET /api/sessions": { who: "adults", scope: "admin" },
  "DELETE /api/sessions/:id": { who: "proven", scope: "admin" },
  "POST /api/sign-in-links": { who: "proven", scope: "admin" },
} as const satisfies AccessTable;

export interface AccessServices {
  readonly access: AccessControl;
  readonly home: Home;
  readonly people: ApiPeople;
  readonly clock: Clock;
  /** The base address for browsers, and whether only this machine reaches it. */
  readonly browserAddress: () => { readonly url: string; readonly onlyHere: boolean };
}

/** Tokens of programs, sessions of browsers, and links that sign in. */
export const accessResource = defineResource({ tag: "access", access: ACCESS, routes: accessRoutes });

function accessRoutes({ access, home, people, clock, browserAddress }: AccessServices): Routes<keyof typeof ACCESS> {
  /** @throws JiaError `unknown-room`, `not-found` for a person, `forbidden` for more than the asker has */
  const factsOf = (
    given: Omit<z.infer<typeof NewLink>, never>,
    request: FastifyRequest,
    expiresAt: number | null,
  ): GrantFacts => {
    const { scope } = given;
    if (!hasScope(request.identity, scope)) {
      const has = request.identity?.scope ?? "none";
      throw new JiaError("forbidden", { detail: message("access.moreThanOwn", { scope, has }) });
    }
    const person = given.person === null ? null : people.named(given.person)?.id;
    if (person === undefined) {
      throw new JiaError("not-found", { what: message("people.named", { name: given.person }) });
    }
    // Who acts as a person gives that person's rights, not others.
    const { tokenOf } = request;
    if (tokenOf !== null && person !== tokenOf) throw new JiaError("forbidden", { detail: message("api.otherPerson") });
    return {
      ...{ name: given.name, scope, person, expiresAt },
      rooms: given.rooms?.map((room) => home.layout.roomNamed(room).id) ?? null,
      room: given.room === null ? null : home.layout.roomNamed(given.room).id,
    };
  };

  return (app) => {
    app.route("GET /api/identity", {
      schema: {
        operationId: "getIdentity",
        summary: "Tell who sends this request, and what it may do",
        querystring: NoQuery,
        response: { 200: IdentityBody, ...errorResponses },
      },
      handler: ({ identity }) => {
        if (identity === null) throw new JiaError("unauthorized");
        const { kind, id, name, scope, rooms, room, person } = identity;
        return { kind, id, name, scope, rooms: rooms === null ? null : [...rooms], room, person };
      },
    });

    app.route("GET /api/tokens", {
      schema: {
        operationId: "listTokens",
        summary: "List the tokens of programs",
        querystring: TOKENS.query(),
        response: { 200: TokensBody, ...errorResponses },
      },
      handler: async (request, reply) => TOKENS.send(request, reply, await access.list("token"), grantJson, {}),
    });

    app.route("POST /api/tokens", {
      schema: {
        operationId: "createToken",
        summary: "Make a token",
        description: "The answer is the only one that shows it.",
        querystring: NoQuery,
        body: NewToken,
        response: { 201: NewTokenBody, ...errorResponses },
      },
      handler: async (request, reply) => {
        const { days, ...given } = request.body;
        const facts = factsOf(given, request, days === null ? null : clock.now() + days * DAY_MS);
        const { grant, secret } = await access.make("token", facts);
        return created(reply, `/api/tokens/${grant.id}`, { token: grantJson(grant), secret });
      },
    });

    app.route("DELETE /api/tokens/:id", {
      schema: {
        operationId: "revokeToken",
        summary: "Revoke a token",
        params: IdParams,
        querystring: NoQuery,
        response: { 200: z.object({ deleted: z.literal(true) }), ...errorResponses },
      },
      handler: async ({ params }) => {
        await access.revoke("token", params.id);
        return { deleted: true as const };
      },
    });

    app.route("GET /api/sessions", {
      schema: {
        operationId: "listSessions",
        summary: "List the browsers that are signed in",
        querystring: SESSIONS.query(),
        response: { 200: SessionsBody, ...errorResponses },
      },
      handler: async (request, reply) => SESSIONS.send(request, reply, await access.list("session"), grantJson, {}),
    });

    app.route("DELETE /api/sessions/:id", {
      schema: {
        operationId: "endSession",
        summary: "Sign a browser out",
        params: IdParams,
        querystring: NoQuery,
        response: { 200: z.object({ deleted: z.literal(true) }), ...errorResponses },
      },
      handler: async ({ params }) => {
        await access.revoke("session", params.id);
        return { deleted: true as const };
      },
    });

    app.route("POST /api/sign-in-links", {
      schema: {
        operationId: "createSignInLink",
        summary: "Make a link that signs a browser in",
        description: "It works once, for 15 minutes. With `person` the browser acts as that person.",
        querystring: NoQuery,
        body: NewLink.nullish(),
        response: { 201: SignInLinkBody, ...errorResponses },
      },
      handler: (request, reply) => {
        const { code, expiresAt } = access.links.make(factsOf(request.body ?? NewLink.parse({}), request, null));
        const { url, onlyHere } = browserAddress();
        reply.code(201);
        return { url: `${url}/sign-in?code=${code}`, expiresAt: timeJson(expiresAt), onlyHere };
      },
    });
  };
}

function grantJson(grant: Grant) {
  const { id, name, scope, rooms, room, person, createdAt, expiresAt, lastUsedAt } = grant;
  return {
    ...{ id, name, scope, rooms: rooms === null ? null : [...rooms], room, person },
    ...{ createdAt: timeJson(createdAt), expiresAt: maybeTime(expiresAt), lastUsedAt: maybeTime(lastUsedAt) },
  };
}
