import type { Origin } from "../../../home/index.ts";
import type { People, Person } from "../../../people/index.ts";
import type { Memory, MemoryEntry } from "../../../people/memory/index.ts";
import type { HomeIndex, OtherName } from "../../../understanding/names/home-index.ts";
import { type RoomOwner, roomsByOwner } from "../../../understanding/presence/own-rooms.ts";

/** The people of the home with their names and rooms. */
export type PeopleList = Pick<People, "list">;

/** Keeps the index with the names that everybody uses, and one index per person with that person's own names. */
export class PersonalNames {
  readonly #index: HomeIndex;
  readonly #memory: Memory | null;
  readonly #people: PeopleList | null;
  /** The index without remembered names, for strangers. */
  readonly #plain: HomeIndex;
  /** The indexes with personal names, keyed by speaker. */
  readonly #own = new Map<string, HomeIndex>();
  #unsubscribe: (() => void) | null = null;
  /** The shared names and the people that the index was made with, as text, for comparison. */
  #known = "";

  constructor(index: HomeIndex, memory: Memory | null, people: PeopleList | null) {
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

  /** Drops the indexes of persons after a change of the home. */
  renew(): void {
    this.#own.clear();
    this.#known = "";
  }

  /** The index with the personal names of the speaker. */
  indexFor(origin: Origin): HomeIndex {
    // Names can end, and people come, go and get rooms.
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
      ...(me ? roomsByOwner(remembers ? [] : this.#owners(), roomOwner(me), this.#index) : []),
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
    return this.#people?.list().map(roomOwner) ?? [];
  }

  #knowable(): string {
    const told = this.#memory ? namesIn(this.#memory.ofHome()).length : 0;
    return JSON.stringify([told, this.#owners()]);
  }
}

/** The speaker, where known. With one person registered, that person is the speaker. */
function speakerIn(origin: Origin, people: PeopleList | null): Person | null {
  const everyone = people?.list() ?? [];
  const [only, ...others] = everyone;
  if (origin.stranger) return null;
  if (origin.person !== undefined) return everyone.find(({ id }) => id === origin.person) ?? null;
  return only && others.length === 0 ? only : null;
}

/** A person as an owner of a room, with all names. */
export function roomOwner({ name, aliases, room }: Person): RoomOwner {
  return { names: [name, ...aliases], room };
}

function namesIn(entries: readonly MemoryEntry[]): OtherName[] {
  return entries.flatMap((entry) => (entry.kind === "name" ? [{ name: entry.name, of: entry.of }] : []));
}
