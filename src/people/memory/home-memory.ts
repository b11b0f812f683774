import { type Clock, JiaError, type Origin } from "../../home/index.ts";
import { message } from "../../language/index.ts";
import type { People } from "../port.ts";
import { mayChange, mayKnow, ownerFor, speakerOf } from "./access.ts";
import { boundedEntry, MOST_ENTRIES } from "./bounds.ts";
import { isSameEntry, remainderBeside } from "./conflicts.ts";
import type { AddResult, Memory, MemoryChange, MemoryEntry, MemorySpeaker, NewEntry } from "./port.ts";
import type { MemoryStorage } from "./storage.ts";

/** Changes in one answer. */
const SHOWN_CHANGES = 100;

export interface HomeMemoryOptions {
  readonly storage: MemoryStorage;
  readonly clock: Clock;
  /** The people of the home. */
  readonly people: Pick<People, "get">;
  /** Ids of entries; random ones when it is left out. */
  readonly newId?: () => string;
  /** Whether another instance keeps the memory and nothing may be changed here; never when left out. */
  readonly standsBy?: () => boolean;
  /** Called when a listener throws. */
  readonly onError?: (error: unknown) => void;
}

/** The memory of one home. All entries are held in memory; a change resolves when it is on the disk. */
export class HomeMemory implements Memory {
  readonly #options: HomeMemoryOptions;
  readonly #listeners = new Set<() => void>();
  #entries: readonly MemoryEntry[] = [];
  /** The end of the queue of writes: each is computed from the entries that the one before left. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(options: HomeMemoryOptions) {
    this.#options = options;
  }

  /** Reads the entries and removes those that have ended. @throws JiaError of the store's trouble */
  async start(): Promise<void> {
    this.#entries = await this.#options.storage.all();
    const now = this.#options.clock.now();
    const ended = this.#entries.filter((entry) => hasEnded(entry, now));
    if (ended.length === 0 || this.#options.standsBy?.() === true) return;
    const origin: Origin = { kind: "schedule", id: "memory", approved: true };
    const changes = ended.map((entry) => changeOf("expire", entry, entry.id, now, origin, entry.person));
    await this.#write([], ended, changes);
  }

  /** Reads the entries again, which another instance may have changed. */
  async reload(): Promise<void> {
    const before = JSON.stringify(this.#entries);
    this.#entries = await this.#options.storage.all();
    if (JSON.stringify(this.#entries) !== before) this.#tell();
  }

  speakerOf(origin: Origin): MemorySpeaker {
    return speakerOf(origin, this.#options.people);
  }

  list(origin: Origin): readonly MemoryEntry[] {
    const speaker = this.speakerOf(origin);
    return this.#standing().filter((entry) => mayKnow(speaker, entry));
  }

  ofHome(): readonly MemoryEntry[] {
    return this.#standing().filter(({ person }) => person === null);
  }

  /** All entries of a person. */
  ofPerson(person: string): readonly MemoryEntry[] {
    return this.#standing().filter((entry) => entry.person === person);
  }

  add(entry: NewEntry, origin: Origin): Promise<AddResult> {
    return this.#inTurn(() => this.#add(entry, null, origin));
  }

  async change(id: string, entry: NewEntry, origin: Origin): Promise<MemoryEntry> {
    return (await this.#inTurn(() => this.#add(entry, id, origin))).entry;
  }

  async forget(ids: readonly string[], origin: Origin): Promise<readonly MemoryEntry[]> {
    return await this.#inTurn(async () => {
      const speaker = this.speakerOf(origin);
      const known = this.#standing().filter((entry) => ids.includes(entry.id) && mayKnow(speaker, entry));
      const gone = known.filter((entry) => mayChange(speaker, entry));
      if (speaker.kind === "stranger" || (gone.length === 0 && known.length > 0)) throw new JiaError("memory-denied");
      if (gone.length === 0) return [];
      const at = this.#options.clock.now();
      const changes = gone.map((entry) => changeOf("forget", entry, entry.id, at, origin, entry.person));
      await this.#write([], gone, changes);
      return gone;
    });
  }

  /** Ids of the people with entries. */
  get owners(): readonly string[] {
    return [...new Set(this.#entries.flatMap(({ person }) => person ?? []))];
  }

  /** Erases all entries of a person. @returns their number */
  async erase(person: string): Promise<number> {
    return await this.#inTurn(async () => {
      const count = await this.#options.storage.erase(person);
      this.#entries = this.#entries.filter((entry) => entry.person !== person);
      this.#tell();
      return count;
    });
  }

  async changes(origin: Origin, limit = SHOWN_CHANGES): Promise<readonly MemoryChange[]> {
    const speaker = this.speakerOf(origin);
    if (speaker.kind === "stranger") return [];
    const people = speaker.kind === "person" ? [speaker.person, null] : [null];
    return await this.#options.storage.changes(people, limit);
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Adds an entry. @param id of the entry that it replaces; null: it replaces entries about the same topic */
  async #add(given: NewEntry, id: string | null, origin: Origin): Promise<AddResult> {
    const speaker = this.speakerOf(origin);
    if (speaker.kind === "stranger") throw new JiaError("memory-denied");
    const at = this.#options.clock.now();
    const before = id === null ? undefined : this.#standing().find((entry) => entry.id === id);
    if (id !== null && !(before && mayKnow(speaker, before)))
      throw new JiaError("not-found", { what: message("memory.entryNamed", { id }) });
    if (before && !mayChange(speaker, before)) throw new JiaError("memory-denied");
    const person = before ? before.person : ownerFor(speaker, given.personal ?? false);
    const entry = await this.#checked(given, person, at, origin);
    const own = this.#standing().filter((each) => each.person === person);
    const known = id === null ? own.find((each) => isSameEntry(each, entry)) : undefined;
    if (known) return { entry: known, replaced: [], known: true };
    const kept = own.map((each) => [each, each.id === id ? null : remainderBeside(each, entry)] as const);
    const replaced = kept.flatMap(([each, left]) => (left === null ? [each] : []));
    if (replaced.length === 0 && own.length >= MOST_ENTRIES) throw new JiaError("memory-full", { limit: MOST_ENTRIES });
    const { personal: _, until = null, ...content } = entry;
    const by = speaker.kind === "person" ? speaker.person : null;
    const added: MemoryEntry = {
      ...content,
      id: before?.id ?? replaced[0]?.id ?? this.#newId(),
      person,
      at,
      by,
      until,
    };
    const narrowed = kept.flatMap(([each, left]) => (left !== null && left !== each ? [left] : []));
    const change = replaced.length > 0 ? "change" : "add";
    const gone = replaced.filter((each) => each.id !== added.id);
    await this.#write([added, ...narrowed], gone, [changeOf(change, added, added.id, at, origin, person)]);
    return { entry: added, replaced, known: false };
  }

  /** Checks the limits of an entry. A refused secret is noted as a change, without the secret. */
  async #checked(given: NewEntry, person: string | null, at: number, origin: Origin): Promise<NewEntry> {
    try {
      return boundedEntry(given);
    } catch (error) {
      if (error instanceof JiaError && error.code === "memory-secret") {
        const changes = [changeOf("refuse", given, null, at, withoutText(origin), person)];
        await this.#options.storage.write({ saved: [], forgotten: [], changes });
      }
      throw error;
    }
  }

  async #write(
    saved: readonly MemoryEntry[],
    gone: readonly MemoryEntry[],
    changes: readonly MemoryChange[],
  ): Promise<void> {
    const forgotten = gone.map(({ id }) => id);
    const noted = changes.map((change) => ({ ...change, origin: withoutText(change.origin) }));
    await this.#options.storage.write({ saved, forgotten, changes: noted });
    const written = new Map(saved.map((entry) => [entry.id, entry]));
    const left = this.#entries.filter(({ id }) => !written.has(id) && !forgotten.includes(id));
    this.#entries = [...left, ...saved].sort((a, b) => a.at - b.at);
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) {
      try {
        listener();
      } catch (error) {
        this.#options.onError?.(error);
      }
    }
  }

  /** The entries that have not ended. */
  #standing(): readonly MemoryEntry[] {
    const now = this.#options.clock.now();
    return this.#entries.filter((entry) => !hasEnded(entry, now));
  }

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#options.standsBy?.() === true) return Promise.reject(new JiaError("stands-by"));
    const result = this.#last.then(work);
    this.#last = result.catch(() => undefined);
    return result;
  }

  #newId(): string {
    return this.#options.newId?.() ?? crypto.randomUUID().slice(0, 8);
  }
}

function hasEnded({ until }: MemoryEntry, now: number): boolean {
  return until !== null && until <= now;
}

function changeOf(
  change: MemoryChange["change"],
  { kind }: Pick<MemoryEntry, "kind">,
  entry: string | null,
  at: number,
  origin: Origin,
  person: string | null,
): MemoryChange {
  return { at, change, kind, entry, person, origin };
}

/** An origin without the text of the sentence, which may be the text to forget. */
function withoutText(origin: Origin): Origin {
  if (origin.kind !== "conversation") return origin;
  const { text: _, ...rest } = origin;
  return rest;
}
