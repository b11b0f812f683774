import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { described } from "../support/home.ts";
import { PlannerBench } from "../support/planner-bench.ts";

const group = (id: string, members: readonly string[]) =>
  described(id, { members: members.map((each) => `test:${each}`) });
const origin = { kind: "person" } as const;
const on = { "light.on": true };
let bench: PlannerBench;

beforeEach(async () => {
  const devices = [
    described("one"),
    described("two"),
    described("three"),
    group("pair", ["one", "two"]),
    group("all", ["pair", "three"]),
  ];
  bench = new PlannerBench(devices, "2026-11-24T12:00:00Z");
  await bench.start({}, { one: on, two: on, three: on, pair: on, all: on });
});
afterEach(() => bench.close());

/** All messages to devices since the start, one line each. */
const told = () =>
  bench.transport.sent
    .flatMap(({ device, command }) =>
      command.kind === "set"
        ? [`${device.slice(5)} ${command.writes.map(({ property, value }) => `${property.type}=${value}`).join(" ")}`]
        : [],
    )
    .sort();

async function activate(steps: Parameters<typeof bench.planner.scenes.save>[0]["steps"]) {
  await bench.planner.scenes.save({ name: "evening", steps }, { origin });
  const activation = bench.planner.scenes.activate("evening", { origin });
  await bench.settled();
  return await activation;
}

describe("a scene", () => {
  const off = { target: "pair", set: { "light.on": false, "light.brightness": 30 } };
  const own = { target: "two", set: { "light.on": true } };

  it.each([
    ["before", [off, own]],
    ["after", [own, off]],
  ])("tells each lamp once where a group comes %s one of its members, whose own value wins", async (_, steps) => {
    const { outcomes } = await activate(steps);
    expect(told()).toEqual(["one on=false brightness=30", expect.stringMatching(/^two .*on=true/)]);
    expect(new Set(outcomes.map(({ device }) => device))).toEqual(new Set(["test:one", "test:two"]));
    expect(bench.isOn("two")).toBe(true);
    expect(bench.home.device("test:two")?.state.get("light.brightness")?.value).toBe(30);
  });

  it("sends one command to a group when no member has a value of its own", async () => {
    await activate([off, { target: "three", set: { "light.on": false } }]);
    expect(told()).toEqual(["pair on=false brightness=30", "three on=false"]);
  });

  it("does not merge a group's step with a member's step of a later order", async () => {
    await activate([off, { ...own, order: 1 }]);
    expect(told()).toEqual(["pair on=false brightness=30", "two on=true"]);
  });

  it("changes a member's own brightness gradually while its group is set at once", async () => {
    const steps = [
      { target: "pair", set: { "light.brightness": 30 } },
      { target: "two", set: { "light.brightness": 80 }, transition: "1m" },
    ];
    await bench.planner.scenes.save({ name: "evening", steps }, { origin });
    const activation = bench.planner.scenes.activate("evening", { origin });
    await bench.advance("2m");
    await activation;
    expect(told()).toContain("one brightness=30");
    expect(told()).not.toContain("two brightness=30");
    expect(bench.home.device("test:two")?.state.get("light.brightness")?.value).toBe(80);
  });

  it("previews the commands that it will send", async () => {
    await bench.planner.scenes.save({ name: "evening", steps: [off, own] }, { origin });
    const changed = bench.planner.scenes.preview("evening").map(({ device, property }) => `${device} ${property}`);
    expect(changed.sort()).toEqual(["test:one light.brightness", "test:one light.on", "test:two light.brightness"]);
  });

  it.each([[["one", "two", "pair"]], [["two", "pair"]]])(
    "of how %j are holds the lamps and not their group",
    (devices) => {
      const { steps } = bench.planner.scenes.snapshot("now", { devices });
      expect(steps.map(({ target }) => target).sort()).toEqual(["test:one", "test:two"]);
    },
  );

  it("made from the present state of a group names the group", () => {
    const { steps } = bench.planner.scenes.snapshot("now", { devices: ["pair", "three"] });
    expect(steps.map(({ target }) => target)).toEqual(["test:pair", "test:three"]);
  });
});

describe("an automation", () => {
  it("that names a group and its member commands each lamp once", async () => {
    await bench.planner.automations.save(
      {
        name: "test",
        triggers: [{ type: "time", at: "13:00" }],
        actions: [{ type: "set", target: { devices: ["pair", "two"] }, set: { "light.on": false } }],
      },
      { origin },
    );
    await bench.advanceTo("2026-11-24T14:00:00Z");
    expect(told()).toEqual(["one on=false", "two on=false"]);
  });
});
