import { Zigbee2MqttDialect } from "../../../src/bridge/zigbee2mqtt/index.ts";
import { ieeeOf } from "../../../src/simulator/emulators/ieee.ts";
import { zigbee2mqttEmulator } from "../../../src/simulator/emulators/zigbee2mqtt/emulator.ts";
import { scenarioHome } from "../../support/scenario-home.ts";
import { scenarios } from "../scenarios.ts";

scenarios({
  name: "zigbee2mqtt",
  file: scenarioHome(),
  dialect: () => new Zigbee2MqttDialect(),
  emulator: zigbee2mqttEmulator(),
  idOf: (id) => `zigbee:${ieeeOf(id)}`,
  abilities: { answers: false, rooms: true, renames: true, events: true, tells: true },
  on: "light.on",
  brightness: "light.brightness",
  pressed: "switch-sensor.click",
});
