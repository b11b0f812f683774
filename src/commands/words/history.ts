import type { z } from "zod";
import type { HistoryBody, StatesBody } from "../../api/resources/history.ts";
import { AVAILABILITY } from "../../history/index.ts";
import type { Value } from "../../home/index.ts";
import { durationWords, type Language, messages, packOf, unitText } from "../../language/index.ts";
import type { DeviceWithSpec } from "../client/client.ts";
import type { CommandContext } from "../command.ts";
import { localMoment } from "../line/answer.ts";
import { bar, sparkline } from "../terminal/chart.ts";
import { table, tableWidth } from "../terminal/layout.ts";
import { type PropertyAnswer, propertyNameAt, valueWordsAt } from "./state.ts";

type History = z.infer<typeof HistoryBody>;
type States = z.infer<typeof StatesBody>;

/** The device of a history; null when it is gone, and its properties are told by their addresses. */
export type HistoryDevice = DeviceWithSpec | null;

/** The width of a sparkline and of a bar, in columns. */
export const SPARKLINE_WIDTH = 24;
const BAR = 20;
/** The most states of an overview. */
const STATES = 5;

/** Whether a property is a measure, which is told by its numbers and not by how long each value held. */
export function isMeasuredProperty(device: HistoryDevice, address: string): boolean {
  const property = device?.spec.properties.find((each) => each.address === address);
  return property !== undefined && isNumber(property) && !property.access.includes("write");
}

function isNumber({ format, values }: PropertyAnswer): boolean {
  return values.length === 0 && format !== "bool" && format !== "string";
}

/** The name of a property. */
export function historyPropertyName(device: HistoryDevice, address: string, language: Language): string {
  if (address === AVAILABILITY) return messages(language).history.reachability;
  return propertyNameAt(device ?? undefined, address, language);
}

/** A past value in words. */
export function historyValueWords(
  device: HistoryDevice,
  address: string,
  value: Value | null,
  language: Language,
): string {
  const { history } = messages(language);
  if (value === null) return history.notKnown;
  if (address === AVAILABILITY) return value === true ? history.reachable : history.unreachable;
  return valueWordsAt(device ?? undefined, address, value, language);
}

/**
 * The numbers of a span in a line: "▂▃▅ 20 °C to 24 °C, mean 22 °C".
 * @param steps the edges of all steps, also of those without values
 */
export function measuredLine(past: History, steps: readonly string[], { language, stdout }: CommandContext): string {
  const { history } = messages(language);
  const buckets = past.buckets ?? [];
  if (buckets.length === 0) return history.notKnown;
  const known = new Map(buckets.map((bucket) => [bucket.from, bucket.mean]));
  const picture = stdout.isTTY === true ? `${sparkline(steps.map((from) => known.get(from) ?? null))}  ` : "";
  const ms = buckets.reduce((sum, each) => sum + each.knownMs, 0);
  const mean = buckets.reduce((sum, each) => sum + each.mean * each.knownMs, 0) / ms;
  const words = (value: number) => numberWords(value, past.unit, language);
  const low = words(Math.min(...buckets.map(({ min }) => min)));
  const high = words(Math.max(...buckets.map(({ max }) => max)));
  return picture + history.range({ low, high, mean: words(mean) });
}

/** The durations of states in a line: "on 3 hours (4 times), off 21 hours". */
export function statesLine(device: HistoryDevice, { property, states, unknownMs }: States, language: Language): string {
  const { history } = messages(language);
  const told = states.slice(0, STATES).map(({ value, ms, times }) =>
    history.spell({
      value: historyValueWords(device, property, value, language),
      time: durationWords(ms, language),
      times,
    }),
  );
  // Gaps of less than a second come from clocks.
  if (unknownMs >= 1_000) told.push(history.unknownFor({ time: durationWords(unknownMs, language) }));
  return packOf(language).messages.devices.parts({ parts: told });
}

/** A table of numbers, one line for each step. */
export function bucketTable(
  past: History,
  zone: string,
  { language, style, stdout }: CommandContext,
): readonly string[] {
  const { history } = messages(language);
  const buckets = past.buckets ?? [];
  if (buckets.length === 0) return [history.none];
  const pictured = stdout.isTTY === true;
  const most = Math.max(...buckets.map(({ mean }) => mean));
  const rows = buckets.map((bucket) => [
    localMoment(bucket.from, zone),
    ...[bucket.mean, bucket.min, bucket.max].map((value) => numberWords(value, past.unit, language)),
    ...(pictured ? [bar(bucket.mean, most, BAR)] : []),
  ]);
  const heading = history.bucketsHeading.slice(0, pictured ? undefined : -1);
  return table([heading, ...rows], style.bold, tableWidth(stdout), [0]);
}

/** A table of changes, one line each, with the duration of each value. */
export function changeTable(
  device: HistoryDevice,
  past: History,
  zone: string,
  { language, style, stdout }: CommandContext,
): readonly string[] {
  const { history } = messages(language);
  const changes = past.changes ?? [];
  if (changes.length === 0) return [history.none];
  const rows = changes.map(({ at, value }, place) => {
    const end = changes[place + 1]?.at ?? past.to;
    return [
      localMoment(at, zone),
      historyValueWords(device, past.property, value, language),
      durationWords(Date.parse(end) - Date.parse(at), language),
    ];
  });
  return table([history.changesHeading, ...rows], style.bold, tableWidth(stdout), [0]);
}

/** A number with its unit, in a useful precision: whole from a hundred on. */
function numberWords(value: number, unit: string | null, language: Language): string {
  const size = Math.abs(value);
  const digits = size >= 100 ? 0 : size >= 10 ? 1 : 2;
  return unitText(Number(value.toFixed(digits)), unit, language);
}
