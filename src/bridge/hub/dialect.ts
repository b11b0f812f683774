import {
  cleanText,
  type Device,
  type Property,
  propertyByIid,
  type SpecSource,
  type WireCommand,
} from "../../home/index.ts";
import type { Dialect, DialectOutput, EncodedCommand, InboundMessage, Publication } from "../dialect.ts";
import { messageProblem } from "../message-json.ts";
import { HubDevices, hubDeviceId } from "./devices.ts";
import { decodeEnvelope, encodeEnvelope } from "./envelope.ts";
import { ListTimer } from "./list-timer.ts";
import { type HubNames, NO_NAMES } from "./names.ts";
import { DeviceListChange, EventReport, PropertyReport, SceneListReply } from "./payloads.ts";
import { ReadQueue } from "./reads.ts";
import { HubEventRepeats } from "./repeats.ts";
import { isDeviceGone, readValue, replyTo } from "./replies.ts";
import { eventReport, propertyReport } from "./reports.ts";
import { type HubRequest, HubRequests } from "./requests.ts";
import { describeScenes, type HubScenes, sameScenes } from "./scenes.ts";
import { DEVICE_LIST_CHANGE, HUB_API, parseHubTopic } from "./topics.ts";

export interface HubDialectOptions {
  /** The client's own virtual device id, decimal: its MQTT client id and the first level of its topics. */
  readonly clientDid: string;
  readonly specs: SpecSource;
  readonly names?: HubNames;
  /** What people call the device that stands for the scenes of the Mi Home app, beside its own name. */
  readonly sceneAliases?: readonly string[];
  /** How long the list is not asked for again after a change: changes come in bursts. Milliseconds. */
  readonly listDelayMs?: number;
  /** How long a device may be missing from the list before it counts as removed. Milliseconds. */
  readonly removedAfterMs?: number;
  /** How often the list is asked for anyway: it alone tells who is online. Milliseconds. */
  readonly listEveryMs?: number;
  /** Id of the first request; random when left out. */
  readonly firstId?: number;
}

/** The did of the device that stands for the scenes of the Mi Home app. */
const SCENES_DID = "scenes";
/** When a device is missing from the list: how soon to look again, milliseconds. */
const MISSING_AGAIN_MS = 5000;
const LIST_FIELDS = ["name", "model", "urn", "online", "specV2Access", "pushAvailable"];

/** The local MQTT of the Mi Home central hub gateway (docs/mi-home-hub.md). */
export class HubDialect implements Dialect {
  readonly name = "hub";
  readonly filters: readonly string[];
  readonly #client: string;
  readonly #names: HubNames;
  readonly #sceneAliases: readonly string[];
  readonly #timer: ListTimer;
  readonly #devices: HubDevices;
  readonly #requests: HubRequests;
  readonly #reads = new ReadQueue();
  #scenes: HubScenes | null = null;
  readonly #repeats = new HubEventRepeats();

  constructor(options: HubDialectOptions) {
    this.#client = options.clientDid;
    this.#names = options.names ?? NO_NAMES;
    this.#sceneAliases = options.sceneAliases ?? [];
    const { specs, listDelayMs = 2000, listEveryMs = 300_000, removedAfterMs = 30_000 } = options;
    const missingAgain = Math.min(MISSING_AGAIN_MS, removedAfterMs);
    this.#timer = new ListTimer({ delay: listDelayMs, every: listEveryMs, missingAgain });
    this.#devices = new HubDevices({ specs, names: this.#names, removedAfterMs });
    this.#requests = new HubRequests(options.firstId ?? Math.floor(Math.random() * 0x7fff_ffff));
    this.filters = [`${options.clientDid}/#`, DEVICE_LIST_CHANGE];
  }

  accepts(topic: string): boolean {
    return topic === DEVICE_LIST_CHANGE || topic.startsWith(`${this.#client}/`);
  }

