import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { message, textOf } from "../../src/language/index.ts";
import { described, testSpec } from "../support/home.ts";
import { PlannerBench } from "../support/planner-bench.ts";

const CURTAIN = testSpec("curtain", "curtain", [["target-position", { range: [0, 100, 1], unit: "percentage" }]]);
const LOCK = testSpec("lock", "lock", [["locked", { format: "bool" }]]);
const origin = { kind: "person" } as const;
let bench: PlannerBench;

beforeEach(async () => {
  bench = new PlannerBench(
    [described("lamp"), described("desk"), described("curtain", { spec: CURTAIN }), described("door", { spec: LOCK })],
    "2026-11-24T20:00:00Z",
  );
  await bench.start(
    {},
    {
      lamp: { "light.on": true, "light.brightness": 100 },
      desk: { "light.on": false, "light.brightness": 40 },
      curtain: { "curtain.target-position": 100 },
      door: { "lock.locked": false },
    },
  );
});
afterEach(async () => {
  expect(bench.errors).toEqual([]);
  await bench.close();
});

const value = (device: string, address: string) => bench.home.device(`test:${device}`)?.state.get(address)?.value;
const sent = (device: string) =>
  bench.transport.sent.flatMap(({ device: id, command }) =>
    id === `test:${device}` && command.kind === "set"
      ? [Object.fromEntries(command.writes.map(({ property, value: wanted }) => [property.address, wanted]))]
      : [],
  );

describe("scenes", () => {
  it("change gradually, switch off last, and are undone at once", async () => {
    await bench.planner.scenes.save(
      { name: "dim", steps: [{ target: "lamp", set: { "light.on": false, "light.brightness": 1 }, transition: "5s" }] },
      { origin },
    );
    const activation = bench.planner.scenes.activate("dim", { origin });
    await bench.settled();
    await bench.advance("2s");
    const halfway = value("lamp", "light.brightness");
    expect(halfway).toBeGreaterThan(40);
    expect(halfway).toBeLessThan(80);
    await bench.advance("4s");
    const { outcomes } = await activation;
    expect(
      outcomes.map((outcome) => ("property" in outcome ? [outcome.property, outcome.value, outcome.before] : [])),
    ).toEqual([
      ["light.brightness", 1, 100],
      ["light.on", false, true],
    ]);
    expect(sent("lamp")).toHaveLength(10);
    expect(sent("lamp").findIndex((writes) => "light.on" in writes)).toBe(9);
    await bench.planner.scenes.undo("dim", origin);
    expect([value("lamp", "light.on"), value("lamp", "light.brightness")]).toEqual([true, 100]);
  });

  it("run steps of one order in parallel, and others in order", async () => {
    let open = 0;
    let most = 0;
    const order: string[] = [];
    bench.transport.respond = async (device, command) => {
      open += 1;
      most = Math.max(most, open);
      await new Promise((resolve) => setTimeout(resolve, 5));
      open -= 1;
      order.push(device.handle);
      return bench.transport.obey(device, command);
    };
    await bench.planner.scenes.save(
      {
        name: "night",
        steps: [
          { target: "door", set: { "lock.locked": true }, order: 1 },
          { target: { kind: "light" }, set: { "light.on": false } },
          { target: "curtain", set: { "curtain.target-position": 0 } },
        ],
      },
      { origin },
    );
    await bench.planner.scenes.activate("night", { origin });
    expect(most).toBe(3);
    expect(order.at(-1)).toBe("door");
  });

  it("report each device, and undo only what they changed", async () => {
    bench.transport.respond = (device, command) =>
      Promise.resolve(device.id === "test:desk" ? [{ status: "offline" }] : bench.transport.obey(device, command));
    await bench.planner.scenes.save(
      { name: "all off", steps: [{ target: { kind: "light" }, set: { "light.on": false, "light.brightness": 10 } }] },
      { origin },
    );
    const { outcomes } = await bench.planner.scenes.activate("all-off", { origin });
    expect(outcomes.map(({ device, status }) => `${device} ${status}`)).toEqual([
      "test:lamp confirmed",
      "test:lamp confirmed",
      "test:desk offline",
      "test:desk timeout",
    ]);
    expect((await bench.planner.runs.list({ of: "all-off" }))[0]?.status).toBe("failed");
    const before = bench.transport.sent.length;
    await bench.planner.scenes.undo(null, origin);
    expect(bench.transport.sent.slice(before).map(({ device }) => device)).toEqual(["test:lamp"]);
    expect([value("lamp", "light.on"), value("lamp", "light.brightness")]).toEqual([true, 100]);
  });

  it("can be made from the present state, without devices that could open the home", async () => {
    const draft = bench.planner.scenes.snapshot("as it is", { devices: ["lamp", "desk", "curtain"] });
    expect(draft.steps).toEqual([
      { target: "test:lamp", set: { "light.on": true, "light.brightness": 100 } },
      { target: "test:desk", set: { "light.on": false } },
      { target: "test:curtain", set: { "curtain.target-position": 100 } },
    ]);
    expect(bench.planner.scenes.snapshot("locks", { kind: "lock" }).steps).toEqual([]);
    await bench.planner.scenes.save(draft, { origin });
    bench.report("lamp", { "light.on": false });
    await bench.planner.scenes.activate("as-it-is", { origin });
    expect(value("lamp", "light.on")).toBe(true);
  });

  it("are found by name, alias and id in both languages, and are described", async () => {
    await bench.planner.scenes.save(
      {
        name: "Movie night",
        aliases: ["电影之夜"],
        steps: [
          { target: "lamp", set: { "light.on": true, "light.brightness": 20 } },
          { target: "curtain", set: { "curtain.target-position": 0 } },
        ],
      },
      { origin },
    );
    for (const words of ["movie night", "Movie-Night", "电影之夜", "启动电影之夜场景"]) {
      expect(bench.planner.scenes.find(words), words).toHaveLength(1);
    }
    expect(bench.planner.scenes.find("party")).toEqual([]);
    const saved = bench.planner.scenes.get("movie-night");
    const described = (language: "en" | "zh") =>
      saved ? bench.planner.scenes.describe(saved.definition, language) : "";
    expect(described("en")).toBe("Movie night: turn on the lamp at 20%; close the curtain.");
    expect(described("zh")).toBe("电影之夜：打开lamp，亮度20%，关闭curtain。");
  });
});

