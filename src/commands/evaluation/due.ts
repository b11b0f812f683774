import { type HomeEvent, type Origin, succeeded, type Value } from "../../home/index.ts";
import type { PlanHistory } from "./plans.ts";
import { type EvaluationWorld, fileId, type StateChanges, stateDifference, worldState } from "./world.ts";

const BY_HAND: Origin = { kind: "person" };

/**
 * Advances the clock to each plan, soonest first, and compares the state before and after: changed values, and values
 * that were written again. A plan without a due time (a scene, a rule that waits for an event), or whose conditions
 * do not hold, is run by hand. Only values of the devices that a plan commands count as its own.
 * @throws the signal's reason when it is aborted
 */
export async function runUntilDue(
  world: EvaluationWorld,
  plans: readonly PlanHistory[],
  signal: AbortSignal,
): Promise<PlanHistory[]> {
  const { planner, time } = world;
  /** Changes, keyed by plan. */
  const found = new Map<string, StateChanges>();
  const commanding = plans.filter(({ last, deleted }) => !deleted && last.devices.length > 0);
  const moments = Map.groupBy(commanding, ({ last }) => last.dueAt);
  const settled = async (): Promise<void> => {
    await planner.settled();
    signal.throwIfAborted();
  };
  for (const at of [...moments.keys()].filter((moment) => moment !== null).sort((a, b) => a - b)) {
    await time.advanceTo(at - 1, settled);
    const changes = await changesDuring(world, () => time.advanceTo(at, settled));
    for (const { key, last } of moments.get(at) ?? []) found.set(key, ofDevices(changes, last.devices));
  }
  for (const { key, last } of commanding) {
    if (Object.keys(found.get(key) ?? {}).length > 0) continue;
    const changes = await changesDuring(world, () => runByHand(world, key));
    found.set(key, ofDevices(changes, last.devices));
  }
  return plans.map((plan) => ({ ...plan, does: found.get(plan.key) ?? (plan.deleted ? null : {}) }));
}

async function runByHand({ planner }: EvaluationWorld, key: string): Promise<void> {
  const [kind, id = ""] = key.split(/ (.*)/);
  try {
    if (kind === "automation") await planner.automations.run(id, { origin: BY_HAND, force: true });
    if (kind === "scene") await planner.scenes.activate(id, { origin: BY_HAND });
  } catch {
    // A plan that cannot run changes nothing.
  }
  await planner.settled();
}

async function changesDuring({ home }: EvaluationWorld, work: () => Promise<void>): Promise<StateChanges> {
  const before = worldState(home);
  const written: Record<string, Record<string, Value>> = {};
  const stop = home.subscribe((event) => noteWrites(event, written));
  try {
    await work();
  } finally {
    stop();
  }
  const after = worldState(home);
  const changes: Record<string, Record<string, Value>> = {};
  for (const [device, values] of Object.entries(written)) {
    // Values that cannot be read are ignored, as in the comparison of states.
    const readable = Object.entries(values).filter(([address]) => after.get(device)?.has(address));
    if (readable.length > 0) changes[device] = Object.fromEntries(readable);
  }
  for (const [device, values] of Object.entries(stateDifference(before, after))) {
    changes[device] = { ...changes[device], ...values };
  }
  return changes;
}

function noteWrites(event: HomeEvent, written: Record<string, Record<string, Value>>): void {
  if (event.type !== "executed") return;
  for (const outcome of event.outcomes) {
    if (!("property" in outcome) || !succeeded(outcome)) continue;
    const device = fileId(outcome.device);
    written[device] = { ...written[device], [outcome.property]: outcome.value };
  }
}

function ofDevices(changes: StateChanges, devices: readonly string[]): StateChanges {
  return Object.fromEntries(Object.entries(changes).filter(([device]) => devices.includes(device)));
}
