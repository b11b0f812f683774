import { MiotDialect } from "../../src/bridge/index.ts";
import { miioDidOf } from "../../src/simulator/emulators/miio/miio-fleet.ts";
import { scenarios } from "../bridge/scenarios.ts";
import { MiioHome } from "../support/miio-home.ts";
import { NO_SPECS, scenarioHome } from "../support/scenario-home.ts";

scenarios({
  name: "miIO through its gateway",
  file: scenarioHome(),
  dialect: () => new MiotDialect({ specs: NO_SPECS }),
  simulate: (file, broker) => new MiioHome(file, broker),
  idOf: (id) => `miot:${miioDidOf(id)}`,
  // Names and rooms are in the devices file, and events cannot be polled.
  abilities: { answers: true, rooms: false, renames: false, events: false, tells: false },
  on: "light.on",
  brightness: "light.brightness",
  pressed: "switch-sensor.click",
});
