/** A position at an end of its range counts as settled when it did not change for this long, in milliseconds. */
const SETTLED_MS = 2_000;
/**
 * A position in between counts as settled after this silence, in milliseconds, because motors report seldom on their
 * way.
 */
const ON_THE_WAY_MS = 15_000;

/** A reported position of a motor, with the lines for its start and its end. */
export interface MotorPosition {
  /** The device and property of the position. */
  readonly key: string;
  readonly value: number;
  readonly before: number | null;
  /** Whether the motor is at an end of its range. */
  readonly atEnd: boolean;
  /** The line for the beginning of a move. */
  started(opens: boolean): string;
  settled(): string;
}

/** Prints only the beginning and the end of a motor's move, because motors report each step. */
export class MotorMoves {
  readonly #print: (line: string) => void;
  /** Timers that wait for the end of a move, keyed by position. */
  readonly #under = new Map<string, NodeJS.Timeout>();

  constructor(print: (line: string) => void) {
    this.#print = print;
  }

  /** Takes a report. The first known position is printed at once. */
  report(position: MotorPosition): void {
    const { key, value, before, atEnd } = position;
    if (before === null) {
      this.#print(position.settled());
      return;
    }
    const waiting = this.#under.get(key);
    if (waiting === undefined) this.#print(position.started(value > before));
    clearTimeout(waiting);
    const end = () => {
      this.#under.delete(key);
      this.#print(position.settled());
    };
    this.#under.set(key, setTimeout(end, atEnd ? SETTLED_MS : ON_THE_WAY_MS).unref());
  }

  /** Prints nothing more. */
  stop(): void {
    for (const waiting of this.#under.values()) clearTimeout(waiting);
    this.#under.clear();
  }
}
