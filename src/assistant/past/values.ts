import type { SeriesKey } from "../../history/port.ts";
import type { Property } from "../../home/index.ts";
import { saidValue, type ToldNumber } from "../../language/index.ts";
import type { DeviceTarget } from "../../understanding/ground/target.ts";
import type { PastWhat } from "../../understanding/past/question.ts";
import { type PastSpan, type ResolvedSpan, resolveSpan } from "../../understanding/past/span.ts";
import { noRecordText, notRecordedText, type PastQueryContext, subjectName } from "./query-context.ts";
import { PastTeller } from "./teller.ts";

type Valued = Extract<PastWhat, { kind: "value" }>;

/** Most things that are listed one by one. */
const MOST_TOLD = 4;
/** Most values of a value list that are told. */
const MOST_MODES = 3;

/** One property whose past is asked about. */
interface MeasuredSeries {
  readonly target: DeviceTarget;
  readonly property: Property;
  readonly key: SeriesKey;
}

function measuresIn({ step, teller }: PastQueryContext): readonly MeasuredSeries[] {
  const { targets, properties } = step.query;
  return targets.flatMap((target, at) => {
    const property = properties[at] ?? null;
    const key = property && { device: target.indexed.device.id, address: property.address };
    return property && key && teller.context.history.keeps(key) ? [{ target, property, key }] : [];
  });
}

/** Answers what a value was: at a moment, in a span, its maximum, minimum or mean. */
export async function valueAnswer(what: Valued, asking: PastQueryContext): Promise<string> {
  const measures = measuresIn(asking);
  const { teller, step } = asking;
  const { place } = teller;
  if (measures.length === 0) return notRecordedText(asking);
  if (place === null) return teller.words.noRecord(null, "");
  const { above, below, values } = step.frame;
  const limit = values[0]?.quantity?.value;
  const tell = async (measure: MeasuredSeries): Promise<string> => {
    if ((above || below) && limit !== undefined) return await beyondText(measure, above, limit, place, asking);
    switch (what.of) {
      case "then":
        return place.moment ? await thenText(measure, place.from, asking) : await rangeText(measure, place, asking);
      case "least":
      case "most":
        return await endText(measure, what, place, asking);
      case "mean":
        return await meanText(measure, place, asking);
      default:
        return what.of satisfies never;
    }
  };
  if (what.which) return await whichText(measures, what, place, asking);
  return teller.sentences(await Promise.all(measures.slice(0, MOST_TOLD).map(tell)));
}

/** Most rooms that are compared. */
const MOST_COMPARED = 30;

/** Answers which of several had the highest or lowest value, and when. */
async function whichText(
  measures: readonly MeasuredSeries[],
  what: Valued,
  place: ResolvedSpan,
  asking: PastQueryContext,
): Promise<string> {
  const { history } = asking.teller.context;
  const found = await Promise.all(
    measures.slice(0, MOST_COMPARED).map(async (measure) => {
      const ends = isNumber(measure.property) && !place.moment ? await history.extremes(measure.key, place) : null;
      const value = (what.of === "least" ? ends?.lowest : ends?.highest)?.value;
      return typeof value === "number" ? [{ measure, value }] : [];
    }),
  );
  const [best] = found
    .flat()
    .sort((one, other) => (what.of === "least" ? one.value - other.value : other.value - one.value));
  const [first] = measures;
  if (best) return await endText(best.measure, what, place, asking);
  return first ? await noRecordText(asking, first) : notRecordedText(asking);
}

async function thenText(
  { target, property, key }: MeasuredSeries,
  at: number,
  asking: PastQueryContext,
): Promise<string> {
  const found = await asking.teller.context.history.valueAt(key, at);
  if (found?.value == null) return await noRecordText(asking, { target, key, property });
  return asking.teller.words.value(asking.measured(target, property, found.value));
}

async function rangeText(measure: MeasuredSeries, place: ResolvedSpan, asking: PastQueryContext): Promise<string> {
  const { target, property, key } = measure;
  const { teller } = asking;
  const { history, language } = teller.context;
  if (!isNumber(property)) return await modesText(measure, place, asking);
  const found = await history.summary(key, place);
  if (!found) return await noRecordText(asking, { target, key, property });
  const { min, max } = found;
  const told = teller.words.between(
    numberOf(measure, asking),
    saidValue(property, rounded(min, property), language),
    saidValue(property, rounded(max, property), language),
  );
  return teller.sentences([told, teller.knownSince(await history.knownSince(key))]);
}

/** Answers how long each value of a value list held. */
async function modesText(
  { target, property, key }: MeasuredSeries,
  place: ResolvedSpan,
  asking: PastQueryContext,
): Promise<string> {
  const { teller } = asking;
  const { history, language } = teller.context;
  const { states } = await history.stateTimes(key, place);
  const longest = [...states].sort((one, other) => other.ms - one.ms).slice(0, MOST_MODES);
  const [only, ...others] = longest;
  if (!only) return await noRecordText(asking, { target, key, property });
  if (others.length === 0) return teller.words.value(asking.measured(target, property, only.value));
  return teller.words.modes(
    subjectName(asking, target),
    longest.map(({ value, ms }) => ({ value: saidValue(property, value, language), length: teller.length(ms) })),
  );
}

