import type { Behaviour } from "./behaviour.ts";
import type { BehaviourFactory } from "./behaviour-factory.ts";
import { listedValue } from "./listed-values.ts";

/** Seconds that a sensor goes on seeing someone after the last movement. */
const HOLD = 60;

/** Movements an hour in a room, by the hour of the day: people get up, go out, come home and sleep. */
const RHYTHM = [0.2, 0.1, 0.1, 0.1, 0.2, 0.6, 4, 9, 6, 2, 1.5, 2, 4, 2, 1.5, 1.5, 2, 5, 9, 10, 9, 7, 4, 1] as const;

/** Motion and occupancy sensors see people by a daily rhythm. */
export const presence: BehaviourFactory = (device, world): Behaviour | null => {
  const service = device.spec.services.find(({ type }) => type === "motion-sensor" || type === "occupancy-sensor");
  if (!service) return null;
  const state = service.properties.find(({ type }) => type === "motion-state" || type === "occupancy-status");
  const detected = service.events.find(({ type }) => type === "motion-detected");
  const random = world.random(`${device.id} presence`);
  let held = 0;
  const show = (someone: boolean) => {
    if (!state) return;
    const listed = someone ? ["Has One", "Occupied", "Motion"] : ["No One", "Unoccupied", "No Motion"];
    const value =
      state.values.length > 0 ? listedValue(state, ...listed) : state.format === "bool" ? someone : Number(someone);
    if (value !== undefined) device.set(state, value);
  };
  return {
    tick(seconds) {
      const often = RHYTHM[Math.floor(world.local().hour)] ?? 1;
      held = Math.max(0, held - seconds);
      if (random() < 1 - Math.exp((-often * seconds) / 3600)) {
        held = HOLD;
        if (detected) device.raise(detected);
      }
      show(held > 0);
    },
  };
};
