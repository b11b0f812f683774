import type { Device } from "./device.ts";

/** Kinds of devices that must keep running: without them food spoils, animals starve or nobody is warned. */
const ESSENTIAL_KINDS: ReadonlySet<string> = new Set([
  "fridge",
  "freezer",
  "wine-cooler",
  "gateway",
  "router",
  "fish-tank",
  "pump",
  "pet-feeder",
  "water-purifier",
  "camera",
  "video-doorbell",
  "alarm",
  "alarm-panel",
  "siren",
  "smoke-sensor",
  "gas-sensor",
  "gas-leak-sensor",
  "carbon-monoxide-sensor",
  "submersion-sensor",
]);

/**
 * Whether a device must keep running, by its kind or by its name: "everything" leaves it out.
 * @param named whether a name says so: "Aquarium plug"
 */
export function isEssential(
  { name, aliases, spec }: Pick<Device, "name" | "aliases" | "spec">,
  named: (name: string) => boolean,
): boolean {
  return ESSENTIAL_KINDS.has(spec.kind) || [name, ...aliases].some(named);
}
