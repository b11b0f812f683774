import { cleanText, type Origin } from "../../home/index.ts";
import type { Trigger } from "../definition/index.ts";
import type { RunCause } from "../runs/run.ts";
import { triggerKindOf } from "../triggers/index.ts";
import { type BrokerWatch, type SignalWatch, signalKey, type TriggerSignal } from "../triggers/kind.ts";
import { isEnabled, type LiveAutomation } from "./live.ts";

/** The source of broker messages for MQTT triggers. */
export interface MessageSource {
  /** Calls `listener` for every message of a topic filter until the returned function is called. */
  subscribe(filter: string, listener: (topic: string, payload: string) => void): () => void;
}

export interface MessageTriggersOptions {
  /** null when there is no broker. */
  readonly source: MessageSource | null;
  readonly start: (live: LiveAutomation, cause: RunCause) => void;
}

/** The most characters of a payload that a trace quotes. */
const MAX_SHOWN = 80;

/** A trigger that waits for a signal. */
interface Entry {
  readonly live: LiveAutomation;
  /** Index among the triggers. */
  readonly index: number;
  /** Which of all entries it is: they start in this order. */
  readonly order: number;
}

/**
 * Fires triggers on messages of the broker, and on signals within Jia: webhooks, scenes, modes, and the start of the
 * process.
 */
export class MessageTriggers {
  readonly #options: MessageTriggersOptions;
  /** Functions that end the waiting and the subscriptions of an automation. */
  readonly #waiting = new Map<LiveAutomation, (() => void)[]>();
  /**
   * Waiting triggers, keyed by the kind of signal, then by `signalKey`; null: every key. The cost of a signal does
   * not depend on the number of other triggers.
   */
  readonly #entries = new Map<TriggerSignal["kind"], Map<string | null, Set<Entry>>>();
  #order = 0;

  constructor(options: MessageTriggersOptions) {
    this.#options = options;
  }

  add(live: LiveAutomation): void {
    this.remove(live);
    if (!isEnabled(live)) return;
    live.saved.definition.triggers.forEach((trigger, index) => {
      const { watch } = triggerKindOf(trigger);
      if (watch.by === "signal") this.#await(trigger, watch, live, index);
      if (watch.by === "broker") this.#listen(trigger, watch, live, index);
    });
  }

  remove(live: LiveAutomation): void {
    for (const takeBack of this.#waiting.get(live) ?? []) takeBack();
    this.#waiting.delete(live);
  }

  /**
   * Starts the automations that wait for a signal.
   * @param chain ids of the automations that led to it, first to last
   * @param by who gave the signal, where that is known
   * @returns whether any automation waits for it
   */
  signal(signal: TriggerSignal, chain: readonly string[] = [], by?: Origin): boolean {
    const started = new Set<LiveAutomation>();
    for (const { live, index } of this.#waitingFor(signal)) {
      const trigger = live.saved.definition.triggers[index];
      if (!trigger) continue;
      const { watch } = triggerKindOf(trigger);
      if (watch.by !== "signal" || !watch.fits(trigger, signal)) continue;
      // An automation with several startup triggers starts once.
      if (signal.kind === "startup" && started.has(live)) continue;
      started.add(live);
      const detail = watch.detail(trigger, signal);
      this.#options.start(live, { type: trigger.type, trigger: index, dueAt: null, detail, chain, ...(by && { by }) });
    }
    return started.size > 0;
  }

  /** What may fit a signal, in the order in which it was added. */
  #waitingFor(signal: TriggerSignal): readonly Entry[] {
    const byKey = this.#entries.get(signal.kind);
    const entries = [...(byKey?.get(signalKey(signal)) ?? []), ...(byKey?.get(null) ?? [])];
    return entries.sort((one, other) => one.order - other.order);
  }

  #await(trigger: Trigger, watch: SignalWatch<Trigger>, live: LiveAutomation, index: number): void {
    this.#order += 1;
    const entry: Entry = { live, index, order: this.#order };
    const byKey = this.#entries.get(watch.signal) ?? new Map<string | null, Set<Entry>>();
    this.#entries.set(watch.signal, byKey);
    for (const key of watch.keys(trigger) ?? [null]) {
      const entries = byKey.get(key) ?? new Set();
      byKey.set(key, entries.add(entry));
      this.#takesBack(live, () => {
        entries.delete(entry);
        if (entries.size === 0) byKey.delete(key);
      });
    }
  }

  #listen(trigger: Trigger, watch: BrokerWatch<Trigger>, live: LiveAutomation, index: number): void {
    if (!this.#options.source) return;
    const unsubscribe = this.#options.source.subscribe(watch.filter(trigger), (topic, payload) => {
      if (!watch.fits(trigger, payload)) return;
      const detail = `${topic} ${cleanText(payload, MAX_SHOWN)}`;
      this.#options.start(live, { type: trigger.type, trigger: index, dueAt: null, detail, chain: [] });
    });
    this.#takesBack(live, unsubscribe);
  }

  #takesBack(live: LiveAutomation, takeBack: () => void): void {
    const known = this.#waiting.get(live);
    if (known) known.push(takeBack);
    else this.#waiting.set(live, [takeBack]);
  }
}
