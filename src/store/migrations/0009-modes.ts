import type { Kysely } from "kysely";

/** The modes of the home, in their order, and when which of them began. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("modes")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("place", "integer", (column) => column.notNull())
    .addColumn("definition", "text", (column) => column.notNull())
    .addColumn("updated_at", "bigint", (column) => column.notNull())
    .execute();
  await db.schema
    .createTable("mode_changes")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("mode", "text", (column) => column.notNull())
    .addColumn("before", "text", (column) => column.notNull())
    .addColumn("at", "bigint", (column) => column.notNull())
    .addColumn("origin_json", "text", (column) => column.notNull())
    .execute();
  await db.schema.createIndex("mode_changes_at").on("mode_changes").column("at").execute();
}
