import { type Clock, keepNewest } from "../../home/index.ts";
import type { CallUsage } from "./messages.ts";
import { ModelFailure } from "./server/failure.ts";

/** The use of a model on one day. */
export interface DayUsage {
  /** Requests to the model. */
  readonly requests: number;
  readonly promptTokens: number;
  readonly completionTokens: number;
  /** Prompt tokens that the provider had cached; part of `promptTokens`. */
  readonly cachedTokens: number;
  /** US dollars, as far as the provider states them. */
  readonly cost: number;
}

/** Where the use of each day is kept. */
export interface UsageStorage {
  /** @param day ISO date in the zone of the home: `2026-12-01` */
  ofDay(day: string): Promise<DayUsage | null>;
  /** Adds to a day; several instances may add to the same. */
  addToDay(day: string, usage: DayUsage): Promise<void>;
}

/** The most that a model may be used on one day; null: no limit. */
export interface DailyLimits {
  /** Prompt and completion tokens. */
  readonly tokens: number | null;
  /** US dollars. */
  readonly dollars: number | null;
}

export interface DailyUsageOptions {
  readonly storage: UsageStorage;
  readonly limits: DailyLimits;
  readonly clock: Clock;
  /** IANA name of the zone whose midnight begins a day. */
  readonly timezone: () => string;
  readonly onError: (error: unknown) => void;
}

/** Most days that are remembered. */
const MOST_DAYS = 8;
const NOTHING: DayUsage = { requests: 0, promptTokens: 0, completionTokens: 0, cachedTokens: 0, cost: 0 };

/**
 * Counts what the model uses each day and ends its use at the limits of the day. A request that is under way may go
 * beyond a limit; the next one is refused.
 */
export class DailyUsage {
  readonly #options: DailyUsageOptions;
  /** Keyed by day. More than one, because the clock may be set back and forth over midnight. */
  readonly #days = new Map<string, DayUsage>();

  constructor(options: DailyUsageOptions) {
    this.#options = options;
  }

  get limits(): DailyLimits {
    return this.#options.limits;
  }

  /** Reads what was used today before this start. */
  async start(): Promise<void> {
    const day = this.#today();
    this.#days.set(day, (await this.#options.storage.ofDay(day)) ?? NOTHING);
  }

  /** What was used today. */
  get today(): DayUsage {
    const day = this.#today();
    const known = this.#days.get(day);
    if (known) return known;
    this.#days.set(day, NOTHING);
    keepNewest(this.#days, MOST_DAYS);
    // A day that began long ago, by a clock that was set back, or on which another instance used something.
    this.#options.storage
      .ofDay(day)
      .then((stored) => stored && this.#days.set(day, sumOf(stored, this.#days.get(day) ?? NOTHING)))
      .catch(this.#options.onError);
    return NOTHING;
  }

  /** Which limit of the day is reached; null while there is something left. */
  get reached(): "tokens" | "dollars" | null {
    const { tokens, dollars } = this.#options.limits;
    const { promptTokens, completionTokens, cost } = this.today;
    if (tokens !== null && promptTokens + completionTokens >= tokens) return "tokens";
    return dollars !== null && cost >= dollars ? "dollars" : null;
  }

  /** @throws ModelFailure `day-budget` when a limit of today is reached */
  check(): void {
    if (this.reached !== null) throw new ModelFailure("day-budget");
  }

  /** Adds one request. A failing store costs only the memory of it at the next start. */
  add(usage: CallUsage): void {
    const { promptTokens, completionTokens, cachedTokens, cost } = usage;
    const added = { requests: 1, promptTokens, completionTokens, cachedTokens, cost: cost ?? 0 };
    const day = this.#today();
    this.#days.set(day, sumOf(this.today, added));
    this.#options.storage.addToDay(day, added).catch(this.#options.onError);
  }

  #today(): string {
    const { clock, timezone } = this.#options;
    return Temporal.Instant.fromEpochMilliseconds(clock.now()).toZonedDateTimeISO(timezone()).toPlainDate().toString();
  }
}

function sumOf(one: DayUsage, other: DayUsage): DayUsage {
  return {
    requests: one.requests + other.requests,
    promptTokens: one.promptTokens + other.promptTokens,
    completionTokens: one.completionTokens + other.completionTokens,
    cachedTokens: one.cachedTokens + other.cachedTokens,
    cost: one.cost + other.cost,
  };
}
