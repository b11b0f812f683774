import { cleanText, type Origin } from "../../home/index.ts";
import type { Trigger } from "../definition/index.ts";
import type { RunCause } from "../runs/run.ts";
import { triggerKindOf } from "../triggers/index.ts";
import type { BrokerWatch, TriggerSignal } from "../triggers/kind.ts";
import { isEnabled, type LiveAutomation } from "./live.ts";

/** Where messages of the broker come from, for MQTT triggers. */
export interface MessageSource {
  /** Calls `listener` for every message of a topic filter until the returned function is called. */
  subscribe(filter: string, listener: (topic: string, payload: string) => void): () => void;
}

export interface MessageTriggersOptions {
  /** null when there is no broker to listen to. */
  readonly source: MessageSource | null;
  readonly start: (live: LiveAutomation, cause: RunCause) => void;
}

/** Payloads are quoted in traces, cut to this length. */
const MAX_SHOWN = 80;

/** A trigger that waits for a signal. */
interface Entry {
  readonly live: LiveAutomation;
  /** Place among the triggers. */
  readonly index: number;
}

/** Triggers on messages of the broker, and on signals within Jia: webhooks, scenes, modes, and the start of the process. */
export class MessageTriggers {
  readonly #options: MessageTriggersOptions;
  /** How to take back the subscriptions of an automation. */
  readonly #subscriptions = new Map<LiveAutomation, (() => void)[]>();
  /** Keyed by the kind of signal. */
  readonly #entries = new Map<TriggerSignal["kind"], readonly Entry[]>();

  constructor(options: MessageTriggersOptions) {
    this.#options = options;
  }

  add(live: LiveAutomation): void {
    this.remove(live);
    if (!isEnabled(live)) return;
    live.saved.definition.triggers.forEach((trigger, index) => {
      const { watch } = triggerKindOf(trigger);
      if (watch.by === "signal") this.#await(watch.signal, { live, index });
      if (watch.by === "broker") this.#listen(trigger, watch, { live, index });
    });
  }

  remove(live: LiveAutomation): void {
    for (const unsubscribe of this.#subscriptions.get(live) ?? []) unsubscribe();
    this.#subscriptions.delete(live);
    for (const [kind, entries] of this.#entries) {
      const left = entries.filter((entry) => entry.live !== live);
      if (left.length < entries.length) this.#entries.set(kind, left);
    }
  }

  /**
   * Starts what waits for a signal.
   * @param chain automations that led to it, first to last
   * @param by who gave it, where somebody is known
   * @returns whether any automation waits for it
   */
  signal(signal: TriggerSignal, chain: readonly string[] = [], by?: Origin): boolean {
    const started = new Set<LiveAutomation>();
    for (const { live, index } of this.#entries.get(signal.kind) ?? []) {
      const trigger = live.saved.definition.triggers[index];
      if (!trigger) continue;
      const { watch } = triggerKindOf(trigger);
      if (watch.by !== "signal" || !watch.fits(trigger, signal)) continue;
      // The process starts once, however often an automation asks for it.
      if (signal.kind === "startup" && started.has(live)) continue;
      started.add(live);
      const detail = watch.detail(trigger, signal);
      this.#options.start(live, { type: trigger.type, trigger: index, dueAt: null, detail, chain, ...(by && { by }) });
    }
    return started.size > 0;
  }

  #await(kind: TriggerSignal["kind"], entry: Entry): void {
    this.#entries.set(kind, [...(this.#entries.get(kind) ?? []), entry]);
  }

  #listen(trigger: Trigger, watch: BrokerWatch<Trigger>, { live, index }: Entry): void {
    if (!this.#options.source) return;
    const unsubscribe = this.#options.source.subscribe(watch.filter(trigger), (topic, payload) => {
      if (!watch.fits(trigger, payload)) return;
      const detail = `${topic} ${cleanText(payload, MAX_SHOWN)}`;
      this.#options.start(live, { type: trigger.type, trigger: index, dueAt: null, detail, chain: [] });
    });
    this.#subscriptions.set(live, [...(this.#subscriptions.get(live) ?? []), unsubscribe]);
  }
}
