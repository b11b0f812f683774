import { clampNumber } from "../../home/index.ts";
import type { Behaviour } from "./behaviour.ts";
import type { BehaviourFactory } from "./behaviour-factory.ts";

/** Seconds in which a sensor's battery loses one percent: a little over a year for all of it. */
const PERCENT = 4 * 24 * 3600;

/** Kinds that charge themselves have a behaviour of their own. */
const CHARGED: ReadonlySet<string> = new Set(["vacuum", "lawn-mower", "car"]);

/** The batteries of sensors, buttons and locks run down, each at its own speed. */
export const batteryLevel: BehaviourFactory = (device, world): Behaviour | null => {
  const level = device.spec.services
    .find(({ type }) => type === "battery")
    ?.properties.find(({ type }) => type === "battery-level");
  if (!level || CHARGED.has(device.spec.kind)) return null;
  const random = world.random(`${device.id} battery`);
  const percent = PERCENT * (0.6 + random() * 0.8);
  let used = random() * percent;
  return {
    tick(seconds) {
      used += seconds;
      if (used < percent) return;
      used -= percent;
      device.set(level, clampNumber(level, Number(device.read(level) ?? 0) - 1));
    },
  };
};
