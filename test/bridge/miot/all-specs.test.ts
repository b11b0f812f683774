import { MiotDialect } from "../../../src/bridge/index.ts";
import { miotEmulator } from "../../../src/simulator/index.ts";
import { NO_SPECS } from "../../support/scenario-home.ts";
import { allSpecs } from "../all-specs.ts";

allSpecs({
  name: "miot",
  dialect: () => new MiotDialect({ specs: NO_SPECS }),
  emulator: miotEmulator(),
  idOf: (model) => `miot:${model}`,
  brokers: ["aedes", "mosquitto"],
});
