import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { AutomationDraft } from "../../src/automation/index.ts";
import { described } from "../support/home.ts";
import { PlannerBench } from "../support/planner-bench.ts";

const origin = { kind: "person" } as const;
let bench: PlannerBench;

beforeEach(async () => {
  bench = new PlannerBench([described("lamp")], "2026-05-30T12:00:00Z", { timezone: "Europe/Berlin" });
  await bench.start({}, { lamp: { "light.on": false } });
});
afterEach(() => bench.close());

const rule = (more: Partial<AutomationDraft>): AutomationDraft => ({
  id: "test",
  name: "test",
  triggers: [{ type: "time", at: "08:00" }],
  actions: [{ type: "set", target: "lamp", set: { "light.on": true } }],
  ...more,
});
const next = (more: Partial<AutomationDraft>, count = 3) =>
  bench.planner.automations.preview(rule(more), count).map((at) => new Date(at).toISOString().slice(0, 10));
const told = (more: Partial<AutomationDraft>) => {
  const { automations } = bench.planner;
  return [automations.describe(rule(more), "en"), automations.describe(rule(more), "zh")];
};
const problems = (more: object) =>
  bench.planner.automations.check({ ...rule({}), ...more }).problems.map(({ field }) => field);

describe("a condition about days", () => {
  it("skips days that it does not name, also for the next due time", () => {
    const summer = { type: "date", from: "06-01", to: "08-31" } as const;
    expect(next({ conditions: [summer] })).toEqual(["2026-06-01", "2026-06-02", "2026-06-03"]);
    expect(next({ conditions: [{ type: "not", of: summer }] })).toEqual(["2026-05-31", "2026-09-01", "2026-09-02"]);
  });

  it("can span the turn of the year", () => {
    const winter = { type: "date", from: "12-15", to: "02-15" } as const;
    expect(next({ conditions: [winter] }, 1)).toEqual(["2026-12-15"]);
    expect(next({ conditions: [{ type: "not", of: winter }] }, 1)).toEqual(["2026-05-31"]);
  });

  it("can name single days, of one year or of every year", () => {
    const on = { type: "date" as const, on: ["2026-06-03", "12-24"] };
    expect(next({ conditions: [on] })).toEqual(["2026-06-03", "2026-12-24", "2027-12-24"]);
    expect(next({ conditions: [{ type: "date", on: "02-29" }] }, 2)).toEqual(["2028-02-29", "2032-02-29"]);
  });

  it("also counts for runs that an event starts, by the date of the home", async () => {
    const may = { type: "date", to: "2026-05-31" } as const;
    const actions = [{ type: "set" as const, target: "lamp", set: { "light.on": true } }];
    const triggers = [{ type: "webhook" as const, key: "abcdefgh" }];
    await bench.planner.automations.save(rule({ triggers, actions, conditions: [may] }), { origin });
    // One o'clock in the night of 1 June in Berlin is still 31 May in UTC.
    await bench.advanceTo("2026-05-31T21:59:00Z");
    bench.planner.webhook("abcdefgh");
    await bench.settled();
    await bench.advanceTo("2026-05-31T22:01:00Z");
    bench.planner.webhook("abcdefgh");
    await bench.settled();
    expect(await bench.statuses()).toEqual(["done", "skipped"]);
  });

  it("is described in words, and its opposite too", () => {
    const summer = { type: "date", from: "06-01", to: "08-31" } as const;
    expect(told({ conditions: [summer] })[0]).toContain("if it is between June and August");
    expect(told({ conditions: [{ type: "not", of: summer }] })).toEqual([
      expect.stringContaining("if it is not between June and August"),
      expect.stringContaining("如果不在6月到8月之间"),
    ]);
    expect(told({ conditions: [{ type: "date", from: "12-20", to: "01-06" }] })).toEqual([
      expect.stringContaining("if it is between 20 Dec and 6 Jan"),
      expect.stringContaining("如果在12月20日到1月6日之间"),
    ]);
    expect(told({ conditions: [{ type: "date", on: "2026-12-24" }] })[0]).toContain("if it is Thu 24 Dec 2026");
    expect(told({ conditions: [{ type: "not", of: { type: "weekday", days: ["sat", "sun"] } }] })[0]).toContain(
      "if it is a weekday",
    );
  });

  it.each([
    ["no such day", { type: "date", on: "02-30" }],
    ["no day at all", { type: "date" }],
    ["one end with the year and one without", { type: "date", from: "2026-06-01", to: "08-31" }],
  ])("is refused with %s", (_, condition) => {
    expect(problems({ conditions: [condition] })[0]).toMatch(/^conditions\[0\]/);
  });

  it("of an unknown type is refused with the known types", () => {
    const { problems: found } = bench.planner.automations.check({ ...rule({}), conditions: [{ type: "weather" }] });
    expect(JSON.stringify(found)).toMatch(/"definition.types".*"date"/);
  });
});

