import { sql, type Transaction } from "kysely";
import {
  type Exchange,
  type ExchangeArchive,
  type KeptConversation,
  NOTHING_OPEN,
  type NumberedExchange,
} from "../assistant/index.ts";
import { rowOf, storedHeadOf } from "./conversation-rows.ts";
import { ASIDE } from "./conversations.ts";
import type { Database } from "./database.ts";
import { exchangeOf } from "./exchange-rows.ts";
import { readRows, type UnreadableHandler } from "./read-rows.ts";
import type { Tables } from "./schema.ts";
import type { WaitingExchanges } from "./waiting-exchanges.ts";

/** What was said in conversations: listed, read and deleted. Everywhere a person of null means everybody's. */
export class ExchangeRepository implements ExchangeArchive {
  readonly #database: Database;
  readonly #waiting: WaitingExchanges;
  readonly #unreadable: UnreadableHandler;

  constructor(database: Database, waiting: WaitingExchanges, unreadable: UnreadableHandler) {
    this.#database = database;
    this.#waiting = waiting;
    this.#unreadable = unreadable;
  }

  /**
   * Conversations with exchanges of a person, the last used first.
   * @param before the `to` and the id of the conversation that the list goes on behind; null: from the beginning
   */
  async list(
    person: string | null,
    limit: number,
    before: { readonly to: number; readonly id: string } | null = null,
  ): Promise<KeptConversation[]> {
    const own = person === null ? sql`` : sql`and person = ${person}`;
    const behind = before ? sql`where (until, conversation) < (${before.to}, ${before.id})` : sql``;
    const { rows } = await sql<{ id: string; turns: number; since: number; until: number; data: string }>`
      select g.conversation as id, g.turns, g.since, g.until, e.data from (
        select * from (
          select conversation, count(*) as turns, min(number) as first, min(at) as since, max(at) as until
          from exchanges where conversation not like ${`${ASIDE}%`} ${own} group by conversation
        ) as spoken ${behind} order by until desc, conversation desc limit ${limit}
      ) as g join exchanges as e on e.conversation = g.conversation and e.number = g.first
      order by g.until desc, g.conversation desc`.execute(this.#database.db);
    return rows.map(({ id, turns, since, until, data }) => {
      const [first = null] = readRows([{ id }], "conversation", () => exchangeOf(data), this.#unreadable);
      return { id, first, turns: Number(turns), from: Number(since), to: Number(until) };
    });
  }

  /**
   * A person's exchanges of a conversation, the newest of them in order of time.
   * @param before only with a smaller number; null: from the end
   */
  async of(
    conversation: string,
    person: string | null,
    limit: number,
    before: number | null = null,
  ): Promise<NumberedExchange[]> {
    if (conversation.startsWith(ASIDE)) return [];
    let query = this.#database.db
      .selectFrom("exchanges")
      .select(["conversation as id", "number", "data"])
      .where("conversation", "=", conversation);
    if (person !== null) query = query.where("person", "=", person);
    if (before !== null) query = query.where("number", "<", before);
    const rows = await query.orderBy("number", "desc").limit(limit).execute();
    const read = ({ number, data }: (typeof rows)[number]) => ({
      number: Number(number),
      exchange: exchangeOf(data),
    });
    return readRows(rows.reverse(), "conversation", read, this.#unreadable);
  }

  /** A person's exchanges, newest first. */
  async saidBy(person: string): Promise<{ readonly conversation: string; readonly exchange: Exchange }[]> {
    const rows = await this.#database.db
      .selectFrom("exchanges")
      .select(["conversation as id", "data"])
      .where("person", "=", person)
      .orderBy("at", "desc")
      .execute();
    const read = ({ id, data }: (typeof rows)[number]) => ({
      conversation: id,
      exchange: exchangeOf(data),
    });
    return readRows(rows, "conversation", read, this.#unreadable);
  }

  /** Deletes a person's exchanges everywhere. @returns their number */
  async forgetPerson(person: string): Promise<number> {
    const spoken = await this.#database.db
      .selectFrom("exchanges")
      .select("conversation")
      .distinct()
      .where("person", "=", person)
      .execute();
    let forgotten = this.#waiting.forget(person);
    for (const { conversation } of spoken) forgotten += await this.remove(conversation, person);
    return forgotten;
  }

  /** Deletes a person's exchanges of a conversation, and the conversation when none is left. @returns their number */
  async remove(conversation: string, person: string | null): Promise<number> {
    const waited = this.#waiting.forget(person, conversation);
    const written = await this.#database.durably(async (db) => {
      const rows = await db
        .selectFrom("exchanges")
        .select(["number", "person"])
        .where("conversation", "=", conversation)
        .orderBy("number", "desc")
        .execute();
      const gone = rows.map((row) => person === null || row.person === person);
      const count = gone.filter(Boolean).length;
      const deletion = db.deleteFrom("exchanges").where("conversation", "=", conversation);
      await (person === null ? deletion : deletion.where("person", "=", person)).execute();
      if (count === rows.length) await db.deleteFrom("conversations").where("id", "=", conversation).execute();
      else if (count > 0 || waited > 0) await forget(db, conversation, gone);
      return count;
    });
    return waited + written;
  }
}

/**
 * Takes what came from deleted exchanges out of a conversation: what it was about, and what is open.
 * @param gone whether each exchange was deleted, newest first
 */
async function forget(db: Transaction<Tables>, id: string, gone: readonly boolean[]): Promise<void> {
  const row = await db.selectFrom("conversations").select("data").where("id", "=", id).executeTakeFirst();
  if (!row) return;
  try {
    const { conversation, latest } = storedHeadOf(row.data);
    const left = gone.slice(0, latest).filter((deleted) => !deleted).length;
    const data = rowOf({ ...conversation, focus: null, open: NOTHING_OPEN }, left);
    await db.updateTable("conversations").set({ data }).where("id", "=", id).execute();
  } catch {
    // One that cannot be read is not gone on with.
  }
}
