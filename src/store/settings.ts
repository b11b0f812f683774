import type { z } from "zod";
import type { Database } from "./database.ts";

/** Small things that are remembered: one JSON value a key. */
export class SettingsRepository {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** The value of `key` when it is there and holds to `schema`; undefined otherwise (an older version may have written it, or it is damaged). */
  async get<Schema extends z.ZodType>(key: string, schema: Schema): Promise<z.infer<Schema> | undefined> {
    const row = await this.#database.db
      .selectFrom("settings")
      .select("value")
      .where("key", "=", key)
      .executeTakeFirst();
    if (!row) return undefined;
    const parsed = schema.safeParse(jsonOf(row.value));
    return parsed.success ? parsed.data : undefined;
  }

  async set(key: string, value: unknown, at: number): Promise<void> {
    const row = { value: JSON.stringify(value), updated_at: at };
    await this.#database.durably((db) =>
      db
        .insertInto("settings")
        .values({ key, ...row })
        .onConflict((conflict) => conflict.column("key").doUpdateSet(row))
        .execute(),
    );
  }

  async remove(key: string): Promise<void> {
    await this.#database.durably((db) => db.deleteFrom("settings").where("key", "=", key).execute());
  }
}

/** undefined for what is no JSON. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
