import { z } from "zod";
import { durationChangeIn, writtenDurationMs } from "../../assistant/tools/forms/durations.ts";
import { nameClashOf, nameTaken, notFound, type Planner, type Timer } from "../../automation/index.ts";
import { type Clock, type Command, cleanText, type Home, JiaError } from "../../home/index.ts";
import { message } from "../../language/index.ts";
import { created } from "../created.ts";
import { requireDevice } from "../find-device.ts";
import { IN_MEMORY, PagedList } from "../list.ts";
import { requestOrigin } from "../origin.ts";
import { timerJson } from "../plan-json.ts";
import { ApprovalBody, IdParams, TimerBody } from "../plan-schemas.ts";
import { type AccessTable, defineResource, errorResponses, NoQuery, type Routes } from "../resource.ts";
import { ValueBody } from "../schemas.ts";

const MAX_SECONDS = 366 * 86_400;

const CommandBody = z.union([
  z.strictObject({ device: z.string().min(1).max(200), properties: z.record(z.string().max(200), ValueBody) }),
  z.strictObject({
    device: z.string().min(1).max(200),
    action: z.string().max(200),
    in: z.array(ValueBody).max(50).default([]),
  }),
]);

const Written = z
  .string()
  .min(1)
  .max(60)
  .meta({
    description: "In place of seconds, as people write it: 8m, 1h30, 10 minutes; in any language that Jia understands.",
    examples: ["1h30"],
  });

const StartBody = z
  .strictObject({
    name: z.string().max(120).optional(),
    seconds: z.number().min(0).max(MAX_SECONDS).optional(),
    duration: Written.optional(),
    commands: z
      .array(CommandBody)
      .max(100)
      .default([])
      .meta({ description: "The commands at its end. Without any it rings." }),
    room: z.string().max(200).optional().meta({ description: "The room of the request, by id or name." }),
  })
  .meta({
    id: "TimerRequest",
    examples: [
      { name: "pasta", seconds: 480 },
      { name: "pasta", duration: "8m" },
    ],
  });

const LIST = new PagedList("timers", TimerBody, { key: ["number", "string"], ...IN_MEMORY });

/** It changes all the time, and `dueAt` tells the same. */
const REMAINING = { except: /"remainingMs":\d+/g } as const;

const ACCESS = {
  "GET /api/timers": { who: "everyone", scope: "read" },
  "POST /api/timers": { who: "everyone", scope: "control" },
  "GET /api/timers/:id": { who: "everyone", scope: "read" },
  "DELETE /api/timers/:id": { who: "everyone", scope: "control" },
  "POST /api/timers/:id/pause": { who: "everyone", scope: "control" },
  "POST /api/timers/:id/resume": { who: "everyone", scope: "control" },
  "POST /api/timers/:id/add": { who: "everyone", scope: "control" },
} as const satisfies AccessTable;

/** Timers and delayed commands. */
export const timersResource = defineResource({
  tag: "timers",
  access: ACCESS,
  standsBy: ({ planner }) => planner.standsBy,
  routes: timerRoutes,
});

