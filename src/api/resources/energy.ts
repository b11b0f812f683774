import { z } from "zod";
import type { EnergyUse } from "../../history/index.ts";
import type { Home } from "../../home/index.ts";
import { timeJson } from "../json.ts";
import { type AccessTable, defineResource, errorResponses, type Routes } from "../resource.ts";
import { parseSpan, parseStep, SPAN_QUERY } from "../span.ts";
import { type HistoryServices, historyDevice, requireHistory } from "./history.ts";

const SOURCES = ["counter", "power"] as const;
const USED = {
  kWh: z.number(),
  cost: z.number().nullable().meta({ description: "In `currency`; null without a tariff." }),
  unknownMs: z.number().meta({ description: "Milliseconds of which nothing is known." }),
};
export const EnergyBody = z
  .object({
    from: z.string(),
    to: z.string(),
    currency: z.string().nullable(),
    total: z.object({
      ...USED,
      of: z.enum(["meter", "devices"]).meta({
        description: "meter: the meter of the whole home tells it. devices: the sum of those that can tell.",
      }),
    }),
    entries: z.array(
      z.object({
        device: z.string().optional(),
        source: z
          .enum(SOURCES)
          .optional()
          .meta({ description: "counter: it counts itself. power: summed from its power." }),
        room: z.string().nullable().optional().meta({ description: "By room; null: those in no room." }),
        from: z.string().optional(),
        to: z.string().optional(),
        ...USED,
      }),
    ),
  })
  .meta({ id: "Energy" });

export const ENERGY_BY = ["device", "room", "day", "hour"] as const;

interface Used {
  readonly kWh: number;
  readonly cost: number | null;
  readonly unknownMs: number;
}

const ACCESS = {
  "GET /api/energy": { who: "everyone", scope: "read" },
} as const satisfies AccessTable;

/** Electric energy: consumption and costs. */
export const energyResource = defineResource({
  tag: "history",
  access: ACCESS,
  routes: energyRoutes,
});

function energyRoutes({ home, history: given, clock }: HistoryServices): Routes<keyof typeof ACCESS> {
  return (app) => {
    app.route("GET /api/energy", {
      schema: {
        operationId: "getEnergy",
        summary: "Tell how much electric energy was used",
        description: "Devices that cannot tell are left out. Without `device`, days and hours are those of the home.",
        querystring: z.strictObject({
          by: z.enum(ENERGY_BY).default("device"),
          device: z.string().max(200).optional().meta({ description: "Only this one, by id or handle." }),
          ...SPAN_QUERY,
        }),
        response: { 200: EnergyBody, ...errorResponses },
      },
      handler: async ({ query: { by, device, ...moments } }) => {
        const history = requireHistory(given);
        const now = clock.now();
        const { from, to } = parseSpan(moments, home.timezone, now);
        const span = { from, to: Math.max(from, Math.min(to, now)) };
        const step = by === "day" || by === "hour" ? by : null;
        if (step) parseStep(step, span, home.timezone);
        const wanted = device === undefined ? null : [(await historyDevice(home, history, device)).id];
        const mains = wanted ? [] : history.mains();
        const ask = (devices: readonly string[] | null) =>
          history.energy({ ...span, ...(devices && { devices }), ...(step && { by: step }) });
        const parts = await ask(wanted);
        const whole = mains.length > 0 ? await ask(mains) : [];
        const total = whole.length > 0 ? whole : parts;
        return {
          from: timeJson(span.from),
          to: timeJson(span.to),
          currency: history.currency,
          total: { ...sum(total), of: whole.length > 0 ? ("meter" as const) : ("devices" as const) },
          entries: step ? byStep(total) : by === "room" ? byRoom(parts, home) : byDevice(parts, home),
        };
      },
    });
  };
}

/** The sum of uses. It is incomplete as soon as one of them is. */
function sum(uses: readonly EnergyUse[]): Used {
  const perDevice = Map.groupBy(uses, ({ device }) => device);
  const unknown = [...perDevice.values()].map((each) => each.reduce((all, { unknown: ms }) => all + ms, 0));
  return {
    kWh: rounded(uses.reduce((all, { kWh }) => all + kWh, 0)),
    cost: uses.some(({ cost }) => cost !== null) ? rounded(uses.reduce((all, { cost }) => all + (cost ?? 0), 0)) : null,
    unknownMs: Math.round(Math.max(0, ...unknown)),
  };
}

function byStep(uses: readonly EnergyUse[]) {
  const steps = [...Map.groupBy(uses, ({ from }) => from)].sort(([a], [b]) => a - b);
  return steps.map(([from, each]) => ({ from: timeJson(from), to: timeJson(each[0]?.to ?? from), ...sum(each) }));
}

/** The uses of devices, the largest first. */
function byDevice(uses: readonly EnergyUse[], home: Home) {
  return uses
    .map((use) => ({ device: home.device(use.device)?.handle ?? use.device, source: use.source, ...sum([use]) }))
    .sort((a, b) => b.kWh - a.kWh);
}

function byRoom(uses: readonly EnergyUse[], home: Home) {
  const rooms = Map.groupBy(uses, ({ device }) => home.device(device)?.room?.name ?? null);
  return [...rooms].map(([room, each]) => ({ room, ...sum(each) })).sort((a, b) => b.kWh - a.kWh);
}

/** Rounded to the milliwatt hour: further digits are rounding errors. */
function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
