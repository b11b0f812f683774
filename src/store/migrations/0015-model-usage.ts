import type { Kysely } from "kysely";
import type { StoreKind } from "../store-kind.ts";

/** What the model used on each day. */
export async function up(db: Kysely<unknown>, kind: StoreKind): Promise<void> {
  await db.schema
    .createTable("model_usage")
    .addColumn("day", "text", (column) => column.primaryKey())
    .addColumn("requests", "bigint", (column) => column.notNull())
    .addColumn("prompt_tokens", "bigint", (column) => column.notNull())
    .addColumn("completion_tokens", "bigint", (column) => column.notNull())
    .addColumn("cached_tokens", "bigint", (column) => column.notNull())
    .addColumn("cost", kind === "sqlite" ? "real" : "double precision", (column) => column.notNull())
    .execute();
}
