import { afterEach, describe, expect, it } from "vitest";
import { message, textOf } from "../../src/language/index.ts";
import { draft, person, turnOff, turnOn } from "../support/drafts.ts";
import { described, testSpec } from "../support/home.ts";
import { PlannerBench } from "../support/planner-bench.ts";

const SENSOR = testSpec("temperature-humidity-sensor", "sensor", [
  ["temperature", { format: "float", access: ["read", "notify"], unit: "celsius" }],
  ["motion-state", { format: "bool", access: ["read", "notify"] }],
]);
const lights = ["lamp", "hall", "desk"].map((id) => described(id));
const sensor = described("sensor", { spec: SENSOR });

let bench: PlannerBench;

afterEach(async () => {
  expect(bench.errors).toEqual([]);
  await bench.close();
});

async function benchAt(at: string, location = true): Promise<PlannerBench> {
  const place = location ? { latitude: 31.2304, longitude: 121.4737 } : null;
  bench = new PlannerBench([...lights, sensor], at, { timezone: "Asia/Shanghai", location: place });
  return await bench.start(
    { allowed: ["http://127.0.0.1:9"] },
    { lamp: { "light.on": false }, hall: { "light.on": false }, desk: { "light.on": false } },
  );
}

describe("triggers", () => {
  it("runs at a time of day on weekdays, once a day", async () => {
    await benchAt("2026-11-20T06:00:00+08:00");
    const weekdays = ["mon", "tue", "wed", "thu", "fri"] as const;
    const saved = await bench.planner.automations.save(
      draft({ triggers: [{ type: "time", at: "07:00", weekdays: [...weekdays] }] }),
      person,
    );
    expect(new Date(saved.nextRun ?? 0).toISOString()).toBe("2026-11-19T23:00:00.000Z");
    await bench.advanceTo("2026-11-25T12:00:00+08:00");
    const runs = await bench.planner.runs.list({ of: "test" });
    expect(runs.map(({ cause }) => new Date(cause.dueAt ?? 0).toISOString()).reverse()).toEqual([
      "2026-11-19T23:00:00.000Z",
      "2026-11-22T23:00:00.000Z",
      "2026-11-23T23:00:00.000Z",
      "2026-11-24T23:00:00.000Z",
    ]);
    expect(runs.every(({ status }) => status === "done")).toBe(true);
  });

  it("runs half an hour after sunset, and once in 40 minutes", async () => {
    await benchAt("2026-11-24T12:00:00+08:00");
    await bench.planner.automations.save(
      draft({ triggers: [{ type: "sun", event: "sunset", offset: "30m" }] }),
      person,
    );
    const once = draft({ name: "once", triggers: [{ type: "once", in: "40m" }], actions: [turnOn("hall")] });
    const saved = await bench.planner.automations.save(once, person);
    expect(saved.definition.triggers).toEqual([{ type: "once", at: "2026-11-24T12:40:00+08:00" }]);
    await bench.advance("1d");
    const [sun] = await bench.planner.runs.list({ of: "test" });
    // Sunset in Shanghai on 24 November 2026 is at 16:53.
    expect(new Date(sun?.cause.dueAt ?? 0).toISOString()).toMatch(/^2026-11-24T09:2[23]:/);
    expect(await bench.statuses("once")).toEqual(["done"]);
    expect(bench.planner.automations.get("once")?.nextRun).toBeNull();
  });

  it("fires when a number crosses a bound, again only after it went back by the hysteresis", async () => {
    await benchAt("2026-11-24T12:00:00Z");
    await bench.planner.automations.save(
      draft({
        triggers: [
          { type: "numeric", target: "test:sensor", property: "sensor.temperature", above: 26, hysteresis: 1 },
        ],
      }),
      person,
    );
    for (const temperature of [27, 25.5, 26.5, 24.9, 26.2]) {
      bench.report("sensor", { "sensor.temperature": temperature });
      await bench.settled();
    }
    // The first value is no crossing; 25.5 is within the hysteresis, so 26.5 is not a new one.
    expect(await bench.statuses()).toEqual(["done"]);
  });

  it("fires when a state held for its time, and not when it was broken", async () => {
    await benchAt("2026-11-24T12:00:00Z");
    const trigger = { type: "property", target: "test:hall", property: "light.on", to: true, for: "10m" } as const;
    await bench.planner.automations.save(draft({ triggers: [trigger], actions: [turnOff("hall")] }), person);
    bench.report("hall", { "light.on": true });
    await bench.advance("6m");
    bench.report("hall", { "light.on": false });
    await bench.advance("10m");
    expect(await bench.statuses()).toEqual([]);
    bench.report("hall", { "light.on": true });
    await bench.advance("9m");
    expect(bench.isOn("hall")).toBe(true);
    await bench.advance("1m");
    expect(bench.isOn("hall")).toBe(false);
    const detail = (await bench.planner.runs.list({ of: "test" }))[0]?.cause.detail ?? "";
    expect(textOf(detail, "en")).toBe("the hall is on for 10 minutes");
    expect(textOf(detail, "zh")).toBe("hall开着并持续10分钟");
  });

  it("ends the wait for a held state when the state becomes unknown", async () => {
    await benchAt("2026-11-24T12:00:00Z");
    const trigger = { type: "property", target: "test:hall", property: "light.on", to: true, for: "10m" } as const;
    await bench.planner.automations.save(draft({ triggers: [trigger], actions: [turnOff("hall")] }), person);
    bench.report("hall", { "light.on": true });
    await bench.advance("6m");
    const values = [{ address: "light.on", value: null }];
    bench.home.apply([{ kind: "values", id: "test:hall", values, cause: "report" }]);
    await bench.advance("10m");
    expect(await bench.statuses()).toEqual([]);
  });

  it("does not fire for retained values, but counts them for a state that has to hold", async () => {
    await benchAt("2026-11-24T12:00:00+08:00");
    const moved = { type: "property", target: "sensor", property: "sensor.motion-state", to: true } as const;
    const warm = { type: "numeric", target: "sensor", property: "sensor.temperature", above: 26 } as const;
    await bench.planner.automations.save(draft({ name: "now", triggers: [moved, warm] }), person);
    await bench.planner.automations.save(draft({ name: "held", triggers: [{ ...moved, for: "10m" }] }), person);
    bench.report("sensor", { "sensor.motion-state": false, "sensor.temperature": 20 });
    const values = [
      { address: "sensor.motion-state", value: true },
      { address: "sensor.temperature", value: 28 },
    ];
    bench.home.apply([{ kind: "values", id: "test:sensor", values, cause: "retained" }]);
    await bench.advance("11m");
    expect([await bench.statuses("now"), await bench.statuses("held")]).toEqual([[], ["done"]]);
    bench.report("sensor", { "sensor.motion-state": false, "sensor.temperature": 20 });
    bench.report("sensor", { "sensor.temperature": 28 });
    await bench.settled();
    expect(await bench.statuses("now")).toEqual(["done"]);
  });

  it("continues a `for` after a restart, and ends it when the state changed meanwhile", async () => {
    await benchAt("2026-11-24T12:00:00Z");
    const trigger = {
      type: "property",
      target: { kind: "light" },
      property: "light.on",
      to: true,
      for: "10m",
    } as const;
    await bench.planner.automations.save(draft({ triggers: [trigger], mode: "parallel" }), person);
    bench.report("hall", { "light.on": true });
    bench.report("desk", { "light.on": true });
    await bench.advance("3m");
    await bench.restart("2m");
    bench.report("hall", { "light.on": true });
    bench.report("desk", { "light.on": false });
    await bench.advance("4m");
    expect(await bench.statuses()).toEqual([]);
    await bench.advance("2m");
    expect((await bench.planner.runs.list({ of: "test" })).map(({ cause }) => textOf(cause.detail, "en"))).toEqual([
      "the hall is on for 10 minutes",
    ]);
  });

  it("fires on events, availability, scenes, webhooks, topics and the start", async () => {
    await benchAt("2026-11-24T12:00:00Z");
    await bench.planner.scenes.save(
      { name: "calm", steps: [{ target: "test:desk", set: { "light.on": true } }] },
      person,
    );
    await bench.planner.automations.save(
      draft({
        triggers: [
          { type: "event", target: "test:lamp", event: "light.happened" },
          { type: "availability", target: "test:lamp", online: false, for: "1m" },
          { type: "scene", scene: "calm" },
          { type: "webhook", key: "open-sesame" },
          { type: "mqtt", topic: "door/bell", payload: "ring" },
          { type: "startup" },
        ],
      }),
      person,
    );
    bench.home.apply([{ kind: "event", id: "test:lamp", event: "light.happened", arguments: [] }]);
    await bench.settled();
    bench.home.apply([{ kind: "availability", id: "test:lamp", online: true }]);
    bench.home.apply([{ kind: "availability", id: "test:lamp", online: false }]);
    await bench.advance("1m");
    await bench.planner.scenes.activate("calm", person);
    await bench.settled();
    expect(bench.planner.webhook("open-sesame")).toBe(true);
    expect(bench.planner.webhook("wrong-key")).toBe(false);
    await bench.settled();
    bench.messages.send("door/bell", "ring");
    bench.messages.send("door/bell", "knock");
    await bench.settled();
    await bench.restart();
    const types = (await bench.planner.runs.list({ of: "test" })).map(({ cause }) => cause.type).reverse();
    expect(types).toEqual(["event", "availability", "scene", "webhook", "mqtt", "startup"]);
  });
});

