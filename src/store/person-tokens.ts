import type { SavedToken, TokenStorage } from "../people/index.ts";
import type { Database } from "./database.ts";

/** The hashes of tokens that act as a person. */
export class PersonTokenRepository implements TokenStorage {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async ofPerson(person: string): Promise<SavedToken[]> {
    const rows = await this.#database.db
      .selectFrom("person_tokens")
      .select(["id", "person", "name", "created_at"])
      .where("person", "=", person)
      .orderBy("created_at")
      .orderBy("id")
      .execute();
    return rows.map(({ created_at: createdAt, ...token }) => ({ ...token, createdAt }));
  }

  async saveToken({ id, person, name, createdAt }: SavedToken, hash: string): Promise<void> {
    const row = { id, person, name, hash, created_at: createdAt };
    await this.#database.durably((db) => db.insertInto("person_tokens").values(row).execute());
  }

  async removeToken(person: string, id: string): Promise<boolean> {
    const { numDeletedRows } = await this.#database.durably((db) =>
      db.deleteFrom("person_tokens").where("id", "=", id).where("person", "=", person).executeTakeFirst(),
    );
    return Number(numDeletedRows) > 0;
  }

  async personOfToken(hash: string): Promise<string | null> {
    const row = await this.#database.db
      .selectFrom("person_tokens")
      .select("person")
      .where("hash", "=", hash)
      .executeTakeFirst();
    return row?.person ?? null;
  }
}
