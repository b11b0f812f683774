import type { DeviceId, ReportedValue, Value } from "../../home/index.ts";
import type { DialectOutput } from "../dialect.ts";
import type { Entry } from "./entry.ts";

/**
 * The state of groups that tell nothing themselves (`optimistic: false`), from what their members report: a group is on
 * while one member is, and has a level or a mode that all members have which told one. A group that has spoken itself
 * speaks for itself.
 */
export class SilentGroups {
  /** The groups of each member, keyed by the member's id. */
  readonly #groupsOf = new Map<DeviceId, Entry[]>();
  /** Ids of the members of each group, keyed by the group's id. */
  readonly #members = new Map<DeviceId, readonly DeviceId[]>();
  /** What members reported last, keyed by id and address; of members of groups alone. */
  readonly #values = new Map<DeviceId, Map<string, Value>>();

  /** Takes all groups there are, with the ids of their members. */
  set(groups: readonly { readonly entry: Entry; readonly members: readonly DeviceId[] }[]): void {
    this.#groupsOf.clear();
    this.#members.clear();
    for (const { entry, members } of groups) {
      this.#members.set(entry.description.id, members);
      for (const member of members) this.#groupsOf.set(member, [...(this.#groupsOf.get(member) ?? []), entry]);
    }
    for (const id of this.#values.keys()) if (!this.#groupsOf.has(id)) this.#values.delete(id);
  }

  /** What a member's report says of its groups. */
  heard(id: DeviceId, reported: readonly ReportedValue[], retained: boolean): DialectOutput[] {
    const groups = this.#groupsOf.get(id);
    if (!groups) return [];
    const known = this.#values.get(id) ?? new Map<string, Value>();
    this.#values.set(id, known);
    for (const { address, value } of reported) {
      if (value === null) known.delete(address);
      else known.set(address, value);
    }
    return groups.flatMap((group): DialectOutput[] => {
      if (group.heard) return [];
      const values = reported.flatMap(({ address }) => this.#ofGroup(group, address));
      if (values.length === 0) return [];
      return [{ kind: "values", id: group.description.id, values, cause: retained ? "retained" : "report" }];
    });
  }

  #ofGroup(group: Entry, address: string): ReportedValue[] {
    const property = group.description.spec.properties.get(address);
    if (!property) return [];
    const members = this.#members.get(group.description.id) ?? [];
    const told = members.flatMap((member) => this.#values.get(member)?.get(address) ?? []);
    const [first] = told;
    if (first === undefined) return [];
    if (property.type === "on") {
      if (told.includes(true)) return [{ address, value: true }];
      return told.length === members.length ? [{ address, value: false }] : [];
    }
    return told.every((value) => value === first) ? [{ address, value: first }] : [];
  }
}
