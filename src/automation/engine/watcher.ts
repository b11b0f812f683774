import type { DeviceId } from "../../home/index.ts";
import { toMs } from "../definition/index.ts";
import type { AgendaEntry } from "../schedule/agenda.ts";
import { type DeviceTrigger, deviceWatchOf } from "../triggers/index.ts";
import type { DeviceWatch } from "../triggers/kind.ts";
import type { LiveAutomation } from "./live.ts";

/** A device trigger of an automation at work. */
export interface Watcher {
  readonly live: LiveAutomation;
  /** Index among the triggers. */
  readonly index: number;
  trigger: DeviceTrigger;
  readonly watch: DeviceWatch<DeviceTrigger>;
  /** Whether the last value was inside the bounds, where the kind of trigger keeps that; keyed by device id. */
  readonly inside: Map<DeviceId, boolean>;
  /** Triggers that wait out their `for`, keyed by device id. */
  readonly holds: Map<DeviceId, { readonly since: number; readonly entry: AgendaEntry }>;
}

/** Makes a watcher for each device trigger of an automation. */
export function watchersOf(live: LiveAutomation): Watcher[] {
  return live.saved.definition.triggers.flatMap((trigger, index): Watcher[] => {
    const watched = deviceWatchOf(trigger);
    return watched ? [{ live, index, ...watched, inside: new Map(), holds: new Map() }] : [];
  });
}

/** For how long the state must hold before the trigger fires, in milliseconds. */
export function heldFor({ watch, trigger }: Pick<Watcher, "watch" | "trigger">): number {
  return toMs(watch.lasts(trigger) ?? 0);
}