async function endText(
  measure: MeasuredSeries,
  what: Valued,
  place: ResolvedSpan,
  asking: PastQueryContext,
): Promise<string> {
  const { target, property, key } = measure;
  const { teller } = asking;
  const { history, language } = teller.context;
  if (place.moment) return await thenText(measure, place.from, asking);
  const found = isNumber(property) ? await history.extremes(key, place) : null;
  const end = what.of === "least" ? found?.lowest : found?.highest;
  if (!end || typeof end.value !== "number") return await noRecordText(asking, { target, key, property });
  const value = saidValue(property, rounded(end.value, property), language);
  // A value from before the span counts from its start.
  const at = teller.clock(Math.max(end.at, place.from));
  const of = numberOf(measure, asking);
  const told =
    what.of === "least" ? teller.words.least(of, value, at, what.when) : teller.words.most(of, value, at, what.when);
  return teller.sentences([told, teller.knownSince(await history.knownSince(key))]);
}

async function meanText(measure: MeasuredSeries, place: ResolvedSpan, asking: PastQueryContext): Promise<string> {
  const { target, property, key } = measure;
  const { teller } = asking;
  const { history, language } = teller.context;
  const found = isNumber(property) && !place.moment ? await history.summary(key, place) : null;
  if (!found) return await noRecordText(asking, { target, key, property });
  const told = teller.words.mean(
    numberOf(measure, asking),
    saidValue(property, rounded(found.mean, property), language),
  );
  return teller.sentences([told, teller.knownSince(await history.knownSince(key))]);
}

async function beyondText(
  measure: MeasuredSeries,
  above: boolean,
  limit: number,
  place: ResolvedSpan,
  asking: PastQueryContext,
): Promise<string> {
  const { target, property, key } = measure;
  const { teller } = asking;
  const { history, language } = teller.context;
  const found = isNumber(property)
    ? await history.extremes(key, { from: place.from, to: Math.max(place.to, place.from + 1) })
    : null;
  const end = above ? found?.highest : found?.lowest;
  if (!end || typeof end.value !== "number") return await noRecordText(asking, { target, key, property });
  const yes = above ? end.value > limit : end.value < limit;
  const value = saidValue(property, rounded(end.value, property), language);
  const at = teller.clock(Math.max(end.at, place.from));
  return teller.words.beyond(yes, above, numberOf(measure, asking), value, at);
}

/** Answers whether a value is higher or lower than at another time. */
export async function comparisonAnswer(
  { more, than }: Extract<PastWhat, { kind: "compared" }>,
  asking: PastQueryContext,
): Promise<string> {
  const [measure] = measuresIn(asking);
  const { teller } = asking;
  const { language } = teller.context;
  if (!measure || !isNumber(measure.property)) return notRecordedText(asking);
  const own = teller.place ? await numberIn(measure, teller.place, asking) : numberNow(measure);
  const then = teller.place ? than : asSameTime(than);
  const place = resolveSpan(then, teller.context.now, teller.context.timezone);
  const before = place && (await numberIn(measure, place, asking));
  const beside = new PastTeller(teller.context, then);
  if (own === null || before === null)
    return await noRecordText({ ...asking, teller: own === null ? teller : beside }, measure);
  const yes = isAlike(own, before, measure.property) ? null : more === null || own > before === more;
  const said = (value: number): string => saidValue(measure.property, rounded(value, measure.property), language);
  return teller.words.compared(yes, said(own), teller.spanText, said(before), beside.spanText);
}

/** Compared with now, "yesterday" means yesterday at this time. */
function asSameTime(span: PastSpan): PastSpan {
  return span.kind === "day" && span.hours === null && span.day !== null ? { kind: "same-time", day: span.day } : span;
}

async function numberIn(
  { key }: MeasuredSeries,
  place: ResolvedSpan,
  { teller }: PastQueryContext,
): Promise<number | null> {
  const { history } = teller.context;
  if (!place.moment) return (await history.summary(key, place))?.mean ?? null;
  const value = (await history.valueAt(key, place.from))?.value;
  return typeof value === "number" ? value : null;
}

function numberNow({ target, property }: MeasuredSeries): number | null {
  const value = target.indexed.device.state.get(property.address)?.value;
  return typeof value === "number" ? value : null;
}

/** The least difference that people notice, keyed by unit. */
const ALIKE: Readonly<Record<string, number>> = { celsius: 0.25, fahrenheit: 0.5, percentage: 1 };

function isAlike(one: number, other: number, { unit }: Property): boolean {
  const least = (unit === null ? undefined : ALIKE[unit]) ?? Math.max(Math.abs(one), Math.abs(other)) * 0.02;
  return Math.abs(one - other) < least;
}

function isNumber({ format, values }: Property): boolean {
  return values.length === 0 && format !== "bool" && format !== "string";
}

/** A computed number, rounded as people say it. */
function rounded(value: number, { unit }: Property): number {
  return unit === "percentage" || unit === "ppm" || unit === "lux" ? Math.round(value) : Math.round(value * 10) / 10;
}

/** The subject of a value; the room is named only where the question leaves it open. */
function numberOf({ target, property }: MeasuredSeries, asking: PastQueryContext): ToldNumber {
  const { teller, step } = asking;
  const { name, room, property: called, type, ambient } = asking.measured(target, property, 0);
  const { targets, inferred } = step.query;
  const open = targets.length > 1 || inferred !== null;
  return { name, room: open ? room : null, property: called, type, ambient, span: teller.spanText };
}
