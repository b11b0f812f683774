import { describe, expect, it } from "vitest";
import { type Command, type DeviceDescription, toldTogether } from "../../../src/home/index.ts";
import { described, set, testHome, testSpec } from "../../support/home.ts";

const group = (id: string, members: readonly string[]) =>
  described(id, { members: members.map((each) => `test:${each}`) });
const SWITCH = testSpec("switch", "switch", [["on", { format: "bool" }]]);
const lamps = [described("a"), described("b"), described("c")];

/** What is told of commands given together: `a on=true`. */
function told(devices: readonly DeviceDescription[], ...commands: readonly Command[]): string[] {
  const { home } = testHome(devices);
  return toldTogether(commands, (id) => home.device(id)).map(({ device, ...command }) => {
    const what = command.kind === "set" ? command.properties.map(({ address, value }) => `${address}=${value}`) : ["!"];
    return `${device.slice(5)} ${what.join(" ")}`;
  });
}

const on = { "light.on": true };
const off = { "light.on": false };

describe("simultaneous commands", () => {
  it("stay as they are when no group contains another target", () => {
    const devices = [...lamps, group("pair", ["a", "b"])];
    expect(told(devices, set("pair", off), set("c", on))).toEqual(["pair light.on=false", "c light.on=true"]);
    expect(told(devices, set("pair", off), set("pair", on))).toEqual(["pair light.on=false", "pair light.on=true"]);
  });

  it("give the members of the inner group its value, and the rest the outer group's", () => {
    const devices = [...lamps, group("inner", ["a", "b"]), group("outer", ["inner", "c"])];
    const expected = ["a light.on=true", "b light.on=true", "c light.on=false"];
    expect(told(devices, set("outer", off), set("inner", on)).sort()).toEqual(expected);
    expect(told(devices, set("inner", on), set("outer", off)).sort()).toEqual(expected);
    expect(told(devices, set("outer", off), set("b", on)).sort()).toEqual([
      "a light.on=false",
      "b light.on=true",
      "c light.on=false",
    ]);
  });

  it("give the members of two groups the later value", () => {
    const devices = [...lamps, group("left", ["a", "b"]), group("right", ["b", "c"])];
    const expected = ["a light.on=false", "b light.on=true", "c light.on=true"];
    expect(told(devices, set("left", off), set("right", on)).sort()).toEqual(expected);
  });

  it("terminate for groups that contain each other, and leave out missing members", () => {
    const devices = [...lamps, group("x", ["a", "y", "gone"]), group("y", ["b", "x"])];
    expect(told(devices, set("x", off), set("b", on)).sort()).toEqual(["a light.on=false", "b light.on=true"]);
  });

  it("reach a plug in a group of lights by the property of the same type", () => {
    const devices = [...lamps, described("plug", { spec: SWITCH }), group("mix", ["a", "plug"])];
    const dim = { "light.on": false, "light.brightness": 20 };
    expect(told(devices, set("mix", dim), set("a", on)).sort()).toEqual([
      "a light.brightness=20 light.on=true",
      "plug switch.on=false",
    ]);
  });

  it("stay with a group that contains one gang of a wall switch, because which one is not known", () => {
    const gangs = testSpec("switch", "switch", [
      ["on", { format: "bool" }],
      ["on", { format: "bool" }],
    ]);
    expect([...gangs.properties.values()].filter(({ type }) => type === "on")).toHaveLength(2);
    const devices = [...lamps, described("wall", { spec: gangs }), group("mix", ["a", "wall"])];
    expect(told(devices, set("mix", off), set("a", on))).toEqual(["mix light.on=false", "a light.on=true"]);
  });

  it("leave actions as they are", () => {
    const devices = [...lamps, group("pair", ["a", "b"])];
    const toggle: Command = { kind: "invoke", device: "test:a", action: "light.toggle", in: [] };
    expect(told(devices, set("pair", off), toggle)).toEqual(["pair light.on=false", "a !"]);
  });
});
