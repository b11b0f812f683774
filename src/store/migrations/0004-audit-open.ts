import type { Kysely } from "kysely";

/**
 * A command that is under way is noted: its row is open until the outcome is in it. There is no index of open rows, which
 * every command would have to pay for twice: they are among the newest.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable("audit").addColumn("open", "integer").execute();
}
