import type { Property } from "../../home/index.ts";

export interface HubRead {
  readonly did: string;
  readonly property: Property;
}

/** Reads that are on their way at once: too many make the devices behind a hub unreliable. */
const MAX_IN_FLIGHT = 4;

/**
 * Queues the first reads, a few at a time: the hub sends only changes by itself, and a read is for one property. The
 * devices take turns, so that the first property of each (whether it is on, as a rule) is known soon.
 */
export class ReadQueue {
  /** Properties that are still to be read, keyed by did; the device whose turn is next comes first. */
  readonly #waiting = new Map<string, Set<Property>>();
  #inFlight = 0;

  add(did: string, properties: readonly Property[]): void {
    if (properties.length > 0) this.#waiting.set(did, new Set(properties));
  }

  /** A report brought the value, so it need not be read. */
  known(did: string, property: Property): void {
    const properties = this.#waiting.get(did);
    if (properties?.delete(property) && properties.size === 0) this.#waiting.delete(did);
  }

  /** What may be asked now. */
  next(): readonly HubRead[] {
    const reads: HubRead[] = [];
    while (this.#inFlight < MAX_IN_FLIGHT) {
      const read = this.#turn();
      if (!read) break;
      this.#inFlight += 1;
      reads.push(read);
    }
    return reads;
  }

  /** A read was answered, or will never be. */
  done(): void {
    this.#inFlight = Math.max(0, this.#inFlight - 1);
  }

  clear(): void {
    this.#waiting.clear();
    this.#inFlight = 0;
  }

  /** The next property of the device whose turn it is, which goes to the end of the row. */
  #turn(): HubRead | null {
    for (const [did, properties] of this.#waiting) {
      this.#waiting.delete(did);
      for (const property of properties) {
        properties.delete(property);
        if (properties.size > 0) this.#waiting.set(did, properties);
        return { did, property };
      }
    }
    return null;
  }
}
