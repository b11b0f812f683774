import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { JiaError } from "../../home/index.ts";
import { message } from "../../language/index.ts";
import {
  applyPeople,
  comparePeople,
  type HomePeople,
  mayManage,
  type Person,
  PersonDefinition,
  type PersonDraft,
  type PersonPatch,
  peopleIn,
} from "../../people/index.ts";
import { created } from "../created.ts";
import { timeJson } from "../json.ts";
import { LOG_KEY, logged, PagedList, WholeList } from "../list.ts";
import { IsoMoment } from "../plan-schemas.ts";
import { type AccessTable, defineResource, errorResponses, NoQuery, type Routes } from "../resource.ts";
import { requireAdult, requireProof } from "../rights.ts";

const Id = z.strictObject({ id: z.string().min(1).max(200).meta({ description: "Id, name or alias." }) });
/** The registry of people checks a draft itself, and names every problem. */
const Draft = z.record(z.string(), z.unknown()).meta({ id: "PersonDraft" });
const Time = z.string().nullable();

export const PersonBody = z
  .object({
    person: PersonDefinition.partial({ signs: true }).meta({ id: "Person" }),
    hasPin: z.boolean(),
    over: z.boolean().meta({ description: "A guest whose time is over." }),
    presence: z.object({
      home: z.boolean().nullable().meta({ description: "null: nothing tells." }),
      room: z.string().nullable(),
      since: Time,
    }),
    signs: z
      .array(z.object({ type: z.string(), says: z.boolean().nullable(), since: Time }))
      .meta({ description: "What each sign says: at home, away, or that it does not know." }),
  })
  .meta({ id: "PersonWithPresence" });
const PEOPLE = new WholeList("people", PersonBody);
export const PeopleBody = PEOPLE.body();
export const PersonDifferencesBody = z.object({
  changes: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      change: z.enum(["add", "change", "same", "extra"]),
      fields: z.array(z.string()),
    }),
  ),
});
export const PersonTokenBody = z.object({
  id: z.string(),
  name: z.string(),
  createdAt: z.string(),
  token: z.string().optional().meta({ description: "Only in the answer that makes it." }),
});
const PRESENCES = new PagedList("changes", z.object({ home: z.boolean().nullable(), at: z.string() }), {
  ...{ key: LOG_KEY, standard: 1_000, most: 1_000 },
});
const TOKENS = new WholeList("tokens", PersonTokenBody);
export const PersonDataBody = z.object({ data: z.record(z.string(), z.array(z.unknown())) });
export const PersonErasedBody = z.object({ erased: z.record(z.string(), z.number()) });

const PROOF = "Once somebody has a PIN, whoever comes with a person's token gives that person's own in X-Jia-PIN.";
/**
 * Fields that an adult changes without a PIN, because they give no rights. All other fields, also unknown ones, take
 * proof.
 */
const FREE: readonly string[] = ["id", "name", "aliases", "language", "room", "signs"];

const ACCESS = {
  "GET /api/people": { who: "everyone", scope: "read" },
  "POST /api/people": { who: "proven", scope: "admin" },
  "GET /api/people/file": { who: "adults", scope: "admin" },
  // Proof is required where the file is applied.
  "POST /api/people/file": { who: "adults", scope: "admin" },
  "GET /api/people/:id": { who: "everyone", scope: "read" },
  // Proof is required where rights of the person change.
  "PATCH /api/people/:id": { who: "adults", scope: "admin" },
  "DELETE /api/people/:id": { who: "proven", scope: "admin" },
  "POST /api/people/:id/presence": { who: "everyone", scope: "control" },
  "GET /api/people/:id/presence": { who: "everyone", scope: "read" },
  "PUT /api/people/:id/pin": { who: "proven", scope: "admin" },
  "GET /api/people/:id/tokens": { who: "adults", scope: "admin" },
  "POST /api/people/:id/tokens": { who: "proven", scope: "admin" },
  "DELETE /api/people/:id/tokens/:token": { who: "proven", scope: "admin" },
  "GET /api/people/:id/data": { who: "everyone", scope: "admin" },
  "DELETE /api/people/:id/data": { who: "everyone", scope: "admin" },
  "POST /api/presence/:key": { who: "everyone", scope: "control" },
} as const satisfies AccessTable;

/** The people of the home: who they are, presence, PINs, tokens, and their stored data. */
export const peopleResource = defineResource({
  tag: "people",
  access: ACCESS,
  routes: peopleRoutes,
});

