import { describe, expect, it } from "vitest";
import type { HomeEvent } from "../../src/home/index.ts";
import { described, testHome, testSpec } from "../support/home.ts";

const PLUG = testSpec("outlet", "switch", [["on", { format: "bool" }]]);
const FRIDGE = testSpec("fridge", "fridge", [["on", { format: "bool" }]]);
const plug = (name: string, aliases: readonly string[] = []) => described("it", { name, aliases, spec: PLUG });

describe("a device that must keep running", () => {
  it.each(["Aquarium plug", "pond pumps", "Wi-Fi", "鱼缸插座", "路由器电源"])(
    "is recognized by its name: %s",
    (name) => {
      expect(testHome([plug(name)]).home.device("test:it")?.essential).toBe(true);
      expect(testHome([plug("Plug", [name])]).home.device("test:it")?.essential).toBe(true);
    },
  );

  it.each(["Reading lamp", "Pumpkin light", "Upside lamp", "Nasty plug", "书房插座"])(
    "is not recognized by the name %s",
    (name) => {
      expect(testHome([plug(name)]).home.device("test:it")?.essential).toBe(false);
    },
  );

  it("is recognized by its kind, whatever its name", () => {
    expect(testHome([described("it", { name: "Box", spec: FRIDGE })]).home.device("test:it")?.essential).toBe(true);
  });

  it("follows a person's mark, also one from before it appears, and its name once the mark is removed", () => {
    const { home } = testHome([]);
    home.mark("test:it", false);
    home.apply([{ kind: "device", device: plug("Aquarium plug") }]);
    const device = home.device("test:it");
    expect([device?.essential, device?.essentialMark]).toEqual([false, false]);
    const events: HomeEvent[] = [];
    home.subscribe((event) => events.push(event));
    const revision = home.revision;
    home.mark("test:it", null);
    expect([device?.essential, device?.essentialMark]).toEqual([true, null]);
    expect(events).toMatchObject([{ type: "device-updated", before: { essential: false } }]);
    expect(home.revision).toBeGreaterThan(revision);
    home.mark("test:it", null);
    expect(events).toHaveLength(1);
  });

  it("follows the home file, unless a person marks it otherwise", () => {
    const { home } = testHome([plug("Lamp")], { names: new Map([["test:it", { essential: true }]]) });
    expect(home.device("test:it")?.essential).toBe(true);
    home.mark("test:it", false);
    expect(home.device("test:it")?.essential).toBe(false);
  });
});
