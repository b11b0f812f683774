import { describe, expect, it } from "vitest";
import { exampleHome } from "../../../../bench/support/homes.ts";
import { resolveDevice, resolveProperty } from "../../../../src/assistant/tools/devices/resolve.ts";
import { targetOf } from "../../../../src/assistant/tools/forms/targets.ts";
import { resolveTarget } from "../../../../src/automation/index.ts";

const house = exampleHome("house");

describe("a device is found by its names in replies and in the catalogue", () => {
  it.each([
    ["the ceiling light in the garage", "garage-light"],
    ["the hall ceiling light", "hall-ceiling-light"],
    ["厨房的吸顶灯", "kitchen-ceiling-light"],
    ["小宝房间的加湿器", "leo-humidifier"],
    ["the rug in the garage", null],
  ])("%s", (name, handle) => {
    if (handle === null) expect(() => resolveDevice(house, name, null)).toThrow(/unknown-name/);
    else expect(resolveDevice(house, name, null).handle).toBe(handle);
  });

  it.each([
    ["Socket 1", "switch-2.on"],
    ["USB", "switch-6.on"],
    ["All Sockets", "switch.on"],
  ])("a part by its name: %s", (name, address) => {
    const strip = house.device("study-strip") ?? expect.fail("no strip");
    expect(resolveProperty(strip, name, "write").address).toBe(address);
  });

  it("an exception may be a room or a device", () => {
    const target = targetOf(house, { kind: "light", except: ["hall", "study-ceiling-light"] }, null);
    const devices = resolveTarget(target, house).map(({ handle }) => handle);
    expect(devices).toContain("living-ceiling-light");
    expect(devices).not.toContain("hall-ceiling-light");
    expect(devices).not.toContain("study-ceiling-light");
  });
});

describe("the name of a setting does not resolve to a different part", () => {
  const flat = exampleHome("flat");
  const found = (handle: string, name: string) => {
    const device = flat.device(handle) ?? expect.fail(`no ${handle}`);
    return () => resolveProperty(device, name, "write").address;
  };

  it.each([
    ["kitchen-gas", "power"],
    ["kitchen-gas", "on"],
    ["kitchen-gas", "开关"],
    ["bathroom-heater", "power"],
    ["bathroom-heater", "开关"],
    ["balcony-airer", "电源"],
    ["living-purifier", "brightness"],
    ["living-purifier", "亮度"],
    ["living-ac", "water temperature"],
    ["living-ac", "水温"],
  ])("%s has no %s", (handle, name) => {
    expect(found(handle, name)).toThrow(/unknown-property|not-writable/);
  });

  it.each([
    ["living-ac", "power", "air-conditioner.on"],
    ["living-ac", "开关", "air-conditioner.on"],
    ["living-ac", "fan speed", "fan-control.fan-level"],
    ["living-ac", "风速", "fan-control.fan-level"],
    ["living-ac", "温度", "air-conditioner.target-temperature"],
    ["bathroom-heater", "brightness", "light.brightness"],
    ["bathroom-heater", "亮度", "light.brightness"],
    ["bathroom-water-heater", "water temperature", "water-heater.target-temperature"],
    ["bathroom-water-heater", "水温", "water-heater.target-temperature"],
    ["kitchen-kettle", "水温", "kettle.target-temperature"],
    ["kitchen-gas", "indicator-light.on", "indicator-light.on"],
  ])("of %s %s is %s", (handle, name, address) => {
    expect(found(handle, name)()).toBe(address);
  });
});
