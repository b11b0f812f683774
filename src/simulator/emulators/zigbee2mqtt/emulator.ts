import type { InboundMessage, Publication } from "../../../bridge/dialect.ts";
import { isObject } from "../../../bridge/zigbee2mqtt/index.ts";
import type { Property, Value } from "../../../home/index.ts";
import type { SimulatedDevice } from "../../device.ts";
import type {
  AnnouncedElsewhere,
  ControllerRequest,
  DeviceEmulator,
  EmulatedHome,
  EmulatorFactory,
  ItemResult,
  OtherAnnouncements,
} from "../emulator.ts";
import { ieeeOf } from "../ieee.ts";
import { shapeOfSpec, type WireShape } from "./exposes-of-spec.ts";

/** Devices as Zigbee2MQTT shows them: one bridge with a list of devices, a topic each for state and availability. */
export function zigbee2mqttEmulator(options: Zigbee2MqttEmulatorOptions = {}): EmulatorFactory {
  return (surroundings) => new Zigbee2MqttEmulator(options, surroundings);
}

export interface Zigbee2MqttEmulatorOptions {
  /** `zigbee2mqtt` when it is left out. */
  readonly base?: string;
  /** Whether the bridge tells of itself and lets new devices join. */
  readonly joins?: boolean;
}

class Zigbee2MqttEmulator implements DeviceEmulator {
  readonly name = "zigbee2mqtt";
  readonly filters: readonly string[];
  readonly #base: string;
  /** What was last listed of each device, keyed by id: its friendly name and its entry. */
  readonly #listed = new Map<string, { readonly name: string; readonly entry: unknown; readonly text: string }>();
  readonly #shapes = new WeakMap<SimulatedDevice["spec"], WireShape>();

  readonly #surroundings: EmulatedHome;
  readonly pairing: DeviceEmulator["pairing"];
  readonly claims: OtherAnnouncements = {
    filters: () => ["state", "devices"].map((leaf) => `${this.#base}/bridge/${leaf}`),
    of: (heard, devices) => this.#claims(heard, devices),
  };

