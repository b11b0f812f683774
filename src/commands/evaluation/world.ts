import { HomePlanner } from "../../automation/index.ts";
import { DEFAULT_RULES, type Home, type HomeFile, type Value } from "../../home/index.ts";
import { SPOKEN_WORDS } from "../../language/index.ts";
import { createDirectHome } from "../../simulator/direct-home.ts";
import { openStore } from "../../store/index.ts";
import type { SetPolicy } from "./set.ts";
import { SimulatedTime } from "./simulated-time.ts";

/** Values by device (its id in the home file) and `service.property`. */
export type StateChanges = Readonly<Record<string, Readonly<Record<string, Value>>>>;

/** The moment at which every case begins, in the home's own time: a Wednesday. */
const START = "2026-06-03T10:00";

/**
 * The world of one case: a simulated home, a working planner over a store in memory, and a clock that only advances
 * when it is told to.
 */
export interface EvaluationWorld {
  readonly home: Home;
  readonly planner: HomePlanner;
  readonly time: SimulatedTime;
  /** Errors of the planner in work that nobody awaits. */
  readonly errors: readonly unknown[];
  stop(): Promise<void>;
}

/** Makes the world of one case. Notices and speech go nowhere. */
export async function startWorld(file: HomeFile, policy: SetPolicy = "off"): Promise<EvaluationWorld> {
  const time = new SimulatedTime(Temporal.PlainDateTime.from(START).toZonedDateTime(file.timezone).epochMilliseconds);
  const store = await openStore({ path: ":memory:" }, time);
  const { home } = createDirectHome(file, {
    policy: policy === "off" ? "off" : DEFAULT_RULES,
    clock: time,
    audit: store.audit,
    words: SPOKEN_WORDS,
  });
  const errors: unknown[] = [];
  const planner = new HomePlanner({
    home,
    clock: time,
    scheduler: time,
    storage: store,
    messages: null,
    sinks: { post: () => Promise.resolve(), say: () => Promise.resolve(true) },
    failed: (error) => errors.push(error),
  });
  await planner.start();
  return {
    home,
    planner,
    time,
    errors,
    async stop() {
      await planner.stop();
      await store.close();
    },
  };
}

/** A device's id in the home file. */
export function fileId(id: string): string {
  return id.slice(id.indexOf(":") + 1);
}

/** Values keyed by device and address. */
export type WorldState = ReadonlyMap<string, ReadonlyMap<string, Value>>;

/** The values of all readable properties. */
export function worldState(home: Home): WorldState {
  const state = new Map<string, Map<string, Value>>();
  for (const device of home.devices) {
    const values = new Map<string, Value>();
    for (const [address, { value }] of device.state) {
      const access = device.spec.properties.get(address)?.access;
      if (access?.read || access?.notify) values.set(address, value);
    }
    state.set(fileId(device.id), values);
  }
  return state;
}

/** The values that differ from those before. */
export function stateDifference(before: WorldState, after: WorldState): StateChanges {
  const changes: Record<string, Record<string, Value>> = {};
  for (const [device, values] of after) {
    for (const [address, value] of values) {
      if (before.get(device)?.get(address) === value) continue;
      changes[device] = { ...changes[device], [address]: value };
    }
  }
  return changes;
}
