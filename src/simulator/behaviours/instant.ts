import { clampNumber, type Property, type Service, type Value } from "../../home/index.ts";
import type { Behaviour } from "./behaviour.ts";
import type { BehaviourFactory } from "./behaviour-factory.ts";
import { describedAs, listedValue, propertyOfType } from "./listed-values.ts";
import { play } from "./play.ts";
import { toggles } from "./toggles.ts";

/** A moving device arrives at once: `target-position` and `motor-control` set `current-position`. */
const position: BehaviourFactory = (device): Behaviour | null => {
  const byKey = new Map(device.spec.services.map((service) => [service.key, service]));
  const move = (service: Service, to: number) => {
    const current = propertyOfType(service, "current-position");
    const target = propertyOfType(service, "target-position");
    if (current) device.set(current, clampNumber(current, to));
    if (target) device.set(target, clampNumber(target, to));
  };
  return {
    written(property, value) {
      const service = byKey.get(property.service);
      if (!service) return false;
      if (property.type === "target-position" && typeof value === "number") move(service, value);
      if (property.type === "motor-control") {
        const to = motorGoal(property, value, device.value(`${service.key}.current-position`));
        if (to !== null) move(service, to);
      }
      return false;
    },
  };
};

/** Where a motor command ends: 100 open, 0 closed; toggle opens what is quite closed and closes the rest. null: it stays. */
export function motorGoal(property: Property, value: Value, current: Value | undefined): number | null {
  switch (describedAs(property, value)) {
    case "open":
    case "up":
    case "open up":
      return 100;
    case "close":
    case "closed":
    case "down":
      return 0;
    case "toggle":
      return current === 0 ? 100 : 0;
    default:
      return null;
  }
}

/** Descriptions of a vacuum's status after an action, keyed by the action's short name. */
const VACUUM_STATUS: Readonly<Record<string, readonly string[]>> = {
  "start-sweep": ["Sweeping"],
  "stop-sweeping": ["Idle"],
  "pause-sweeping": ["Paused"],
  "start-charge": ["Charging", "Go Charging"],
};

/** A vacuum's actions set its status. */
const vacuum: BehaviourFactory = (device): Behaviour | null => {
  const service = device.spec.services.find(({ type }) => type === "vacuum");
  const status = service && propertyOfType(service, "status");
  if (!status) return null;
  return {
    invoked(action) {
      const value = listedValue(status, ...(VACUUM_STATUS[action.type] ?? []));
      if (value !== undefined) device.set(status, value);
    },
  };
};

/** Physics and delays off: a write takes effect at once, and only what follows from it by definition changes with it. */
export const instantBehaviours: readonly BehaviourFactory[] = [position, toggles, play, vacuum];
