import type { Behaviour } from "./behaviour.ts";
import type { BehaviourFactory } from "./behaviour-factory.ts";
import { listedValue, propertyOfType } from "./listed-values.ts";

/** Descriptions of the playing state after an action, keyed by the action's short name. */
const STATES: Readonly<Record<string, readonly string[]>> = {
  play: ["Playing", "Play"],
  pause: ["Pause", "Paused"],
  stop: ["Stop", "Stopped", "Idle"],
};

/** `play-control`: play, pause and stop move `playing-state`. */
export const play: BehaviourFactory = (device): Behaviour | null => {
  const services = device.spec.services.filter(({ type }) => type === "play-control");
  if (services.length === 0) return null;
  return {
    invoked(action) {
      const service = services.find(({ key }) => key === action.service);
      const state = service && propertyOfType(service, "playing-state");
      const value = listedValue(state, ...(STATES[action.type] ?? []));
      if (state && value !== undefined) device.set(state, value);
    },
  };
};
