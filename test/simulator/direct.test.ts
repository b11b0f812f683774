import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Command, parseHomeFile, stateOf } from "../../src/home/index.ts";
import { SpecLibrary } from "../../src/library/index.ts";
import { createDirectHome } from "../../src/simulator/index.ts";

const library = new SpecLibrary("devices");
const flat = parseHomeFile(JSON.parse(readFileSync("devices/homes/flat.json", "utf8")), "flat.json", library);
const person = { kind: "person" } as const;

function set(device: string, properties: Record<string, boolean | number | string>): Command {
  return {
    kind: "set",
    device: `miot:${device}`,
    properties: Object.entries(properties).map(([address, value]) => ({ address, value })),
  };
}

describe("a home of simulated devices in this process", () => {
  it("knows every device by the handle that its file gives it, with its state", () => {
    const { home } = createDirectHome(flat);
    expect(home.size).toBe(flat.devices.length);
    expect(home.device("living-ceiling-light")?.room?.id).toBe("living");
    expect(stateOf(home.device("living-ceiling-light") ?? expect.fail())["light.brightness"]).toBe(80);
  });

  it("confirms a write at once and finds what was so already", async () => {
    const { home, devices } = createDirectHome(flat);
    const command = set("living-floor-lamp", { "light.on": true, "light.brightness": 60 });
    const { outcomes } = await home.execute([command], person);
    expect(outcomes.map(({ status, before }) => [status, before])).toEqual([
      ["confirmed", false],
      ["unchanged", 60],
    ]);
    expect(devices.get("living-floor-lamp")?.value("light.on")).toBe(true);
  });

  it("moves a curtain by position and by motor", async () => {
    const { home, devices } = createDirectHome(flat);
    const curtain = devices.get("living-curtain");
    await home.execute([set("living-curtain", { "curtain.target-position": 30 })], person);
    expect(curtain?.value("curtain.current-position")).toBe(30);
    await home.execute([set("living-curtain", { "curtain.motor-control": "Close" })], person);
    expect(curtain?.value("curtain.current-position")).toBe(0);
    expect(curtain?.value("curtain.target-position")).toBe(0);
    await home.execute([set("living-curtain", { "curtain.motor-control": "Toggle" })], person);
    expect(curtain?.value("curtain.current-position")).toBe(100);
  });

  it("lists its invocations, and toggles what is toggled", async () => {
    const { home, devices } = createDirectHome(flat);
    const lamp = devices.get("living-floor-lamp");
    const { outcomes } = await home.execute(
      [{ kind: "invoke", device: "miot:living-floor-lamp", action: "light.toggle", in: [] }],
      person,
    );
    expect(outcomes.map(({ status }) => status)).toEqual(["confirmed"]);
    expect(lamp?.invocations.map(({ action }) => action.address)).toEqual(["light.toggle"]);
    expect(lamp?.value("light.on")).toBe(true);
  });

  it("reaches no device that is offline", async () => {
    const { home, devices } = createDirectHome(flat);
    devices.get("living-floor-lamp")?.setOnline(false);
    expect(home.device("living-floor-lamp")?.online).toBe(false);
    const { outcomes } = await home.execute([set("living-floor-lamp", { "light.on": true })], person);
    expect(outcomes.map(({ status }) => status)).toEqual(["offline"]);
    expect(devices.get("living-floor-lamp")?.value("light.on")).toBe(false);
  });
});
