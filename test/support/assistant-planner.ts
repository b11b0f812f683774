import { HomePlanner, type PlannerOptions } from "../../src/automation/index.ts";
import type { Home } from "../../src/home/index.ts";
import { openStore } from "../../src/store/index.ts";
import { SimulatedTime } from "./simulated-time.ts";

/** A started planner for a home of the test's own, on a database in memory; time moves only when the test moves it. */
export async function startPlanner(
  home: Home,
  now: number,
  time = new SimulatedTime(now),
  options: Partial<PlannerOptions> = {},
) {
  const storage = await openStore({ path: ":memory:" });
  const errors: unknown[] = [];
  const planner = new HomePlanner({
    home,
    clock: time,
    scheduler: time,
    storage,
    messages: null,
    sinks: { post: () => Promise.resolve(), say: () => Promise.resolve(true) },
    failed: (error) => errors.push(error),
    ...options,
  });
  await planner.start();
  const stop = async () => {
    await planner.stop();
    await storage.close();
  };
  return { planner, time, errors, stop };
}
