import { createHash } from "node:crypto";
import { oneLine, type PlainMessage } from "./messages.ts";

/** Conversations that are remembered, and messages of each. */
const MAX_THREADS = 1_000;
const MAX_MESSAGES = 40;
/** This many equal messages at the end are enough, also where a client left out some in between. */
const ENOUGH = 4;

/** A conversation as a client knows it. */
interface Thread {
  readonly conversation: string;
  /** Who asks. */
  readonly asker: string;
  /** Hashes of what was said and replied, the newest last. */
  said: readonly string[];
}

/**
 * Finds the conversation of a request that carries the whole history and no id: the one whose newest messages are the last
 * ones of the history. Clients may leave out the oldest messages.
 */
export class Threads {
  /** Keyed by conversation, least recently used first. */
  readonly #threads = new Map<string, Thread>();

  /**
   * The id of the conversation that a history continues; null when there is none.
   * @param asker who asks: only their own conversations are found
   * @param history the messages before the newest one
   */
  find(asker: string, history: readonly PlainMessage[]): string | null {
    const wanted = hashesOf(history);
    if (wanted.length === 0) return null;
    let best: { readonly thread: Thread; readonly atEnd: boolean; readonly length: number } | null = null;
    for (const thread of this.#threads.values()) {
      if (thread.asker !== asker) continue;
      // A history may also end earlier than the conversation: where the person changed a message.
      for (let end = thread.said.length; end > 0; end -= 1) {
        const length = commonEnd(thread.said, end, wanted);
        const whole = length === wanted.length || length === end || length >= ENOUGH;
        if (length < 2 || !whole) continue;
        const atEnd = end === thread.said.length;
        const better = best === null || length > best.length || (length === best.length && (atEnd || !best.atEnd));
        if (better) best = { thread, atEnd, length };
      }
    }
    return best?.thread.conversation ?? null;
  }

  /** Notes what a client knows of a conversation after a reply. */
  note(asker: string, conversation: string, messages: readonly PlainMessage[]): void {
    this.#threads.delete(conversation);
    this.#threads.set(conversation, { conversation, asker, said: hashesOf(messages) });
    for (const oldest of this.#threads.keys()) {
      if (this.#threads.size <= MAX_THREADS) break;
      this.#threads.delete(oldest);
    }
  }
}

function hashesOf(messages: readonly PlainMessage[]): string[] {
  return messages
    .filter(({ role }) => role === "user" || role === "assistant")
    .slice(-MAX_MESSAGES)
    .map(({ role, text }) => hashOf([role, oneLine(text)]));
}

/** How many elements before `end` of the first are the last ones of the second. */
function commonEnd(said: readonly string[], end: number, wanted: readonly string[]): number {
  let length = 0;
  while (length < end && length < wanted.length && said[end - 1 - length] === wanted.at(-1 - length)) length += 1;
  return length;
}

/** A short name for data: equal for equal data. */
export function hashOf(data: unknown): string {
  return createHash("sha256").update(JSON.stringify(data)).digest("base64url").slice(0, 22);
}
