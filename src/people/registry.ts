import { type Clock, JiaError, limitRules, nearest, type PolicyRule, Queues, type Standing } from "../home/index.ts";
import { message } from "../language/index.ts";
import { checkPersonDraft, type PersonCheck, type PersonCheckContext } from "./check.ts";
import type { PersonDefinition, PersonDraft } from "./definition.ts";
import { draftError } from "./draft.ts";
import { findNamed } from "./names.ts";
import type { Person } from "./port.ts";
import { stayEndOf } from "./stay-end.ts";
import type { PeopleStorage, SavedPerson } from "./storage.ts";

/** What the registry needs from the home. */
export interface PeopleContext {
  /** IANA name of the home's zone. */
  readonly zone: string;
  /** The id of the room with this id or name; null when there is none. */
  room(name: string): string | null;
}

export interface RegistryOptions {
  readonly storage: PeopleStorage;
  readonly clock: Clock;
  /** Called each time, because the home is built after the registry. */
  readonly context: () => PeopleContext;
  /** Whether another instance keeps the people, and nothing may be changed here. */
  readonly standsBy: () => boolean;
  /** Called after a change is on the disk. */
  readonly changed: (at: number) => void;
}

/** Changes of a saved person; null removes a field. */
export type PersonPatch = {
  readonly [Key in keyof Omit<PersonDefinition, "id">]?: PersonDefinition[Key] | null;
};

/** The registry of people: stored, and changed one after another. */
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

  /** Reads everybody again, and reports a change that another instance made. */
  async reload(): Promise<void> {
    const before = JSON.stringify(this.saved);
    await this.#queue.run("people", () => this.load());
    if (JSON.stringify(this.saved) !== before) this.#options.changed(this.#options.clock.now());
  }

  /** Everybody who is saved, former guests included. */
  get saved(): readonly SavedPerson[] {
    return [...this.#people.values()];
  }

  /** The present people of the home. */
  list(): readonly Person[] {
    const now = this.#options.clock.now();
    return this.saved.map((each) => this.personOf(each)).filter(({ until }) => until === null || until > now);
  }

  get(id: string): Person | undefined {
    const saved = this.#people.get(id);
    const person = saved && this.personOf(saved);
    return person && this.isOver(person) ? undefined : person;
  }

  /** The saved person with this id, also a former guest. */
  kept(id: string): SavedPerson | undefined {
    return this.#people.get(id);
  }

  named(name: string): Person | undefined {
    return findNamed(this.list(), name);
  }

  /** A person's role and own rules for the policy; null when the home has no such person (any more). */
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

  /** Whether a guest's stay is over. */
  isOver({ until }: Person): boolean {
    return until !== null && until <= this.#options.clock.now();
  }

  personOf({ definition, pin }: SavedPerson): Person {
    const { id, name, aliases = [], role, language = null, room = null, until } = definition;
    const end = until === undefined ? null : stayEndOf(until, this.#options.context().zone);
    return { id, name, aliases, role, language, room, hasPin: pin !== null, until: end };
  }

  check(draft: unknown): PersonCheck {
    return checkPersonDraft(draft, this.#checkContext());
  }

  /** Checks a draft as if only `others` existed. */
  checkAmong(draft: unknown, others: PersonCheckContext["others"]): PersonCheck {
    return checkPersonDraft(draft, { ...this.#checkContext(), others });
  }

  /**
   * Adds somebody.
   * @throws JiaError `invalid-definition` that names every problem, `conflict` when the id is taken
   */
  add(draft: PersonDraft): Promise<Person> {
    return this.inTurn(async () => {
      const { definition, problems } = this.check(draft);
      if (!definition) throw draftError("people.person", draft.name, problems);
      if (this.#people.has(definition.id)) {
        throw new JiaError("conflict", { detail: message("people.taken", { id: definition.id }) });
      }
      return await this.#put(definition);
    });
  }

  /** Adds a person, or replaces one; the PIN stays. @throws as `add` */
  put(definition: PersonDraft & { readonly id: string }): Promise<Person> {
    return this.inTurn(async () => {
      const { definition: sound, problems } = this.check(definition);
      if (!sound) throw draftError("people.person", definition.name, problems);
      return await this.#put(sound);
    });
  }

  /**
   * Changes some fields of a person.
   * @param patch the changes, or a function that makes them from the current definition
   * @throws JiaError `not-found`, and as `add`
   */
  change(id: string, patch: PersonPatch | ((before: PersonDefinition) => PersonPatch)): Promise<Person> {
    return this.inTurn(async () => {
      const { definition: before } = this.known(id);
      const given = typeof patch === "function" ? patch(before) : patch;
      // Input from outside may contain an id, which must not change another person.
      const whole = Object.entries({ ...before, ...given, id: before.id }).filter(([, value]) => value !== null);
      const { definition, problems } = this.check(Object.fromEntries(whole));
      if (!definition) throw draftError("people.person", before.name, problems);
      return await this.#put(definition);
    });
  }

  /** Sets a person's PIN. @param pin the hash; null removes it @throws JiaError `not-found` */
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

  /** Stores several changes in one transaction; has to be called within `inTurn`. */
  async apply(definitions: readonly PersonDefinition[], without: readonly string[]): Promise<void> {
    const saved = definitions.map((definition) => this.#savedAs(definition));
    await this.#options.storage.apply({ saved, without });
    for (const id of without) this.#people.delete(id);
    for (const each of saved) this.#people.set(each.definition.id, each);
    this.#options.changed(this.#options.clock.now());
  }

  /** Runs changes one after another, so that a check holds until the save. @throws JiaError `stands-by` */
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

  #checkContext(): PersonCheckContext {
    const { room } = this.#options.context();
    return { others: this.saved.map(({ definition }) => definition), room };
  }
}
