import { type Clock, type DeviceId, JiaError, type Origin, PIN, type PinCheck, Queues } from "../../home/index.ts";
import { durationPhrase, message } from "../../language/index.ts";
import type { PeopleEvent } from "../port.ts";
import type { PeopleRegistry } from "../registry.ts";
import type { PinStorage, SavedPerson } from "../storage.ts";
import { hashPin, isPinOf } from "./hash.ts";
import { afterWrong, asOf, isLock, MOST_WRONG, NO_TRIES, type Tries, waitOf } from "./tries.ts";

export interface PinKeeperOptions {
  readonly registry: PeopleRegistry;
  readonly storage: PinStorage;
  readonly clock: Clock;
  readonly emit: (event: PeopleEvent) => void;
  /** Told when tries could not be read or written: they count in memory then. */
  readonly failed: (error: unknown) => void;
}

/** The PINs of the home: set, checked, slowed and locked. A PIN is nowhere kept but as a hash, and in no error. */
export class PinKeeper implements PinCheck {
  readonly #options: PinKeeperOptions;
  /** One try after another: many at once would all be the first. */
  readonly #queue = new Queues();
  /** What is known of tries where the store cannot tell; keyed as they are there. */
  readonly #inMemory = new Map<string, Tries>();

  constructor(options: PinKeeperOptions) {
    this.#options = options;
  }

  /** @throws JiaError `invalid-request` when it is no PIN, `not-found` */
  async set(person: string, pin: string | null): Promise<void> {
    const { registry } = this.#options;
    registry.known(person);
    if (pin !== null && !PIN.test(pin)) throw new JiaError("invalid-request", { detail: message("people.noPin") });
    await registry.setPin(person, pin === null ? null : await hashPin(pin));
    await this.#queue.run("pins", () => this.#write([[keyOf(person), NO_TRIES]]));
  }

  hasPin(origin: Origin): boolean {
    return this.#candidates(origin).length > 0;
  }

  check(pin: string, origin: Origin, devices: readonly DeviceId[]): Promise<string> {
    return this.#queue.run("pins", () => this.#check(pin, origin, devices));
  }

  async #check(pin: string, origin: Origin, devices: readonly DeviceId[]): Promise<string> {
    const { clock, registry, emit } = this.#options;
    const candidates = this.#candidates(origin);
    // Whoever is known gives the PIN of nobody else; of all others any adult's counts.
    const own = candidates.find(({ definition }) => definition.id === origin.person)?.definition.id ?? null;
    const door = `door ${origin.kind}`;
    const asker = origin.person !== undefined && registry.get(origin.person) ? `${door} ${origin.person}` : null;
    // Who is known is locked for himself: a child that tries must not keep adults out. Only the locks count for all.
    const keys = [asker ?? door, ...(own === null ? [] : [keyOf(own)])];
    const now = clock.now();
    const before = await this.#known(asker === null ? keys : [...keys, door], now);
    const wait = Math.max(...before.map(([, tries]) => waitOf(tries, now)));
    if (wait > 0) throw locked(wait);
    // It counts as wrong until it has shown to be right: whoever ends the process in between has had a try.
    const counted = before
      .filter(([key]) => keys.includes(key))
      .map(([key, tries]) => [key, afterWrong(tries, now)] as const);
    const locks = counted.some(([, tries]) => isLock(tries));
    const shared = locks ? before.filter(([key]) => !keys.includes(key)) : [];
    const after = [...counted, ...shared.map(([key, tries]) => [key, afterWrong(tries, now)] as const)];
    await this.#write(after);
    const right: string[] = [];
    // All of them, also behind the right one: the time tells nobody how many there were.
    for (const { definition, pin: hash } of candidates) {
      if (hash !== null && (await isPinOf(pin, hash))) right.push(definition.id);
    }
    const [person] = right;
    if (person !== undefined) {
      // A child that knows its own PIN gets no more tries for those of others by it.
      const opens = registry.get(person)?.role === "adult";
      await this.#write(before.map(([key, tries]) => [key, key === door && !opens ? tries : NO_TRIES]));
      return person;
    }
    if (!locks) throw new JiaError("wrong-pin");
    const until = Math.max(...after.map(([, { notBefore }]) => notBefore));
    emit({ type: "wrong-pins", person: own, tries: MOST_WRONG, devices, origin, until, at: now });
    throw locked(until - now);
  }

  /** What is known under keys. What a clock that was set back has left behind it is written anew: it is waited from now. */
  async #known(keys: readonly string[], now: number): Promise<(readonly [key: string, tries: Tries])[]> {
    const read = await Promise.all(keys.map(async (key) => [key, await this.#read(key)] as const));
    const known = read.map(([key, tries]) => [key, asOf(tries, now)] as const);
    const moved = known.filter(([, tries], at) => tries !== read[at]?.[1]);
    if (moved.length > 0) await this.#write(moved);
    return known;
  }

  /** Whose PIN it may be: that of whoever asks, else that of any adult. */
  #candidates({ person }: Origin): readonly SavedPerson[] {
    const { registry } = this.#options;
    const withPin = registry.saved.filter(({ definition, pin }) => pin !== null && registry.get(definition.id));
    const own = withPin.find(({ definition }) => definition.id === person);
    return own ? [own] : withPin.filter(({ definition }) => definition.role === "adult");
  }

  async #read(key: string): Promise<Tries> {
    try {
      return (await this.#options.storage.tries(key)) ?? NO_TRIES;
    } catch (error) {
      this.#options.failed(error);
      return this.#inMemory.get(key) ?? NO_TRIES;
    }
  }

  async #write(all: readonly (readonly [key: string, tries: Tries])[]): Promise<void> {
    for (const [key, tries] of all) this.#inMemory.set(key, tries);
    try {
      await this.#options.storage.saveTries(all);
    } catch (error) {
      this.#options.failed(error);
    }
  }
}

function keyOf(person: string): string {
  return `person ${person}`;
}

function locked(wait: number): JiaError {
  const seconds = Math.ceil(wait / 1000);
  return new JiaError("pin-locked", { wait: durationPhrase(seconds * 1000), seconds });
}
