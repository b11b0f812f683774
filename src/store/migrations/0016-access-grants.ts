import type { Kysely } from "kysely";

/** Named tokens and sessions of browsers. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("access_grants")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("hash", "text", (column) => column.notNull().unique())
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("name", "text", (column) => column.notNull())
    .addColumn("scope", "text", (column) => column.notNull())
    .addColumn("rooms", "text")
    .addColumn("room", "text")
    .addColumn("person", "text")
    .addColumn("created_at", "bigint", (column) => column.notNull())
    .addColumn("expires_at", "bigint")
    .addColumn("last_used_at", "bigint")
    .execute();
}
