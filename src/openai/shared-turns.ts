import type { TurnEvent, TurnResult } from "../assistant/index.ts";
import { type Clock, keepNewest } from "../home/index.ts";

/** After an answer that the client got, an equal request within this many milliseconds is the same one, sent again. */
const REPEATED_MS = 2_000;
/** The same after an answer that the client did not get, or for a request that says that it is sent again. */
const RETRIED_MS = 60_000;
/** Most requests that are remembered. */
const MAX_REQUESTS = 500;

/** The turn of one request, and of those that only repeat it. */
export interface SharedTurn {
  /** All events from the first on, until `gone`. When no reader is left before the end, the turn is cancelled. */
  events(gone: AbortSignal): AsyncIterable<TurnEvent>;
  /** Notes that a client has the whole answer. */
  delivered(): void;
}

type Begin = (signal: AbortSignal) => AsyncIterable<TurnEvent>;

/** Runs each request once, also when a client sends it again because the answer did not come in time. */
export class SharedTurns {
  readonly #clock: Clock;
  /** Keyed by a hash of who asks and all that is asked, oldest first. */
  readonly #turns = new Map<string, Running>();
  /** The key of the last turn, keyed by who asks. */
  readonly #newest = new Map<string, string>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /**
   * Begins a turn, or gives the one of an equal request that still runs or ended a moment ago. Unless the client says that
   * it sends the request `again`, one that ended has to be the last of this asker: somebody who said something else in
   * between wants it anew.
   */
  async run({ key, asker, again }: { key: string; asker: string; again: boolean }, begin: Begin): Promise<SharedTurn> {
    for (;;) {
      const known = this.#turns.get(key);
      if (known === undefined) break;
      // Nobody reads it any more: whether something was done is known at its end.
      if (known.cancelled) await known.ended;
      const last = this.#newest.get(asker) === key;
      if (!known.holds(this.#clock.now(), { again, last })) {
        if (this.#turns.get(key) === known) this.#turns.delete(key);
        continue;
      }
      return known;
    }
    const turn = new Running(begin, () => this.#clock.now());
    this.#turns.set(key, turn);
    this.#newest.delete(asker);
    this.#newest.set(asker, key);
    keepNewest(this.#newest, MAX_REQUESTS);
    for (const [oldest, each] of this.#turns) {
      if (this.#turns.size <= MAX_REQUESTS) break;
      if (each.isOver) this.#turns.delete(oldest);
      else break;
    }
    return turn;
  }
}

class Running implements SharedTurn {
  readonly #events: TurnEvent[] = [];
  readonly #stop = new AbortController();
  readonly #now: () => number;
  readonly ended: Promise<void>;
  #wake = Promise.withResolvers<void>();
  #readers = 0;
  /** When it ended, in milliseconds since the epoch; null while it runs. */
  #endedAt: number | null = null;
  #failure: { readonly error: unknown } | null = null;
  #delivered = false;

  constructor(begin: Begin, now: () => number) {
    this.#now = now;
    this.ended = this.#read(begin);
  }

  get isOver(): boolean {
    return this.#endedAt !== null;
  }

  get cancelled(): boolean {
    return this.#stop.signal.aborted;
  }

  /** Whether an equal request is this one. Not when nothing was done: then trying again is right. */
  holds(now: number, { again, last }: { readonly again: boolean; readonly last: boolean }): boolean {
    if (this.#endedAt === null) return true;
    if (!again && !last) return false;
    if (this.#failure !== null || (this.cancelled && !this.#didSomething())) return false;
    const age = now - this.#endedAt;
    return age <= (this.#delivered && !again ? REPEATED_MS : RETRIED_MS);
  }

  async *events(gone: AbortSignal): AsyncGenerator<TurnEvent> {
    this.#readers += 1;
    const wake = () => this.#signal();
    gone.addEventListener("abort", wake);
    try {
      for (let next = 0; !gone.aborted; ) {
        const event = this.#events[next];
        if (event !== undefined) {
          next += 1;
          yield event;
        } else if (this.#endedAt !== null) break;
        else await this.#wake.promise;
      }
      if (this.#failure) throw this.#failure.error;
    } finally {
      gone.removeEventListener("abort", wake);
      this.#readers -= 1;
      if (this.#readers === 0 && this.#endedAt === null) this.#stop.abort();
    }
  }

  delivered(): void {
    this.#delivered = true;
  }

  #didSomething(): boolean {
    const last: TurnResult | undefined = this.#events.flatMap((each) => (each.type === "done" ? [each.result] : []))[0];
    return last !== undefined && last.outcomes.length + last.calls.length > 0;
  }

  async #read(begin: Begin): Promise<void> {
    try {
      for await (const event of begin(this.#stop.signal)) {
        this.#events.push(event);
        this.#signal();
      }
    } catch (error) {
      this.#failure = { error };
    }
    this.#endedAt = this.#now();
    this.#signal();
  }

  #signal(): void {
    const { resolve } = this.#wake;
    this.#wake = Promise.withResolvers<void>();
    resolve();
  }
}
