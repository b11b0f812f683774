import { type Device, type DeviceId, type HomeChange, keepNewest, type WireCommand } from "../../home/index.ts";
import type { Dialect, DialectOutput, EncodedCommand, InboundMessage, Publication } from "../dialect.ts";
import { messageProblem } from "../message-json.ts";
import { type BridgeEntry, topicsOf } from "./bridge-entry.ts";
import { DeviceCatalogue } from "./catalogue.ts";
import { FailedPublishes } from "./failed-publish.ts";
import { Gateway } from "./gateway.ts";
import { joiningDevice } from "./joining.ts";
import { BridgeLists } from "./lists.ts";
import { onlineOf, payloadJson, setPublication, timeOf } from "./messages.ts";
import { type BridgeRequest, requestPublication, responseOutput } from "./requests.ts";
import { isObject } from "./shape-builder.ts";
import { SilentGroups } from "./silent-groups.ts";

/** Longest state message and longest list, in bytes. */
const MAX_STATE_BYTES = 256 * 1024;
const MAX_LIST_BYTES = 32 * 1024 * 1024;
/** Topics with lists of everything: 300 devices take a megabyte. */
const LISTS = ["devices", "groups", "definitions"] as const;
/** Most messages that are kept for devices that are not listed yet. */
const MAX_EARLY = 4000;

/** Devices that are asked for their state in one second: the radio network is slow. */
const ASKED_AT_ONCE = 3;

export interface Zigbee2MqttOptions {
  /** Base topic of the bridge; `zigbee2mqtt` when left out. */
  readonly base?: string;
}

type Topic = { readonly entry: BridgeEntry; readonly carries: "state" | "availability" };

/**
 * Zigbee2MQTT reports that it is online before it subscribes; what is sent in between is lost. When it starts,
 * `bridge/definitions` is its last message, and from then on it listens. When it only lost its broker it sends nothing
 * more, and has subscribed after these milliseconds.
 */
const LISTENS_MS = 500;

const decoder = new TextDecoder();

/** Zigbee2MQTT: `bridge/devices` and `bridge/groups` say what there is, the topic of each what it reports. */
export class Zigbee2MqttDialect implements Dialect {
  readonly name = "zigbee2mqtt";
  readonly filters: readonly string[];
  readonly #base: string;
  readonly #lists: BridgeLists;
  readonly #gateway: Gateway;
  /** Keyed by device id. */
  readonly #entries = new Map<DeviceId, BridgeEntry>();
  readonly #silent = new SilentGroups((id) => this.#entries.get(id));
  readonly #failed = new FailedPublishes();
  /** Keyed by whole topic. */
  readonly #topics = new Map<string, Topic>();
  /** Messages that came before the list that explains them, keyed by topic: the newest of each. */
  readonly #early = new Map<string, InboundMessage>();
  /** Devices whose state was not heard and is asked for, a few at a time. */
  #asking: BridgeEntry[] = [];
  /** Messages of the bridge in this connection: `devices`, `groups`, `state`. */
  readonly #told = new Set<"devices" | "groups" | "state">();
  /** What `bridge/state` says; null before it did. Online once it listens. */
  #online: boolean | null = null;
  /** When it reported that it is online, until it listens. Milliseconds since the epoch. */
  #starting: number | null = null;

