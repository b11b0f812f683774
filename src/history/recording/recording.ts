import { type Clock, ClockWatch, type DeviceId, type Home, type JiaError } from "../../home/index.ts";
import type { HistoryBackend } from "../backend.ts";
import type { Selection } from "../selection.ts";
import type { Keeping } from "../upkeep.ts";
import { Recorder } from "./recorder.ts";
import { Writer } from "./writer.ts";

export interface RecordingOptions {
  readonly home: Home;
  readonly clock: Clock;
  readonly backend: HistoryBackend;
  readonly selection: Selection;
  readonly keeping: Keeping;
  /** As in WriterOptions. */
  readonly holds?: () => boolean;
  readonly lost: () => void;
  readonly failed: (error: unknown) => void;
  readonly mostRows?: number;
}

/** How often rows are written, in milliseconds: so much is lost at most when the process is killed. */
const FLUSH_MS = 1_000;
/** How often what has become old is summarised, and how long after the start for the first time. Milliseconds. */
const TEND_MS = 3_600_000;
const FIRST_TEND_MS = 300_000;
/** A clock that was set by more than this is noticed; a process that slept longer has not recorded. Milliseconds. */
const JUMP_MS = 5_000;
const SLEPT_MS = 60_000;

/** The recording of a home at work: once a second it looks at the home and the clock, and writes. One thing at a time. */
export class Recording {
  readonly #options: RecordingOptions;
  readonly #recorder: Recorder;
  readonly #writer: Writer;
  readonly #clockWatch: ClockWatch;
  #timer: NodeJS.Timeout | null = null;
  /** What is under way and what waits for it, the last of it. */
  #last: Promise<unknown> = Promise.resolve();
  /** The flush that has not begun. */
  #next: Promise<void> | null = null;
  #looked: number;
  #elapsed: number | null;
  #tended: number;
  #stopped = false;

  constructor(options: RecordingOptions) {
    this.#options = options;
    const { home, clock, backend, selection } = options;
    const restart = (at: number): void => this.#recorder.restart(at);
    this.#writer = new Writer({ ...options, storage: backend, restart });
    const row = this.#writer.add.bind(this.#writer);
    this.#recorder = new Recorder({ home, clock, selection, row });
    this.#clockWatch = new ClockWatch(clock);
    this.#looked = clock.now();
    this.#elapsed = clock.elapsed?.() ?? null;
    this.#tended = clock.now() - TEND_MS + FIRST_TEND_MS;
  }

  /** Begins. Trouble of the storage is no reason not to: rows wait then. */
  async start(): Promise<void> {
    const mark = await this.#mark();
    this.#writer.begin();
    this.#looked = this.#options.clock.now();
    this.#recorder.start(mark);
    await this.flush();
    this.#wait();
  }

  /** Writes what waits and ends. */
  async stop(): Promise<void> {
    this.#stopped = true;
    if (this.#timer) clearTimeout(this.#timer);
    this.#recorder.stop();
    await this.flush();
  }

  /** Why what happens is not written at the moment; null when it is. */
  get problem(): JiaError | null {
    return this.#writer.problem;
  }

  /** Rows that wait to be written. */
  get waiting(): number {
    return this.#writer.waiting;
  }

  /** Whether another instance records. */
  get standsBy(): boolean {
    return this.#options.holds?.() === false;
  }

  /** From when on what happened can't be read, because it waits; null: nothing does. */
  get unwrittenSince(): number | null {
    return this.standsBy ? null : this.#writer.writtenTo;
  }

  /** Writes what waits, whatever has just come too. Never rejects: `problem` says what is wrong. */
  flush(): Promise<void> {
    this.#next ??= this.#then(async () => {
      this.#next = null;
      this.#look();
      this.#recorder.finish();
      await this.#writer.flush(null);
    });
    return this.#next;
  }

  /** Deletes all that is kept of a device, and begins anew with what it is now. @returns how many series that were */
  forget(device: DeviceId): Promise<number> {
    return this.#then(async () => {
      const count = await this.#options.backend.forgetDevice(device);
      // What came meanwhile belongs to what is gone.
      this.#writer.forget(device);
      this.#recorder.forget(device);
      return count;
    });
  }

  /** Summarises what has become old, and deletes what is too old. */
  async tend(): Promise<void> {
    const { clock, backend, keeping } = this.#options;
    this.#tended = clock.now();
    await backend.tend(clock.now(), keeping);
  }

  /** Does something when all that was begun before is done. */
  #then<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = this.#last.then(work);
    this.#last = done.catch(() => undefined);
    return done;
  }

  /** A value that has just come may still be thinned: it is not written yet. */
  async #tick(): Promise<void> {
    await this.#then(async () => {
      this.#look();
      await this.#writer.flush(this.#recorder.waitingSince);
    });
    const due = Math.abs(this.#options.clock.now() - this.#tended) >= TEND_MS;
    if (due && !this.standsBy && !this.#writer.problem && !this.#stopped) await this.tend();
  }

  #wait(): void {
    if (this.#stopped) return;
    this.#timer = setTimeout(() => {
      this.#tick()
        .catch((error: unknown) => {
          // What was summarised when it ended is done the next time.
          if (!this.#stopped) this.#options.failed(error);
        })
        .finally(() => this.#wait());
    }, FLUSH_MS);
  }

  /** Looks at the home and at the clock: what happened while nobody looked is not known. */
  #look(): void {
    const { clock } = this.#options;
    const now = clock.now();
    const elapsed = clock.elapsed?.() ?? null;
    const slept = elapsed !== null && this.#elapsed !== null && elapsed - this.#elapsed > SLEPT_MS;
    const jump = this.#clockWatch.jump(now);
    if (slept || Math.abs(jump) > JUMP_MS) {
      const at = Math.min(this.#looked, now);
      this.#writer.correct(at);
      this.#recorder.restart(at);
    }
    this.#looked = now;
    this.#elapsed = elapsed;
    this.#recorder.look();
  }

  async #mark(): Promise<number> {
    try {
      return (await this.#options.backend.mark()) ?? Number.NEGATIVE_INFINITY;
    } catch {
      return this.#options.clock.now();
    }
  }
}
