import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { notifyOfRuns, outletsOf } from "../../src/app/notices.ts";
import type { AutomationDraft, PlannerOptions, TimerRequest } from "../../src/automation/index.ts";
import { textOf } from "../../src/language/index.ts";
import { NoticeCenter } from "../../src/people/notices/index.ts";
import { runningApp } from "../support/app.ts";
import { described } from "../support/home.ts";
import { ownerFetch } from "../support/owner.ts";
import { PlannerBench } from "../support/planner-bench.ts";

let bench: PlannerBench;
let notices: NoticeCenter;
beforeEach(() => {
  bench = new PlannerBench([described("lamp")], "2026-11-30T12:00:00Z", { timezone: "UTC" });
});
afterEach(async () => await bench.close());

/** Options of a planner with a feed, like those of the app. */
const withFeed: Partial<PlannerOptions> = {
  beforeActive: async () => {
    const { home, time, store } = bench;
    const failed = (error: unknown) => bench.errors.push(error);
    notices = new NoticeCenter({ home, clock: time, storage: store.notices, failed });
    await notices.start();
  },
  afterActive: () => Promise.resolve(notices.stop()),
  sinks: outletsOf({ tell: (notice) => notices.tell(notice) }, () => Promise.resolve()),
};

async function start(): Promise<void> {
  await bench.start(withFeed);
  notifyOfRuns(bench.planner, notices);
}

const save = (draft: AutomationDraft) => bench.planner.automations.save(draft, { origin: { kind: "person" } });
const told = (language = "en") =>
  notices.list().map(({ level, text, count }) => `${level} ${count}: ${textOf(text, language)}`);

describe("a rule with a notice", () => {
  it("puts it into the feed with its level, and it is there once after a restart", async () => {
    await start();
    await save({
      id: "evening",
      name: "Evening",
      triggers: [{ type: "time", at: "18:00" }],
      actions: [
        { type: "notify", message: "It is evening" },
        { type: "notify", message: "Fire!", level: "alarm" },
        { type: "wait", for: "5m" },
        { type: "notify", message: "It is night" },
      ],
    });
    await bench.advanceTo("2026-11-30T18:01:00Z");
    expect(told().sort()).toEqual(["alarm 1: Fire!", "info 1: It is evening"]);
    await bench.restart("0s", withFeed);
    await bench.advance("10m");
    expect(told().sort()).toEqual(["alarm 1: Fire!", "info 1: It is evening", "info 1: It is night"]);
    expect(bench.errors).toEqual([]);
  });

  it("makes one notice of a repetition soon after, and another one later", async () => {
    await start();
    await save({
      id: "bell",
      name: "Bell",
      mode: "parallel",
      triggers: [{ type: "interval", every: "40s" }],
      actions: [{ type: "notify", message: "The bell rang" }],
    });
    await bench.advance("3m");
    const counts = notices.list().map(({ count }) => count);
    expect(counts.length).toBeGreaterThan(1);
    expect(counts.reduce((sum, count) => sum + count)).toBe(4);
  });
});

describe("in a home without a speaker that reads texts aloud", () => {
  it("speech of a rule becomes a notice", async () => {
    await start();
    const actions: AutomationDraft["actions"] = [{ type: "say", message: "Dinner is ready" }];
    await save({ id: "dinner", name: "Dinner", triggers: [{ type: "time", at: "18:00" }], actions });
    await bench.advanceTo("2026-11-30T18:01:00Z");
    expect(told()).toEqual(["info 1: Dinner is ready"]);
    expect(await bench.statuses("dinner")).toEqual(["done"]);
  });
});

describe("a timer that is over", () => {
  const set = (request: Partial<TimerRequest>) =>
    bench.planner.timers.start({ durationMs: 60_000, origin: { kind: "person", person: "emma" }, ...request });

  it.each<[Partial<TimerRequest>, string, string]>([
    [{}, "Time's up", "时间到了"],
    [{ name: "pasta" }, "Time's up: pasta", "时间到了：pasta"],
    [{ name: "gym", rings: "alarm" }, "Your alarm: gym", "闹钟响了：gym"],
    [{ name: "take the pills", rings: "reminder" }, "Reminder: take the pills", "提醒：take the pills"],
  ])("makes a notice for whoever set it: %j", async (request, english, chinese) => {
    await start();
    await set(request);
    await bench.advance("2m");
    expect([told("en"), told("zh")]).toEqual([[`info 1: ${english}`], [`info 1: ${chinese}`]]);
    expect(notices.list()[0]?.to).toEqual(["emma"]);
  });

  it("makes a notice for everybody when it is not known who set it", async () => {
    await start();
    await set({ origin: { kind: "person" } });
    await bench.advance("2m");
    expect(notices.list()[0]?.to).toBeNull();
  });

  it("makes no notice when it has commands, or when such notices are switched off", async () => {
    await bench.start(withFeed);
    notifyOfRuns(bench.planner, notices, { rules: true, timers: false });
    await set({});
    await bench.advance("2m");
    notifyOfRuns(bench.planner, notices);
    const on = { kind: "set", device: "test:lamp", properties: [{ address: "light.on", value: true }] } as const;
    await set({ commands: [on] });
    await bench.advance("2m");
    expect(told()).toEqual([]);
  });
});

describe("a rule that fails in part", () => {
  const fails: AutomationDraft = {
    id: "lights",
    name: "夜灯",
    aliases: ["Night lights"],
    triggers: [{ type: "time", at: "18:00" }],
    actions: [{ type: "set", target: "lamp", set: { "light.on": true } }],
  };

  it.each([
    ["en", 'warning 1: "Night lights" did not work'],
    ["zh", "warning 1: “夜灯”没有执行成功"],
  ])("makes a notice in %s when it ran by itself", async (language, text) => {
    await start();
    await save(fails);
    bench.transport.respond = () => Promise.resolve([{ status: "offline" }]);
    await bench.advanceTo("2026-11-30T18:01:00Z");
    expect(told(language)[0]).toContain(text);
    expect(told(language)).toHaveLength(1);
  });

  it("makes no notice when somebody ran it by hand, or when it worked", async () => {
    await start();
    await save(fails);
    bench.transport.respond = () => Promise.resolve([{ status: "offline" }]);
    await bench.planner.automations.run("lights", { origin: { kind: "person" } });
    bench.transport.respond = (device, command) => Promise.resolve(bench.transport.obey(device, command));
    await bench.advanceTo("2026-11-30T18:01:00Z");
    expect(await bench.statuses("lights")).toEqual(["failed", "done"]);
    expect(told()).toEqual([]);
  });
});

it("an instance that no longer runs the schedules makes no notices", async () => {
  await start();
  await bench.planner.stop();
  expect(notices.standsBy).toBe(true);
});

it("a running Jia has a feed behind its API, its rules and its stream of events", async () => {
  const app = await runningApp();
  try {
    const post = async (path: string, body: object) =>
      await ownerFetch(`${app.url}${path}`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      });
    // The state of devices before the start makes no notices.
    expect(await (await ownerFetch(`${app.url}/api/notices`)).json()).toMatchObject({ notices: [] });
    const actions = [{ type: "notify", message: "hello", level: "warning" }];
    const rule = { id: "hello", name: "hello", triggers: [{ type: "time", at: "18:00" }], actions };
    expect((await post("/api/automations", rule)).status).toBe(201);
    await post("/api/automations/hello/run", {});
    const answer = await ownerFetch(`${app.url}/api/notices`);
    expect(await answer.json()).toMatchObject({
      notices: [{ level: "warning", text: "hello", source: "automation/hello" }],
    });
  } finally {
    await app.stop();
  }
});
