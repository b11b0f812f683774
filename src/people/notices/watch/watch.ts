/** Watches: what Jia looks out for by itself. Each is a descriptor and can be switched off. */
import type { Device, Home, HomeEvent, Phrase, Spec } from "../../../home/index.ts";
import type { DeviceState } from "../../../language/index.ts";
import type { PeopleEvent } from "../../port.ts";
import type { NewNotice } from "../port.ts";

/** The settings `notices.watch.…` have these names. */
export const WATCH_NAMES = [
  "danger",
  "battery",
  "offline",
  "open",
  "heat",
  "finished",
  "trouble",
  "pins",
  "rules",
  "timers",
] as const;
export type WatchName = (typeof WATCH_NAMES)[number];

/** After how many minutes a lasting condition is reported. */
export interface WatchMinutes {
  /** An open garage door, gate, or door with a lock. */
  readonly door: number;
  /** Anything with only a contact sensor: windows, and doors that are opened for air. */
  readonly contact: number;
  readonly offline: number;
  /** A hot device while nobody moves. */
  readonly heat: number;
}

/** What a watch knows of the home. `now`: milliseconds since the epoch. */
export interface WatchContext {
  readonly home: Pick<Home, "devices">;
  readonly now: number;
  readonly minutes: WatchMinutes;
  /** Whether a device is in a state; null: not known, undefined: it has no such state. */
  isSo(state: DeviceState, device: Device): boolean | null | undefined;
  /** Whether a description of a status means that the device works. */
  works(description: string): boolean;
  /** Whether a device is a motion sensor. */
  seesMotion(device: Device): boolean;
  /** Since when these sensors see no motion; null while one of them does, or does not know. */
  quiet(devices: readonly Device[]): { readonly since: number | null; readonly moving: boolean };
}

/** A lasting condition of a device that people are told of. */
export interface WatchCondition {
  readonly subject: string;
  /** null: not known. */
  readonly holds: boolean | null;
  /** Since when it holds, when that was observed; otherwise it counts from the first look. */
  readonly since: number | null;
  readonly afterMs: number;
  /** Whether the device must have reported it since Jia started; retained messages are no news. */
  readonly live: boolean;
  /** A further earliest time to tell it, in milliseconds since the epoch; null: not now. */
  readonly from?: () => number | null;
  readonly notice: () => Omit<NewNotice, "subject" | "source" | "lasting">;
}

export interface NoticeWatch {
  readonly name: WatchName;
  /** Whether the watch applies to devices of a spec. */
  applies(spec: Spec): boolean;
  /** The lasting conditions of a device. */
  conditions?(device: Device, context: WatchContext): readonly WatchCondition[];
  /** The notice about an event of the home; null: none. */
  happened?(event: HomeEvent, context: WatchContext): Omit<NewNotice, "source"> | null;
  /** Delays notices of `happened`: told only if this still returns true and no command was the cause. */
  readonly settles?: (device: Device) => boolean;
  /** The notice about an event of people; null: none. */
  ofPeople?(event: PeopleEvent, home: Home): Omit<NewNotice, "source"> | null;
}

/** Checks a part of Jia itself: the store, the connection to the broker. */
export interface HealthProbe {
  readonly name: string;
  /** The problem, for a notice; null while all is well. */
  problem(): Phrase | null;
}

export const MINUTE_MS = 60_000;

/** The device and room of a notice. */
export function aboutDevice({ id, room }: Device): Pick<NewNotice, "device" | "room"> {
  return { device: id, room: room?.id ?? null };
}
