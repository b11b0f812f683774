import type { Home, HomeEvent } from "../../home/index.ts";
import type { Agenda, AgendaEntry } from "../schedule/agenda.ts";
import type { TargetChange } from "./changes.ts";
import { deviceCalled, handleFor, isUnsettled, settledTarget } from "./settle.ts";

/** Definitions whose targets can be rewritten without a change of meaning. */
export interface RewritableDefinitions {
  settle(change: TargetChange): void;
}

export interface HandleResolverOptions {
  readonly home: Home;
  readonly now: () => number;
  readonly agenda: Agenda;
  readonly definitions: readonly RewritableDefinitions[];
}

/**
 * How long to wait after a start, in milliseconds: devices become known one by one, some of them first by another
 * name.
 */
const SETTLE_MS = 60_000;

/**
 * Replaces handles in definitions of earlier versions by ids, as soon as the meaning is beyond doubt: some time after
 * the start, and at the latest when the device is renamed.
 */
export class HandleResolver {
  readonly #options: HandleResolverOptions;
  /** Whether a definition still holds a handle or name. */
  #left = false;
  #entry: AgendaEntry | null = null;

  constructor(options: HandleResolverOptions) {
    this.#options = options;
  }

  /** Begins with the definitions that were loaded from the store. */
  start(): void {
    this.#entry = null;
    this.#settle((target) => target);
    this.#later();
  }

  /** Must be called before triggers get the event, so that a renamed device stays the same for them. */
  note(event: HomeEvent): void {
    if (!this.#left) return;
    if (event.type === "device-added") this.#later();
    if (event.type !== "device-updated" || event.before.handle === event.device.handle) return;
    const { before, device } = event;
    const { home } = this.#options;
    const wanted = handleFor(before);
    // Devices with the same name get the handle in the order of their arrival.
    if (home.devices.some((other) => other.id !== device.id && handleFor(other) === wanted)) return;
    this.#settle((target) => settledTarget(target, home, (name) => (name === before.handle ? device.id : null)));
  }

  #later(): void {
    if (!this.#left || this.#entry !== null) return;
    const { agenda, home, now } = this.#options;
    this.#entry = agenda.at(now() + SETTLE_MS, () => {
      this.#entry = null;
      this.#settle((target) => settledTarget(target, home, (name) => deviceCalled(name, home)?.id ?? null));
    });
  }

  #settle(change: TargetChange): void {
    this.#left = false;
    for (const each of this.#options.definitions) {
      each.settle((target) => {
        const after = change(target);
        if (isUnsettled(after, this.#options.home)) this.#left = true;
        return after;
      });
    }
  }
}
