import type { Kysely } from "kysely";

/** What people set for devices over what others say of them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("device_overrides")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("data", "text", (column) => column.notNull())
    .addColumn("updated_at", "bigint", (column) => column.notNull())
    .execute();
}
