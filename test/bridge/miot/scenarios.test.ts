import { MiotDialect } from "../../../src/bridge/index.ts";
import { miotEmulator } from "../../../src/simulator/index.ts";
import { NO_SPECS, scenarioHome } from "../../support/scenario-home.ts";
import { scenarios } from "../scenarios.ts";

scenarios({
  name: "miot",
  file: scenarioHome(),
  dialect: () => new MiotDialect({ specs: NO_SPECS }),
  emulator: miotEmulator(),
  idOf: (id) => `miot:${id}`,
  abilities: { answers: true, rooms: true, renames: true, events: true, tells: true },
  on: "light.on",
  brightness: "light.brightness",
  pressed: "switch-sensor.click",
});
