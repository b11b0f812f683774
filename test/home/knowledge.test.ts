import { describe, expect, it } from "vitest";
import { type HomeChange, knowledgeOf, type Value } from "../../src/home/index.ts";
import { described, testHome, testSpec } from "../support/home.ts";

const SENSOR = testSpec("sensor", "environment", [
  ["temperature", { format: "float", access: ["read", "notify"], unit: "celsius" }],
  ["relative-humidity", { format: "float", access: ["read", "notify"], unit: "percentage" }],
  ["target-temperature", { format: "float", unit: "celsius", range: [5, 35, 0.5] }],
  ["code", { format: "string", access: ["write"] }],
]);

/** A sensor whose knowledge of one property is asked for, and that is told things. */
function sensor() {
  const { home, clock } = testHome([
    described("s", { spec: SENSOR, freshFor: new Map([["environment.temperature", 60_000]]) }),
  ]);
  const apply = (change: HomeChange) => home.apply([change]);
  return {
    home,
    clock,
    tell: (name: string, value: Value | null, more: { cause?: "retained" } = {}) =>
      apply({
        kind: "values",
        id: "test:s",
        values: [{ address: `environment.${name}`, value }],
        cause: "report",
        ...more,
      }),
    online: (online: boolean | null) => apply({ kind: "availability", id: "test:s", online }),
    known: (name: string) => {
      const device = home.device("test:s") ?? expect.fail("no device");
      return knowledgeOf(device, `environment.${name}`, clock.now());
    },
  };
}

describe("the knowledge of a property", () => {
  it("distinguishes a value, no report yet, never reported and no such property", () => {
    const { tell, known } = sensor();
    tell("temperature", 21);
    expect(known("temperature")).toMatchObject({ kind: "value", state: { value: 21 }, lapse: null });
    expect(known("relative-humidity")).toMatchObject({ kind: "unknown", reason: "never-reported", since: null });
    expect(known("code")).toMatchObject({ kind: "unknown", reason: "not-told" });
    expect(known("pressure")).toEqual({ kind: "absent" });
  });

  it.each([
    ["what the device does not know", "temperature", null, "cleared"],
    ["a temperature below absolute zero, where the spec has no range", "temperature", -3276.8, "out-of-range"],
    ["a humidity above 100 %, where the spec has no range", "relative-humidity", 120, "out-of-range"],
    ["a set point outside the range", "target-temperature", 1031, "out-of-range"],
  ])("is nothing since the first report of %s, until the next value", (_, name, value, reason) => {
    const { tell, known, clock } = sensor();
    tell(name, 20);
    clock.advance(1000);
    const since = clock.now();
    tell(name, value);
    clock.advance(1000);
    tell(name, value);
    expect(known(name)).toMatchObject({ kind: "unknown", reason, since });
    tell(name, 22);
    expect(known(name)).toMatchObject({ kind: "value", state: { value: 22, changeSeen: false } });
  });

  it("has the time of an impossible report, also without an earlier value", () => {
    const { tell, known, clock } = sensor();
    tell("relative-humidity", 120);
    expect(known("relative-humidity")).toMatchObject({ kind: "unknown", reason: "out-of-range", since: clock.now() });
  });

  it("is overdue from the time of the missing report on", () => {
    const { tell, known, clock } = sensor();
    tell("temperature", 20);
    const due = clock.now() + 60_000;
    clock.advance(60_000);
    expect(known("temperature")).toMatchObject({ lapse: null });
    clock.advance(1);
    expect(known("temperature")).toMatchObject({ kind: "value", lapse: { reason: "overdue", since: due } });
    tell("temperature", 20);
    expect(known("temperature")).toMatchObject({ lapse: null });
  });

  it("is the last value of an offline device, with the time when that was observed", () => {
    const { tell, known, clock, online } = sensor();
    online(true);
    tell("temperature", 20);
    clock.advance(1000);
    online(false);
    const since = clock.now();
    clock.advance(1000);
    expect(known("temperature")).toMatchObject({ state: { value: 20 }, lapse: { reason: "offline", since } });
    expect(known("relative-humidity")).toMatchObject({ kind: "unknown", lapse: { reason: "offline", since } });
    online(true);
    expect(known("temperature")).toMatchObject({ lapse: null });
  });

  it("has no offline time for a device that was offline from the start", () => {
    const { known, online } = sensor();
    online(false);
    expect(known("temperature")).toMatchObject({ lapse: { reason: "offline", since: null } });
  });
});

describe("the moment of a change", () => {
  it("is observed when the device reports one value and then another", () => {
    const { tell, known, clock } = sensor();
    tell("temperature", 20);
    expect(known("temperature")).toMatchObject({ state: { changeSeen: false } });
    clock.advance(1000);
    tell("temperature", 21);
    const seen = { changedAt: clock.now(), changeSeen: true };
    expect(known("temperature")).toMatchObject({ state: seen });
    clock.advance(1000);
    tell("temperature", 21);
    expect(known("temperature")).toMatchObject({ state: seen });
  });

  it("is not observed when the new value is a retained one", () => {
    const { tell, known } = sensor();
    tell("temperature", 20);
    tell("temperature", 21, { cause: "retained" });
    expect(known("temperature")).toMatchObject({ state: { changeSeen: false } });
  });

  it("is not observed when the device was offline in between, and is again after that", () => {
    const { tell, known, clock, online } = sensor();
    online(true);
    tell("temperature", 20);
    clock.advance(1000);
    online(false);
    clock.advance(1000);
    online(true);
    tell("temperature", 21);
    expect(known("temperature")).toMatchObject({ state: { changeSeen: false } });
    tell("temperature", 22);
    expect(known("temperature")).toMatchObject({ state: { changeSeen: true } });
  });
});

it("keeps a measured value that lies between the steps that can be set", () => {
  const { tell, known } = sensor();
  tell("target-temperature", 21.1);
  expect(known("target-temperature")).toMatchObject({ kind: "value", state: { value: 21.1 } });
});
