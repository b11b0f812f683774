import { type Action, keepNewest, type Property } from "../../home/index.ts";

/** A request to the hub, kept for understanding its reply. `request` is the bridge's id of a command. */
export type HubRequest =
  | { readonly kind: "devices" }
  | { readonly kind: "scenes" }
  /** `queued`: one of the first reads, which go a few at a time. */
  | { readonly kind: "get"; readonly did: string; readonly property: Property; readonly queued: boolean }
  | { readonly kind: "set"; readonly did: string; readonly request: string; readonly writes: readonly HubWrite[] }
  | { readonly kind: "invoke"; readonly did: string; readonly request: string; readonly action: Action }
  | { readonly kind: "run-scene"; readonly request: string };

export interface HubWrite {
  readonly property: Property;
  readonly value: boolean | number | string;
}

/** The hub's own default is 10 s; a little later nothing comes any more. */
const EXPIRE_MS = 15_000;
const MAX_OPEN = 2000;
const MAX_ID = 0xffff_fffe;

/** Requests that wait for their reply, each under an id of its own in the envelope. */
export class HubRequests {
  /** Keyed by message id, oldest first. `until`: milliseconds since the epoch, null before the first tick. */
  readonly #open = new Map<number, { readonly request: HubRequest; until: number | null }>();
  #nextId: number;

  constructor(firstId: number) {
    this.#nextId = firstId % MAX_ID;
  }

  /** Notes a request and gives it its id. The oldest is forgotten when there are too many. */
  add(request: HubRequest): number {
    const id = this.#nextId;
    this.#nextId = (id + 1) % MAX_ID;
    this.#open.set(id, { request, until: null });
    keepNewest(this.#open, MAX_OPEN);
    return id;
  }

  /** The request with this id, which is answered now; undefined when there is none (any more). */
  take(id: number): HubRequest | undefined {
    const request = this.#open.get(id)?.request;
    this.#open.delete(id);
    return request;
  }

  /** Forgets what was never answered and gives it back. */
  expire(at: number): readonly HubRequest[] {
    const expired: HubRequest[] = [];
    for (const [id, open] of this.#open) {
      open.until ??= at + EXPIRE_MS;
      if (open.until > at) continue;
      this.#open.delete(id);
      expired.push(open.request);
    }
    return expired;
  }

  clear(): void {
    this.#open.clear();
  }
}
