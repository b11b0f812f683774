import { isDeviceInState } from "../../src/app/modes.ts";
import type { Planner, Residents } from "../../src/automation/index.ts";
import type { Clock, Home } from "../../src/home/index.ts";
import type { PeopleEvent, Person, Presence } from "../../src/people/index.ts";
import { HomeModes } from "../../src/people/modes/index.ts";
import { openStore, type Store } from "../../src/store/index.ts";

/** People who are where a test says, and come and go when it says so. */
export class TestPresence {
  /** Keyed by id: whether at home; null: nobody knows. */
  readonly there = new Map<string, boolean | null>();
  readonly #listeners = new Set<(event: PeopleEvent) => void>();
  /** When they last came or went, keyed by id. */
  readonly #since = new Map<string, number>();
  readonly #people: readonly Person[];

  /** @param people those that are more than a name: a child, one with other names */
  constructor(people: readonly Person[] = []) {
    this.#people = people;
    for (const { id } of people) this.there.set(id, true);
  }

  presence(): readonly Presence[] {
    return [...this.there].map(([person, home]) => ({ person, home, room: null, since: null }));
  }

  get(id: string): Person | undefined {
    if (!this.there.has(id)) return undefined;
    const known = this.#people.find((person) => person.id === id);
    if (known) return known;
    const name = `${id.charAt(0).toUpperCase()}${id.slice(1)}`;
    return { id, name, aliases: [], role: "adult", language: null, room: null, hasPin: false, until: null };
  }

  list(): readonly Person[] {
    return [...this.there.keys()].flatMap((id) => this.get(id) ?? []);
  }

  /** As automations see them. */
  residents(): Residents {
    return {
      list: () =>
        this.list().map(({ id, name, aliases }) => ({
          id,
          name,
          aliases,
          home: this.there.get(id) ?? null,
          since: this.#since.get(id) ?? null,
        })),
      subscribe: (listener) =>
        this.subscribe((event) => {
          if (event.type === "arrived") listener({ ...event, home: true, last: false });
          if (event.type === "left") listener({ ...event, home: false, first: false });
        }),
    };
  }

  /** Somebody comes or goes now. */
  moves(id: string, home: boolean, at: number): void {
    this.there.set(id, home);
    this.#since.set(id, at);
    const there = [...this.there.values()].filter((each) => each === true).length;
    if (home) this.emit({ type: "arrived", person: id, first: there === 1, at });
    else this.emit({ type: "left", person: id, last: there === 0, at });
  }

  subscribe(listener: (event: PeopleEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  emit(event: PeopleEvent): void {
    for (const listener of this.#listeners) listener(event);
  }
}

/** The modes of a home on a store of their own in memory, or on one that is given. */
export async function testModes(
  home: Home,
  clock: Clock,
  scenes: Pick<Planner["scenes"], "get" | "activate" | "requireAllowed">,
  given?: Pick<Store, "modes">,
  people = new TestPresence(),
) {
  const store = given ?? (await openStore({ path: ":memory:" }, clock));
  const failures: unknown[] = [];
  const modes = new HomeModes({
    home,
    storage: store.modes,
    clock,
    people,
    scenes: {
      has: (id) => scenes.get(id) !== undefined,
      requireAllowed: (id, origin) => scenes.requireAllowed(id, origin),
      activate: (id, options) => scenes.activate(id, options),
    },
    isSo: (state, device) => isDeviceInState(state, device, clock.now()),
    standsBy: () => false,
    failed: (error) => failures.push(error),
  });
  await modes.start();
  return { modes, people, failures };
}
