import type { Kysely } from "kysely";

/** What people should know, who has read it, the ways to send it to phones, and what is to be sent by them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("notices")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("at", "bigint", (column) => column.notNull())
    .addColumn("last_at", "bigint", (column) => column.notNull())
    .addColumn("level", "text", (column) => column.notNull())
    .addColumn("subject", "text", (column) => column.notNull())
    .addColumn("text", "text", (column) => column.notNull())
    .addColumn("source", "text", (column) => column.notNull())
    .addColumn("device", "text")
    .addColumn("room", "text")
    .addColumn("act", "text")
    .addColumn("lasting", "integer", (column) => column.notNull())
    .addColumn("people", "text")
    .addColumn("count", "bigint", (column) => column.notNull())
    .addColumn("ended_at", "bigint")
    .addColumn("not_after", "bigint", (column) => column.notNull())
    .execute();
  await db.schema
    .createTable("notice_reads")
    .addColumn("notice", "text", (column) => column.notNull())
    .addColumn("reader", "text", (column) => column.notNull())
    .addColumn("at", "bigint", (column) => column.notNull())
    .addPrimaryKeyConstraint("notice_reads_key", ["notice", "reader"])
    .execute();
  await db.schema
    .createTable("channels")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("way", "text", (column) => column.notNull())
    .addColumn("name", "text", (column) => column.notNull())
    .addColumn("person", "text")
    .addColumn("levels", "text", (column) => column.notNull())
    .addColumn("quiet", "text")
    .addColumn("enabled", "integer", (column) => column.notNull())
    .addColumn("settings", "text", (column) => column.notNull())
    .addColumn("secrets", "text", (column) => column.notNull())
    .addColumn("created_at", "bigint", (column) => column.notNull())
    .execute();
  await db.schema
    .createTable("channel_states")
    .addColumn("channel", "text", (column) => column.primaryKey())
    .addColumn("failures", "bigint", (column) => column.notNull())
    .addColumn("failing_since", "bigint")
    .addColumn("failure", "text")
    .addColumn("worked_at", "bigint")
    .addColumn("replaces", "integer", (column) => column.notNull())
    .execute();
  await db.schema
    .createTable("outbox")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("notice", "text", (column) => column.notNull())
    .addColumn("channel", "text", (column) => column.notNull())
    .addColumn("level", "text", (column) => column.notNull())
    .addColumn("state", "text", (column) => column.notNull())
    .addColumn("due_at", "bigint", (column) => column.notNull())
    .addColumn("not_after", "bigint", (column) => column.notNull())
    .addColumn("attempts", "bigint", (column) => column.notNull())
    .addColumn("message", "text")
    .addColumn("created_at", "bigint", (column) => column.notNull())
    .addColumn("settled_at", "bigint")
    .execute();
  await db.schema.createIndex("outbox_by_state").on("outbox").columns(["state", "settled_at"]).execute();
  await db.schema
    .createTable("quiet_until")
    .addColumn("person", "text", (column) => column.primaryKey())
    .addColumn("until", "bigint", (column) => column.notNull())
    .execute();
}
