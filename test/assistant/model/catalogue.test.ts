import { describe, expect, it } from "vitest";
import { exampleHome, hotel, houses } from "../../../bench/support/homes.ts";
import { tokensOf } from "../../../bench/support/tokens.ts";
import { catalogueOf } from "../../../src/assistant/model/catalogue.ts";
import { roughTokens } from "../../../src/assistant/model/token-budget.ts";
import { labelOf } from "../../../src/assistant/tools/labels.ts";
import { findDevice, findProperty } from "../../../src/assistant/tools/names.ts";
import { described, testHome } from "../../support/home.ts";

const lineOf = (text: string, start: string) => text.split("\n").find((line) => line.startsWith(start));

describe("the catalogue of a home", () => {
  it("does not depend on the order in which devices appear", () => {
    const devices = ["b", "a", "c"].map((id) => described(id));
    const [one, other] = [devices, [...devices].reverse()].map((each) => testHome(each).home);
    expect(one && catalogueOf(one)).toEqual(other && catalogueOf(other));
  });

  it("names the members of a group, and none that the home does not have", () => {
    const group = described("all", { name: "Everything", members: ["test:b", "test:gone", "test:a"] });
    expect(catalogueOf(testHome([described("a"), described("b"), group]).home).text).toContain("everything = b + a");
  });

  it.each(["flat", "house"] as const)("of the %s has every handle, and every room", (name) => {
    const home = exampleHome(name);
    const { text, complete } = catalogueOf(home);
    expect(complete).toBe(true);
    const words = new Set(text.split(/[\s,:()]+/));
    expect(home.devices.filter(({ handle }) => !words.has(handle)).map(({ handle }) => handle)).toEqual([]);
    expect(home.layout.rooms.filter(({ id }) => !words.has(id))).toEqual([]);
  });

  it("tells once what devices of a kind have in common, in ranges that all of them take", () => {
    const { text } = catalogueOf(exampleHome("flat"));
    expect(lineOf(text, "air-conditioner:")).toBe(
      "air-conditioner: on, mode Cool|Dry|Fan|Heat|Auto, target-temperature 16..30°C",
    );
    expect(lineOf(text, "- bedroom-ac")).toBe("- bedroom-ac: fan-level Auto|Low|Medium|High");
    expect(lineOf(text, "light:")).toBe("light: on");
  });

  it("quotes a name where the handle does not say it, and leaves out one that it does", () => {
    const { text } = catalogueOf(exampleHome("flat"));
    expect(text).toContain('living-floor-lamp "落地灯"');
    expect(text).toContain("curtain living-curtain, bedroom-curtain:");
    expect(catalogueOf(exampleHome("house")).text).toContain('living-plug "Aquarium plug"');
  });

  it("says in which room a device stands whose handle does not begin with it", () => {
    expect(catalogueOf(exampleHome("house")).text).toContain("front-door-lock (hall)");
  });

  it("has what buttons and doors tell of, what the values of a status are and what a contact means", () => {
    const { text } = catalogueOf(exampleHome("flat"));
    expect(lineOf(text, "remote-control")).toMatch(/event switch-sensor\.click, switch-sensor\.double-click/);
    expect(lineOf(text, "lock")).toContain("lock.doorbell-ring");
    expect(lineOf(text, "magnet-sensor")).toContain("contact-state true=closed");
    expect(lineOf(text, "car")).toContain("read status Parked|Driving|Charging");
    expect(lineOf(text, "switch ")).toContain('switch-2.on "Middle key"');
  });

  it("leaves out what nobody sets at home", () => {
    const { text } = catalogueOf(exampleHome("flat"));
    expect(text).not.toMatch(
      /heartbeat|indicator|toggle\(|controls-locked|voice-packet|reset-|debug|serial|log-filename/i,
    );
  });

  it("of a home of hundreds has its kinds and what is in which rooms", () => {
    const { text, complete } = catalogueOf(houses(4));
    expect(complete).toBe(false);
    expect(text).toMatch(/^488 devices by kind:/);
    expect(lineOf(text, "temperature-humidity-sensor")).toBe(
      "temperature-humidity-sensor 24: read temperature, relative-humidity",
    );
    expect(lineOf(text, "4 light, air-conditioner")).toMatch(/: living-1 "Living room 1", .*living-4 "Living room 4"$/);
  });

  it("of a hotel has floors with rooms that are counted through", () => {
    const { text } = catalogueOf(hotel(3_000, 600));
    expect(lineOf(text, "floor floor-2:")).toMatch(/^floor floor-2: room-141\.\.room-180; \d+ light, /);
  });

  it.each(["flat", "house"] as const)("of the %s calls every property as the tools find it", (name) => {
    const home = exampleHome(name);
    for (const { handle, spec } of home.devices) {
      const device = findDevice(home, handle, null);
      for (const property of spec.properties.values()) {
        if (!property.access.write) continue;
        const { address } = findProperty(device, labelOf(spec, property), "write");
        expect(address, `${handle} ${labelOf(spec, property)}`).toBe(property.address);
      }
    }
  });
});

it("tokens are reckoned within a tenth or so of a tokenizer's count", () => {
  for (const home of [exampleHome("flat"), exampleHome("house"), hotel(3_000, 600)]) {
    const { text } = catalogueOf(home);
    expect(Math.abs(roughTokens(text) / tokensOf(text) - 1)).toBeLessThan(0.12);
  }
});
