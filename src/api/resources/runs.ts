import { z } from "zod";
import { notFound, type Planner, RUN_STATUSES } from "../../automation/index.ts";
import type { Home } from "../../home/index.ts";
import { isFor } from "../../people/notices/index.ts";
import { RUN_EVENTS } from "../event-schemas.ts";
import { streamResponse } from "../event-stream.ts";
import { requireDevice } from "../find-device.ts";
import { originJson, outcomeJson, timeJson } from "../json.ts";
import { replyLanguage } from "../language.ts";
import { PagedList } from "../list.ts";
import { requestOrigin } from "../origin.ts";
import { heldBackJson, plannerEventJson, runJson } from "../plan-json.ts";
import { IdParams, IsoMoment, PlannedBody, RunBody } from "../plan-schemas.ts";
import { type AccessTable, defineResource, errorResponses, NoQuery, type Routes } from "../resource.ts";
import { NotedOutcomeBody } from "../schemas.ts";
import { clientDisconnected, streamEvents } from "../stream.ts";

const DAY_MS = 86_400_000;

const RUNS = new PagedList("runs", RunBody, { key: ["number", "string"], standard: 50, most: 1_000 });
const PLANNED = new PagedList("planned", PlannedBody, { key: ["number", "string"], standard: 200, most: 1_000 });

/** Most due times that pages are made of. */
const MOST_PLANNED = 5_000;

const ACCESS = {
  "GET /api/runs": { who: "everyone", scope: "read" },
  "GET /api/runs/:id": { who: "everyone", scope: "read" },
  "POST /api/runs/:id/stop": { who: "everyone", scope: "control" },
  "GET /api/runs/events": { who: "everyone", scope: "read" },
  "GET /api/planned": { who: "everyone", scope: "read" },
  "GET /api/why": { who: "everyone", scope: "read" },
} as const satisfies AccessTable;

/** Runs, what is planned, and why something happened. */
export const runsResource = defineResource({
  tag: "runs",
  access: ACCESS,
  standsBy: ({ planner }) => planner.standsBy,
  routes: runRoutes,
});

