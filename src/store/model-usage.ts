import type { DayUsage, UsageStorage } from "../assistant/index.ts";
import type { Database } from "./database.ts";

/** What the model used on each day. */
export class ModelUsageRepository implements UsageStorage {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async ofDay(day: string): Promise<DayUsage | null> {
    const row = await this.#database.db.selectFrom("model_usage").selectAll().where("day", "=", day).executeTakeFirst();
    if (!row) return null;
    return {
      requests: row.requests,
      promptTokens: row.prompt_tokens,
      completionTokens: row.completion_tokens,
      cachedTokens: row.cached_tokens,
      cost: row.cost,
    };
  }

  /** The database adds, so that two instances lose nothing. */
  async addToDay(day: string, usage: DayUsage): Promise<void> {
    const { requests, promptTokens, completionTokens, cachedTokens, cost } = usage;
    const added = {
      requests,
      prompt_tokens: promptTokens,
      completion_tokens: completionTokens,
      cached_tokens: cachedTokens,
      cost,
    };
    await this.#database.db
      .insertInto("model_usage")
      .values({ day, ...added })
      .onConflict((conflict) =>
        conflict.column("day").doUpdateSet((row) => ({
          requests: row("model_usage.requests", "+", row.ref("excluded.requests")),
          prompt_tokens: row("model_usage.prompt_tokens", "+", row.ref("excluded.prompt_tokens")),
          completion_tokens: row("model_usage.completion_tokens", "+", row.ref("excluded.completion_tokens")),
          cached_tokens: row("model_usage.cached_tokens", "+", row.ref("excluded.cached_tokens")),
          cost: row("model_usage.cost", "+", row.ref("excluded.cost")),
        })),
      )
      .execute();
  }
}
