import type { Insertable, Selectable } from "kysely";
import { z } from "zod";
import { NOTICE_LEVELS } from "../home/index.ts";
import { OUTBOX_STATES, type OutboxEntry, type OutboxStorage } from "../people/notices/index.ts";
import { BulkWrite } from "./bulk.ts";
import type { Database } from "./database.ts";
import { readRows, type UnreadableHandler } from "./read-rows.ts";
import { checkedForm, MomentForm } from "./row-forms.ts";
import type { Tables } from "./schema.ts";

type OutboxRow = Insertable<Tables["outbox"]>;

const COLUMNS = [
  "id",
  "notice",
  "channel",
  "level",
  "state",
  "due_at",
  "not_after",
  "attempts",
  "message",
  "created_at",
  "settled_at",
] as const satisfies (keyof OutboxRow)[];

/** The outbox: one row for each notice and channel. */
export class OutboxRepository implements OutboxStorage {
  readonly #database: Database;
  readonly #unreadable: UnreadableHandler;
  readonly #upsert: BulkWrite<OutboxRow>;

  constructor(database: Database, unreadable: UnreadableHandler) {
    this.#database = database;
    this.#unreadable = unreadable;
    this.#upsert = new BulkWrite<OutboxRow>(COLUMNS, (rows) =>
      database.db
        .insertInto("outbox")
        .values([...rows])
        .onConflict((conflict) =>
          conflict.column("id").doUpdateSet((set) => ({
            state: set.ref("excluded.state"),
            due_at: set.ref("excluded.due_at"),
            attempts: set.ref("excluded.attempts"),
            message: set.ref("excluded.message"),
            settled_at: set.ref("excluded.settled_at"),
          })),
        ),
    );
  }

  async unsettled(): Promise<OutboxEntry[]> {
    const rows = await this.#database.db
      .selectFrom("outbox")
      .selectAll()
      .where("state", "in", ["waiting", "sending"])
      .orderBy("created_at")
      .orderBy("id")
      .execute();
    return readRows(rows, "notice", entryOf, this.#unreadable);
  }

  async noted(): Promise<Pick<OutboxEntry, "notice" | "level">[]> {
    const rows = await this.#database.db.selectFrom("outbox").select(["notice", "level"]).distinct().execute();
    return rows.flatMap(({ notice, level: given }) => {
      const level = NOTICE_LEVELS.find((each) => each === given);
      return level === undefined ? [] : [{ notice, level }];
    });
  }

  async save(entries: readonly OutboxEntry[]): Promise<void> {
    if (entries.length === 0) return;
    await this.#database.transaction((db) => this.#upsert.write(db, entries.map(outboxRow)));
  }

  async saveCutOff(entries: readonly OutboxEntry[]): Promise<void> {
    await this.#database.transaction(async (db) => {
      for (const { id, state, message, settledAt } of entries) {
        await db
          .updateTable("outbox")
          .set({ state, settled_at: settledAt, ...(state === "waiting" && { message: null }) })
          .where("id", "=", id)
          .where("state", "=", "sending")
          .where("message", message === null ? "is" : "=", message)
          .execute();
      }
    });
  }

  async prune(before: number): Promise<void> {
    await this.#database.db.deleteFrom("outbox").where("settled_at", "<", before).execute();
  }
}

function outboxRow(entry: OutboxEntry): OutboxRow {
  return {
    id: entry.id,
    notice: entry.notice,
    channel: entry.channel,
    level: entry.level,
    state: entry.state,
    due_at: entry.dueAt,
    not_after: entry.notAfter,
    attempts: entry.attempts,
    message: entry.message,
    created_at: entry.createdAt,
    settled_at: entry.settledAt,
  };
}

const EntryForm = z.looseObject({
  level: z.enum(NOTICE_LEVELS),
  state: z.enum(OUTBOX_STATES),
  dueAt: MomentForm,
  notAfter: MomentForm,
});

/** The entry of a row. @throws Error when a column has an invalid value */
function entryOf(row: Selectable<Tables["outbox"]>): OutboxEntry {
  const entry: OutboxEntry = {
    id: row.id,
    notice: row.notice,
    channel: row.channel,
    level: row.level as OutboxEntry["level"],
    state: row.state as OutboxEntry["state"],
    dueAt: row.due_at,
    notAfter: row.not_after,
    attempts: row.attempts,
    message: row.message,
    createdAt: row.created_at,
    settledAt: row.settled_at,
  };
  return checkedForm(entry, EntryForm);
}