function timerRoutes({
  home,
  planner,
  clock,
}: {
  readonly home: Home;
  readonly planner: Planner;
  readonly clock: Clock;
}): Routes<keyof typeof ACCESS> {
  const { timers } = planner;
  const json = (timer: Timer) => timerJson(timer, clock.now());
  const answers = { 200: TimerBody, ...errorResponses };
  const commandOf = (given: z.output<typeof CommandBody>): Command => {
    const device = requireDevice(home, given.device);
    if ("action" in given) return { kind: "invoke", device: device.id, action: given.action, in: given.in };
    const properties = Object.entries(given.properties).map(([address, value]) => ({ address, value }));
    return { kind: "set", device: device.id, properties };
  };

  return (app) => {
    app.route("GET /api/timers", {
      config: { polled: REMAINING },
      schema: {
        operationId: "listTimers",
        summary: "List timers",
        querystring: LIST.query(),
        response: { 200: LIST.body(), ...errorResponses },
      },
      handler: async (request, reply) => {
        const page = LIST.pageOf(request, timers.list(), ({ createdAt, id }) => [createdAt, id]);
        return await LIST.sendPage(request, reply, page, json);
      },
    });

    app.route("POST /api/timers", {
      schema: {
        operationId: "createTimer",
        summary: "Start a timer or plan commands",
        querystring: ApprovalBody,
        body: StartBody,
        response: { 201: TimerBody, ...errorResponses },
      },
      handler: async (request, reply) => {
        const { body, query } = request;
        const others = timers.list().map(({ id, name }) => ({ id, name }));
        const clash = body.name ? nameClashOf({ id: "", name: body.name }, others) : null;
        if (clash) throw nameTaken("timer", clash);
        const room = body.room === undefined ? null : home.layout.roomNamed(body.room);
        const timer = await timers.start({
          ...(body.name !== undefined && { name: body.name }),
          durationMs: lengthOf(body, writtenDurationMs),
          commands: body.commands.map(commandOf),
          origin: requestOrigin(request),
          room: room?.id ?? null,
          approved: query.approved === "true",
        });
        return created(reply, `/api/timers/${timer.id}`, json(timer));
      },
    });

    app.route("GET /api/timers/:id", {
      config: { polled: REMAINING },
      schema: {
        operationId: "getTimer",
        summary: "Get a timer",
        params: IdParams,
        querystring: NoQuery,
        response: answers,
      },
      handler: ({ params: { id } }) => {
        const all = timers.list();
        const found = all.find((each) => each.id === id);
        if (!found) {
          throw notFound(
            "timer",
            id,
            all.map((each) => each.id),
          );
        }
        return json(found);
      },
    });

    app.route("DELETE /api/timers/:id", {
      schema: {
        operationId: "cancelTimer",
        summary: "Cancel a timer",
        params: IdParams,
        querystring: NoQuery,
        response: answers,
      },
      handler: async (request) => json(await timers.cancel(request.params.id, requestOrigin(request))),
    });

    app.route("POST /api/timers/:id/pause", {
      schema: {
        operationId: "pauseTimer",
        summary: "Pause a timer",
        params: IdParams,
        querystring: NoQuery,
        response: answers,
      },
      handler: async (request) => json(await timers.pause(request.params.id, requestOrigin(request))),
    });

    app.route("POST /api/timers/:id/resume", {
      schema: {
        operationId: "resumeTimer",
        summary: "Resume a timer",
        params: IdParams,
        querystring: NoQuery,
        response: answers,
      },
      handler: async (request) => json(await timers.resume(request.params.id, requestOrigin(request))),
    });

    app.route("POST /api/timers/:id/add", {
      schema: {
        operationId: "extendTimer",
        summary: "Extend or shorten a timer",
        params: IdParams,
        querystring: NoQuery,
        body: z.strictObject({
          seconds: z.number().min(-MAX_SECONDS).max(MAX_SECONDS).optional(),
          duration: Written.optional().meta({
            description: "In place of seconds, as people write it: 2m, -30s, 5 minutes less.",
          }),
        }),
        response: answers,
      },
      handler: async (request) =>
        json(await timers.add(request.params.id, lengthOf(request.body, durationChangeIn), requestOrigin(request))),
    });
  };
}

/**
 * Milliseconds of a length that is given in one of two ways.
 * @param read the milliseconds of a written one; null when it is none
 * @throws JiaError `invalid-request`
 */
function lengthOf(
  { seconds, duration }: { readonly seconds?: number | undefined; readonly duration?: string | undefined },
  read: (written: string) => number | null,
): number {
  if ((seconds === undefined) === (duration === undefined)) {
    throw new JiaError("invalid-request", { detail: message("api.oneLength") });
  }
  if (duration === undefined) return (seconds ?? 0) * 1000;
  const ms = read(duration);
  if (ms === null)
    throw new JiaError("invalid-request", { detail: message("api.notLength", { given: cleanText(duration) }) });
  return ms;
}
