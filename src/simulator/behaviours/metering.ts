import { clampNumber, type Property } from "../../home/index.ts";
import type { Behaviour } from "./behaviour.ts";
import type { BehaviourFactory } from "./behaviour-factory.ts";

const POWER: ReadonlySet<string> = new Set(["electric-power", "power", "surge-power"]);
/** Watts of what stands behind an outlet, at least and at most. */
const LEAST = 8;
const MOST = 180;

/** Outlets and switches measure what runs through them while they are on, and add it up. */
export const metering: BehaviourFactory = (device, world): Behaviour | null => {
  const properties = [...device.spec.properties.values()].filter(({ access }) => !access.write);
  const power = properties.filter(({ type, unit }) => POWER.has(type) && (unit === "watt" || unit === null));
  const energy = properties.find(({ type }) => type === "power-consumption");
  const switches = [...device.spec.properties.values()].filter(
    ({ type, service, access }) => type === "on" && /^switch/.test(service) && access.read,
  );
  if (switches.length === 0 || (power.length === 0 && !energy)) return null;
  const random = world.random(`${device.id} power`);
  const load = LEAST + random() * (MOST - LEAST);
  let watts = 0;
  let used = Number((energy && device.read(energy)) ?? 0);
  const show = (property: Property, value: number) => device.set(property, clampNumber(property, value));
  return {
    tick(seconds) {
      const on = switches.some((property) => device.read(property) === true);
      // Steady but for now and then a few watts.
      if (on && (watts === 0 || random() < seconds / 30)) watts = load * (0.95 + random() * 0.1);
      if (!on) watts = 0;
      for (const property of power) show(property, Math.round(watts * 10) / 10);
      used += (watts * seconds) / 3_600_000;
      if (energy) show(energy, Math.round(used * 100) / 100);
    },
  };
};
