import type { Origin } from "../../../home/index.ts";
import type { People, Person } from "../../../people/index.ts";
import type { Memory, MemoryEntry } from "../../../people/memory/index.ts";
import type { HomeIndex, OtherName } from "../../../understanding/names/home-index.ts";
import { type RoomOwner, roomsByOwner } from "../../../understanding/presence/own-rooms.ts";

/** Whose names and rooms are known. */
export type NamedPeople = Pick<People, "list">;

/** The names that people have for things of the home: those of everybody in its index, those of one person beside it. */
export class SpokenNames {
  readonly #index: HomeIndex;
  readonly #memory: Memory | null;
  readonly #people: NamedPeople | null;
  /** For those who know no name that is remembered. */
  readonly #plain: HomeIndex;
  /** Keyed by who asks: the home with the names that they have for it. */
  readonly #own = new Map<string, HomeIndex>();
  #unsubscribe: (() => void) | null = null;
  /** What the index knows of names of everybody, and of the people, as text. */
  #known = "";

  constructor(index: HomeIndex, memory: Memory | null, people: NamedPeople | null) {
    this.#index = index;
    this.#memory = memory;
    this.#people = people;
    this.#plain = index.withoutOtherNames();
  }

  start(): void {
    this.#learn();
    this.#unsubscribe = this.#memory?.subscribe(() => this.#learn()) ?? null;
  }

  stop(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = null;
  }

  /** Something of the home came, went or is called otherwise. */
  renew(): void {
    this.#own.clear();
    this.#known = "";
  }

  /** The home as whoever asks calls it. */
  indexFor(origin: Origin): HomeIndex {
    // A name that was said to end may have ended, and people come, go and get rooms.
    if (this.#known !== this.#knowable()) this.#learn();
    if (origin.stranger) return this.#plain;
    const memory = this.#memory?.speakerOf(origin);
    const remembers = memory?.kind !== "stranger";
    const me = speakerIn(origin, this.#people);
    if (!remembers && me === null) return this.#plain;
    if (me === null && memory?.kind !== "person") return this.#index;
    const key = `${me?.id ?? ""} ${memory?.kind === "person" ? memory.person : remembers}`;
    const known = this.#own.get(key);
    if (known) return known;
    const told = memory?.kind === "person" ? (this.#memory?.list(origin) ?? []) : [];
    const whole = remembers ? this.#index : this.#plain;
    const names = [
      ...(me ? roomsByOwner(remembers ? [] : this.#owners(), ownerOf(me), this.#index) : []),
      ...namesIn(told.filter(({ person }) => person !== null)),
    ];
    const index = names.length === 0 ? whole : whole.withNames(names);
    this.#own.set(key, index);
    return index;
  }

  #learn(): void {
    this.#own.clear();
    this.#known = this.#knowable();
    const owners = this.#owners();
    const called = owners.flatMap(({ names }) => names);
    const told = namesIn(this.#memory?.ofHome() ?? []);
    this.#index.setOtherNames([...roomsByOwner(owners, null, this.#index), ...told], called);
    this.#plain.setOtherNames([], called);
  }

  #owners(): readonly RoomOwner[] {
    return this.#people?.list().map(ownerOf) ?? [];
  }

  #knowable(): string {
    const told = this.#memory ? namesIn(this.#memory.ofHome()).length : 0;
    return JSON.stringify([told, this.#owners()]);
  }
}

/** Who speaks, where that is known: whoever lives alone needs not say so. */
function speakerIn(origin: Origin, people: NamedPeople | null): Person | null {
  const everyone = people?.list() ?? [];
  const [only, ...others] = everyone;
  if (origin.stranger) return null;
  if (origin.person !== undefined) return everyone.find(({ id }) => id === origin.person) ?? null;
  return only && others.length === 0 ? only : null;
}

/** Somebody by all names. */
export function ownerOf({ name, aliases, room }: Person): RoomOwner {
  return { names: [name, ...aliases], room };
}

function namesIn(entries: readonly MemoryEntry[]): OtherName[] {
  return entries.flatMap((entry) => (entry.kind === "name" ? [{ name: entry.name, of: entry.of }] : []));
}
