import type { DeviceId } from "../../home/index.ts";
import type { BridgeDevice, BridgeGroup, Expose, SpecificType } from "./exposes.ts";

/** Types of groups, in the order in which they are tried. */
const GROUP_TYPES: readonly SpecificType[] = ["light", "cover", "lock", "fan", "climate", "switch"];

/**
 * What a group exposes: the first type that every member has, with all features that any member has. A mix of lights and
 * switches is a switch: it can be turned on and off.
 */
export function groupExposes(group: BridgeGroup, devices: ReadonlyMap<string, BridgeDevice>): Expose[] {
  const members = group.members.flatMap(({ ieee_address: ieee, endpoint }) => {
    const device = devices.get(ieee);
    if (!device?.definition) return [];
    const number = String(endpoint ?? "");
    const name = device.endpoints?.[number]?.name ?? undefined;
    const all = device.definition.exposes;
    const own = all.filter((expose) => expose.endpoint === undefined || expose.endpoint === name);
    return [own.length > 0 ? own : all];
  });
  if (members.length === 0) return [];
  for (const type of GROUP_TYPES) {
    const found = members.map((exposes) => exposes.find((expose) => expose.type === type));
    if (found.every((expose) => expose !== undefined)) return [merged(type, found)];
  }
  const switchable = members.every((exposes) => exposes.some(({ type }) => type === "light" || type === "switch"));
  if (!switchable) return [];
  const state = members[0]?.find(({ type }) => type === "light" || type === "switch")?.features?.find(isState);
  return state ? [{ type: "switch", features: [withoutEndpoint(state)] }] : [];
}

const isState = (feature: Expose) => feature.name === "state";

/** The ids of a group's members in the home, each once: a member is an endpoint, and a device may have several. */
export function groupMembers({ members }: BridgeGroup): DeviceId[] {
  return [...new Set(members.map(({ ieee_address: ieee }) => deviceIdOf(ieee)))];
}

/** The id in the home of the device with this address. */
export function deviceIdOf(ieee: string): DeviceId {
  return `zigbee:${ieee.toLowerCase()}`;
}

/** The features of all, the first of each name; ranges become the widest. */
function merged(type: SpecificType, exposes: readonly Expose[]): Expose {
  const features = new Map<string, Expose>();
  for (const feature of exposes.flatMap((expose) => expose.features ?? [])) {
    const name = feature.name ?? "";
    const known = features.get(name);
    if (!known) {
      features.set(name, withoutEndpoint(feature));
      continue;
    }
    const least = smaller(known.value_min, feature.value_min, Math.min);
    const most = smaller(known.value_max, feature.value_max, Math.max);
    features.set(name, {
      ...known,
      ...(least !== null && { value_min: least }),
      ...(most !== null && { value_max: most }),
    });
  }
  return { type, features: [...features.values()] };
}

function smaller(
  a: number | null | undefined,
  b: number | null | undefined,
  pick: (a: number, b: number) => number,
): number | null {
  return typeof a === "number" && typeof b === "number" ? pick(a, b) : (a ?? b ?? null);
}

/** A group has no endpoints: `state_left` of a member is `state` of the group. */
function withoutEndpoint({ endpoint, property, ...rest }: Expose): Expose {
  const suffix = endpoint === undefined ? "" : `_${endpoint}`;
  const plain = property && suffix && property.endsWith(suffix) ? property.slice(0, -suffix.length) : property;
  return { ...rest, ...(plain !== undefined && { property: plain }) };
}
