import { type Device, type Home, heldBy, leavesOf, type Property, type Value } from "../../home/index.ts";
import type { SceneDraft, Target } from "../definition/index.ts";
import { resolveTarget } from "../references/targets.ts";

/**
 * Short names of the properties in a snapshot: those that make up the mood of a room, without settings and
 * maintenance.
 */
const KEPT: ReadonlySet<string> = new Set([
  "on",
  "brightness",
  "color-temperature",
  "color",
  "mode",
  "target-temperature",
  "target-humidity",
  "fan-level",
  "target-position",
  "volume",
  "heat-level",
  "horizontal-swing",
  "vertical-swing",
]);
const WHITE = 0xffffff;
/** Services besides the purpose of a device. */
const ASIDE: ReadonlySet<string> = new Set(["indicator-light", "physical-controls-locked", "alarm", "microphone"]);
/** Kinds that a snapshot of a room leaves out: restoring them could open the home. They can be named. */
const GUARDED: ReadonlySet<string> = new Set([
  "lock",
  "garage-door",
  "car",
  "camera",
  "video-doorbell",
  "valve",
  "gateway",
]);

/** The draft of a scene that restores the present state of these devices. */
export function snapshot(name: string, target: Target, home: Home): SceneDraft {
  const byName = typeof target === "string" || "devices" in target;
  const steps = apart(resolveTarget(target, home), home)
    .filter((device) => byName || !GUARDED.has(device.spec.kind))
    .flatMap((device) => {
      const set = valuesOf(device);
      return Object.keys(set).length > 0 ? [{ target: device.id, set }] : [];
    });
  return { name, steps };
}

/** Devices without groups whose members are in the snapshot themselves: their commands would contradict each other. */
function apart(devices: readonly Device[], home: Home): Device[] {
  const find = (id: string) => home.device(id);
  const kept = new Set(devices.map(({ id }) => id));
  return [
    ...new Set(
      devices.flatMap((device) => (heldBy(device, find).isDisjointFrom(kept) ? [device] : leavesOf(device, find))),
    ),
  ];
}

function valuesOf(device: Device): Record<string, Value> {
  const set: Record<string, Value> = {};
  const off = new Set<string>();
  for (const property of device.spec.properties.values()) {
    const value = device.state.get(property.address)?.value;
    if (value === undefined || !isKept(device, property)) continue;
    // White is restored by the colour temperature; setting it as a colour would end white light.
    if (property.type === "color" && value === WHITE && hasTemperature(device, property)) continue;
    set[property.address] = value;
    if (property.type === "on" && value === false) off.add(property.service);
  }
  // A device that is off is only switched off, because setting its brightness would switch some lamps on.
  return Object.fromEntries(
    Object.entries(set).filter(([address]) => {
      const property = device.spec.properties.get(address);
      return property?.type === "on" || !property || !off.has(property.service);
    }),
  );
}

function hasTemperature(device: Device, { service }: Property): boolean {
  return device.state.has(`${service}.color-temperature`);
}

function isKept(device: Device, { type, service, access }: Property): boolean {
  const of = device.spec.services.find(({ key }) => key === service)?.type ?? service;
  return access.write && (access.read || access.notify) && KEPT.has(type) && !ASIDE.has(of);
}
