import type { Value } from "../../home/index.ts";
import type { Publication } from "../dialect.ts";
import { type Codec, listedValues } from "../spec/codec.ts";
import { listDraft } from "../spec/lists.ts";
import type { PropertyDraft, ServiceWriter, Slot } from "../spec/writer.ts";
import { ComponentOptions } from "./component-options.ts";
import { type ComponentConfig, type ComponentFields, isComponentFields } from "./config-message.ts";
import type { Template, TemplateCache } from "./template/template.ts";
import { type DecodedMessage, type Fields, Payload, type PropertyWriting, type TopicListener } from "./wire.ts";
import type { WiringBuilder } from "./wiring-builder.ts";

/** Builds one component: reads its options and adds services and properties to its device. */
export class Component extends ComponentOptions {
  readonly #builder: WiringBuilder;

  constructor(config: ComponentConfig, builder: WiringBuilder, templates: TemplateCache) {
    super(config, builder, templates);
    this.#builder = builder;
  }

  trait(name: string): void {
    this.#builder.traits.add(name);
  }

  /** A service of this component alone; the second of a name is `switch-2`, told apart by its description. */
  service(name: string, description = this.label): ServiceWriter {
    return this.#builder.writer.service(name, description, `${this.config.key}|${name}`);
  }

  /** A service that all components of the device share: the environment, the battery. */
  shared(name: string, description: string): ServiceWriter {
    return this.#builder.writer.service(name, description, `|${name}`);
  }

  /** A service of the device for one part of it, whoever adds to it: a button by its name. */
  sharedBy(name: string, description: string, part: string): ServiceWriter {
    return this.#builder.writer.service(name, description, `|${name}|${part}`);
  }

