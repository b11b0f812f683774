import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { hasScope } from "../../access/index.ts";
import { type AutomationDraft, notFound, type Planner, type SavedAutomation } from "../../automation/index.ts";
import { type Home, Queues } from "../../home/index.ts";
import { created } from "../created.ts";
import { contentVersion, requireMatch } from "../etag.ts";
import { timeJson } from "../json.ts";
import { replyLanguage } from "../language.ts";
import { IN_MEMORY, PagedList } from "../list.ts";
import { requestOrigin } from "../origin.ts";
import { automationJson, checkJson, runJson } from "../plan-json.ts";
import { ApprovalBody, CheckBody, DefinitionBody, IdParams, RunBody, SavedAutomationBody } from "../plan-schemas.ts";
import { type AccessTable, defineResource, errorResponses, NoQuery, type Routes } from "../resource.ts";

/** How many due times a check shows. */
const SHOWN_RUNS = 5;

const LIST = new PagedList("automations", SavedAutomationBody, { key: ["string"], ...IN_MEMORY });

const ACCESS = {
  "GET /api/automations": { who: "everyone", scope: "read" },
  "POST /api/automations": { who: "everyone", scope: "configure" },
  "POST /api/automations/validate": { who: "everyone", scope: "read" },
  "POST /api/automations/dry-run": { who: "everyone", scope: "read" },
  "GET /api/automations/:id": { who: "everyone", scope: "read" },
  "PUT /api/automations/:id": { who: "everyone", scope: "configure" },
  "PATCH /api/automations/:id": { who: "everyone", scope: "configure" },
  "DELETE /api/automations/:id": { who: "everyone", scope: "configure" },
  "GET /api/automations/:id/next": { who: "everyone", scope: "read" },
  "POST /api/automations/:id/run": { who: "everyone", scope: "control" },
  "POST /api/automations/:id/dry-run": { who: "everyone", scope: "read" },
} as const satisfies AccessTable;

/** Automations: list, save, switch, delete, check, preview, run, dry run. */
export const automationsResource = defineResource({
  tag: "automations",
  access: ACCESS,
  standsBy: ({ planner }) => planner.standsBy,
  routes: automationRoutes,
});

