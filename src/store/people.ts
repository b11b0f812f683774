import type { Selectable, Transaction } from "kysely";
import { z } from "zod";
import { type PeopleStorage, PersonDefinition, type SavedPerson } from "../people/index.ts";
import type { Database } from "./database.ts";
import { readRows, type UnreadableHandler } from "./read-rows.ts";
import { checkedForm, MomentForm } from "./row-forms.ts";
import type { Tables } from "./schema.ts";

export class PeopleRepository implements PeopleStorage {
  readonly #database: Database;
  readonly #unreadable: UnreadableHandler;

  constructor(database: Database, unreadable: UnreadableHandler) {
    this.#database = database;
    this.#unreadable = unreadable;
  }

  async all(): Promise<SavedPerson[]> {
    const rows = await this.#database.db.selectFrom("people").selectAll().orderBy("created_at").orderBy("id").execute();
    return readRows(rows, "person", personOf, this.#unreadable);
  }

  async apply({ saved, without }: Parameters<PeopleStorage["apply"]>[0]): Promise<void> {
    await this.#database.durably(async (db) => {
      for (const person of without) await removePerson(db, person);
      for (const each of saved) {
        const row = personRow(each);
        await db
          .insertInto("people")
          .values(row)
          .onConflict((conflict) => conflict.column("id").doUpdateSet(row))
          .execute();
      }
    });
  }
}

/** Deletes a person with all rows that a later person with the same id must not inherit. */
async function removePerson(db: Transaction<Tables>, person: string): Promise<void> {
  await db.deleteFrom("people").where("id", "=", person).execute();
  await db.deleteFrom("person_tokens").where("person", "=", person).execute();
  await db.deleteFrom("access_grants").where("person", "=", person).execute();
  await db.deleteFrom("pin_tries").where("id", "=", `person ${person}`).execute();
  await db.deleteFrom("presence").where("id", "=", person).execute();
  await db.deleteFrom("presence_changes").where("person", "=", person).execute();
  await db.deleteFrom("notice_reads").where("reader", "=", person).execute();
  await db.deleteFrom("quiet_until").where("person", "=", person).execute();
}

function personRow({ definition, pin, createdAt, updatedAt }: SavedPerson): Tables["people"] {
  const { id, name } = definition;
  return {
    id,
    name,
    definition: JSON.stringify(definition),
    pin,
    created_at: createdAt,
    updated_at: updatedAt,
  };
}

const TimesForm = z.looseObject({ createdAt: MomentForm, updatedAt: MomentForm });

/** The person of a row. @throws when it is no person */
function personOf({ id, definition, pin, ...times }: Selectable<Tables["people"]>): SavedPerson {
  const read = PersonDefinition.parse(JSON.parse(definition));
  if (read.id !== id) throw new Error("its definition has another id");
  return checkedForm({ definition: read, pin, createdAt: times.created_at, updatedAt: times.updated_at }, TimesForm);
}
