import { type Device, type Home, wantedHandle } from "../../home/index.ts";
import type { Target } from "../definition/basics.ts";
import type { TargetChange } from "./changes.ts";
import { findFloor } from "./targets.ts";

/**
 * Handles and names of rooms and floors change when people rename things; ids do not. Saved definitions hold ids, so
 * that they keep their meaning. A name that matches nothing stays as it is written.
 */

/** Gives the id for a device as it is written; null to leave it. */
export type DeviceIdOf = (written: string) => string | null;

/** Replaces handles and names in targets by the ids of the present home. */
export function settledIn(home: Home): TargetChange {
  return (target) => settledTarget(target, home, (written) => home.device(written)?.id ?? null);
}

/** A target by ids; the same object when it has ids already. */
export function settledTarget(target: Target, home: Home, idOf: DeviceIdOf): Target {
  const device = (written: string): string => idOf(written) ?? written;
  if (typeof target === "string") return device(target);
  if ("devices" in target) {
    const devices = sameOr(target.devices, [...new Set(target.devices.map(device))]);
    return devices === target.devices ? target : { devices };
  }
  const { room, floor, except } = target;
  const after = {
    ...target,
    ...(room !== undefined && { room: home.layout.findRoom(room)?.id ?? room }),
    ...(floor !== undefined && { floor: findFloor(floor, home)?.id ?? floor }),
    ...(except !== undefined && { except: sameOr(except, [...new Set(except.map(device))]) }),
  };
  return after.room === room && after.floor === floor && after.except === except ? target : after;
}

/**
 * Whether a target holds a handle, or the name of a room or floor. It is settled when the device, room or floor is
 * there.
 */
export function isUnsettled(target: Target, home: Home): boolean {
  if (typeof target === "string") return isHandle(target);
  if ("devices" in target) return target.devices.some(isHandle);
  const { room, floor, except = [] } = target;
  const { layout } = home;
  return (
    except.some(isHandle) ||
    (room !== undefined && layout.room(room) === undefined) ||
    (floor !== undefined && layout.floor(floor) === undefined)
  );
}

/** Ids of devices have the dialect before a colon; handles have none. */
export function isHandle(written: string): boolean {
  return !written.includes(":");
}

/** The device that a stored handle means; null where it is ambiguous because several devices want it. */
export function deviceCalled(handle: string, home: Home): Device | null {
  const device = home.device(handle);
  if (!device) return null;
  const wanted = handleFor(device);
  return home.devices.some((other) => other !== device && handleFor(other) === wanted) ? null : device;
}

/** The handle that a device gets when no other device has it. */
export function handleFor({ id, name, room }: Device): string {
  return wantedHandle(id, name, room);
}

function sameOr<Item>(before: Item[], after: Item[]): Item[] {
  return before.length === after.length && before.every((item, index) => item === after[index]) ? before : after;
}
