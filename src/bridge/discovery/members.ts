import type { DeviceId } from "../../home/index.ts";
import type { ComponentConfig } from "./config-message.ts";

/** Most members of one component that are looked at. */
const MAX_MEMBERS = 200;

/** The platform and unique id of a component; null when it has none. */
export function uniqueIdOf({ platform, options }: ComponentConfig): string | null {
  const id = options["unique_id"];
  return typeof id === "string" ? `${platform}|${id}` : null;
}

/** What a component of a group switches, like `uniqueIdOf` names them: entities of its own platform by their unique ids. */
function groupedBy({ platform, options }: ComponentConfig): readonly string[] {
  const listed = options["group"];
  if (!Array.isArray(listed)) return [];
  return listed.slice(0, MAX_MEMBERS).flatMap((id) => (typeof id === "string" ? [`${platform}|${id}`] : []));
}

/** Which devices are groups, and whose members may have changed since they were described. */
export class GroupMembers {
  /** What a group switches, as `uniqueIdOf` names it, keyed by the group's device id. */
  readonly #named = new Map<DeviceId, ReadonlySet<string>>();
  /** Ids of groups by each entity that they switch. */
  readonly #naming = new Map<string, Set<DeviceId>>();
  readonly #changed = new Set<DeviceId>();

  /** A device has these components now; without any it is gone. */
  define(id: DeviceId, components: Iterable<ComponentConfig>): void {
    for (const each of this.#named.get(id) ?? []) {
      const naming = this.#naming.get(each);
      naming?.delete(id);
      if (naming?.size === 0) this.#naming.delete(each);
    }
    this.#named.delete(id);
    this.#changed.delete(id);
    const named = new Set<string>();
    for (const component of components) for (const each of groupedBy(component)) named.add(each);
    if (named.size === 0) return;
    this.#named.set(id, named);
    for (const each of named) this.#naming.set(each, (this.#naming.get(each) ?? new Set()).add(id));
  }

  /** An entity has come, gone or moved to another device. */
  moved(unique: string): void {
    for (const id of this.#naming.get(unique) ?? []) this.#changed.add(id);
  }

  /** The groups whose members may have changed; each is told once. */
  takeChanged(): readonly DeviceId[] {
    if (this.#changed.size === 0) return [];
    const changed = [...this.#changed];
    this.#changed.clear();
    return changed;
  }

  /**
   * The devices that a device switches as a group, each once and without itself.
   * @param ownerOf the device of an entity, as `uniqueIdOf` names it
   */
  membersOf(id: DeviceId, ownerOf: (unique: string) => DeviceId | undefined): readonly DeviceId[] {
    const members = new Set<DeviceId>();
    for (const each of this.#named.get(id) ?? []) {
      const owner = ownerOf(each);
      if (owner !== undefined && owner !== id) members.add(owner);
    }
    return [...members];
  }
}