  constructor({ base = "zigbee2mqtt", joins = false }: Zigbee2MqttEmulatorOptions, surroundings: EmulatedHome) {
    this.#base = base;
    this.#surroundings = surroundings;
    this.pairing = joins
      ? {
          changed: (open) => [this.#info(open)],
          joining: (device, stage) => [this.#joining(device, stage)],
        }
      : undefined;
    this.filters = [`${base}/+/set`, `${base}/+/+/set`, `${base}/+/get`, `${base}/+/+/get`, `${base}/bridge/request/#`];
  }

  will(): Publication {
    return this.#retained("bridge/state", { state: "offline" });
  }

  connected(devices: readonly SimulatedDevice[]): readonly Publication[] {
    for (const device of devices) this.#list(device);
    const definitions = this.#retained("bridge/definitions", { clusters: {}, custom_clusters: {} });
    const info = this.pairing ? [this.#info(false)] : [];
    return [this.#retained("bridge/state", { state: "online" }), ...info, this.#list(null), definitions];
  }

  disconnecting(): readonly Publication[] {
    return [this.will()];
  }

  announce(device: SimulatedDevice): readonly Publication[] {
    const before = this.#listed.get(device.id);
    const list = this.#list(device);
    const now = this.#listed.get(device.id);
    const changed = before?.text !== now?.text ? [list] : [];
    const renamed = before && before.name !== now?.name ? this.#cleared(before.name) : [];
    return [...changed, ...renamed, ...this.availability(device), this.#state(device)];
  }

  withdraw({ id }: SimulatedDevice): readonly Publication[] {
    const before = this.#listed.get(id);
    this.#listed.delete(id);
    return before ? [this.#list(null), ...this.#cleared(before.name)] : [];
  }

  availability(device: SimulatedDevice): readonly Publication[] {
    return [this.#retained(`${this.#nameOf(device)}/availability`, { state: device.online ? "online" : "offline" })];
  }

  report(device: SimulatedDevice): readonly Publication[] {
    return [this.#state(device)];
  }

  event(...[device, event]: Parameters<DeviceEmulator["event"]>): readonly Publication[] {
    const action = this.#shape(device).events.get(event);
    return action === undefined ? [] : [this.#retained(this.#nameOf(device), { ...this.#values(device), action })];
  }

  receive(...[message, , devices]: Parameters<DeviceEmulator["receive"]>): readonly ControllerRequest[] {
    const place = message.topic.slice(this.#base.length + 1);
    if (place.startsWith("bridge/request/")) return this.#bridgeRequest(place.slice("bridge/request/".length), message);
    const verb = place.slice(place.lastIndexOf("/") + 1);
    const name = place.slice(0, -verb.length - 1);
    const device = devices.find((each) => this.#nameOf(each) === name);
    if (!device) return [];
    const state = () => [this.#state(device)];
    if (verb === "get") return [{ kind: "get", device, properties: [], reply: state }];
    const body = readJson(message.payload);
    return isObject(body) ? this.#set(device, body) : [];
  }

  /**
   * A base topic can hold the list of one bridge only, so an online bridge conflicts whatever devices it has. One that
   * lists nothing but these devices is the same home: it may be left from an earlier run.
   */
  #claims(heard: ReadonlyMap<string, string>, devices: readonly SimulatedDevice[]): readonly AnnouncedElsewhere[] {
    const state = readText(heard.get(`${this.#base}/bridge/state`) ?? "");
    if (!isObject(state) || state["state"] !== "online") return [];
    const list = readText(heard.get(`${this.#base}/bridge/devices`) ?? "");
    const listed = (Array.isArray(list) ? list : []).filter(isObject).filter(({ type }) => type !== "Coordinator");
    const own = new Set(devices.map(({ id }) => ieeeOf(id)));
    const same =
      listed.length > 0 && listed.every(({ ieee_address: ieee }) => typeof ieee === "string" && own.has(ieee));
    const ids = devices.map(({ id }) => id);
    return [{ gateway: same ? this.#surroundings.gateway : "Zigbee2MQTT", devices: ids, apart: false }];
  }

  /** A successful set is answered by the state, changed or not; a failed one by nothing. */
  #set(device: SimulatedDevice, body: Readonly<Record<string, unknown>>): ControllerRequest[] {
    const { properties, actions } = this.#shape(device);
    const requests: ControllerRequest[] = [];
    const writes: ({ readonly property: Property; readonly value: Value } | null)[] = [];
    const reply = (results: readonly ItemResult[]) =>
      results.some(({ code }) => code === 0) ? [this.#state(device)] : [];
    for (const [key, wire] of Object.entries(body)) {
      const action = typeof wire === "string" ? actions.get(key)?.get(wire) : undefined;
      if (action) {
        requests.push({ kind: "invoke", device, action, in: [], reply: (result) => reply([result]) });
        continue;
      }
      const found = properties.get(key);
      const value = found?.codec.decode(wire);
      writes.push(found && value !== null && value !== undefined ? { property: found.property, value } : null);
    }
    if (writes.length > 0) requests.push({ kind: "set", device, writes, reply });
    return requests;
  }

  #bridgeRequest(path: string, message: InboundMessage): ControllerRequest[] {
    const body = readJson(message.payload);
    const transaction = isObject(body) ? body["transaction"] : undefined;
    const payload = JSON.stringify({ status: "ok", data: {}, transaction });
    const topic = `${this.#base}/bridge/response/${path}`;
    const publications: readonly Publication[] = [{ topic, payload, qos: 0, retain: false }];
    const time = isObject(body) ? body["time"] : undefined;
    if (path !== "permit_join" || !this.pairing || typeof time !== "number") return [{ kind: "answer", publications }];
    return [{ kind: "pairing", seconds: time, publications: [...publications, this.#info(time > 0)] }];
  }

  #info(open: boolean): Publication {
    return this.#retained("bridge/info", { version: "2.6.0", permit_join: open });
  }

  #joining(device: SimulatedDevice, stage: "joined" | "asked" | "known"): Publication {
    const { vendor, model, description } = { vendor: "Jia", model: device.model, description: device.spec.description };
    const about = { friendly_name: this.#friendlyName(device), ieee_address: ieeeOf(device.id) };
    const known = { ...about, status: "successful", supported: true, definition: { vendor, model, description } };
    const body =
      stage === "joined"
        ? { type: "device_joined", data: about }
        : { type: "device_interview", data: stage === "asked" ? { ...about, status: "started" } : known };
    return { topic: `${this.#base}/bridge/event`, payload: JSON.stringify(body), qos: 0, retain: false };
  }

  /** The list of devices, with `device` in it as it is now. */
  #list(device: SimulatedDevice | null): Publication {
    if (device) {
      const name = this.#friendlyName(device);
      const entry = this.#entry(device, name);
      this.#listed.set(device.id, { name, entry, text: JSON.stringify(entry) });
    }
    const coordinator = {
      ieee_address: "0x00124b0000000001",
      type: "Coordinator",
      friendly_name: "Coordinator",
      definition: null,
    };
    return this.#retained("bridge/devices", [coordinator, ...[...this.#listed.values()].map(({ entry }) => entry)]);
  }

  /** "Study/Reading lamp", unique as Zigbee2MQTT wants it. */
  #friendlyName({ id, name, room }: SimulatedDevice): string {
    const plain = (text: string) => text.replace(/[/+#]/g, "-");
    const place = room === null ? undefined : this.#surroundings.rooms.get(room)?.name;
    const wanted = place === undefined ? plain(name) : `${plain(place)}/${plain(name)}`;
    const taken = new Set([...this.#listed].flatMap(([other, listed]) => (other === id ? [] : [listed.name])));
    let free = wanted;
    for (let number = 2; taken.has(free); number += 1) free = `${wanted} ${number}`;
    return free;
  }

  /** The name that a device was listed with. */
  #nameOf(device: SimulatedDevice): string {
    return this.#listed.get(device.id)?.name ?? this.#friendlyName(device);
  }

  #entry(device: SimulatedDevice, name: string): unknown {
    return {
      ieee_address: ieeeOf(device.id),
      type: "Router",
      friendly_name: name,
      supported: true,
      disabled: false,
      interview_state: "SUCCESSFUL",
      definition: {
        source: "native",
        vendor: "Jia",
        model: device.model,
        description: device.spec.description,
        exposes: this.#shape(device).exposes,
        options: [],
      },
      endpoints: { "1": { bindings: [], clusters: { input: [], output: [] }, scenes: [] } },
    };
  }

  #shape({ spec }: SimulatedDevice): WireShape {
    const known = this.#shapes.get(spec) ?? shapeOfSpec(spec);
    this.#shapes.set(spec, known);
    return known;
  }

  #values(device: SimulatedDevice): Record<string, unknown> {
    const values: Record<string, unknown> = {};
    for (const { key, property, codec } of this.#shape(device).properties.values()) {
      const value = device.state.get(property.address);
      if (value !== undefined) values[key] = codec.encode(value);
    }
    return values;
  }

  #state(device: SimulatedDevice): Publication {
    return this.#retained(this.#nameOf(device), this.#values(device));
  }

  #cleared(name: string): Publication[] {
    return [name, `${name}/availability`].map((topic) => ({ ...this.#retained(topic, ""), payload: "" }));
  }

  #retained(topic: string, body: unknown): Publication {
    return { topic: `${this.#base}/${topic}`, payload: JSON.stringify(body), qos: 1, retain: true };
  }
}

function readJson(payload: Uint8Array): unknown {
  return readText(new TextDecoder().decode(payload));
}

function readText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
