import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import {
  type Activation,
  notFound,
  type Planner,
  type Saved,
  type Scene,
  type SceneDraft,
  Target,
} from "../../automation/index.ts";
import { type Home, Queues } from "../../home/index.ts";
import { created } from "../created.ts";
import { contentVersion, requireMatch } from "../etag.ts";
import { sendExecution } from "../execution-status.ts";
import { outcomeJson } from "../json.ts";
import { replyLanguage } from "../language.ts";
import { IN_MEMORY, PagedList } from "../list.ts";
import { requestOrigin } from "../origin.ts";
import { checkJson, sceneJson } from "../plan-json.ts";
import { ApprovalBody, ChangeBody, CheckBody, DefinitionBody, IdParams, SavedSceneBody } from "../plan-schemas.ts";
import { type AccessTable, defineResource, errorResponses, NoQuery, type Routes } from "../resource.ts";
import { commandResponses, ValueBody } from "../schemas.ts";

const Parameters = z.strictObject({ parameters: z.record(z.string().max(40), ValueBody).optional() });

const LIST = new PagedList("scenes", SavedSceneBody, { key: ["string"], ...IN_MEMORY });

const ACCESS = {
  "GET /api/scenes": { who: "everyone", scope: "read" },
  "POST /api/scenes": { who: "everyone", scope: "configure" },
  "POST /api/scenes/validate": { who: "everyone", scope: "read" },
  "POST /api/scenes/snapshot": { who: "everyone", scope: "configure" },
  "GET /api/scenes/:id": { who: "everyone", scope: "read" },
  "PUT /api/scenes/:id": { who: "everyone", scope: "configure" },
  "DELETE /api/scenes/:id": { who: "everyone", scope: "configure" },
  "POST /api/scenes/:id/activate": { who: "everyone", scope: "control" },
  "POST /api/scenes/:id/preview": { who: "everyone", scope: "read" },
  "POST /api/scenes/:id/undo": { who: "everyone", scope: "control" },
} as const satisfies AccessTable;

/** Scenes: list, save, delete, check, make from now, activate, preview, undo. */
export const scenesResource = defineResource({
  tag: "scenes",
  access: ACCESS,
  standsBy: ({ planner }) => planner.standsBy,
  routes: sceneRoutes,
});

