import { ForgottenBody, HistoryBody, SeriesBody, StatesBody } from "../api/resources/history.ts";
import { AVAILABILITY } from "../history/index.ts";
import { JiaError } from "../home/index.ts";
import { message, messages } from "../language/index.ts";
import type { Client } from "./client/client.ts";
import { CONNECT_FLAGS, withJia } from "./client/connect.ts";
import { type CommandContext, defineCommand, type ExitCode } from "./command.ts";
import { JSON_FLAG, LIMIT_FLAG, printer, zoneLines } from "./line/answer.ts";
import { givenOptions, shellWord } from "./line/shell.ts";
import { missingArgument } from "./line/verbs.ts";
import { askYes, canAsk, yesWords } from "./terminal/ask.ts";
import { fitted, table, tableWidth } from "./terminal/layout.ts";
import {
  bucketTable,
  changeTable,
  type HistoryDevice,
  historyPropertyName,
  isMeasuredProperty,
  measuredLine,
  SPARKLINE_WIDTH,
  statesLine,
} from "./words/history.ts";
import { resolvePropertyAddress } from "./words/property-address.ts";

const FORGET = "forget";
/** Spans up to this length are told by hours, longer ones by days. Milliseconds. */
const BY_HOURS_MS = 3 * 86_400_000;

interface AskedDevice {
  readonly id: string;
  readonly handle: string;
  readonly known: HistoryDevice;
}

/** The options for a span of time. */
export const SPAN_FLAGS = {
  from: { kind: "text", value: "TIME", about: message("history.from") },
  to: { kind: "text", value: "TIME", about: message("history.to") },
} as const;

/** The query parameters of a span. */
export function spanQuery({ from, to }: { readonly from: string | undefined; readonly to: string | undefined }) {
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}

export const history = defineCommand({
  name: "history",
  summary: message("history.summary"),
  usage: "DEVICE [PROPERTY] | forget DEVICE",
  details: message("history.details"),
  examples: [
    "jia history living-ac",
    "jia history bedroom-sensor temperature --from 7d --step day",
    "jia history front-door contact-state --from 2026-03-01 --csv",
  ],
  places: ["device"],
  positionals: { min: 1, max: 2 },
  flags: {
    ...SPAN_FLAGS,
    step: { kind: "text", value: "STEP", about: message("history.step") },
    csv: { kind: "switch", about: message("history.csv") },
    yes: { kind: "switch", about: message("history.yes") },
    ...LIMIT_FLAG,
    ...JSON_FLAG,
    ...CONNECT_FLAGS,
  },
  run({ flags, positionals: [called = "", property] }, context) {
    return withJia(flags, context, async (client) => {
      if (called === FORGET) {
        if (property === undefined) throw missingArgument("history forget DEVICE");
        return await forget(client, property, flags, context);
      }
      const device = await named(client, called, context.signal);
      if (flags.csv) return await printCsv(client, device, property, flags, context);
      return property === undefined
        ? await overview(client, device, flags, context)
        : await details(client, device, property, flags, context);
    });
  },
});

interface Given {
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly step: string | undefined;
  readonly limit: string | undefined;
  readonly json: boolean;
  readonly yes: boolean;
}

/**
 * The device with this handle, id or name, or one that is gone, by its id.
 * @throws JiaError `unknown-device`
 */
async function named(client: Client, called: string, signal: AbortSignal): Promise<AskedDevice> {
  try {
    const known = await client.device(called, signal);
    return { id: known.id, handle: known.handle, known };
  } catch (error) {
    if (!(error instanceof JiaError) || error.code !== "unknown-device") throw error;
    const { series } = await client.get(
      `/api/history/series?${new URLSearchParams({ device: called })}`,
      SeriesBody,
      signal,
    );
    if (series.length === 0) throw error;
    return { id: called, handle: called, known: null };
  }
}

/** Prints all that is recorded of a device, one line for each property. */
async function overview(
  client: Client,
  { id, known }: AskedDevice,
  flags: Given,
  context: CommandContext,
): Promise<ExitCode> {
  const { language, signal, style, stdout } = context;
  const words = messages(language).history;
  const { series } = await client.get(`/api/history/series?${new URLSearchParams({ device: id })}`, SeriesBody, signal);
  const zone = await client.timezone(signal);
  const bodies: unknown[] = [];
  const rows: string[][] = [];
  for (const { property } of inOrder(
    series.map((each) => each.property),
    known,
  )) {
    const query = new URLSearchParams({ device: id, property, ...spanQuery(flags) });
    let line: string;
    if (isMeasuredProperty(known, property)) {
      const { from, to } = await client.get(`/api/history/states?${query}`, StatesBody, signal);
      const steps = sparkSteps(from, to);
      query.set("step", `${steps.ms}ms`);
      query.set("from", from);
      query.set("to", to);
      const body = await client.get(`/api/history?${query}`, HistoryBody, signal);
      bodies.push(body);
      line = measuredLine(body, steps.begins, context);
    } else {
      const body = await client.get(`/api/history/states?${query}`, StatesBody, signal);
      bodies.push(body);
      line = statesLine(known, body, language);
    }
    rows.push([property, historyPropertyName(known, property, language), line]);
  }
  printer(flags, context)({ history: bodies }, () =>
    rows.length === 0
      ? [words.nothingKept]
      : [
          ...table([words.overviewHeading, ...rows], style.bold, tableWidth(stdout), [0]),
          ...zoneLines(zone, rows, context),
        ],
  );
  return 0;
}

