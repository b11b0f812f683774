import type { Behaviour } from "./behaviour.ts";
import type { BehaviourFactory } from "./behaviour-factory.ts";
import { propertyOfType } from "./listed-values.ts";

/** `toggle` of a service turns its `on` around. */
export const toggles: BehaviourFactory = (device): Behaviour | null => {
  const services = device.spec.services.filter((service) => service.actions.some(({ type }) => type === "toggle"));
  if (services.length === 0) return null;
  return {
    invoked(action) {
      if (action.type !== "toggle") return;
      const service = services.find(({ key }) => key === action.service);
      const on = service && propertyOfType(service, "on");
      if (on) device.set(on, device.read(on) !== true);
    },
  };
};
