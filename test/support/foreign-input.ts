import fc from "fast-check";
import { expect } from "vitest";
import type { Dialect } from "../../src/bridge/index.ts";
import { asDevice, inbound, Observed } from "./dialect.ts";

/** Keys that dialects look at, so that random objects are not all alike to them. */
const KEYS = [
  "name",
  "type",
  "features",
  "property",
  "values",
  "access",
  "value_on",
  "value_off",
  "value_min",
  "value_max",
  "endpoint",
  "unit",
  "state_topic",
  "command_topic",
  "value_template",
  "device",
  "identifiers",
  "connections",
  "options",
  "modes",
  "components",
  "platform",
  "availability",
  "topic",
  "schema",
  "supported_color_modes",
  "unique_id",
  "expire_after",
  "__proto__",
  "constructor",
];
const WORDS = [
  "light",
  "switch",
  "state",
  "brightness",
  "color_xy",
  "composite",
  "enum",
  "numeric",
  "binary",
  "action",
  "list",
  "a/b",
  "~/x",
  "{{ value_json.a }}",
  "{{ x | round }}",
  "json",
  "template",
  "xy",
  "ON",
  "",
  "x".repeat(300),
  "\u0000\u202e",
];

/** Any JSON, with keys and words that mean something to dialects. `body` may also be a text that is no JSON. */
export const { value } = fc.letrec((tie) => ({
  leaf: fc.oneof(fc.constantFrom(...WORDS), fc.integer(), fc.double(), fc.boolean(), fc.constant(null)),
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    tie("leaf"),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom(...KEYS), tie("value"), { maxKeys: 6 }),
  ),
}));
export const body = fc.oneof(value, fc.array(value), fc.string());

/**
 * Feeds messages, then commands everything that came of them: nothing may throw, and everything that is told is a spec.
 * @param messages topic and body; a body that is no text goes as JSON
 */
export function survives(dialect: Dialect, messages: readonly (readonly [string, unknown])[]): void {
  const seen = new Observed();
  for (const [topic, given] of messages) {
    seen.take(dialect.receive(inbound(topic, typeof given === "string" ? given : (JSON.stringify(given) ?? "null"))));
  }
  seen.take(dialect.tick?.(100_000) ?? []);
  for (const device of seen.devices.values()) {
    expect(device.name.length).toBeGreaterThan(0);
    for (const property of device.spec.properties.values()) {
      const written =
        property.values[0]?.value ?? (property.format === "bool" ? true : property.format === "string" ? "x" : 1);
      dialect.encode(asDevice(device), { kind: "set", writes: [{ property, value: written }] }, "1");
    }
  }
}