/** The addresses in the order in which people ask for them; availability comes last. */
function inOrder(addresses: readonly string[], device: HistoryDevice): { readonly property: string }[] {
  const place = (address: string): number => {
    if (address === AVAILABILITY) return Number.POSITIVE_INFINITY;
    const at = device?.spec.properties.findIndex((each) => each.address === address) ?? -1;
    return at < 0 ? Number.MAX_SAFE_INTEGER : at;
  };
  return [...addresses].sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1)).map((property) => ({ property }));
}

/** The steps of a sparkline. */
function sparkSteps(from: string, to: string): { readonly ms: number; readonly begins: readonly string[] } {
  const begin = Date.parse(from);
  const ms = Math.max(1, Math.ceil((Date.parse(to) - begin) / SPARKLINE_WIDTH));
  const count = Math.ceil((Date.parse(to) - begin) / ms);
  return { ms, begins: Array.from({ length: count }, (_, step) => new Date(begin + step * ms).toISOString()) };
}

/** Prints one property: numbers by steps, or changes with how long each value held. */
async function details(
  client: Client,
  { id, known }: AskedDevice,
  called: string,
  flags: Given,
  context: CommandContext,
): Promise<ExitCode> {
  const { language, signal } = context;
  const property = known && called !== AVAILABILITY ? resolvePropertyAddress(called, known) : called;
  const query = new URLSearchParams({ device: id, property, ...spanQuery(flags) });
  const measured = isMeasuredProperty(known, property);
  const states = await client.get(`/api/history/states?${query}`, StatesBody, signal);
  const long = Date.parse(states.to) - Date.parse(states.from) > BY_HOURS_MS;
  const step = flags.step ?? (measured ? (long ? "day" : "hour") : null);
  if (step !== null) query.set("step", step);
  if (flags.limit !== undefined) query.set("limit", flags.limit);
  const body = await client.get(`/api/history?${query}`, HistoryBody, signal);
  const zone = await client.timezone(signal);
  printer(flags, context)(measured ? body : { ...body, states: states.states, unknownMs: states.unknownMs }, () => {
    if (step !== null) return [...bucketTable(body, zone, context), ...zoneLines(zone, body.buckets ?? [], context)];
    const lines = changeTable(known, body, zone, context);
    return [...lines, statesLine(known, states, language), ...zoneLines(zone, body.changes ?? [], context)];
  });
  return 0;
}

async function printCsv(
  client: Client,
  { id, known }: AskedDevice,
  called: string | undefined,
  flags: Given,
  { signal, stdout }: CommandContext,
): Promise<ExitCode> {
  const property =
    called === undefined ? null : known && called !== AVAILABILITY ? resolvePropertyAddress(called, known) : called;
  const query = new URLSearchParams({ device: id, format: "csv", ...(property && { property }), ...spanQuery(flags) });
  for await (const piece of client.pieces(`/api/history/export?${query}`, signal)) {
    // Nothing more is fetched while the reader has not taken what was written.
    if (!stdout.write(piece)) await new Promise((resolve) => stdout.once("drain", resolve));
  }
  return 0;
}

async function forget(client: Client, called: string, flags: Given, context: CommandContext): Promise<ExitCode> {
  const { language, signal, stdout, stderr, style, program } = context;
  const words = messages(language).history;
  const { id, handle } = await named(client, called, signal);
  const question = words.forgetQuestion({ device: handle });
  const asks = !flags.yes && canAsk(context) && !flags.json;
  if (!flags.yes && !(asks && (await askYes(question, yesWords(), context)))) {
    if (!asks) {
      const options = givenOptions({ ...flags }, ["url", "port", "config"]);
      const command = [program, "history", FORGET, shellWord(handle), "--yes", options].filter(Boolean).join(" ");
      stdout.write(`${style.warn("?")} ${fitted(question, stdout, 2)}\n`);
      stderr.write(`${words.forgetCommand({ command })}\n`);
    }
    return 1;
  }
  const body = await client.send(
    "DELETE",
    `/api/history?${new URLSearchParams({ device: id })}`,
    undefined,
    ForgottenBody,
    signal,
  );
  printer(flags, context)(body, () => [words.forgot({ device: handle, count: body.series })]);
  return 0;
}
