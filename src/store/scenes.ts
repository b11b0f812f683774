import type { Transaction } from "kysely";
import type { DefinitionStorage, Saved, Scene } from "../automation/index.ts";
import type { Database } from "./database.ts";
import { definitionRow, savedOf, unknownForm } from "./definitions.ts";
import { readRows, type UnreadableHandler } from "./read-rows.ts";
import type { Tables } from "./schema.ts";

export class SceneRepository implements DefinitionStorage<Scene> {
  readonly #database: Database;
  readonly #unreadable: UnreadableHandler;

  constructor(database: Database, unreadable: UnreadableHandler) {
    this.#database = database;
    this.#unreadable = unreadable;
  }

  async all(): Promise<Saved<Scene>[]> {
    const rows = await this.#database.db.selectFrom("scenes").selectAll().orderBy("created_at").orderBy("id").execute();
    const read = (row: (typeof rows)[number]): Saved<Scene> => {
      const saved = savedOf<Scene>(row);
      if (!Array.isArray(saved.definition.steps)) throw unknownForm();
      return saved;
    };
    return readRows(rows, "scene", read, this.#unreadable);
  }

  async save(saved: Saved<Scene>): Promise<void> {
    await this.#database.durably((db) => saveScene(db, saved));
  }

  async remove(id: string): Promise<void> {
    await this.#database.durably((db) => removeScene(db, id));
  }
}

/** Inserts or replaces a scene within a transaction. */
export async function saveScene(db: Transaction<Tables>, saved: Saved<Scene>): Promise<void> {
  const row = definitionRow(saved);
  await db
    .insertInto("scenes")
    .values(row)
    .onConflict((conflict) => conflict.column("id").doUpdateSet(row))
    .execute();
}

/** Deletes a scene within a transaction. */
export async function removeScene(db: Transaction<Tables>, id: string): Promise<void> {
  await db.deleteFrom("scenes").where("id", "=", id).execute();
}
