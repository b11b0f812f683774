import { topicFilterFault } from "../home/index.ts";

/** Filters in one SUBSCRIBE packet. */
const BATCH = 500;
/** Bytes of a SUBSCRIBE packet beside its filters, and beside the text of each. */
const HEAD_BYTES = 16;
const FILTER_BYTES = 3;
/** The owner of filters that are added without one. */
const SOMEBODY = {};

/** Why a filter brings nothing. */
export type MissingFilterReason = "unusable" | "refused" | "too-large" | "ends-connection";

/** A filter that is wanted and brings nothing. */
export interface MissingFilter {
  readonly filter: string;
  readonly reason: MissingFilterReason;
  /** The broker's reason code, where it gave one. */
  readonly code?: number;
}

/**
 * The subscriptions of one connection: decides what to subscribe to next, and counts who wants a filter (it stays while
 * anybody does). It also finds a filter that makes the broker end the connection: of the filters that were open when it
 * ended, halves are tried one after the other over the next connections, until one filter alone has ended it twice.
 * That one is left out. Pure bookkeeping.
 */
export class Subscriptions {
  /** Who wants each filter, keyed by filter; in the order in which they were first wanted. */
  readonly #wanted = new Map<string, Set<object>>();
  /** Filters that were given at the beginning. */
  readonly #own: ReadonlySet<string>;
  /** Filters to subscribe to on the present connection, without the suspects. */
  readonly #open = new Set<string>();
  /** Filters that must be answered before the present connection counts as complete. */
  readonly #first = new Set<string>();
  /** Filters of the SUBSCRIBE packet that is not answered yet. */
  #asked: readonly string[] = [];
  /** Groups of which each may hold the filter that ended a connection. */
  #suspects: readonly (readonly string[])[] = [];
  /** The groups that the present connection has not tried yet. */
  #untried: (readonly string[])[] = [];
  /** Filters that have ended a connection alone, once. */
  readonly #doubted = new Set<string>();
  /** Keyed by filter. */
  readonly #missing = new Map<string, MissingFilter>();
  /** Filters at once: fewer after a packet with many has ended a connection. */
  #most = BATCH;

  /** @param own filters that the connection is for; those that are at fault are `missing` */
  constructor(own: readonly string[]) {
    this.#own = new Set(own);
    this.add(own);
  }

