import { z } from "zod";
import type { Conversation, ConversationStore } from "../assistant/index.ts";
import { LANGUAGES } from "../language/index.ts";
import type { Database } from "./open.ts";

/** How long a conversation is kept after its last turn, in milliseconds. */
const KEEP_MS = 30 * 86_400_000;
/** How often older ones are looked for, in milliseconds of the conversations' own time. */
const PRUNE_MS = 3_600_000;

const list = z.array(z.unknown());

const PlanRef = z.object({ kind: z.enum(["timer", "automation", "scene"]), id: z.string() });

/** Enough to know a conversation from what an older version may have written. */
const Stored = z.looseObject({
  id: z.string(),
  language: z.enum(LANGUAGES),
  room: z.string().nullable(),
  focus: z.looseObject({ devices: list, rooms: list, plans: z.array(PlanRef).optional() }).nullable(),
  undo: list,
  exchanges: z.array(z.looseObject({ at: z.number(), text: z.string(), reply: z.string() })),
});

/** Conversations, one JSON text each. */
export class ConversationRepository implements ConversationStore {
  readonly #database: Database;
  /** SQL that takes id, data and time. Compiled once: building it costs more than running it. */
  readonly #upsert: string;
  #prunedAt = 0;

  constructor(database: Database) {
    this.#database = database;
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

  /** The conversation without what only its own process could answer: open questions and confirmations. */
  async load(id: string): Promise<Conversation | null> {
    const row = await this.#database.db
      .selectFrom("conversations")
      .select("data")
      .where("id", "=", id)
      .executeTakeFirst();
    if (!row) return null;
    const parsed = Stored.safeParse(JSON.parse(row.data));
    if (!parsed.success) return null;
    const stored = parsed.data as unknown as Conversation;
    const focus = stored.focus && { ...stored.focus, frame: null };
    return { ...stored, focus, question: null, confirmation: null };
  }

  /** On the path of every reply: one statement. */
  async save(conversation: Conversation): Promise<void> {
    const { id, exchanges } = conversation;
    const updatedAt = exchanges.at(-1)?.at ?? 0;
    const data = JSON.stringify({ ...conversation, question: null });
    await this.#database.write(this.#upsert, [id, data, updatedAt]);
    if (updatedAt - this.#prunedAt < PRUNE_MS) return;
    this.#prunedAt = updatedAt;
    await this.#database.db
      .deleteFrom("conversations")
      .where("updated_at", "<", updatedAt - KEEP_MS)
      .execute();
  }
}
