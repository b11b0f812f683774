import fc from "fast-check";
import { expect, test } from "vitest";
import { parseCloudDevices } from "../../../src/bridge/hub/cloud-devices.ts";
import { CloudStateDialect } from "../../../src/bridge/hub/cloud-dialect.ts";
import { encodeEnvelope } from "../../../src/bridge/hub/envelope.ts";
import { HubDialect } from "../../../src/bridge/hub/index.ts";
import { library } from "../../support/simulated.ts";

const LIGHT = { model: "yeelink.light.color5", urn: "", online: true, name: "Lamp" };
const json = fc.jsonValue({ maxDepth: 3 });
/** JSON that is nearly right: known field names with anything in them. */
const shaped = fc.dictionary(
  fc.constantFrom("devList", "result", "error", "code", "value", "params", "arguments", "siid", "piid", "eiid", "out"),
  fc.oneof(json, fc.array(fc.record({ siid: fc.nat(9), piid: fc.nat(9), code: fc.integer(), value: json }))),
);

function listed(): HubDialect {
  const dialect = new HubDialect({ clientDid: "77", specs: library, firstId: 1 });
  dialect.connected();
  const payload = encodeEnvelope({ id: 1, payload: JSON.stringify({ devList: { "1": LIGHT } }) });
  dialect.receive({ topic: "77/reply", payload, retained: false, at: 0 });
  return dialect;
}

test("any message to the hub dialect is understood or a problem, and never an exception", () => {
  const topic = fc.constantFrom(
    "77/reply",
    "77/appMsg/devListChange",
    "77/appMsg/notify/iot/1/property/2.1",
    "77/appMsg/notify/iot/1/event/2.1",
    "77/appMsg/notify/iot/../property/2.1",
    "77/x",
  );
  const payload = fc.oneof(
    fc.uint8Array({ maxLength: 60 }),
    fc
      .record({ id: fc.nat(12), body: fc.oneof(json, shaped) })
      .map(({ id, body }) => encodeEnvelope({ id, payload: JSON.stringify(body) })),
  );
  fc.assert(
    fc.property(
      fc.array(fc.record({ topic, payload, retained: fc.boolean(), at: fc.nat() }), { maxLength: 8 }),
      (all) => {
        const dialect = listed();
        for (const message of all) {
          for (const output of dialect.receive(message)) expect(typeof output.kind).toBe("string");
          dialect.tick(message.at);
        }
      },
    ),
  );
});

test("any message to the cloud dialect is understood or a problem, and never an exception", () => {
  const devices = parseCloudDevices(JSON.stringify([{ did: "1", model: LIGHT.model }]), "f");
  const dialect = new CloudStateDialect({ devices, specs: library, describe: true });
  dialect.tick();
  const topic = fc.constantFrom(
    "device/1/up/properties_changed/2/1",
    "device/1/up/event_occured/2/1",
    "device/1/state/online",
    "device/2/up/properties_changed/2/1",
  );
  const payload = fc.oneof(
    fc.uint8Array({ maxLength: 40 }),
    fc.oneof(json, shaped).map((body) => Buffer.from(JSON.stringify(body))),
  );
  fc.assert(
    fc.property(topic, payload, fc.boolean(), (where, bytes, retained) => {
      expect(dialect.accepts(where)).toBe(true);
      expect(Array.isArray(dialect.receive({ topic: where, payload: bytes, retained, at: 0 }))).toBe(true);
    }),
  );
});