function peopleRoutes({ people }: { readonly people: HomePeople }): Routes<keyof typeof ACCESS> {
  const { registry } = people;
  const find = (called: string): string =>
    registry.kept(called)?.definition.id ?? people.named(called)?.id ?? registry.known(called).definition.id;
  /** Checks that the asker is this person, or may manage people. */
  const own = (request: FastifyRequest, id: string): void => {
    if (request.asker.person !== id) requireAdult(request, people);
  };
  const json = (id: string, request: FastifyRequest) => {
    const saved = registry.known(id);
    const person = registry.personOf(saved);
    const { home, room, since } = people.presences.presenceOf(id);
    const { signs: _signs, limits: _limits, ...shown } = saved.definition;
    const whole = mayManage(request.asker, people);
    return {
      person: whole ? saved.definition : shown,
      hasPin: person.hasPin,
      over: registry.isOver(person),
      presence: { home, room, since: since === null ? null : timeJson(since) },
      signs: whole
        ? people.presences.signsOf(id).map(({ sign, says, since: at }) => {
            return { type: sign.type, says, since: at === null ? null : timeJson(at) };
          })
        : [],
    };
  };
  const answers = { 200: PersonBody, ...errorResponses };
  const added = ({ id }: Person, request: FastifyRequest) => json(id, request);

  return (app) => {
    app.route("GET /api/people", {
      config: { polled: true },
      schema: {
        operationId: "listPeople",
        summary: "List all people, and who is at home",
        querystring: PEOPLE.query(),
        response: { 200: PeopleBody, ...errorResponses },
      },
      handler: (request, reply) =>
        PEOPLE.send(request, reply, registry.saved, ({ definition }) => json(definition.id, request)),
    });

    app.route("POST /api/people", {
      schema: {
        operationId: "createPerson",
        summary: "Add a person",
        description: PROOF,
        querystring: NoQuery,
        body: Draft,
        response: { 201: PersonBody, ...errorResponses },
      },
      handler: async (request, reply) => {
        const person = await registry.add(request.body as unknown as PersonDraft);
        return created(reply, `/api/people/${person.id}`, added(person, request));
      },
    });

    app.route("GET /api/people/file", {
      schema: {
        operationId: "exportPeople",
        summary: "Export all people, without their PINs",
        querystring: NoQuery,
        response: { 200: z.object({ people: z.array(PersonDefinition) }), ...errorResponses },
      },
      handler: () => ({ people: peopleIn(registry).map((each) => ({ ...each })) }),
    });

    app.route("POST /api/people/file", {
      schema: {
        operationId: "applyPeople",
        summary: "Check a file of people, or bring the home to it",
        description: `Jia checks the whole file before it saves anything. prune removes who is not in it. PINs stay. ${PROOF}`,
        querystring: NoQuery,
        body: z.strictObject({
          people: z.array(z.unknown()).max(500),
          apply: z.boolean().default(false),
          prune: z.boolean().default(false),
        }),
        response: { 200: PersonDifferencesBody, ...errorResponses },
      },
      handler: async (request) => {
        const { people: given, apply, prune } = request.body;
        if (apply) requireProof(request, people);
        const changes = apply ? await applyPeople(given, registry, prune) : comparePeople(given, registry);
        return { changes: changes.map((each) => ({ ...each, fields: [...each.fields] })) };
      },
    });

    app.route("GET /api/people/:id", {
      config: { polled: true },
      schema: {
        operationId: "getPerson",
        summary: "Get a person",
        params: Id,
        querystring: NoQuery,
        response: answers,
      },
      handler: (request) => json(find(request.params.id), request),
    });

    app.route("PATCH /api/people/:id", {
      schema: {
        operationId: "updatePerson",
        summary: "Change a person",
        description: `Fields that are left out stay; null takes one away, and the id stays. For role, limits and until: ${PROOF}`,
        params: Id,
        querystring: NoQuery,
        body: Draft,
        response: answers,
      },
      handler: async (request) => {
        const id = find(request.params.id);
        const { id: given = id } = request.body;
        if (given !== id) throw new JiaError("conflict", { detail: message("people.idStays", { id }) });
        if (Object.keys(request.body).some((field) => !FREE.includes(field))) requireProof(request, people);
        return added(await registry.change(id, request.body as unknown as PersonPatch), request);
      },
    });

    app.route("DELETE /api/people/:id", {
      schema: {
        operationId: "deletePerson",
        summary: "Remove a person",
        description: PROOF,
        params: Id,
        querystring: NoQuery,
        response: answers,
      },
      handler: async (request) => {
        const id = find(request.params.id);
        const before = json(id, request);
        await registry.remove(id);
        return before;
      },
    });

    app.route("POST /api/people/:id/presence", {
      schema: {
        operationId: "setPresence",
        summary: "Say that a person is at home or away",
        params: Id,
        querystring: NoQuery,
        body: z.strictObject({ home: z.boolean() }),
        response: answers,
      },
      handler: (request) => {
        const id = find(request.params.id);
        own(request, id);
        people.presences.say(id, request.body.home);
        return json(id, request);
      },
    });

    app.route("GET /api/people/:id/presence", {
      schema: {
        operationId: "listPresence",
        summary: "List when a person came and went, oldest first",
        params: Id,
        querystring: PRESENCES.query({ from: IsoMoment, to: IsoMoment }),
        response: { 200: PRESENCES.body(), ...errorResponses },
      },
      handler: async (request, reply) => {
        const id = find(request.params.id);
        own(request, id);
        const changes = await people.changes(id, request.query);
        const page = PRESENCES.pageOf(request, logged(changes), ({ key }) => key);
        return await PRESENCES.sendPage(request, reply, page, ({ item: { home, at } }) => ({ home, at: timeJson(at) }));
      },
    });

    app.route("PUT /api/people/:id/pin", {
      schema: {
        operationId: "setPin",
        summary: "Set or remove a PIN",
        description: `${PROOF} To change the own PIN, that is the present one.`,
        params: Id,
        querystring: NoQuery,
        // Its form is checked where PINs are set, and no error repeats it.
        body: z.strictObject({ pin: z.string().max(100).nullable() }),
        response: answers,
      },
      handler: async (request) => {
        const id = find(request.params.id);
        await people.pins.set(id, request.body.pin);
        return json(id, request);
      },
    });

    app.route("GET /api/people/:id/tokens", {
      schema: {
        operationId: "listPersonTokens",
        summary: "List a person's tokens",
        params: Id,
        querystring: TOKENS.query(),
        response: { 200: TOKENS.body(), ...errorResponses },
      },
      handler: async (request, reply) => {
        const tokens = await people.tokens.ofPerson(find(request.params.id));
        return TOKENS.send(request, reply, tokens, ({ id, name, createdAt }) => {
          return { id, name, createdAt: timeJson(createdAt) };
        });
      },
    });

    app.route("POST /api/people/:id/tokens", {
      schema: {
        operationId: "createPersonToken",
        summary: "Make a token that acts as a person",
        description: `The token is in this answer and nowhere else. ${PROOF}`,
        params: Id,
        querystring: NoQuery,
        body: z.strictObject({ name: z.string().max(64).default("") }).nullish(),
        response: { 201: PersonTokenBody, ...errorResponses },
      },
      handler: async (request, reply) => {
        const person = find(request.params.id);
        const { saved, token } = await people.tokens.make(person, request.body?.name ?? "");
        const { id, name, createdAt } = saved;
        return created(reply, `/api/people/${person}/tokens/${id}`, {
          ...{ id, name, createdAt: timeJson(createdAt), token },
        });
      },
    });

    app.route("DELETE /api/people/:id/tokens/:token", {
      schema: {
        operationId: "revokePersonToken",
        summary: "Revoke a token",
        description: PROOF,
        params: Id.extend({ token: z.string().min(1).max(100) }),
        querystring: NoQuery,
        response: { 200: z.object({ revoked: z.string() }), ...errorResponses },
      },
      handler: async (request) => {
        const { id, token } = request.params;
        await people.tokens.revoke(find(id), token);
        return { revoked: token };
      },
    });

    app.route("GET /api/people/:id/data", {
      schema: {
        operationId: "getPersonData",
        summary: "Show everything that is kept of a person",
        params: Id,
        querystring: NoQuery,
        response: { 200: PersonDataBody, ...errorResponses },
      },
      handler: async (request) => {
        const id = find(request.params.id);
        own(request, id);
        const data = await people.data.of(id);
        return { data: Object.fromEntries(Object.entries(data).map(([name, things]) => [name, [...things]])) };
      },
    });

    app.route("DELETE /api/people/:id/data", {
      schema: {
        operationId: "erasePersonData",
        summary: "Erase everything that is kept of a person",
        description:
          "The person stays. What was done stays in the audit, without who asked for it; children and guests leave the audit as it is.",
        params: Id,
        querystring: NoQuery,
        response: { 200: PersonErasedBody, ...errorResponses },
      },
      handler: async (request) => {
        const id = find(request.params.id);
        own(request, id);
        return { erased: { ...(await people.data.erase(id, mayManage(request.asker, people))) } };
      },
    });

    app.route("POST /api/presence/:key", {
      schema: {
        operationId: "setPresenceByKey",
        summary: "Say that the person with this key is at home or away",
        params: z.strictObject({ key: z.string().min(1).max(100) }),
        querystring: NoQuery,
        body: z.strictObject({ state: z.enum(["home", "away"]) }),
        response: { 202: z.object({ heard: z.literal(true) }), ...errorResponses },
      },
      handler: (request, reply) => {
        // The key is a secret: the error does not repeat it.
        const heard = people.presences.webhook(request.params.key, request.body.state === "home");
        if (!heard) throw new JiaError("not-found", { what: message("people.withThisKey") });
        reply.code(202);
        return { heard: true as const };
      },
    });
  };
}
