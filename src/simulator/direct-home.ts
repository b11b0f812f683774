import { MIOT_CODE } from "../bridge/miot/codes.ts";
import {
  type AuditSink,
  type Clock,
  type Delivery,
  type Device,
  type DeviceId,
  Home,
  type HomeChange,
  type HomeFile,
  NO_AUDIT,
  type PinCheck,
  type PolicyPeople,
  type PolicyRule,
  systemClock,
  type Transport,
  type ValueWords,
  type WireCommand,
} from "../home/index.ts";
import { type BehaviourMode, chooseBehaviours } from "./behaviours/index.ts";
import type { DeviceChange } from "./device.ts";
import { SimulatedDevice } from "./device.ts";
import { SimulatedWorld } from "./world.ts";

export interface DirectOptions {
  /** The machine's own clock when it is left out. */
  readonly clock?: Clock;
  /** `instant` when it is left out. */
  readonly behaviours?: BehaviourMode;
  /** The rules of the policy; `off` allows everything; the default rules when it is left out. */
  readonly policy?: readonly PolicyRule[] | "off";
  /** The people of the home as the policy sees them, and their PINs; none when left out. */
  readonly people?: PolicyPeople;
  readonly pins?: PinCheck;
  readonly audit?: AuditSink;
  /** The words by which values may be given in commands; those of the specs alone when left out. */
  readonly words?: ValueWords;
  readonly seed?: number;
}

/**
 * A home whose simulated devices are in this process, without MQTT in between: for evaluations, and for tests of the
 * layers above.
 */
export interface DirectHome {
  readonly home: Home;
  /** Keyed by the device's id in the home file; its id in the home is `miot:<id>`. */
  readonly devices: ReadonlyMap<string, SimulatedDevice>;
  readonly world: SimulatedWorld;
}

/** Makes the home of a home file with its devices in this process. Nothing has to be started or stopped. */
export function createDirectHome(file: HomeFile, options: DirectOptions = {}): DirectHome {
  const clock = options.clock ?? systemClock;
  const world = new SimulatedWorld({ clock, timezone: file.timezone, seed: options.seed ?? 1 });
  const devices = new Map<string, SimulatedDevice>();
  for (const each of file.devices) {
    const device = new SimulatedDevice(each);
    device.use(chooseBehaviours(device, world, options.behaviours ?? "instant"));
    devices.set(each.id, device);
  }
  const home = new Home({
    name: file.name,
    language: file.language,
    timezone: file.timezone,
    location: file.location,
    floors: file.floors,
    rooms: file.rooms,
    clock,
    transport: new DirectTransport(devices),
    audit: options.audit ?? NO_AUDIT,
    ...(options.people && { people: options.people }),
    ...(options.pins && { pins: options.pins }),
    ...(options.words && { words: options.words }),
    ...(options.policy !== undefined && { policy: options.policy === "off" ? [] : options.policy }),
  });
  for (const device of devices.values()) {
    home.apply(introduction(device));
    device.subscribe((change) => home.apply(changesOf(device, change)));
  }
  return { home, devices, world };
}

/** Carries commands straight to simulated devices. */
export class DirectTransport implements Transport {
  /** Keyed by the id in the home file. */
  readonly #devices: ReadonlyMap<string, SimulatedDevice>;

  constructor(devices: ReadonlyMap<string, SimulatedDevice>) {
    this.#devices = devices;
  }

  deliver(device: Device, command: WireCommand): Promise<readonly Delivery[]> {
    const simulated = this.#devices.get(device.id.slice(device.id.indexOf(":") + 1));
    const count = command.kind === "set" ? command.writes.length : 1;
    if (!simulated?.online) return Promise.resolve(Array(count).fill({ status: "offline" }));
    if (simulated.fault?.kind === "silent") return Promise.resolve(Array(count).fill({ status: "timeout" }));
    if (simulated.fault?.kind === "reject") {
      return Promise.resolve(Array(count).fill({ status: "rejected", code: simulated.fault.code }));
    }
    return Promise.resolve(perform(simulated, command));
  }
}

function perform(device: SimulatedDevice, command: WireCommand): Delivery[] {
  if (command.kind === "invoke") {
    const { code, out } = device.invoke(command.action, command.in);
    return [code === MIOT_CODE.ok ? { status: "confirmed", out } : { status: "rejected", code }];
  }
  return command.writes.map(({ property, value }) => {
    const code = device.write(property, value);
    return code === MIOT_CODE.ok ? { status: "confirmed", value } : { status: "rejected", code };
  });
}

/** The id of a simulated device in a home that it is joined to directly. */
function idOf(device: SimulatedDevice): DeviceId {
  return `miot:${device.id}`;
}

/** The changes that introduce a device to the home: description, availability, values. */
function introduction(device: SimulatedDevice): HomeChange[] {
  const id = idOf(device);
  const values = [...device.state].map(([address, value]) => ({ address, value }));
  return [
    description(device),
    { kind: "availability", id, online: device.online },
    { kind: "values", id, values, cause: "retained" },
  ];
}

function description(device: SimulatedDevice): HomeChange {
  const { name, aliases, room, model, spec } = device;
  return {
    kind: "device",
    device: { id: idOf(device), name, aliases, room, model, spec, dialect: "miot", reports: true },
  };
}

function changesOf(device: SimulatedDevice, change: DeviceChange): HomeChange[] {
  const id = idOf(device);
  switch (change.kind) {
    case "values": {
      const values = change.values.map(({ property, value }) => ({ address: property.address, value }));
      return [{ kind: "values", id, values, cause: "report" }];
    }
    case "event": {
      const values = change.arguments.map(({ property, value }) => ({ address: property.address, value }));
      return [{ kind: "event", id, event: change.event.address, arguments: values }];
    }
    case "described":
      return [description(device)];
    case "availability":
      return [{ kind: "availability", id, online: change.online }];
    default:
      return change satisfies never;
  }
}
