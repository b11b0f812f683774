import type { DeviceId } from "../../home/index.ts";
import { toMs } from "../definition/index.ts";
import type { AgendaEntry } from "../schedule/agenda.ts";
import { type DeviceTrigger, deviceWatchOf } from "../triggers/index.ts";
import type { DeviceWatch } from "../triggers/kind.ts";
import type { LiveAutomation } from "./live.ts";

/** One trigger on devices. */
export interface Watcher {
  readonly live: LiveAutomation;
  /** Place among the triggers. */
  readonly index: number;
  trigger: DeviceTrigger;
  readonly watch: DeviceWatch<DeviceTrigger>;
  /** Whether the value was inside last, where the kind of trigger keeps that; keyed by device id. */
  readonly inside: Map<DeviceId, boolean>;
  /** Triggers that wait out their `for`, keyed by device id. */
  readonly holds: Map<DeviceId, { readonly since: number; readonly entry: AgendaEntry }>;
}

/** A watcher for each trigger on devices. */
export function watchersOf(live: LiveAutomation): Watcher[] {
  return live.saved.definition.triggers.flatMap((trigger, index): Watcher[] => {
    const watched = deviceWatchOf(trigger);
    return watched ? [{ live, index, ...watched, inside: new Map(), holds: new Map() }] : [];
  });
}

/** How long it must be so before the trigger fires, in milliseconds. */
export function heldFor({ watch, trigger }: Pick<Watcher, "watch" | "trigger">): number {
  return toMs(watch.lasts(trigger) ?? 0);
}
