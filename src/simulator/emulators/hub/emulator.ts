import { z } from "zod";
import type { InboundMessage, Publication } from "../../../bridge/dialect.ts";
import { decodeEnvelope, type Envelope, encodeEnvelope } from "../../../bridge/hub/envelope.ts";
import { DEVICE_LIST_CHANGE, HUB_API } from "../../../bridge/hub/topics.ts";
import { actionByIid, propertyByIid, type SpecEvent } from "../../../home/index.ts";
import type { SimulatedDevice, SimulatedValue } from "../../device.ts";
import type { ControllerRequest, DeviceEmulator, EmulatorFactory, ItemResult } from "../emulator.ts";

export interface HubEmulatorOptions {
  /** Scenes of the Mi Home app that the hub can run. */
  readonly scenes?: readonly string[];
}

const value = z.union([z.boolean(), z.number(), z.string()]);
const Get = z.looseObject({ did: z.string(), siid: z.number(), piid: z.number() });
const Rpc = z.discriminatedUnion("method", [
  z.looseObject({
    method: z.literal("set_properties"),
    params: z.array(z.looseObject({ siid: z.number(), piid: z.number(), value })).min(1),
  }),
  z.looseObject({
    method: z.literal("action"),
    params: z.looseObject({ siid: z.number(), aiid: z.number(), in: z.array(value) }),
  }),
]);
const RpcRequest = z.looseObject({ did: z.string(), rpc: Rpc });
const RunScene = z.looseObject({ id: z.string() });

const NO_SUCH_DEVICE = { error: { code: -704042001, message: "no such device" } };
const NO_SUCH_SCENE = { error: { code: -704220008, message: "no such scene" } };

/** The reply topic of a request, and its id. */
type Caller = Required<Pick<Envelope, "id" | "replyTopic">>;

/** Devices behind a simulated hub; its broker is `HubBroker`. */
export function hubEmulator(options: HubEmulatorOptions = {}): EmulatorFactory {
  return () => new HubEmulator(options);
}

/** How devices look behind a Mi Home central hub gateway: the other side of bridge/hub. */
class HubEmulator implements DeviceEmulator {
  readonly name = "hub";
  readonly filters: readonly string[] = ["master/proxy/#"];
  readonly #scenes: readonly string[];
  readonly #ran: string[] = [];
  /** Clients that have sent a request, by the first level of their topics: the hub reports to each of them. */
  readonly #clients = new Set<string>();
  #nextId = 1;

  constructor(options: HubEmulatorOptions = {}) {
    this.#scenes = options.scenes ?? [];
  }

  /** Ids of the scenes that were run, oldest first. */
  get ran(): readonly string[] {
    return this.#ran;
  }

  will(): null {
    return null;
  }