  connected(): readonly Publication[] {
    this.#requests.clear();
    this.#reads.clear();
    this.#repeats.clear();
    return [this.#askForDevices(), this.#request(HUB_API.scenes, {}, { kind: "scenes" })];
  }

  receive(message: InboundMessage): readonly DialectOutput[] {
    const topic = parseHubTopic(message.topic, this.#client);
    const envelope = decodeEnvelope(message.payload);
    if (!topic) return [messageProblem("unknown-topic", message, "")];
    if (!envelope) return [messageProblem("malformed-envelope", message, `${message.payload.length} bytes`)];
    const payload = parseJson(envelope.payload);
    if (payload === undefined) return [messageProblem("malformed-json", message, envelope.payload ?? "")];
    switch (topic.kind) {
      case "devices-changed":
        return this.#listChanged(payload, message);
      case "reply": {
        const request = envelope.id === undefined ? undefined : this.#requests.take(envelope.id);
        // A reply to a request that was given up is ignored.
        return request ? this.#reply(request, payload, message) : [];
      }
      case "property":
        return this.#property(topic.did, topic.siid, topic.iid, payload, message);
      case "event": {
        if (message.retained || this.#repeats.isRepeat(message.topic, envelope.id, envelope.payload)) return [];
        return this.#event(topic.did, topic.siid, topic.iid, payload, message);
      }
      default:
        return topic satisfies never;
    }
  }

  encode(device: Device, command: WireCommand, request: string): EncodedCommand {
    return { publications: [this.#command(device, command, request)], confirmation: "reply" };
  }

  read(device: Device, properties: readonly Property[]): readonly Publication[] {
    const did = didOf(device);
    return properties.filter(({ access }) => access.read).map((property) => this.#get(did, property, false));
  }

  tick(at: number): readonly DialectOutput[] {
    for (const expired of this.#requests.expire(at)) if (expired.kind === "get" && expired.queued) this.#reads.done();
    const outputs: DialectOutput[] = [];
    if (this.#timer.due(at)) outputs.push({ kind: "publish", publication: this.#askForDevices() });
    const found = this.#devices.retry();
    outputs.push(...found.outputs);
    for (const did of found.online) this.#reads.add(did, this.#devices.readable(did));
    return [...outputs, ...this.#read()];
  }

  #command(device: Device, command: WireCommand, request: string): Publication {
    const did = didOf(device);
    if (command.kind === "set") {
      const { writes } = command;
      const params = writes.map(({ property: { siid, piid }, value }) => ({ did, siid, piid, value }));
      return this.#rpc(did, "set_properties", params, { kind: "set", did, request, writes });
    }
    const { siid, aiid } = command.action;
    const scene = did === SCENES_DID ? this.#scenes?.ids.get(siid) : undefined;
    if (scene !== undefined) return this.#request(HUB_API.runScene, { id: scene }, { kind: "run-scene", request });
    const params = { did, siid, aiid, in: command.in };
    return this.#rpc(did, "action", params, { kind: "invoke", did, request, action: command.action });
  }

  #rpc(did: string, method: string, params: unknown, request: HubRequest): Publication {
    return this.#request(HUB_API.rpc, (id) => ({ did, rpc: { id, method, params } }), request);
  }

  #request(topic: string, body: object | ((id: number) => object), request: HubRequest): Publication {
    const id = this.#requests.add(request);
    const payload = JSON.stringify(typeof body === "function" ? body(id) : body);
    const bytes = encodeEnvelope({ id, from: "local", replyTopic: `${this.#client}/reply`, payload });
    return { topic, payload: bytes, qos: 2, retain: false };
  }

  #askForDevices(): Publication {
    return this.#request(HUB_API.devices, { info: LIST_FIELDS }, { kind: "devices" });
  }

  #askAfterChange(at: number): DialectOutput[] {
    return this.#timer.changed(at) ? [{ kind: "publish", publication: this.#askForDevices() }] : [];
  }

  #listChanged(payload: unknown, { topic, at }: InboundMessage): DialectOutput[] {
    const outputs = this.#askAfterChange(at);
    if (!DeviceListChange.safeParse(payload).success) outputs.push(messageProblem("malformed-list", { topic }, ""));
    return outputs;
  }

  #reply(request: HubRequest, payload: unknown, { topic, at }: InboundMessage): readonly DialectOutput[] {
    switch (request.kind) {
      case "devices": {
        const { outputs, online } = this.#devices.take(payload, at);
        for (const did of online) this.#reads.add(did, this.#devices.readable(did));
        if (this.#devices.anyMissing()) this.#timer.missed(at);
        return [...outputs, ...this.#read()];
      }
      case "scenes":
        return this.#scenesListed(payload, topic);
      case "get": {
        if (request.queued) this.#reads.done();
        const value = readValue(payload);
        const { did, property } = request;
        const id = hubDeviceId(did);
        const known: DialectOutput[] =
          value === undefined
            ? []
            : [{ kind: "values", id, values: [{ address: property.address, value }], cause: "reply" }];
        return [...known, ...this.#read()];
      }
      case "set":
      case "invoke":
      case "run-scene": {
        const outputs = replyTo(request, payload, topic);
        return isDeviceGone(outputs) ? [...outputs, ...this.#askAfterChange(at)] : outputs;
      }
      default:
        return request satisfies never;
    }
  }

  #scenesListed(payload: unknown, topic: string): DialectOutput[] {
    const list = SceneListReply.safeParse(payload);
    if (!list.success) return [messageProblem("no-scenes", { topic }, "the hub gave no list of scenes")];
    const ids = list.data.result.map(String);
    // The same scenes keep their spec: for the home it is the same device.
    if (!sameScenes(this.#scenes, ids)) this.#scenes = describeScenes(ids, this.#names.scenes);
    if (ids.length === 0 || !this.#scenes) return [];
    const id = hubDeviceId(SCENES_DID);
    const { spec } = this.#scenes;
    const aliases = this.#sceneAliases;
    const described = { id, name: spec.description, aliases, room: null, model: "jia.scenes.hub", spec };
    return [
      { kind: "device", device: { ...described, dialect: this.name, reports: true } },
      { kind: "availability", id, online: true },
    ];
  }

  #property(did: string, siid: number, piid: number, payload: unknown, message: InboundMessage): DialectOutput[] {
    const device = this.#devices.get(did);
    if (!device) return this.#stranger(did, message);
    const report = PropertyReport.safeParse(payload).data;
    if (!report) return [messageProblem("malformed-report", message, device.entry.model)];
    const property = propertyByIid(device.spec, siid, piid);
    if (property) this.#reads.known(did, property);
    return [propertyReport(did, device.spec, { siid, piid, value: report.value }, message)];
  }

  #event(did: string, siid: number, eiid: number, payload: unknown, message: InboundMessage): DialectOutput[] {
    const device = this.#devices.get(did);
    if (!device) return this.#stranger(did, message);
    const report = EventReport.safeParse(payload).data;
    if (!report) return [messageProblem("malformed-report", message, device.entry.model)];
    return [eventReport(did, device.spec, { siid, eiid, given: report.arguments ?? [] }, message)];
  }

  /** Handles a report of an unknown device: asks for the list again, because the device is new. */
  #stranger(did: string, { topic, at }: InboundMessage): DialectOutput[] {
    if (this.#devices.listed(did)) return []; // Its spec is missing, which has been said.
    return [messageProblem("unknown-device", { topic }, cleanText(did)), ...this.#askAfterChange(at)];
  }

  #read(): DialectOutput[] {
    return this.#reads.next().map(({ did, property }) => {
      return { kind: "publish", publication: this.#get(did, property, true) };
    });
  }

  #get(did: string, property: Property, queued: boolean): Publication {
    const { siid, piid } = property;
    return this.#request(HUB_API.get, { did, siid, piid }, { kind: "get", did, property, queued });
  }
}

function didOf({ id }: Device): string {
  return id.slice(hubDeviceId("").length);
}

function parseJson(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? "");
  } catch {
    return undefined;
  }
}