function runRoutes({ home, planner }: { readonly home: Home; readonly planner: Planner }): Routes<keyof typeof ACCESS> {
  return (app) => {
    app.route("GET /api/runs", {
      schema: {
        operationId: "listRuns",
        summary: "List runs with their traces, newest first",
        querystring: RUNS.query({
          of: z.string().max(200).optional().meta({ description: "Id of the definition." }),
          status: z.enum(RUN_STATUSES).optional(),
          from: IsoMoment.optional(),
          to: IsoMoment.optional(),
        }),
        response: { 200: RUNS.body(), ...errorResponses },
      },
      handler: async (request, reply) => {
        const { of, status, from, to } = request.query;
        const wanted = RUNS.wanted(request);
        if (of !== undefined) await requireKnown(planner, of);
        const runs = await planner.runs.list({
          limit: wanted.limit + 1,
          ...(wanted.after && { before: { at: Number(wanted.after[0]), id: String(wanted.after[1]) } }),
          ...(of !== undefined && { of }),
          ...(status !== undefined && { status }),
          ...(from !== undefined && { from }),
          ...(to !== undefined && { to }),
        });
        const language = replyLanguage(home, request.headers);
        const page = RUNS.cut(wanted, runs, ({ startedAt, id }) => [startedAt, id]);
        return await RUNS.sendPage(request, reply, page, (run) => runJson(run, home, planner, language));
      },
    });

    app.route("GET /api/runs/:id", {
      schema: {
        operationId: "getRun",
        summary: "Get a run",
        params: IdParams,
        querystring: NoQuery,
        response: { 200: RunBody, ...errorResponses },
      },
      handler: async ({ params, headers }) => {
        const run = await planner.runs.get(params.id);
        if (!run) throw notFound("run", params.id);
        return runJson(run, home, planner, replyLanguage(home, headers));
      },
    });

    app.route("POST /api/runs/:id/stop", {
      schema: {
        operationId: "stopRun",
        summary: "Stop a run",
        params: IdParams,
        querystring: NoQuery,
        response: { 200: z.object({ stopped: z.string() }), ...errorResponses },
      },
      handler: async (request) => {
        const { id } = request.params;
        await planner.runs.stop(id, requestOrigin(request));
        return { stopped: id };
      },
    });

    app.route("GET /api/runs/events", {
      schema: {
        operationId: "streamRuns",
        summary: "Stream what is planned and run",
        description:
          "Server-sent events: run-started, run-finished, notice, say, timer-finished, timers-changed, definitions-changed.",
        querystring: NoQuery,
        response: { 200: streamResponse(RUN_EVENTS, "RunEvent"), ...errorResponses },
      },
      handler: (request, reply): void => {
        const language = replyLanguage(home, request.headers);
        streamEvents(request, reply, (send) =>
          planner.subscribe((event) => {
            // A notice for some people is not shown to others.
            if (event.type === "notice" && !isFor(event, request.asker.person ?? null)) return;
            send(event.type, plannerEventJson(event, home, planner, language));
          }),
        );
      },
    });

    app.route("GET /api/planned", {
      schema: {
        operationId: "listPlanned",
        summary: "List what is due, soonest first",
        querystring: PLANNED.query({
          from: IsoMoment.optional().meta({ description: "Default: now." }),
          to: IsoMoment.optional().meta({ description: "Default: a day later." }),
        }),
        response: { 200: PLANNED.body(), ...errorResponses },
      },
      handler: async (request, reply) => {
        const { query } = request;
        const signal = clientDisconnected(reply);
        const from = query.from ?? Date.now();
        const language = replyLanguage(home, request.headers);
        // The order of the key is not that of those that are due at the same moment: a page needs all.
        const all = await planner.planned(from, query.to ?? from + DAY_MS, MOST_PLANNED, signal);
        const page = PLANNED.pageOf(request, all, ({ at, id }) => [at, id]);
        return await PLANNED.sendPage(request, reply, page, (each) => ({
          ...each,
          at: timeJson(each.at),
          heldBack: each.kind === "automation" ? heldBackJson(planner.automations, each.id, language) : null,
        }));
      },
    });

    app.route("GET /api/why", {
      schema: {
        operationId: "explainState",
        summary: "Explain why a device is in its state",
        description: "The last command that changed it, its origin, and its run.",
        querystring: z.strictObject({
          device: z.string().min(1).max(200).meta({ description: "Id or handle." }),
          address: z.string().max(200).optional().meta({ description: "Only this property or action." }),
          at: IsoMoment.optional(),
        }),
        response: {
          200: z.object({
            text: z.string(),
            cause: z
              .object({
                at: z.string(),
                origin: z.looseObject({ kind: z.string() }),
                outcomes: z.array(NotedOutcomeBody),
                run: RunBody.nullable(),
              })
              .nullable(),
          }),
          ...errorResponses,
        },
      },
      handler: async ({ query: { device: name, address, at }, headers }) => {
        const device = requireDevice(home, name);
        const question = {
          device: device.id,
          ...(address !== undefined && { address }),
          ...(at !== undefined && { at }),
        };
        const language = replyLanguage(home, headers);
        const { text, cause } = await planner.explain(question, language);
        return {
          text,
          cause: cause && {
            at: timeJson(cause.at),
            origin: originJson(cause.origin),
            outcomes: cause.outcomes.map((outcome) => outcomeJson(outcome, home, language)),
            run: cause.run && runJson(cause.run, home, planner, language),
          },
        };
      },
    });
  };
}

/**
 * Checks that an id is known.
 * @throws JiaError `not-found` where no definition has this id, and no run of it is stored
 */
async function requireKnown(planner: Planner, id: string): Promise<void> {
  const { automations, scenes, timers, runs } = planner;
  const definitions = [...automations.list(), ...scenes.list()].map(({ definition }) => definition);
  const known = [...definitions, ...timers.list()].map((each) => each.id);
  if (known.includes(id) || (await runs.list({ of: id, limit: 1 })).length > 0) return;
  throw notFound("any", id, known);
}
