import type { Device, HomeView } from "../../home/index.ts";
import { type CountOf, type Language, type Member, nameIn, shortName } from "../../language/index.ts";

/** Devices as they are told, of one home in one language. */
export interface Members {
  of(device: Device): Member;
  readonly countOf: CountOf;
}

/** `kindOf` is left out where the kind of the spec is what people call a device. */
export function membersIn(
  { devices }: Pick<HomeView, "devices">,
  language: Language,
  kindOf: (device: Device) => string = ({ spec }) => spec.kind,
): Members {
  /** How many devices have a name, keyed by it; counted when it is first needed. */
  let names: Map<string, number> | null = null;
  /** How many devices there are of a kind in a room, keyed by both. */
  let kinds: Map<string, number> | null = null;
  const sharesName = (device: Device): boolean => {
    names ??= countedBy(devices, (each) => [nameIn(language, each).toLowerCase()]);
    return (names.get(nameIn(language, device).toLowerCase()) ?? 0) > 1;
  };
  const key = (kind: string, room: string | null): string => JSON.stringify([kind, room]);
  return {
    of: (device) => ({
      name: shortName(device, language, sharesName(device)),
      kind: kindOf(device),
      place: { name: nameIn(language, device), room: device.room && nameIn(language, device.room) },
    }),
    countOf: (kind, room) => {
      kinds ??= countedBy(devices, (each) => {
        const own = kindOf(each);
        return each.room ? [key(own, null), key(own, nameIn(language, each.room))] : [key(own, null)];
      });
      return kinds.get(key(kind, room)) ?? 0;
    },
  };
}

function countedBy(devices: Iterable<Device>, keysOf: (device: Device) => readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const device of devices) for (const key of keysOf(device)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
