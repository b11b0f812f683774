import type { z } from "zod";
import type { Database } from "./database.ts";
import type { UnreadableHandler } from "./read-rows.ts";

/** Small settings: one JSON value for each key. */
export class SettingsRepository {
  readonly #database: Database;
  readonly #unreadable: UnreadableHandler;

  constructor(database: Database, unreadable: UnreadableHandler) {
    this.#database = database;
    this.#unreadable = unreadable;
  }

  /**
   * The value of `key` when it exists and fits `schema`; undefined otherwise. An unreadable value (of another version, or
   * damaged) is reported.
   */
  async get<Schema extends z.ZodType>(key: string, schema: Schema): Promise<z.infer<Schema> | undefined> {
    const row = await this.#database.db
      .selectFrom("settings")
      .select("value")
      .where("key", "=", key)
      .executeTakeFirst();
    if (!row) return undefined;
    const parsed = schema.safeParse(jsonOrUndefined(row.value));
    if (parsed.success) return parsed.data;
    this.#unreadable({ kind: "setting", id: key, why: "its value has another form" });
    return undefined;
  }

  /** Whether there is a row, readable or not. */
  async has(key: string): Promise<boolean> {
    const row = await this.#database.db.selectFrom("settings").select("key").where("key", "=", key).executeTakeFirst();
    return row !== undefined;
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

/** Parses JSON; undefined for any other text. */
export function jsonOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
