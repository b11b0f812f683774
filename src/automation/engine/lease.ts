/** The lease in the store, which decides which of several instances runs the schedules. */
export interface LeaseStorage {
  /** Takes or keeps the lease for `ttl` milliseconds; false while another living instance holds it. */
  acquire(ttl: number): Promise<boolean>;
  release(): Promise<void>;
}

/** How long a lease holds without being renewed, and how often that is done. Milliseconds. */
const TTL_MS = 15_000;
const RENEW_MS = 5_000;

export interface LeaseOptions {
  readonly storage: LeaseStorage;
  /** Called when this instance takes over. */
  readonly gained: () => Promise<void>;
  /** Called when the lease could not be kept: another instance may run the schedules from now on. */
  readonly lost: () => Promise<void>;
  /** Called after each try that found another instance at work. */
  readonly standingBy?: () => Promise<void>;
  readonly failed: (error: unknown) => void;
}

/** Holds the lease or waits for it. Uses the machine's own timer: a lease is about real processes. */
export class Lease {
  readonly #options: LeaseOptions;
  #held = false;
  #heldUntil = 0;
  #timer: NodeJS.Timeout | null = null;
  #stopped = false;

  constructor(options: LeaseOptions) {
    this.#options = options;
  }

  /** Resolves after the first try, whether it was gained or not. */
  async start(): Promise<void> {
    await this.#try();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    if (this.#timer) clearTimeout(this.#timer);
    if (this.#held) await this.#options.storage.release();
    this.#held = false;
  }

  /** Gives the lease back when taking over failed: another instance, or the next try, may succeed. */
  async #takeOver(gained: () => Promise<void>): Promise<void> {
    try {
      await gained();
    } catch (error) {
      this.#held = false;
      await this.#options.lost();
      await this.#options.storage.release();
      throw error;
    }
  }

  async #try(): Promise<void> {
    const { storage, gained, lost, failed } = this.#options;
    try {
      const asked = performance.now();
      const held = await storage.acquire(TTL_MS);
      if (this.#stopped) return;
      if (held) this.#heldUntil = asked + TTL_MS;
      if (held && !this.#held) {
        this.#held = true;
        await this.#takeOver(gained);
      } else if (!held && this.#held) {
        this.#held = false;
        await lost();
      }
      if (!held) await this.#options.standingBy?.();
    } catch (error) {
      failed(error);
      // While the store does not answer, nobody can take over before the lease has run out.
      if (this.#held && performance.now() > this.#heldUntil - RENEW_MS) {
        this.#held = false;
        await lost();
      }
    } finally {
      if (!this.#stopped) {
        this.#timer = setTimeout(() => {
          this.#try().catch(failed);
        }, RENEW_MS);
        this.#timer.unref();
      }
    }
  }
}