  /** Filters of the beginning that bring nothing, with the reason. */
  get missing(): readonly MissingFilter[] {
    return [...this.#missing.values()].filter(({ filter }) => this.#own.has(filter));
  }

  /** Whether all filters from the start of the connection are answered. */
  get complete(): boolean {
    return this.#first.size === 0;
  }

  /** Whether the search for the filter that ends the connection goes on. */
  get searching(): boolean {
    return this.#suspects.length > 0;
  }

  /** Adds filters for an owner; returns those that MQTT does not allow. */
  add(filters: readonly string[], owner: object = SOMEBODY): readonly MissingFilter[] {
    const wrong: MissingFilter[] = [];
    for (const filter of filters) {
      if (topicFilterFault(filter) !== null) {
        const missing: MissingFilter = { filter, reason: "unusable" };
        if (this.#own.has(filter)) this.#missing.set(filter, missing);
        wrong.push(missing);
        continue;
      }
      const owners = this.#wanted.get(filter);
      if (owners) owners.add(owner);
      else {
        this.#wanted.set(filter, new Set([owner]));
        this.#open.add(filter);
      }
    }
    return wrong;
  }

  /** Removes an owner's filters; returns those to unsubscribe from, because nobody wants them any more. */
  remove(filters: readonly string[], owner: object = SOMEBODY): readonly string[] {
    const gone: string[] = [];
    for (const filter of filters) {
      const owners = this.#wanted.get(filter);
      if (!owners?.delete(owner) || owners.size > 0) continue;
      this.#wanted.delete(filter);
      const asked =
        !this.#open.delete(filter) &&
        !this.#untried.some((group) => group.includes(filter)) &&
        this.#missing.get(filter)?.reason !== "ends-connection";
      this.#forget(filter);
      if (asked) gone.push(filter);
    }
    return gone;
  }

  /** A connection begins: all filters are to be subscribed to again. */
  began(): void {
    this.#open.clear();
    this.#first.clear();
    this.#asked = [];
    const suspected = new Set(this.#suspects.flat());
    for (const filter of this.#wanted.keys()) {
      if (this.#missing.get(filter)?.reason === "ends-connection") continue;
      this.#missing.delete(filter);
      this.#first.add(filter);
      if (!suspected.has(filter)) this.#open.add(filter);
    }
    this.#untried = [...this.#suspects];
  }

  /**
   * The filters of the next SUBSCRIBE packet; empty when there are none, or a packet is not answered yet.
   * @param bytes most bytes of a packet
   */
  next(bytes: number): readonly string[] {
    if (this.#asked.length > 0) return [];
    const group = this.#open.size > 0 ? this.#open : this.#untried.shift();
    if (!group) return [];
    const batch: string[] = [];
    const given = [...group];
    let left = bytes - HEAD_BYTES;
    for (const filter of given) {
      left -= FILTER_BYTES + Buffer.byteLength(filter);
      if (batch.length >= this.#most || (left < 0 && batch.length > 0)) break;
      batch.push(filter);
    }
    if (group === this.#open) for (const filter of batch) this.#open.delete(filter);
    else if (batch.length < given.length) this.#untried.unshift(given.slice(batch.length));
    this.#asked = batch;
    return batch;
  }

  /** Whether the open SUBSCRIBE packet has more than `bytes`. */
  isTooLarge(bytes: number): boolean {
    return this.#asked.reduce((sum, filter) => sum + FILTER_BYTES + Buffer.byteLength(filter), HEAD_BYTES) > bytes;
  }

  /**
   * Takes the answer to the open packet: `codes` are in the order of its filters, 128 and more mean refused.
   * @returns the refused filters
   */
  answered(codes: readonly number[]): readonly MissingFilter[] {
    const refused = this.#asked.flatMap((filter, index): MissingFilter[] => {
      const code = codes[index] ?? 0;
      return code >= 128 ? [{ filter, reason: "refused", code }] : [];
    });
    this.#settle(refused);
    return refused;
  }

  /** The open packet could not be sent. */
  unsendable(): readonly MissingFilter[] {
    const missing = this.#asked.map((filter): MissingFilter => ({ filter, reason: "too-large" }));
    this.#settle(missing);
    return missing;
  }

  /**
   * The connection ended.
   * @returns the filter that is left out from now on, because it alone was open, twice
   */
  ended(): readonly MissingFilter[] {
    const asked = this.#asked;
    this.#asked = [];
    if (asked.length === 0) return [];
    this.#acquit(asked);
    const [filter = ""] = asked;
    if (asked.length > 1) {
      const half = Math.ceil(asked.length / 2);
      this.#suspects = [asked.slice(0, half), asked.slice(half), ...this.#suspects];
      this.#most = half;
      return [];
    }
    if (!this.#doubted.delete(filter)) {
      this.#doubted.add(filter);
      this.#suspects = [asked, ...this.#suspects];
      return [];
    }
    this.#most = BATCH;
    const missing: MissingFilter = { filter, reason: "ends-connection" };
    this.#missing.set(filter, missing);
    return [missing];
  }

  #settle(missing: readonly MissingFilter[]): void {
    const asked = this.#asked;
    this.#asked = [];
    this.#acquit(asked);
    for (const filter of asked) {
      this.#first.delete(filter);
      this.#doubted.delete(filter);
    }
    for (const each of missing) if (this.#wanted.has(each.filter)) this.#missing.set(each.filter, each);
  }

  #forget(filter: string): void {
    this.#first.delete(filter);
    this.#missing.delete(filter);
    this.#doubted.delete(filter);
    this.#untried = this.#untried.map((group) => group.filter((each) => each !== filter)).filter(nonEmpty);
    this.#acquit([filter]);
  }

  /** Takes filters out of the groups of suspects. */
  #acquit(filters: readonly string[]): void {
    if (this.#suspects.length === 0) return;
    const free = new Set(filters);
    this.#suspects = this.#suspects.map((group) => group.filter((each) => !free.has(each))).filter(nonEmpty);
  }
}

function nonEmpty(group: readonly string[]): boolean {
  return group.length > 0;
}