describe("conditions", () => {
  it("notes the findings in the trace, across midnight and by weekday", async () => {
    await benchAt("2026-11-27T23:30:00+08:00");
    await bench.planner.automations.save(
      draft({
        conditions: [
          { type: "time", after: "22:00", before: "06:00" },
          { type: "not", of: { type: "weekday", days: ["sat"] } },
          {
            type: "any",
            of: [
              { type: "sun", is: "up" },
              { type: "state", target: { kind: "light" }, property: "light.on", is: false },
            ],
          },
        ],
      }),
      person,
    );
    const friday = await bench.planner.automations.run("test", person);
    expect(friday.conditions.map(({ path, holds }) => [path, holds])).toEqual([
      ["conditions[0]", true],
      ["conditions[1].of", false],
      ["conditions[1]", true],
      ["conditions[2].of[0]", false],
      ["conditions[2].of[1]", true],
      ["conditions[2]", true],
    ]);
    await bench.advance("1h");
    const skipped = await bench.planner.automations.run("test", person);
    expect(skipped.status).toBe("skipped");
    expect(textOf(skipped.reason, "en")).toBe("a condition does not hold");
    expect(textOf(skipped.reason, "zh")).toBe("条件不成立");
  });

  it("holds when nobody moved for a while", async () => {
    await benchAt("2026-11-24T12:00:00Z");
    await bench.planner.automations.save(
      draft({ conditions: [{ type: "quiet", target: "test:sensor", for: "10m" }] }),
      person,
    );
    bench.report("sensor", { "sensor.motion-state": true });
    await bench.advance("30m");
    expect((await bench.planner.automations.run("test", person)).status).toBe("skipped");
    bench.report("sensor", { "sensor.motion-state": false });
    await bench.advance("9m");
    expect((await bench.planner.automations.run("test", person)).status).toBe("skipped");
    await bench.advance("1m");
    expect((await bench.planner.automations.run("test", person)).status).toBe("done");
  });
});

