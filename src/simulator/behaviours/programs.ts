import { clampNumber } from "../../home/index.ts";
import type { Behaviour } from "./behaviour.ts";
import type { BehaviourFactory } from "./behaviour-factory.ts";
import { listedValue, propertyOfType } from "./listed-values.ts";

/** Minutes of a program where the device has no time of its own. */
const MINUTES = 40;

const RUNNING = ["Busy", "Cooking", "Running", "Working"];
const PAUSED = ["Paused", "Pause"];
const FINISHED = ["Completed", "Cooked", "Keep Warm", "Idle", "Standby"];
const STOPPED = ["Idle", "Standby", "Shutdown"];

/** Washers, dishwashers, ovens, cookers, fryers: a program runs down by itself, can be paused and stopped, and ends. */
export const programs: BehaviourFactory = (device): Behaviour | null => {
  const service = device.spec.services.find(({ actions }) => actions.some(({ type }) => STARTS.test(type)));
  const status = service && (propertyOfType(service, "status") ?? propertyOfType(service, "run-status"));
  if (!service || !status || listedValue(status, ...RUNNING) === undefined) return null;
  const left = propertyOfType(service, "left-time");
  const chosen = propertyOfType(service, "target-time") ?? propertyOfType(service, "cook-time");
  const finished = service.events.find(({ type }) => /finished|end|completed/.test(type));
  /** Seconds that are left; null: no program. */
  let remaining: number | null = null;
  let running = false;
  const say = (words: readonly string[]) => {
    const value = listedValue(status, ...words);
    if (value !== undefined) device.set(status, value);
    if (left) device.set(left, clampNumber(left, Math.ceil((remaining ?? 0) / (left.unit === "seconds" ? 1 : 60))));
  };
  return {
    invoked(action) {
      if (action.service !== service.key) return;
      if (STARTS.test(action.type)) {
        remaining ??= 60 * (Number((chosen && device.read(chosen)) ?? 0) || MINUTES);
        running = true;
        say(RUNNING);
      } else if (/^pause/.test(action.type)) {
        running = false;
        if (remaining !== null) say(PAUSED);
      } else if (/^(stop|cancel)/.test(action.type)) {
        running = false;
        remaining = null;
        say(STOPPED);
      }
    },
    tick(seconds) {
      if (!running || remaining === null) return;
      remaining = Math.max(0, remaining - seconds);
      if (remaining > 0) {
        say(RUNNING);
        return;
      }
      running = false;
      remaining = null;
      say(FINISHED);
      if (finished) device.raise(finished);
    },
  };
};

const STARTS = /^(start-(cook|wash|bake|cooking)|resume-cook(ing)?)$/;
