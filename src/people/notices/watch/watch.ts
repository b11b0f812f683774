/** What Jia looks out for by itself: each watch is a descriptor of one list, and can be switched off. */
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

/** After how many minutes something that lasts is worth a word. */
export interface WatchMinutes {
  /** A garage door, a gate, a door with a lock that stands open. */
  readonly door: number;
  /** Anything that only a contact watches: windows, and doors that are opened for air. */
  readonly contact: number;
  readonly offline: number;
  /** What heats while nobody moves. */
  readonly heat: number;
}

/** What a watch is told of the home. */
export interface WatchAround {
  readonly home: Pick<Home, "devices">;
  readonly now: number;
  readonly minutes: WatchMinutes;
  /** Whether a device is in a state; null where nobody can tell now, undefined where it has none like it. */
  isSo(state: DeviceState, device: Device): boolean | null | undefined;
  /** Whether a description of a status says that something works. */
  works(description: string): boolean;
  /** Whether a device tells that somebody moves. */
  seesMotion(device: Device): boolean;
  /** Since when nobody moved at these devices; null while somebody does, or while one of them cannot say. */
  quiet(devices: readonly Device[]): { readonly since: number | null; readonly moving: boolean };
}

/** Something that lasts, of which people are told. */
export interface Condition {
  readonly subject: string;
  /** null: nobody can tell now. */
  readonly holds: boolean | null;
  /** Since when, where that was seen; else it counts from when it is first known. */
  readonly since: number | null;
  readonly afterMs: number;
  /** It is only told where the device said so itself since Jia started: what a broker kept from before is no news. */
  readonly live: boolean;
  /** From when on it may be told, besides; null: not now. */
  readonly from?: () => number | null;
  readonly notice: () => Omit<NewNotice, "subject" | "source" | "lasting">;
}

export interface Watch {
  readonly name: WatchName;
  /** Whether a device of this spec is of any interest. */
  applies(spec: Spec): boolean;
  /** What of a device lasts. */
  conditions?(device: Device, around: WatchAround): readonly Condition[];
  /** What happened that people are told of; null: nothing. */
  happened?(event: HomeEvent, around: WatchAround): Omit<NewNotice, "source"> | null;
  /** Told a moment later, and not where a command has ended the work, or it is not so any more. */
  readonly settles?: (device: Device) => boolean;
  /** The same of what happened to people. */
  ofPeople?(event: PeopleEvent, home: Home): Omit<NewNotice, "source"> | null;
}

/** Something of Jia itself that may not work: the store, the connection to the broker. */
export interface Probe {
  readonly name: string;
  /** What people are told while it does not; null while it does. */
  problem(): Phrase | null;
}

export const MINUTE_MS = 60_000;

/** What a notice says of where it belongs. */
export function aboutDevice({ id, room }: Device): Pick<NewNotice, "device" | "room"> {
  return { device: id, room: room?.id ?? null };
}
