import type { Conversation, ConversationStore, Exchange } from "../assistant/index.ts";
import { conversationOf, rowOf } from "./conversation-rows.ts";
import type { Database } from "./database.ts";
import type { DeferredWrites } from "./deferred-writes.ts";
import { errorReason, readRows, type UnreadableHandler } from "./read-rows.ts";

/** How long a conversation is kept after its last turn, in milliseconds. */
const KEEP_MS = 30 * 86_400_000;
/** Prefix of the id of an unreadable conversation; ids contain no spaces. */
const ASIDE = "set aside ";
/** How often old conversations are deleted, in milliseconds of their own time. */
const PRUNE_MS = 3_600_000;

/** Conversations, one JSON text each. */
export class ConversationRepository implements ConversationStore {
  readonly #database: Database;
  /** SQL with the parameters id, data and time. Compiled once: building it costs more than running it. */
  readonly #upsert: string;
  readonly #late: DeferredWrites;
  readonly #unreadable: UnreadableHandler;
  #prunedAt = 0;

  constructor(database: Database, late: DeferredWrites, unreadable: UnreadableHandler) {
    this.#database = database;
    this.#late = late;
    this.#unreadable = unreadable;
    this.#upsert = database.db
      .insertInto("conversations")
      .values({ id: "", data: "", updated_at: 0 })
      .onConflict((conflict) =>
        conflict.column("id").doUpdateSet((row) => ({
          data: row.ref("excluded.data"),
          updated_at: row.ref("excluded.updated_at"),
        })),
      )
      .compile().sql;
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
      return conversationOf(row.data);
    } catch (error) {
      await this.#setAside(id, row.updated_at);
      this.#unreadable({ kind: "conversation", id, why: errorReason(error) });
      return null;
    }
  }

  /** Reads all conversations to report unreadable ones, also those that were set aside before. */
  async examine(): Promise<void> {
    const rows = await this.#database.db.selectFrom("conversations").select(["id", "data"]).execute();
    readRows(rows, "conversation", ({ data }) => conversationOf(data), this.#unreadable);
  }

  /** A person's exchanges in readable conversations, newest first. */
  async saidBy(person: string): Promise<{ readonly conversation: string; readonly exchange: Exchange }[]> {
    const found = (await this.#ofPerson(person)).flatMap(({ id, exchanges }) =>
      exchanges.filter((each) => each.person === person).map((exchange) => ({ conversation: id, exchange })),
    );
    return found.sort((a, b) => b.exchange.at - a.exchange.at);
  }

  /** Deletes a person's exchanges. @returns their number */
  async forgetPerson(person: string): Promise<number> {
    let forgotten = 0;
    for (const conversation of await this.#ofPerson(person)) {
      const left = conversation.exchanges.filter((each) => each.person !== person);
      forgotten += conversation.exchanges.length - left.length;
      const { id } = conversation;
      await this.#database.transaction(async (db) => {
        // The focus came from the deleted exchanges.
        if (left.length === 0) await db.deleteFrom("conversations").where("id", "=", id).execute();
        else {
          const data = rowOf({ ...conversation, focus: null, exchanges: left });
          await db.updateTable("conversations").set({ data }).where("id", "=", id).execute();
        }
      });
    }
    return forgotten;
  }

  async #ofPerson(person: string): Promise<Conversation[]> {
    const rows = await this.#database.db
      .selectFrom("conversations")
      .select(["id", "data"])
      .where("data", "like", `%"person":${JSON.stringify(person)}%`)
      .execute();
    return readRows(rows, "conversation", ({ data }) => conversationOf(data), this.#unreadable);
  }

  async #setAside(id: string, updatedAt: number): Promise<void> {
    const aside = `${ASIDE}${id} ${updatedAt}`;
    await this.#database.transaction(async (db) => {
      await db.deleteFrom("conversations").where("id", "=", aside).execute();
      await db.updateTable("conversations").set({ id: aside }).where("id", "=", id).execute();
    });
  }

  /** On the path of every reply: one statement. */
  async save(conversation: Conversation): Promise<void> {
    const { id, exchanges } = conversation;
    const updatedAt = exchanges.at(-1)?.at ?? 0;
    const row = [id, rowOf(conversation), updatedAt];
    await this.#late.orLater(`conversation ${id}`, undefined, () => this.#database.write(this.#upsert, row));
    // The getter `trouble` checks the files, so it comes last.
    if (updatedAt - this.#prunedAt < PRUNE_MS || this.#database.trouble) return;
    this.#prunedAt = updatedAt;
    await this.#database.db
      .deleteFrom("conversations")
      .where("updated_at", "<", updatedAt - KEEP_MS)
      .execute();
  }
}
