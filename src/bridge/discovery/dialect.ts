import { hash } from "node:crypto";
import type { Device, DeviceId, WireCommand } from "../../home/index.ts";
import type { Dialect, DialectOutput, EncodedCommand, InboundMessage, Publication } from "../dialect.ts";
import { messageProblem } from "../message-json.ts";
import { inSlices, OrderedWork, type WorkPieces } from "../time-slices.ts";
import { PLATFORMS } from "./components/index.ts";
import { type ComponentConfig, type ConfigTopic, parseConfigTopic, readConfigMessage } from "./config-message.ts";
import { DiscoveredDevice } from "./discovered-device.ts";
import { identifiersOf } from "./identity.ts";
import { GroupMembers, uniqueIdOf } from "./members.ts";
import { TopicSubscribers } from "./subscribers.ts";
import { TemplateCache } from "./template/template.ts";
import { Payload } from "./wire.ts";

export interface DiscoveryOptions {
  /** Prefix of config topics; `homeassistant` when left out. */
  readonly prefix?: string;
  /** Leaves out what Zigbee2MQTT announces, because its own dialect is spoken on the same broker. */
  readonly withoutZigbee2Mqtt?: boolean;
}

/** Longest config and longest state, in bytes. */
const MAX_CONFIG_BYTES = 512 * 1024;
const MAX_STATE_BYTES = 64 * 1024;
const MAX_DEVICES = 2000;
/** Identifiers of devices that are remembered. */
const MAX_IDENTIFIERS = 40_000;
/** Config topics that are taken, and the bytes that they may hold together. */
const MAX_TOPICS = 40_000;
const MAX_ANNOUNCED_BYTES = 256 * 1_048_576;
/** Milliseconds without another config after which a device that comes in pieces is taken as whole. */
const QUIET_MS = 500;
/** Milliseconds that a component which is handed over to another topic may be without one. */
const HANDOVER_MS = 10_000;

const decoder = new TextDecoder();

/** A device whose components are still coming, or have changed. */
interface DeviceDraft {
  readonly components: Map<string, ComponentConfig>;
  /** What the home knows; null before it was told. */
  found: DiscoveredDevice | null;
  /** What it switches as a group, as the home was told. */
  members: readonly DeviceId[];
  readonly identifiers: Set<string>;
  /** It could be a device, and there are too many. */
  waits: boolean;
}

function newDraft(): DeviceDraft {
  return { components: new Map(), found: null, members: [], identifiers: new Set(), waits: false };
}

/** The components that one config topic announced. */
interface AnnouncedConfig {
  /** Keys of the components. */
  readonly keys: ReadonlySet<string>;
  /** Of its text. */
  readonly digest: string;
  readonly bytes: number;
}

/** Home Assistant's MQTT discovery: devices announce their components, with topics and templates for each. */
export class DiscoveryDialect implements Dialect {
  readonly name = "discovery";
  readonly filters: readonly string[];
  readonly #prefix: string;
  readonly #withoutZigbee2Mqtt: boolean;
  readonly #templates = new TemplateCache();
  /** Keyed by device id. */
  readonly #drafts = new Map<DeviceId, DeviceDraft>();
  /** When a device is to be made, milliseconds since the epoch, keyed by its id; without it nothing changed. */
  readonly #due = new Map<DeviceId, number>();
  /** Device ids by each of their identifiers. */
  readonly #byIdentifier = new Map<string, DeviceId>();
  /** Keyed by config topic. */
  readonly #announced = new Map<string, AnnouncedConfig>();
  /** Bytes of what is announced. */
  #bytes = 0;
  /** Device ids by component key. */
  readonly #owners = new Map<string, DeviceId>();
  /** Component keys by platform and unique id: the newest announcement of one wins. */
  readonly #unique = new Map<string, string>();
  /** Config topics that are being handed over. */
  readonly #migrating = new Set<string>();
  /** Config topics told in this connection. */
  readonly #told = new Set<string>();
  readonly #groups = new GroupMembers();
  readonly #subscribers = new TopicSubscribers();
  readonly #turns = new OrderedWork();
  /** Devices that the home knows. */
  #made = 0;

