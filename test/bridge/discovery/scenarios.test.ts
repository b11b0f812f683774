import { DiscoveryDialect } from "../../../src/bridge/discovery/index.ts";
import { discoveryEmulator } from "../../../src/simulator/emulators/discovery/emulator.ts";
import { scenarioHome } from "../../support/scenario-home.ts";
import { scenarios } from "../scenarios.ts";

scenarios({
  name: "discovery",
  file: scenarioHome(),
  dialect: () => new DiscoveryDialect(),
  emulator: discoveryEmulator(),
  idOf: (id) => `ha:${id}`,
  abilities: { answers: false, rooms: true, renames: true, events: true, tells: true },
  on: "light.on",
  brightness: "light.brightness",
  pressed: "switch-sensor.click",
});
