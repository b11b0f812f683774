import type { Conversation, ConversationStore } from "../assistant/index.ts";
import { cleanText } from "../home/index.ts";
import { conversationOf, rowOf } from "./conversation-rows.ts";
import type { Database } from "./database.ts";
import type { LateWrites } from "./late-writes.ts";

/** How long a conversation is kept after its last turn, in milliseconds. */
const KEEP_MS = 30 * 86_400_000;
/** How often older ones are looked for, in milliseconds of the conversations' own time. */
const PRUNE_MS = 3_600_000;

/** Conversations, one JSON text each. */
export class ConversationRepository implements ConversationStore {
  readonly #database: Database;
  /** SQL that takes id, data and time. Compiled once: building it costs more than running it. */
  readonly #upsert: string;
  readonly #late: LateWrites;
  readonly #warn: (text: string) => void;
  #prunedAt = 0;

  /** `warn` is told of rows that cannot be read. */
  constructor(database: Database, late: LateWrites, warn: (text: string) => void) {
    this.#database = database;
    this.#late = late;
    this.#warn = warn;
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
   * The conversation as it was left; null when there is none. One that cannot be read, because it is damaged or of another
   * version, is told to the log and dropped.
   */
  async load(id: string): Promise<Conversation | null> {
    const row = await this.#database.db
      .selectFrom("conversations")
      .select("data")
      .where("id", "=", id)
      .executeTakeFirst();
    if (!row) return null;
    try {
      return conversationOf(row.data);
    } catch (error) {
      this.#warn(`conversation ${id} cannot be read and is dropped: ${cleanText(String(error), 300)}`);
      await this.#database.db.deleteFrom("conversations").where("id", "=", id).execute();
      return null;
    }
  }

  /** On the path of every reply: one statement. */
  async save(conversation: Conversation): Promise<void> {
    const { id, exchanges } = conversation;
    const updatedAt = exchanges.at(-1)?.at ?? 0;
    const row = [id, rowOf(conversation), updatedAt];
    await this.#late.orLater(`conversation ${id}`, [], () => this.#database.write(this.#upsert, row));
    if (this.#database.trouble || updatedAt - this.#prunedAt < PRUNE_MS) return;
    this.#prunedAt = updatedAt;
    await this.#database.db
      .deleteFrom("conversations")
      .where("updated_at", "<", updatedAt - KEEP_MS)
      .execute();
  }
}
