import { z } from "zod";
import { type Grant, type GrantStorage, SCOPES } from "../access/index.ts";
import type { Database } from "./database.ts";
import type { Tables } from "./schema.ts";

const Row = z.object({
  id: z.string(),
  kind: z.enum(["token", "session"]),
  name: z.string(),
  scope: z.enum(SCOPES),
  rooms: z.array(z.string()).nullable(),
  room: z.string().nullable(),
  person: z.string().nullable(),
  createdAt: z.number(),
  expiresAt: z.number().nullable(),
  lastUsedAt: z.number().nullable(),
});

/** Named tokens and sessions: of their secrets only hashes. */
export class AccessGrantRepository implements GrantStorage {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async all(): Promise<(readonly [hash: string, grant: Grant])[]> {
    const rows = await this.#database.db
      .selectFrom("access_grants")
      .selectAll()
      .orderBy("created_at")
      .orderBy("id")
      .execute();
    return rows.flatMap((row) => {
      const grant = grantOf(row);
      return grant ? [[row.hash, grant] as const] : [];
    });
  }

  async byHash(hash: string): Promise<Grant | null> {
    const row = await this.#database.db
      .selectFrom("access_grants")
      .selectAll()
      .where("hash", "=", hash)
      .executeTakeFirst();
    return row ? grantOf(row) : null;
  }

  async add(hash: string, grant: Grant): Promise<void> {
    const { id, kind, name, scope, rooms, room, person } = grant;
    const times = { created_at: grant.createdAt, expires_at: grant.expiresAt, last_used_at: grant.lastUsedAt };
    const kept = rooms === null ? null : JSON.stringify(rooms);
    const row = { id, hash, kind, name, scope, rooms: kept, room, person, ...times };
    await this.#database.durably((db) => db.insertInto("access_grants").values(row).execute());
  }

  async remove(id: string): Promise<boolean> {
    const { numDeletedRows } = await this.#database.durably((db) =>
      db.deleteFrom("access_grants").where("id", "=", id).executeTakeFirst(),
    );
    return Number(numDeletedRows) > 0;
  }

  async removeOf(person: string): Promise<void> {
    await this.#database.durably((db) => db.deleteFrom("access_grants").where("person", "=", person).execute());
  }

  async used(
    uses: readonly { readonly id: string; readonly at: number; readonly expiresAt: number | null }[],
  ): Promise<void> {
    for (const { id, at, expiresAt } of uses) {
      await this.#database.db
        .updateTable("access_grants")
        .set({ last_used_at: at, expires_at: expiresAt })
        .where("id", "=", id)
        .execute();
    }
  }
}

/** The grant of a row; null for a row that cannot be read: it then lets nobody in. */
function grantOf(row: Tables["access_grants"]): Grant | null {
  const { rooms, created_at: createdAt, expires_at: expiresAt, last_used_at: lastUsedAt, ...rest } = row;
  try {
    const parsed = rooms === null ? null : JSON.parse(rooms);
    return Row.parse({ ...rest, rooms: parsed, createdAt, expiresAt, lastUsedAt });
  } catch {
    return null;
  }
}
