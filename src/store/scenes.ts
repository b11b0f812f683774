import type { DefinitionStorage, Saved, Scene } from "../automation/index.ts";
import { definitionRow, savedOf } from "./definitions.ts";
import type { Database } from "./open.ts";

export class SceneRepository implements DefinitionStorage<Scene> {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async all(): Promise<Saved<Scene>[]> {
    const rows = await this.#database.db.selectFrom("scenes").selectAll().orderBy("created_at").orderBy("id").execute();
    return rows.map((row) => savedOf<Scene>(row));
  }

  async save(saved: Saved<Scene>): Promise<void> {
    const row = definitionRow(saved);
    await this.#database.durably((db) =>
      db
        .insertInto("scenes")
        .values(row)
        .onConflict((conflict) => conflict.column("id").doUpdateSet(row))
        .execute(),
    );
  }

  async remove(id: string): Promise<void> {
    await this.#database.durably((db) => db.deleteFrom("scenes").where("id", "=", id).execute());
  }
}