describe("actions", () => {
  it("wait, branch, repeat, wait for a condition, and each step is in the trace", async () => {
    await benchAt("2026-11-24T12:00:00Z");
    await bench.planner.automations.save(
      draft({
        actions: [
          turnOn("lamp"),
          { type: "wait", for: "5m" },
          {
            type: "if",
            condition: { type: "state", target: "test:hall", property: "light.on", is: true },
            do: [{ type: "stop", reason: "somebody is up" }],
            else: [
              { type: "repeat", times: 2, actions: [turnOn("desk"), { type: "wait", for: "10s" }, turnOff("desk")] },
            ],
          },
          {
            type: "wait-until",
            condition: { type: "state", target: "test:hall", property: "light.on", is: true },
            timeout: "1h",
          },
          { type: "notify", message: "done", webhook: "http://127.0.0.1:9/hook" },
          { type: "say", message: "good night" },
        ],
      }),
      person,
    );
    const begun = await bench.planner.automations.run("test", person);
    expect(begun.status).toBe("waiting");
    await bench.advance("7m");
    bench.report("hall", { "light.on": true });
    await bench.settled();
    const run = await bench.planner.runs.get(begun.id);
    expect(run?.status).toBe("done");
    expect(run?.steps.map(({ path, result }) => `${path} ${result}`)).toEqual([
      "actions[0] done",
      "actions[1] done",
      "actions[2] done",
      "actions[2].else[0].actions#1[0] done",
      "actions[2].else[0].actions#1[1] done",
      "actions[2].else[0].actions#1[2] done",
      "actions[2].else[0].actions#2[0] done",
      "actions[2].else[0].actions#2[1] done",
      "actions[2].else[0].actions#2[2] done",
      "actions[2].else[0] done",
      "actions[3] done",
      "actions[4] done",
      "actions[5] done",
    ]);
    expect(bench.posts).toMatchObject([
      { url: "http://127.0.0.1:9/hook", body: { message: "done", automation: "test" } },
    ]);
    expect(bench.events.filter(({ type }) => type === "say")).toHaveLength(1);
  });

  it("a wait that times out stops the run, or continues it with `otherwise`", async () => {
    await benchAt("2026-11-24T12:00:00Z");
    const wait = {
      type: "wait-until",
      condition: { type: "state", target: "test:hall", property: "light.on", is: true },
      timeout: "1m",
    } as const;
    await bench.planner.automations.save(draft({ actions: [wait, turnOn("lamp")] }), person);
    await bench.planner.automations.save(
      draft({ name: "go on", actions: [{ ...wait, otherwise: "continue" }, turnOn("desk")] }),
      person,
    );
    await bench.planner.automations.run("test", person);
    await bench.planner.automations.run("go-on", person);
    await bench.advance("2m");
    expect([await bench.statuses(), await bench.statuses("go-on")]).toEqual([["stopped"], ["done"]]);
    expect([bench.isOn("lamp"), bench.isOn("desk")]).toEqual([false, true]);
  });

  it("report a partial failure, and the rest is done", async () => {
    await benchAt("2026-11-24T12:00:00Z");
    bench.transport.respond = (device, command) =>
      Promise.resolve(device.id === "test:hall" ? [{ status: "timeout" }] : bench.transport.obey(device, command));
    await bench.planner.automations.save(
      draft({ actions: [{ type: "set", target: { kind: "light" }, set: { "light.on": true } }, turnOff("desk")] }),
      person,
    );
    const run = await bench.planner.automations.run("test", person);
    expect(run.status).toBe("failed");
    expect(run.steps[0]?.outcomes.map(({ status }) => status).sort()).toEqual(["confirmed", "confirmed", "timeout"]);
    expect(run.steps[1]?.result).toBe("done");
  });
});