describe("a transition", () => {
  const dark = [{ kind: "set", device: "test:desk", properties: [{ address: "light.brightness", value: 3 }] }] as const;
  /** A lamp that grows brighter over five minutes, one minute in. */
  const rising = async () => {
    await bench.planner.scenes.save(
      {
        name: "rise",
        steps: [{ target: "desk", set: { "light.on": true, "light.brightness": 80 }, transition: "5m" }],
      },
      { origin },
    );
    // The answer does not wait for the five minutes.
    const { outcomes } = await bench.planner.scenes.activate("rise", { origin });
    expect(outcomes).toMatchObject([{ status: "confirmed" }, { property: "light.brightness", status: "confirmed" }]);
    await bench.advance("1m");
    expect(value("desk", "light.on")).toBe(true);
  };
  const trace = async () => (await bench.planner.runs.list({ of: "rise" }))[0];

  it("ends when somebody commands the lamp", async () => {
    await rising();
    await bench.home.execute(dark, origin);
    await bench.settled();
    await bench.advance("10m");
    expect(value("desk", "light.brightness")).toBe(3);
    expect(textOf((await trace())?.steps[0]?.detail ?? "", "en")).toBe("another command came meanwhile for the desk");
  });

  it("ends when somebody uses the switch", async () => {
    await rising();
    bench.report("desk", { "light.on": false });
    await bench.settled();
    const sentBefore = bench.transport.sent.length;
    await bench.advance("10m");
    expect(bench.transport.sent).toHaveLength(sentBefore);
    expect(value("desk", "light.on")).toBe(false);
  });

  it("ends when the process stops, and the trace says so", async () => {
    await rising();
    await bench.restart();
    expect(await trace()).toMatchObject({ status: "failed", reason: message("traces.stopped") });
  });

  it("ends with the run that began it", async () => {
    await rising();
    await bench.home.execute(dark, origin);
    await bench.settled();
    await bench.planner.automations.save(
      {
        name: "morning",
        triggers: [{ type: "webhook", key: "good-morning" }],
        actions: [{ type: "scene", scene: "rise" }],
      },
      { origin },
    );
    expect(bench.planner.webhook("good-morning")).toBe(true);
    await bench.advance("1m");
    const [run] = await bench.planner.runs.list({ of: "morning" });
    await bench.planner.runs.stop(run?.id ?? "", origin);
    await bench.settled();
    const sentBefore = bench.transport.sent.length;
    await bench.advance("10m");
    expect(bench.transport.sent).toHaveLength(sentBefore);
    expect((await bench.planner.runs.get(run?.id ?? ""))?.status).toBe("stopped");
  });
});
