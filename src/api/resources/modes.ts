import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { type Home, JiaError, Queues } from "../../home/index.ts";
import type { Language } from "../../language/index.ts";
import {
  type HomeModes,
  MODE_CHECKS,
  type ModeChange,
  ModeDefinition,
  type ModeDraft,
  type ModeReport,
  reportText,
} from "../../people/modes/index.ts";
import { contentVersion, requireMatch } from "../etag.ts";
import { errorJson, originJson, outcomeJson, timeJson } from "../json.ts";
import { replyLanguage } from "../language.ts";
import { LOG_KEY, logged, PagedList, WholeList } from "../list.ts";
import { requestOrigin } from "../origin.ts";
import { IdParams, IsoMoment } from "../plan-schemas.ts";
import { type AccessTable, defineResource, errorResponses, NoQuery, type Routes } from "../resource.ts";
import { OutcomeBody } from "../schemas.ts";

const OriginBody = z.looseObject({ kind: z.string() });
const CurrentBody = z.object({
  mode: z.string(),
  since: z.string().nullable().meta({ description: "null: it was never in another mode." }),
  by: OriginBody.nullable(),
});
const MODES = new WholeList("modes", ModeDefinition.meta({ id: "Mode" }));
export const ModesBody = MODES.body({ current: CurrentBody }).meta({ id: "Modes" });

export const ModeReportBody = z
  .object({
    mode: z.string(),
    before: z.string(),
    told: z.string().meta({ description: "For a person, in one sentence." }),
    outcomes: z.array(OutcomeBody).meta({ description: "What its scene did." }),
    findings: z.array(
      z.object({
        check: z.enum(MODE_CHECKS),
        devices: z.array(z.string()).meta({ description: "Handles of those that are so." }),
        unknown: z.array(z.string()).meta({ description: "Handles of those of which it is not known." }),
      }),
    ),
    error: z
      .object({ code: z.string(), message: z.string(), details: z.record(z.string(), z.unknown()) })
      .optional()
      .meta({ description: "Why its scene was not activated." }),
  })
  .meta({ id: "ModeReport" });

const CHANGES = new PagedList(
  "changes",
  z.object({ mode: z.string(), before: z.string(), at: z.string(), by: OriginBody }),
  { key: LOG_KEY, standard: 1_000, most: 1_000 },
);
export const ModeChangesBody = CHANGES.body();

/** The modes check a draft themselves, and name every problem. */
const Draft = z.record(z.string(), z.unknown()).meta({ id: "ModeDraft" });

const ACCESS = {
  "GET /api/modes": { who: "everyone", scope: "read" },
  "PUT /api/modes": { who: "adults", scope: "configure" },
  "GET /api/modes/changes": { who: "everyone", scope: "read" },
  "PUT /api/modes/:id": { who: "adults", scope: "configure" },
  "DELETE /api/modes/:id": { who: "adults", scope: "configure" },
  "POST /api/modes/:id/begin": { who: "everyone", scope: "control" },
} as const satisfies AccessTable;

/** The modes of the home: list, begin, change, and their history. */
export const modesResource = defineResource({
  tag: "modes",
  access: ACCESS,
  routes: modeRoutes,
});