describe("an automation that is triggered while it runs, in mode", () => {
  const waiting = [turnOn("lamp"), { type: "wait", for: "10m" }, turnOff("lamp")] as const;

  it.each([
    ["single", ["done", "skipped", "skipped"]],
    ["restart", ["stopped", "stopped", "done"]],
    ["queued", ["done", "done", "skipped"]],
    ["parallel", ["done", "done", "skipped"]],
  ] as const)("%s", async (mode, expected) => {
    await benchAt("2026-11-24T12:00:00Z");
    await bench.planner.automations.save(draft({ actions: [...waiting], mode, limit: 2 }), person);
    for (let n = 0; n < 3; n += 1) {
      await bench.planner.automations.run("test", person);
      await bench.advance("10s");
    }
    await bench.advance("1h");
    expect(await bench.statuses()).toEqual(expected);
  });

  it("cooldown skips triggers, also after a restart", async () => {
    await benchAt("2026-11-24T12:00:00Z");
    await bench.planner.automations.save(draft({ cooldown: "10m" }), person);
    expect((await bench.planner.automations.run("test", person)).status).toBe("done");
    await bench.advance("4m");
    await bench.restart();
    expect((await bench.planner.automations.run("test", person)).status).toBe("skipped");
    await bench.advance("6m");
    expect((await bench.planner.automations.run("test", person)).status).toBe("done");
  });
});

describe("loops", () => {
  it("automations that trigger each other are stopped, and the notice names them", async () => {
    await benchAt("2026-11-24T12:00:00Z");
    const on = { type: "property", target: "test:lamp", property: "light.on", to: true } as const;
    await bench.planner.automations.save(
      draft({ name: "off", mode: "parallel", triggers: [on], actions: [turnOff("lamp")] }),
      person,
    );
    await bench.planner.automations.save(
      draft({ name: "on again", mode: "parallel", triggers: [{ ...on, to: false }], actions: [turnOn("lamp")] }),
      person,
    );
    bench.report("lamp", { "light.on": true });
    await bench.settled();
    const stopped = (await bench.planner.runs.list({ status: "stopped" })).map(({ reason }) => textOf(reason, "en"));
    expect(stopped).toEqual(["automations trigger each other: off → on again → off"]);
    expect((await bench.planner.runs.list()).length).toBeLessThan(12);
    expect(bench.events.filter(({ type }) => type === "notice")).toHaveLength(1);
  });
});

