/** A later process on what an earlier one left: conversations are gone on with, then three hours pass. */
import type { ModelServer } from "../model-server.ts";
import { END } from "./history.ts";
import { type ExecutedCommand, Household, type HouseholdOptions } from "./household.ts";
import { type Talk, talk } from "./talks.ts";

/** The later process starts here: what a person said last is still meant, and a confirmation has run out. */
export const BACK = END + 90_000;
export const LATER = END + 3 * 3_600_000;

/** What the later process did. */
export interface ContinuedState {
  /** Every command with its outcome, in their order. */
  readonly done: readonly ExecutedCommand[];
  /** What automations told people. */
  readonly told: readonly string[];
  /** Runs of before that had not ended, and all that began since: which, how and when it ended, and its steps. */
  readonly runs: readonly string[];
  /** Ids of timers and automations that are there after the conversations. */
  readonly plans: readonly string[];
  /** Timers that are left at the end: name, and what is left of it. */
  readonly timers: readonly string[];
}

export async function continueAfterUpgrade(
  options: Omit<HouseholdOptions, "at">,
  talks: readonly Talk[],
): Promise<ContinuedState> {
  const house = await Household.open({ ...options, at: BACK });
  try {
    await speakOn(house, options.server, talks);
    const { planner, store } = house;
    const plans = [...planner.timers.list().map(({ id }) => id), ...planner.automations.list().map(idOf)];
    await house.advanceTo(LATER);
    // Putting a scene back goes by the run that an earlier process noted.
    await planner.scenes.undo("movie-night", { kind: "person", name: "Li" });
    const runs = await store.runs.list({ limit: 10_000 });
    if (house.errors.length > 0) throw new AggregateError(house.errors, "what went on failed");
    return {
      done: house.done,
      told: house.told,
      runs: runs
        .filter(({ finishedAt }) => finishedAt === null || finishedAt >= BACK)
        .map(({ of, status, startedAt, finishedAt, steps }) => {
          const trace = steps.map(({ path, result }) => `${path} ${result}`);
          return [of, status, startedAt, finishedAt, ...trace].join(", ");
        })
        .sort(),
      plans: plans.sort(),
      timers: planner.timers
        .list()
        .map(({ name, state }) =>
          state.kind === "paused" ? `${name} paused ${state.remainingMs}` : `${name} ends ${state.dueAt - LATER}`,
        ),
    };
  } finally {
    await house.stop();
  }
}

async function speakOn(house: Household, server: ModelServer, talks: readonly Talk[]): Promise<void> {
  for (const each of talks) {
    for (const turn of each.after) {
      const sent = await talk(house, server, each, turn);
      for (const words of each.remembers ?? []) {
        if (!sent.includes(words)) throw new Error(`${each.id}: the model was not told of "${words}"`);
      }
    }
  }
}

function idOf({ definition }: { readonly definition: { readonly id: string } }): string {
  return definition.id;
}
