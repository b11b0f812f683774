import type { SimulatedDevice } from "../device.ts";
import type { World } from "../world.ts";
import type { Behaviour, BehaviourFactory } from "./behaviour.ts";
import { instantBehaviours } from "./instant.ts";

/**
 * physics: things take their time, rooms get warm, batteries drain · instant: a write takes effect at once and nothing
 * happens by itself (evaluations).
 */
export type BehaviourMode = "physics" | "instant";

/** Behaviours by mode, in the order in which they see writes. */
const FACTORIES: Readonly<Record<BehaviourMode, readonly BehaviourFactory[]>> = {
  instant: instantBehaviours,
  physics: instantBehaviours,
};

/** What a device does, chosen by its spec. */
export function chooseBehaviours(device: SimulatedDevice, world: World, mode: BehaviourMode): readonly Behaviour[] {
  return FACTORIES[mode].flatMap((factory) => factory(device, world) ?? []);
}
