import type { Kysely } from "kysely";
import type { StoreKind } from "../store-kind.ts";

/** What people ask their home to remember, and what is noted of its changes: who and when, not what. */
export async function up(db: Kysely<unknown>, kind: StoreKind): Promise<void> {
  await db.schema
    .createTable("memory")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("person", "text")
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("text", "text", (column) => column.notNull())
    .addColumn("content", "text", (column) => column.notNull())
    .addColumn("at", "bigint", (column) => column.notNull())
    .addColumn("by", "text")
    .addColumn("until", "bigint")
    .execute();
  await db.schema
    .createTable("memory_changes")
    .addColumn("id", kind === "sqlite" ? "integer" : "bigserial", (column) => column.primaryKey())
    .addColumn("at", "bigint", (column) => column.notNull())
    .addColumn("change", "text", (column) => column.notNull())
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("entry", "text")
    .addColumn("person", "text")
    .addColumn("origin", "text", (column) => column.notNull())
    .execute();
}