function sceneRoutes({
  home,
  planner,
}: {
  readonly home: Home;
  readonly planner: Planner;
}): Routes<keyof typeof ACCESS> {
  const { scenes } = planner;
  const languageOf = (request: FastifyRequest) => replyLanguage(home, request.headers);
  const find = (id: string) => {
    const saved = scenes.get(id);
    if (!saved)
      throw notFound(
        "scene",
        id,
        scenes.list().map(({ definition }) => definition.id),
      );
    return saved;
  };
  const answer = (activation: Activation, request: FastifyRequest, reply: FastifyReply) => {
    const lost = activation.lost?.map((outcome) => outcomeJson(outcome, home, languageOf(request)));
    return sendExecution({ outcomes: activation.outcomes }, home, request, reply, lost && { lost });
  };
  /** A scene in an answer that tells its version. */
  const shown = (scene: Saved<Scene>, request: FastifyRequest) => {
    request.version = contentVersion(scene.definition);
    return sceneJson(scene, planner, languageOf(request));
  };
  const checkMatch = (request: FastifyRequest, id: string): void => {
    const before = scenes.get(id);
    requireMatch(request, before ? contentVersion(before.definition) : null);
  };
  /** Changes of a scene, one after another: none comes between the check of If-Match and its own. Keyed by id. */
  const changes = new Queues();
  const saved = { 200: SavedSceneBody, ...errorResponses };

  return (app) => {
    app.route("GET /api/scenes", {
      config: { polled: true },
      schema: {
        operationId: "listScenes",
        summary: "List all scenes",
        querystring: LIST.query({ text: z.string().max(200).optional().meta({ description: "Name, alias or id." }) }),
        response: { 200: LIST.body(), ...errorResponses },
      },
      handler: async (request, reply) => {
        const { text } = request.query;
        const language = languageOf(request);
        const found = text === undefined ? scenes.list() : scenes.find(text);
        const page = LIST.pageOf(request, found, ({ definition }) => [definition.id]);
        return await LIST.sendPage(request, reply, page, (each) => sceneJson(each, planner, language));
      },
    });

    app.route("POST /api/scenes", {
      config: { polled: true },
      schema: {
        operationId: "createScene",
        summary: "Save a new scene",
        querystring: ApprovalBody,
        body: DefinitionBody,
        response: { 201: SavedSceneBody, ...errorResponses },
      },
      handler: async (request, reply) => {
        const draft = request.body as unknown as SceneDraft;
        const made = await scenes.save(draft, {
          origin: requestOrigin(request),
          approved: request.query.approved === "true",
        });
        return created(reply, `/api/scenes/${made.definition.id}`, shown(made, request));
      },
    });

    app.route("POST /api/scenes/validate", {
      schema: {
        operationId: "validateScene",
        summary: "Check a scene without saving it",
        querystring: NoQuery,
        body: DefinitionBody,
        response: { 200: CheckBody, ...errorResponses },
      },
      handler: (request) => {
        const language = languageOf(request);
        return checkJson(
          scenes.check(request.body),
          home,
          planner,
          language,
          (scene) => scenes.describe(scene, language),
          (draft) => ({ kind: "save-scene", draft, replace: true }),
          [],
        );
      },
    });

    app.route("POST /api/scenes/snapshot", {
      schema: {
        operationId: "snapshotScene",
        summary: "Draft a scene from the current state",
        description: "Saves nothing. POST the draft to /api/scenes.",
        querystring: NoQuery,
        body: z.strictObject({ name: z.string().min(1).max(120), target: Target }),
        response: { 200: DefinitionBody, ...errorResponses },
      },
      handler: ({ body }) => ({ ...scenes.snapshot(body.name, body.target) }),
    });

    app.route("GET /api/scenes/:id", {
      config: { polled: true },
      schema: {
        operationId: "getScene",
        summary: "Get a scene",
        params: IdParams,
        querystring: NoQuery,
        response: saved,
      },
      handler: (request) => shown(find(request.params.id), request),
    });

    app.route("PUT /api/scenes/:id", {
      config: { polled: true },
      schema: {
        operationId: "replaceScene",
        summary: "Create or replace a scene",
        params: IdParams,
        querystring: ApprovalBody,
        body: DefinitionBody,
        response: saved,
      },
      handler: async (request) => {
        const draft = { ...request.body, id: request.params.id } as unknown as SceneDraft;
        const options = {
          origin: requestOrigin(request),
          approved: request.query.approved === "true",
          replace: true,
        };
        return await changes.run(request.params.id, async () => {
          checkMatch(request, request.params.id);
          return shown(await scenes.save(draft, options), request);
        });
      },
    });

    app.route("DELETE /api/scenes/:id", {
      schema: {
        operationId: "deleteScene",
        summary: "Delete a scene",
        params: IdParams,
        querystring: NoQuery,
        response: saved,
      },
      handler: async (request) => {
        const { id } = find(request.params.id).definition;
        return await changes.run(id, async () => {
          checkMatch(request, id);
          return sceneJson(await scenes.remove(id, requestOrigin(request)), planner, languageOf(request));
        });
      },
    });

    app.route("POST /api/scenes/:id/activate", {
      schema: {
        operationId: "activateScene",
        summary: "Activate a scene",
        description: "Waits for the devices. Status codes as for setting properties.",
        params: IdParams,
        querystring: ApprovalBody,
        body: Parameters.nullish(),
        response: commandResponses,
      },
      handler: async (request, reply) => {
        const parameters = request.body?.parameters ?? {};
        const options = { origin: requestOrigin(request), parameters, approved: request.query.approved === "true" };
        return answer(await scenes.activate(find(request.params.id).definition.id, options), request, reply);
      },
    });

    app.route("POST /api/scenes/:id/preview", {
      schema: {
        operationId: "previewScene",
        summary: "Show what activating a scene would change",
        params: IdParams,
        querystring: NoQuery,
        body: Parameters.nullish(),
        response: { 200: z.object({ changes: z.array(ChangeBody) }), ...errorResponses },
      },
      handler: ({ params, body }) => ({
        changes: scenes.preview(find(params.id).definition.id, body?.parameters ?? {}).map((change) => ({
          ...change,
          device: home.device(change.device)?.handle ?? change.device,
          id: change.device,
          before: change.before ?? null,
        })),
      }),
    });

    app.route("POST /api/scenes/:id/undo", {
      schema: {
        operationId: "undoScene",
        summary: "Undo the last activation of a scene",
        params: IdParams,
        querystring: NoQuery,
        response: commandResponses,
      },
      handler: async (request, reply) =>
        answer(await scenes.undo(find(request.params.id).definition.id, requestOrigin(request)), request, reply),
    });
  };
}
