import type { Property, PropertyAddress, Spec, Value } from "./spec/index.ts";

/** Never changes and names the dialect: `miot:123456`, `zigbee:0x00158d0001a2b3c4`, `ha:…`. */
export type DeviceId = string;

/** true: reachable; false: the dialect says it is not; null: the dialect does not tell. */
export type Availability = boolean | null;

/** A reported value. Times are milliseconds since the epoch. */
export interface PropertyState {
  readonly value: Value;
  /** When it was last reported. */
  readonly reportedAt: number;
  /** When it last became a different value; the first report counts. */
  readonly changedAt: number;
  /** Whether the change was observed; false for the first value, and after a time in which no report could arrive. */
  readonly changeSeen: boolean;
  /** When the next report is due at the latest; null when the device does not say. */
  readonly dueAt: number | null;
}

/** A property without a value now, after it had one or reported an impossible one. */
export interface PropertyGap {
  /** `cleared`: the device said that it does not know · `out-of-range`: it reported what the property cannot be. */
  readonly reason: "cleared" | "out-of-range";
  /** Since when it is not known, milliseconds since the epoch. */
  readonly since: number;
}

export interface Floor {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** Where it stands among others on a page, small numbers first. */
  readonly order?: number;
  /** The name of an icon. */
  readonly icon?: string;
}

export interface Room extends Floor {
  /** Id of the floor, null when it is not known. */
  readonly floor: string | null;
}

/** Devices that a person put together under a name. A command to it is one to each member. */
export interface DeviceGroup extends Floor {
  /** Some may not be in the home. */
  readonly members: readonly DeviceId[];
}

/** A device as a dialect describes it; the home adds the handle and keeps the state. */
export interface DeviceDescription {
  readonly id: DeviceId;
  readonly name: string;
  readonly aliases: readonly string[];
  /** Id or name of a room, null when it stands in none. */
  readonly room: string | null;
  readonly model: string;
  readonly spec: Spec;
  /** The dialect that found it: `miot`. */
  readonly dialect: string;
  /** false for a device that never confirms what it was told: its commands end as `accepted`. */
  readonly reports: boolean;
  /** Milliseconds within which a property is reported again, keyed by address; only properties for which the device says so. */
  readonly freshFor?: ReadonlyMap<PropertyAddress, number>;
  /** Of a group: the ids of its members, as far as the dialect knows them; some may not be in the home. */
  readonly members?: readonly DeviceId[];
}

/** What a person set for a device, over what its dialect and the home file say. What is left out is as they say it. */
export interface DeviceOverride {
  readonly name?: string;
  /** Its name in other languages; aliases like those of `aliases`. */
  readonly otherNames?: readonly string[];
  readonly aliases?: readonly string[];
  /** null: it stands in none. The name makes the room again where nothing else describes it. */
  readonly room?: { readonly id: string; readonly name: string } | null;
  /** Pages leave it out of lists. People can still name it. */
  readonly hidden?: boolean;
  readonly favourite?: boolean;
  /** Where it stands among others on a page, small numbers first. */
  readonly order?: number;
  /** The name of an icon. */
  readonly icon?: string;
}

/** Nothing is set. */
export const NO_OVERRIDE: DeviceOverride = Object.freeze({});

/** A device of the home. Only the home changes it. */
export interface Device {
  readonly id: DeviceId;
  /** The name that people and models use in commands: `kitchen-ceiling-light`. Unique; follows renames. */
  readonly handle: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly room: Room | null;
  readonly model: string;
  readonly spec: Spec;
  readonly dialect: string;
  readonly reports: boolean;
  /** Ids of the members of a group; empty for every other device. */
  readonly members: readonly DeviceId[];
  /** It must keep running: "everything" leaves it out, and only its own name switches it off. */
  readonly essential: boolean;
  /** A person's own mark; null: kind and name decide. */
  readonly essentialMark: boolean | null;
  /** What a person set over what its dialect and the home file say; nothing when it is left out. */
  readonly override?: DeviceOverride;
  readonly online: Availability;
  /** Since when it is offline, in milliseconds since the epoch; null when it is online, or was offline from the start. */
  readonly offlineSince: number | null;
  /** Since when its broker cannot be reached, in milliseconds since the epoch; null while it can. */
  readonly lostSince: number | null;
  /** Milliseconds since the epoch of the last message from it, null before the first. */
  readonly lastSeen: number | null;
  /** Known values, keyed by address; `knowledgeOf` says what they are worth now. */
  readonly state: ReadonlyMap<PropertyAddress, PropertyState>;
  /** Properties whose value was cleared or impossible, keyed by address. None of them is in `state`. */
  readonly gaps: ReadonlyMap<PropertyAddress, PropertyGap>;
  /** When a command was sent that got no answer, with no report since; milliseconds since the epoch, keyed by address. */
  readonly unanswered: ReadonlyMap<PropertyAddress, number>;
}

/** The last reported value of a property, however old; undefined when it is not known. */
export function currentValue(device: Device, address: PropertyAddress): Value | undefined {
  return device.state.get(address)?.value;
}

/** State as plain data, for JSON: `{"light.on": true}`. */
export function stateOf(device: Device): Record<PropertyAddress, Value> {
  return Object.fromEntries([...device.state].map(([address, { value }]) => [address, value]));
}

/** The properties that a person can read: those of the spec with read or notify access. */
export function readableProperties(device: Device): Property[] {
  return [...device.spec.properties.values()].filter(({ access }) => access.read || access.notify);
}
