/** How many events of one device are remembered. */
const REMEMBERED = 64;
/** An event older than this, in milliseconds, is ignored: it must not start anything now. */
export const LATE_EVENT = 60_000;

/**
 * Remembers the newest events of devices, so that one that is sent twice counts once (a device that missed its
 * acknowledgement sends again).
 */
export class MiotEventRepeats {
  /** Marks of the newest events, oldest first, keyed by did. */
  readonly #seen = new Map<string, string[]>();

  /** Whether the event with this mark was there before; remembers it. */
  isRepeat(did: string, mark: string): boolean {
    const marks = this.#seen.get(did) ?? [];
    if (marks.includes(mark)) return true;
    marks.push(mark);
    if (marks.length > REMEMBERED) marks.shift();
    this.#seen.set(did, marks);
    return false;
  }

  forget(did: string): void {
    this.#seen.delete(did);
  }
}
