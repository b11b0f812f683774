import type { Timer } from "../definition/index.ts";
import type { UpcomingRun } from "../port.ts";
import type { NextRun } from "../schedule/next.ts";
import { inTurns, Slices } from "../turns.ts";
import type { LiveAutomation, LiveSchedule } from "./live.ts";

/** A schedule that is due again within this time is listed once, in milliseconds. */
const OFTEN_MS = 30 * 60_000;

/** The next due time of a timer or schedule; `next` gives the one after it, null for what comes once. */
interface Due {
  readonly at: number;
  /** Index among all timers and schedules, which orders those that are due at the same moment. */
  readonly place: number;
  readonly of: Pick<UpcomingRun, "kind" | "id" | "name">;
  readonly next: NextRun | null;
}

interface Between {
  readonly from: number;
  readonly to: number;
  readonly limit: number;
}

/** The due times between two moments, soonest first, at most `limit`. Only those that are listed are computed. */
export async function plannedBetween(
  { from, to, limit }: Between,
  timers: readonly Timer[],
  lives: Iterable<LiveAutomation>,
  signal: AbortSignal,
): Promise<UpcomingRun[]> {
  const once = timers.flatMap(({ id, name, state }): Omit<Due, "place">[] =>
    state.kind === "running" ? [{ at: state.dueAt, of: { kind: "timer", id, name }, next: null }] : [],
  );
  const schedules = [...lives].flatMap(({ saved, schedules: all }) =>
    all.map((schedule) => ({ schedule, of: { kind: "automation" as const, ...idAndName(saved.definition) } })),
  );
  const first = await inTurns(schedules, signal, ({ schedule, of }): Omit<Due, "place">[] => {
    const at = firstFrom(schedule, from);
    return at === null ? [] : [{ at, of, next: schedule.next }];
  });
  const due = [...once, ...first.flat()]
    .map((each, place): Due => ({ ...each, place }))
    .filter(({ at }) => at >= from && at <= to)
    .sort(later);
  const planned: UpcomingRun[] = [];
  const slices = new Slices(signal);
  for (let soonest = due.pop(); soonest && planned.length < limit; soonest = due.pop()) {
    if (slices.over) await slices.next();
    const { at, of, next } = soonest;
    const after = next?.(at) ?? null;
    const again = after !== null && after <= to;
    const often = again && after - at < OFTEN_MS;
    planned.push({ at, ...of, often });
    if (again && !often) insert(due, { ...soonest, at: after });
  }
  return planned;
}

function idAndName({ id, name }: { readonly id: string; readonly name: string }) {
  return { id, name };
}

/** The first due time of a schedule from a moment on. The due time that it waits for is not computed again. */
function firstFrom({ settledTo, due, next }: LiveSchedule, from: number): number | null {
  return settledTo < from && (due === null || due >= from) ? due : next(from - 1);
}

/** Orders due times with the soonest last, from where it is cheap to take. */
function later(a: Due, b: Due): number {
  return b.at - a.at || b.place - a.place;
}

function insert(due: Due[], one: Due): void {
  let [low, high] = [0, due.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const known = due[middle];
    if (known && later(known, one) < 0) low = middle + 1;
    else high = middle;
  }
  due.splice(low, 0, one);
}