function modeRoutes({ home, modes }: { readonly home: Home; readonly modes: HomeModes }): Routes<keyof typeof ACCESS> {
  const version = () => contentVersion(modes.saved);
  /** All modes, in an answer that tells their version. */
  const all = (request: FastifyRequest) => {
    request.version = version();
    return { modes: modes.saved.map((mode) => ({ ...mode })), next: null, current: currentJson(modes) };
  };
  /** Changes, one after another: none comes between the check of If-Match and its own. */
  const changes = new Queues();
  const change = (request: FastifyRequest, work: () => Promise<unknown>) =>
    changes.run("modes", async () => {
      requireMatch(request, version());
      await work();
      return all(request);
    });
  return (app) => {
    app.route("GET /api/modes", {
      config: { polled: true },
      schema: {
        operationId: "listModes",
        summary: "List all modes, and the one that the home is in",
        querystring: MODES.query(),
        response: { 200: ModesBody, ...errorResponses },
      },
      handler: (request, reply) => {
        request.version = version();
        return MODES.send(request, reply, modes.saved, (mode) => ({ ...mode }), { current: currentJson(modes) });
      },
    });

    app.route("PUT /api/modes", {
      config: { polled: true },
      schema: {
        operationId: "replaceModes",
        summary: "Replace all modes",
        description: "Modes that are left out are deleted; `home` stays.",
        querystring: NoQuery,
        body: z.strictObject({ modes: z.array(Draft).min(1).max(50) }),
        response: { 200: ModesBody, ...errorResponses },
      },
      handler: (request) => {
        const drafts = request.body.modes as unknown as ModeDraft[];
        return change(request, () => modes.replaceAll(drafts, requestOrigin(request)));
      },
    });

    app.route("GET /api/modes/changes", {
      schema: {
        operationId: "listModeChanges",
        summary: "List when which mode began, oldest first",
        querystring: CHANGES.query({ from: IsoMoment, to: IsoMoment }),
        response: { 200: ModeChangesBody, ...errorResponses },
      },
      handler: async (request, reply) => {
        const changes = await modes.changes(request.query);
        const page = CHANGES.pageOf(request, logged(changes), ({ key }) => key);
        return await CHANGES.sendPage(request, reply, page, ({ item }) => changeJson(item));
      },
    });

    app.route("PUT /api/modes/:id", {
      config: { polled: true },
      schema: {
        operationId: "replaceMode",
        summary: "Save a mode",
        params: IdParams,
        querystring: NoQuery,
        body: Draft,
        response: { 200: ModesBody, ...errorResponses },
      },
      handler: (request) => {
        const draft = { ...(request.body as unknown as ModeDraft), id: request.params.id };
        return change(request, () => modes.save(draft, requestOrigin(request)));
      },
    });

    app.route("DELETE /api/modes/:id", {
      schema: {
        operationId: "deleteMode",
        summary: "Delete a mode",
        params: IdParams,
        querystring: NoQuery,
        response: { 200: ModesBody, ...errorResponses },
      },
      handler: (request) => change(request, () => modes.remove(request.params.id)),
    });

    app.route("POST /api/modes/:id/begin", {
      schema: {
        operationId: "beginMode",
        summary: "Bring the home into a mode",
        description: "By its id, its name or another name of it. Activates its scene, then looks at what it checks.",
        params: IdParams,
        querystring: z.strictObject({
          approved: z.enum(["true", "false"]).default("false").meta({
            description: "true: a person has said yes to what the policy asks about in its scene.",
          }),
        }),
        response: { 200: ModeReportBody, ...errorResponses },
      },
      handler: async (request) => {
        const origin = requestOrigin(request);
        const approved = request.query.approved === "true";
        const { id } = request.params;
        const report = await modes.begin(modes.named(id)?.id ?? id, { origin, approved });
        return reportJson(report, home, replyLanguage(home, request.headers));
      },
    });
  };
}

function currentJson(modes: HomeModes) {
  const { mode, since, by } = modes.current();
  return { mode: mode.id, since: since === null ? null : timeJson(since), by: by && originJson(by) };
}

function changeJson({ mode, before, at, by }: ModeChange) {
  return { mode, before, at: timeJson(at), by: originJson(by) };
}

function reportJson(report: ModeReport, home: Home, language: Language) {
  const { mode, before, outcomes, findings, failed } = report;
  const error = failed instanceof JiaError ? failed : failed === null ? null : new JiaError("internal", {}, failed);
  const handles = (devices: readonly { readonly handle: string }[]) => devices.map(({ handle }) => handle);
  return {
    mode: mode.id,
    before: before.id,
    told: reportText(report, language),
    outcomes: outcomes.map((outcome) => outcomeJson(outcome, home, language)),
    findings: findings.map(({ check, devices, unknown }) => ({
      check,
      devices: handles(devices),
      unknown: handles(unknown),
    })),
    ...(error && { error: errorJson(error, language) }),
  };
}
