import type { Kysely } from "kysely";

/** A timer says as what it rings: a timer, an alarm, a reminder. Of those from before nobody knows. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable("timers").addColumn("rings", "text").execute();
}
