import type { Clock } from "../../home/index.ts";
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

const NOTHING: DayUsage = { requests: 0, promptTokens: 0, completionTokens: 0, cachedTokens: 0, cost: 0 };

/**
 * Counts what the model uses each day and ends its use at the limits of the day. A request that is under way may go
 * beyond a limit; the next one is refused.
 */
export class DailyUsage {
  readonly #options: DailyUsageOptions;
  #day = "";
  #used: DayUsage = NOTHING;

  constructor(options: DailyUsageOptions) {
    this.#options = options;
  }

  get limits(): DailyLimits {
    return this.#options.limits;
  }

  /** Reads what was used today before this start. */
  async start(): Promise<void> {
    this.#day = this.#today();
    this.#used = (await this.#options.storage.ofDay(this.#day)) ?? NOTHING;
  }

  /** What was used today. */
  get today(): DayUsage {
    const day = this.#today();
    if (day !== this.#day) {
      this.#day = day;
      this.#used = NOTHING;
    }
    return this.#used;
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
    const before = this.today;
    this.#used = {
      requests: before.requests + 1,
      promptTokens: before.promptTokens + promptTokens,
      completionTokens: before.completionTokens + completionTokens,
      cachedTokens: before.cachedTokens + cachedTokens,
      cost: before.cost + added.cost,
    };
    this.#options.storage.addToDay(this.#day, added).catch(this.#options.onError);
  }

  #today(): string {
    const { clock, timezone } = this.#options;
    return Temporal.Instant.fromEpochMilliseconds(clock.now()).toZonedDateTimeISO(timezone()).toPlainDate().toString();
  }
}
