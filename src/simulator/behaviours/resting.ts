import { FUNCTIONS, type Service } from "../../home/index.ts";
import type { Behaviour } from "./behaviour.ts";
import type { BehaviourFactory } from "./behaviour-factory.ts";
import { describedAs, listedValue, propertyOfType } from "./listed-values.ts";

/** Descriptions of a status that say that a device works. */
const WORKS = /^(busy|running|working|cooking|washing|heating)/;
const RESTS = ["Idle", "Standby", "Off", "Shutdown"];

/**
 * A device that is switched off or told to stop is not working any more; a lamp shows the colour or the white that it
 * was given last.
 */
export const resting: BehaviourFactory = (device): Behaviour => {
  const byKey = new Map(device.spec.services.map((service) => [service.key, service]));
  const rest = (service: Service) => {
    const status = propertyOfType(service, "status");
    const idle = listedValue(status, ...RESTS);
    if (status && idle !== undefined && WORKS.test(describedAs(status, device.read(status)))) device.set(status, idle);
  };
  return {
    written(property, value) {
      const service = byKey.get(property.service);
      if (!service) return false;
      if (property.type === "on" && value === false) rest(service);
      const mode = propertyOfType(service, "mode");
      if (!mode) return false;
      const isColor = describedAs(mode, device.read(mode)) === "color";
      const shown =
        property.type === "color"
          ? listedValue(mode, "Color")
          : property.type === "color-temperature" && isColor
            ? listedValue(mode, "White", "Day")
            : undefined;
      if (shown !== undefined) device.set(mode, shown);
      return false;
    },
    // Stopping ends everything that it does by itself.
    invoked(action) {
      const service = byKey.get(action.service);
      if (!service || action.type !== "stop-working") return;
      for (const property of service.properties)
        if (FUNCTIONS.includes(property.type) && property.format === "bool") device.set(property, false);
      const mode = propertyOfType(service, "mode");
      const idle = listedValue(mode, "Idle", "None");
      if (mode && idle !== undefined) device.set(mode, idle);
      rest(service);
    },
  };
};
