import type { Usage } from "../../assistant/contract.ts";
import { roundTo } from "./statistics.ts";

/** The use of a model for one sentence; null: the local engine answered it. */
export type SentenceUsage = Usage | null;

/** The use of a model in a set. Tokens are as its server counts them. */
export interface ModelReport {
  readonly model: string;
  /** Sentences of the set, and those of them that a model answered. */
  readonly turns: number;
  readonly modelTurns: number;
  /** The mean number of rounds of turns that a model answered. */
  readonly rounds: number;
  /** The mean number of tokens of these turns, read and written. */
  readonly tokens: number;
  readonly cachedTokens: number;
  /** The number of refused tool calls. */
  readonly refusedCalls: number;
  /** The total in US dollars; null when the server does not tell it. */
  readonly cost: number | null;
}

/** The use of a model in a set; null when no model was asked. */
export function modelReport(said: readonly SentenceUsage[]): ModelReport | null {
  const asked = said.filter((usage) => usage !== null);
  const [first] = asked;
  if (!first) return null;
  const mean = (of: (usage: Usage) => number): number =>
    roundTo(asked.reduce((sum, usage) => sum + of(usage), 0) / asked.length, 2);
  const costs = asked.flatMap(({ cost }) => cost ?? []);
  return {
    model: first.model,
    turns: said.length,
    modelTurns: asked.length,
    rounds: mean(({ rounds }) => rounds),
    tokens: mean(({ promptTokens, completionTokens }) => promptTokens + completionTokens),
    cachedTokens: mean(({ cachedTokens }) => cachedTokens),
    refusedCalls: asked.reduce((sum, { refusedCalls }) => sum + refusedCalls, 0),
    cost:
      costs.length > 0
        ? roundTo(
            costs.reduce((sum, cost) => sum + cost, 0),
            4,
          )
        : null,
  };
}
