import type { Dialect, DialectOutput, InboundMessage, JoiningDevice } from "../../src/bridge/index.ts";
import type { Device, DeviceDescription, Value } from "../../src/home/index.ts";

/** A message as the broker hands it over. Objects go as JSON. */
export function inbound(topic: string, body: unknown, given: Partial<InboundMessage> = {}): InboundMessage {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return { topic, payload: Buffer.from(text), retained: false, at: 0, ...given };
}

/** What a dialect made of its messages, kept as a home would keep it. */
export class Observed {
  readonly devices = new Map<string, DeviceDescription>();
  readonly online = new Map<string, boolean | null>();
  /** Keyed by device id and address. */
  readonly values = new Map<string, Value>();
  readonly events: string[] = [];
  readonly joining: JoiningDevice[] = [];
  readonly problems: string[] = [];
  readonly subscribed = new Set<string>();
  readonly removed: string[] = [];

  take(outputs: readonly DialectOutput[]): this {
    for (const output of outputs) {
      switch (output.kind) {
        case "device":
          this.devices.set(output.device.id, output.device);
          break;
        case "removed":
          this.devices.delete(output.id);
          this.online.delete(output.id);
          for (const key of this.values.keys()) if (key.startsWith(`${output.id} `)) this.values.delete(key);
          this.removed.push(output.id);
          break;
        case "availability":
          this.online.set(output.id, output.online);
          break;
        case "values":
          for (const { address, value } of output.values) {
            if (value === null) this.values.delete(`${output.id} ${address}`);
            else this.values.set(`${output.id} ${address}`, value);
          }
          break;
        case "event":
          this.events.push(`${output.id} ${output.event}`);
          break;
        case "problem":
          this.problems.push(`${output.code}: ${output.detail}`);
          break;
        case "subscribe":
          for (const filter of output.filters) this.subscribed.add(filter);
          break;
        case "unsubscribe":
          for (const filter of output.filters) this.subscribed.delete(filter);
          break;
        case "more":
          this.take(output.go());
          break;
        case "joining":
          this.joining.push(output);
          break;
        case "room":
        case "contact":
        case "reply":
        case "publish":
          break;
        default:
          output satisfies never;
      }
    }
    return this;
  }

  value(id: string, address: string): Value | undefined {
    return this.values.get(`${id} ${address}`);
  }
}

/** A device as the home would hold it, for `encode`. */
export function asDevice(description: DeviceDescription): Device {
  return {
    members: [],
    ...description,
    handle: "device",
    room: null,
    essential: false,
    essentialMark: null,
    online: null,
    offlineSince: null,
    lostSince: null,
    lastSeen: null,
    state: new Map(),
    gaps: new Map(),
    unanswered: new Map(),
  };
}

/** What a write of one property publishes: [topic, payload]. */
export function written(
  dialect: Dialect,
  description: DeviceDescription,
  ...writes: readonly (readonly [address: string, value: Value])[]
): (readonly [string, string])[] {
  const properties = writes.map(([address, value]) => {
    const property = description.spec.properties.get(address);
    if (!property) throw new Error(`no ${address}: ${[...description.spec.properties.keys()].join(", ")}`);
    return { property, value };
  });
  const { publications } = dialect.encode(asDevice(description), { kind: "set", writes: properties }, "1");
  return publications.map(({ topic, payload }) => [topic, String(payload)]);
}

/** What an action publishes: [topic, payload]. */
export function invoked(
  dialect: Dialect,
  description: DeviceDescription,
  address: string,
  args: readonly Value[] = [],
): (readonly [string, string])[] {
  const action = description.spec.actions.get(address);
  if (!action) throw new Error(`no ${address}: ${[...description.spec.actions.keys()].join(", ")}`);
  const { publications } = dialect.encode(asDevice(description), { kind: "invoke", action, in: args }, "1");
  return publications.map(({ topic, payload }) => [topic, String(payload)]);
}
