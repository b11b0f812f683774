import fc from "fast-check";
import { expect, it } from "vitest";
import { fahrenheitSetting } from "../../../src/bridge/spec/fahrenheit.ts";
import { coerceValue, sameValue } from "../../../src/home/index.ts";
import { described, testHome, testSpec } from "../../support/home.ts";
import { talk } from "../../support/speak.ts";

const [LEAST, MOST] = [45, 95];

/** A thermostat with a set point in steps of so many °F, as its celsius property and codec. */
function thermostat(step: number) {
  const { codec, range } = fahrenheitSetting(LEAST, MOST, step);
  const spec = testSpec("thermostat", "thermostat", [
    ["target-temperature", { format: "float", unit: "celsius", range }],
  ]);
  const property = spec.properties.get("thermostat.target-temperature") ?? expect.fail("no property");
  return { codec, spec, property };
}

it.each([0.5, 1, 2])("a fahrenheit setting sends the nearest step of %s °F and recognises the report of it", (step) => {
  const { codec, property } = thermostat(step);
  const range = property.range ?? expect.fail("no range");
  fc.assert(
    fc.property(fc.double({ min: range.min, max: range.max, noNaN: true }), (asked) => {
      const value = coerceValue(property, asked);
      const sent = Number(codec.encode(value));
      expect((sent - LEAST) % step).toBe(0);
      expect(sent).toBeGreaterThanOrEqual(LEAST);
      expect(sent).toBeLessThanOrEqual(MOST);
      expect(Math.abs(sent - (asked * 1.8 + 32))).toBeLessThanOrEqual(step / 2 + 0.15);
      expect(sameValue(property, codec.decode(sent) ?? undefined, value)).toBe(true);
    }),
  );
});

it("the reply names the temperature that a fahrenheit device was set to", async () => {
  const { codec, spec } = thermostat(1);
  const { home, clock, transport } = testHome([described("heating", { name: "Heating", aliases: ["暖气"], spec })]);
  const sent: unknown[] = [];
  transport.respond = (device, command) => {
    if (command.kind !== "set") return Promise.resolve([]);
    const values = command.writes.map(({ property, value }) => {
      const wire = codec.encode(value);
      sent.push(wire);
      return { address: property.address, value: codec.decode(wire) ?? null };
    });
    home.apply([{ kind: "values", id: device.id, values, cause: "report" }]);
    return Promise.resolve(values.map(() => ({ status: "confirmed" })));
  };
  const { reply } = talk(home, clock, null, undefined);
  expect(await reply("set the heating to 21 degrees")).toMatch(/\b21\.1 °C/);
  expect(await reply("把暖气调到22度")).toContain("22.2");
  expect(sent).toEqual([70, 72]);
});
