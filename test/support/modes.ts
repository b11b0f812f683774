import { isSo } from "../../src/app/modes.ts";
import type { Planner } from "../../src/automation/index.ts";
import type { Clock, Home } from "../../src/home/index.ts";
import type { PeopleEvent, Person, Presence } from "../../src/people/index.ts";
import { HomeModes } from "../../src/people/modes/index.ts";
import { openStore, type Store } from "../../src/store/index.ts";

/** People who are where a test says, and come and go when it says so. */
export class TestPresence {
  /** Keyed by id: whether at home; null: nobody knows. */
  readonly there = new Map<string, boolean | null>();
  readonly #listeners = new Set<(event: PeopleEvent) => void>();

  presence(): readonly Presence[] {
    return [...this.there].map(([person, home]) => ({ person, home, room: null, since: null }));
  }

  get(id: string): Person | undefined {
    if (!this.there.has(id)) return undefined;
    const name = `${id.charAt(0).toUpperCase()}${id.slice(1)}`;
    return { id, name, aliases: [], role: "adult", language: null, room: null, hasPin: false, until: null };
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
  scenes: Pick<Planner["scenes"], "get" | "activate">,
  given?: Pick<Store, "modes">,
) {
  const store = given ?? (await openStore({ path: ":memory:" }, clock));
  const people = new TestPresence();
  const failures: unknown[] = [];
  const modes = new HomeModes({
    home,
    storage: store.modes,
    clock,
    people,
    scenes: {
      has: (id) => scenes.get(id) !== undefined,
      activate: (id, options) => scenes.activate(id, options),
    },
    isSo: (state, device) => isSo(state, device, clock.now()),
    standsBy: () => false,
    failed: (error) => failures.push(error),
  });
  await modes.start();
  return { modes, people, failures };
}
