import { z } from "zod";
import { AVAILABILITY, type HistoryRecords, type SeriesKey } from "../../history/index.ts";
import { type Clock, type Device, type DeviceId, type Home, JiaError } from "../../home/index.ts";
import { requireDevice } from "../find-device.ts";
import { timeJson } from "../json.ts";
import { IN_MEMORY, PagedList } from "../list.ts";
import { type AccessTable, defineResource, errorResponses, type Routes } from "../resource.ts";
import { ValueBody } from "../schemas.ts";
import { parseSpan, parseStep, SPAN_QUERY } from "../span.ts";

const DEVICE = z.string().min(1).max(200).meta({ description: "Id or handle. A device that is gone: its id." });
const PROPERTY = z
  .string()
  .min(1)
  .max(200)
  .meta({
    description: `Its address, or ${AVAILABILITY}: whether the device could be reached.`,
    examples: ["environment.temperature"],
  });

const ChangeBody = z.object({
  at: z.string(),
  value: ValueBody.nullable().meta({ description: "null: not known from then on." }),
});
const BucketBody = z.object({
  from: z.string(),
  to: z.string(),
  min: z.number(),
  mean: z.number().meta({ description: "Weighted by how long each value held." }),
  max: z.number(),
  last: z.number(),
  knownMs: z.number().meta({ description: "Milliseconds of the step in which the value was known." }),
});

const ABOUT = {
  device: z.string().meta({ description: "Its handle; its id if it is gone." }),
  property: z.string(),
  unit: z.string().nullable(),
  from: z.string(),
  to: z.string(),
};
const CHANGES = new PagedList("changes", ChangeBody, { key: ["number"], standard: 1_000, most: 50_000 });
const SERIES = new PagedList("series", z.object({ device: z.string(), id: z.string(), property: z.string() }), {
  ...{ key: ["string", "string"], ...IN_MEMORY },
});

export const HistoryBody = z
  .object({
    ...ABOUT,
    knownSince: z.string().nullable().meta({ description: "null: nothing is known of it." }),
    changes: z.array(ChangeBody).optional().meta({ description: "Without step: the newest `limit`, oldest first." }),
    next: z.string().nullable().meta({ description: "`cursor` of the page with those before; null: there are none." }),
    buckets: z
      .array(BucketBody)
      .optional()
      .meta({ description: "With step; steps without any known value are left out." }),
  })
  .meta({ id: "History" });
export const StatesBody = z
  .object({
    ...ABOUT,
    states: z.array(
      z.object({
        value: ValueBody,
        ms: z.number(),
        times: z.number().meta({ description: "How often it became so within the span." }),
      }),
    ),
    unknownMs: z.number(),
  })
  .meta({ id: "StateTimes" });
export const SeriesBody = SERIES.body();
export const ForgottenBody = z.object({
  device: z.string(),
  series: z.number().meta({ description: "Properties that something was kept of." }),
});

/**
 * The history.
 * @throws JiaError `history-off`
 */
export function requireHistory(history: HistoryRecords | null): HistoryRecords {
  if (!history) throw new JiaError("history-off");
  return history;
}

/** The services of the resources about the past. */
export interface HistoryServices {
  readonly home: Home;
  /** null when no history is kept. */
  readonly history: HistoryRecords | null;
  readonly clock: Clock;
}

const ACCESS = {
  "GET /api/history": { who: "everyone", scope: "read" },
  "GET /api/history/states": { who: "everyone", scope: "read" },
  "GET /api/history/series": { who: "everyone", scope: "read" },
  "DELETE /api/history": { who: "adults", scope: "configure" },
} as const satisfies AccessTable;

/** The past of devices: values and how long they held. */
export const historyResource = defineResource({
  tag: "history",
  access: ACCESS,
  routes: historyRoutes,
});

