import type { SimulatedDevice } from "../device.ts";
import type { SimulatedWorld } from "../world.ts";
import { batteryLevel } from "./battery.ts";
import type { Behaviour } from "./behaviour.ts";
import type { BehaviourFactory } from "./behaviour-factory.ts";
import { car } from "./car.ts";
import { climate } from "./climate.ts";
import { instantBehaviours } from "./instant.ts";
import { lights } from "./lights.ts";
import { metering } from "./metering.ts";
import { play } from "./play.ts";
import { presence } from "./presence.ts";
import { programs } from "./programs.ts";
import { purifier } from "./purifier.ts";
import { resting } from "./resting.ts";
import { roaming } from "./roaming.ts";
import { toggles } from "./toggles.ts";
import { travel } from "./travel.ts";
import { water } from "./water.ts";

/**
 * physics: things take their time, rooms get warm, batteries drain · instant: a write takes effect at once and nothing
 * happens by itself (evaluations).
 */
export type BehaviourMode = "physics" | "instant";

/** Behaviours by mode, in the order in which they see writes. */
const FACTORIES: Readonly<Record<BehaviourMode, readonly BehaviourFactory[]>> = {
  instant: instantBehaviours,
  physics: [
    resting,
    toggles,
    play,
    lights,
    travel,
    climate,
    purifier,
    batteryLevel,
    roaming,
    presence,
    programs,
    water,
    car,
    metering,
  ],
};

/** The behaviours of a device, chosen by its spec. */
export function chooseBehaviours(
  device: SimulatedDevice,
  world: SimulatedWorld,
  mode: BehaviourMode,
): readonly Behaviour[] {
  return FACTORIES[mode].flatMap((factory) => factory(device, world) ?? []);
}
