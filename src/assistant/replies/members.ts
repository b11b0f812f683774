import type { Device } from "../../home/index.ts";
import { type CountOf, type Language, type Member, nameIn, shortName } from "../../language/index.ts";

/** Devices as they are told, of one home in one language. */
export interface Members {
  of(device: Device): Member;
  readonly countOf: CountOf;
}

/** What is known of the devices without counting them. */
export interface KnownOfDevices {
  /** What people call a kind of device. */
  kindOf(device: Device): string;
  /** Whether another device has the same name. */
  sharesName(device: Device): boolean;
}

/** `known` is left out where no index of the home is at hand: then kinds are those of the specs, and names are counted. */
export function membersIn(devices: () => Iterable<Device>, language: Language, known?: KnownOfDevices): Members {
  /** How many devices there are of a kind in a room, keyed by both; counted when it is first needed. */
  let kinds: Map<string, number> | null = null;
  const { kindOf, sharesName } = known ?? {
    kindOf: ({ spec }: Device) => spec.kind,
    sharesName: named(devices, language),
  };
  const key = (kind: string, room: string | null): string => JSON.stringify([kind, room]);
  return {
    of: (device) => ({
      name: shortName(device, language, sharesName(device)),
      kind: kindOf(device),
      place: { name: nameIn(language, device), room: device.room && nameIn(language, device.room) },
    }),
    countOf: (kind, room) => {
      kinds ??= countedBy(devices(), (each) => {
        const own = kindOf(each);
        return each.room ? [key(own, null), key(own, nameIn(language, each.room))] : [key(own, null)];
      });
      return kinds.get(key(kind, room)) ?? 0;
    },
  };
}

/** Whether several devices have the name of one; names are counted when that is first asked. */
function named(devices: () => Iterable<Device>, language: Language): (device: Device) => boolean {
  let names: Map<string, number> | null = null;
  return (device) => {
    names ??= countedBy(devices(), (each) => [nameIn(language, each).toLowerCase()]);
    return (names.get(nameIn(language, device).toLowerCase()) ?? 0) > 1;
  };
}

function countedBy(devices: Iterable<Device>, keysOf: (device: Device) => readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const device of devices) for (const key of keysOf(device)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