describe("an automation that ends by itself", () => {
  it("runs on its last day, stays saved afterwards, and says that it is over", async () => {
    await bench.planner.automations.save(rule({ until: "2026-06-01" }), { origin });
    expect(next({ until: "2026-06-01" })).toEqual(["2026-05-31", "2026-06-01"]);
    expect(told({ until: "2026-06-01" })).toEqual([
      "Every day at 08:00: turn on the lamp. It ends after Mon 1 Jun. Next: tomorrow 08:00.",
      "每天早上8点：打开lamp。到6月1日（周一）为止。下次运行：明天 08:00。",
    ]);
    await bench.advanceTo("2026-06-03T12:00:00Z");
    expect(await bench.statuses()).toEqual(["done", "done"]);
    const saved = bench.planner.automations.get("test");
    expect(saved?.nextRun).toBeNull();
    expect(told({ until: "2026-06-01" })[0]).toBe(
      "Every day at 08:00: turn on the lamp. It is over: it ended after Mon 1 Jun.",
    );
    expect(saved && bench.planner.automations.problems(saved)).toEqual([]);
    // Saved again without a change, it is no mistake.
    await bench.planner.automations.save(rule({ until: "2026-06-01" }), { origin, replace: true });
  });

  it("is not started by events after its end, and stores no runs for them", async () => {
    const triggers = [{ type: "webhook" as const, key: "abcdefgh" }];
    await bench.planner.automations.save(rule({ triggers, until: "2026-05-30T18:00" }), { origin });
    bench.planner.webhook("abcdefgh");
    await bench.advanceTo("2026-05-30T16:00:00Z");
    bench.planner.webhook("abcdefgh");
    await bench.settled();
    expect(await bench.statuses()).toEqual(["done"]);
    const run = await bench.planner.automations.run("test", { origin });
    expect(run.status).toBe("skipped");
  });

  it("is refused when its end lies before its first due time", () => {
    expect(problems({ until: "2026-05-29" })).toEqual(["until"]);
    expect(problems({ until: "2026-05-30" })).toEqual(["until"]);
    expect(problems({ until: "someday" })).toEqual(["until"]);
    expect(problems({ until: "2026-05-31" })).toEqual([]);
  });
});

describe("an automation that is paused until a day", () => {
  it("continues by itself on that day", async () => {
    await bench.planner.automations.save(rule({ pausedUntil: "2026-06-02" }), { origin });
    expect(told({ pausedUntil: "2026-06-02" })).toEqual([
      "Every day at 08:00: turn on the lamp. It is paused until Tue 2 Jun. Next: Tue 2 Jun 08:00.",
      expect.stringContaining("暂停到6月2日（周二）。"),
    ]);
    await bench.advanceTo("2026-06-01T12:00:00Z");
    expect(await bench.statuses()).toEqual([]);
    await bench.restart("1h");
    await bench.advanceTo("2026-06-02T12:00:00Z");
    expect(await bench.statuses()).toEqual(["done"]);
    expect(told({ pausedUntil: "2026-06-02" })[0]).not.toContain("paused");
  });

  it("continues at once when it is switched on", async () => {
    await bench.planner.automations.save(rule({ pausedUntil: "2026-06-02" }), { origin });
    const { definition, nextRun } = await bench.planner.automations.setEnabled("test", true, origin);
    expect(definition.pausedUntil).toBeUndefined();
    expect(new Date(nextRun ?? 0).toISOString()).toBe("2026-05-31T06:00:00.000Z");
    await bench.restart();
    expect(bench.planner.automations.get("test")?.definition.pausedUntil).toBeUndefined();
  });
});

describe("an automation with a limited number of runs", () => {
  it("counts across a restart, and is deleted after the last run", async () => {
    await bench.planner.automations.save(rule({ times: 2 }), { origin });
    expect(told({ times: 2 })).toEqual([
      expect.stringContaining("2 times only."),
      expect.stringContaining("只执行2次。"),
    ]);
    await bench.advanceTo("2026-05-31T12:00:00Z");
    expect(bench.planner.automations.get("test")?.definition.times).toBe(1);
    await bench.restart();
    await bench.advanceTo("2026-06-05T12:00:00Z");
    expect(await bench.statuses()).toEqual(["done", "done"]);
    expect(bench.planner.automations.get("test")).toBeUndefined();
  });

  it("finishes its last run after a restart, and counts neither skipped runs nor runs by hand", async () => {
    const actions: AutomationDraft["actions"] = [
      { type: "wait", for: "10m" },
      { type: "set", target: "lamp", set: { "light.on": true } },
    ];
    const conditions: AutomationDraft["conditions"] = [{ type: "date", from: "2026-06-02" }];
    const triggers = [{ type: "webhook" as const, key: "abcdefgh" }];
    await bench.planner.automations.save(rule({ triggers, actions, conditions, times: 1 }), { origin });
    bench.planner.webhook("abcdefgh");
    await bench.settled();
    await bench.planner.automations.run("test", { origin, force: true });
    expect(bench.planner.automations.get("test")?.definition.times).toBe(1);
    await bench.advanceTo("2026-06-02T12:00:00Z");
    bench.planner.webhook("abcdefgh");
    await bench.settled();
    bench.planner.webhook("abcdefgh");
    await bench.settled();
    bench.report("lamp", { "light.on": false });
    await bench.restart("1m");
    expect(bench.planner.automations.get("test")?.definition.times).toBe(0);
    bench.planner.webhook("abcdefgh");
    await bench.advance("1h");
    expect(await bench.statuses()).toEqual(["skipped", "done", "done"]);
    expect(bench.planner.automations.get("test")).toBeUndefined();
  });
});

