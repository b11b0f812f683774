import type { Command, DeviceId, PropertyAddress } from "../../home/index.ts";

/** A change this long after a write of the same property is still put down to it, in milliseconds. */
const ATTRIBUTION_MS = 10_000;
/** An automation may lead to itself so often before the guard steps in: once is common, and settles. */
const MAX_REPEATS = 3;
/** A chain of different automations may be so long. */
const MAX_CHAIN = 24;
/** Writes are forgotten in sweeps of this many. */
const SWEEP = 1000;

/**
 * Finds automations that trigger each other. Devices do not say why they changed, so a change is put down to the run that
 * wrote the property shortly before; a run that such a change triggers inherits its chain.
 */
export class LoopGuard {
  /** The last write, keyed by device and address; `*` as the address for an action, which may change anything. */
  readonly #writes = new Map<string, { readonly at: number; readonly chain: readonly string[] }>();

  note(commands: readonly Command[], chain: readonly string[], now: number): void {
    if (this.#writes.size > SWEEP) {
      for (const [key, write] of this.#writes) if (now - write.at > ATTRIBUTION_MS) this.#writes.delete(key);
    }
    for (const command of commands) {
      const addresses = command.kind === "set" ? command.properties.map(({ address }) => address) : ["*"];
      for (const address of addresses) this.#writes.set(`${command.device} ${address}`, { at: now, chain });
    }
  }

  /** The automations whose doing a change most likely is, first to last; empty when nobody here wrote it. */
  chainOf(device: DeviceId, address: PropertyAddress, now: number): readonly string[] {
    const writes = [address, "*"].flatMap((each) => this.#writes.get(`${device} ${each}`) ?? []);
    return writes.find(({ at }) => now - at <= ATTRIBUTION_MS)?.chain ?? [];
  }

  /** The loop, first to last, when starting `automation` would close one once too often; null when it may start. */
  loop(automation: string, chain: readonly string[]): readonly string[] | null {
    const repeats = chain.filter((id) => id === automation).length;
    if (repeats < MAX_REPEATS && chain.length < MAX_CHAIN) return null;
    const from = chain.indexOf(automation);
    const round = from < 0 ? chain : chain.slice(from, chain.indexOf(automation, from + 1) + 1);
    return [...new Set(round), automation];
  }
}
