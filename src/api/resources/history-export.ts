import { Readable } from "node:stream";
import { z } from "zod";
import { csvLine, type ExportRow, type HistoryRecords, type SeriesKey, type TimeSpan } from "../../history/index.ts";
import type { Home } from "../../home/index.ts";
import { timeJson } from "../json.ts";
import { type AccessTable, defineResource, errorResponses, type Routes } from "../resource.ts";
import { ValueBody } from "../schemas.ts";
import { parseSpan, SPAN_QUERY } from "../span.ts";
import { type HistoryServices, historyDevice, requireHistory } from "./history.ts";

const COLUMNS = ["time", "device", "name", "property", "value", "unit", "min", "max", "seconds"] as const;
/** The beginning of a span that has none, in milliseconds since the epoch. */
const EVER = 0;

/** The answer is a stream, and its schema describes the text. */
const Text = z.string() as unknown as z.ZodType<Readable>;
/** The `response` of a route that answers with a file. */
const RowBody = z.object({
  time: z.string(),
  device: z.string(),
  name: z.string().nullable(),
  property: z.string(),
  value: ValueBody.nullable(),
  unit: z.string().nullable(),
  min: z.number().nullable(),
  max: z.number().nullable(),
  seconds: z.number().nullable(),
});
const fileResponse = {
  description: `CSV with the columns ${COLUMNS.join(", ")}; or the same as a JSON array. An empty value is not known from then on. min, max and seconds: the value is the mean of so many seconds.`,
  content: { "text/csv": { schema: Text }, "application/json": { schema: z.array(RowBody) as unknown as typeof Text } },
} as const;

const ACCESS = {
  "GET /api/history/export": { who: "adults", scope: "read" },
} as const satisfies AccessTable;

/** The whole history as a file. It is streamed, so its length does not matter for the memory. */
export const historyExportResource = defineResource({
  tag: "history",
  access: ACCESS,
  routes: historyExportRoutes,
});

function historyExportRoutes({ home, history: given, clock }: HistoryServices): Routes<keyof typeof ACCESS> {
  return (app) => {
    app.route("GET /api/history/export", {
      schema: {
        operationId: "exportHistory",
        summary: "Take the history out as a file",
        description: "Ends with the connection. Without `from`: from the beginning on.",
        querystring: z.strictObject({
          device: z.string().max(200).optional().meta({ description: "Only this one, by id or handle." }),
          property: z.string().max(200).optional(),
          ...SPAN_QUERY,
          format: z.enum(["csv", "json"]).default("csv"),
        }),
        response: { 200: fileResponse, ...errorResponses },
      },
      handler: async ({ query }, reply) => {
        const history = requireHistory(given);
        const { device, property, format, from, to } = query;
        const now = clock.now();
        const wanted = device === undefined ? null : (await historyDevice(home, history, device)).id;
        const asked = parseSpan({ from: from ?? timeJson(EVER), to }, home.timezone, now);
        const keys = (await history.series()).filter(
          (key) => (wanted === null || key.device === wanted) && (property === undefined || key.address === property),
        );
        reply.header(
          "content-type",
          format === "csv" ? "text/csv; charset=utf-8; header=present" : "application/json; charset=utf-8",
        );
        reply.header("content-disposition", `attachment; filename="jia-history.${format}"`);
        const lines = format === "csv" ? csvLines(history, home, keys, asked) : jsonLines(history, home, keys, asked);
        return reply.send(Readable.from(lines, { objectMode: false, highWaterMark: 65_536 }));
      },
    });
  };
}

async function* csvLines(
  history: HistoryRecords,
  home: Home,
  keys: readonly SeriesKey[],
  span: TimeSpan,
): AsyncGenerator<string> {
  yield csvLine(COLUMNS);
  for (const key of keys) {
    const about = aboutOf(home, key);
    for await (const rows of history.rows(key, span)) {
      if (rows.length > 0) yield rows.map((row) => csvLine(Object.values(rowJson(row, about)))).join("");
    }
  }
}

async function* jsonLines(
  history: HistoryRecords,
  home: Home,
  keys: readonly SeriesKey[],
  span: TimeSpan,
): AsyncGenerator<string> {
  let first = true;
  yield "[";
  for (const key of keys) {
    const about = aboutOf(home, key);
    for await (const rows of history.rows(key, span)) {
      if (rows.length === 0) continue;
      yield `${first ? "" : ","}\n${rows.map((row) => JSON.stringify(rowJson(row, about))).join(",\n")}`;
      first = false;
    }
  }
  yield "\n]\n";
}

interface About {
  readonly device: string;
  readonly name: string | null;
  readonly property: string;
  readonly unit: string | null;
}

function aboutOf(home: Home, { device, address }: SeriesKey): About {
  const found = home.device(device);
  const unit = found?.spec.properties.get(address)?.unit ?? null;
  return { device: found?.handle ?? device, name: found?.name ?? null, property: address, unit };
}

/** A row in the order of the columns. */
function rowJson({ at, value, summary }: ExportRow, { device, name, property, unit }: About) {
  const { min = null, max = null, ms = null } = summary ?? {};
  return {
    time: timeJson(at),
    device,
    name,
    property,
    value,
    unit,
    min,
    max,
    seconds: ms === null ? null : ms / 1_000,
  };
}
