import { type Clock, ClockWatch, type DeviceId, type Home, type JiaError } from "../../home/index.ts";
import type { HistoryBackend } from "../backend.ts";
import type { RetentionPeriods } from "../retention.ts";
import type { HistorySelection } from "../selection.ts";
import { ChangeRecorder } from "./recorder.ts";
import { RowWriter } from "./writer.ts";

export interface RecordingOptions {
  readonly home: Home;
  readonly clock: Clock;
  readonly backend: HistoryBackend;
  readonly selection: HistorySelection;
  readonly keeping: RetentionPeriods;
  /** As in WriterOptions. */
  readonly holds?: () => boolean;
  readonly lost: () => void;
  readonly failed: (error: unknown) => void;
  readonly mostRows?: number;
}

/** How often rows are written, in milliseconds: the most that is lost when the process is killed. */
const FLUSH_MS = 1_000;
/** How often old changes are summarized, and how long after the start for the first time. Milliseconds. */
const TEND_MS = 3_600_000;
const FIRST_TEND_MS = 300_000;
/** A larger jump of the clock, and a longer sleep of the process, interrupt the recording. Milliseconds. */
const JUMP_MS = 5_000;
const SLEPT_MS = 60_000;

/** Runs the recording of a home: once a second it checks the home and the clock, and writes. Its tasks run one at a time. */
export class HistoryRecording {
  readonly #options: RecordingOptions;
  readonly #recorder: ChangeRecorder;
  readonly #writer: RowWriter;
  readonly #clockWatch: ClockWatch;
  #timer: NodeJS.Timeout | null = null;
  /** The end of the queue of tasks. */
  #last: Promise<unknown> = Promise.resolve();
  /** The queued flush that has not begun. */
  #next: Promise<void> | null = null;
  #looked: number;
  #elapsed: number | null;
  #tended: number;
  #stopped = false;

  constructor(options: RecordingOptions) {
    this.#options = options;
    const { home, clock, backend, selection } = options;
    const restart = (at: number): void => this.#recorder.restart(at);
    this.#writer = new RowWriter({ ...options, storage: backend, restart });
    const row = this.#writer.add.bind(this.#writer);
    this.#recorder = new ChangeRecorder({ home, clock, selection, row });
    this.#clockWatch = new ClockWatch(clock);
    this.#looked = clock.now();
    this.#elapsed = clock.elapsed?.() ?? null;
    this.#tended = clock.now() - TEND_MS + FIRST_TEND_MS;
  }

  /** Starts, also while the storage cannot be used: rows wait then. */
  async start(): Promise<void> {
    const mark = await this.#mark();
    this.#writer.begin();
    this.#looked = this.#options.clock.now();
    this.#recorder.start(mark);
    await this.flush();
    this.#wait();
  }

  /** Writes the waiting rows and ends. */
  async stop(): Promise<void> {
    this.#stopped = true;
    if (this.#timer) clearTimeout(this.#timer);
    this.#recorder.stop();
    await this.flush();
  }

  /** Why changes are not written at the moment; null when they are. */
  get problem(): JiaError | null {
    return this.#writer.problem;
  }

  /** The number of waiting rows. */
  get waiting(): number {
    return this.#writer.waiting;
  }

  /** Whether another instance records. */
  get standsBy(): boolean {
    return this.#options.holds?.() === false;
  }

  /** The first moment whose rows still wait; null when none wait. */
  get unwrittenSince(): number | null {
    return this.standsBy ? null : this.#writer.writtenTo;
  }

  /** Writes the waiting rows, those of just now included. Never rejects: `problem` says what is wrong. */
  flush(): Promise<void> {
    this.#next ??= this.#then(async () => {
      this.#next = null;
      this.#look();
      this.#recorder.finish();
      await this.#writer.flush(null);
    });
    return this.#next;
  }

  /** Deletes the history of a device, and starts it anew. @returns the number of deleted series */
  forget(device: DeviceId): Promise<number> {
    return this.#then(async () => {
      const count = await this.#options.backend.forgetDevice(device);
      // Rows that came meanwhile belong to the deleted history.
      this.#writer.forget(device);
      this.#recorder.forget(device);
      return count;
    });
  }

  /** Summarizes old changes, and deletes too old ones. */
  async tend(): Promise<void> {
    const { clock, backend, keeping } = this.#options;
    this.#tended = clock.now();
    await backend.tend(clock.now(), keeping);
  }

  /** Queues a task behind all earlier ones. */
  #then<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = this.#last.then(work);
    this.#last = done.catch(() => undefined);
    return done;
  }

  /** Writes rows, except values of just now, which may still be thinned out. */
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
          // An upkeep that a stop interrupted continues the next time.
          if (!this.#stopped) this.#options.failed(error);
        })
        .finally(() => this.#wait());
    }, FLUSH_MS);
  }

  /** Checks the clock and the home. After a jump of the clock or a sleep the time between is unknown. */
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
