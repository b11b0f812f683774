import type { Command, DeviceId, PropertyAddress } from "../../home/index.ts";

/** A change within this time after a write of the same property is attributed to the write, in milliseconds. */
const ATTRIBUTION_MS = 10_000;
/** How often an automation may lead to itself before the guard steps in: once is common, and settles. */
const MAX_REPEATS = 3;
/** The longest chain of different automations. */
const MAX_CHAIN = 24;
/** Old writes are forgotten whenever this many are kept. */
const SWEEP = 1000;

/**
 * Finds automations that trigger each other. Devices do not say why they changed, so a change is attributed to the
 * run that wrote the property shortly before. A run that such a change triggers inherits its chain.
 */
export class LoopGuard {
  /** The last write, keyed by device and address; `*` as the address for an action, which may change anything. */
  readonly #writes = new Map<string, { readonly at: number; readonly chain: readonly string[] }>();

  /**
   * Remembers writes of a run.
   * @param chain ids of the automations that led to them, first to last
   * @param now milliseconds since the epoch
   */
  note(commands: readonly Command[], chain: readonly string[], now: number): void {
    if (this.#writes.size > SWEEP) {
      for (const [key, write] of this.#writes) if (now - write.at > ATTRIBUTION_MS) this.#writes.delete(key);
    }
    for (const command of commands) {
      const addresses = command.kind === "set" ? command.properties.map(({ address }) => address) : ["*"];
      for (const address of addresses) this.#writes.set(`${command.device} ${address}`, { at: now, chain });
    }
  }

  /** The automations that most likely caused a change, first to last; empty when no run wrote the property. */
  chainOf(device: DeviceId, address: PropertyAddress, now: number): readonly string[] {
    const writes = [address, "*"].flatMap((each) => this.#writes.get(`${device} ${each}`) ?? []);
    return writes.find(({ at }) => now - at <= ATTRIBUTION_MS)?.chain ?? [];
  }

  /** The loop, first to last, when `automation` would close it once too often; null when it may start. */
  loop(automation: string, chain: readonly string[]): readonly string[] | null {
    const repeats = chain.filter((id) => id === automation).length;
    if (repeats < MAX_REPEATS && chain.length < MAX_CHAIN) return null;
    const from = chain.indexOf(automation);
    const round = from < 0 ? chain : chain.slice(from, chain.indexOf(automation, from + 1) + 1);
    return [...new Set(round), automation];
  }
}
