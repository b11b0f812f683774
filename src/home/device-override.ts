import type { DeviceDescription, DeviceOverride, Room } from "./device.ts";
import type { Layout } from "./layout.ts";

/** What is said of a device's name and place, by the home file or by a person. */
interface Naming {
  readonly name?: string;
  readonly aliases?: readonly string[];
  readonly room?: string | null;
}

/** A device's names and room, with what a person set over the home file, and the home file over the dialect. */
export function namesOver(
  given: DeviceDescription,
  file: Naming | undefined,
  set: DeviceOverride,
): { readonly name: string; readonly aliases: readonly string[] } {
  const aliases = set.aliases ?? file?.aliases ?? given.aliases;
  const name = set.name ?? file?.name ?? given.name;
  const others = set.otherNames ?? [];
  return { name, aliases: others.length === 0 ? aliases : [...new Set([...others, ...aliases])] };
}

/** The room of a device, made when it is new; null when it stands in none. */
export function roomOver(
  given: DeviceDescription,
  file: Naming | undefined,
  { room: set }: DeviceOverride,
  layout: Layout,
): { readonly room: Room; readonly added: boolean } | null {
  if (set) {
    const known = layout.room(set.id);
    return known ? { room: known, added: false } : layout.ensureRoom(set.name);
  }
  const said = set === null ? null : file?.room === undefined ? given.room : file.room;
  return said === null ? null : layout.ensureRoom(said);
}
