import type { Selectable } from "kysely";
import { type PresenceChange, PresenceState, type PresenceStorage } from "../people/index.ts";
import type { Database } from "./database.ts";
import { readRows, type UnreadableHandler } from "./read-rows.ts";
import type { Tables } from "./schema.ts";

type ChangeRow = Pick<Selectable<Tables["presence_changes"]>, "home" | "at">;

/** The presence of people, and their arrivals and departures. */
export class PresenceRepository implements PresenceStorage {
  readonly #database: Database;
  readonly #unreadable: UnreadableHandler;

  constructor(database: Database, unreadable: UnreadableHandler) {
    this.#database = database;
    this.#unreadable = unreadable;
  }

  async states(): Promise<Map<string, PresenceState>> {
    const rows = await this.#database.db.selectFrom("presence").select(["id", "state"]).execute();
    const read = ({ id, state }: (typeof rows)[number]) => [id, PresenceState.parse(JSON.parse(state))] as const;
    return new Map(readRows(rows, "presence", read, this.#unreadable));
  }

  async saveState(person: string, state: PresenceState, change: PresenceChange | null, at: number): Promise<void> {
    await this.#database.transaction(async (db) => {
      const known = await db.selectFrom("people").select("id").where("id", "=", person).executeTakeFirst();
      // The person was deleted meanwhile.
      if (!known) return;
      const row = { id: person, state: JSON.stringify(state), updated_at: at };
      await db
        .insertInto("presence")
        .values(row)
        .onConflict((conflict) => conflict.column("id").doUpdateSet(row))
        .execute();
      if (!change) return;
      const home = change.home === null ? null : Number(change.home);
      await db
        .insertInto("presence_changes")
        .values({ id: crypto.randomUUID(), person, home, at: change.at })
        .execute();
    });
  }

  async changes(person: string, from: number, to: number, limit: number): Promise<PresenceChange[]> {
    const rows = await this.#ofPerson(person).where("at", ">=", from).where("at", "<", to).limit(limit).execute();
    return rows.toReversed().map((row) => changeOf(person, row));
  }

  async changeBefore(person: string, at: number): Promise<PresenceChange | null> {
    const row = await this.#ofPerson(person).where("at", "<", at).limit(1).executeTakeFirst();
    return row ? changeOf(person, row) : null;
  }

  async prune(before: number): Promise<void> {
    await this.#database.db.deleteFrom("presence_changes").where("at", "<", before).execute();
  }

  async forget(person: string): Promise<number> {
    const deleted = await this.#database.durably((db) =>
      db.deleteFrom("presence_changes").where("person", "=", person).executeTakeFirst(),
    );
    return Number(deleted.numDeletedRows);
  }

  /** Newest first. */
  #ofPerson(person: string) {
    return this.#database.db
      .selectFrom("presence_changes")
      .select(["home", "at"])
      .where("person", "=", person)
      .orderBy("at", "desc")
      .orderBy("id", "desc");
  }
}

function changeOf(person: string, { home, at }: ChangeRow): PresenceChange {
  return { person, home: home === null ? null : home === 1, at };
}