  connected(devices: readonly SimulatedDevice[]): readonly Publication[] {
    return [wrap(DEVICE_LIST_CHANGE, { devList: devices.map(({ id }) => id) }, this.#id())];
  }

  disconnecting(): readonly Publication[] {
    return [];
  }

  announce(device: SimulatedDevice): readonly Publication[] {
    return this.#tell("devListChange", { devList: [device.id] });
  }

  withdraw(device: SimulatedDevice): readonly Publication[] {
    return this.announce(device);
  }

  availability(device: SimulatedDevice): readonly Publication[] {
    return this.announce(device);
  }

  report(device: SimulatedDevice, values: readonly SimulatedValue[]): readonly Publication[] {
    return values.flatMap(({ property: { siid, piid, access }, value: now }) => {
      const body = { did: device.id, siid, piid, value: now };
      return access.notify ? this.#tell(`notify/iot/${device.id}/property/${siid}.${piid}`, body) : [];
    });
  }

  event(device: SimulatedDevice, { siid, eiid }: SpecEvent, values: readonly SimulatedValue[]): readonly Publication[] {
    const args = values.map(({ property, value: now }) => ({ piid: property.piid, value: now }));
    const body = { did: device.id, siid, eiid, arguments: args };
    return this.#tell(`notify/iot/${device.id}/event/${siid}.${eiid}`, body);
  }

  receive(
    { topic, payload }: InboundMessage,
    find: (id: string) => SimulatedDevice | undefined,
    devices: readonly SimulatedDevice[],
  ): readonly ControllerRequest[] {
    const envelope = decodeEnvelope(payload);
    const body = parse(envelope?.payload);
    if (envelope?.id === undefined || envelope.replyTopic === undefined || body === undefined) return [];
    const caller = { id: envelope.id, replyTopic: envelope.replyTopic };
    this.#clients.add(envelope.replyTopic.split("/", 1)[0] ?? "");
    switch (topic) {
      case HUB_API.devices:
        return [answer(caller, { devList: Object.fromEntries(devices.map((device) => [device.id, entry(device)])) })];
      case HUB_API.get:
        return this.#get(caller, body, find);
      case HUB_API.rpc:
        return this.#rpc(caller, body, find);
      case HUB_API.scenes:
        return [answer(caller, { result: this.#scenes })];
      case HUB_API.runScene: {
        const scene = RunScene.safeParse(body).data?.id;
        if (scene === undefined || !this.#scenes.includes(scene)) return [answer(caller, NO_SUCH_SCENE)];
        this.#ran.push(scene);
        return [answer(caller, { result: 0 })];
      }
      default:
        return [];
    }
  }

  #get(caller: Caller, body: unknown, find: (id: string) => SimulatedDevice | undefined): ControllerRequest[] {
    const request = Get.safeParse(body).data;
    const device = request && find(request.did);
    if (!device) return [answer(caller, NO_SUCH_DEVICE)];
    const property = propertyByIid(device.spec, request.siid, request.piid) ?? null;
    const reply = ([result]: readonly ItemResult[]) => {
      const content =
        result?.value !== undefined ? { value: result.value } : { error: { code: result?.code ?? -10004 } };
      return [replyWith(caller, content)];
    };
    return [{ kind: "get", device, properties: [property], reply }];
  }

  #rpc(caller: Caller, body: unknown, find: (id: string) => SimulatedDevice | undefined): ControllerRequest[] {
    const request = RpcRequest.safeParse(body).data;
    const device = request && find(request.did);
    if (!device) return [answer(caller, NO_SUCH_DEVICE)];
    const { did, rpc } = request;
    if (rpc.method === "action") {
      const { siid, aiid } = rpc.params;
      const action = actionByIid(device.spec, siid, aiid) ?? null;
      return [
        {
          kind: "invoke",
          device,
          action,
          in: rpc.params.in,
          reply: ({ code, out }) => [replyWith(caller, { result: { did, siid, aiid, code, out } })],
        },
      ];
    }
    const writes = rpc.params.map(({ siid, piid, value: given }) => {
      const property = propertyByIid(device.spec, siid, piid);
      return property ? { property, value: given } : null;
    });
    return [
      {
        kind: "set",
        device,
        writes,
        reply: (results) => {
          const result = rpc.params.map(({ siid, piid }, index) => ({ did, siid, piid, code: results[index]?.code }));
          return [replyWith(caller, { result })];
        },
      },
    ];
  }

  /** Publishes to every client, on its own topics. */
  #tell(path: string, body: object): Publication[] {
    return [...this.#clients].map((client) => wrap(`${client}/appMsg/${path}`, body, this.#id()));
  }

  #id(): number {
    const id = this.#nextId;
    this.#nextId += 1;
    return id;
  }
}

function entry({ name, model, spec, online }: SimulatedDevice): object {
  return { name, model, urn: spec.urn, online, specV2Access: true, pushAvailable: true };
}

function answer(caller: Caller, body: object): ControllerRequest {
  return { kind: "answer", publications: [replyWith(caller, body)] };
}

function replyWith({ id, replyTopic }: Caller, body: object): Publication {
  return wrap(replyTopic, body, id);
}

function wrap(topic: string, body: object, id: number): Publication {
  const payload = encodeEnvelope({ id, from: "master", payload: JSON.stringify(body) });
  return { topic, payload, qos: 2, retain: false };
}

function parse(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? "");
  } catch {
    return undefined;
  }
}
