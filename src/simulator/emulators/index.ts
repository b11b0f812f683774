import { discoveryEmulator } from "./discovery/emulator.ts";
import { onHomeBroker } from "./emulation.ts";
import { hubEmulation } from "./hub/emulation.ts";
import { miioEmulation } from "./miio/emulation.ts";
import { miotEmulator } from "./miot/emulator.ts";
import { zigbee2mqttEmulator } from "./zigbee2mqtt/emulator.ts";

/** Every way to simulate the devices of a home file, in the order of `jia simulate --as`. */
export const EMULATIONS = [
  onHomeBroker("miot", miotEmulator()),
  onHomeBroker("zigbee2mqtt", zigbee2mqttEmulator({ joins: true })),
  onHomeBroker("discovery", discoveryEmulator()),
  hubEmulation,
  miioEmulation,
] as const;
