import { beforeAll, describe, expect, test } from "vitest";
import type { DialectOutput } from "../../../src/bridge/dialect.ts";
import {
  ACCESS,
  buildShape,
  type Expose,
  type Unsupported,
  Zigbee2MqttDialect,
} from "../../../src/bridge/zigbee2mqtt/index.ts";
import {
  coerceValue,
  type Device,
  type DeviceDescription,
  type Property,
  parseUrn,
  type Value,
} from "../../../src/home/index.ts";
import { bridgeDevice, type KnownModel, knownModels } from "../../support/definitions.ts";
import { Observed } from "../../support/dialect.ts";
import { WireDevice } from "../../support/wire-device.ts";

let models: readonly KnownModel[] = [];
beforeAll(async () => {
  models = await knownModels();
});

const IEEE = "0x00158d0001a2b3c4";
const TOPIC = "zigbee2mqtt/device";

const message = (topic: string, body: unknown, retained = false) => ({
  topic,
  payload: Buffer.from(JSON.stringify(body)),
  retained,
  at: 0,
});

function told(dialect: Zigbee2MqttDialect, model: KnownModel): DeviceDescription {
  const outputs = dialect.receive(message("zigbee2mqtt/bridge/devices", [bridgeDevice(model, IEEE, "device")]));
  const { devices, problems } = new Observed().take(outputs);
  const [device] = devices.values();
  if (!device) throw new Error(`${model.model}: ${problems.join(", ")}`);
  return device;
}

const asDevice = (description: DeviceDescription): Device => ({
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
});

/** Values to try: both ends, the middle, and every value of a list. */
function samples(property: Property): Value[] {
  if (property.values.length > 0) return property.values.map(({ value }) => value);
  if (property.format === "bool") return [true, false];
  if (property.format === "string") return ["some text"];
  if (property.type === "color") return [0xff0000, 0x00ff00, 0x0000ff, 0xffffff, 0xff8040, 0x2060ff];
  const { min, max } = property.range ?? { min: 0, max: 50 };
  return [min, max, (min + max) / 2, min + (max - min) / 3].map((value) => coerceValue(property, value));
}

const reported = (outputs: readonly DialectOutput[]) =>
  new Map(
    outputs.flatMap((output) =>
      output.kind === "values" ? output.values.map((v) => [v.address, v.value] as const) : [],
    ),
  );

/** What rounding may lose between a value and the report of it, where nothing is remembered of what was asked. */
function allowedLoss(property: Property, value: number): number {
  // Half a mired, at this temperature.
  if (property.unit === "kelvin") return (value * value) / 2_000_000 + 1;
  // A numeric without steps has the steps of our own spec.
  return property.format === "float" ? (property.range?.step ?? 0.01) / 2 : 0;
}

