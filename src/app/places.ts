import type { PlaceEdit, Places } from "../api/index.ts";
import {
  type AuditSink,
  type Clock,
  type Floor,
  type Home,
  JiaError,
  type Origin,
  type PlaceKind,
  type PlaceOverride,
  slug,
} from "../home/index.ts";
import { message } from "../language/index.ts";
import type { HomePartRepository } from "../store/index.ts";
import { noteChange } from "./noted-change.ts";

interface PlaceParts {
  readonly home: Home;
  readonly rows: HomePartRepository;
  readonly clock: Clock;
  readonly audit: AuditSink;
  /** Whether another instance holds what people set. */
  readonly standsBy: () => boolean;
}

/** Most rooms, and most floors, that people can make. */
const MOST = 200;
const KINDS = ["floor", "room"] as const satisfies readonly PlaceKind[];

/** Stores what people set for rooms and floors, and gives it to the home. */
export class PlaceStore implements Places {
  readonly #parts: PlaceParts;
  /** Keyed by kind, then by id. */
  readonly #kept: Record<PlaceKind, ReadonlyMap<string, PlaceOverride>> = { room: new Map(), floor: new Map() };
  /** The last save: each checks names against what the one before set. */
  #saved: Promise<unknown> = Promise.resolve();

  constructor(parts: PlaceParts) {
    this.#parts = parts;
  }

  /** Reads what is stored, also what another instance changed. */
  async reload(): Promise<void> {
    const { home, rows } = this.#parts;
    for (const kind of KINDS) {
      const before = this.#kept[kind];
      const now = await rows.all(kind);
      this.#kept[kind] = now;
      for (const id of before.keys()) if (!now.has(id)) home.overridePlace(kind, id, null);
      for (const [id, set] of now)
        if (JSON.stringify(before.get(id)) !== JSON.stringify(set)) home.overridePlace(kind, id, set);
    }
  }

  make(kind: PlaceKind, draft: PlaceEdit & { readonly name: string }, origin: Origin): Promise<string> {
    return this.#next(async () => {
      if (this.#places(kind).length >= MOST)
        throw new JiaError("conflict", { detail: message("layout.full", { most: MOST }) });
      const id = this.#freeId(kind, draft.name);
      const set = this.#laid({ made: true }, draft);
      this.#refuseTaken(kind, id, set);
      await this.#save(kind, id, set);
      await noteChange(this.#parts, `${kind}:${id}`, { made: true, ...draft }, origin);
      return id;
    });
  }

  change(kind: PlaceKind, id: string, edit: PlaceEdit, origin: Origin): Promise<void> {
    return this.#next(async () => {
      const set = this.#laid(this.#kept[kind].get(id) ?? {}, edit);
      if (set.made === true && set.name === undefined) {
        throw new JiaError("invalid-request", { detail: message("layout.needsName") });
      }
      this.#refuseTaken(kind, id, set);
      await this.#save(kind, id, Object.keys(set).length === 0 ? null : set);
      await noteChange(this.#parts, `${kind}:${id}`, { ...edit }, origin);
    });
  }

  remove(kind: PlaceKind, id: string, origin: Origin): Promise<void> {
    return this.#next(async () => {
      const { home } = this.#parts;
      const source = home.layout.sourceOf(kind, id);
      const holds =
        kind === "room"
          ? home.devices.filter(({ room }) => room?.id === id)
          : home.layout.rooms.filter(({ floor }) => floor === id);
      if (holds.length > 0) {
        const names = holds.slice(0, 10).map(({ name }) => name);
        throw new JiaError("conflict", { detail: message("layout.inUse", { kind, names, count: holds.length }) });
      }
      if (source === "file" || source === "gateway") {
        throw new JiaError("conflict", { detail: message("layout.comesBack", { source }) });
      }
      await this.#save(kind, id, null);
      if (kind === "room") home.forgetRoom(id);
      await noteChange(this.#parts, `${kind}:${id}`, { made: false }, origin);
    });
  }

  #next<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#parts.standsBy()) return Promise.reject(new JiaError("stands-by"));
    const done = this.#saved.then(work);
    this.#saved = done.catch(() => undefined);
    return done;
  }

  async #save(kind: PlaceKind, id: string, set: PlaceOverride | null): Promise<void> {
    const { home, rows, clock } = this.#parts;
    await rows.set(kind, id, set, clock.now());
    const kept = new Map(this.#kept[kind]);
    if (set === null) kept.delete(id);
    else kept.set(id, set);
    this.#kept[kind] = kept;
    home.overridePlace(kind, id, set);
  }

  /** What is set after an edit. @throws JiaError `unknown-floor` */
  #laid(before: PlaceOverride, { floor, ...edit }: PlaceEdit): PlaceOverride {
    const set: Record<string, unknown> = { ...before };
    for (const [field, value] of Object.entries(edit)) {
      if (value === undefined) continue;
      if (value === null) delete set[field];
      else set[field] = value;
    }
    if (floor === null) delete set["floor"];
    else if (floor === "") set["floor"] = null;
    else if (floor !== undefined) set["floor"] = this.#parts.home.layout.floorNamed(floor).id;
    return set;
  }

  /** Two rooms of one name could not be told apart, nor could two floors. */
  #refuseTaken(kind: PlaceKind, id: string, set: PlaceOverride): void {
    const before = this.#places(kind).find((place) => place.id === id);
    const had = before ? namesIn(before) : [];
    for (const name of [...(set.name === undefined ? [] : [set.name]), ...(set.aliases ?? [])]) {
      const taken = this.#called(kind, name);
      if (taken === null || taken.id === id || had.includes(plain(name))) continue;
      throw new JiaError("conflict", { detail: message("layout.nameTaken", { kind, name, other: taken.name }) });
    }
  }

  #called(kind: PlaceKind, name: string): Floor | null {
    const { layout } = this.#parts.home;
    if (kind === "room") return layout.findRoom(name);
    return layout.floors.find((floor) => namesIn(floor).includes(plain(name))) ?? null;
  }

  #places(kind: PlaceKind): readonly Floor[] {
    const { layout } = this.#parts.home;
    return kind === "room" ? layout.rooms : layout.floors;
  }

  /** An id of letters and digits that no other room, or floor, has. */
  #freeId(kind: PlaceKind, name: string): string {
    const wanted = slug(name) || kind;
    const taken = new Set([...this.#places(kind).map(({ id }) => id), ...this.#kept[kind].keys()]);
    for (let count = 1; ; count += 1) {
      const id = count === 1 ? wanted : `${wanted}-${count}`;
      if (!taken.has(id)) return id;
    }
  }
}

function namesIn({ name, aliases }: Floor): string[] {
  return [name, ...aliases].map(plain);
}

function plain(name: string): string {
  return name.trim().toLowerCase();
}
