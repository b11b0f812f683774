import type { Device, Property } from "../../home/index.ts";
import { capabilitiesOf } from "../names/capabilities.ts";
import type { IndexedDevice } from "../names/indexed-device.ts";

/** A device, or one service of it ("the left key", the lamp of a fan). */
export interface DeviceTarget {
  readonly indexed: IndexedDevice;
  /** Key of the service; null for the device as a whole. */
  readonly service: string | null;
}

/** The same for a device that need not be in an index: it has capabilities, but no names. */
export interface MinimalTarget {
  readonly indexed: Pick<IndexedDevice, "device" | "capabilities">;
  readonly service: string | null;
}

/** A whole device as a target without names. */
export function minimalTarget(device: Device): MinimalTarget {
  return { indexed: { device, capabilities: capabilitiesOf(device.spec) }, service: null };
}

/** Whether both are the same device, or the same service of it. */
export function isSameTarget(one: DeviceTarget, other: DeviceTarget): boolean {
  return one.indexed.device.id === other.indexed.device.id && one.service === other.service;
}

/** The properties of a target: those of its service, or all of the device. */
export function propertiesOf({ indexed, service }: MinimalTarget): readonly Property[] {
  if (service === null) return indexed.capabilities.all;
  return indexed.device.spec.services.find(({ key }) => key === service)?.properties ?? [];
}
