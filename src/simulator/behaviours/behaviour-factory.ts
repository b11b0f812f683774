import type { SimulatedDevice } from "../device.ts";
import type { SimulatedWorld } from "../world.ts";
import type { Behaviour } from "./behaviour.ts";

/** Looks at a device's spec and gives the behaviour for it; null where it does not apply. */
export type BehaviourFactory = (device: SimulatedDevice, world: SimulatedWorld) => Behaviour | null;
