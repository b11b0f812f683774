import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { message } from "../../src/language/index.ts";
import { draft, person, turnOn } from "../support/drafts.ts";
import { described, testSpec } from "../support/home.ts";
import { PlannerBench } from "../support/planner-bench.ts";

const SENSOR = testSpec("temperature-humidity-sensor", "sensor", [
  ["temperature", { format: "float", access: ["read", "notify"], unit: "celsius" }],
]);
let bench: PlannerBench;

beforeEach(async () => {
  bench = new PlannerBench(
    [described("lamp"), described("desk"), described("sensor", { spec: SENSOR })],
    "2026-11-24T12:00:00Z",
  );
  await bench.start({}, { lamp: { "light.on": false }, desk: { "light.on": false } });
});
afterEach(async () => {
  expect(bench.errors).toEqual([]);
  await bench.close();
});

describe("concurrent changes", () => {
  it("an automation that is deleted while it is changed leaves nothing running", async () => {
    const hourly = { type: "cron", expression: "0 * * * *" } as const;
    await bench.planner.automations.save(draft({ triggers: [hourly] }), person);
    await Promise.all([
      bench.planner.automations.save(draft({ id: "test", triggers: [hourly] }), { ...person, replace: true }),
      bench.planner.automations.remove("test", person.origin),
    ]);
    expect(bench.planner.automations.list()).toEqual([]);
    await bench.advance("3h");
    expect(await bench.statuses()).toEqual([]);
  });

  it("of two new automations with the same id one is saved, and the other is refused", async () => {
    const both = await Promise.allSettled([
      bench.planner.automations.save(draft({ id: "one", name: "first" }), person),
      bench.planner.automations.save(draft({ id: "one", name: "second" }), person),
    ]);
    expect(both.map(({ status }) => status)).toEqual(["fulfilled", "rejected"]);
    expect(bench.planner.automations.get("one")?.definition.name).toBe("first");
  });

  it("a scene that an automation begins to use at the same time is not deleted", async () => {
    await bench.planner.scenes.save(
      { name: "calm", steps: [{ target: "test:lamp", set: { "light.on": true } }] },
      person,
    );
    const [saved, removed] = await Promise.allSettled([
      bench.planner.automations.save(draft({ actions: [{ type: "scene", scene: "calm" }] }), person),
      bench.planner.scenes.remove("calm", { kind: "person" }),
    ]);
    expect([saved.status, removed.status]).toEqual(["fulfilled", "rejected"]);
    expect(bench.planner.scenes.get("calm")).toBeDefined();
  });

  it("two extensions of a timer at once add up", async () => {
    const { timers } = bench.planner;
    const timer = await timers.start({ name: "pasta", durationMs: 60_000, ...person });
    await Promise.all([timers.add(timer.id, 60_000, person.origin), timers.add(timer.id, 60_000, person.origin)]);
    expect(timers.list()).toMatchObject([{ durationMs: 180_000 }]);
  });

  it("a timer whose end is being written cannot be changed any more", async () => {
    const { timers } = bench.planner;
    const timer = await timers.start({ name: "pasta", durationMs: 60_000, ...person });
    const storage = bench.store.timers;
    const finish = storage.finish.bind(storage);
    let pausing: Promise<unknown> = Promise.resolve();
    storage.finish = (id, run) => {
      pausing = Promise.resolve()
        .then(() => timers.pause(timer.id, person.origin))
        .catch((error: unknown) => error);
      return finish(id, run);
    };
    await bench.advance("2m");
    expect(await pausing).toMatchObject({ code: "not-found" });
    await bench.restart();
    expect(bench.planner.timers.list()).toEqual([]);
  });

  it("a run that is due just as its automation is deleted ends", async () => {
    await bench.planner.automations.save(draft({ triggers: [{ type: "cron", expression: "0 13 * * *" }] }), person);
    const storage = bench.store.automations;
    const claim = storage.claim.bind(storage);
    let removed: Promise<unknown> = Promise.resolve();
    storage.claim = async (claims) => {
      const won = await claim(claims);
      removed = bench.planner.automations.remove("test", person.origin);
      await removed;
      return won;
    };
    await bench.advance("2h");
    await removed;
    expect(bench.isOn("lamp")).toBe(false);
    expect(await bench.planner.runs.list({ of: "test" })).toMatchObject([
      { status: "stopped", reason: message("traces.deleted") },
    ]);
  });
});

