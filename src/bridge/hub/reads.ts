import type { Property } from "../../home/index.ts";

export interface HubRead {
  readonly did: string;
  readonly property: Property;
}

/** Reads that are on their way at once: too many make the devices behind a hub unreliable. */
const MAX_IN_FLIGHT = 4;
const MAX_WAITING = 20_000;

/** First values to ask for, a few at a time: the hub tells only changes by itself, and reads go one property at a time. */
export class ReadQueue {
  /** Keyed by `did siid.piid`, in the order to be asked. */
  readonly #waiting = new Map<string, HubRead>();
  #inFlight = 0;

  add(did: string, properties: readonly Property[]): void {
    for (const property of properties) {
      if (this.#waiting.size >= MAX_WAITING) return;
      this.#waiting.set(key(did, property), { did, property });
    }
  }

  /** A report came: asking is not needed any more. */
  known(did: string, property: Property): void {
    this.#waiting.delete(key(did, property));
  }

  /** A device is gone or cannot be reached. */
  drop(did: string): void {
    for (const [at, read] of this.#waiting) if (read.did === did) this.#waiting.delete(at);
  }

  /** What may be asked now. */
  next(): readonly HubRead[] {
    const reads: HubRead[] = [];
    for (const [at, read] of this.#waiting) {
      if (this.#inFlight >= MAX_IN_FLIGHT) break;
      this.#waiting.delete(at);
      this.#inFlight += 1;
      reads.push(read);
    }
    return reads;
  }

  /** One was answered, or never will be. */
  done(): void {
    this.#inFlight = Math.max(0, this.#inFlight - 1);
  }

  clear(): void {
    this.#waiting.clear();
    this.#inFlight = 0;
  }
}

function key(did: string, { siid, piid }: Property): string {
  return `${did} ${siid}.${piid}`;
}
