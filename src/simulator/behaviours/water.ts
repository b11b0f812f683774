import { clampNumber } from "../../home/index.ts";
import { nearer } from "../world.ts";
import type { Behaviour } from "./behaviour.ts";
import type { BehaviourFactory } from "./behaviour-factory.ts";
import { describedAs, propertyOfType } from "./listed-values.ts";

/** Seconds for half of the way: a kettle heats quickly, a tank slowly; both cool slowly. */
const KETTLE = 60;
const TANK = 900;
const COOLING = 2400;

/** Kettles and water heaters bring their water to its target temperature; otherwise it comes back to the room's. */
export const water: BehaviourFactory = (device, world): Behaviour | null => {
  const service = device.spec.services.find(({ type }) => type === "kettle" || type === "water-heater");
  const temperature = service && propertyOfType(service, "temperature");
  if (!service || !temperature) return null;
  const target = propertyOfType(service, "target-temperature");
  const on = propertyOfType(service, "on");
  const mode = propertyOfType(service, "mode");
  const first = device.read(temperature);
  const room = () => world.air(device.room).temperature;
  let degrees = typeof first === "number" && first > 0 ? first : room();
  return {
    tick(seconds) {
      const heating = on ? device.read(on) === true : mode ? describedAs(mode, device.read(mode)) !== "none" : false;
      const wanted = Number((target && device.read(target)) ?? 0);
      if (heating && wanted > degrees) {
        // It aims a little higher and stops there: half of the way again and again would never arrive.
        const half = service.type === "kettle" ? KETTLE : TANK;
        degrees = Math.min(wanted, degrees + nearer(degrees, wanted + 4, seconds, half));
      } else if (!heating) degrees += nearer(degrees, room(), seconds, COOLING);
      device.set(temperature, clampNumber(temperature, Math.round(degrees)));
    },
  };
};
