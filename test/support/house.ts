import type { DeviceDescription, HomeFile, Value } from "../../src/home/index.ts";
import { PlannerBench } from "./planner-bench.ts";

/** A home file as a bench for the planner: every device obeys at once and reports what it was told. */
export async function houseBench(house: HomeFile, at: string): Promise<PlannerBench> {
  const devices: DeviceDescription[] = house.devices.map(({ id, name, aliases, room, model, spec }) => ({
    id: `test:${id}`,
    name,
    aliases,
    room,
    model,
    spec,
    dialect: "test",
    reports: true,
  }));
  const { floors, rooms, timezone, location, language } = house;
  const bench = new PlannerBench(devices, at, { floors, rooms, timezone, location, language });
  const state: Record<string, Record<string, Value>> = {};
  for (const device of house.devices) state[device.id] = Object.fromEntries(device.state);
  // Every run of a simulated week is looked at.
  return await bench.start({ keepRuns: 1_000_000 }, state);
}
