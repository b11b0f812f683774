import type { Kysely } from "kysely";

/** Runs with their traces, triggers that wait out their `for`, and the lease of the schedules. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("runs")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("definition", "text", (column) => column.notNull())
    .addColumn("name", "text", (column) => column.notNull())
    .addColumn("status", "text", (column) => column.notNull())
    .addColumn("reason", "text", (column) => column.notNull())
    .addColumn("cause", "text", (column) => column.notNull())
    .addColumn("trigger", "integer")
    .addColumn("due_at", "bigint")
    .addColumn("origin", "text", (column) => column.notNull())
    .addColumn("started_at", "bigint", (column) => column.notNull())
    .addColumn("finished_at", "bigint")
    .addColumn("conditions", "text", (column) => column.notNull())
    .addColumn("steps", "text", (column) => column.notNull())
    .addColumn("missed_count", "bigint")
    .addColumn("missed_last", "bigint")
    .addColumn("checkpoint", "text")
    .execute();
  // The last line of defence against running a due time twice: rows without one (events, run now) do not collide.
  await db.schema
    .createIndex("runs_by_due_time")
    .on("runs")
    .columns(["definition", "trigger", "due_at"])
    .unique()
    .execute();
  await db.schema.createIndex("runs_by_definition").on("runs").columns(["definition", "started_at"]).execute();
  await db.schema.createIndex("runs_by_start").on("runs").column("started_at").execute();
  await db.schema
    .createIndex("runs_unfinished")
    .on("runs")
    .column("id")
    .where("checkpoint" as never, "is not", null)
    .execute();
  await db.schema
    .createTable("holds")
    .addColumn("automation", "text", (column) => column.notNull().references("automations.id").onDelete("cascade"))
    .addColumn("trigger", "integer", (column) => column.notNull())
    .addColumn("device", "text", (column) => column.notNull())
    .addColumn("since", "bigint", (column) => column.notNull())
    .addPrimaryKeyConstraint("holds_key", ["automation", "trigger", "device"])
    .execute();
  await db.schema
    .createTable("leases")
    .addColumn("name", "text", (column) => column.primaryKey())
    .addColumn("holder", "text", (column) => column.notNull())
    .addColumn("expires_at", "bigint", (column) => column.notNull())
    .execute();
}
