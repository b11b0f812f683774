import type { PinStorage, Tries } from "../people/index.ts";
import type { Database } from "./database.ts";

/** Wrong PINs in a row. */
export class PinTriesRepository implements PinStorage {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async tries(key: string): Promise<Tries | null> {
    const row = await this.#database.db.selectFrom("pin_tries").selectAll().where("id", "=", key).executeTakeFirst();
    return row ? { wrong: row.wrong, locks: row.locks, notBefore: row.not_before, at: row.at } : null;
  }

  async saveTries(all: readonly (readonly [key: string, tries: Tries])[]): Promise<void> {
    await this.#database.durably(async (db) => {
      for (const [id, { wrong, locks, notBefore, at }] of all) {
        const row = { id, wrong, locks, not_before: notBefore, at };
        await db
          .insertInto("pin_tries")
          .values(row)
          .onConflict((conflict) => conflict.column("id").doUpdateSet(row))
          .execute();
      }
    });
  }
}