describe("restarts", () => {
  it("waits continue at the right moment, or with the next step when their time has passed", async () => {
    await benchAt("2026-11-24T12:00:00Z");
    await bench.planner.automations.save(
      draft({
        actions: [
          {
            type: "if",
            condition: { type: "sun", is: "down" },
            do: [turnOn("lamp"), { type: "wait", for: "10m" }, turnOff("lamp")],
          },
          turnOn("desk"),
        ],
      }),
      person,
    );
    await bench.planner.automations.run("test", person);
    await bench.advance("3m");
    await bench.restart("5m");
    await bench.advance("1m");
    expect(bench.isOn("desk")).not.toBe(true);
    await bench.advance("1m");
    expect(bench.isOn("desk")).toBe(true);
    await bench.planner.automations.run("test", person);
    await bench.restart("1h");
    expect(await bench.statuses()).toEqual(["done", "done"]);
    expect(bench.isOn("lamp")).toBe(false);
  });

  it.each([
    ["skip", "3m", ["missed"]],
    ["run_once", "5h", ["done", "missed"]],
    [{ within: "10m" }, "8m", ["done"]],
    [{ within: "10m" }, "20m", ["missed"]],
    [undefined, "8m", ["done"]],
  ] as const)("missed: %j after %s", async (missed, downFor, expected) => {
    await benchAt("2026-11-24T05:59:00+08:00");
    // Hourly, so that several are missed in five hours.
    const trigger = { type: "cron", expression: "0 * * * *", ...(missed && { missed }) } as const;
    await bench.planner.automations.save(draft({ triggers: [trigger] }), person);
    await bench.restart(downFor);
    expect((await bench.statuses()).sort()).toEqual([...expected].sort());
    const noted = await bench.planner.runs.list({ of: "test" });
    const dues = noted.reduce((sum, run) => sum + (run.missed?.count ?? 1), 0);
    expect(dues).toBe(downFor === "5h" ? 5 : 1);
  });

  it("waiting runs of a changed automation end, and their traces say so", async () => {
    await benchAt("2026-11-24T12:00:00Z");
    const actions = [{ type: "wait", for: "10m" }, turnOn("lamp")] as const;
    await bench.planner.automations.save(draft({ actions: [...actions] }), person);
    const run = await bench.planner.automations.run("test", person);
    await bench.planner.automations.save(draft({ id: "test", actions: [turnOn("desk")] }), {
      ...person,
      replace: true,
    });
    await bench.advance("1h");
    expect(await bench.planner.runs.get(run.id)).toMatchObject({
      status: "stopped",
      reason: message("traces.changed"),
    });
    expect(bench.isOn("lamp")).toBe(false);
  });

  it("the planner starts although the home lost its location, and tells which automation can never run", async () => {
    await benchAt("2026-11-24T12:00:00+08:00");
    const triggers = [
      { type: "sun", event: "sunset" },
      { type: "time", at: "20:00" },
    ] as const;
    await bench.planner.automations.save(draft({ triggers: [...triggers] }), person);
    bench.change({ location: null });
    await bench.restart();
    expect(bench.errors.splice(0)).toMatchObject([{ message: 'The automation "test" waits in vain for its sun.' }]);
    await bench.advance("9h");
    expect(await bench.statuses()).toEqual(["done"]);
  });

  it("due times are computed in the new time zone of the home", async () => {
    await benchAt("2026-11-24T12:00:00+08:00");
    await bench.planner.automations.save(draft({ triggers: [{ type: "time", at: "20:00" }] }), person);
    bench.change({ timezone: "Europe/London" });
    await bench.restart();
    await bench.advanceTo("2026-11-25T00:00:00Z");
    const [run] = await bench.planner.runs.list({ of: "test" });
    expect(new Date(run?.cause.dueAt ?? 0).toISOString()).toBe("2026-11-24T20:00:00.000Z");
  });

  it("what ran before the clock was set back does not run again; large corrections reset due times", async () => {
    await benchAt("2026-11-24T12:00:00Z");
    await bench.planner.automations.save(draft({ triggers: [{ type: "cron", expression: "*/10 * * * *" }] }), person);
    await bench.advance("31m");
    expect(await bench.statuses()).toHaveLength(3);
    bench.time.jumpTo(Date.parse("2026-11-24T12:15:00Z"));
    await bench.advanceTo("2026-11-24T12:35:00Z");
    expect(await bench.statuses()).toHaveLength(3);
    bench.time.jumpTo(Date.parse("2026-11-20T12:00:00Z"));
    await bench.restart();
    await bench.advance("25m");
    expect(await bench.statuses()).toHaveLength(5);
  });
});

