import type { DeviceId, PropertyAddress, ReportedValue, Value } from "../../home/index.ts";
import type { DialectOutput } from "../dialect.ts";
import type { BridgeEntry } from "./bridge-entry.ts";

/**
 * Derives the state of groups that report nothing themselves (`optimistic: false`) from reports of their members: a
 * group is on while one member is, and has a level or mode that all members with a known one share. A group that has
 * ever reported its state is left alone. A member that is not listed, or has no such property, does not count.
 */
export class SilentGroups {
  readonly #find: (id: DeviceId) => BridgeEntry | undefined;
  /** The groups of each member, keyed by the member's id. */
  readonly #groupsOf = new Map<DeviceId, BridgeEntry[]>();
  /** What members reported last, keyed by id and address; of members of groups alone. */
  readonly #values = new Map<DeviceId, Map<string, Value>>();

  /** @param find what is listed now */
  constructor(find: (id: DeviceId) => BridgeEntry | undefined) {
    this.#find = find;
  }

  /** Takes all groups there are. */
  set(groups: readonly BridgeEntry[]): void {
    this.#groupsOf.clear();
    for (const group of groups) {
      for (const member of group.description.members ?? []) {
        this.#groupsOf.set(member, [...(this.#groupsOf.get(member) ?? []), group]);
      }
    }
    for (const id of this.#values.keys()) if (!this.#groupsOf.has(id)) this.#values.delete(id);
  }

  /** What a member's report says of its groups. */
  heard(id: DeviceId, reported: readonly ReportedValue[], retained: boolean): DialectOutput[] {
    const groups = this.#groupsOf.get(id);
    const member = this.#find(id);
    if (!groups || !member) return [];
    const known = this.#values.get(id) ?? new Map<string, Value>();
    this.#values.set(id, known);
    for (const { address, value } of reported) {
      if (value === null) known.delete(address);
      else known.set(address, value);
    }
    const told = new Set(reported.map(({ address }) => address));
    return groups.flatMap((group): DialectOutput[] => {
      if (group.heard) return [];
      const concerned = [...group.description.spec.properties.values()].filter(({ address, type }) => {
        const own = addressIn(member, address, type);
        return own !== undefined && told.has(own);
      });
      const values = concerned.flatMap(({ address, type }) => this.#ofGroup(group, address, type));
      if (values.length === 0) return [];
      return [{ kind: "values", id: group.description.id, values, cause: retained ? "retained" : "report" }];
    });
  }

  #ofGroup(group: BridgeEntry, address: PropertyAddress, type: string): ReportedValue[] {
    const asked = (group.description.members ?? []).flatMap((id) => {
      const member = this.#find(id);
      const own = member && addressIn(member, address, type);
      return own === undefined ? [] : [this.#values.get(id)?.get(own)];
    });
    const told = asked.flatMap((value) => value ?? []);
    const [first] = told;
    if (first === undefined) return [];
    if (type === "on") {
      if (told.includes(true)) return [{ address, value: true }];
      return told.length === asked.length ? [{ address, value: false }] : [];
    }
    return told.every((value) => value === first) ? [{ address, value: first }] : [];
  }
}

/**
 * The member's property for an address of the group: a lamp in a group of lights and plugs has `light.on` for
 * `switch.on`.
 */
function addressIn({ description }: BridgeEntry, address: PropertyAddress, type: string): PropertyAddress | undefined {
  const { properties } = description.spec;
  if (properties.get(address)?.type === type) return address;
  return [...properties.values()].find((each) => each.type === type && each.access.write)?.address;
}
