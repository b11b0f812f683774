import { DiscoveryDialect } from "../../../src/bridge/discovery/index.ts";
import { discoveryFace } from "../../../src/simulator/discovery/face.ts";
import { scenarioHome } from "../../support/scenario-home.ts";
import { scenarios } from "../scenarios.ts";

scenarios({
  name: "discovery",
  file: scenarioHome(),
  dialect: () => new DiscoveryDialect(),
  face: discoveryFace(),
  idOf: (id) => `ha:${id}`,
  abilities: { answers: false, rooms: true, renames: true, events: true, tells: true },
  on: "light.on",
  brightness: "light.brightness",
  pressed: "switch-sensor.click",
});
