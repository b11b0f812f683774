import type { Clock } from "../home/index.ts";
import type { Language } from "../language/index.ts";
import type { Conversation } from "./contract.ts";
import { NOTHING_OPEN } from "./open/items.ts";

/** A conversation ends, and "it" loses its meaning, after this many milliseconds without a turn. */
export const IDLE_MS = 10 * 60_000;
/** Conversations and exchanges that are kept in memory. */
const MAX_CONVERSATIONS = 500;
const MAX_EXCHANGES = 40;
/** Only this many of the latest exchanges keep the tool calls of a model: prompts show no older ones. */
const MAX_WITH_MESSAGES = 12;

/** Where conversations survive a restart. */
export interface ConversationStore {
  load(id: string): Promise<Conversation | null>;
  /** Called after every turn, before its result is given: appends the last exchange, and writes the rest anew. */
  save(conversation: Conversation): Promise<void>;
}

interface Entry {
  readonly conversation: Conversation;
  /** When it was last used, milliseconds since the epoch. */
  usedAt: number;
}

interface ConversationsOptions {
  readonly clock: Clock;
  readonly store?: ConversationStore;
  /** Receives the error when a stored conversation cannot be read; the turn then uses an empty one. */
  readonly onError?: (error: unknown) => void;
  readonly idleMs?: number;
}

/** Holds the conversations of the process by id, ends idle ones, and runs one turn of each at a time. */
export class Conversations {
  readonly #options: ConversationsOptions;
  readonly #idleMs: number;
  /** Keyed by conversation id, least recently used first. */
  readonly #entries = new Map<string, Entry>();
  /** Ids made here that no turn has used yet: nothing is stored under them. */
  readonly #unused = new Set<string>();
  /** The end of the last turn of a conversation, keyed by id. */
  readonly #turns = new Map<string, Promise<void>>();

  constructor(options: ConversationsOptions) {
    this.#options = options;
    this.#idleMs = options.idleMs ?? IDLE_MS;
  }

  /** The id for a request: the given one when it is well formed, otherwise a new one. */
  idFor(given: string | undefined): string {
    if (given !== undefined && /^[\w.:@-]{1,100}$/.test(given)) return given;
    const id = crypto.randomUUID();
    this.#unused.add(id);
    return id;
  }

  /** Whether the conversation exists; true also when the store fails. */
  async has(id: string): Promise<boolean> {
    if (this.#entries.has(id)) return true;
    try {
      return (await this.#options.store?.load(id)) != null;
    } catch (error) {
      this.#options.onError?.(error);
      return true;
    }
  }

  /** The conversation with this id; an empty one when there is none or it was idle for too long. */
  async open(id: string, language: Language, room: string | null): Promise<Conversation> {
    const now = this.#options.clock.now();
    const known = this.#entries.get(id) ?? (this.#unused.delete(id) ? null : await this.#load(id));
    const fresh = known !== null && now - known.usedAt <= this.#idleMs;
    const conversation = fresh ? known.conversation : newConversation(id, language, room);
    this.#entries.delete(id);
    this.#entries.set(id, { conversation, usedAt: now });
    for (const oldest of this.#entries.keys()) {
      if (this.#entries.size <= MAX_CONVERSATIONS) break;
      if (!this.#turns.has(oldest)) this.#entries.delete(oldest);
      else break;
    }
    return conversation;
  }

  /** Marks the conversation as used, drops its oldest exchanges, and saves it. @throws what the store throws */
  async close(conversation: Conversation): Promise<void> {
    const { exchanges, id } = conversation;
    if (exchanges.length > MAX_EXCHANGES) exchanges.splice(0, exchanges.length - MAX_EXCHANGES);
    exchanges.slice(0, -MAX_WITH_MESSAGES).forEach((exchange, index) => {
      const { messages, ...rest } = exchange;
      if (messages) exchanges[index] = rest;
    });
    const entry = this.#entries.get(id);
    if (entry) entry.usedAt = this.#options.clock.now();
    await this.#options.store?.save(conversation);
  }

  /** Removes the exchanges of a person from the conversations in memory. @param id only from this conversation */
  forgetPerson(person: string, id?: string): void {
    for (const { conversation } of this.#entries.values()) {
      const { exchanges } = conversation;
      if (id !== undefined && conversation.id !== id) continue;
      const left = exchanges.filter((each) => each.person !== person);
      if (left.length === exchanges.length) continue;
      exchanges.splice(0, exchanges.length, ...left);
      conversation.focus = null;
      conversation.open = NOTHING_OPEN;
    }
  }

  /** Drops a conversation from memory. */
  drop(id: string): void {
    this.#entries.delete(id);
  }

  /** Runs `turn` after all earlier turns of the same conversation. */
  async inTurn<Result>(id: string, turn: () => Promise<Result>): Promise<Result> {
    const before = this.#turns.get(id);
    const { promise, resolve } = Promise.withResolvers<void>();
    const end = before === undefined ? promise : before.then(() => promise);
    this.#turns.set(id, end);
    try {
      await before;
      return await turn();
    } finally {
      resolve();
      if (this.#turns.get(id) === end) this.#turns.delete(id);
    }
  }

  /** A failing database must not cost the person the reply. */
  async #stored(id: string): Promise<Conversation | null> {
    try {
      return (await this.#options.store?.load(id)) ?? null;
    } catch (error) {
      this.#options.onError?.(error);
      return null;
    }
  }

  async #load(id: string): Promise<Entry | null> {
    const conversation = await this.#stored(id);
    return conversation && { conversation, usedAt: conversation.exchanges.at(-1)?.at ?? 0 };
  }
}

/** A new conversation without exchanges. */
export function newConversation(id: string, language: Language, room: string | null = null): Conversation {
  return { id, language, room, focus: null, open: NOTHING_OPEN, undo: [], exchanges: [] };
}
