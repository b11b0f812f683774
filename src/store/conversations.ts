import { type Kysely, type RawBuilder, sql } from "kysely";
import { type Conversation, type ConversationStore, type Exchange, NOTHING_OPEN } from "../assistant/index.ts";
import { rowOf, storedHeadOf } from "./conversation-rows.ts";
import type { Database, Statement } from "./database.ts";
import type { DeferredWrites } from "./deferred-writes.ts";
import { exchangeOf, exchangeRow } from "./exchange-rows.ts";
import { errorReason, readRows, type UnreadableHandler } from "./read-rows.ts";
import type { Tables } from "./schema.ts";
import type { WaitingExchanges } from "./waiting-exchanges.ts";

/** How long a conversation is kept after its last turn unless it is set, in milliseconds. */
const KEEP_MS = 30 * 86_400_000;
/** Most exchanges of a conversation, and most conversations; beyond them the oldest are deleted. */
export const MOST = { exchanges: 500, conversations: 5_000 } as const;
/** Prefix of the id of an unreadable conversation; ids contain no spaces. */
export const ASIDE = "set aside ";
/** How often old conversations are deleted, in milliseconds of their own time. */
const PRUNE_MS = 3_600_000;

/** Conversations that go on: a small row for each, and one for each exchange, so that no turn costs more than the first. */
export class ConversationRepository implements ConversationStore {
  readonly #database: Database;
  readonly #late: DeferredWrites;
  readonly #unreadable: UnreadableHandler;
  readonly #sql: ReturnType<typeof turnStatements>;
  readonly #waiting: WaitingExchanges;
  #keepMs = KEEP_MS;
  #prunedAt = 0;

  constructor(database: Database, late: DeferredWrites, waiting: WaitingExchanges, unreadable: UnreadableHandler) {
    this.#database = database;
    this.#late = late;
    this.#waiting = waiting;
    this.#unreadable = unreadable;
    this.#sql = turnStatements(database.db);
  }

  /** Sets how long a conversation is kept after its last turn, in milliseconds. */
  keepFor(milliseconds: number): void {
    this.#keepMs = milliseconds;
  }

  /**
   * The conversation as it was left; null when there is none. An unreadable one (damaged, or of another version) is reported and
   * set aside: it stays for its month under an id that no conversation can have.
   */
  async load(id: string): Promise<Conversation | null> {
    const row = await this.#database.db
      .selectFrom("conversations")
      .select(["data", "updated_at"])
      .where("id", "=", id)
      .executeTakeFirst();
    if (!row) return null;
    try {
      const { conversation, latest } = storedHeadOf(row.data);
      return { ...conversation, exchanges: await this.#latest(id, latest) };
    } catch (error) {
      await this.#setAside(id, row.updated_at);
      this.#unreadable({ kind: "conversation", id, why: errorReason(error) });
      return null;
    }
  }

  /** Reads all conversations to report unreadable ones, also those that were set aside before. */
  async examine(): Promise<void> {
    const heads = await this.#database.db.selectFrom("conversations").select(["id", "data"]).execute();
    readRows(heads, "conversation", ({ data }) => storedHeadOf(data), this.#unreadable);
    const said = await this.#database.db.selectFrom("exchanges").select(["conversation as id", "data"]).execute();
    readRows(said, "conversation", ({ data }) => exchangeOf(data), this.#unreadable);
  }

  /** On the path of every reply: one transaction with the last exchange and the small row. */
  async save(conversation: Conversation): Promise<void> {
    const { id, exchanges } = conversation;
    const last = exchanges.at(-1);
    const updatedAt = last?.at ?? 0;
    const waiting = this.#waiting.add(id, last ? [last] : []);
    const row = rowOf(conversation);
    await this.#late.orLater(`conversation ${id}`, undefined, async () => {
      const added = this.#waiting.take(id);
      if (last && added.length === 0) return;
      // What was deleted meanwhile leaves no trace: it may be what is open.
      const left = added.length === waiting ? row : rowOf({ ...conversation, focus: null, open: NOTHING_OPEN });
      try {
        await this.#database.writeAll(this.#statements(id, left, updatedAt, added));
      } catch (error) {
        this.#waiting.putBack(id, added);
        throw error;
      }
    });
    // The getter `trouble` checks the files, so it comes last.
    if (updatedAt - this.#prunedAt < PRUNE_MS || this.#database.trouble) return;
    this.#prunedAt = updatedAt;
    await this.#prune(updatedAt - this.#keepMs);
  }

  #statements(id: string, row: string, updatedAt: number, added: readonly Exchange[]): Statement[] {
    const { head, append, drop } = this.#sql;
    return [
      { text: head, parameters: [id, row, updatedAt] },
      ...added.map((exchange) => {
        const { at, person = null } = exchange;
        return { text: append, parameters: [id, at, person, exchangeRow(exchange), id] };
      }),
      ...(added.length > 0 ? [{ text: drop, parameters: [id, id, MOST.exchanges] }] : []),
    ];
  }

  async #latest(id: string, latest: number): Promise<Exchange[]> {
    const rows = await this.#database.db
      .selectFrom("exchanges")
      .select(["conversation as id", "data"])
      .where("conversation", "=", id)
      .orderBy("number", "desc")
      .limit(latest)
      .execute();
    return readRows(rows.reverse(), "conversation", ({ data }) => exchangeOf(data), this.#unreadable);
  }

  async #setAside(id: string, updatedAt: number): Promise<void> {
    const aside = `${ASIDE}${id} ${updatedAt}`;
    await this.#database.transaction(async (db) => {
      await db.deleteFrom("conversations").where("id", "=", aside).execute();
      await db.deleteFrom("exchanges").where("conversation", "=", aside).execute();
      await db.updateTable("conversations").set({ id: aside }).where("id", "=", id).execute();
      await db.updateTable("exchanges").set({ conversation: aside }).where("conversation", "=", id).execute();
    });
  }

  /** Deletes conversations whose last turn was before a moment, and the oldest of too many. */
  async #prune(before: number): Promise<void> {
    await this.#database.transaction(async (db) => {
      const oldest = await db
        .selectFrom("conversations")
        .select("updated_at")
        .orderBy("updated_at", "desc")
        .offset(MOST.conversations - 1)
        .limit(1)
        .executeTakeFirst();
      const gone = db
        .selectFrom("conversations")
        .select("id")
        .where("updated_at", "<", Math.max(before, oldest?.updated_at ?? before));
      await db.deleteFrom("exchanges").where("conversation", "in", gone).execute();
      await db.deleteFrom("conversations").where("id", "in", gone).execute();
    });
  }
}

/** The SQL of a turn, compiled once: building it costs more than running it. */
function turnStatements(db: Kysely<Tables>) {
  const text = (query: RawBuilder<unknown>): string => query.compile(db).sql;
  return {
    /** Parameters: id, data, time. */
    head: text(sql`insert into conversations (id, data, updated_at) values (${""}, ${""}, ${0})
      on conflict (id) do update set data = excluded.data, updated_at = excluded.updated_at`),
    /** Parameters: id, time, person, data, id. */
    append: text(sql`insert into exchanges (conversation, number, at, person, data) select
      cast(${""} as text), coalesce(max(number), 0) + 1, cast(${0} as bigint), cast(${""} as text), cast(${""} as text)
      from exchanges where conversation = ${""}`),
    /** Parameters: id, id, most. */
    drop: text(sql`delete from exchanges where conversation = ${""}
      and number <= (select max(number) from exchanges where conversation = ${""}) - cast(${0} as bigint)`),
  };
}
