import { clampNumber } from "../../home/index.ts";
import { nearer } from "../world.ts";
import type { Behaviour } from "./behaviour.ts";
import type { BehaviourFactory } from "./behaviour-factory.ts";
import { propertyOfType } from "./listed-values.ts";

/** Seconds in which a purifier on its lowest level takes half of the dust out of the air. */
const HALF = 1500;
/** Seconds of work that wear one percent of a filter. */
const FILTER_PERCENT = 36 * 3600;

/** A purifier (or a fresh air system) that is on cleans the air of its room, and wears its filter. */
export const purifier: BehaviourFactory = (device, world): Behaviour | null => {
  const service = device.spec.services.find(({ type }) => type === "air-purifier" || type === "air-fresh");
  const on = service && propertyOfType(service, "on");
  if (!service || !on) return null;
  const level = propertyOfType(service, "fan-level");
  const life = device.spec.services
    .find(({ type }) => type === "filter")
    ?.properties.find(({ type }) => type === "filter-life-level");
  let worked = 0;
  return {
    tick(seconds) {
      if (device.read(on) !== true) return;
      const air = world.air(device.room);
      const speed = Number((level && device.read(level)) ?? 1);
      air.pm25 += nearer(air.pm25, 3, seconds, HALF / Math.max(1, speed));
      if (service.type === "air-fresh") air.co2 += nearer(air.co2, 450, seconds, HALF);
      worked += seconds;
      if (worked < FILTER_PERCENT || !life) return;
      worked -= FILTER_PERCENT;
      device.set(life, clampNumber(life, Number(device.read(life) ?? 100) - 1));
    },
    invoked(action) {
      if (action.type === "reset-filter-life" && life) device.set(life, clampNumber(life, 100));
    },
  };
};
