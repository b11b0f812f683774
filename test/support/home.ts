import {
  type AuditEntry,
  type AuditIntent,
  type Command,
  type Delivery,
  type Device,
  type DeviceDescription,
  type Home,
  type HomeOptions,
  parseSpec,
  type Spec,
  type Transport,
  type WireCommand,
} from "../../src/home/index.ts";
import { ManualClock } from "./clock.ts";
import { emptyHome } from "./home-on-bridge.ts";

const urn = (kind: string, name: string) => `urn:miot-spec-v2:${kind}:${name}:00000001:jia-test:1`;

/** One property of a test spec: `["on", { format: "bool" }]`. */
export type PropertyShape = readonly [
  name: string,
  shape: {
    readonly format?: string;
    readonly access?: readonly string[];
    readonly unit?: string;
    readonly range?: readonly [number, number, number];
    readonly list?: readonly (readonly [number, string])[];
  },
];

/** A small spec of one service: every action takes the properties named in its list. */
export function testSpec(
  kind: string,
  service: string,
  properties: readonly PropertyShape[],
  actions: Readonly<Record<string, readonly number[]>> = {},
): Spec {
  return parseSpec({
    type: urn("device", kind),
    description: kind,
    services: [
      {
        iid: 2,
        type: urn("service", service),
        description: service,
        properties: properties.map(([name, shape], index) => ({
          iid: index + 1,
          type: urn("property", name),
          description: name,
          format: shape.format ?? "uint8",
          access: shape.access ?? ["read", "write", "notify"],
          unit: shape.unit,
          "value-range": shape.range,
          "value-list": shape.list?.map(([value, description]) => ({ value, description })),
        })),
        actions: Object.entries(actions).map(([name, piids], index) => ({
          iid: index + 1,
          type: urn("action", name),
          description: name,
          in: piids,
          out: [],
        })),
        events: [{ iid: 1, type: urn("event", "happened"), description: "happened", arguments: [] }],
      },
    ],
  });
}

export const LIGHT = testSpec(
  "light",
  "light",
  [
    ["on", { format: "bool" }],
    ["brightness", { range: [1, 100, 1], unit: "percentage" }],
    [
      "mode",
      {
        list: [
          [0, "Day"],
          [1, "Night"],
        ],
      },
    ],
    ["power", { format: "float", access: ["read", "notify"], unit: "watt" }],
  ],
  { toggle: [], blink: [2] },
);

export function described(id: string, over: Partial<DeviceDescription> = {}): DeviceDescription {
  return {
    id: `test:${id}`,
    name: id,
    aliases: [],
    room: null,
    model: "jia.light.test",
    spec: LIGHT,
    dialect: "test",
    reports: true,
    ...over,
  };
}

/** Devices that answer as `respond` says; by default every write is confirmed and reported to the home. */
export class ScriptedTransport implements Transport {
  readonly sent: { readonly device: string; readonly command: WireCommand }[] = [];
  home: Home | null = null;
  respond: (device: Device, command: WireCommand) => Promise<readonly Delivery[]> = (device, command) =>
    Promise.resolve(this.obey(device, command));

  deliver(device: Device, command: WireCommand): Promise<readonly Delivery[]> {
    this.sent.push({ device: device.id, command });
    return this.respond(device, command);
  }

  obey(device: Device, command: WireCommand): Delivery[] {
    if (command.kind === "invoke") return [{ status: "confirmed", out: [] }];
    const values = command.writes.map(({ property, value }) => ({ address: property.address, value }));
    this.home?.apply([{ kind: "values", id: device.id, values, cause: "reply" }]);
    return command.writes.map(() => ({ status: "confirmed" }));
  }
}

/** A home with a transport that a test scripts, an audit that it can read (and what was noted before sending), and a clock that it moves. */
export function testHome(devices: readonly DeviceDescription[] = [], over: Partial<HomeOptions> = {}) {
  const clock = new ManualClock();
  const transport = new ScriptedTransport();
  const audited: AuditEntry[] = [];
  const intents: AuditIntent[] = [];
  const home = emptyHome({
    clock,
    transport,
    audit: {
      begin: (intent) => {
        intents.push(intent);
        return Promise.resolve({
          complete: (outcomes, ms) => {
            audited.push({ ...intent, outcomes, ms });
            return Promise.resolve();
          },
        });
      },
      record: (entry) => {
        audited.push(entry);
        return Promise.resolve();
      },
    },
    ...over,
  });
  transport.home = home;
  home.apply(devices.map((device) => ({ kind: "device", device })));
  return { home, clock, transport, audited, intents };
}

export function set(device: string, properties: Readonly<Record<string, boolean | number | string>>): Command {
  return {
    kind: "set",
    device: `test:${device}`,
    properties: Object.entries(properties).map(([address, value]) => ({ address, value })),
  };
}
