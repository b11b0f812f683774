import fc from "fast-check";
import { expect, it } from "vitest";
import { plainReport, Up } from "../../../src/bridge/miot/messages.ts";

const scalar = fc.oneof(fc.boolean(), fc.integer(), fc.double(), fc.string());
const often = <Given, Other>(usual: fc.Arbitrary<Given>, other: fc.Arbitrary<Other>) =>
  fc.oneof({ weight: 8, arbitrary: usual }, { weight: 1, arbitrary: other });
const iid = often(fc.integer({ min: 1, max: 9 }), fc.oneof(fc.constantFrom(0, -1, 1.5, 65_535, 65_536, null), scalar));
const item = fc.record(
  {
    did: often(fc.string(), fc.jsonValue()),
    siid: iid,
    piid: iid,
    value: often(scalar, fc.jsonValue()),
    more: fc.jsonValue(),
  },
  { requiredKeys: ["siid", "piid"] },
);
const message = fc.record(
  {
    method: often(fc.constant("properties_changed"), fc.constantFrom("event_occured", null)),
    params: often(fc.array(often(item, fc.jsonValue())), fc.oneof(item, fc.jsonValue())),
    time: often(fc.integer({ min: 0 }), fc.oneof(fc.constantFrom(-1, 8.64e15, 8.65e15), fc.jsonValue())),
    id: often(fc.integer(), fc.jsonValue()),
  },
  { requiredKeys: ["method", "params"] },
);

it("the fast parser of plain reports gives what the schema gives", () => {
  let told = 0;
  fc.assert(
    fc.property(fc.oneof(message, fc.jsonValue()), (given) => {
      const json: unknown = JSON.parse(JSON.stringify(given));
      const plain = plainReport(json);
      if (plain === null) return;
      told += 1;
      // The schema leaves out what it does not know.
      expect(plain).toMatchObject(Up.parse(json));
    }),
    { numRuns: 2000 },
  );
  expect(told).toBeGreaterThan(100);
});

it.each([
  ["a report", { method: "properties_changed", params: [{ did: "1", siid: 2, piid: 1, value: true }] }],
  ["a report with the time", { method: "properties_changed", params: [{ siid: 2, piid: 1, value: 3 }], time: 1 }],
  ["a report of nothing", { method: "properties_changed", params: [] }],
])("%s needs no schema", (_, json) => {
  expect(plainReport(json)).toEqual(Up.parse(json));
});

it("a report with too many properties is left to the schema, which refuses it", () => {
  const params = Array.from({ length: 2001 }, () => ({ siid: 1, piid: 1, value: 0 }));
  const json = { method: "properties_changed", params };
  expect(plainReport(json)).toBeNull();
  expect(Up.safeParse(json).success).toBe(false);
});
