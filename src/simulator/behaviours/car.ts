import { clampNumber } from "../../home/index.ts";
import type { Behaviour } from "./behaviour.ts";
import type { BehaviourFactory } from "./behaviour-factory.ts";
import { listedValue, propertyOfType } from "./listed-values.ts";

/** Seconds from empty to full at home. */
const CHARGE = 8 * 3600;
/** Kilometres of range for one percent. */
const KM = 4.6;

/** A car at its charger: it charges up to its limit when it is told to. */
export const car: BehaviourFactory = (device): Behaviour | null => {
  if (device.spec.kind !== "car") return null;
  const service = device.spec.services.find(({ type }) => type === "battery");
  const level = service && propertyOfType(service, "battery-level");
  if (!service || !level) return null;
  const charging = propertyOfType(service, "charging-state");
  const limit = propertyOfType(service, "charge-limit");
  const plugged = propertyOfType(service, "plugged-in");
  const range = propertyOfType(service, "range");
  let charge = Number(device.read(level) ?? 50);
  const isCharging = () => charging !== undefined && device.read(charging) === listedValue(charging, "Charging");
  const say = (words: string) => {
    const value = listedValue(charging, words);
    if (charging && value !== undefined) device.set(charging, value);
  };
  return {
    invoked(action) {
      if (action.service !== service.key) return;
      if (action.type === "start-charge" && (!plugged || device.read(plugged) === true)) say("Charging");
      if (action.type === "stop-charge") say("Not Charging");
    },
    tick(seconds) {
      if (!isCharging()) return;
      const most = Number((limit && device.read(limit)) ?? 100) || 100;
      charge = Math.min(most, charge + (100 * seconds) / CHARGE);
      device.set(level, clampNumber(level, Math.floor(charge)));
      if (range) device.set(range, clampNumber(range, Math.round(charge * KM)));
      if (charge >= most) say("Completed");
    },
  };
};
