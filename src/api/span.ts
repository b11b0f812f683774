import { z } from "zod";
import { durationMs } from "../automation/index.ts";
import { edgesOf, MOST_STEPS, type TimeSpan, type TimeStep } from "../history/index.ts";
import { JiaError } from "../home/index.ts";
import { message } from "../language/index.ts";

const DAY_MS = 86_400_000;
const STEP_MS = { hour: 3_600_000, day: DAY_MS } as const;

/** The query parameters of a span. Local times are in the home's zone. */
export const SPAN_QUERY = {
  from: z.string().max(40).optional().meta({
    description:
      "2026-03-01, 2026-03-01T08:00 in the home's zone, with an offset, or a duration ago: 2d. Default: a day before `to`.",
  }),
  to: z.string().max(40).optional().meta({ description: "Likewise; a date means the end of that day. Default: now." }),
};

interface GivenSpan {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/**
 * The span of a query.
 * @param now milliseconds since the epoch
 * @throws JiaError `invalid-request`
 */
export function parseSpan({ from, to }: GivenSpan, timezone: string, now: number): TimeSpan {
  const end = to === undefined ? now : momentOf("to", to, timezone, now);
  const begin = from === undefined ? end - DAY_MS : momentOf("from", from, timezone, now);
  if (begin > end) throw new JiaError("invalid-request", { detail: message("api.fromAfterTo") });
  return { from: begin, to: end };
}

function momentOf(name: "from" | "to", given: string, timezone: string, now: number): number {
  const ago = durationMs(given);
  if (ago !== null && given.trim() !== "") return now - ago;
  try {
    return z.iso.datetime({ offset: true }).safeParse(given).success
      ? Date.parse(given)
      : localMoment(name, given, timezone);
  } catch {
    throw new JiaError("invalid-request", { detail: message("api.notMoment", { name, given }) });
  }
}

/**
 * A date or time as milliseconds since the epoch.
 * @throws RangeError for anything else
 */
function localMoment(name: "from" | "to", given: string, timezone: string): number {
  if (!/^\d{4}-\d\d-\d\d$/.test(given)) {
    return Temporal.PlainDateTime.from(given.replace(" ", "T")).toZonedDateTime(timezone).epochMilliseconds;
  }
  const day = Temporal.PlainDate.from(given);
  return (name === "to" ? day.add({ days: 1 }) : day).toZonedDateTime(timezone).epochMilliseconds;
}

/**
 * The step of a query; null when it has none.
 * @throws JiaError `invalid-request` for no step, or when there would be too many
 */
export function parseStep(given: string | undefined, span: TimeSpan, timezone: string): TimeStep | null {
  if (given === undefined) return null;
  const step = given === "hour" || given === "day" ? given : durationMs(given);
  if (step === null || step === 0) throw new JiaError("invalid-request", { detail: message("api.notStep", { given }) });
  const width = typeof step === "number" ? step : STEP_MS[step];
  const about = Math.ceil((span.to - span.from) / width);
  // Days are counted on the calendar, unless they are far too many.
  const count =
    typeof step === "number" || about > 2 * MOST_STEPS
      ? about
      : edgesOf(span, step, timezone, 2 * about + 2).length - 1;
  if (count > MOST_STEPS) {
    throw new JiaError("invalid-request", { detail: message("api.tooManySteps", { count, most: MOST_STEPS }) });
  }
  return step;
}
