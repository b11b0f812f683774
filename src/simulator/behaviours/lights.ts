import { clampNumber, type Property } from "../../home/index.ts";
import type { Behaviour } from "./behaviour.ts";
import type { BehaviourFactory } from "./behaviour-factory.ts";
import { propertyOfType } from "./listed-values.ts";

/** Seconds that a light takes to its new brightness or colour temperature. */
const TRANSITION = 0.4;

const GLIDING: ReadonlySet<string> = new Set(["brightness", "color-temperature"]);

/** A light that is on glides to a new brightness; one that is off will simply come on with it. */
export const lights: BehaviourFactory = (device): Behaviour | null => {
  const services = device.spec.services.filter(({ type, properties }) => {
    return /light/.test(type) && properties.some((property) => property.type === "brightness" && property.range);
  });
  if (services.length === 0) return null;
  /** Properties in transition, keyed by address: the goal, and units a second. */
  const gliding = new Map<string, { readonly property: Property; readonly goal: number; readonly speed: number }>();
  /** Where it exactly is while it glides; what is reported is rounded to the step. */
  const exact = new Map<string, number>();
  return {
    written(property, value) {
      const service = services.find(({ key }) => key === property.service);
      if (!service || !GLIDING.has(property.type) || !property.range || typeof value !== "number") return false;
      const on = propertyOfType(service, "on");
      const from = device.read(property);
      if ((on && device.read(on) !== true) || typeof from !== "number") {
        gliding.delete(property.address);
        return false;
      }
      gliding.set(property.address, { property, goal: value, speed: Math.abs(value - from) / TRANSITION });
      exact.set(property.address, from);
      return true;
    },
    tick(seconds) {
      for (const [address, { property, goal, speed }] of gliding) {
        const now = exact.get(address) ?? goal;
        const left = goal - now;
        const step = Math.min(Math.abs(left), speed * seconds);
        const next = step >= Math.abs(left) ? goal : now + Math.sign(left) * step;
        exact.set(address, next);
        device.set(property, clampNumber(property, next));
        if (next === goal) gliding.delete(address);
      }
    },
  };
};
