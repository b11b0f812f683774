import type { Kysely } from "kysely";

/** What people set for rooms and floors over what others say of them, and the groups of devices that they made. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("home_parts")
    // `room`, `floor` or `group`.
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("id", "text", (column) => column.notNull())
    .addColumn("data", "text", (column) => column.notNull())
    .addColumn("updated_at", "bigint", (column) => column.notNull())
    .addPrimaryKeyConstraint("home_parts_key", ["kind", "id"])
    .execute();
}
