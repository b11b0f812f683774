import { HubDialect } from "../../../src/bridge/hub/index.ts";
import type { SpecSource } from "../../../src/home/index.ts";
import { hubEmulator } from "../../../src/simulator/emulators/hub/emulator.ts";
import { scenarioHome } from "../../support/scenario-home.ts";
import { scenarios } from "../scenarios.ts";

const file = scenarioHome();
/** The hub tells only urns and models: the specs of the scenarios' devices are known to Jia beforehand. */
const specs: SpecSource = {
  byUrn: (urn) => file.devices.find(({ spec }) => spec.urn === urn)?.spec,
  byModel: (model) => file.devices.find((device) => device.model === model)?.spec,
};

scenarios({
  name: "hub",
  file,
  dialect: () => new HubDialect({ clientDid: "47110", specs, listDelayMs: 30, removedAfterMs: 100 }),
  emulator: hubEmulator(),
  idOf: (id) => `hub:${id}`,
  abilities: { answers: true, rooms: false, renames: true, events: true, tells: true },
  on: "light.on",
  brightness: "light.brightness",
  pressed: "switch-sensor.click",
});
