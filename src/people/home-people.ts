import { type Clock, cleanText, type PolicyPeople, type Standing } from "../home/index.ts";
import { PersonData } from "./data.ts";
import { PinService } from "./pin/pin-service.ts";
import type { People, PeopleEvent, Person, Presence, PresenceChange } from "./port.ts";
import { type PresenceContext, PresenceTracker } from "./presence/tracker.ts";
import { type PeopleContext, PeopleRegistry } from "./registry.ts";
import type { PeopleStorage, PinStorage, PresenceStorage, TokenStorage } from "./storage.ts";
import { PersonTokens } from "./tokens.ts";

export interface HomePeopleOptions {
  readonly storage: PeopleStorage;
  readonly pins: PinStorage;
  readonly tokens: TokenStorage;
  readonly presence: PresenceStorage;
  readonly clock: Clock;
  /** Whether another instance of Jia tracks presence and changes people; never when left out. */
  readonly standsBy?: () => boolean;
  /** Called when a listener throws, and when a write fails whose change holds all the same. */
  readonly failed: (error: unknown) => void;
}

/** Most changes in one answer. */
const MOST_CHANGES = 1_000;

/** The people of a home: who they are, what they may do, and who is at home. */
export class HomePeople implements People, PolicyPeople {
  readonly registry: PeopleRegistry;
  readonly pins: PinService;
  readonly tokens: PersonTokens;
  readonly presences: PresenceTracker;
  readonly data = new PersonData();
  readonly #options: HomePeopleOptions;
  readonly #listeners = new Set<(event: PeopleEvent) => void>();
  /** Stands in until the home is built. */
  #context: PeopleContext = { zone: "UTC", room: () => null };

  constructor(options: HomePeopleOptions) {
    this.#options = options;
    const { clock, failed, storage, standsBy = () => false } = options;
    const emit = (event: PeopleEvent) => this.#emit(event);
    this.registry = new PeopleRegistry({
      storage,
      clock,
      context: () => this.#context,
      standsBy,
      changed: (at) => {
        this.presences.refresh();
        emit({ type: "people-changed", at });
      },
    });
    const { registry } = this;
    this.pins = new PinService({ registry, storage: options.pins, clock, emit, failed });
    this.tokens = new PersonTokens({ registry, storage: options.tokens, clock });
    this.presences = new PresenceTracker({ registry, storage: options.presence, clock, standsBy, emit, failed });
    this.data.register({
      name: "presence",
      read: async (person) => (await this.changes(person, { from: 0, to: Number.MAX_SAFE_INTEGER })).toReversed(),
      erase: (person) => options.presence.forget(person),
    });
  }

  /** Reads people and presence from the store; before that there are none. */
  async start(context: PeopleContext): Promise<void> {
    this.#context = context;
    await this.registry.load();
    await this.presences.load();
  }

  /** Reads people again, which another instance may have changed. */
  async reload(): Promise<void> {
    await this.registry.reload();
  }

  /** Reads people and presence again; from now on this instance tracks them. */
  async takeOver(): Promise<void> {
    await this.registry.reload();
    await this.presences.load();
  }

  /** Starts to track who comes and goes. Listeners have to be subscribed before. */
  watch(presence: PresenceContext): void {
    this.presences.start(presence);
  }

  stop(): void {
    this.presences.stop();
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

  nameOf(person: string): string | null {
    return this.registry.get(person)?.name ?? null;
  }

  standing(person: string): Standing | null {
    return this.registry.standing(person);
  }

  presence(): readonly Presence[] {
    return this.list().map(({ id }) => this.presences.presenceOf(id));
  }

  changes(
    person: string,
    { from, to }: { readonly from: number; readonly to: number },
    limit = MOST_CHANGES,
  ): Promise<readonly PresenceChange[]> {
    return this.#options.presence.changes(person, from, to, Math.min(limit, MOST_CHANGES));
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
