import { type Kysely, sql } from "kysely";
import type { StoreKind } from "../store-kind.ts";

/** Settings, the audit of every command, and conversations. */
export async function up(db: Kysely<unknown>, kind: StoreKind): Promise<void> {
  await db.schema
    .createTable("settings")
    .addColumn("key", "text", (column) => column.primaryKey())
    .addColumn("value", "text", (column) => column.notNull())
    .addColumn("updated_at", "bigint", (column) => column.notNull())
    .execute();
  await db.schema
    .createTable("audit")
    .addColumn("id", kind === "sqlite" ? "integer" : "bigserial", (column) => column.primaryKey())
    .addColumn("at", "bigint", (column) => column.notNull())
    .addColumn("origin", "text", (column) => column.notNull())
    .addColumn("origin_json", "text", (column) => column.notNull())
    .addColumn("device", "text", (column) => column.notNull())
    .addColumn("command", "text", (column) => column.notNull())
    .addColumn("outcomes", "text", (column) => column.notNull())
    .addColumn("ms", kind === "sqlite" ? "real" : sql`double precision`, (column) => column.notNull())
    .execute();
  await db.schema.createIndex("audit_by_device").on("audit").columns(["device", "at"]).execute();
  await db.schema.createIndex("audit_by_time").on("audit").column("at").execute();
  await db.schema
    .createTable("conversations")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("data", "text", (column) => column.notNull())
    .addColumn("updated_at", "bigint", (column) => column.notNull())
    .execute();
}