  constructor({ base = "zigbee2mqtt" }: Zigbee2MqttOptions = {}) {
    this.#base = base;
    const bridge = base === "zigbee2mqtt" ? "" : `${base.replace(/[^A-Za-z0-9]+/g, "-")}-`;
    this.#lists = new BridgeLists(new DeviceCatalogue(base, `zigbee:${bridge}group-`), {
      find: (id) => this.#entries.get(id),
      all: () => this.#entries.values(),
      add: (entry) => this.#add(entry),
      drop: (id) => this.#drop(id),
      grouped: (groups) => this.#silent.set(groups),
    });
    this.#gateway = new Gateway(`zigbee:${bridge}bridge`, base);
    const topics = ["state", "info", "devices", "groups", "definitions", "event", "logging", "response/#"];
    this.filters = [`${base}/+`, `${base}/+/availability`, ...topics.map((topic) => `${base}/bridge/${topic}`)];
  }

  accepts(topic: string): boolean {
    return topic.startsWith(`${this.#base}/`);
  }

  receive(message: InboundMessage): readonly DialectOutput[] {
    const known = this.#topics.get(message.topic);
    if (known !== undefined) return this.#ofEntry(known, message);
    const prefix = `${this.#base}/bridge/`;
    if (message.topic.startsWith(prefix)) return this.#ofBridge(message.topic.slice(prefix.length), message);
    this.#keepEarly(message);
    return [];
  }

  longest(topic: string): number {
    return LISTS.some((list) => topic === `${this.#base}/bridge/${list}`) ? MAX_LIST_BYTES : 0;
  }

  encode(device: Device, command: WireCommand, request: string): EncodedCommand {
    if (device.id === this.#gateway.id) return this.#gateway.encode(command, request);
    const entry = this.#entries.get(device.id);
    if (!entry) return { publications: [], confirmation: "report" };
    const topic = `${this.#base}/${entry.name}`;
    if (command.kind === "set") {
      this.#failed.sent(device.id, {
        request,
        keys: command.writes.map(({ property }) => entry.keyOf(property.address)),
      });
      return {
        publications: [setPublication(`${topic}/set`, entry.encodeSet(command.writes))],
        confirmation: "report",
      };
    }
    const action = entry.shape.actions.get(command.action.address);
    if (!action) return { publications: [], confirmation: "report" };
    const place = action.endpoint === undefined ? topic : `${topic}/${action.endpoint}`;
    return { publications: [setPublication(`${place}/set`, action.payload(command.in))], confirmation: "none" };
  }

  connected(): readonly Publication[] {
    return [];
  }

  disconnected(): void {
    this.#told.clear();
    this.#starting = null;
  }

  /** By default the broker keeps no states: what was not heard by now is asked for. Battery devices sleep and are left alone. */
  settled(): readonly DialectOutput[] {
    // A list that was not told in this connection is on the broker no more, and neither is anybody who would tell it.
    const outputs = [
      ...(this.#told.has("state") || this.#online === null ? [] : this.#reach(null)),
      ...(this.#told.has("devices") ? [] : this.#lists.devices("[]", `${this.#base}/bridge/devices`, true)),
      ...(this.#told.has("groups") ? [] : this.#lists.groups("[]", `${this.#base}/bridge/groups`, true)),
    ];
    this.#asking = [...this.#entries.values()].filter((entry) => !entry.heard && entry.asks.length > 0);
    return outputs;
  }

  tick(at: number): readonly DialectOutput[] {
    const listens = this.#starting !== null && at - this.#starting >= LISTENS_MS;
    const asked = this.#asking.splice(0, ASKED_AT_ONCE).map(({ name, asks }): DialectOutput => {
      const payload = JSON.stringify(Object.fromEntries(asks.map((key) => [key, ""])));
      return { kind: "publish", publication: { topic: `${this.#base}/${name}/get`, payload, qos: 0, retain: false } };
    });
    return [...(listens ? this.#reach(true) : []), ...asked];
  }

  /** What to publish to ask the bridge itself; its answer is a `Reply` to `transaction`. */
  request(request: BridgeRequest, transaction: string): Publication {
    return requestPublication(this.#base, request, transaction);
  }

  #ofEntry({ entry, carries }: Topic, message: InboundMessage): readonly DialectOutput[] {
    if (carries === "availability") {
      const text = decoder.decode(message.payload);
      const before = this.#availability(entry);
      entry.available = onlineOf(text);
      const after = this.#availability(entry);
      return before === after ? [] : [{ kind: "availability", id: entry.description.id, online: after }];
    }
    if (message.payload.length === 0) return [];
    if (message.payload.length > MAX_STATE_BYTES) return [messageProblem("too-long", message, "state message")];
    const body = payloadJson(message.payload);
    if (!isObject(body)) return [messageProblem("malformed-json", message, "not a JSON object")];
    // A retained state was true when the device was last heard, not now.
    const at = message.retained ? timeOf(body["last_seen"]) : undefined;
    const outputs = entry.state(body, message, at);
    const values = outputs.flatMap((output) => (output.kind === "values" ? output.values : []));
    if (values.length > 0) outputs.push(...this.#silent.heard(entry.description.id, values, message.retained));
    return outputs;
  }

  #ofBridge(topic: string, message: InboundMessage): readonly DialectOutput[] {
    if (message.payload.length > MAX_LIST_BYTES) return [messageProblem("too-long", message, "message of the bridge")];
    if (topic === "devices" || topic === "groups" || topic === "state") this.#told.add(topic);
    if (topic === "state") return this.#bridgeState(message);
    // Large, and of no use but that it comes last.
    if (topic === "definitions") return !message.retained && this.#starting !== null ? this.#reach(true) : [];
    if (message.payload.length === 0) return [];
    if (topic === "devices" || topic === "groups") {
      return this.#lists[topic](decoder.decode(message.payload), message.topic, message.retained);
    }
    const body = payloadJson(message.payload);
    if (body === undefined) return [messageProblem("malformed-json", message, "not JSON")];
    switch (topic) {
      case "info":
        return this.#gateway.info(body, this.#online);
      case "event":
        return this.#bridgeEvent(body, message);
      case "logging":
        if (message.retained) return [];
        return this.#failed.heard(body, (name) => {
          return this.#topics.get(topicsOf(this.#base, name).state)?.entry.description.id;
        });
      default:
        return topic.startsWith("response/") ? responseOutput(message.topic, body) : [];
    }
  }

  #bridgeState({ payload, retained, at }: InboundMessage): readonly DialectOutput[] {
    const online = onlineOf(decoder.decode(payload));
    if (online !== true || retained || this.#online === true) return this.#reach(online);
    this.#starting = at;
    return [];
  }

  #reach(online: boolean | null): readonly DialectOutput[] {
    this.#starting = null;
    if (online === this.#online) return [];
    const before = new Map([...this.#entries.values()].map((entry) => [entry, this.#availability(entry)]));
    this.#online = online;
    const changed = [...before].flatMap(([entry, was]): HomeChange[] => {
      const now = this.#availability(entry);
      return now === was ? [] : [{ kind: "availability", id: entry.description.id, online: now }];
    });
    return [...this.#gateway.availability(online), ...changed];
  }

  #add(entry: BridgeEntry): DialectOutput[] {
    const { id } = entry.description;
    this.#entries.set(id, entry);
    const outputs: DialectOutput[] = [{ kind: "device", device: entry.description }];
    const { state, availability } = topicsOf(this.#base, entry.name);
    this.#topics.set(state, { entry, carries: "state" });
    this.#topics.set(availability, { entry, carries: "availability" });
    if (entry.name.includes("/")) outputs.push({ kind: "subscribe", filters: [state, availability] });
    const online = this.#availability(entry);
    if (online !== null) outputs.push({ kind: "availability", id, online });
    for (const topic of [availability, state]) {
      const early = this.#early.get(topic);
      if (!early) continue;
      this.#early.delete(topic);
      // An early message counts as retained: its values hold, its events are over.
      outputs.push(...this.receive({ ...early, retained: true }));
    }
    return outputs;
  }

  #drop(id: DeviceId): DialectOutput[] {
    const entry = this.#entries.get(id);
    if (!entry) return [];
    this.#entries.delete(id);
    this.#failed.forget(id);
    const { state, availability } = topicsOf(this.#base, entry.name);
    this.#topics.delete(state);
    this.#topics.delete(availability);
    return entry.name.includes("/") ? [{ kind: "unsubscribe", filters: [state, availability] }] : [];
  }

  #bridgeEvent(body: unknown, message: InboundMessage): readonly DialectOutput[] {
    if (message.retained || !isObject(body) || !isObject(body["data"])) return [];
    const { type, data } = body;
    const ieee = typeof data["ieee_address"] === "string" ? data["ieee_address"].toLowerCase() : "";
    const entry = this.#entries.get(`zigbee:${ieee}`);
    if (type === "device_leave" && entry) {
      entry.available = false;
      return [{ kind: "availability", id: entry.description.id, online: false }];
    }
    const joining = joiningDevice(type, ieee, data);
    const news = joining ? [joining] : [];
    if (type === "device_interview" && data["status"] === "failed") {
      return [...news, messageProblem("interview-failed", message, String(data["friendly_name"] ?? ieee))];
    }
    return news;
  }

  /** The availability of an entry: nothing is reachable without the bridge. */
  #availability(entry: BridgeEntry): boolean | null {
    return this.#online === false ? false : entry.available;
  }

  #keepEarly(message: InboundMessage): void {
    if (message.payload.length === 0 || message.payload.length > MAX_STATE_BYTES) return;
    this.#early.delete(message.topic);
    this.#early.set(message.topic, message);
    keepNewest(this.#early, MAX_EARLY);
  }
}
