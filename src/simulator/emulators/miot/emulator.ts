import { z } from "zod";
import type { Publication } from "../../../bridge/dialect.ts";
import { actionByIid, propertyByIid, type Value } from "../../../home/index.ts";
import type { SimulatedDevice, SimulatedValue } from "../../device.ts";
import type {
  AnnouncedElsewhere,
  ControllerRequest,
  DeviceEmulator,
  EmulatedHome,
  EmulatorFactory,
  ItemResult,
  OtherAnnouncements,
} from "../emulator.ts";

const iid = z.number().int();
const Item = z.looseObject({ siid: iid, piid: iid, value: z.union([z.boolean(), z.number(), z.string()]).optional() });
const id = z.union([z.number(), z.string()]);

/** What controllers publish on `<base>/<did>/down`. */
const Down = z.discriminatedUnion("method", [
  z.looseObject({ id, method: z.literal("set_properties"), params: z.array(Item) }),
  z.looseObject({ id, method: z.literal("get_properties"), params: z.array(Item) }),
  z.looseObject({
    id,
    method: z.literal("action"),
    params: z.looseObject({
      siid: iid,
      aiid: iid,
      in: z.array(z.union([z.boolean(), z.number(), z.string()])).optional(),
    }),
  }),
]);

/** The gateway in an announcement. */
const Announced = z.looseObject({ parent: id.nullish() });

/** Devices as in docs/mqtt-miot.md: behind one gateway, or each with a connection and a last will of its own. */
export function miotEmulator(options: { readonly base?: string } = {}): EmulatorFactory {
  return (surroundings, single) => new MiotEmulator(options.base ?? "miot", single, surroundings);
}

