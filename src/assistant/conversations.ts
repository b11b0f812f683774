import type { Clock } from "../home/index.ts";
import type { Language } from "../language/index.ts";
import type { Conversation } from "./contract.ts";
import { NOTHING_OPEN } from "./open/items.ts";

/** A conversation that was silent for so long is over: what "it" meant is forgotten. Milliseconds. */
export const IDLE_MS = 10 * 60_000;
/** Conversations and exchanges that are kept in memory. */
const MAX_CONVERSATIONS = 500;
const MAX_EXCHANGES = 40;
/** Only the latest exchanges keep a model's calls and their results: older ones are not shown to it. */
const MAX_WITH_MESSAGES = 12;

/** Where conversations survive a restart. */
export interface ConversationStore {
  load(id: string): Promise<Conversation | null>;
  /** Called after every turn, before its result is given. */
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
  /** Told of a stored conversation that cannot be read: the turn goes on with an empty one. */
  readonly onError?: (error: unknown) => void;
  readonly idleMs?: number;
}

/** The conversations of a process: found by id, over when they were idle, one turn at a time. */
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

  /** The id to use for a request: the given one when it is well formed, else a new one. */
  idFor(given: string | undefined): string {
    if (given !== undefined && /^[\w.:@-]{1,100}$/.test(given)) return given;
    const id = crypto.randomUUID();
    this.#unused.add(id);
    return id;
  }

  /** Whether something was said under this id; also where the store cannot tell. */
  async has(id: string): Promise<boolean> {
    if (this.#entries.has(id)) return true;
    try {
      return (await this.#options.store?.load(id)) != null;
    } catch (error) {
      this.#options.onError?.(error);
      return true;
    }
  }

  /** The conversation with this id as it stands; an empty one when there is none or it was idle too long. */
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

  /** Notes that the conversation was used, drops what is too old in it, and saves it. */
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

  /** Forgets what a person said and was told, as far as it is in memory. */
  forgetPerson(person: string): void {
    for (const { conversation } of this.#entries.values()) {
      const { exchanges } = conversation;
      const left = exchanges.filter((each) => each.person !== person);
      if (left.length === exchanges.length) continue;
      exchanges.splice(0, exchanges.length, ...left);
      conversation.focus = null;
    }
  }

  /** Runs `turn` when the turns before it in the same conversation have ended. */
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

  /** A database that does not answer is no reason to leave a person in the dark. */
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

/** A conversation in which nothing was said yet. */
export function newConversation(id: string, language: Language, room: string | null = null): Conversation {
  return { id, language, room, focus: null, open: NOTHING_OPEN, undo: [], exchanges: [] };
}
