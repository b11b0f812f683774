import {
  cleanText,
  type DeviceDescription,
  type DeviceId,
  type EventAddress,
  hasWildcards,
  type PropertyAddress,
  type ReportCause,
  type ReportedValue,
  topicFits,
  type Value,
  type WireCommand,
} from "../../home/index.ts";
import type { DialectOutput, EncodedCommand, InboundMessage, Publication } from "../dialect.ts";
import { messageProblem } from "../message-json.ts";
import { type Decoded, decodeWire, shownWire } from "../spec/codec.ts";
import { kindOfTraits } from "../spec/kind.ts";
import { SliceClock } from "../time-slices.ts";
import { DiscoveryAvailability } from "./availability.ts";
import { Component } from "./component.ts";
import { PLATFORMS } from "./components/index.ts";
import type { ComponentConfig, ComponentFields } from "./config-message.ts";
import type { TemplateCache } from "./template/template.ts";
import type { BoundProperty, DecodedMessage, Fields, Payload, TopicListener, Wiring, WriteGroup } from "./wire.ts";
import { type ConfigProblem, WiringBuilder } from "./wiring-builder.ts";

/** Platforms in the order of their services. */
const ORDER = [...PLATFORMS.keys()];

/** The same event again within this many milliseconds is the same message twice: nobody presses that fast. */
const REPEAT_MS = 40;

/** A device whose message took so long, in milliseconds, has its turn after all others. */
const SLOW_MS = 1;

/** A device of discovery, built from its components: spec, topics, availability. It is built again when they change. */
export class DiscoveredDevice {
  readonly id: DeviceId;
  readonly description: DeviceDescription;
  readonly problems: readonly ConfigProblem[];
  readonly #wiring: Wiring;
  readonly #availabilities: readonly DiscoveryAvailability[];
  /** Keyed by topic. */
  readonly #listeners = new Map<string, TopicListener[]>();
  /** Listeners to filters with wildcards. */
  readonly #wild: readonly TopicListener[];
  /** Every topic and filter that it hears. */
  readonly topics: ReadonlySet<string>;
  /** What was last sent for properties whose conversion loses something. */
  readonly #sent = new Map<PropertyAddress, { readonly wire: unknown; readonly value: Value }>();
  /** When a reading resets by itself (`off_delay`), in milliseconds since the epoch, keyed by slot. */
  readonly #due = new Map<string, number>();
  /** When each event came last, milliseconds since the epoch. */
  readonly #lastEvents = new Map<EventAddress, number>();
  /** Details of commands that could not be rendered since the last tick. */
  readonly #failed: string[] = [];
  #online: boolean | null = null;
  #slow = false;

