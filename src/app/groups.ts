import type { GroupEdit, Groups } from "../api/index.ts";
import { type AuditSink, type Clock, type Home, JiaError, type Origin, slug } from "../home/index.ts";
import { message } from "../language/index.ts";
import type { HomePartRepository, StoredGroup } from "../store/index.ts";
import { noteChange } from "./noted-change.ts";

interface GroupParts {
  readonly home: Home;
  readonly rows: HomePartRepository;
  readonly clock: Clock;
  readonly audit: AuditSink;
  /** Whether another instance holds what people set. */
  readonly standsBy: () => boolean;
}

const MOST = 200;

/** Stores the groups of devices that people make, and gives them to the home. */
export class GroupStore implements Groups {
  readonly #parts: GroupParts;
  /** Keyed by id. */
  #kept: ReadonlyMap<string, StoredGroup> = new Map();
  /** The last save: each checks names against what the one before set. */
  #saved: Promise<unknown> = Promise.resolve();

  constructor(parts: GroupParts) {
    this.#parts = parts;
  }

  /** Reads what is stored, also what another instance changed. */
  async reload(): Promise<void> {
    const before = this.#kept;
    this.#kept = await this.#parts.rows.all("group");
    for (const id of before.keys()) if (!this.#kept.has(id)) this.#parts.home.setGroup(id, null);
    for (const [id, group] of this.#kept)
      if (JSON.stringify(before.get(id)) !== JSON.stringify(group)) this.#parts.home.setGroup(id, { id, ...group });
  }

  make(draft: GroupEdit & Pick<StoredGroup, "name" | "members">, origin: Origin): Promise<string> {
    return this.#next(async () => {
      if (this.#kept.size >= MOST) throw new JiaError("conflict", { detail: message("layout.full", { most: MOST }) });
      const id = this.#freeId(draft.name);
      const { name, members } = draft;
      const group = edited({ name, members, aliases: [] }, draft);
      this.#refuseTaken(id, group);
      await this.#save(id, group);
      await noteChange(this.#parts, `group:${id}`, { ...draft }, origin);
      return id;
    });
  }

  change(id: string, edit: GroupEdit, origin: Origin): Promise<void> {
    return this.#next(async () => {
      const known = this.#kept.get(id);
      if (known === undefined) throw new JiaError("not-found", { what: id });
      const group = edited(known, edit);
      this.#refuseTaken(id, group);
      await this.#save(id, group);
      await noteChange(this.#parts, `group:${id}`, { ...edit }, origin);
    });
  }

  remove(id: string, origin: Origin): Promise<void> {
    return this.#next(async () => {
      await this.#save(id, null);
      await noteChange(this.#parts, `group:${id}`, { made: false }, origin);
    });
  }

  #next<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#parts.standsBy()) return Promise.reject(new JiaError("stands-by"));
    const done = this.#saved.then(work);
    this.#saved = done.catch(() => undefined);
    return done;
  }

  async #save(id: string, group: StoredGroup | null): Promise<void> {
    const { home, rows, clock } = this.#parts;
    await rows.set("group", id, group, clock.now());
    const kept = new Map(this.#kept);
    if (group === null) kept.delete(id);
    else kept.set(id, group);
    this.#kept = kept;
    home.setGroup(id, group && { id, ...group });
  }

  /** A name of a room, a device or another group would mean two things in a sentence. */
  #refuseTaken(id: string, { name, aliases }: StoredGroup): void {
    const { layout, devices } = this.#parts.home;
    const before = this.#kept.get(id);
    const had = [before?.name ?? "", ...(before?.aliases ?? [])].map(plain);
    for (const each of [name, ...aliases].filter((one) => !had.includes(plain(one)))) {
      const group = layout.groups.find((other) => other.id !== id && isNamed(other, each));
      const room = layout.rooms.find((other) => isNamed(other, each));
      const device = devices.find((other) => isNamed(other, each));
      const kind = group ? "group" : room ? "room" : "device";
      const other = group ?? room ?? device;
      if (!other) continue;
      throw new JiaError("conflict", { detail: message("layout.nameTaken", { kind, name: each, other: other.name }) });
    }
  }

  #freeId(name: string): string {
    const wanted = slug(name) || "group";
    for (let count = 1; ; count += 1) {
      const id = count === 1 ? wanted : `${wanted}-${count}`;
      if (!this.#kept.has(id)) return id;
    }
  }
}

/** A group with an edit; null takes back what can be left out. */
function edited(group: StoredGroup, { name, aliases, members, order, icon }: GroupEdit): StoredGroup {
  const { order: oldOrder, icon: oldIcon, ...rest } = group;
  const newOrder = order === undefined ? oldOrder : order;
  const newIcon = icon === undefined ? oldIcon : icon;
  return {
    ...rest,
    ...(name !== undefined && { name }),
    ...(aliases !== undefined && { aliases: aliases ?? [] }),
    ...(members !== undefined && { members }),
    ...(newOrder != null && { order: newOrder }),
    ...(newIcon != null && { icon: newIcon }),
  };
}

function isNamed(thing: { readonly name: string; readonly aliases: readonly string[] }, name: string): boolean {
  return [thing.name, ...thing.aliases].some((each) => plain(each) === plain(name));
}

function plain(name: string): string {
  return name.trim().toLowerCase();
}
