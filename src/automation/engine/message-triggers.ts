import { cleanText, type Origin } from "../../home/index.ts";
import { message } from "../../language/index.ts";
import type { ModeBegan } from "../household.ts";
import { type Cause, SILENT } from "../trace.ts";
import { isEnabled, type LiveAutomation } from "./live.ts";

/** Where messages of the broker come from, for MQTT triggers. */
export interface MessageSource {
  /** Calls `listener` for every message of a topic filter until the returned function is called. */
  subscribe(filter: string, listener: (topic: string, payload: string) => void): () => void;
}

export interface MessageTriggersOptions {
  /** null when there is no broker to listen to. */
  readonly source: MessageSource | null;
  readonly start: (live: LiveAutomation, cause: Cause) => void;
}

/** Payloads are quoted in traces, cut to this length. */
const MAX_SHOWN = 80;

/** Triggers by name: MQTT topics, webhooks, activated scenes, modes of the home, and the start of the process. */
export class MessageTriggers {
  readonly #options: MessageTriggersOptions;
  /** How to take back the subscriptions of an automation. */
  readonly #subscriptions = new Map<LiveAutomation, (() => void)[]>();
  /** Keyed by `webhook <key>`, `scene <id>`, and `mode` for all of those. */
  readonly #named = new Map<string, { readonly live: LiveAutomation; readonly index: number }[]>();

  constructor(options: MessageTriggersOptions) {
    this.#options = options;
  }

  add(live: LiveAutomation): void {
    this.remove(live);
    if (!isEnabled(live)) return;
    live.saved.definition.triggers.forEach((trigger, index) => {
      if (trigger.type === "webhook") this.#name(`webhook ${trigger.key}`, live, index);
      if (trigger.type === "scene") this.#name(`scene ${trigger.scene}`, live, index);
      if (trigger.type === "mode") this.#name("mode", live, index);
      if (trigger.type !== "mqtt" || !this.#options.source) return;
      const { topic: filter, payload: wanted } = trigger;
      const unsubscribe = this.#options.source.subscribe(filter, (topic, payload) => {
        if (wanted !== undefined && payload !== wanted) return;
        const detail = `${topic} ${cleanText(payload, MAX_SHOWN)}`;
        this.#options.start(live, { type: "mqtt", trigger: index, dueAt: null, detail, chain: [] });
      });
      this.#subscriptions.set(live, [...(this.#subscriptions.get(live) ?? []), unsubscribe]);
    });
  }

  remove(live: LiveAutomation): void {
    for (const unsubscribe of this.#subscriptions.get(live) ?? []) unsubscribe();
    this.#subscriptions.delete(live);
    for (const [key, entries] of this.#named) {
      const left = entries.filter((entry) => entry.live !== live);
      if (left.length === 0) this.#named.delete(key);
      else if (left.length < entries.length) this.#named.set(key, left);
    }
  }

  /** A call to a webhook, with the rights of `by` where somebody is known. false when no automation has this key. */
  webhook(key: string, by?: Origin): boolean {
    return this.#fire(`webhook ${key}`, "webhook", [], by);
  }

  sceneActivated(scene: string, chain: readonly string[]): void {
    this.#fire(`scene ${scene}`, "scene", chain);
  }

  modeBegan({ mode, before, chain }: ModeBegan): void {
    for (const { live, index } of [...(this.#named.get("mode") ?? [])]) {
      const trigger = live.saved.definition.triggers[index];
      if (trigger?.type !== "mode") continue;
      const { to, from } = trigger;
      if (to !== undefined && ![to].flat().includes(mode)) continue;
      if (from !== undefined && ![from].flat().includes(before)) continue;
      const detail = message("conditions.mode", { modes: [mode] });
      this.#options.start(live, { type: "mode", trigger: index, dueAt: null, detail, chain });
    }
  }

  startup(lives: Iterable<LiveAutomation>): void {
    for (const live of lives) {
      const index = live.saved.definition.triggers.findIndex(({ type }) => type === "startup");
      if (index >= 0 && isEnabled(live)) {
        this.#options.start(live, { type: "startup", trigger: index, dueAt: null, detail: SILENT, chain: [] });
      }
    }
  }

  #name(key: string, live: LiveAutomation, index: number): void {
    this.#named.set(key, [...(this.#named.get(key) ?? []), { live, index }]);
  }

  #fire(key: string, type: string, chain: readonly string[], by?: Origin): boolean {
    const entries = this.#named.get(key) ?? [];
    for (const { live, index } of entries) {
      this.#options.start(live, { type, trigger: index, dueAt: null, detail: SILENT, chain, ...(by && { by }) });
    }
    return entries.length > 0;
  }
}
