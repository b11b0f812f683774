import { RateLimit } from "../../api/index.ts";
import type { TurnEvent, TurnRequest, TurnResult } from "../../assistant/index.ts";
import { type Clock, JiaError, keepNewest } from "../../home/index.ts";

/** How long the result of a turn that outlived its call can be fetched, in milliseconds. */
const KEPT_MS = 5 * 60_000;
/** More turns than this push out the oldest. */
const MAX_KEPT = 50;
/** A turn that nobody waits for is stopped after this long, in milliseconds. */
const LONGEST_MS = 120_000;
/** How many turns one caller may begin in a minute. */
const TURNS_PER_MINUTE = 60;

/** Runs turns of the assistant. */
export interface TurnRunner {
  run(request: TurnRequest, signal: AbortSignal): AsyncIterable<TurnEvent>;
}

/** A turn that has begun. */
export interface StartedTurn {
  /** The reply as far as it is known. */
  readonly text: () => string;
  readonly result: Promise<TurnResult>;
}

interface KeptTurn extends StartedTurn {
  readonly owner: string;
  readonly startedAt: number;
}

/** Turns that may take longer than a call: a client fetches the result with the turn's id. */
export class Turns {
  readonly #runner: TurnRunner;
  readonly #clock: Clock;
  readonly #limit: RateLimit;
  /** Keyed by id, oldest first. */
  readonly #kept = new Map<string, KeptTurn>();

  constructor(runner: TurnRunner, clock: Clock) {
    this.#runner = runner;
    this.#clock = clock;
    this.#limit = new RateLimit(clock, TURNS_PER_MINUTE);
  }

  /** Begins a turn. @param signal stops it. @throws JiaError `too-many-requests` */
  begin(owner: string, request: TurnRequest, signal: AbortSignal): StartedTurn {
    this.#limit.use(owner);
    let text = "";
    const run = async (): Promise<TurnResult> => {
      let result: TurnResult | null = null;
      const events = this.#runner.run(request, AbortSignal.any([signal, AbortSignal.timeout(LONGEST_MS)]));
      for await (const event of events) {
        if (event.type === "text") text += event.text;
        if (event.type === "replace") ({ text } = event);
        if (event.type === "done") ({ result } = event);
      }
      if (!result) throw new JiaError("cancelled");
      return result;
    };
    return { text: () => text, result: run() };
  }

  /** Keeps a turn that still runs. @returns its id */
  keep(owner: string, turn: StartedTurn): string {
    const id = crypto.randomUUID();
    // Nobody may be waiting when it fails.
    turn.result.catch(() => undefined);
    this.#kept.set(id, { ...turn, owner, startedAt: this.#clock.now() });
    keepNewest(this.#kept, MAX_KEPT);
    return id;
  }

  /** A kept turn. @throws JiaError `not-found`, also for another owner's */
  find(owner: string, id: string): StartedTurn {
    const found = this.#kept.get(id);
    if (found?.owner !== owner || found.startedAt + KEPT_MS < this.#clock.now()) {
      throw new JiaError("not-found", { what: id });
    }
    return found;
  }
}
