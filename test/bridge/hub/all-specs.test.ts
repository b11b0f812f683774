import { HubDialect } from "../../../src/bridge/hub/index.ts";
import type { Spec, SpecSource } from "../../../src/home/index.ts";
import { hubEmulator } from "../../../src/simulator/emulators/hub/emulator.ts";
import { allSpecs, everyModel } from "../all-specs.ts";

const byModel = new Map<string, Spec>(everyModel.devices.map(({ model, spec }) => [model, spec]));
const specs: SpecSource = { byModel: (model) => byModel.get(model), byUrn: () => undefined };

allSpecs({
  name: "hub",
  dialect: () => new HubDialect({ clientDid: "4711", specs }),
  emulator: hubEmulator(),
  idOf: (model) => `hub:${model}`,
  brokers: ["mosquitto"],
});
