import { type TopicFault, topicFilterFault, topicNameFault } from "../../home/index.ts";
import type { ProblemCode } from "../problem-codes.ts";
import { specLabelOf, specNameOf } from "../spec/writer.ts";
import type { ComponentConfig, ComponentFields } from "./config-message.ts";
import type { Template, TemplateCache } from "./template/template.ts";

/** What a code that opens doors is called. */
const SECRET = /pin[ _-]?code|pass[ _-]?code|password|(user|access|door|entry)[ _-]?code/i;

const TRUE_WORDS: ReadonlySet<string> = new Set(["true", "yes", "on", "enable", "1"]);
const FALSE_WORDS: ReadonlySet<string> = new Set(["false", "no", "off", "disable", "0"]);

/** Longest text option. */
const MAX_OPTION = 20_000;

/** The options of one component, read with their defaults and limits. */
export class ComponentOptions {
  readonly config: ComponentConfig;
  readonly options: ComponentFields;
  readonly #problems: { problem(code: ProblemCode, detail: string): void };
  readonly #templates: TemplateCache;

  /** @param problems is told what of the options cannot be used */
  constructor(
    config: ComponentConfig,
    problems: { problem(code: ProblemCode, detail: string): void },
    templates: TemplateCache,
  ) {
    this.config = config;
    this.options = config.options;
    this.#problems = problems;
    this.#templates = templates;
  }

  /** The name that people see: its own, or of what it is. */
  get label(): string {
    return this.text("name") ?? specLabelOf(this.text("device_class") ?? this.config.object);
  }

  /** Whether it reports or takes an access code: nothing of it is kept anywhere. */
  get secret(): boolean {
    const names = [this.config.object, this.text("name"), this.text("unique_id"), this.text("value_template")];
    return names.some((name) => name !== undefined && SECRET.test(name)) || this.text("mode") === "password";
  }

  get deviceClass(): string | undefined {
    return this.text("device_class");
  }

  /** A text option; numbers and booleans as JSON writes them. */
  text(key: string): string | undefined {
    const value = this.options[key];
    if (typeof value === "string") return value.length <= MAX_OPTION ? value : undefined;
    if (typeof value === "boolean") return String(value);
    return typeof value === "number" ? String(value) : undefined;
  }

  /** null where the payload switches it off ("payload_stop": null). */
  payload(key: string, otherwise: string): string | null {
    return this.options[key] === null ? null : (this.text(key) ?? otherwise);
  }

  number(key: string): number | undefined {
    const value = this.options[key];
    const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
    return typeof number === "number" && Number.isFinite(number) ? number : undefined;
  }

  /** On or off, also as a text: "true", "on", "1", "no". */
  flag(key: string, otherwise = false): boolean {
    const value = this.text(key)?.toLowerCase();
    if (value === undefined) return otherwise;
    return TRUE_WORDS.has(value) || (otherwise && !FALSE_WORDS.has(value));
  }

  texts(key: string): readonly string[] {
    const value = this.options[key];
    if (!Array.isArray(value)) return [];
    return value.filter((item) => typeof item === "string" || typeof item === "number").map(String);
  }

  /** A topic to listen to; some gateways announce theirs with wildcards. */
  heardTopic(key: string): string | undefined {
    return this.#usable(key, (topic) => topicFilterFault(topic, { wide: false }));
  }

  /** A topic to publish to; undefined when there is none or it cannot be one. */
  topic(key: string): string | undefined {
    return this.#usable(key, topicNameFault);
  }

  /** The template under the first of `keys` that is there. */
  template(...keys: readonly string[]): Template | null {
    const source = keys.map((key) => this.options[key]).find((value) => typeof value === "string" && value !== "");
    return this.templateOf(source);
  }

  templateOf(source: unknown): Template | null {
    if (typeof source !== "string" || source === "") return null;
    const template = this.#templates.get(source);
    if (template.broken !== null) this.problem("broken-template", template.broken);
    return template;
  }

  problem(code: ProblemCode, detail: string): void {
    this.#problems.problem(code, `${this.config.platform} ${this.config.object}: ${detail}`);
  }

  /** A topic under `key`, unless there is none or it is at fault, which is told. */
  #usable(key: string, faultOf: (topic: string) => TopicFault | null): string | undefined {
    const topic = this.options[key];
    if (typeof topic !== "string" || topic === "") return undefined;
    const fault = topic.length > MAX_OPTION ? "too-long" : faultOf(topic);
    if (fault === null) return topic;
    this.unusable(key, fault);
    return undefined;
  }

  /** Tells of a topic that MQTT does not allow. */
  unusable(key: string, fault: TopicFault): void {
    if (fault === "wildcard") this.problem("wildcard-topic", key);
    else this.problem("unusable-topic", `${key}: ${fault}`);
  }

  /** A name for a property in a shared service: what it measures, or how it is called. */
  get ownName(): string {
    return specNameOf(this.text("name") ?? this.config.object);
  }
}
