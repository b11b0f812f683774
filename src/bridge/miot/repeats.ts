/** How many events of one device are remembered. */
const REMEMBERED = 64;
/** An event that was this long on its way, in milliseconds, is about the past: it must not start anything now. */
export const LATE_EVENT = 60_000;

/** Remembers the events of devices, so that one that is sent twice (a device that did not see its acknowledgement) counts once. */
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
