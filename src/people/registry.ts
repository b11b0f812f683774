import { type Clock, JiaError, limitRules, nearest, type PolicyRule, Queues, type Standing } from "../home/index.ts";
import { message } from "../language/index.ts";
import { type Around, checkPerson, type PersonCheck } from "./check.ts";
import type { PersonDefinition, PersonDraft } from "./definition.ts";
import { draftError } from "./draft.ts";
import { findNamed } from "./names.ts";
import type { Person } from "./port.ts";
import type { PeopleStorage, SavedPerson } from "./storage.ts";
import { endOf } from "./until.ts";

/** What the registry asks of the home around it. */
export interface Surroundings {
  /** IANA name of the home's zone. */
  readonly zone: string;
  /** The id of the room with this id or name; null when there is none. */
  room(name: string): string | null;
}

export interface RegistryOptions {
  readonly storage: PeopleStorage;
  readonly clock: Clock;
  /** Asked each time: the home is built after its people are known. */
  readonly around: () => Surroundings;
  /** Another instance keeps them: nothing is changed here. */
  readonly standsBy: () => boolean;
  /** Told after a change is on the disk. */
  readonly changed: (at: number) => void;
}

/** Changes of a person that was saved; null takes something away. */
export type PersonPatch = {
  readonly [Key in keyof Omit<PersonDefinition, "id">]?: PersonDefinition[Key] | null;
};

/** Who the people of the home are: kept in the store, changed one after another. */
export class PeopleRegistry {
  readonly #options: RegistryOptions;
  /** Keyed by id, in the order in which they were added. */
  readonly #people = new Map<string, SavedPerson>();
  readonly #queue = new Queues();
  /** Limits as rules, keyed by whose they are. */
  readonly #limits = new WeakMap<SavedPerson, readonly PolicyRule[]>();

  constructor(options: RegistryOptions) {
    this.#options = options;
  }

  /** Reads everybody from the store. */
  async load(): Promise<void> {
    const all = await this.#options.storage.all();
    this.#people.clear();
    for (const saved of all) this.#people.set(saved.definition.id, saved);
  }

  /** Reads what another instance may have changed, and tells of it. */
  async reload(): Promise<void> {
    const before = JSON.stringify(this.saved);
    await this.#queue.run("people", () => this.load());
    if (JSON.stringify(this.saved) !== before) this.#options.changed(this.#options.clock.now());
  }

