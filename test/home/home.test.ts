import { describe, expect, it } from "vitest";
import type { HomeEvent, ReportedValue } from "../../src/home/index.ts";
import { described, testHome, testSpec } from "../support/home.ts";

function recorded(over: Parameters<typeof testHome>[1] = {}) {
  const world = testHome([], over);
  const events: HomeEvent[] = [];
  world.home.subscribe((event) => events.push(event));
  return { ...world, events, types: () => events.map(({ type }) => type) };
}

describe("Home", () => {
  it("adds, renames, moves and removes devices, with one event each", () => {
    const { home, types } = recorded({ rooms: [{ id: "kitchen", name: "Kitchen", aliases: ["厨房"], floor: null }] });
    home.apply([{ kind: "device", device: described("1", { name: "Lamp", room: "厨房" }) }]);
    expect(home.device("kitchen-lamp")?.room?.id).toBe("kitchen");
    home.apply([{ kind: "device", device: described("1", { name: "Lamp", room: "厨房" }) }]);
    home.apply([{ kind: "device", device: described("1", { name: "Big lamp", room: "Cellar" }) }]);
    expect(home.device("cellar-big-lamp")?.id).toBe("test:1");
    expect(home.device("kitchen-lamp")).toBeUndefined();
    home.apply([{ kind: "removed", id: "test:1" }]);
    expect(types()).toEqual(["device-added", "layout-changed", "device-updated", "device-removed"]);
  });

  it("gives every device a handle of its own", () => {
    const { home } = recorded();
    for (const id of ["10", "11", "12"])
      home.apply([{ kind: "device", device: described(id, { name: "吸顶灯", room: "客厅" }) }]);
    home.apply([{ kind: "device", device: described("kitchen-light", { name: "Spot" }) }]);
    expect(home.devices.map(({ handle }) => handle)).toEqual([
      "客厅-吸顶灯",
      "客厅-吸顶灯-2",
      "客厅-吸顶灯-3",
      "kitchen-light",
    ]);
  });

  it("lets the names of the home file win over those of the device", () => {
    const names = new Map([["test:1", { name: "Reading lamp", aliases: ["阅读灯"], room: "Study" }]]);
    const { home } = recorded({ names });
    home.apply([{ kind: "device", device: described("1", { name: "yeelink-1", room: "Attic" }) }]);
    expect(home.device("test:1")).toMatchObject({ name: "Reading lamp", aliases: ["阅读灯"], room: { name: "Study" } });
  });

  it("emits a change once, with the value before and its time", () => {
    const { home, events, clock } = recorded();
    home.apply([{ kind: "device", device: described("1") }]);
    const report = (value: number) =>
      home.apply([{ kind: "values", id: "test:1", values: [{ address: "light.brightness", value }], cause: "report" }]);
    report(10);
    const first = clock.now();
    clock.advance(1000);
    report(10);
    expect(home.device("test:1")?.state.get("light.brightness")).toEqual({
      value: 10,
      reportedAt: clock.now(),
      changedAt: first,
      changeSeen: false,
      dueAt: null,
    });
    report(20);
    const changes = events.flatMap((event) => (event.type === "property-changed" ? [[event.before, event.value]] : []));
    expect(changes).toEqual([
      [undefined, 10],
      [10, 20],
    ]);
  });

  it.each([
    ["a value that the device does not know", "light.on", null],
    ["what is no truth value", "light.on", "perhaps"],
    ["a number out of the range", "light.brightness", 120],
    ["a number that is not listed", "light.mode", 17],
    ["a text for a number", "light.brightness", "bright"],
  ])("takes %s as not known, and what was told before as over", (_, address, value) => {
    const { home, events } = recorded();
    const good = { "light.on": true, "light.brightness": 50, "light.mode": 1 };
    const report = (values: readonly ReportedValue[]) =>
      home.apply([{ kind: "values", id: "test:1", values, cause: "report" }]);
    home.apply([{ kind: "device", device: described("1") }]);
    report(Object.entries(good).map(([address, value]) => ({ address, value })));
    const known = [...(home.device("test:1")?.state.keys() ?? [])];
    expect(known.sort()).toEqual(Object.keys(good).sort());
    report([{ address, value }]);
    report([{ address, value }]);
    expect(home.device("test:1")?.state.get(address)).toBeUndefined();
    expect(home.device("test:1")?.state.size).toBe(2);
    const cleared = events.filter(({ type }) => type === "property-cleared");
    expect(cleared).toMatchObject([{ address, before: good[address as keyof typeof good], cause: "report" }]);
  });

  it("keeps the brightness of a light that reports 0 % while it is off, and takes values that rounding puts just outside", () => {
    const { home } = recorded();
    const report = (value: number) =>
      home.apply([{ kind: "values", id: "test:1", values: [{ address: "light.brightness", value }], cause: "report" }]);
    home.apply([{ kind: "device", device: described("1") }]);
    report(40);
    report(0);
    expect(home.device("test:1")?.state.get("light.brightness")?.value).toBe(40);
    report(100.4);
    expect(home.device("test:1")?.state.get("light.brightness")?.value).toBe(100);
  });

  it("forgets values that a new spec does not have", () => {
    const { home } = recorded();
    home.apply([
      { kind: "device", device: described("1") },
      { kind: "values", id: "test:1", values: [{ address: "light.on", value: true }], cause: "report" },
      { kind: "device", device: described("1", { spec: testSpec("outlet", "switch", [["on", { format: "bool" }]]) }) },
    ]);
    expect(home.device("test:1")?.state.size).toBe(0);
  });

  it("passes events of the spec on and drops others", () => {
    const { home, types } = recorded();
    home.apply([
      { kind: "device", device: described("1") },
      { kind: "event", id: "test:1", event: "light.happened", arguments: [] },
      { kind: "event", id: "test:1", event: "light.exploded", arguments: [] },
      { kind: "event", id: "test:2", event: "light.happened", arguments: [] },
    ]);
    expect(types()).toEqual(["device-added", "event-occurred"]);
  });

  it("cleans and cuts the text of events", () => {
    const { home, events } = recorded();
    const told = [{ address: "light.mode", value: `a\u202e${"x".repeat(5000)}` }];
    home.apply([
      { kind: "device", device: described("1") },
      { kind: "event", id: "test:1", event: "light.happened", arguments: told },
    ]);
    const last = events.at(-1);
    const text = last?.type === "event-occurred" ? String(last.arguments[0]?.value) : "";
    expect([text.slice(0, 3), text.length]).toEqual(["a x", 2000]);
  });

  it("emits availability only when it changes", () => {
    const { home, types } = recorded();
    const availability = (online: boolean) => ({ kind: "availability", id: "test:1", online }) as const;
    home.apply([
      { kind: "device", device: described("1") },
      availability(true),
      availability(true),
      availability(false),
    ]);
    expect(types()).toEqual(["device-added", "availability-changed", "availability-changed"]);
  });

  it("takes the time of a live report from its own clock: a device's may be wrong", () => {
    const { home, clock } = recorded();
    home.apply([{ kind: "device", device: described("1") }]);
    const values = [{ address: "light.on", value: true }];
    home.apply([{ kind: "values", id: "test:1", values, cause: "report", at: clock.now() - 86_400_000 }]);
    expect(home.device("test:1")?.state.get("light.on")?.changedAt).toBe(clock.now());
    const kept = clock.now() - 5_000;
    home.apply([
      { kind: "values", id: "test:1", values: [{ address: "light.on", value: false }], cause: "retained", at: kept },
    ]);
    expect(home.device("test:1")?.state.get("light.on")?.changedAt).toBe(kept);
  });
});
