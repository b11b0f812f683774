import { type Device, type Floor, type HomeView, heldBy, type Room } from "../../home/index.ts";
import type { Target } from "../definition/basics.ts";

/** The part of a home that targets are resolved in. */
type Housed = Pick<HomeView, "device" | "devices" | "layout">;

/** The devices that a target means now, in the home's order. */
export function resolveTarget(target: Target, home: Housed): Device[] {
  if (typeof target === "string") return known([home.device(target)]);
  if ("devices" in target) return known(target.devices.map((each) => home.device(each)));
  return home.devices.filter((device) => isInTarget(target, device, home));
}

/**
 * Whether a device belongs to a target. A group that is not named does not when one of its members does, or is
 * excepted.
 */
export function isInTarget(target: Target, device: Device, home: Housed): boolean {
  if (typeof target === "string") return isNamed(device, target);
  if ("devices" in target) return target.devices.some((each) => isNamed(device, each));
  if (!fits(target, device, home)) return false;
  if (device.members.length === 0) return true;
  const held = known([...heldBy(device, (id) => home.device(id))].map((id) => home.device(id)));
  return !held.some((each) => isExcepted(target, each) || fits(target, each, home));
}

type Several = Exclude<Target, string | { devices: unknown }>;

function isExcepted({ except = [] }: Several, device: Device): boolean {
  return except.some((each) => isNamed(device, each));
}

/** Whether a device is of the kind and in the place of a target, and not excepted. */
function fits(target: Several, device: Device, home: Housed): boolean {
  if (target.kind !== undefined && device.spec.kind !== target.kind) return false;
  if (isExcepted(target, device)) return false;
  if (target.room !== undefined && (!device.room || home.layout.findRoom(target.room) !== device.room)) return false;
  if (target.floor === undefined) return true;
  const floor = findFloor(target.floor, home);
  return floor !== null && device.room?.floor === floor.id;
}

/** The floor with this id, name or alias; null when there is none. */
export function findFloor(idOrName: string, home: Pick<HomeView, "layout">): Floor | null {
  const wanted = idOrName.trim().toLowerCase();
  const named = ({ id, name, aliases }: Floor | Room): boolean =>
    id === idOrName || [name, ...aliases].some((each) => each.toLowerCase() === wanted);
  return home.layout.floors.find(named) ?? null;
}

/** Whether a target means whatever fits rather than devices by name. */
export function isGroup(target: Target): boolean {
  return typeof target === "object" && !("devices" in target);
}

function isNamed(device: Device, idOrHandle: string): boolean {
  return device.id === idOrHandle || device.handle === idOrHandle;
}

function known(devices: readonly (Device | undefined)[]): Device[] {
  return [...new Set(devices)].filter((device) => device !== undefined);
}