  constructor({ prefix = "homeassistant", withoutZigbee2Mqtt = false }: DiscoveryOptions = {}) {
    this.#prefix = prefix;
    this.#withoutZigbee2Mqtt = withoutZigbee2Mqtt;
    this.filters = [`${prefix}/+/+/config`, `${prefix}/+/+/+/config`];
  }

  accepts(topic: string): boolean {
    return this.#subscribers.has(topic) || parseConfigTopic(topic, this.#prefix) !== null;
  }

  receive(message: InboundMessage): readonly DialectOutput[] {
    const heard = this.#subscribers.has(message.topic) ? this.#heard(message) : [];
    // A topic that somebody listens to can still be an announcement.
    const place = parseConfigTopic(message.topic, this.#prefix);
    return place === null ? heard : [...heard, ...this.#config(message, place)];
  }

  encode(device: Device, command: WireCommand): EncodedCommand {
    const found = this.#drafts.get(device.id)?.found;
    return found ? found.encode(command) : { publications: [], confirmation: "reply" };
  }

  /** The birth message: devices announce themselves again when they see it. */
  connected(): readonly Publication[] {
    return [{ topic: `${this.#prefix}/status`, payload: "online", qos: 0, retain: false }];
  }

  disconnected(): void {
    this.#told.clear();
  }

  settled(): readonly DialectOutput[] {
    const gone = [...this.#announced.keys()].filter((topic) => !this.#told.has(topic));
    const outputs = gone.flatMap((topic) => this.#drop(topic, 0));
    return [...outputs, ...this.#make(Number.POSITIVE_INFINITY)];
  }

  tick(at: number): readonly DialectOutput[] {
    const due = [...this.#drafts.values()].flatMap(({ found }) => found?.tick(at) ?? []);
    return [...this.#make(at), ...due];
  }

  #config(message: InboundMessage, place: ConfigTopic): readonly DialectOutput[] {
    if (message.payload.length > MAX_CONFIG_BYTES) return [messageProblem("too-long", message, "config")];
    const known = this.#announced.get(message.topic);
    if (!this.#hasRoom(message, known)) return [messageProblem("too-many", message, "config topics, or bytes in them")];
    const source = decoder.decode(message.payload);
    const digest = hash("sha256", message.payload, "base64");
    if (known) this.#told.add(message.topic);
    // A repeated announcement changes nothing.
    if (known?.digest === digest) return [];
    const read = readConfigMessage(message.topic, place, source);
    switch (read.kind) {
      case "problem":
        return [messageProblem(read.code, message, read.detail)];
      case "migrate":
        if (known) this.#migrating.add(message.topic);
        return [];
      case "removed":
        return this.#withdraw(message);
      case "components":
        return this.#announce(message, read.components, digest, place.component === "device");
      default:
        return read satisfies never;
    }
  }

  /** Whether a config is taken: anybody may retain any number of them. An empty one takes nothing. */
  #hasRoom({ payload }: InboundMessage, known: AnnouncedConfig | undefined): boolean {
    if (payload.length === 0) return true;
    if (!known && this.#announced.size >= MAX_TOPICS) return false;
    return this.#bytes - (known?.bytes ?? 0) + payload.length <= MAX_ANNOUNCED_BYTES;
  }

  #heard(message: InboundMessage): readonly DialectOutput[] {
    if (message.payload.length > MAX_STATE_BYTES) return [messageProblem("too-long", message, "state message")];
    this.#subscribers.remember(message);
    const payload = new Payload(decoder.decode(message.payload));
    return this.#turns.run(message.topic, () => this.#receivedBy(message, payload), message);
  }

  /** What a message means to all who hear it. Who is known to be slow comes when all others have had their turn. */
  *#receivedBy(message: InboundMessage, payload: Payload): Generator<readonly DialectOutput[]> {
    for (const found of this.#subscribers.of(message.topic)) {
      const receive = () => this.#whileThere(found, found.receive(message, payload));
      if (found.slow) yield this.#turns.run(`${message.topic} ${found.id}`, receive, message, true);
      else yield* receive();
    }
  }

  /** Ends with the device, or with this shape of it: addresses may mean other things in the next. */
  *#whileThere(found: DiscoveredDevice, pieces: WorkPieces): Generator<readonly DialectOutput[]> {
    for (let piece = pieces.next(); piece.done !== true; piece = pieces.next()) {
      if (this.#drafts.get(found.id)?.found !== found) return;
      yield piece.value;
    }
  }

  #announce(
    message: InboundMessage,
    components: readonly ComponentConfig[],
    digest: string,
    whole: boolean,
  ): readonly DialectOutput[] {
    const outputs: DialectOutput[] = [];
    const due = whole ? message.at : message.at + QUIET_MS;
    const known = this.#announced.get(message.topic);
    const before = known?.keys ?? new Set();
    const keys = new Set<string>();
    this.#migrating.delete(message.topic);
    for (const component of components) {
      if (!PLATFORMS.has(component.platform)) {
        outputs.push(messageProblem("unsupported-component", message, component.platform));
        continue;
      }
      if (this.#withoutZigbee2Mqtt && isZigbee2Mqtt(component)) continue;
      const owner = this.#ownerOf(component);
      keys.add(component.key);
      this.#replaceSame(component, message.at);
      const old = this.#owners.get(component.key);
      if (old !== undefined && old !== owner) this.#forget(component.key, due);
      this.#owners.set(component.key, owner);
      this.#drafts.get(owner)?.components.set(component.key, component);
      const unique = uniqueIdOf(component);
      if (unique !== null) this.#groups.moved(unique);
      this.#due.set(owner, due);
    }
    for (const key of before) if (!keys.has(key)) this.#forget(key, due);
    // A config without components takes no room.
    const bytes = keys.size > 0 ? message.payload.length : 0;
    this.#bytes += bytes - (known?.bytes ?? 0);
    if (keys.size > 0) {
      this.#announced.set(message.topic, { keys, digest, bytes });
      this.#told.add(message.topic);
    } else this.#announced.delete(message.topic);
    return whole ? [...outputs, ...this.#make(message.at)] : outputs;
  }

  /** The device that a component belongs to. */
  #ownerOf(component: ComponentConfig): DeviceId {
    const identifiers = identifiersOf(component);
    const known = identifiers.map((each) => this.#byIdentifier.get(each)).find((id) => id !== undefined);
    const id = known ?? `ha:${(identifiers[0] ?? component.key).replace(/[^A-Za-z0-9_.:-]+/g, "-").slice(0, 120)}`;
    const draft = this.#drafts.get(id) ?? newDraft();
    this.#drafts.set(id, draft);
    for (const identifier of identifiers) {
      if (this.#byIdentifier.size >= MAX_IDENTIFIERS) break;
      this.#byIdentifier.set(identifier, id);
      draft.identifiers.add(identifier);
    }
    return id;
  }

  /** The same component announced elsewhere before (handed over, or moved) is replaced. */
  #replaceSame(component: ComponentConfig, at: number): void {
    const unique = uniqueIdOf(component);
    if (unique === null) return;
    const before = this.#unique.get(unique);
    if (before !== undefined && before !== component.key) this.#forget(before, at + HANDOVER_MS);
    this.#unique.set(unique, component.key);
  }

  #withdraw(message: InboundMessage): readonly DialectOutput[] {
    const migrating = this.#migrating.delete(message.topic);
    return this.#drop(message.topic, migrating ? message.at + HANDOVER_MS : message.at, message.at);
  }

  #drop(topic: string, due: number, now = due): readonly DialectOutput[] {
    const known = this.#announced.get(topic);
    for (const key of known?.keys ?? []) this.#forget(key, due);
    this.#bytes -= known?.bytes ?? 0;
    this.#announced.delete(topic);
    this.#told.delete(topic);
    return this.#make(now);
  }

  /** Removes a component from its device, which is built again at `due`. */
  #forget(key: string, due: number): void {
    const owner = this.#owners.get(key);
    const draft = owner === undefined ? undefined : this.#drafts.get(owner);
    this.#owners.delete(key);
    const component = draft?.components.get(key);
    if (!draft || !component) return;
    draft.components.delete(key);
    this.#disown(component);
    if (owner !== undefined) this.#due.set(owner, Math.min(this.#due.get(owner) ?? due, due));
  }

  /** Releases the unique id of a component. */
  #disown(component: ComponentConfig): void {
    const unique = uniqueIdOf(component);
    if (unique === null || this.#unique.get(unique) !== component.key) return;
    this.#unique.delete(unique);
    this.#groups.moved(unique);
  }

  /** Makes the devices that are due, and takes back those that have nothing left. */
  #make(at: number): DialectOutput[] {
    return inSlices(this.#making(at), { topic: this.#prefix });
  }

  *#making(at: number): Generator<readonly DialectOutput[]> {
    for (const [id, due] of this.#due) {
      if (due > at) continue;
      this.#due.delete(id);
      const draft = this.#drafts.get(id);
      if (draft) yield this.#makeOne(id, draft);
    }
    yield this.#regrouped();
  }

  #makeOne(id: DeviceId, draft: DeviceDraft): readonly DialectOutput[] {
    const before = draft.found;
    if (draft.components.size === 0) return this.#end(id, draft);
    const found = new DiscoveredDevice(id, [...draft.components.values()], this.#templates);
    const problems = found.problems.map(({ code, detail }) => messageProblem(code, { topic: id }, detail));
    draft.waits = found.usable && !before && this.#made >= MAX_DEVICES;
    if (draft.waits)
      return [...problems, messageProblem("too-many", { topic: id }, `more than ${MAX_DEVICES} devices`)];
    if (!found.usable) return [...problems, ...this.#end(id, draft)];
    if (!before) this.#made += 1;
    draft.found = found;
    this.#groups.define(id, draft.components.values());
    draft.members = this.#membersOf(id);
    return [
      // An address that means something else now must not keep its old value.
      ...(before?.reorders(found) ? [{ kind: "removed" as const, id }] : []),
      { kind: "device", device: { ...found.description, members: draft.members } },
      // Said again by the replay where it still holds.
      ...(before && before.online !== null ? [{ kind: "availability" as const, id, online: null }] : []),
      ...problems,
      ...this.#subscribers.exchange(before, found),
      ...this.#replay(found),
    ];
  }

  /** Ends a device that has nothing to show or to command any more. */
  #end(id: DeviceId, { components, found, identifiers }: DeviceDraft): DialectOutput[] {
    for (const component of components.values()) {
      const [topic] = component.place;
      this.#owners.delete(component.key);
      this.#disown(component);
      this.#bytes -= this.#announced.get(topic)?.bytes ?? 0;
      this.#announced.delete(topic);
    }
    this.#drafts.delete(id);
    this.#groups.define(id, []);
    for (const each of identifiers) if (this.#byIdentifier.get(each) === id) this.#byIdentifier.delete(each);
    if (!found) return [];
    this.#made -= 1;
    // There is room for one that waits.
    const waits = this.#drafts.entries().find(([, draft]) => draft.waits);
    if (waits) this.#due.set(waits[0], 0);
    return [...this.#subscribers.exchange(found, null), { kind: "removed", id }];
  }

  /** Describes groups again whose members have come or gone. */
  #regrouped(): DialectOutput[] {
    return this.#groups.takeChanged().flatMap((id) => {
      const draft = this.#drafts.get(id);
      if (!draft?.found) return [];
      const members = this.#membersOf(id);
      if (members.length === draft.members.length && members.every((each, at) => each === draft.members[at])) return [];
      draft.members = members;
      return [{ kind: "device" as const, device: { ...draft.found.description, members } }];
    });
  }

  #membersOf(id: DeviceId): readonly DeviceId[] {
    return this.#groups.membersOf(id, (unique) => this.#owners.get(this.#unique.get(unique) ?? ""));
  }

  /** Applies the remembered messages to a device that was built again; events do not happen again. */
  #replay(found: DiscoveredDevice): DialectOutput[] {
    const about = { topic: found.id };
    return this.#turns.run(
      found.id,
      () => this.#whileThere(found, replayed(found, this.#subscribers.remembered(found))),
      about,
    );
  }
}

function* replayed(found: DiscoveredDevice, messages: readonly InboundMessage[]) {
  for (const last of messages) {
    yield* found.receive({ ...last, retained: true }, new Payload(decoder.decode(last.payload)));
  }
}

function isZigbee2Mqtt(component: ComponentConfig): boolean {
  return component.origin === "Zigbee2MQTT" || identifiersOf(component).some((each) => each.startsWith("zigbee2mqtt_"));
}
