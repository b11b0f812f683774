/** At an end of its way a position is settled when it has not changed for so long, in milliseconds. */
const SETTLED_MS = 2_000;
/** On the way motors report as seldom as this, in milliseconds: a silence that is shorter is no end. */
const ON_THE_WAY_MS = 15_000;

/** A reported position of what a motor moves, in the words of its start and of where it stays. */
export interface MotorPosition {
  /** Which position of which device. */
  readonly key: string;
  readonly value: number;
  readonly before: number | null;
  /** Whether it can go no further. */
  readonly atEnd: boolean;
  /** The line of its beginning, and that of its end. */
  started(opens: boolean): string;
  settled(): string;
}

/** Motors report each step of their way: of a move only its beginning and its end are told. */
export class MotorMoves {
  readonly #print: (line: string) => void;
  /** What waits for the end of a move, keyed by the position. */
  readonly #under = new Map<string, NodeJS.Timeout>();

  constructor(print: (line: string) => void) {
    this.#print = print;
  }

  /** Takes a report; a position that nothing was known of is told at once. */
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

  stop(): void {
    for (const waiting of this.#under.values()) clearTimeout(waiting);
    this.#under.clear();
  }
}
