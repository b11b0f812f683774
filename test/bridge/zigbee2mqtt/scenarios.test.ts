import { Zigbee2MqttDialect } from "../../../src/bridge/zigbee2mqtt/index.ts";
import { ieeeOf, zigbee2mqttFace } from "../../../src/simulator/zigbee2mqtt/face.ts";
import { scenarioHome } from "../../support/scenario-home.ts";
import { scenarios } from "../scenarios.ts";

scenarios({
  name: "zigbee2mqtt",
  file: scenarioHome(),
  dialect: () => new Zigbee2MqttDialect(),
  face: zigbee2mqttFace(),
  idOf: (id) => `zigbee:${ieeeOf(id)}`,
  abilities: { answers: false, rooms: true, renames: true, events: true, tells: true },
  on: "light.on",
  brightness: "light.brightness",
  pressed: "switch-sensor.click",
});