describe("a due time that was claimed", () => {
  it("measures its cooldown from the start before, not from itself", async () => {
    await bench.planner.automations.save(
      draft({ triggers: [{ type: "cron", expression: "0 * * * *" }], cooldown: "10m" }),
      person,
    );
    await bench.restart();
    await bench.advance("1h");
    expect(await bench.statuses()).toEqual(["done"]);
  });

  it("asks its conditions when it starts only after a restart", async () => {
    await bench.planner.automations.save(
      draft({
        triggers: [{ type: "cron", expression: "0 13 * * *" }],
        conditions: [{ type: "state", target: "test:desk", property: "light.on", is: true }],
      }),
      person,
    );
    // The process stops when the due time is claimed and the run has not begun.
    const { runs, automations } = bench.store;
    const claim = automations.claim.bind(automations);
    automations.claim = async (claims) => {
      const won = await claim(claims);
      return won.map((each) => ({ ...each, runs: [] }));
    };
    await bench.advance("61m");
    expect(await runs.unfinished()).toHaveLength(1);
    await bench.restart();
    bench.report("desk", { "light.on": false });
    await bench.settled();
    expect(bench.isOn("lamp")).not.toBe(true);
    expect(await bench.statuses()).toEqual(["skipped"]);
  });
});

describe("a state with `for`", () => {
  it("fires after a restart when the device is still offline", async () => {
    const trigger = { type: "availability", target: "test:lamp", online: false, for: "10m" } as const;
    bench.home.apply([{ kind: "availability", id: "test:lamp", online: true }]);
    await bench.planner.automations.save(draft({ triggers: [trigger], actions: [turnOn("desk")] }), person);
    bench.home.apply([{ kind: "availability", id: "test:lamp", online: false }]);
    await bench.advance("5m");
    await bench.restart("10m");
    expect(await bench.statuses()).toEqual([]);
    bench.home.apply([{ kind: "availability", id: "test:lamp", online: false }]);
    await bench.settled();
    expect(await bench.statuses()).toEqual(["done"]);
  });

  it("continues while the number stays within the hysteresis", async () => {
    const trigger = {
      type: "numeric",
      target: "test:sensor",
      property: "sensor.temperature",
      above: 26,
      hysteresis: 0.5,
      for: "5m",
    } as const;
    bench.report("sensor", { "sensor.temperature": 20 });
    await bench.planner.automations.save(draft({ triggers: [trigger] }), person);
    bench.report("sensor", { "sensor.temperature": 26.1 });
    await bench.advance("4m");
    bench.report("sensor", { "sensor.temperature": 25.9 });
    await bench.advance("1m");
    expect(await bench.statuses()).toEqual(["done"]);
  });

  it("ends for a device that does not belong to the target any more", async () => {
    const trigger = { type: "property", target: { room: "hall" }, property: "light.on", to: true, for: "5m" } as const;
    bench.home.apply([{ kind: "room", room: { id: "hall", name: "Hall", aliases: [], floor: null }, floor: null }]);
    bench.home.apply([{ kind: "device", device: described("desk", { room: "hall" }) }]);
    await bench.planner.automations.save(draft({ triggers: [trigger] }), person);
    bench.report("desk", { "light.on": true });
    await bench.advance("1m");
    bench.home.apply([{ kind: "device", device: described("desk", { room: null }) }]);
    await bench.advance("10m");
    expect(await bench.statuses()).toEqual([]);
  });
});

it("the agenda does not collect cancelled moments", async () => {
  await bench.planner.automations.save(
    draft({
      actions: [
        {
          type: "wait-until",
          condition: { type: "state", target: "test:desk", property: "light.on", is: true },
          timeout: "1d",
        },
      ],
    }),
    person,
  );
  await bench.planner.automations.run("test", person);
  for (let n = 0; n < 500; n += 1) {
    bench.report("sensor", { "sensor.temperature": n % 40 });
    await bench.settled();
  }
  expect(bench.planner.waitingMoments).toBeLessThan(150);
});
