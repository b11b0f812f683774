import { MiotDialect } from "../../src/bridge/index.ts";
import { miioDidOf } from "../../src/simulator/emulators/miio/miio-fleet.ts";
import { allSpecs } from "../bridge/all-specs.ts";
import { MiioHome } from "../support/miio-home.ts";
import { NO_SPECS } from "../support/scenario-home.ts";

allSpecs({
  name: "miIO through its gateway",
  dialect: () => new MiotDialect({ specs: NO_SPECS }),
  simulate: (file, broker) => new MiioHome(file, broker, 10_000),
  idOf: (model) => `miot:${miioDidOf(model)}`,
  brokers: ["mosquitto"],
});
