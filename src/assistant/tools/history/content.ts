import { durationMs } from "../../../automation/index.ts";
import type { EnergyUse, PastValue, TimeStep } from "../../../history/port.ts";
import { type HomeView, JiaError, type Value } from "../../../home/index.ts";
import { message } from "../../../language/index.ts";
import { shownValue } from "../devices/outline.ts";
import { type HistoryRequest, type LoadedSeries, MAX_ANSWER_ROWS } from "./load.ts";
import type { HistorySeries } from "./series.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Shorter unrecorded times are not told, in milliseconds. */
const LEAST_UNKNOWN = 5 * MINUTE;

/** Parses a step: "hour", "day" or a duration of at least a minute, in milliseconds; null when it is left out. @throws JiaError `invalid-tool-arguments` */
export function requestedStep(given: string | undefined): TimeStep | null {
  if (given === undefined) return null;
  const text = given.trim().toLowerCase();
  if (/^(?:1 ?)?(?:h|hour|hourly)$/.test(text)) return "hour";
  if (/^(?:1 ?)?(?:d|day|daily)$/.test(text)) return "day";
  const ms = durationMs(text);
  if (ms !== null && ms >= MINUTE) return ms;
  throw new JiaError("invalid-tool-arguments", { tool: "get_history", detail: message("tools.historyStep") });
}

/** The past of one series as a model reads it. */
export function seriesContent({ series, since, states, numbers }: LoadedSeries, reading: HistoryRequest): object {
  const head = {
    device: series.device.handle,
    property: series.label,
    ...(since !== null && since > reading.span.from && { known_since: timeText(since, reading) }),
  };
  if (numbers) return { ...head, ...numberContent(series, numbers, reading) };
  return states ? { ...head, ...stateContent(series, states, reading) } : { ...head, known: false };
}

function numberContent(
  { property }: HistorySeries,
  { whole, lowest, highest, steps }: NonNullable<LoadedSeries["numbers"]>,
  reading: HistoryRequest,
): object {
  const { span } = reading;
  const at = (value: PastValue): readonly unknown[] => [value.value, timeText(Math.max(value.at, span.from), reading)];
  const rows = steps.map(({ from, mean, min, max }) => [
    timeText(from, reading),
    rounded(mean),
    rounded(min),
    rounded(max),
  ]);
  return {
    ...(property?.unit && { unit: property.unit }),
    min: at(lowest),
    max: at(highest),
    mean: rounded(whole.mean),
    last: whole.last,
    ...(rows.length > 0 && { columns: "from, mean, min, max", values: rows }),
    ...unknownOf(span.to - span.from - whole.known),
  };
}

function stateContent(
  series: HistorySeries,
  { times, changes, earlier, before }: NonNullable<LoadedSeries["states"]>,
  reading: HistoryRequest,
): object {
  const lengths = new Map<string, number>();
  for (const { value, ms } of times.states) {
    const text = stateText(series, value);
    lengths.set(text, (lengths.get(text) ?? 0) + ms);
  }
  const rows = changes.map(({ at, value }) => [
    timeText(at, reading),
    value === null ? "unknown" : stateText(series, value),
  ]);
  return {
    was: Object.fromEntries([...lengths].map(([text, ms]) => [text, lengthText(ms)])),
    ...(before?.value != null && { before: stateText(series, before.value) }),
    changes: rows,
    ...(earlier && { earlier: true }),
    ...unknownOf(times.unknown),
  };
}

/** A value by the word for its state, otherwise as the spec names it. */
function stateText({ watch, property }: HistorySeries, value: Value): string {
  if (watch && (typeof value === "boolean" || watch.state !== "on" || property?.values.length === 0))
    return watch.holds(value) ? watch.state : (OPPOSITE[watch.state] ?? `not ${watch.state}`);
  return String(property ? shownValue(property, value) : value);
}

const OPPOSITE: Readonly<Record<string, string>> = {
  on: "off",
  open: "closed",
  locked: "unlocked",
  occupied: "nobody",
  wet: "dry",
  online: "offline",
};

function unknownOf(ms: number): object {
  return ms >= LEAST_UNKNOWN ? { unknown: lengthText(ms) } : {};
}

/** The energy of all devices together and of each, the largest first. */
export function energyContent(
  uses: readonly EnergyUse[],
  home: HomeView,
  currency: string | null,
  reading: HistoryRequest,
): object {
  const total = (of: readonly EnergyUse[]): object => {
    const cost = of.some((each) => each.cost !== null) && currency !== null;
    const sum = (value: (use: EnergyUse) => number): number => of.reduce((all, each) => all + value(each), 0);
    return {
      kWh: rounded(
        sum(({ kWh }) => kWh),
        3,
      ),
      ...(cost && {
        cost: rounded(
          sum((each) => each.cost ?? 0),
          2,
        ),
        currency,
      }),
    };
  };
  const byDevice = [...Map.groupBy(uses, ({ device }) => device)].flatMap(([id, own]) => {
    const device = home.device(id);
    return device ? [{ device, own, kWh: own.reduce((all, { kWh }) => all + kWh, 0) }] : [];
  });
  const most = byDevice.sort((one, other) => other.kWh - one.kWh).slice(0, MAX_ANSWER_ROWS / 8);
  const rows = Math.max(4, Math.floor(MAX_ANSWER_ROWS / Math.max(1, most.length)));
  return {
    total: total(uses),
    devices: most.map(({ device, own }) => ({
      device: device.handle,
      ...total(own),
      ...(own.length > 1 && {
        values: own.slice(-rows).map(({ from, kWh }) => [timeText(from, reading), rounded(kWh, 3)]),
      }),
      ...unknownOf(own.reduce((all, { unknown }) => all + unknown, 0)),
    })),
  };
}

/** A moment as a model reads it, without the date where the span is of one day. */
export function timeText(at: number, { span, timezone }: Pick<HistoryRequest, "span" | "timezone">): string {
  const zoned = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timezone);
  const time = zoned.toPlainTime().toString({ smallestUnit: "minute" });
  return span.to - span.from <= DAY && at >= span.from ? time : `${zoned.toPlainDate().toString().slice(5)} ${time}`;
}

/** "2 h 30 min", "45 s". */
function lengthText(ms: number): string {
  if (ms < MINUTE) return `${Math.round(ms / 1000)} s`;
  const minutes = Math.round(ms / MINUTE);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}

function rounded(value: number, digits = 1): number {
  return Math.round(value * 10 ** digits) / 10 ** digits;
}
