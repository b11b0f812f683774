/**
 * A simulated home (docs/simulator.md). `device.ts` is a device without any MQTT, `behaviours/` what it does, `face.ts` how
 * it looks in a dialect, `wire.ts` a connection with devices behind it, `simulator.ts` a whole home, `direct.ts` one without
 * a broker.
 */
export type { BehaviourMode } from "./behaviours/index.ts";
export {
  type ActionResult,
  type Happening,
  type Invocation,
  type PropertyValue,
  SimulatedDevice,
} from "./device.ts";
export { createDirectHome, type DirectHome, type DirectOptions, DirectTransport } from "./direct.ts";
export type { Face, FaceFactory, FaceRequest, ItemResult, Surroundings } from "./face.ts";
export { miotFace } from "./faces/miot.ts";
export { Fault } from "./faults.ts";
export { Simulator, type SimulatorOptions } from "./simulator.ts";
export { World } from "./world.ts";