describe("every model of Xiaomi, Aqara, IKEA, Philips, Tuya and Sonoff", () => {
  test("gives a valid spec with unique addresses", () => {
    expect(models.length).toBeGreaterThan(1300);
    for (const model of models) {
      const { spec } = buildShape({ ...model, scenes: [] });
      const where = `${model.vendor} ${model.model}`;
      expect(parseUrn(spec.urn)?.kind, where).toBe("device");
      const listed = spec.services.flatMap((service) => service.properties);
      expect(spec.properties.size, where).toBe(listed.length);
      expect(spec.services.length, where).toBeGreaterThan(0);
      for (const property of listed) {
        expect(property.description, where).not.toBe("");
        if (property.range)
          expect(property.range.max, `${where} ${property.address}`).toBeGreaterThan(property.range.min);
      }
    }
  });

  test("less than 1 % of the exposes have no place, and which is known", () => {
    let all = 0;
    const missing: (Unsupported & { model: string })[] = [];
    for (const model of models) {
      const shape = buildShape({ ...model, scenes: [] });
      all += leaves(model.exposes).length;
      missing.push(...shape.unsupported.map((one) => ({ ...one, model: model.model })));
    }
    const places = missing.map(({ model, path, type, reason }) => `${model} ${path} (${type}): ${reason}`);
    expect(places.length / all, places.join("\n")).toBeLessThan(0.01);
    expect(all).toBeGreaterThan(10_000);
  });

  test("gives back every set value after MQTT, device and state", () => {
    let tried = 0;
    const lossy: string[] = [];
    const wrong: string[] = [];
    for (const model of models) {
      const dialect = new Zigbee2MqttDialect();
      const description = told(dialect, model);
      const device = asDevice(description);
      const wire = new WireDevice(model.exposes);
      const stranger = new Zigbee2MqttDialect();
      told(stranger, model);
      for (const property of description.spec.properties.values()) {
        if (!property.access.write) continue;
        for (const value of samples(property)) {
          tried += 1;
          const where = `${model.vendor} ${model.model} ${property.address} = ${value}`;
          const { publications } = dialect.encode(device, { kind: "set", writes: [{ property, value }] }, "r");
          const sent = publications[0];
          if (sent?.topic !== `${TOPIC}/set`) {
            wrong.push(`${where}: nothing sent`);
            continue;
          }
          const isList =
            typeof value === "string" && wireTypeOf(model.exposes, JSON.parse(String(sent.payload))) === "list";
          const refused = isList ? [] : wire.set(JSON.parse(String(sent.payload)));
          if (refused.length > 0) wrong.push(`${where}: ${refused.join("; ")}`);
          if (!property.access.read || isList) continue;
          const again = reported(dialect.receive(message(TOPIC, wire.state))).get(property.address);
          if (again !== value) wrong.push(`${where}: came back as ${again}`);
          // Somebody who was not there when it was sent sees it within the rounding.
          const seen = reported(stranger.receive(message(TOPIC, wire.state))).get(property.address);
          if (seen === value) continue;
          if (property.type === "color") {
            const loss = channelLoss(Number(value), Number(seen));
            if (loss > 4) lossy.push(`${where}: ${loss} of 255`);
          } else if (
            !(typeof seen === "number" && Math.abs(seen - Number(value)) <= allowedLoss(property, Number(value)))
          ) {
            lossy.push(`${where}: seen as ${seen}`);
          }
        }
      }
    }
    expect(wrong, wrong.slice(0, 40).join("\n")).toEqual([]);
    expect(lossy, lossy.slice(0, 40).join("\n")).toEqual([]);
    expect(tried).toBeGreaterThan(20_000);
  }, 120_000);

  test("every action sends what the exposes allow", () => {
    const wrong: string[] = [];
    let tried = 0;
    for (const model of models) {
      const dialect = new Zigbee2MqttDialect();
      const description = told(dialect, model);
      for (const action of description.spec.actions.values()) {
        tried += 1;
        const given = action.in.map((property) => samples(property)[0] ?? 0);
        const { publications } = dialect.encode(asDevice(description), { kind: "invoke", action, in: given }, "r");
        const payload: unknown = JSON.parse(String(publications[0]?.payload ?? "null"));
        const lists = action.in.some((property) => property.format === "string");
        const refused = new WireDevice(model.exposes)
          .set(payload)
          .filter((text) => !(lists && text.includes("no list")));
        if (refused.length > 0) wrong.push(`${model.model} ${action.address}: ${refused.join("; ")}`);
      }
    }
    expect(wrong, wrong.slice(0, 40).join("\n")).toEqual([]);
    expect(tried).toBeGreaterThan(500);
  });
});

function leaves(exposes: readonly Expose[]): Expose[] {
  return exposes.flatMap((expose) => (expose.features ? leaves(expose.features) : [expose]));
}

function wireTypeOf(exposes: readonly Expose[], payload: Record<string, unknown>): string | undefined {
  const key = Object.keys(payload)[0];
  return exposes.find(({ property, access }) => property === key && ((access ?? 0) & ACCESS.set) !== 0)?.type;
}

function channelLoss(a: number, b: number): number {
  return Math.max(...[16, 8, 0].map((shift) => Math.abs(((a >> shift) & 255) - ((b >> shift) & 255))));
}
