import type { Exchange } from "../assistant/index.ts";

/** Exchanges that wait until the store can be written. Who deletes what was said deletes it here too. */
export class WaitingExchanges {
  /** Oldest first, keyed by conversation. */
  readonly #kept = new Map<string, readonly Exchange[]>();
  readonly #most: number;

  /** @param most most exchanges of a conversation; beyond them the oldest are lost */
  constructor(most: number) {
    this.#most = most;
  }

  /** @returns how many of the conversation wait now */
  add(conversation: string, exchanges: readonly Exchange[]): number {
    const kept = [...(this.#kept.get(conversation) ?? []), ...exchanges].slice(-this.#most);
    if (kept.length > 0) this.#kept.set(conversation, kept);
    return kept.length;
  }

  /** Takes those of a conversation out, to write them. */
  take(conversation: string): readonly Exchange[] {
    const kept = this.#kept.get(conversation) ?? [];
    this.#kept.delete(conversation);
    return kept;
  }

  /** Puts those back that could not be written, before those that came since. */
  putBack(conversation: string, exchanges: readonly Exchange[]): void {
    this.add(conversation, [...exchanges, ...this.take(conversation)]);
  }

  /**
   * Deletes what a person said; null: what anybody said.
   * @param conversation null: in all
   * @returns how many were deleted
   */
  forget(person: string | null, conversation: string | null = null): number {
    let count = 0;
    for (const [id, kept] of [...this.#kept]) {
      if (conversation !== null && id !== conversation) continue;
      const left = person === null ? [] : kept.filter((each) => each.person !== person);
      count += kept.length - left.length;
      if (left.length > 0) this.#kept.set(id, left);
      else this.#kept.delete(id);
    }
    return count;
  }
}
