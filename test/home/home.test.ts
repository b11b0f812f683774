import { describe, expect, it } from "vitest";
import type { HomeEvent } from "../../src/home/index.ts";
import { described, testHome, testSpec } from "../support/home.ts";

function recorded(over: Parameters<typeof testHome>[1] = {}) {
  const world = testHome([], over);
  const events: HomeEvent[] = [];
  world.home.subscribe((event) => events.push(event));
  return { ...world, events, types: () => events.map(({ type }) => type) };
}

describe("Home", () => {
  it("adds, renames, moves and removes devices, and tells it once each", () => {
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

  it("tells a change once, with the value before and the time it became so", () => {
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
    });
    report(20);
    const changes = events.flatMap((event) => (event.type === "property-changed" ? [[event.before, event.value]] : []));
    expect(changes).toEqual([
      [undefined, 10],
      [10, 20],
    ]);
  });

  it("ignores values that cannot be, and keeps numbers outside the published range, since specs are often wrong", () => {
    const { home } = recorded();
    home.apply([
      { kind: "device", device: described("1") },
      {
        kind: "values",
        id: "test:1",
        values: [
          { address: "light.on", value: "perhaps" },
          { address: "light.brightness", value: 120 },
          { address: "light.nothing", value: 1 },
        ],
        cause: "report",
      },
    ]);
    expect([...(home.device("test:1")?.state ?? [])].map(([address, { value }]) => [address, value])).toEqual([
      ["light.brightness", 120],
    ]);
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

  it("tells availability only when it changes", () => {
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
