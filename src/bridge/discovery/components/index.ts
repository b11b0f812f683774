import type { Component } from "../component.ts";
import { addClimate, addWaterHeater } from "./climate.ts";
import { addCover } from "./cover.ts";
import { addEvent, addTag, addTrigger } from "./events.ts";
import { addFan, addHumidifier } from "./fan.ts";
import { addLight } from "./light.ts";
import { addAlarmPanel, addLock } from "./lock.ts";
import { addBinarySensor, addSensor, addUpdate } from "./sensors.ts";
import { addButton, addNotify, addNumber, addScene, addSelect } from "./settings.ts";
import { addSiren } from "./siren.ts";
import { addSwitch } from "./switches.ts";
import { addText } from "./text.ts";
import { addDeviceTracker } from "./tracker.ts";
import { addLawnMower, addVacuum } from "./vacuum.ts";
import { addValve } from "./valve.ts";

/** What each component of discovery becomes, keyed by its platform. The order is that of the services of a device. */
export const PLATFORMS: ReadonlyMap<string, (component: Component) => void> = new Map([
  ["light", addLight],
  ["switch", addSwitch],
  ["cover", addCover],
  ["climate", addClimate],
  ["water_heater", addWaterHeater],
  ["fan", addFan],
  ["humidifier", addHumidifier],
  ["lock", addLock],
  ["vacuum", addVacuum],
  ["lawn_mower", addLawnMower],
  ["valve", addValve],
  ["siren", addSiren],
  ["alarm_control_panel", addAlarmPanel],
  ["scene", addScene],
  ["event", addEvent],
  ["device_automation", addTrigger],
  ["tag", addTag],
  ["binary_sensor", addBinarySensor],
  ["sensor", addSensor],
  ["device_tracker", addDeviceTracker],
  ["number", addNumber],
  ["select", addSelect],
  ["text", addText],
  ["button", addButton],
  ["notify", addNotify],
  ["update", addUpdate],
]);