  constructor(id: DeviceId, configs: readonly ComponentConfig[], templates: TemplateCache) {
    this.id = id;
    const sorted = configs.toSorted((a, b) => {
      const order = ORDER.indexOf(a.platform) - ORDER.indexOf(b.platform);
      if (order !== 0) return order;
      const [[topicA, indexA], [topicB, indexB]] = [a.place, b.place];
      return topicA === topicB ? indexA - indexB : topicA < topicB ? -1 : 1;
    });
    const device = sorted.find((config) => config.device)?.device ?? {};
    const model = modelOf(device);
    const builder = new WiringBuilder(model, (detail) => this.#failed.push(detail));
    const availabilities = new Map<string, DiscoveryAvailability>();
    for (const config of sorted) {
      const component = new Component(config, builder, templates);
      if (component.secret) {
        component.problem("secret", "a code that opens something is not shown");
        continue;
      }
      const seconds = component.number("expire_after") ?? 0;
      builder.freshFor = seconds > 0 ? seconds * 1000 : null;
      PLATFORMS.get(config.platform)?.(component);
      const stateTopic = component.heardTopic("state_topic");
      const availability = new DiscoveryAvailability(component, stateTopic === undefined ? [] : [stateTopic]);
      if (availability.tells && !availabilities.has(availability.key))
        availabilities.set(availability.key, availability);
    }
    const { spec, wiring, freshFor } = builder.finish(kindOfTraits(builder.traits) ?? "sensor", model);
    const named = text(device["name"]) ?? text(sorted[0]?.options["name"]) ?? sorted[0]?.object ?? id;
    this.description = {
      id,
      name: cleanText(named) || id,
      aliases: [],
      room: cleanText(text(device["suggested_area"]) ?? "") || null,
      model,
      spec,
      dialect: "discovery",
      reports: [...spec.properties.values()].some(({ access }) => access.read),
      freshFor,
    };
    this.problems = builder.problems;
    this.#wiring = wiring;
    this.#availabilities = [...availabilities.values()];
    for (const listener of wiring.listeners) {
      this.#listeners.set(listener.topic, [...(this.#listeners.get(listener.topic) ?? []), listener]);
    }
    this.#wild = wiring.listeners.filter(({ topic }) => hasWildcards(topic));
    // What takes its time took it before as well: the device is only made anew.
    this.#slow = configs.some(({ options }) => Object.values(options).some((value) => templates.isSlow(value)));
    this.topics = new Set([...this.#listeners.keys(), ...this.#availabilities.flatMap(({ topics }) => topics)]);
  }

  /** Whether it has any property, action or event. */
  get usable(): boolean {
    const { properties, actions, events } = this.description.spec;
    return properties.size + actions.size + events.size > 0;
  }

  /** Whether the last message took long, or one of its templates is known to take long. */
  get slow(): boolean {
    return this.#slow;
  }

  get online(): boolean | null {
    return this.#online;
  }

  /** Whether an address of both means something else in `other`. */
  reorders(other: DiscoveredDevice): boolean {
    return [...this.#wiring.byAddress].some(([address, bound]) => {
      const theirs = other.#wiring.byAddress.get(address);
      return theirs !== undefined && theirs.owner !== bound.owner;
    });
  }

  /** What a message says, in pieces that take about a slice of time each: one for almost every device. */
  *receive(message: InboundMessage, payload: Payload): Generator<readonly DialectOutput[]> {
    const clock = new SliceClock();
    let took = 0;
    for (const availability of this.#availabilities) {
      availability.receive(message.topic, payload, message.at);
      if (!clock.over) continue;
      took += clock.elapsed;
      this.#slow = true;
      yield [];
      clock.restart();
    }
    const availability = this.#availability();
    if (availability.length > 0) yield availability;
    let heard: DecodedMessage[] = [];
    for (const listener of this.#listening(message.topic)) {
      heard.push(...listener.receive(payload));
      if (!clock.over) continue;
      took += clock.elapsed;
      this.#slow = true;
      yield this.#told(heard, message);
      heard = [];
      clock.restart();
    }
    this.#slow = took + clock.elapsed >= SLOW_MS;
    if (heard.length > 0) yield this.#told(heard, message);
  }

  #told(heard: readonly DecodedMessage[], message: InboundMessage): DialectOutput[] {
    const outputs: DialectOutput[] = [];
    /** Keyed by address: of two values of a property the later counts. */
    const values = new Map<PropertyAddress, ReportedValue>();
    for (const told of heard) {
      if (told.kind === "value") {
        const bound = this.#wiring.properties.get(told.slot);
        if (!bound) continue;
        const { value, wrong } = this.#decode(bound, told.wire);
        if (value !== undefined) values.set(bound.address, { address: bound.address, value });
        if (wrong) outputs.push(messageProblem("wrong-value", message, `${shownWire(told.wire)} for ${bound.address}`));
        this.#delayOff(told.slot, told.wire, message.at, value !== undefined && value !== null);
      } else if (told.kind === "event" && !message.retained) {
        const event = this.#wiring.events.get(told.slot);
        if (event === undefined || this.#repeats(event, message.at)) continue;
        outputs.push({ kind: "event", id: this.id, event, arguments: [] });
      } else if (told.kind === "problem") outputs.push(messageProblem("template-failed", message, told.detail));
    }
    if (values.size > 0) {
      const cause: ReportCause = message.retained ? "retained" : "report";
      outputs.unshift({ kind: "values", id: this.id, values: [...values.values()], cause });
    }
    return outputs;
  }

  /** Outputs that are due by themselves: values that expired, readings that reset, commands that failed. */
  tick(at: number): DialectOutput[] {
    const outputs: DialectOutput[] = [];
    for (const [slot, due] of this.#due) {
      if (due > at) continue;
      this.#due.delete(slot);
      const bound = this.#wiring.properties.get(slot);
      const value = bound?.codec.decode(this.#wiring.offDelays.get(slot)?.wire);
      if (bound && value !== null && value !== undefined) {
        outputs.push({ kind: "values", id: this.id, values: [{ address: bound.address, value }], cause: "report" });
      }
    }
    for (const availability of this.#availabilities) availability.tick(at);
    const failed = this.#failed.splice(0).map((detail) => messageProblem("template-failed", { topic: "" }, detail));
    return [...this.#availability(), ...outputs, ...failed];
  }

  encode(command: WireCommand): EncodedCommand {
    if (command.kind === "invoke") {
      const publication = this.#wiring.actions.get(command.action.address)?.publish(command.in);
      return publication
        ? { publications: [publication], confirmation: "none" }
        : { publications: [], confirmation: "reply" };
    }
    const publications: Publication[] = [];
    const together = new Map<WriteGroup, Fields>();
    for (const { property, value } of command.writes) {
      const bound = this.#wiring.byAddress.get(property.address);
      if (!bound?.write) continue;
      const wire = bound.codec.encode(value);
      if (bound.codec.near) this.#sent.set(property.address, { wire, value });
      if (bound.write.kind === "together") {
        const { group, field } = bound.write;
        together.set(group, { ...together.get(group), ...field(wire, value) });
      } else {
        const publication = bound.write.publish(wire, value);
        if (publication) publications.push(publication);
      }
    }
    for (const [group, fields] of together) publications.push(...group.publish(fields));
    // Nothing was sent, so no report will come.
    return { publications, confirmation: publications.length > 0 ? "report" : "reply" };
  }

  #listening(topic: string): readonly TopicListener[] {
    const exact = this.#listeners.get(topic) ?? [];
    if (this.#wild.length === 0) return exact;
    return [...exact, ...this.#wild.filter((listener) => topicFits(listener.topic, topic))];
  }

  #repeats(event: EventAddress, at: number): boolean {
    const last = this.#lastEvents.get(event);
    this.#lastEvents.set(event, at);
    return last !== undefined && at - last < REPEAT_MS;
  }

  #decode(bound: BoundProperty, wire: unknown): Decoded {
    const sent = bound.codec.near === undefined ? undefined : this.#sent.get(bound.address);
    if (sent && bound.codec.near?.(sent.wire, wire)) return { value: sent.value, wrong: false };
    return decodeWire(bound.codec, wire);
  }

  /** @param known whether `wire` is a value: nothing goes back from what is not known */
  #delayOff(slot: string, wire: unknown, at: number, known: boolean): void {
    const delay = this.#wiring.offDelays.get(slot);
    if (!delay) return;
    if (wire === delay.wire || !known) this.#due.delete(slot);
    else this.#due.set(slot, at + delay.ms);
  }

  /** Reachable while any of its components is; not known while none states it. */
  #availability(): DialectOutput[] {
    if (this.#availabilities.length === 0) return [];
    const said = this.#availabilities.map(({ online }) => online);
    const online = said.includes(true) ? true : said.includes(null) ? null : false;
    if (online === this.#online) return [];
    this.#online = online;
    return [{ kind: "availability", id: this.id, online }];
  }
}

const text = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined);

function modelOf(device: ComponentFields): string {
  const maker = text(device["manufacturer"]) ?? "";
  const model = text(device["model"]) ?? text(device["model_id"]) ?? "";
  return cleanText(`${maker} ${model}`.trim() || "mqtt device", 100);
}
