import { clampNumber, type Property, type Service } from "../../home/index.ts";
import type { SimulatedDevice } from "../device.ts";
import type { Air } from "../world.ts";
import type { Behaviour } from "./behaviour.ts";
import type { BehaviourFactory } from "./behaviour-factory.ts";
import { describedAs, propertyOfType } from "./listed-values.ts";

/** How much a device changes the air of its room in a second: °C or percent of humidity. */
const HEATING = 2.4 / 600;
const COOLING = 3 / 600;
const HUMIDIFYING = 6 / 600;
const DRYING = 5 / 600;

/** Short names of services that measure the air around the device. */
const MEASURING: ReadonlySet<string> = new Set([
  "environment",
  "temperature-humidity-sensor",
  "thermostat",
  "heater",
  "air-conditioner",
  "air-monitor",
]);

/** Sensors follow the air of the room; heaters, air conditioners, humidifiers and dehumidifiers change it. */
export const climate: BehaviourFactory = (device, world): Behaviour | null => {
  const sensors = device.spec.services.filter(({ type }) => MEASURING.has(type)).flatMap(sensorsOf);
  const effects = device.spec.services.flatMap((service) => effectOf(device, service) ?? []);
  if (sensors.length === 0 && effects.length === 0) return null;
  // Rooms begin as the home file says that their sensors see them.
  const air = world.air(device.room);
  for (const { property, kind } of sensors) {
    const value = device.read(property);
    if (typeof value === "number" && value > (property.range?.min ?? 0)) air[kind] = value;
  }
  return {
    tick(seconds) {
      const now = world.air(device.room);
      for (const effect of effects) effect(now, seconds);
      for (const { property, kind } of sensors) {
        device.set(property, clampNumber(property, Math.round(now[kind] * 10) / 10));
      }
    },
  };
};

interface Sensor {
  readonly property: Property;
  readonly kind: keyof Air;
}

const KINDS: Readonly<Record<string, keyof Air>> = {
  temperature: "temperature",
  "relative-humidity": "humidity",
  "pm2.5-density": "pm25",
  "co2-density": "co2",
};

function sensorsOf(service: Service): Sensor[] {
  return service.properties.flatMap((property) => {
    const kind = KINDS[property.type];
    return kind && !property.access.write ? [{ property, kind }] : [];
  });
}

type Effect = (air: Air, seconds: number) => void;

/** The effect of a service on the air while it is on; null for none. */
function effectOf(device: SimulatedDevice, service: Service): Effect | null {
  const on = propertyOfType(service, "on");
  const target = propertyOfType(service, "target-temperature") ?? propertyOfType(service, "target-humidity");
  if (!on) return null;
  const goal = (fallback: number) => {
    const value = target && device.read(target);
    return typeof value === "number" ? value : fallback;
  };
  const whileOn =
    (effect: Effect): Effect =>
    (air, seconds) => {
      if (device.read(on) === true) effect(air, seconds);
    };
  const heat: Effect = (air, seconds) => {
    if (air.temperature < goal(22)) air.temperature += HEATING * seconds;
  };
  const cool: Effect = (air, seconds) => {
    if (air.temperature > goal(26)) air.temperature -= COOLING * seconds;
  };
  switch (service.type) {
    case "heater":
    case "thermostat":
      return whileOn(heat);
    case "humidifier":
      return whileOn((air, seconds) => {
        if (air.humidity < goal(55)) air.humidity += HUMIDIFYING * seconds;
      });
    case "dehumidifier":
      return whileOn((air, seconds) => {
        if (air.humidity > goal(50)) air.humidity -= DRYING * seconds;
      });
    case "air-conditioner": {
      const mode = propertyOfType(service, "mode");
      return whileOn((air, seconds) => {
        const name = mode ? describedAs(mode, device.read(mode)) : "cool";
        if (name === "cool" || name === "auto") cool(air, seconds);
        if (name === "heat" || name === "auto") heat(air, seconds);
        if (name === "dry" && air.humidity > 45) air.humidity -= DRYING * seconds;
      });
    }
    default:
      return null;
  }
}
