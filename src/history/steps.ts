import type { TimeSpan, TimeStep } from "./port.ts";

/** Most steps in one answer. */
export const MOST_STEPS = 2_000;
const HOUR = 3_600_000;
/** Upper bounds of an hour and a day when the clocks change, in milliseconds. */
const LONGEST = { hour: 2 * HOUR, day: 26 * HOUR } as const;

/**
 * The edges of the steps of a span, both ends included. Hours and days follow the clock of the zone: a day may have 23 or 25
 * hours. Of more than `most` steps the newest are kept.
 */
export function stepEdges(
  { from, to }: TimeSpan,
  step: TimeStep,
  timezone: string,
  most = MOST_STEPS,
): readonly number[] {
  if (!(from < to)) return [];
  const edges =
    typeof step === "number" ? fixedEdges(from, to, step, most) : localEdges(from, to, step, timezone, most);
  return edges.slice(-(most + 1));
}

function fixedEdges(from: number, to: number, step: number, most: number): number[] {
  const width = Math.max(1, Math.round(step));
  const left = Math.max(0, Math.ceil((to - from) / width) - most);
  const edges: number[] = [];
  for (let at = from + left * width; at < to; at += width) edges.push(at);
  edges.push(to);
  return edges;
}

function localEdges(from: number, to: number, step: "hour" | "day", timezone: string, most: number): number[] {
  // A longer span is cut first: the edges of a thousand years would take too long. The cut may leave one edge too many.
  const first = Math.max(from, to - (most + 1) * LONGEST[step]);
  const edges = [first];
  for (let at = nextEdge(first, step, timezone); at < to; at = nextEdge(at, step, timezone)) edges.push(at);
  edges.push(to);
  return edges;
}

/** The next moment at which an hour or a day begins. */
function nextEdge(at: number, step: "hour" | "day", timezone: string): number {
  const moment = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timezone);
  if (step === "day") return moment.startOfDay().add({ days: 1 }).startOfDay().epochMilliseconds;
  const begun = moment.minute * 60_000 + moment.second * 1_000 + moment.millisecond;
  return at - begun + HOUR;
}
