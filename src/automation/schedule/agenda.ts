import type { Clock } from "../../home/index.ts";

/** Wakes one callback at a time: the machine's timer, or a simulation's. */
export interface Scheduler {
  /**
   * Calls `callback` once, at `at` (milliseconds since the epoch), soon after or early. Returns a function that
   * cancels it.
   */
  wake(at: number, callback: () => void): () => void;
}

/**
 * The longest sleep of the real timer, in milliseconds. setTimeout counts only the time in which the machine runs, so
 * this is how late a suspended machine or a clock that was set is noticed at worst.
 */
const MAX_SLEEP_MS = 20_000;

/** A scheduler over setTimeout. */
export class TimerScheduler implements Scheduler {
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  wake(at: number, callback: () => void): () => void {
    const delay = Math.min(Math.max(0, at - this.#clock.now()), MAX_SLEEP_MS);
    const timer = setTimeout(callback, delay);
    return () => clearTimeout(timer);
  }
}

/** One entry of an agenda; cancelled ones stay in the heap until they come up or are too many. */
export interface AgendaEntry {
  /** Milliseconds since the epoch; moved with the clock where it is the end of a duration. */
  readonly at: number;
  /** Whether it was cancelled or has run. */
  over: boolean;
}

/** How many cancelled entries may stay in the heap; more may stay while they are fewer than the others. */
const MAX_CANCELLED = 100;

interface Task extends AgendaEntry {
  at: number;
  /** Whether it is the end of a duration, which moves when the clock is set. */
  readonly lasting: boolean;
  /** Order of entries of the same moment. */
  readonly order: number;
  readonly run: (now: number) => void;
}

/** Runs callbacks at their moments, all in one heap behind one timer. */
export class Agenda {
  readonly #clock: Clock;
  readonly #scheduler: Scheduler;
  readonly #onWake: (now: number) => void;
  /** A binary heap, soonest first. */
  #heap: Task[] = [];
  /** How many entries of the heap are cancelled. */
  #cancelled = 0;
  #order = 0;
  #shifted = 0;
  /** Cancels the timer; null when none is set. */
  #cancelTimer: (() => void) | null = null;
  #timerAt = Number.POSITIVE_INFINITY;
  #stopped = false;

  /** @param onWake called at every wake-up before due entries run, to detect that the clock was set */
  constructor(clock: Clock, scheduler: Scheduler, onWake: (now: number) => void = () => undefined) {
    this.#clock = clock;
    this.#scheduler = scheduler;
    this.#onWake = onWake;
  }

  /** The number of waiting entries. */
  get size(): number {
    return this.#heap.length - this.#cancelled;
  }

  /** By how many milliseconds the clock was set in total since the agenda began. */
  get shifted(): number {
    return this.#shifted;
  }

  /** Calls `run` once the clock says `at`. */
  at(at: number, run: (now: number) => void): AgendaEntry {
    return this.#add(at, run, false);
  }

  /** Calls `run` at the end of a duration, which is at `at` unless the clock is set meanwhile. */
  lasting(at: number, run: (now: number) => void): AgendaEntry {
    return this.#add(at, run, true);
  }

  /** Moves the ends of durations after the clock was set by `jump` milliseconds. */
  shift(jump: number): void {
    this.#shifted += jump;
    for (const task of this.#heap) if (task.lasting) task.at += jump;
    // A sorted list is a heap.
    this.#heap.sort((a, b) => (before(a, b) ? -1 : 1));
    this.#arm();
  }

  #add(at: number, run: (now: number) => void, lasting: boolean): AgendaEntry {
    const task: Task = { at, order: this.#order, run, lasting, over: false };
    this.#order += 1;
    this.#push(task);
    this.#arm();
    return task;
  }

  /** Cancels an entry; does nothing when it is over. */
  cancel(entry: AgendaEntry | null): void {
    if (!entry || entry.over) return;
    entry.over = true;
    this.#cancelled += 1;
    if (this.#cancelled <= MAX_CANCELLED || this.#cancelled * 2 <= this.#heap.length) return;
    // A sorted list is a heap.
    this.#heap = this.#heap.filter(({ over }) => !over).sort((a, b) => (before(a, b) ? -1 : 1));
    this.#cancelled = 0;
  }

  /** Accepts entries again after a stop. */
  open(): void {
    this.#forget();
    this.#stopped = false;
  }

  /** Drops all entries. */
  stop(): void {
    this.#stopped = true;
    this.#cancelTimer?.();
    this.#cancelTimer = null;
    this.#forget();
  }

  #forget(): void {
    for (const task of this.#heap) task.over = true;
    this.#heap = [];
    this.#cancelled = 0;
  }

  #arm(): void {
    const first = this.#heap[0];
    if (this.#stopped || !first || (this.#cancelTimer && this.#timerAt <= first.at)) return;
    this.#cancelTimer?.();
    this.#timerAt = first.at;
    this.#cancelTimer = this.#scheduler.wake(first.at, () => this.#wake());
  }

  #wake(): void {
    this.#cancelTimer = null;
    if (this.#stopped) return;
    const now = this.#clock.now();
    this.#onWake(now);
    for (let first = this.#heap[0]; first && first.at <= now; first = this.#heap[0]) {
      this.#pop();
      if (first.over) {
        this.#cancelled -= 1;
        continue;
      }
      first.over = true;
      first.run(now);
    }
    this.#arm();
  }

  #push(task: Task): void {
    const heap = this.#heap;
    let index = heap.length;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      const above = heap[parent];
      if (!above || !before(task, above)) break;
      heap[index] = above;
      index = parent;
    }
    heap[index] = task;
  }

  #pop(): void {
    const heap = this.#heap;
    const last = heap.pop();
    if (!last || heap.length === 0) return;
    let index = 0;
    for (;;) {
      const left = heap[2 * index + 1];
      const right = heap[2 * index + 2];
      const child = left && right && before(right, left) ? 2 * index + 2 : 2 * index + 1;
      const least = heap[child];
      if (!least || !before(least, last)) break;
      heap[index] = least;
      index = child;
    }
    heap[index] = last;
  }
}

function before(a: Task, b: Task): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order);
}