function automationRoutes({
  home,
  planner,
}: {
  readonly home: Home;
  readonly planner: Planner;
}): Routes<keyof typeof ACCESS> {
  const { automations } = planner;
  const languageOf = (request: FastifyRequest) => replyLanguage(home, request.headers);
  const askerOf = ({ asker, identity }: FastifyRequest) => ({
    person: asker.person,
    trusted: home.trusts(asker) && hasScope(identity, "configure"),
  });
  const find = (id: string) => {
    const saved = automations.get(id);
    if (!saved)
      throw notFound(
        "automation",
        id,
        automations.list().map(({ definition }) => definition.id),
      );
    return saved;
  };
  /** An automation in an answer that tells its version. */
  const shown = (automation: SavedAutomation, request: FastifyRequest) => {
    request.version = contentVersion(automation.definition);
    return automationJson(automation, planner, languageOf(request), askerOf(request));
  };
  const checkMatch = (request: FastifyRequest, id: string): void => {
    const before = automations.get(id);
    requireMatch(request, before ? contentVersion(before.definition) : null);
  };
  /** Changes of an automation, one after another: none comes between the check of If-Match and its own. Keyed by id. */
  const changes = new Queues();
  const saved = { 200: SavedAutomationBody, ...errorResponses };
  const ran = { 200: RunBody, ...errorResponses };

  return (app) => {
    app.route("GET /api/automations", {
      config: { polled: true },
      schema: {
        operationId: "listAutomations",
        summary: "List all automations",
        querystring: LIST.query({ text: z.string().max(200).optional().meta({ description: "Name, alias or id." }) }),
        response: { 200: LIST.body(), ...errorResponses },
      },
      handler: async (request, reply) => {
        const { text } = request.query;
        const language = languageOf(request);
        const found = text === undefined ? automations.list() : automations.find(text);
        const page = LIST.pageOf(request, found, ({ definition }) => [definition.id]);
        return await LIST.sendPage(request, reply, page, (each) =>
          automationJson(each, planner, language, askerOf(request)),
        );
      },
    });

    app.route("POST /api/automations", {
      config: { polled: true },
      schema: {
        operationId: "createAutomation",
        summary: "Save a new automation",
        querystring: ApprovalBody,
        body: DefinitionBody,
        response: { 201: SavedAutomationBody, ...errorResponses },
      },
      handler: async (request, reply) => {
        const draft = request.body as unknown as AutomationDraft;
        const made = await automations.save(draft, {
          origin: requestOrigin(request),
          approved: request.query.approved === "true",
        });
        return created(reply, `/api/automations/${made.definition.id}`, shown(made, request));
      },
    });

    app.route("POST /api/automations/validate", {
      schema: {
        operationId: "validateAutomation",
        summary: "Check an automation without saving it",
        querystring: NoQuery,
        body: DefinitionBody,
        response: { 200: CheckBody, ...errorResponses },
      },
      handler: (request) => {
        const language = languageOf(request);
        const check = automations.check(request.body);
        const next = check.definition ? automations.preview(check.definition, SHOWN_RUNS) : [];
        return checkJson(
          check,
          home,
          planner,
          language,
          (definition) => automations.describe(definition, language),
          (draft) => ({ kind: "save-automation", draft, replace: true }),
          next,
        );
      },
    });

    app.route("POST /api/automations/dry-run", {
      schema: {
        operationId: "dryRunDefinition",
        summary: "Show what a definition would do now",
        querystring: NoQuery,
        body: DefinitionBody,
        response: ran,
      },
      handler: async (request) => runJson(await automations.dryRun(request.body), home, planner, languageOf(request)),
    });

    app.route("GET /api/automations/:id", {
      config: { polled: true },
      schema: {
        operationId: "getAutomation",
        summary: "Get an automation",
        params: IdParams,
        querystring: NoQuery,
        response: saved,
      },
      handler: (request) => shown(find(request.params.id), request),
    });

    app.route("PUT /api/automations/:id", {
      config: { polled: true },
      schema: {
        operationId: "replaceAutomation",
        summary: "Create or replace an automation",
        params: IdParams,
        querystring: ApprovalBody,
        body: DefinitionBody,
        response: saved,
      },
      handler: async (request) => {
        const draft = { ...request.body, id: request.params.id } as unknown as AutomationDraft;
        const options = {
          origin: requestOrigin(request),
          approved: request.query.approved === "true",
          replace: true,
        };
        return await changes.run(request.params.id, async () => {
          checkMatch(request, request.params.id);
          return shown(await automations.save(draft, options), request);
        });
      },
    });

    app.route("PATCH /api/automations/:id", {
      config: { polled: true },
      schema: {
        operationId: "updateAutomation",
        summary: "Switch an automation on or off",
        params: IdParams,
        querystring: NoQuery,
        body: z.strictObject({ enabled: z.boolean() }),
        response: saved,
      },
      handler: async (request) => {
        const { id } = request.params;
        return await changes.run(id, async () => {
          checkMatch(request, id);
          return shown(await automations.setEnabled(id, request.body.enabled, requestOrigin(request)), request);
        });
      },
    });

    app.route("DELETE /api/automations/:id", {
      schema: {
        operationId: "deleteAutomation",
        summary: "Delete an automation",
        params: IdParams,
        querystring: NoQuery,
        response: saved,
      },
      handler: async (request) => {
        const { id } = request.params;
        return await changes.run(id, async () => {
          checkMatch(request, id);
          const removed = await automations.remove(id, requestOrigin(request));
          return automationJson(removed, planner, languageOf(request), askerOf(request));
        });
      },
    });

    app.route("GET /api/automations/:id/next", {
      schema: {
        operationId: "listDueTimes",
        summary: "List the next due times of an automation",
        params: IdParams,
        querystring: z.strictObject({ count: z.coerce.number().int().min(1).max(1000).default(10) }),
        response: { 200: z.object({ next: z.array(z.string()) }), ...errorResponses },
      },
      handler: ({ params, query }) => {
        const { definition } = find(params.id);
        return { next: automations.preview(definition, query.count).map(timeJson) };
      },
    });

    app.route("POST /api/automations/:id/run", {
      schema: {
        operationId: "runAutomation",
        summary: "Run an automation now",
        description: "Answers when the run ends or waits. `force` ignores conditions, cooldown and mode.",
        params: IdParams,
        querystring: NoQuery,
        body: z.strictObject({ force: z.boolean().optional() }).nullish(),
        response: ran,
      },
      handler: async (request) => {
        const { params, body } = request;
        const run = await automations.run(params.id, {
          origin: requestOrigin(request),
          force: body?.force === true,
        });
        return runJson(run, home, planner, languageOf(request));
      },
    });

    app.route("POST /api/automations/:id/dry-run", {
      schema: {
        operationId: "dryRunAutomation",
        summary: "Show what an automation would do now",
        params: IdParams,
        querystring: NoQuery,
        response: ran,
      },
      handler: async (request) => {
        const run = await automations.dryRun(find(request.params.id).definition);
        return runJson(run, home, planner, languageOf(request));
      },
    });
  };
}