  /** Everybody who was saved, also guests whose time is over. */
  get saved(): readonly SavedPerson[] {
    return [...this.#people.values()];
  }

  /** The people of the home now. */
  list(): readonly Person[] {
    const now = this.#options.clock.now();
    return this.saved.map((each) => this.personOf(each)).filter(({ until }) => until === null || until > now);
  }

  get(id: string): Person | undefined {
    const saved = this.#people.get(id);
    const person = saved && this.personOf(saved);
    return person && this.isOver(person) ? undefined : person;
  }

  /** As `get`, also of a guest whose time is over. */
  kept(id: string): SavedPerson | undefined {
    return this.#people.get(id);
  }

  named(name: string): Person | undefined {
    return findNamed(this.list(), name);
  }

  /** As the policy sees a person; null where the home has none of this id, or not any more. */
  standing(id: string): Standing | null {
    const saved = this.#people.get(id);
    if (!saved || this.isOver(this.personOf(saved))) return null;
    const { role, limits } = saved.definition;
    return { role, limits: limits ? this.#limitsOf(saved, limits) : [] };
  }

  #limitsOf(saved: SavedPerson, limits: NonNullable<PersonDefinition["limits"]>): readonly PolicyRule[] {
    const known = this.#limits.get(saved);
    if (known) return known;
    const rules = limitRules(saved.definition.id, saved.definition.role, limits);
    this.#limits.set(saved, rules);
    return rules;
  }

  /** Whether a guest's time is over. */
  isOver({ until }: Person): boolean {
    return until !== null && until <= this.#options.clock.now();
  }

  personOf({ definition, pin }: SavedPerson): Person {
    const { id, name, aliases = [], role, language = null, room = null, until } = definition;
    const end = until === undefined ? null : endOf(until, this.#options.around().zone);
    return { id, name, aliases, role, language, room, hasPin: pin !== null, until: end };
  }

  check(draft: unknown): PersonCheck {
    return checkPerson(draft, this.#around());
  }

  /** A check as if these were there, and nobody else. */
  checkBeside(draft: unknown, others: Around["others"]): PersonCheck {
    return checkPerson(draft, { ...this.#around(), others });
  }

  /**
   * Adds somebody.
   * @throws JiaError `invalid-definition` that names every problem, `conflict` when the id is taken
   */
  add(draft: PersonDraft): Promise<Person> {
    return this.inTurn(async () => {
      const { definition, problems } = this.check(draft);
      if (!definition) throw draftError("people.person", draft.name ?? "", problems);
      if (this.#people.has(definition.id)) {
        throw new JiaError("conflict", { detail: message("people.taken", { id: definition.id }) });
      }
      return await this.#put(definition);
    });
  }

  /** Adds somebody, or takes what is given for all that is known of a person but the PIN. @throws as `add` */
  put(definition: PersonDraft & { readonly id: string }): Promise<Person> {
    return this.inTurn(async () => {
      const { definition: sound, problems } = this.check(definition);
      if (!sound) throw draftError("people.person", definition.name, problems);
      return await this.#put(sound);
    });
  }

  /**
   * Changes some of what is known of a person.
   * @param patch or what makes it of what is known when its turn comes
   * @throws JiaError `not-found`, and as `add`
   */
  change(id: string, patch: PersonPatch | ((before: PersonDefinition) => PersonPatch)): Promise<Person> {
    return this.inTurn(async () => {
      const { definition: before } = this.known(id);
      const given = typeof patch === "function" ? patch(before) : patch;
      // What came from outside may hold more than the type says: it changes nobody else.
      const whole = Object.entries({ ...before, ...given, id: before.id }).filter(([, value]) => value !== null);
      const { definition, problems } = this.check(Object.fromEntries(whole));
      if (!definition) throw draftError("people.person", before.name, problems);
      return await this.#put(definition);
    });
  }

  /** @param pin the hash; null takes the PIN away. @throws JiaError `not-found` */
  setPin(id: string, pin: string | null): Promise<Person> {
    return this.inTurn(async () => {
      const before = this.known(id);
      return await this.#save({ ...before, pin, updatedAt: this.#options.clock.now() });
    });
  }

  /** @throws JiaError `not-found` */
  remove(id: string): Promise<Person> {
    return this.inTurn(async () => {
      const saved = this.known(id);
      await this.apply([], [id]);
      return this.personOf(saved);
    });
  }

  /** Brings several changes to the disk at once; whoever calls it holds the turn (`inTurn`). */
  async apply(definitions: readonly PersonDefinition[], without: readonly string[]): Promise<void> {
    const saved = definitions.map((definition) => this.#savedAs(definition));
    await this.#options.storage.apply({ saved, without });
    for (const id of without) this.#people.delete(id);
    for (const each of saved) this.#people.set(each.definition.id, each);
    this.#options.changed(this.#options.clock.now());
  }

  /** Changes come one after another: what is checked stays so until it is saved. @throws JiaError `stands-by` */
  inTurn<Result>(task: () => Promise<Result>): Promise<Result> {
    if (this.#options.standsBy()) return Promise.reject(new JiaError("stands-by"));
    return this.#queue.run("people", task);
  }

  /** @throws JiaError `not-found` with the nearest name */
  known(id: string): SavedPerson {
    const saved = this.#people.get(id);
    if (saved) return saved;
    const near = nearest(id, this.#people.keys());
    throw new JiaError("not-found", {
      what: message("people.named", { name: id }),
      ...(near !== null && { near }),
    });
  }

  async #put(definition: PersonDefinition): Promise<Person> {
    return await this.#save(this.#savedAs(definition));
  }

  async #save(saved: SavedPerson): Promise<Person> {
    await this.#options.storage.apply({ saved: [saved], without: [] });
    this.#people.set(saved.definition.id, saved);
    this.#options.changed(saved.updatedAt);
    return this.personOf(saved);
  }

  #savedAs(definition: PersonDefinition): SavedPerson {
    const now = this.#options.clock.now();
    const before = this.#people.get(definition.id);
    return { definition, pin: before?.pin ?? null, createdAt: before?.createdAt ?? now, updatedAt: now };
  }

  #around(): Around {
    const { room } = this.#options.around();
    return { others: this.saved.map(({ definition }) => definition), room };
  }
}
