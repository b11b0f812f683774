import { z } from "zod";
import type { Spec, SpecSource } from "../../home/index.ts";
import type { Dialect, DialectOutput, EncodedCommand, InboundMessage, Publication } from "../dialect.ts";
import { messageProblem } from "../message-json.ts";
import type { CloudDevice } from "./cloud-devices.ts";
import { hubDeviceId } from "./devices.ts";
import { eventReport, propertyReport } from "./reports.ts";

export interface CloudStateOptions {
  readonly devices: readonly CloudDevice[];
  readonly specs: SpecSource;
  /** Whether this dialect describes the devices to the home; false if a hub does, and the cloud only adds state. */
  readonly describe: boolean;
}

const value = z.union([z.boolean(), z.number(), z.string()]);
const Change = z.looseObject({ siid: z.number(), piid: z.number(), value: value.nullable() });
const Happened = z.looseObject({
  siid: z.number(),
  eiid: z.number(),
  arguments: z.array(z.unknown()).max(50).nullish(),
});
const Body = z.looseObject({ params: z.unknown() });
const State = z.looseObject({ event: z.enum(["online", "offline"]) });

/** The last level's word is misspelt on the wire. */
const TOPIC = /^device\/([^/]{1,64})\/(?:up\/(properties_changed|event_occured)|(state))\//;
/** The cloud tells nothing about whether these are online. */
const STATELESS = /^(?:blt|proxy)\./;

/**
 * The Mi Home cloud's own MQTT: what devices report, in plain JSON. It carries no commands, so devices that only the
 * cloud shows can be read and not set.
 */
export class CloudStateDialect implements Dialect {
  readonly name = "hub-cloud";
  readonly filters: readonly string[];
  readonly #options: CloudStateOptions;
  /** Keyed by did. */
  readonly #devices: ReadonlyMap<string, CloudDevice>;
  /** Specs of the devices that have been found, keyed by did; without writes and actions when this dialect describes them. */
  readonly #specs = new Map<string, Spec>();

  constructor(options: CloudStateOptions) {
    this.#options = options;
    this.#devices = new Map(options.devices.map((device) => [device.did, device]));
    // Wildcards at `state` are refused for some applications; its two leaves are not.
    this.filters = options.devices.flatMap(({ did }) => [
      `device/${did}/up/properties_changed/#`,
      `device/${did}/up/event_occured/#`,
      ...(STATELESS.test(did) ? [] : [`device/${did}/state/online`, `device/${did}/state/offline`]),
    ]);
  }

  accepts(topic: string): boolean {
    return TOPIC.test(topic);
  }

  connected(): readonly Publication[] {
    return [];
  }

  /** Brings in the devices whose spec is known by now. */
  tick(): readonly DialectOutput[] {
    const outputs: DialectOutput[] = [];
    for (const device of this.#devices.values()) {
      if (this.#specs.has(device.did)) continue;
      const spec = this.#options.specs.byUrn(device.urn) ?? this.#options.specs.byModel(device.model);
      if (!spec) continue;
      const seen = this.#options.describe ? readOnly(spec) : spec;
      this.#specs.set(device.did, seen);
      if (!this.#options.describe) continue;
      const { did, name, room, model } = device;
      const described = { id: hubDeviceId(did), name, aliases: [], room, model, spec: seen };
      outputs.push({ kind: "device", device: { ...described, dialect: this.name, reports: true } });
    }
    return outputs;
  }

  receive(message: InboundMessage): readonly DialectOutput[] {
    const [, did = "", report, state] = TOPIC.exec(message.topic) ?? [];
    const body = parse(message.payload);
    if (body === undefined) return [messageProblem("malformed-json", message, "")];
    if (state) return this.#state(did, body, message.topic);
    const spec = this.#specs.get(did);
    if (!spec) return [messageProblem(this.#devices.has(did) ? "unknown-spec" : "unknown-device", message, did)];
    const { params } = Body.safeParse(body).data ?? {};
    const items: unknown[] = Array.isArray(params) ? params : [params];
    return items.flatMap((item) => {
      if (report === "properties_changed") return [changed(did, spec, item, message)];
      return message.retained ? [] : [happened(did, spec, item, message)];
    });
  }

  /** Never called for a device of this dialect: its spec has nothing to write. */
  encode(): EncodedCommand {
    return { publications: [], confirmation: "report" };
  }

  #state(did: string, body: unknown, topic: string): DialectOutput[] {
    const state = State.safeParse(body);
    if (!state.success) return [messageProblem("malformed-report", { topic }, "")];
    return [{ kind: "availability", id: hubDeviceId(did), online: state.data.event === "online" }];
  }
}

function changed(did: string, spec: Spec, item: unknown, message: InboundMessage): DialectOutput {
  const change = Change.safeParse(item).data;
  return change ? propertyReport(did, spec, change, message) : messageProblem("malformed-report", message, "");
}

function happened(did: string, spec: Spec, item: unknown, message: InboundMessage): DialectOutput {
  const report = Happened.safeParse(item).data;
  if (!report) return messageProblem("malformed-report", message, "");
  const { siid, eiid, arguments: given } = report;
  return eventReport(did, spec, { siid, eiid, given: given ?? [] }, message);
}

/** The same spec, with all properties read-only and no actions. */
function readOnly(spec: Spec): Spec {
  const services = spec.services.map((service) => ({
    ...service,
    properties: service.properties.map((property) => ({ ...property, access: { ...property.access, write: false } })),
    actions: [],
  }));
  return {
    ...spec,
    services,
    properties: new Map(services.flatMap(({ properties }) => properties.map((each) => [each.address, each] as const))),
    actions: new Map(),
  };
}

function parse(payload: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(payload).toString("utf8"));
  } catch {
    return undefined;
  }
}