describe("timers", () => {
  it("delayed commands run, also after a restart, and can be paused, resumed and extended", async () => {
    await benchAt("2026-11-24T12:00:00Z");
    bench.report("lamp", { "light.on": true });
    const off = { kind: "set", device: "test:lamp", properties: [{ address: "light.on", value: false }] } as const;
    await bench.planner.timers.start({ durationMs: 20 * 60_000, commands: [off], origin: { kind: "person" } });
    const pasta = await bench.planner.timers.start({
      name: "pasta",
      durationMs: 8 * 60_000,
      origin: { kind: "person" },
    });
    await bench.planner.timers.pause(pasta.id, person.origin);
    await bench.advance("5m");
    await bench.restart("5m");
    expect(bench.planner.timers.find("pasta")).toMatchObject([{ state: { kind: "paused", remainingMs: 480_000 } }]);
    await bench.planner.timers.resume(pasta.id, person.origin);
    await bench.planner.timers.add(pasta.id, 60_000, person.origin);
    bench.report("lamp", { "light.on": true });
    await bench.advance("9m");
    expect(bench.events.filter((event) => event.type === "timer-finished").map(({ timer }) => timer.name)).toEqual([
      "pasta",
    ]);
    expect(bench.isOn("lamp")).toBe(true);
    await bench.advance("1m");
    expect(bench.isOn("lamp")).toBe(false);
    expect(bench.planner.timers.list()).toEqual([]);
  });
});

describe("why something happened", () => {
  it("is explained from the runs, in both languages", async () => {
    await benchAt("2026-11-24T12:00:00Z");
    await bench.planner.automations.save(
      draft({ name: "warm evening", triggers: [{ type: "time", at: "21:00" }], actions: [turnOn("lamp")] }),
      person,
    );
    await bench.advance("2h");
    const why = await bench.planner.explain({ device: "test:lamp", address: "light.on" }, "en");
    expect(why.text).toBe('The lamp was turned on at 21:00 by the automation "warm evening" (every day at 21:00).');
    expect(why.cause?.run?.of).toBe("warm-evening");
    expect((await bench.planner.explain({ device: "test:lamp" }, "zh")).text).toContain(
      "由自动化“warm evening”（每天晚上9点）",
    );
    expect((await bench.planner.explain({ device: "test:hall" }, "en")).cause).toBeNull();
  });
});

describe("what is planned", () => {
  it("lists a frequent schedule once, so that it does not hide later entries", async () => {
    await benchAt("2026-11-24T12:00:00Z");
    await bench.planner.automations.save(
      draft({ name: "beat", triggers: [{ type: "interval", every: "10s" }] }),
      person,
    );
    await bench.planner.automations.save(
      draft({ name: "evening", triggers: [{ type: "cron", expression: "0 20,22 * * *", zone: "UTC" }] }),
      person,
    );
    const from = bench.time.now();
    const planned = await bench.planner.planned(from, from + 12 * 3_600_000);
    expect(planned.map(({ name, often }) => [name, often])).toEqual([
      ["beat", true],
      ["evening", false],
      ["evening", false],
    ]);
  });
});

describe("one timer", () => {
  it("serves a thousand schedules with one wake-up", async () => {
    await benchAt("2026-11-24T12:00:00Z");
    for (let n = 0; n < 50; n += 1) {
      await bench.planner.automations.save(
        draft({ name: `a ${n}`, triggers: [{ type: "interval", every: `${n + 1}h` }] }),
        person,
      );
    }
    await bench.advance("3h");
    expect(bench.time.timers).toBe(1);
    expect(bench.planner.waitingMoments).toBeGreaterThan(50);
  });
});
