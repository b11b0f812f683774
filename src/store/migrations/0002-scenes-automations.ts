import type { CreateTableBuilder, Kysely } from "kysely";

/** Scenes, automations, what is settled of their schedules, and timers. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await definitions(db.schema.createTable("scenes")).execute();
  await definitions(db.schema.createTable("automations"))
    .addColumn("enabled", "integer", (column) => column.notNull())
    .execute();
  await db.schema
    .createTable("cursors")
    .addColumn("automation", "text", (column) => column.notNull().references("automations.id").onDelete("cascade"))
    .addColumn("trigger", "integer", (column) => column.notNull())
    .addColumn("settled_to", "bigint", (column) => column.notNull())
    .addPrimaryKeyConstraint("cursors_key", ["automation", "trigger"])
    .execute();
  await db.schema
    .createTable("timers")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("name", "text", (column) => column.notNull())
    .addColumn("due_at", "bigint")
    .addColumn("remaining_ms", "bigint")
    .addColumn("duration_ms", "bigint", (column) => column.notNull())
    .addColumn("commands", "text", (column) => column.notNull())
    .addColumn("approved", "integer", (column) => column.notNull())
    .addColumn("origin", "text", (column) => column.notNull())
    .addColumn("room", "text")
    .addColumn("created_at", "bigint", (column) => column.notNull())
    .execute();
}

function definitions<Table extends string>(table: CreateTableBuilder<Table>) {
  return table
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("name", "text", (column) => column.notNull())
    .addColumn("definition", "text", (column) => column.notNull())
    .addColumn("approved", "integer", (column) => column.notNull())
    .addColumn("created_at", "bigint", (column) => column.notNull())
    .addColumn("updated_at", "bigint", (column) => column.notNull());
}