  /**
   * Adds a property.
   * @param state where its value is heard; a property without one can only be written
   * @param write how it is sent; null when it cannot be
   */
  property(
    service: ServiceWriter,
    draft: ComponentDraft,
    codec: Codec,
    state: ComponentState | null,
    write: PropertyWriting | null,
  ): string {
    const read = state !== null;
    const slot = service.property({ ...draft, read, write: write !== null });
    const whose = this.text("unique_id") ?? this.config.key;
    const id = this.#builder.property(slot, codec, write, `${this.config.platform}|${whose}|${draft.name}`);
    if (state?.kind === "topic") this.listen(state.topic, (payload) => [this.#heard(id, state, payload)]);
    return id;
  }

  /** Adds a property whose values are a closed list of the wire's, by position. */
  choice(
    service: ServiceWriter,
    name: string,
    description: string,
    values: readonly string[],
    state: ComponentState | null,
    write: PropertyWriting | null,
  ): string {
    return this.property(service, { name, description, ...listDraft(values) }, listedValues(values), state, write);
  }

  /** The topic and template of a property's value, from `<key>_topic`; null without a topic. */
  state(topicKey: string, ...templateKeys: readonly string[]): ComponentState | null {
    const topic = this.heardTopic(topicKey);
    return topic === undefined ? null : { kind: "topic", topic, template: this.template(...templateKeys) };
  }

  /** Like `state`, with the option that names what the device says when it does not know. */
  resettable(resetKey: string, topicKey: string, ...templateKeys: readonly string[]): ComponentState | null {
    const state = this.state(topicKey, ...templateKeys);
    return state?.kind === "topic" ? { ...state, reset: this.text(resetKey) } : state;
  }

  /** A write that is a publication of its own: `<key>_topic`, through its template. */
  command(topicKey: string, ...templateKeys: readonly string[]): PropertyWriting | null {
    const topic = this.topic(topicKey);
    if (topic === undefined) return null;
    const template = templateKeys.length > 0 ? this.template(...templateKeys) : null;
    return { kind: "alone", publish: (wire) => this.publication(topic, wire, template) };
  }

  /** Like `command`, with other names in the template besides. */
  commandWith(topicKey: string, templateKey: string, names: (wire: unknown) => Fields): PropertyWriting | null {
    const topic = this.topic(topicKey);
    if (topic === undefined) return null;
    const template = this.template(templateKey);
    return { kind: "alone", publish: (wire) => this.publication(topic, wire, template, names(wire)) };
  }

  /** A publication of `wire`, through `template` where there is one; null when that fails. */
  publication(topic: string, wire: unknown, template: Template | null, names: Fields = {}): Publication | null {
    const retain = this.flag("retain");
    const qos = this.number("qos") === 1 ? 1 : this.number("qos") === 2 ? 2 : 0;
    if (template === null) return { topic, payload: asPayload(wire), qos, retain };
    const rendered = template.render({ value: wire, ...names });
    if (rendered.kind !== "text") {
      this.#builder.failed(`${this.config.platform} ${this.config.object}: command template`);
      return null;
    }
    return { topic, payload: rendered.text, qos, retain };
  }

  action(
    service: ServiceWriter,
    name: string,
    description: string,
    publish: (args: readonly Value[]) => Publication | null,
    args: readonly Slot[] = [],
  ): void {
    this.#builder.action(service.action(name, description, args), publish);
  }

  /** An action that publishes a constant; nothing where it has no topic or the payload is switched off. */
  constantAction(
    service: ServiceWriter,
    name: string,
    description: string,
    topicKey: string,
    payload: string | null,
    names: Fields = {},
    templateKey = "command_template",
  ): void {
    const topic = this.topic(topicKey);
    if (topic === undefined || payload === null) return;
    const template = this.template(templateKey);
    this.action(service, name, description, () => this.publication(topic, payload, template, names));
  }

  /** Adds an event; what listeners report as `event` with the returned slot. */
  event(service: ServiceWriter, name: string, description: string): string {
    return this.#builder.event(service.event(name, description));
  }

  listen(topic: string, receive: TopicListener["receive"]): void {
    this.#builder.listen({ topic, receive });
  }

  /**
   * Listens to `<key>_topic` through the first of the templates that is there. An empty text says nothing.
   * @param names what the template is given besides the message
   */
  hear(
    topicKey: string,
    templateKeys: readonly string[],
    names: Fields,
    receive: (text: string) => readonly DecodedMessage[],
  ): void {
    const topic = this.heardTopic(topicKey);
    if (topic === undefined) return;
    const template = this.template(...templateKeys);
    this.listen(topic, (payload) => {
      const rendered = this.render(template, payload, names);
      if (!("text" in rendered)) return [rendered];
      return rendered.text === "" ? [] : receive(rendered.text);
    });
  }

  /** A value of a slot, where there is one. */
  values(slot: string | undefined, wire: unknown): readonly DecodedMessage[] {
    return slot === undefined ? [] : [{ kind: "value", slot, wire }];
  }

  /** The text of a message through a template: null for nothing, or what is wrong. */
  render(template: Template | null, payload: Payload, names: Fields = {}): { readonly text: string } | DecodedMessage {
    if (template === null) return { text: payload.text };
    const rendered = template.render({ ...names, value: payload.text, value_json: payload.json });
    if (rendered.kind === "text") return { text: rendered.text };
    if (rendered.kind === "missing") return { kind: "nothing" };
    return { kind: "problem", detail: `${this.config.platform} ${this.config.object}: ${rendered.detail}` };
  }

  /** A JSON object of a message or a rendered text; null when it is none. */
  jsonOf(source: Payload | string): ComponentFields | null {
    const json = typeof source === "string" ? new Payload(source).json : source.json;
    return isComponentFields(json) ? json : null;
  }

  /** After `ms` without another message the property becomes what `wire` says. */
  offAfter(slot: string, wire: string, ms: number): void {
    this.#builder.offAfter(slot, wire, ms);
  }

  #heard(
    slot: string,
    { template, reset }: Extract<ComponentState, { kind: "topic" }>,
    payload: Payload,
  ): DecodedMessage {
    const rendered = this.render(template, payload);
    if (!("text" in rendered)) return rendered;
    if (rendered.text === reset) return { kind: "value", slot, wire: null };
    return rendered.text === "" ? { kind: "nothing" } : { kind: "value", slot, wire: rendered.text };
  }
}

/** A property of the spec before it is known whether it is read or written. */
export type ComponentDraft = Omit<PropertyDraft, "read" | "write">;

export type ComponentState =
  | {
      readonly kind: "topic";
      readonly topic: string;
      readonly template: Template | null;
      /** What the device says when it does not know, besides the usual words; undefined without one. */
      readonly reset?: string | undefined;
    }
  /** Heard by a listener of the component's own. */
  | { readonly kind: "own" };

export const OWN_STATE: ComponentState = { kind: "own" };

/** Numbers, texts and booleans as they are. */
function asPayload(wire: unknown): string {
  return typeof wire === "object" && wire !== null ? JSON.stringify(wire) : String(wire);
}