function historyRoutes({ home, history: given, clock }: HistoryServices): Routes<keyof typeof ACCESS> {
  /**
   * The series of a property of a device.
   * @throws JiaError `unknown-device`, `unknown-property` where nothing was ever recorded of it
   */
  const keyOf = async (history: HistoryRecords, named: string, property: string): Promise<SeriesKey> => {
    const device = await historyDevice(home, history, named);
    const key = { device: device.id, address: property };
    const exists = property === AVAILABILITY || device.known?.spec.properties.has(property);
    if (!exists && (await history.knownSince(key)) === null) {
      const known = [...(device.known?.spec.properties.keys() ?? [])].join(", ");
      throw new JiaError("unknown-property", { device: device.called, address: property, ...(known && { known }) });
    }
    return key;
  };
  const about = ({ device, address }: SeriesKey) => {
    const found = home.device(device);
    return {
      device: found?.handle ?? device,
      property: address,
      unit: found?.spec.properties.get(address)?.unit ?? null,
    };
  };

  return (app) => {
    app.route("GET /api/history", {
      schema: {
        operationId: "getHistory",
        summary: "Tell what a property was: its changes, or numbers by steps",
        querystring: CHANGES.query({
          device: DEVICE,
          property: PROPERTY,
          ...SPAN_QUERY,
          step: z.string().max(20).optional().meta({
            description: "hour and day begin by the clock of the home; or a duration: 5m. At most 2,000 steps.",
          }),
        }),
        response: { 200: HistoryBody, ...errorResponses },
      },
      handler: async (request, reply) => {
        const { query } = request;
        const history = requireHistory(given);
        const span = parseSpan(query, home.timezone, clock.now());
        const step = parseStep(query.step, span, home.timezone);
        const key = await keyOf(history, query.device, query.property);
        const since = await history.knownSince(key);
        const told = { ...about(key), ...spanJson(span), knownSince: since === null ? null : timeJson(since) };
        const wanted = CHANGES.wanted(request);
        if (step !== null)
          return { ...told, buckets: (await history.buckets(key, span, step)).map(bucketJson), next: null };
        // A page ends where the one before began. The end of a span is outside of it.
        const part = wanted.after ? { from: span.from, to: Number(wanted.after[0]) } : span;
        const found = await history.changes(key, part, wanted.limit + 1);
        const { items, next } = CHANGES.cut(wanted, found.toReversed(), ({ at }) => [at]);
        return await CHANGES.sendPage(request, reply, { items: items.toReversed(), next }, changeJson, told);
      },
    });

    app.route("GET /api/history/states", {
      schema: {
        operationId: "getStateDurations",
        summary: "Tell how long a property was what",
        querystring: z.strictObject({ device: DEVICE, property: PROPERTY, ...SPAN_QUERY }),
        response: { 200: StatesBody, ...errorResponses },
      },
      handler: async ({ query }) => {
        const history = requireHistory(given);
        // The future is not part of the question, so that it does not count as unknown.
        const { from, to } = parseSpan(query, home.timezone, clock.now());
        const span = { from, to: Math.max(from, Math.min(to, clock.now())) };
        const key = await keyOf(history, query.device, query.property);
        const { states, unknown } = await history.stateTimes(key, span);
        return { ...about(key), ...spanJson(span), states: [...states], unknownMs: unknown };
      },
    });

    app.route("GET /api/history/series", {
      schema: {
        operationId: "listSeries",
        summary: "List what anything is kept of",
        querystring: SERIES.query({ device: DEVICE.optional() }),
        response: { 200: SeriesBody, ...errorResponses },
      },
      handler: async (request, reply) => {
        const { query } = request;
        const history = requireHistory(given);
        const wanted = query.device === undefined ? null : (await historyDevice(home, history, query.device)).id;
        const series = (await history.series()).filter(({ device }) => wanted === null || device === wanted);
        const page = SERIES.pageOf(request, series, ({ device, address }) => [device, address]);
        return await SERIES.sendPage(request, reply, page, (key) => {
          return { device: about(key).device, id: key.device, property: key.address };
        });
      },
    });

    app.route("DELETE /api/history", {
      schema: {
        operationId: "deleteHistory",
        summary: "Delete all that is kept of a device",
        description: "What it does from now on is kept as before; history.exclude ends that.",
        querystring: z.strictObject({ device: DEVICE }),
        response: { 200: ForgottenBody, ...errorResponses },
      },
      handler: async ({ query }) => {
        const history = requireHistory(given);
        const { id, called } = await historyDevice(home, history, query.device);
        return { device: called, series: await history.forget(id) };
      },
    });
  };
}

/**
 * The device of the home with this id or handle, or one that is gone, by its id.
 * @throws JiaError `unknown-device`
 */
export async function historyDevice(
  home: Home,
  history: HistoryRecords,
  called: string,
): Promise<{ readonly id: DeviceId; readonly called: string; readonly known: Device | null }> {
  const known = home.device(called);
  if (known) return { id: known.id, called: known.handle, known };
  if ((await history.series()).some(({ device }) => device === called)) return { id: called, called, known: null };
  const { id, handle } = requireDevice(home, called);
  return { id, called: handle, known: null };
}

function spanJson({ from, to }: { readonly from: number; readonly to: number }) {
  return { from: timeJson(from), to: timeJson(to) };
}

function changeJson({ at, value }: { readonly at: number; readonly value: z.infer<typeof ValueBody> | null }) {
  return { at: timeJson(at), value };
}

function bucketJson({ from, to, known, ...rest }: Awaited<ReturnType<HistoryRecords["buckets"]>>[number]) {
  return { ...spanJson({ from, to }), ...rest, knownMs: Math.round(known) };
}