describe("a time that comes every other day or week", () => {
  it("counts from its first day, which saving fills in", async () => {
    const triggers: AutomationDraft["triggers"] = [{ type: "time", at: "08:00", every: "2d" }];
    expect(next({ triggers })).toEqual(["2026-05-31", "2026-06-02", "2026-06-04"]);
    const { definition } = await bench.planner.automations.save(rule({ triggers }), { origin });
    expect(definition.triggers).toEqual([{ type: "time", at: "08:00", every: "2d", from: "2026-05-31" }]);
    await bench.advanceTo("2026-05-31T12:00:00Z");
    await bench.restart();
    expect(new Date(bench.planner.automations.get("test")?.nextRun ?? 0).toISOString()).toBe(
      "2026-06-02T06:00:00.000Z",
    );
  });

  it("counts whole weeks with weekdays, also for sun triggers", () => {
    const weekly: AutomationDraft["triggers"] = [{ type: "time", at: "08:00", weekdays: ["mon", "thu"], every: "2w" }];
    expect(next({ triggers: weekly }, 4)).toEqual(["2026-06-01", "2026-06-04", "2026-06-15", "2026-06-18"]);
    bench.change({ location: { latitude: 52.5, longitude: 13.4 } });
    expect(told({ triggers: weekly })).toEqual([
      expect.stringContaining("On Mon and Thu every other week at 08:00"),
      expect.stringContaining("每隔一周的周一和周四早上8点"),
    ]);
  });

  it("can be every third sunset", async () => {
    bench.change({ location: { latitude: 52.5, longitude: 13.4 } });
    await bench.restart();
    const triggers: AutomationDraft["triggers"] = [{ type: "sun", event: "sunset", every: "3d", from: "2026-05-31" }];
    expect(next({ triggers })).toEqual(["2026-05-31", "2026-06-03", "2026-06-06"]);
    expect(told({ triggers })[0]).toContain("Every 3 days at sunset");
  });

  it("is refused for an invalid number of days or weeks", () => {
    expect(problems({ triggers: [{ type: "time", at: "08:00", every: "2 days" }] })).toEqual(["triggers[0].every"]);
  });
});

describe("a cron expression in words", () => {
  it.each([
    ["0 7 * * *", "Every day at 07:00", "每天早上7点"],
    ["30 7,19 * * 1-5", "On weekdays at 07:30 and 19:30", "工作日早上7点半和晚上7点半"],
    ["0 7 */2 * *", "On the odd days of every month at 07:00", "每月单日早上7点"],
    ["0 9 * * 1#1", "On the first Monday of every month at 09:00", "每月第一个周一上午9点"],
    ["0 9 * * 1#1,3", "On the first Monday of every month and on Wed at 09:00", "每月第一个周一以及每周三上午9点"],
    ["0 9 * * 5L", "On the last Friday of every month at 09:00", "每月最后一个周五上午9点"],
    ["0 20 L * *", "On the last day of every month at 20:00", "每月最后一天晚上8点"],
    ["0 8 1,15 * *", "On the 1st and the 15th of every month at 08:00", "每月1日和15日早上8点"],
    ["0 8 24 12 *", "On the 24th of December at 08:00", "每年12月24日早上8点"],
    ["0 8 * 6-8 *", "Every day in June, July and August at 08:00", "6月、7月和8月每天早上8点"],
    ["0 8 1 * mon", "On the 1st of every month and on Mon at 08:00", "每月1日以及每周一早上8点"],
    ["*/10 * * * *", "Every 10 minutes", "每隔10分钟"],
    ["*/15 8-17 * * 1-5", "Every 15 minutes on weekdays from 08:00 to 17:45", "工作日早上8点到下午5点45分每隔15分钟"],
    ["0 */2 * * *", "Every 2 hours", "每隔2小时"],
    ["15 * * * *", "Every hour, 15 minutes past", "每隔1小时（整点过15分）"],
    ["0 9-18 * * *", "Every hour from 09:00 to 18:00", "上午9点到晚上6点每隔1小时"],
  ])("%s is told as “%s”", (expression, en, zh) => {
    const [english = "", chinese = ""] = told({ triggers: [{ type: "cron", expression }] });
    expect([english.split(": ")[0], chinese.split("：")[0]]).toEqual([en, zh]);
  });

  it("is quoted only when there are no words for it", () => {
    const [english = ""] = told({ triggers: [{ type: "cron", expression: "*/7 3,5,9 * * *" }] });
    expect(english).toContain('"*/7 3,5,9 * * *"');
  });
});
