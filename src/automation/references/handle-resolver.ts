import type { Home, HomeEvent } from "../../home/index.ts";
import type { Agenda, AgendaEntry } from "../schedule/agenda.ts";
import type { TargetChange } from "./changes.ts";
import { deviceCalled, handleFor, isUnsettled, settledTarget } from "./settle.ts";

/** Definitions whose targets can be changed without changing what they mean. */
export interface RewritableDefinitions {
  settle(change: TargetChange): void;
}

export interface HandleResolverOptions {
  readonly home: Home;
  readonly now: () => number;
  readonly agenda: Agenda;
  readonly definitions: readonly RewritableDefinitions[];
}

/** After a start, devices become known one by one, some of them first by another name. Milliseconds. */
const SETTLE_MS = 60_000;

/**
 * Definitions from before what is saved held ids name devices by handle. Each is given its id once that is beyond doubt: some
 * time after the start, and at the latest when the device is called something else.
 */
export class HandleResolver {
  readonly #options: HandleResolverOptions;
  /** Something is named by what can change. */
  #left = false;
  #entry: AgendaEntry | null = null;

  constructor(options: HandleResolverOptions) {
    this.#options = options;
  }

  /** Looks at what was taken over from the store. */
  start(): void {
    this.#entry = null;
    this.#settle((target) => target);
    this.#later();
  }

  /** Called before the triggers are told: a device that is called something else is the same. */
  note(event: HomeEvent): void {
    if (!this.#left) return;
    if (event.type === "device-added") this.#later();
    if (event.type !== "device-updated" || event.before.handle === event.device.handle) return;
    const { before, device } = event;
    const { home } = this.#options;
    const wanted = handleFor(before);
    // Two that are called the same take the handle as they come.
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
