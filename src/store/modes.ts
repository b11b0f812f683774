import { randomUUID } from "node:crypto";
import type { Selectable } from "kysely";
import type { Origin } from "../home/index.ts";
import { type ModeChange, ModeDefinition, type ModeStorage } from "../people/modes/index.ts";
import type { Database } from "./database.ts";
import { readRows, type UnreadableHandler } from "./read-rows.ts";
import { MomentForm, OriginForm } from "./row-forms.ts";
import type { Tables } from "./schema.ts";

export class ModeRepository implements ModeStorage {
  readonly #database: Database;
  readonly #unreadable: UnreadableHandler;
  /** The number of changes so far, which keeps the ids of one millisecond in order. */
  #noted = 0;

  constructor(database: Database, unreadable: UnreadableHandler) {
    this.#database = database;
    this.#unreadable = unreadable;
  }

  async all(): Promise<ModeDefinition[]> {
    const rows = await this.#database.db.selectFrom("modes").selectAll().orderBy("place").orderBy("id").execute();
    return readRows(rows, "mode", definitionOf, this.#unreadable);
  }

  async replace(definitions: readonly ModeDefinition[], at: number): Promise<void> {
    await this.#database.durably(async (db) => {
      await db.deleteFrom("modes").execute();
      for (const [place, definition] of definitions.entries()) {
        const row = { id: definition.id, place, definition: JSON.stringify(definition), updated_at: at };
        await db.insertInto("modes").values(row).execute();
      }
    });
  }

  async last(): Promise<ModeChange | null> {
    const rows = await this.#database.db
      .selectFrom("mode_changes")
      .selectAll()
      .orderBy("at", "desc")
      .orderBy("id", "desc")
      .limit(1)
      .execute();
    return readRows(rows, "mode", changeOf, this.#unreadable)[0] ?? null;
  }

  async began({ mode, before, at, by }: ModeChange): Promise<void> {
    // Ids sort by time, and within a millisecond by number.
    const id = [String(at).padStart(16, "0"), String(this.#noted++).padStart(8, "0"), randomUUID()].join("-");
    const row = { id, mode, before, at, origin_json: JSON.stringify(by) };
    await this.#database.durably((db) => db.insertInto("mode_changes").values(row).execute());
  }

  async changes(from: number, to: number, limit: number): Promise<ModeChange[]> {
    const rows = await this.#database.db
      .selectFrom("mode_changes")
      .selectAll()
      .where("at", ">=", from)
      .where("at", "<", to)
      .orderBy("at", "desc")
      .orderBy("id", "desc")
      .limit(limit)
      .execute();
    return readRows(rows, "mode", changeOf, this.#unreadable).toReversed();
  }
}

/** The mode of a row. @throws when it is no mode */
function definitionOf({ id, definition }: Selectable<Tables["modes"]>): ModeDefinition {
  const read = ModeDefinition.parse(JSON.parse(definition));
  if (read.id !== id) throw new Error("its definition has another id");
  return read;
}

/** The change of a row. @throws when it is no change */
function changeOf({ mode, before, at, origin_json }: Selectable<Tables["mode_changes"]>): ModeChange {
  const by = OriginForm.parse(JSON.parse(origin_json)) as unknown as Origin;
  return { mode, before, at: MomentForm.parse(at), by };
}
