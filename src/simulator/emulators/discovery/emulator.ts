import type { InboundMessage, Publication } from "../../../bridge/dialect.ts";
import type { Property, Value } from "../../../home/index.ts";
import type { SimulatedDevice, SimulatedValue } from "../../device.ts";
import type {
  AnnouncedElsewhere,
  ControllerRequest,
  DeviceEmulator,
  EmulatedHome,
  EmulatorFactory,
  OtherAnnouncements,
} from "../emulator.ts";
import { componentsOfSpec, type WireComponent } from "./components-of-spec.ts";

/** Devices that announce themselves by Home Assistant's MQTT discovery, each in one message. */
export function discoveryEmulator(options: { readonly prefix?: string; readonly base?: string } = {}): EmulatorFactory {
  const { prefix = "homeassistant", base = "simulated" } = options;
  return (surroundings) => new DiscoveryEmulator(prefix, base, surroundings);
}

class DiscoveryEmulator implements DeviceEmulator {
  readonly name = "discovery";
  readonly filters: readonly string[];
  readonly #prefix: string;
  readonly #base: string;
  readonly #surroundings: EmulatedHome;
  readonly claims: OtherAnnouncements = {
    filters: (devices) => [...devices.map((device) => this.#configTopic(device)), `${this.#base}/+/status`],
    of: (heard, devices) => this.#claims(heard, devices),
  };
  readonly #components = new WeakMap<SimulatedDevice["spec"], readonly WireComponent[]>();

  constructor(prefix: string, base: string, surroundings: EmulatedHome) {
    this.#prefix = prefix;
    this.#base = base;
    this.#surroundings = surroundings;
    this.filters = [`${base}/+/+/set`];
  }

  will(): Publication {
    return this.#retained(this.#status, "offline");
  }

  connected(): readonly Publication[] {
    return [this.#retained(this.#status, "online")];
  }

  disconnecting(): readonly Publication[] {
    return [this.will()];
  }

  announce(device: SimulatedDevice): readonly Publication[] {
    return [
      this.#retained(this.#configTopic(device), JSON.stringify(this.#config(device))),
      ...this.availability(device),
      ...this.#states(device),
    ];
  }

  withdraw(device: SimulatedDevice): readonly Publication[] {
    const topics = [
      this.#configTopic(device),
      this.#topic(device, "availability"),
      ...this.#of(device).map(({ id }) => this.#topic(device, id)),
    ];
    return topics.map((topic) => this.#retained(topic, ""));
  }

  availability(device: SimulatedDevice): readonly Publication[] {
    return [this.#retained(this.#topic(device, "availability"), device.online ? "online" : "offline")];
  }

  report(device: SimulatedDevice, values: readonly SimulatedValue[]): readonly Publication[] {
    const changed = new Set(values.map(({ property }) => property.address));
    return this.#states(device, ({ properties }) => properties.some(({ property }) => changed.has(property.address)));
  }

  event(...[device, event]: Parameters<DeviceEmulator["event"]>): readonly Publication[] {
    return this.#of(device).flatMap(({ id, events }) => {
      const type = events?.get(event);
      if (type === undefined) return [];
      const payload = JSON.stringify({ event_type: type });
      return [{ topic: this.#topic(device, id), payload, qos: 1, retain: false }];
    });
  }

  receive(...[message, , devices]: Parameters<DeviceEmulator["receive"]>): readonly ControllerRequest[] {
    const [object, id] = message.topic.slice(this.#base.length + 1).split("/");
    const device = devices.find((each) => objectId(each) === object);
    const component = device && this.#of(device).find((each) => each.id === id);
    if (!device || !component) return [];
    const reply = () => this.#states(device, (each) => each === component);
    if (component.action) {
      return [{ kind: "invoke", device, action: component.action, in: [], reply: () => [] }];
    }
    const writes = writesOf(component, message);
    const done = (results: readonly { readonly code: number }[]) =>
      results.some(({ code }) => code === 0) ? reply() : [];
    return writes.length > 0 ? [{ kind: "set", device, writes, reply: done }] : [];
  }

  /** The topic of the simulator's own status: whether all devices of this connection are there. */
  get #status(): string {
    return `${this.#base}/${this.#surroundings.gateway}/status`;
  }

  /** Devices that are announced with the status of a simulator that counts as online. */
  #claims(heard: ReadonlyMap<string, string>, devices: readonly SimulatedDevice[]): readonly AnnouncedElsewhere[] {
    const ids = new Map<string, string[]>();
    for (const device of devices) {
      const config = heard.get(this.#configTopic(device)) ?? "";
      for (const [topic, payload] of heard) {
        if (payload !== "online" || !config.includes(JSON.stringify(topic))) continue;
        const gateway = topic.slice(this.#base.length + 1, -"/status".length);
        ids.set(gateway, [...(ids.get(gateway) ?? []), device.id]);
      }
    }
    return [...ids].map(([gateway, claimed]) => ({ gateway, devices: claimed, apart: true }));
  }

  #of({ spec }: SimulatedDevice): readonly WireComponent[] {
    const known = this.#components.get(spec) ?? componentsOfSpec(spec);
    this.#components.set(spec, known);
    return known;
  }

  #config(device: SimulatedDevice): unknown {
    const room = device.room === null ? undefined : this.#surroundings.rooms.get(device.room);
    const components = this.#of(device).map(({ id, platform, options, topics }) => {
      const own = Object.entries(topics).map(([key, kind]) => [key, `~/${id}${kind === "set" ? "/set" : ""}`]);
      return [id, { p: platform, uniq_id: `${objectId(device)}_${id}`, ...options, ...Object.fromEntries(own) }];
    });
    return {
      "~": this.#topic(device),
      dev: { ids: [objectId(device)], name: device.name, mf: "Jia", mdl: device.model, ...(room && { sa: room.name }) },
      o: { name: "jia-simulator" },
      avty: [{ t: this.#status }, { t: "~/availability" }],
      avty_mode: "all",
      cmps: Object.fromEntries(components),
    };
  }

  #states(device: SimulatedDevice, which: (component: WireComponent) => boolean = () => true): Publication[] {
    return this.#of(device)
      .filter((component) => component.properties.length > 0 && which(component))
      .map((component) => {
        const state: Record<string, unknown> = {};
        for (const { property, key, codec } of component.properties) {
          const value = device.state.get(property.address);
          if (value !== undefined) state[key] = codec.encode(value);
        }
        return this.#retained(this.#topic(device, component.id), JSON.stringify(state));
      });
  }

  #configTopic(device: SimulatedDevice): string {
    return `${this.#prefix}/device/${objectId(device)}/config`;
  }

  #topic(device: SimulatedDevice, leaf?: string): string {
    return [this.#base, objectId(device), ...(leaf === undefined ? [] : [leaf])].join("/");
  }

  #retained(topic: string, payload: string): Publication {
    return { topic, payload, qos: 1, retain: true };
  }
}

/** Ids of discovery are letters, digits, "_" and "-". */
function objectId({ id }: SimulatedDevice): string {
  return id.replace(/[^a-zA-Z0-9_-]+/g, "_");
}

/** The writes of a command; null for a value that fits no property. */
function writesOf(
  component: WireComponent,
  message: InboundMessage,
): ({ readonly property: Property; readonly value: Value } | null)[] {
  const text = new TextDecoder().decode(message.payload);
  const given =
    component.takes === "json" ? jsonOf(text) : { [component.properties[0]?.key ?? ""]: commandOf(component, text) };
  return component.properties.flatMap(({ property, key, codec }) => {
    if (!Object.hasOwn(given, key)) return [];
    const value = codec.decode(given[key]);
    return [value === null || value === undefined ? null : { property, value }];
  });
}

/** A lock is told LOCK and says LOCKED. */
function commandOf({ platform }: WireComponent, text: string): string {
  return platform === "lock" ? ({ LOCK: "LOCKED", UNLOCK: "UNLOCKED" }[text] ?? text) : text;
}

function jsonOf(text: string): Readonly<Record<string, unknown>> {
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === "object" && json !== null && !Array.isArray(json) ? { ...json } : {};
  } catch {
    return {};
  }
}
