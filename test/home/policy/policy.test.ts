import { describe, expect, it } from "vitest";
import { type Command, DEFAULT_RULES, type Value } from "../../../src/home/index.ts";
import { languages, textOf } from "../../../src/language/index.ts";
import { described, type PropertyShape, testHome, testSpec } from "../../support/home.ts";

const bool: PropertyShape[1] = { format: "bool" };
const celsius: PropertyShape[1] = { range: [16, 90, 1] };
const lockState: PropertyShape[1] = {
  list: [
    [1, "Locked"],
    [2, "Unlocked"],
  ],
};
const motor: PropertyShape[1] = {
  list: [
    [1, "Open"],
    [2, "Close"],
  ],
  access: ["write"],
};

/** What the default policy says to one write: [device kind, service, property, its shape, value, whether it asks]. */
const writes: readonly [string, string, string, PropertyShape[1], Value, boolean][] = [
  ["light", "light", "on", bool, true, false],
  ["garage-door", "switch", "on", bool, true, true],
  ["garage-door", "settings", "trigger", bool, true, true],
  ["garage-door", "light", "on", bool, true, false],
  ["oven", "light", "on", bool, true, false],
  ["gateway", "gateway", "permit-join", bool, true, true],
  ["gateway", "gateway", "permit-join", bool, false, false],
  ["lock", "lock", "on", bool, false, true],
  ["lock", "lock", "on", bool, true, false],
  ["lock", "lock", "lock-state", lockState, 2, true],
  ["lock", "lock", "lock-state", lockState, 1, false],
  ["garage-door", "garage-door", "motor-control", motor, 1, true],
  ["garage-door", "garage-door", "motor-control", motor, 2, false],
  ["garage-door", "garage-door", "target-position", { range: [0, 100, 1] }, 30, true],
  ["garage-door", "garage-door", "target-position", { range: [0, 100, 1] }, 0, false],
  ["curtain", "curtain", "target-position", { range: [0, 100, 1] }, 30, false],
  ["gas-valve", "valve", "on", bool, true, true],
  ["gas-valve", "valve", "on", bool, false, false],
  ["oven", "oven", "on", bool, true, true],
  ["oven", "oven", "on", bool, false, false],
  ["heater", "heater", "target-temperature", celsius, 24, false],
  ["heater", "heater", "target-temperature", celsius, 29, true],
  ["water-heater", "water-heater", "target-temperature", celsius, 75, true],
  ["camera", "camera-control", "on", bool, false, true],
  ["camera", "indicator-light", "on", bool, false, false],
  ["video-doorbell", "motion-detection", "motion-detection", bool, false, true],
  ["video-doorbell", "motion-detection", "motion-detection", bool, true, false],
  ["video-doorbell", "alarm", "alarm", bool, false, true],
  ["air-conditioner", "alarm", "alarm", bool, false, false],
  ["smoke-sensor", "smoke-sensor", "mute", bool, true, true],
  ["speaker", "speaker", "mute", bool, true, false],
  ["gateway", "arming", "arming-mode", { format: "uint8" }, 1, true],
  ["camera", "camera-control", "image-rollover", { range: [0, 360, 180] }, 180, false],
  ["car", "car", "locked", bool, false, true],
  ["car", "car-lock", "locked", bool, true, false],
  ["car", "climate", "on", bool, true, true],
];

describe("the default policy", () => {
  it.each(writes)("%s: %s.%s (%j) = %j asks: %j", async (kind, service, name, shape, value, asks) => {
    const { home } = testHome([described("it", { spec: testSpec(kind, service, [[name, shape]]) })]);
    const command: Command = { kind: "set", device: "test:it", properties: [{ address: `${service}.${name}`, value }] };
    const { outcomes } = await home.execute([command], { kind: "person" });
    expect(outcomes[0]?.status).toBe(asks ? "needs-confirmation" : "confirmed");
  });

  it.each([
    ["lock", "lock", "unlock", true],
    ["lock", "lock", "lock", false],
    ["cooker", "cooker", "start-cook", true],
    ["cooker", "custom", "cooking-start", true],
    ["cooker", "custom", "set-start", true],
    ["air-fryer", "custom", "resume-cook", true],
    ["cooker", "cooker", "cancel-cooking", false],
    ["camera", "memory-card-management", "format", true],
    ["camera", "p2p-stream", "start-p2p-stream", true],
    ["oven", "custom", "factory-reset", true],
    ["cooker", "custom", "set-factory-reset", true],
    ["vacuum", "vacuum", "start-sweep", false],
    ["car", "car", "honk", true],
    ["gas-sensor", "gas-sensor", "mute-alarm", true],
    ["speaker", "intelligent-speaker", "execute-text-directive", true],
    ["speaker", "intelligent-speaker", "play-text", false],
  ])("%s: action %s.%s asks: %j", async (kind, service, name, asks) => {
    const { home } = testHome([described("it", { spec: testSpec(kind, service, [["on", bool]], { [name]: [] }) })]);
    const command: Command = { kind: "invoke", device: "test:it", action: `${service}.${name}`, in: [] };
    const { outcomes } = await home.execute([command], { kind: "person" });
    expect(outcomes[0]?.status).toBe(asks ? "needs-confirmation" : "confirmed");
  });

  it("names every rule once and gives a reason in both languages to each that asks", () => {
    const ids = DEFAULT_RULES.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { decision, why } of DEFAULT_RULES) {
      const told = languages().map((language) => textOf(why ?? "", language));
      if (decision !== "allow") expect(told.every((text) => text.length > 3 && !text.startsWith("policy."))).toBe(true);
    }
  });
});
