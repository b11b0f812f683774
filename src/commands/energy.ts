import type { z } from "zod";
import { ENERGY_BY, EnergyBody } from "../api/resources/energy.ts";
import { durationWords, type Language, message, messages, packOf } from "../language/index.ts";
import { CONNECT_FLAGS, withJia } from "./client/connect.ts";
import { type CommandContext, defineCommand } from "./command.ts";
import { SPAN_FLAGS, spanQuery } from "./history.ts";
import { JSON_FLAG, localMoment, printer, zoneLines } from "./line/answer.ts";
import { unknownVerb } from "./line/verbs.ts";
import { bar } from "./terminal/chart.ts";
import { table, tableWidth } from "./terminal/layout.ts";

type Energy = z.infer<typeof EnergyBody>;
type By = (typeof ENERGY_BY)[number];

/** The width of a bar in columns. */
const BAR = 20;
const MINUTE_MS = 60_000;

export const energy = defineCommand({
  name: "energy",
  summary: message("energy.summary"),
  usage: "",
  details: message("energy.details"),
  examples: ["jia energy --from 7d --by day", "jia energy --by room --from 2026-03-01 --to 2026-03-31"],
  flags: {
    by: { kind: "text", value: "WHAT", about: message("energy.by") },
    device: { kind: "text", value: "DEVICE", about: message("energy.device") },
    ...SPAN_FLAGS,
    ...JSON_FLAG,
    ...CONNECT_FLAGS,
  },
  run({ flags }, context) {
    const { signal } = context;
    const print = printer(flags, context);
    const by = byOf(flags.by);
    return withJia(flags, context, async (client) => {
      const device = flags.device === undefined ? null : await client.device(flags.device, signal);
      const query = new URLSearchParams({ by, ...(device && { device: device.id }), ...spanQuery(flags) });
      const body = await client.get(`/api/energy?${query}`, EnergyBody, signal);
      const zone = await client.timezone(signal);
      print(body, () => lines(body, by, zone, context));
      return 0;
    });
  },
});

/**
 * How the energy is split, from the option.
 * @throws JiaError `usage` for another value
 */
function byOf(given: string | undefined): By {
  if (given === undefined) return "device";
  const found = ENERGY_BY.find((each) => each === given);
  if (!found) throw unknownVerb("energy --by", given, ENERGY_BY);
  return found;
}

function lines(body: Energy, by: By, zone: string, context: CommandContext): readonly string[] {
  const { language, style, stdout } = context;
  const words = messages(language).energy;
  const { entries, total, currency } = body;
  if (entries.length === 0) return [words.none];
  const pictured = stdout.isTTY === true;
  const most = Math.max(...entries.map(({ kWh }) => kWh));
  const rows = entries.map((entry) => [
    nameOf(entry, by, zone, language),
    amount(entry.kWh, language),
    ...(currency === null ? [] : [price(entry.cost, currency, language)]),
    ...(pictured ? [bar(entry.kWh, most, BAR)] : []),
  ]);
  const heading = words.headings[by].filter(
    (_, place) => (place !== 2 || currency !== null) && (place !== 3 || pictured),
  );
  const cost = currency === null ? null : price(total.cost, currency, language);
  const sum = words.total({ kWh: amount(total.kWh, language), cost, meter: total.of === "meter" });
  const unknown =
    total.unknownMs < MINUTE_MS ? [] : [words.unknown({ time: durationWords(total.unknownMs, language) })];
  return [
    ...table([heading, ...rows], style.bold, tableWidth(stdout), [0]),
    sum,
    ...unknown,
    ...zoneLines(zone, rows, context),
  ];
}

function nameOf({ device, room, from }: Energy["entries"][number], by: By, zone: string, language: Language): string {
  switch (by) {
    case "device":
      return device ?? "";
    case "room":
      return room ?? messages(language).energy.noRoom;
    case "day":
      return from === undefined ? "" : localMoment(from, zone).slice(0, "2026-03-01".length);
    case "hour":
      return from === undefined ? "" : localMoment(from, zone).slice(0, "2026-03-01 08:00".length);
    default:
      return by satisfies never;
  }
}

function amount(kWh: number, language: Language): string {
  return packOf(language).grammar.number(kWh);
}

function price(cost: number | null, currency: string, language: Language): string {
  const { locale } = packOf(language);
  return cost === null ? "" : new Intl.NumberFormat(locale, { style: "currency", currency }).format(cost);
}
