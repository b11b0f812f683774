import { describe, expect, it } from "vitest";
import { exampleHome } from "../../../bench/support/homes.ts";
import { targetOf } from "../../../src/assistant/tools/forms/targets.ts";
import { findDevice, findProperty } from "../../../src/assistant/tools/names.ts";
import { resolveTarget } from "../../../src/automation/index.ts";

const house = exampleHome("house");

describe("a thing is found by what replies and the catalogue call it", () => {
  it.each([
    ["the ceiling light in the garage", "garage-light"],
    ["the hall ceiling light", "hall-ceiling-light"],
    ["the rug in the garage", null],
  ])("%s", (name, handle) => {
    if (handle === null) expect(() => findDevice(house, name, null)).toThrow(/unknown-name/);
    else expect(findDevice(house, name, null).handle).toBe(handle);
  });

  it.each([
    ["Socket 1", "switch-2.on"],
    ["USB", "switch-6.on"],
    ["All Sockets", "switch.on"],
  ])("a part by its name: %s", (name, address) => {
    const strip = house.device("study-strip") ?? expect.fail("no strip");
    expect(findProperty(strip, name, "write").address).toBe(address);
  });

  it("all of a room can be left out, and a device", () => {
    const target = targetOf(house, { kind: "light", except: ["hall", "study-ceiling-light"] }, null);
    const devices = resolveTarget(target, house).map(({ handle }) => handle);
    expect(devices).toContain("living-ceiling-light");
    expect(devices).not.toContain("hall-ceiling-light");
    expect(devices).not.toContain("study-ceiling-light");
  });
});
