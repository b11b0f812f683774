import { type Clock, cleanText } from "../home/index.ts";
import type { People, PeopleEvent, Person, Presence, PresenceChange } from "./port.ts";
import { PeopleRegistry, type Surroundings } from "./registry.ts";
import type { PeopleStorage } from "./storage.ts";

export interface HomePeopleOptions {
  readonly storage: PeopleStorage;
  readonly clock: Clock;
  /** Asked each time: the home is built after its people are known. */
  readonly around: () => Surroundings;
  /** Told when a listener throws. */
  readonly failed: (error: unknown) => void;
}

/** Changes that are told at most. */
const MOST_CHANGES = 1_000;

/** The people of a home: who they are, and who of them is there. */
export class HomePeople implements People {
  readonly registry: PeopleRegistry;
  readonly #options: HomePeopleOptions;
  readonly #listeners = new Set<(event: PeopleEvent) => void>();

  constructor(options: HomePeopleOptions) {
    this.#options = options;
    this.registry = new PeopleRegistry({
      ...options,
      changed: (at) => this.#emit({ type: "people-changed", at }),
    });
  }

  /** Reads from the store who is of the home. */
  async start(): Promise<void> {
    await this.registry.load();
  }

  list(): readonly Person[] {
    return this.registry.list();
  }

  get(id: string): Person | undefined {
    return this.registry.get(id);
  }

  named(name: string): Person | undefined {
    return this.registry.named(cleanText(name));
  }

  presence(): readonly Presence[] {
    return this.list().map(({ id }) => ({ person: id, home: null, room: null, since: null }));
  }

  changes(
    person: string,
    { from, to }: { readonly from: number; readonly to: number },
    limit = MOST_CHANGES,
  ): Promise<readonly PresenceChange[]> {
    return this.#options.storage.changes(person, from, to, Math.min(limit, MOST_CHANGES));
  }

  subscribe(listener: (event: PeopleEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #emit(event: PeopleEvent): void {
    for (const listener of this.#listeners) {
      try {
        listener(event);
      } catch (error) {
        this.#options.failed(error);
      }
    }
  }
}
