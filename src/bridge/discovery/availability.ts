import { topicFilterFault, topicFits, topicNameFault } from "../../home/index.ts";
import type { Component } from "./component.ts";
import { isComponentFields } from "./config-message.ts";
import type { Template } from "./template/template.ts";
import type { Payload } from "./wire.ts";

type Mode = "all" | "any" | "latest";

interface Source {
  readonly topic: string;
  readonly template: Template | null;
  readonly available: string;
  readonly missing: string;
}

/** Whether a component is reachable: by its availability topics and by the age of its values. */
export class DiscoveryAvailability {
  /** Equal for components with the same availability; they share one. */
  readonly key: string;
  readonly #sources: readonly Source[];
  readonly #mode: Mode;
  /** Milliseconds after which a value is too old; null for never. */
  readonly #expires: number | null;
  /** Topics whose values are to be fresh. */
  readonly #values: ReadonlySet<string>;
  /** The last statement of each topic, keyed by topic. */
  readonly #said = new Map<string, boolean>();
  #latest: boolean | null = null;
  /** When a value came last, milliseconds since the epoch. */
  #heardAt: number | null = null;
  #expired = false;

  constructor(component: Component, values: readonly string[]) {
    const seconds = component.number("expire_after");
    this.#sources = sourcesOf(component);
    const mode = component.text("availability_mode");
    this.#mode = mode === "all" || mode === "any" ? mode : "latest";
    this.#expires = seconds !== undefined && seconds > 0 ? seconds * 1000 : null;
    this.#values = this.#expires === null ? new Set() : new Set(values);
    const { options } = component;
    const said = [
      options["availability"],
      options["availability_topic"],
      options["availability_template"],
      options["payload_available"],
      options["payload_not_available"],
    ];
    this.key = JSON.stringify([said, this.#mode, this.#expires === null ? null : [this.#expires, ...this.#values]]);
  }

  get topics(): readonly string[] {
    return this.#sources.map(({ topic }) => topic);
  }

  /** Whether anything states the availability. */
  get tells(): boolean {
    return this.#sources.length > 0 || this.#expires !== null;
  }

  /** true or false; null before anything was said. */
  get online(): boolean | null {
    if (this.#expired) return false;
    const told = this.#fromTopics();
    return told === null && this.#heardAt !== null ? true : told;
  }

  receive(topic: string, payload: Payload, at: number): void {
    if ([...this.#values].some((filter) => topicFits(filter, topic))) {
      this.#heardAt = at;
      this.#expired = false;
    }
    for (const source of this.#sources) {
      if (source.topic !== topic) continue;
      const rendered = source.template?.render({ value: payload.text, value_json: payload.json });
      if (rendered && rendered.kind !== "text") continue;
      const text = rendered?.text ?? payload.text;
      // Templates write booleans as Python does.
      const same = (word: string) => text === word || text.toLowerCase() === word.toLowerCase();
      const online = same(source.available) ? true : same(source.missing) ? false : null;
      if (online === null) continue;
      this.#said.set(topic, online);
      this.#latest = online;
    }
  }

  /** Checks whether the last value is too old. */
  tick(at: number): void {
    if (this.#expires !== null && this.#heardAt !== null) this.#expired = at - this.#heardAt > this.#expires;
  }

  #fromTopics(): boolean | null {
    if (this.#mode === "latest") return this.#latest;
    const said = this.#sources.map(({ topic }) => this.#said.get(topic) ?? null);
    if (said.length === 0) return null;
    if (this.#mode === "any") return said.includes(true) ? true : said.includes(null) ? null : false;
    return said.includes(false) ? false : said.includes(null) ? null : true;
  }
}

function sourcesOf(component: Component): Source[] {
  const listed = component.options["availability"];
  const text = (value: unknown, otherwise: string) =>
    typeof value === "string"
      ? value
      : typeof value === "boolean"
        ? value
          ? "True"
          : "False"
        : typeof value === "number"
          ? String(value)
          : otherwise;
  if (Array.isArray(listed)) {
    return listed.slice(0, 20).flatMap((entry): Source[] => {
      if (!isComponentFields(entry) || typeof entry["topic"] !== "string") return [];
      const fault = topicFilterFault(entry["topic"], { wide: false }) ?? topicNameFault(entry["topic"]);
      if (fault !== null) {
        component.unusable("availability", fault);
        return [];
      }
      return [
        {
          topic: entry["topic"],
          template: component.templateOf(entry["value_template"]),
          available: text(entry["payload_available"], "online"),
          missing: text(entry["payload_not_available"], "offline"),
        },
      ];
    });
  }
  const topic = component.topic("availability_topic");
  if (topic === undefined) return [];
  return [
    {
      topic,
      template: component.template("availability_template"),
      available: component.text("payload_available") ?? "online",
      missing: component.text("payload_not_available") ?? "offline",
    },
  ];
}
