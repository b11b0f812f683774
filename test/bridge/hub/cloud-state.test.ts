import { expect, test } from "vitest";
import type { DialectOutput } from "../../../src/bridge/dialect.ts";
import { parseCloudDevices } from "../../../src/bridge/hub/cloud-devices.ts";
import { CloudStateDialect } from "../../../src/bridge/hub/cloud-dialect.ts";
import { library } from "../../support/simulated.ts";

const exported = {
  code: 0,
  result: {
    list: [
      { did: "1", name: "Desk", model: "yeelink.light.color5", spec_type: "", room_name: "Study", token: "x" },
      { did: "blt.2", name: "Motion", model: "lumi.sensor_motion.v2" },
      { did: "bad/#", model: "x" },
      { name: "no did" },
    ],
  },
};
const devices = parseCloudDevices(JSON.stringify(exported), "cloud.json");

function receive(dialect: CloudStateDialect, topic: string, body: unknown, retained = false) {
  return dialect.receive({ topic, payload: Buffer.from(JSON.stringify(body)), retained, at: 0 });
}

test("the export names devices; those that the cloud does not watch have no state topics", () => {
  expect(devices.map(({ did, name, room }) => [did, name, room])).toEqual([
    ["1", "Desk", "Study"],
    ["blt.2", "Motion", null],
  ]);
  const dialect = new CloudStateDialect({ devices, specs: library, describe: true });
  expect(dialect.filters).toEqual([
    "device/1/up/properties_changed/#",
    "device/1/up/event_occured/#",
    "device/1/state/online",
    "device/1/state/offline",
    "device/blt.2/up/properties_changed/#",
    "device/blt.2/up/event_occured/#",
  ]);
});

test("devices that only the cloud shows can be read and not set", () => {
  const dialect = new CloudStateDialect({ devices, specs: library, describe: true });
  const described = dialect.tick().flatMap((output) => (output.kind === "device" ? [output.device] : []));
  expect(described.map(({ id }) => id)).toEqual(["hub:1", "hub:blt.2"]);
  const access = described.flatMap(({ spec }) =>
    [...spec.properties.values()].map((property) => property.access.write),
  );
  expect(access).not.toContain(true);
  expect(described.flatMap(({ spec }) => [...spec.actions.keys()])).toEqual([]);
  expect(dialect.tick()).toEqual([]);
});

test("values, events and being online come through, as objects and as lists", () => {
  const dialect = new CloudStateDialect({ devices, specs: library, describe: false });
  expect(dialect.tick()).toEqual([]);
  const values = (at: number): DialectOutput => ({
    kind: "values",
    id: "hub:1",
    values: [{ address: "light.brightness", value: at }],
    cause: "report",
  });
  const topic = "device/1/up/properties_changed/2/2";
  expect(receive(dialect, topic, { params: { siid: 2, piid: 2, value: 9 } })).toEqual([values(9)]);
  expect(receive(dialect, topic, { params: [{ siid: 2, piid: 2, value: 8 }] })).toEqual([values(8)]);
  const event = { params: { siid: 2, eiid: 1, arguments: [] } };
  const happened = receive(dialect, "device/blt.2/up/event_occured/2/1", event);
  expect(happened).toMatchObject([{ kind: "event", id: "hub:blt.2" }]);
  expect(receive(dialect, "device/blt.2/up/event_occured/2/1", event, true)).toEqual([]);
  expect(receive(dialect, "device/1/state/offline", { event: "offline", model: "m" })).toEqual([
    { kind: "availability", id: "hub:1", online: false },
  ]);
});

test("malformed messages of the cloud are problems", () => {
  const dialect = new CloudStateDialect({ devices, specs: library, describe: false });
  dialect.tick();
  const codes = (topic: string, body: unknown) =>
    receive(dialect, topic, body).flatMap((output) => (output.kind === "problem" ? [output.code] : []));
  expect(codes("device/9/up/properties_changed/2/2", { params: {} })).toEqual(["unknown-device"]);
  expect(codes("device/1/up/properties_changed/2/2", { params: {} })).toEqual(["malformed-report"]);
  expect(codes("device/1/up/properties_changed/77/2", { params: { siid: 77, piid: 2, value: 1 } })).toEqual([
    "unknown-property",
  ]);
  expect(codes("device/1/state/online", {})).toEqual(["malformed-report"]);
});
