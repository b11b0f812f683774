import { describe, expect, it } from "vitest";
import { exampleHome, hotel, houses } from "../../../../bench/support/homes.ts";
import { tokensOf } from "../../../../bench/support/tokens.ts";
import { homeCatalogue } from "../../../../src/assistant/model/catalogue/catalogue.ts";
import { roughTokens } from "../../../../src/assistant/model/token-budget.ts";
import { propertyLabel } from "../../../../src/assistant/tools/devices/labels.ts";
import { resolveDevice, resolveProperty } from "../../../../src/assistant/tools/devices/resolve.ts";
import { described, testHome } from "../../../support/home.ts";

const lineOf = (text: string, start: string) => text.split("\n").find((line) => line.startsWith(start));

describe("the catalogue of a home", () => {
  it("does not depend on the order in which devices appear", () => {
    const devices = ["b", "a", "c"].map((id) => described(id));
    const [one, other] = [devices, [...devices].reverse()].map((each) => testHome(each).home);
    expect(one && homeCatalogue(one)).toEqual(other && homeCatalogue(other));
  });

  it("names the members of a group, and none that the home does not have", () => {
    const group = described("all", { name: "Everything", members: ["test:b", "test:gone", "test:a"] });
    expect(homeCatalogue(testHome([described("a"), described("b"), group]).home).text).toContain("everything = b + a");
  });

  it.each(["flat", "house"] as const)("has every handle and every room in the %s", (name) => {
    const home = exampleHome(name);
    const { text, complete } = homeCatalogue(home);
    expect(complete).toBe(true);
    const words = new Set(text.split(/[\s,:()]+/));
    expect(home.devices.filter(({ handle }) => !words.has(handle)).map(({ handle }) => handle)).toEqual([]);
    expect(home.layout.rooms.filter(({ id }) => !words.has(id))).toEqual([]);
  });

  it("states common abilities of a kind once, in ranges that all devices accept", () => {
    const { text } = homeCatalogue(exampleHome("flat"));
    expect(lineOf(text, "air-conditioner:")).toBe(
      "air-conditioner: on, mode Cool|Dry|Fan|Heat|Auto, target-temperature 16..30°C",
    );
    expect(lineOf(text, "- bedroom-ac")).toBe("- bedroom-ac: fan-level Auto|Low|Medium|High");
    expect(lineOf(text, "light:")).toBe("light: on");
  });

  it("quotes a name only where the handle does not contain it", () => {
    const { text } = homeCatalogue(exampleHome("flat"));
    expect(text).toContain('living-floor-lamp "落地灯"');
    expect(text).toContain("curtain living-curtain, bedroom-curtain:");
    expect(homeCatalogue(exampleHome("house")).text).toContain('living-plug "Aquarium plug"');
  });

  it("gives the room of a device where its handle does not begin with it", () => {
    expect(homeCatalogue(exampleHome("house")).text).toContain("front-door-lock (hall)");
  });

  it("has the events of buttons and doors, the values of a status, and the meaning of a contact", () => {
    const { text } = homeCatalogue(exampleHome("flat"));
    expect(lineOf(text, "remote-control")).toMatch(/event switch-sensor\.click, switch-sensor\.double-click/);
    expect(lineOf(text, "lock")).toContain("lock.doorbell-ring");
    expect(lineOf(text, "magnet-sensor")).toContain("contact-state true=closed");
    expect(lineOf(text, "car")).toContain("read status Parked|Driving|Charging");
    expect(lineOf(text, "switch ")).toContain('switch-2.on "Middle key"');
  });

  it("leaves out what nobody sets at home", () => {
    const { text } = homeCatalogue(exampleHome("flat"));
    expect(text).not.toMatch(
      /heartbeat|indicator|toggle\(|controls-locked|voice-packet|reset-|debug|serial|log-filename/i,
    );
  });

  it("counts kinds by room in a home with hundreds of devices", () => {
    const { text, complete } = homeCatalogue(houses(4));
    expect(complete).toBe(false);
    expect(text).toMatch(/^488 devices by kind:/);
    expect(lineOf(text, "temperature-humidity-sensor")).toBe(
      "temperature-humidity-sensor 24: read temperature, relative-humidity",
    );
    expect(lineOf(text, "4 light, air-conditioner")).toMatch(/: living-1 "Living room 1", .*living-4 "Living room 4"$/);
  });

  it("joins numbered rooms of a hotel by floor", () => {
    const { text } = homeCatalogue(hotel(3_000, 600));
    expect(lineOf(text, "floor floor-2:")).toMatch(/^floor floor-2: room-141\.\.room-180; \d+ light, /);
  });

  it.each(["flat", "house"] as const)("uses labels in the %s that the tools resolve", (name) => {
    const home = exampleHome(name);
    for (const { handle, spec } of home.devices) {
      const device = resolveDevice(home, handle, null);
      for (const property of spec.properties.values()) {
        if (!property.access.write) continue;
        const { address } = resolveProperty(device, propertyLabel(spec, property), "write");
        expect(address, `${handle} ${propertyLabel(spec, property)}`).toBe(property.address);
      }
    }
  });
});

it("the estimate of tokens is within about a tenth of a tokenizer's count", () => {
  for (const home of [exampleHome("flat"), exampleHome("house"), hotel(3_000, 600)]) {
    const { text } = homeCatalogue(home);
    expect(Math.abs(roughTokens(text) / tokensOf(text) - 1)).toBeLessThan(0.12);
  }
});