class MiotEmulator implements DeviceEmulator {
  readonly name = "miot";
  readonly filters: readonly string[];
  readonly #base: string;
  /** The device that this connection is for; null: all devices, behind the gateway. */
  readonly #single: string | null;
  readonly #surroundings: EmulatedHome;
  readonly claims: OtherAnnouncements = {
    filters: (devices) => [...devices.map(({ id }) => this.#topic(id, "device")), this.#topic("+", "availability")],
    of: (heard, devices) => this.#claims(heard, devices),
  };
  #nextEvent = 1;

  constructor(base: string, single: string | null, surroundings: EmulatedHome) {
    this.#base = base;
    this.#single = single;
    this.#surroundings = surroundings;
    this.filters = [`${base}/${single ?? "+"}/down`];
  }

  will(): Publication {
    return this.#retained(this.#single ?? this.#gateway, "availability", "offline");
  }

  connected(): readonly Publication[] {
    return this.#single === null ? [this.#retained(this.#gateway, "availability", "online")] : [];
  }

  disconnecting(): readonly Publication[] {
    return [this.will()];
  }

  announce(device: SimulatedDevice): readonly Publication[] {
    const { id: did, name, aliases, model, spec, instance } = device;
    const description = {
      did,
      model,
      urn: spec.urn,
      name,
      aliases,
      room: this.#room(device.room),
      ...(instance !== null && instance !== undefined && { spec: instance }),
      ...(this.#single === null && { parent: this.#gateway }),
    };
    return [
      this.#retained(did, "device", JSON.stringify(description)),
      ...this.availability(device),
      this.#state(device),
    ];
  }

  withdraw({ id }: SimulatedDevice): readonly Publication[] {
    return ["device", "availability", "state"].map((leaf) => this.#retained(id, leaf, ""));
  }

  availability(device: SimulatedDevice): readonly Publication[] {
    return [this.#retained(device.id, "availability", device.online ? "online" : "offline")];
  }

  report(device: SimulatedDevice, values: readonly SimulatedValue[]): readonly Publication[] {
    const did = device.id;
    const params = values
      .filter(({ property }) => property.access.notify)
      .map(({ property: { siid, piid }, value }) => ({ did, siid, piid, value }));
    const changed = params.length > 0 ? [this.#up(did, { method: "properties_changed", params })] : [];
    return [...changed, this.#state(device)];
  }

  event(...[device, event, values]: Parameters<DeviceEmulator["event"]>): readonly Publication[] {
    const { siid, eiid } = event;
    const args = values.map(({ property: { piid }, value }) => ({ piid, value }));
    const time = this.#surroundings.now();
    const id = `${time}-${this.#nextEvent++}`;
    const params = { did: device.id, siid, eiid, arguments: args };
    return [this.#up(device.id, { id, method: "event_occured", params, time })];
  }

  receive(...[message, find]: Parameters<DeviceEmulator["receive"]>): readonly ControllerRequest[] {
    const did = message.topic.slice(this.#base.length + 1, -"/down".length);
    const device = find(did);
    const parsed = device ? Down.safeParse(readJson(message.payload)) : null;
    if (!device || !parsed?.success) return [];
    const call = parsed.data;
    switch (call.method) {
      case "set_properties": {
        const writes = call.params.map(({ siid, piid, value }) => {
          const property = propertyByIid(device.spec, siid, piid);
          return property && value !== undefined ? { property, value } : null;
        });
        return [{ kind: "set", device, writes, reply: (results) => this.#answer(did, call.id, call.params, results) }];
      }
      case "get_properties": {
        const properties = call.params.map(({ siid, piid }) => propertyByIid(device.spec, siid, piid) ?? null);
        return [
          { kind: "get", device, properties, reply: (results) => this.#answer(did, call.id, call.params, results) },
        ];
      }
      case "action": {
        const { siid, aiid, in: given = [] } = call.params;
        const action = actionByIid(device.spec, siid, aiid) ?? null;
        return [
          {
            kind: "invoke",
            device,
            action,
            in: given,
            reply: ({ code, out }) => [this.#up(did, { id: call.id, result: { did, siid, aiid, code, out } })],
          },
        ];
      }
      default:
        return call satisfies never;
    }
  }

  /** The gateway that all devices of one connection stand behind: its last will tells that all of them are gone. */
  get #gateway(): string {
    return this.#surroundings.gateway;
  }

  /** Retained announcements of these ids by a gateway (or a device with its own connection) that counts as online. */
  #claims(heard: ReadonlyMap<string, string>, devices: readonly SimulatedDevice[]): readonly AnnouncedElsewhere[] {
    const ids = new Map<string, string[]>();
    for (const { id } of devices) {
      const known = Announced.safeParse(readText(heard.get(this.#topic(id, "device")) ?? ""));
      const gateway = known.success ? String(known.data.parent ?? id) : null;
      if (gateway === null || heard.get(this.#topic(gateway, "availability")) !== "online") continue;
      ids.set(gateway, [...(ids.get(gateway) ?? []), id]);
    }
    return [...ids].map(([gateway, claimed]) => ({ gateway, devices: claimed, apart: true }));
  }

  #answer(
    did: string,
    id: number | string,
    items: readonly { readonly siid: number; readonly piid: number }[],
    results: readonly ItemResult[],
  ): readonly Publication[] {
    const result = items.map(({ siid, piid }, index) => ({ did, siid, piid, ...results[index] }));
    return [this.#up(did, { id, result })];
  }

  #room(id: string | null): unknown {
    const room = id === null ? undefined : this.#surroundings.rooms.get(id);
    if (!room) return id;
    const floor = room.floor === null ? undefined : this.#surroundings.floors.get(room.floor);
    return { ...room, floor: floor ?? room.floor };
  }

  #state(device: SimulatedDevice): Publication {
    const params: { siid: number; piid: number; value: Value }[] = [];
    for (const [address, value] of device.state) {
      const property = device.spec.properties.get(address);
      if (property) params.push({ siid: property.siid, piid: property.piid, value });
    }
    return this.#retained(device.id, "state", JSON.stringify({ params, time: this.#surroundings.now() }));
  }

  #up(did: string, message: object): Publication {
    return { topic: `${this.#base}/${did}/up`, payload: JSON.stringify(message), qos: 1, retain: false };
  }

  #retained(did: string, leaf: string, payload: string): Publication {
    return { topic: this.#topic(did, leaf), payload, qos: 1, retain: true };
  }

  #topic(did: string, leaf: string): string {
    return `${this.#base}/${did}/${leaf}`;
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
