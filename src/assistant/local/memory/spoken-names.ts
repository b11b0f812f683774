import type { Origin } from "../../../home/index.ts";
import type { Memory, MemoryEntry } from "../../../people/memory/index.ts";
import type { HomeIndex, OtherName } from "../../../understanding/names/home-index.ts";

/** The names that people have for things of the home: those of everybody in its index, those of one person beside it. */
export class SpokenNames {
  readonly #index: HomeIndex;
  readonly #memory: Memory | null;
  /** For those who know no name that is remembered. */
  readonly #plain: HomeIndex;
  /** Keyed by person: the home with the names that this person has for it. */
  readonly #own = new Map<string, HomeIndex>();
  #unsubscribe: (() => void) | null = null;
  /** How many names of everybody the index knows. */
  #known = 0;

  constructor(index: HomeIndex, memory: Memory | null) {
    this.#index = index;
    this.#memory = memory;
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

  /** Something of the home came, went or is called otherwise. */
  renew(): void {
    this.#own.clear();
  }

  /** The home as whoever asks calls it. */
  indexFor(origin: Origin): HomeIndex {
    // A name that was said to end may have ended.
    if (this.#memory && namesIn(this.#memory.ofHome()).length !== this.#known) this.#learn();
    const speaker = this.#memory?.speakerOf(origin);
    if (speaker?.kind === "stranger") return this.#plain;
    if (!this.#memory || speaker?.kind !== "person") return this.#index;
    const known = this.#own.get(speaker.person);
    if (known) return known;
    const names = namesIn(this.#memory.list(origin).filter(({ person }) => person !== null));
    const index = names.length === 0 ? this.#index : this.#index.withNames(names);
    this.#own.set(speaker.person, index);
    return index;
  }

  #learn(): void {
    this.#own.clear();
    if (!this.#memory) return;
    const names = namesIn(this.#memory.ofHome());
    this.#known = names.length;
    this.#index.setOtherNames(names);
  }
}

function namesIn(entries: readonly MemoryEntry[]): OtherName[] {
  return entries.flatMap((entry) => (entry.kind === "name" ? [{ name: entry.name, of: entry.of }] : []));
}
