import type { Usage } from "../../assistant/contract.ts";
import { roundTo } from "./statistics.ts";

/** What one sentence came to with a model; null: the local engine answered it. */
export type SentenceUsage = Usage | null;

/** What the model was asked in a set. Tokens are as its server counts them. */
export interface ModelReport {
  readonly model: string;
  /** Sentences of the set, and those of them that a model answered. */
  readonly turns: number;
  readonly modelTurns: number;
  /** Mean of the turns that a model answered. */
  readonly rounds: number;
  /** Mean of the same: read and written. */
  readonly tokens: number;
  readonly cachedTokens: number;
  /** Tool calls that had to be refused, in all. */
  readonly refusedCalls: number;
  /** US dollars in all; null when the server does not say. */
  readonly cost: number | null;
}

/** What a set took; null when no model was asked. */
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
