/**
 * A simulated home (docs/simulator.md). `device.ts` is a device without any MQTT, `behaviours/` what it does, `emulators/`
 * how it looks in each dialect, `device-connection.ts` a connection with devices behind it, `simulator.ts` a whole home,
 * `direct-home.ts` one without a broker.
 */
export type { BehaviourMode } from "./behaviours/index.ts";
export {
  type ActionResult,
  type DeviceChange,
  type Invocation,
  SimulatedDevice,
  type SimulatedValue,
} from "./device.ts";
export { createDirectHome, type DirectHome, type DirectOptions, DirectTransport } from "./direct-home.ts";
export type {
  ControllerRequest,
  DeviceEmulator,
  EmulatedHome,
  EmulatorFactory,
  ItemResult,
} from "./emulators/emulator.ts";
export { miotEmulator } from "./emulators/miot/emulator.ts";
export { DeviceFault } from "./faults.ts";
export { Simulator, type SimulatorOptions } from "./simulator.ts";
export { SimulatedWorld } from "./world.ts";
