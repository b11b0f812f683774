import type { Usage } from "../contract.ts";
import type { Completion } from "./messages.ts";

/** The limits of one turn. */
export interface TurnLimits {
  /** Answers of a model. */
  readonly rounds: number;
  /** Tool calls. */
  readonly calls: number;
  /** Prompt and completion tokens of all rounds. */
  readonly tokens: number;
  /** US dollars, where the provider reports the cost. */
  readonly cost: number;
  /** Seconds, including the tools. */
  readonly seconds: number;
}

export const DEFAULT_TURN_LIMITS: TurnLimits = { rounds: 8, calls: 24, tokens: 300_000, cost: 0.25, seconds: 90 };

/** Adds up the usage of a turn and checks it against the limits. */
export class TurnBudget {
  readonly #limits: TurnLimits;
  #rounds = 0;
  #calls = 0;
  #refused = 0;
  #promptTokens = 0;
  #completionTokens = 0;
  #cachedTokens = 0;
  #cost: number | null = null;
  #model: string;

  constructor(limits: TurnLimits, model: string) {
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

  /** Counts one tool call. @returns whether it may run */
  takeCall(): boolean {
    this.#calls += 1;
    return this.#calls <= this.#limits.calls;
  }

  /** Counts refused calls. */
  refuse(calls: number): void {
    this.#refused += calls;
  }

  /** Whether the next round must be the last, without tools. */
  get lastRound(): boolean {
    return this.#rounds >= this.#limits.rounds - 1 || this.#calls >= this.#limits.calls;
  }

  /** Whether no further round is allowed. */
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
