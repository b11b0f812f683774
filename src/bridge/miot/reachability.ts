import type { Availability } from "../../home/index.ts";

/** Dids without an announcement whose availability is remembered at most; it may come before the announcement. */
const MAX_STRANGERS = 50_000;

/** Tracks who is reachable, from the availability of devices and of their gateways. */
export class Reachability {
  /** Keyed by did: of devices, of gateways, and of those that are not announced yet. */
  readonly #said = new Map<string, boolean>();
  /** The gateway of a device, null for none, keyed by did: of announced devices. */
  readonly #parents = new Map<string, string | null>();
  /** The dids that stand behind a gateway, keyed by the gateway's did. */
  readonly #children = new Map<string, Set<string>>();

  /** A device was announced. */
  join(did: string, parent: string | null): void {
    this.#detach(did);
    this.#parents.set(did, parent);
    if (parent !== null) this.#children.set(parent, (this.#children.get(parent) ?? new Set()).add(did));
  }

  /** A device is gone. */
  leave(did: string): void {
    this.#detach(did);
    this.#parents.delete(did);
    this.#said.delete(did);
  }

  /**
   * Takes the availability of a device or gateway; null: not known any more.
   * @returns the dids of the announced devices that it concerns
   */
  say(did: string, online: Availability): readonly string[] {
    if (online === null) this.#said.delete(did);
    else if (this.#parents.has(did) || this.#said.size - this.#parents.size <= MAX_STRANGERS)
      this.#said.set(did, online);
    const own = this.#parents.has(did) ? [did] : [];
    const children = this.#children.get(did);
    return children ? [...own, ...children] : own;
  }

  /** A device is reachable when neither it nor the gateway that it stands behind is offline. */
  of(did: string): Availability {
    const parent = this.#parents.get(did) ?? null;
    const own = this.#said.get(did) ?? null;
    const gateway = parent === null ? null : (this.#said.get(parent) ?? null);
    return own === false || gateway === false ? false : (own ?? gateway);
  }

  #detach(did: string): void {
    const parent = this.#parents.get(did);
    if (parent === undefined || parent === null) return;
    const children = this.#children.get(parent);
    children?.delete(did);
    if (children?.size === 0) this.#children.delete(parent);
  }
}
