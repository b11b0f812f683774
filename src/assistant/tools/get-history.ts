import { z } from "zod";
import type { EnergyUse } from "../../history/port.ts";
import type { DeviceId, HomeView } from "../../home/index.ts";
import { JiaError } from "../../home/index.ts";
import { message } from "../../language/index.ts";
import { energyFacts, type PastHistory, PastTeller } from "../past/index.ts";
import type { Prompts } from "../prompts.ts";
import { PLACE_NAMES } from "./devices/selection.ts";
import { isPlainObject, type KeyAliases, type UnknownFields } from "./forms/argument-shape.ts";
import { type RequestedSpan, requestedSpan } from "./forms/past-span.ts";
import { WRITE_NAMES } from "./forms/writes.ts";
import { energyContent, requestedStep, seriesContent, timeText } from "./history/content.ts";
import { factOfSeries, type HistoryRequest, loadSeries } from "./history/load.ts";
import { energySentences, seriesSentences } from "./history/sentences.ts";
import { type HistoryTargets, isEnergy, resolveHistoryDevices, resolveSeries } from "./history/series.ts";
import { contentResult, defineTool, type Tool, type ToolContext, type ToolResult } from "./tool.ts";

const WHAT = ["values", "summary", "states", "changes", "energy"] as const;

const Arguments = z.strictObject({
  devices: z.array(z.string().min(1).max(100)).max(20).optional(),
  property: z.string().min(1).max(100).optional(),
  from: z.string().min(1).max(60).optional(),
  to: z.string().min(1).max(60).optional(),
  step: z.string().min(1).max(40).optional(),
  room: z.string().max(100).optional(),
  kind: z.string().max(100).optional(),
  what: z.enum(WHAT).optional(),
});
type Arguments = z.output<typeof Arguments>;

const NAMES: KeyAliases = {
  devices: ["device", "name", "names", ...(WRITE_NAMES["device"] ?? [])],
  property: ["properties", ...(WRITE_NAMES["property"] ?? [])],
  from: ["since", "start", "span", "period", "when", "time", "range", "after", "day", "date", "at"],
  to: ["until", "end", "before"],
  step: ["per", "by", "interval", "every", "resolution", "bucket"],
  room: PLACE_NAMES,
  kind: WRITE_NAMES["kind"] ?? [],
  what: ["type", "query", "mode"],
};

/** The tool that reads the history: states with their times and lengths, values, energy. */
export function getHistoryTool(home: HomeView, history: PastHistory, prompts: Prompts): Tool {
  return defineTool(prompts, {
    name: "get_history",
    kind: "read",
    schema: Arguments,
    examples: [{ devices: ["HANDLE"], property: "temperature", from: "last night" }],
    names: NAMES,
    reform: (given) => (isPlainObject(given) ? onePropertyOf(given) : given),
    run: async (args, context) => {
      const span = requestedSpan(args.from, args.to, context.now, home.timezone);
      return isEnergy(args.property) || args.what === "energy"
        ? await energyRead(home, history, args, span, context)
        : await seriesRead(home, history, args, span, context);
    },
  });
}

/** Joins several properties into one text, drops an unknown `what`, and gives `values` a step. */
function onePropertyOf(given: UnknownFields): UnknownFields {
  const { property, what, step } = given;
  const one = Array.isArray(property) ? property.join(",") : property;
  const all = what === "states" || what === "changes" || what === "summary" || what === "energy" || what === "values";
  return {
    ...given,
    ...(one !== undefined && { property: one }),
    ...(what !== undefined && !all && { what: undefined }),
    ...(what === "values" && step === undefined && { step: "hour" }),
  };
}

async function seriesRead(
  home: HomeView,
  history: PastHistory,
  args: Arguments,
  span: RequestedSpan,
  context: ToolContext,
): Promise<ToolResult> {
  const { property, step } = args;
  if (args.devices === undefined && args.room === undefined && args.kind === undefined && property === undefined)
    throw new JiaError("invalid-tool-arguments", { tool: "get_history", detail: message("tools.chooseHistory") });
  const meant = resolveHistoryDevices(home, args, context);
  const { series, errors: wrong, more } = resolveSeries(home, history, meant.devices, property, context);
  const reading: HistoryRequest = {
    history,
    span,
    timezone: home.timezone,
    step: requestedStep(step),
    count: Math.max(1, series.length),
  };
  const errors = [...meant.errors, ...wrong];
  const all = await Promise.all(series.map((each) => loadSeries(each, reading)));
  const content = {
    ...spanContent(reading),
    history: all.map((each) => seriesContent(each, reading)),
    ...(more > 0 && { more }),
    ...(errors.length > 0 && { errors }),
  };
  const told = seriesSentences(all, span, tellerOf(home, history, span, context));
  const past = all.map((each) => factOfSeries(each, reading));
  const found = series.map(({ device }) => device.id);
  return { ...contentResult(content), read: { devices: [], found, past, ...(told !== "" && { tell: () => told }) } };
}

async function energyRead(
  home: HomeView,
  history: PastHistory,
  args: Arguments,
  span: RequestedSpan,
  context: ToolContext,
): Promise<ToolResult> {
  const named = args.devices !== undefined || args.room !== undefined || args.kind !== undefined;
  const meant = named
    ? resolveHistoryDevices(home, args as HistoryTargets, context)
    : { devices: home.devices, errors: [] };
  const step = requestedStep(args.step);
  const devices = meant.devices.map(({ id }) => id);
  const mains = named ? [] : history.mains().filter((id) => home.device(id) !== undefined);
  const uses = await usesOf(history, named ? devices : devices.filter((id) => !mains.includes(id)), span, step);
  // A main meter counts the whole home.
  const all = mains.length > 0 ? await usesOf(history, mains, span, null) : null;
  const reading: HistoryRequest = { history, span, timezone: home.timezone, step, count: 1 };
  const currency = history.currency ?? null;
  const content = {
    ...spanContent(reading),
    ...energyContent(uses, home, currency, reading),
    ...(all && { meter: all.reduce((sum, { kWh }) => sum + kWh, 0) }),
    ...(uses.length === 0 && { known: false }),
    ...(meant.errors.length > 0 && { errors: meant.errors }),
  };
  const told = energySentences(uses, home, named, tellerOf(home, history, span, context));
  const past = energyFacts(uses, span, home.timezone);
  return {
    ...contentResult(content),
    read: { devices: [], found: uses.map(({ device }) => device), past, tell: () => told },
  };
}

async function usesOf(
  history: PastHistory,
  devices: readonly DeviceId[],
  { from, to }: RequestedSpan,
  step: HistoryRequest["step"],
): Promise<readonly EnergyUse[]> {
  const by = step === "day" ? "day" : step === null ? undefined : "hour";
  return await history.energy({ devices, from, to, ...(by && { by }) });
}

function spanContent(reading: HistoryRequest): object {
  const whole = { ...reading, span: { from: 0, to: reading.span.to } };
  return { from: timeText(reading.span.from, whole), to: timeText(reading.span.to, whole) };
}

function tellerOf(home: HomeView, history: PastHistory, { from, to }: RequestedSpan, context: ToolContext): PastTeller {
  const means = {
    history,
    now: context.now,
    timezone: home.timezone,
    language: context.language,
    currency: history.currency ?? null,
  };
  return PastTeller.within(means, { from, to });
}
