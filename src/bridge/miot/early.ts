import type { InboundMessage } from "../dialect.ts";

/** Devices whose state came before their announcement that are remembered; more push out the oldest. */
const MAX_EARLY = 50_000;
/** The same in bytes of payload: anybody may retain large states for devices that are never announced. */
const MAX_BYTES = 32 * 1_048_576;

/** States that came before their device was announced: the broker sends retained messages in any order. */
export class EarlyStates {
  /** Keyed by did, oldest first. */
  readonly #messages = new Map<string, InboundMessage>();
  #bytes = 0;

  keep(did: string, message: InboundMessage): void {
    this.take(did);
    this.#messages.set(did, message);
    this.#bytes += message.payload.length;
    for (const oldest of this.#messages.keys()) {
      if (this.#messages.size <= MAX_EARLY && this.#bytes <= MAX_BYTES) break;
      this.take(oldest);
    }
  }

  /** The state of a device, which is forgotten here. */
  take(did: string): InboundMessage | undefined {
    const message = this.#messages.get(did);
    if (message && this.#messages.delete(did)) this.#bytes -= message.payload.length;
    return message;
  }

  clear(): void {
    this.#messages.clear();
    this.#bytes = 0;
  }
}
