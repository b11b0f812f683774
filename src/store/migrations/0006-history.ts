import { type Kysely, sql } from "kysely";
import { historyTables } from "../history/tables.ts";
import type { StoreKind } from "../store-kind.ts";

/** The past of the home. Beside a SQLite file it has one of its own (`history/file.ts`), with the same tables. */
export async function up(db: Kysely<unknown>, kind: StoreKind): Promise<void> {
  if (kind === "sqlite") return;
  for (const statement of historyTables(kind)) await sql.raw(statement).execute(db);
}
