/** Topics whose newest event is remembered; a home has far fewer. */
const MAX_TOPICS = 5000;

/** Recognises a repeated event: its message id and content are those of the last one on its topic. */
export class HubEventRepeats {
  /** Message id and content, keyed by topic. */
  readonly #newest = new Map<string, string>();

  isRepeat(topic: string, id: number | undefined, content: string | undefined): boolean {
    // Without an id two presses of a button look the same.
    if (!id) return false;
    const mark = `${id} ${content}`;
    if (this.#newest.get(topic) === mark) return true;
    if (this.#newest.size >= MAX_TOPICS) this.#newest.clear();
    this.#newest.set(topic, mark);
    return false;
  }

  clear(): void {
    this.#newest.clear();
  }
}
