import { findFloor, resolveTarget, type Target } from "../../../automation/index.ts";
import { cleanText, type Device, type DeviceId, type HomeView, JiaError, type Property } from "../../../home/index.ts";
import { message } from "../../../language/index.ts";
import { resolveDevice, resolveKind, resolveProperty, resolveRoom } from "../devices/resolve.ts";

/** The target of a part as models write it: devices by any of their names, or a place. */
export interface TargetNames {
  readonly device?: string | undefined;
  readonly devices?: readonly string[] | undefined;
  readonly room?: string | undefined;
  readonly floor?: string | undefined;
  readonly kind?: string | undefined;
  readonly except?: readonly string[] | undefined;
}

/**
 * Resolves the names of a target to ids.
 * @param room id of the speaker's room
 * @throws JiaError `unknown-name` or `ambiguous-name` with the known names
 */
export function targetOf(home: HomeView, named: TargetNames, room: string | null): Target {
  const { device, devices, except } = named;
  if (device !== undefined) return resolveDevice(home, device, room).id;
  if (devices !== undefined) return { devices: devices.map((each) => resolveDevice(home, each, room).id) };
  const target = {
    ...(named.room !== undefined && { room: resolveRoom(home, named.room).id }),
    ...(named.floor !== undefined && { floor: floorOf(home, named.floor) }),
    ...(named.kind !== undefined && { kind: resolveKind(home, named.kind) }),
    ...(except !== undefined && { except: except.flatMap((each) => leftOut(home, each, room)) }),
  };
  if (resolveTarget(target, home).length === 0) {
    throw new JiaError("unknown-name", { what: message("tools.device"), name: placeText(named), known: "" });
  }
  return target;
}

/** The ids that an exception means: a device, or all of a room ("everywhere but the hall"). */
function leftOut(home: HomeView, given: string, room: string | null): readonly DeviceId[] {
  const place = home.layout.findRoom(given);
  if (!place) return [resolveDevice(home, given, room).id];
  return home.devices.flatMap((device) => (device.room?.id === place.id ? [device.id] : []));
}

function floorOf(home: HomeView, given: string): string {
  const floor = findFloor(given, home);
  if (floor) return floor.id;
  const known = home.layout.floors.map(({ id }) => id).join(", ");
  throw new JiaError("unknown-name", { what: message("tools.floor"), name: cleanText(given), known });
}

function placeText({ room, floor, kind }: TargetNames): string {
  return cleanText([room, floor, kind].filter((part) => part !== undefined).join(" "), 100);
}

/** A device with a property of it. */
export interface DeviceProperty {
  readonly device: Device;
  readonly property: Property;
}

/**
 * The devices of a target that have a property, each with it. For a place without a kind only an address counts, because "on"
 * would mean everything that can be switched there.
 * @throws JiaError `unknown-property` with the nearest addresses
 */
export function devicePropertiesOf(
  home: HomeView,
  target: Target,
  given: string,
  use: "read" | "write",
): readonly DeviceProperty[] {
  const devices = resolveTarget(target, home);
  const place = typeof target === "object" && !("devices" in target);
  const exact = place && target.kind === undefined;
  const found = devices.flatMap((device): readonly DeviceProperty[] => {
    if (!place) return [{ device, property: resolveProperty(device, given, use) }];
    const property = exact ? device.spec.properties.get(given) : propertyOrNone(device, given, use);
    return property && (use === "read" || property.access.write) ? [{ device, property }] : [];
  });
  if (found.length > 0) return found;
  const alike = devices.flatMap((device) => propertyOrNone(device, given, use) ?? []);
  const [first] = devices;
  if (first && alike.length === 0) resolveProperty(first, given, use);
  const known = [...new Set(alike.map(({ address }) => address))].slice(0, 12).join(", ");
  throw new JiaError("unknown-property", { device: placeOf(target), address: cleanText(given), known });
}

function placeOf(target: Target): string {
  return typeof target === "string" || "devices" in target ? "" : placeText(target);
}

function propertyOrNone(device: Device, given: string, use: "read" | "write"): Property | null {
  try {
    return resolveProperty(device, given, use);
  } catch (error) {
    if (error instanceof JiaError) return null;
    throw error;
  }
}
