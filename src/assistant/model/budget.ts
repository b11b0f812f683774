import type { Usage } from "../contract.ts";
import type { Completion } from "./messages.ts";

/** What one turn may use. */
export interface Limits {
  /** Model calls that ended with an answer. */
  readonly rounds: number;
  /** Tool calls. */
  readonly calls: number;
  /** Tokens read and written, over all rounds. */
  readonly tokens: number;
  /** US dollars, where the provider states them. */
  readonly cost: number;
  /** Seconds, tools included. */
  readonly seconds: number;
}

export const DEFAULT_LIMITS: Limits = { rounds: 8, calls: 24, tokens: 300_000, cost: 0.25, seconds: 90 };

/** Adds up what the rounds of a turn used. */
export class Spending {
  readonly #limits: Limits;
  #rounds = 0;
  #calls = 0;
  #refused = 0;
  #promptTokens = 0;
  #completionTokens = 0;
  #cachedTokens = 0;
  #cost: number | null = null;
  #model: string;

  constructor(limits: Limits, model: string) {
    this.#limits = limits;
    this.#model = model;
  }

  get rounds(): number {
    return this.#rounds;
  }

  add({ usage, model }: Completion): void {
    this.#rounds += 1;
    this.#model = model ?? this.#model;
    if (!usage) return;
    this.#promptTokens += usage.promptTokens;
    this.#completionTokens += usage.completionTokens;
    this.#cachedTokens += usage.cachedTokens;
    if (usage.cost !== null) this.#cost = (this.#cost ?? 0) + usage.cost;
  }

  /** Whether one more tool call may run; counts it. */
  takeCall(): boolean {
    this.#calls += 1;
    return this.#calls <= this.#limits.calls;
  }

  /** So many calls of a round were refused. */
  refuse(calls: number): void {
    this.#refused += calls;
  }

  /** Whether the next round has to be the last: it may call no tools. */
  get lastRound(): boolean {
    return this.#rounds >= this.#limits.rounds - 1 || this.#calls >= this.#limits.calls;
  }

  /** Whether there may be no further round at all. */
  get exhausted(): boolean {
    const tokens = this.#promptTokens + this.#completionTokens;
    return (
      this.#rounds >= this.#limits.rounds || tokens >= this.#limits.tokens || (this.#cost ?? 0) >= this.#limits.cost
    );
  }

  usage(): Usage {
    return {
      promptTokens: this.#promptTokens,
      completionTokens: this.#completionTokens,
      cachedTokens: this.#cachedTokens,
      ...(this.#cost !== null && { cost: this.#cost }),
      rounds: this.#rounds,
      refusedCalls: this.#refused,
      model: this.#model,
    };
  }
}
