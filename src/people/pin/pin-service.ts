import { type Clock, type DeviceId, JiaError, type Origin, PIN, type PinCheck, Queues } from "../../home/index.ts";
import { durationPhrase, message } from "../../language/index.ts";
import type { PeopleEvent } from "../port.ts";
import type { PeopleRegistry } from "../registry.ts";
import type { PinStorage, SavedPerson } from "../storage.ts";
import {
  afterWrongPin,
  atCurrentClock,
  isLockout,
  MAX_WRONG_PINS,
  NO_ATTEMPTS,
  type PinAttempts,
  remainingWait,
} from "./attempts.ts";
import { hashPin, isPinOf } from "./hash.ts";

export interface PinServiceOptions {
  readonly registry: PeopleRegistry;
  readonly storage: PinStorage;
  readonly clock: Clock;
  readonly emit: (event: PeopleEvent) => void;
  /** Called when tries cannot be read or written; they are counted in memory then. */
  readonly failed: (error: unknown) => void;
}

/** Sets and checks PINs, and slows and locks wrong tries. A PIN is stored only as a hash, and is in no error. */
export class PinService implements PinCheck {
  readonly #options: PinServiceOptions;
  /** Serializes tries: many at once would all count as the first. */
  readonly #queue = new Queues();
  /** Tries while the store cannot be read, keyed as in the store. */
  readonly #inMemory = new Map<string, PinAttempts>();

  constructor(options: PinServiceOptions) {
    this.#options = options;
  }

  /** Sets a person's PIN; null removes it. @throws JiaError `invalid-request` when it is no PIN, `not-found` */
  async set(person: string, pin: string | null): Promise<void> {
    const { registry } = this.#options;
    registry.known(person);
    if (pin !== null && !PIN.test(pin)) throw new JiaError("invalid-request", { detail: message("people.noPin") });
    await registry.setPin(person, pin === null ? null : await hashPin(pin));
    await this.#queue.run("pins", () => this.#write([[keyOf(person), NO_ATTEMPTS]]));
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
    // A known person with a PIN has to give it; otherwise any adult's PIN counts.
    const own = candidates.find(({ definition }) => definition.id === origin.person)?.definition.id ?? null;
    const door = `door ${origin.kind}`;
    const asker = origin.person !== undefined && registry.get(origin.person) ? `${door} ${origin.person}` : null;
    // A known person is locked alone: a child that tries must not lock adults out. Only locks count for the whole way in.
    const keys = [asker ?? door, ...(own === null ? [] : [keyOf(own)])];
    const now = clock.now();
    const before = await this.#known(asker === null ? keys : [...keys, door], now);
    const wait = Math.max(...before.map(([, tries]) => remainingWait(tries, now)));
    if (wait > 0) throw locked(wait);
    // A try counts as wrong until it proves right: ending the process in between does not save it.
    const counted = before
      .filter(([key]) => keys.includes(key))
      .map(([key, tries]) => [key, afterWrongPin(tries, now)] as const);
    const locks = counted.some(([, tries]) => isLockout(tries));
    const shared = locks ? before.filter(([key]) => !keys.includes(key)) : [];
    const after = [...counted, ...shared.map(([key, tries]) => [key, afterWrongPin(tries, now)] as const)];
    await this.#write(after);
    const right: string[] = [];
    // All hashes are checked, also after the right one: the time must not reveal how many there are.
    for (const { definition, pin: hash } of candidates) {
      if (hash !== null && (await isPinOf(pin, hash))) right.push(definition.id);
    }
    const [person] = right;
    if (person !== undefined) {
      // A child's right PIN does not reset the tries of the whole way in.
      const opens = registry.get(person)?.role === "adult";
      await this.#write(before.map(([key, tries]) => [key, key === door && !opens ? tries : NO_ATTEMPTS]));
      return person;
    }
    if (!locks) throw new JiaError("wrong-pin");
    const until = Math.max(...after.map(([, { notBefore }]) => notBefore));
    emit({ type: "wrong-pins", person: own, tries: MAX_WRONG_PINS, devices, origin, until, at: now });
    throw locked(until - now);
  }

  /** The tries under keys. After the clock was set back, waits are counted from now and stored again. */
  async #known(keys: readonly string[], now: number): Promise<(readonly [key: string, tries: PinAttempts])[]> {
    const read = await Promise.all(keys.map(async (key) => [key, await this.#read(key)] as const));
    const known = read.map(([key, tries]) => [key, atCurrentClock(tries, now)] as const);
    const moved = known.filter(([, tries], at) => tries !== read[at]?.[1]);
    if (moved.length > 0) await this.#write(moved);
    return known;
  }

  /** The people whose PIN counts: the actor's own, else any adult's. */
  #candidates({ person }: Origin): readonly SavedPerson[] {
    const { registry } = this.#options;
    const withPin = registry.saved.filter(({ definition, pin }) => pin !== null && registry.get(definition.id));
    const own = withPin.find(({ definition }) => definition.id === person);
    return own ? [own] : withPin.filter(({ definition }) => definition.role === "adult");
  }

  async #read(key: string): Promise<PinAttempts> {
    try {
      return (await this.#options.storage.tries(key)) ?? NO_ATTEMPTS;
    } catch (error) {
      this.#options.failed(error);
      return this.#inMemory.get(key) ?? NO_ATTEMPTS;
    }
  }

  async #write(all: readonly (readonly [key: string, tries: PinAttempts])[]): Promise<void> {
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
