import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { DiscoveryDialect } from "../../../src/bridge/discovery/index.ts";
import type { Property, Value } from "../../../src/home/index.ts";
import { inbound, invoked, Observed, written } from "../../support/dialect.ts";

const Fixture = z.object({
  payloads: z.array(
    z.object({
      source: z.string().optional(),
      topic: z.string(),
      payload: z.record(z.string(), z.unknown()),
      /** Keyed by topic. */
      state: z.record(z.string(), z.unknown()).optional(),
      /** Keyed by address. */
      expect: z.record(z.string(), z.union([z.boolean(), z.number(), z.string()])).optional(),
    }),
  ),
});

const read = (name: string) => {
  const path = new URL(`../../fixtures/discovery/${name}.json`, import.meta.url);
  return Fixture.parse(JSON.parse(readFileSync(path, "utf8"))).payloads;
};
const payloads = [...read("zigbee2mqtt"), ...read("others")];

/** A value that a property takes. */
function sample(property: Property): Value {
  if (property.values.length > 0) return property.values.at(-1)?.value ?? 0;
  if (property.format === "bool") return true;
  return property.format === "string" ? "text" : (property.range?.max ?? 1);
}

describe("payloads as programs publish them", () => {
  test("include at least 150 different ones", () => {
    const different = new Set(payloads.map(({ payload }) => JSON.stringify(payload)));
    expect(different.size).toBeGreaterThanOrEqual(150);
  });

  test.each(payloads.map((each, index) => [`${index} ${each.source ?? "Zigbee2MQTT"} ${each.topic}`, each] as const))(
    "%s is recognised, rendered and commanded",
    (_, { topic, payload, state = {}, expect: expected = {} }) => {
      const dialect = new DiscoveryDialect();
      const seen = new Observed();
      seen.take(dialect.receive(inbound(topic, payload, { retained: true })));
      seen.take(dialect.tick(1000));
      const [device] = seen.devices.values();
      if (!device) expect.fail(seen.problems.join("; "));
      const { properties, actions, events } = device.spec;
      expect(properties.size + actions.size + events.size).toBeGreaterThan(0);

      for (const [stateTopic, body] of Object.entries(state)) {
        seen.take(
          dialect.receive(inbound(stateTopic, typeof body === "string" ? body : JSON.stringify(body), { at: 2000 })),
        );
      }
      for (const [address, value] of Object.entries(expected)) {
        expect(seen.value(device.id, address), `${address} of ${[...properties.keys()].join(", ")}`).toBe(value);
      }
      // Something of the state has to be understood where there is anything to read.
      const readable = [...properties.values()].filter(({ access }) => access.read);
      if (readable.length > 0 && Object.keys(state).length > 0) expect(seen.values.size).toBeGreaterThan(0);

      for (const property of properties.values()) {
        if (!property.access.write) continue;
        const sent = written(dialect, device, [property.address, sample(property)]);
        expect(sent.length, property.address).toBeGreaterThan(0);
        for (const [to, text] of sent) {
          expect(to, property.address).not.toMatch(/[~+#]/);
          expect(text, property.address).not.toBe("");
        }
      }
      for (const address of actions.keys()) expect(invoked(dialect, device, address).length, address).toBe(1);
      expect(seen.problems).toEqual([]);
    },
  );
});
