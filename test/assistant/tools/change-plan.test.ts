import { afterEach, describe, expect, it } from "vitest";
import { newConversation } from "../../../src/assistant/conversations.ts";
import { untriedPart } from "../../../src/assistant/replies/untried-parts.ts";
import { requestOf } from "../../../src/assistant/statements/request.ts";
import { createTools, type ToolContext } from "../../../src/assistant/tools/index.ts";
import { mentionsIn } from "../../../src/assistant/wishes/mentions.ts";
import type { AutomationDraft } from "../../../src/automation/index.ts";
import { JiaError } from "../../../src/home/index.ts";
import type { Language } from "../../../src/language/index.ts";
import { HomeIndex } from "../../../src/understanding/names/home-index.ts";
import { prompts } from "../../support/assistant.ts";
import { thrownErrorText } from "../../support/error-text.ts";
import { described } from "../../support/home.ts";
import { PlannerBench } from "../../support/planner-bench.ts";
import { toolHome } from "../../support/tool-runs.ts";

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

const person = { origin: { kind: "person" } } as const;
const LAMP_ON = { type: "set", target: "living-lamp", set: { "light.on": true } } as const;
const MORNING: AutomationDraft = {
  id: "morning",
  name: "Morning",
  aliases: ["早晨"],
  triggers: [{ type: "time", at: "07:00", weekdays: ["mon"] }],
  actions: [LAMP_ON, { type: "say", message: "Hello" }],
};

async function home() {
  const made = await toolHome();
  stops.push(made.stop);
  await made.planner.automations.save(MORNING, person);
  return { ...made, rule: () => made.planner.automations.get("morning")?.definition };
}

/** The mentions of plans in a person's words. */
function saying(text: string): Pick<ToolContext, "named"> {
  const hints = { devices: [], rooms: [], kinds: [] };
  return { named: mentionsIn(text, hints, newConversation("talk", "en"), requestOf(text, new HomeIndex())) };
}

describe("change_plan changes one part of an automation and keeps the rest", () => {
  it.each([
    [{ at: "7:30 am" }, { triggers: [{ type: "time", at: "07:30", weekdays: ["mon"] }] }],
    [{ weekdays: ["Monday", "周二"] }, { triggers: [{ type: "time", at: "07:00", weekdays: ["mon", "tue"] }] }],
    [{ at: "every Friday at 8" }, { triggers: [{ type: "time", at: "08:00", weekdays: ["fri"] }] }],
    [{ time: "晚上八点" }, { triggers: [{ type: "time", at: "20:00", weekdays: ["mon"] }] }],
    [
      { parts: { "actions[0]": { device: "落地灯", property: "brightness", value: "30%" } } },
      { actions: [{ type: "set", target: "miot:living-lamp", set: { "light.brightness": 30 } }, MORNING.actions[1]] },
    ],
    [{ parts: { "actions[1]": null } }, { actions: [{ ...LAMP_ON, target: "miot:living-lamp" }] }],
    [{ parts: { "conditions[0]": { weekdays: "周末" } } }, { conditions: [{ type: "weekday", days: ["sat", "sun"] }] }],
    [{ actions: [{ wait: "5m" }] }, { actions: [{ type: "wait", for: "5m" }] }],
    [{ until: "2026-12-24" }, { until: "2026-12-24" }],
  ])("%j", async (change, wanted) => {
    const { agreed, rule } = await home();
    const before = rule();
    const { sentence } = await agreed("change_plan", { id: "Morning", ...change });
    expect(rule()).toEqual({ ...before, ...wanted });
    expect(sentence).toMatch(/^Saved\. /);
  });

  it("an invalid change leaves it unchanged, and the error names what exists", async () => {
    const { run, rule } = await home();
    const before = rule();
    const attempts = [
      [{ parts: { "actions[7]": LAMP_ON } }, /triggers\[0\], actions\[0\], actions\[1\]/],
      [{ add: "5m" }, /add/],
      [{}, /"enabled": false/],
      [{ paused_until: "someday" }, /2026-12-24/],
    ] as const;
    for (const [change, told] of attempts) {
      for (const language of ["en", "zh"] as const) {
        expect(
          await thrownErrorText(() => run("change_plan", { id: "morning", ...change }, language), language),
        ).toMatch(told);
      }
    }
    const { content } = await run("change_plan", { id: "morning", at: "soon" });
    expect(JSON.stringify(content)).toContain("07:00");
    expect(await thrownErrorText(() => run("change_plan", { id: "evening", at: "8am" }))).toMatch(
      /Closest matches: morning/,
    );
    expect(rule()).toEqual(before);
  });

  it("a paused automation stays paused after another change", async () => {
    const { agreed, rule, planner } = await home();
    await planner.automations.setEnabled("morning", false, person.origin);
    await agreed("change_plan", { id: "morning", at: "08:00" });
    expect(rule()).toMatchObject({ enabled: false, triggers: [{ at: "08:00" }] });
  });
});

describe("an automation is paused, for a time or until further notice, and resumed", () => {
  const cases: readonly (readonly [Language, string, string, string, string])[] = [
    [
      "en",
      "pause the Morning rule until Sunday",
      "Sunday",
      '"Morning" is paused until Sun 4 Jan.',
      "turn the Morning rule on again",
    ],
    ["zh", "把Morning暂停到周日", "周日", "“Morning”已暂停到1月4日（周日）。", "恢复Morning"],
  ];
  it.each(cases)("at once when the person's words name it: %s", async (language, text, day, told, again) => {
    const { run, rule } = await home();
    const { sentence, approval } = await run(
      "change_plan",
      { id: "morning", paused_until: day },
      language,
      saying(text),
    );
    expect(approval).toBeUndefined();
    expect(rule()?.pausedUntil).toBe("2026-01-04");
    expect(sentence).toBe(told);
    expect((await run("change_plan", { id: "morning", enabled: true }, language, saying(text))).approval).toBeDefined();
    await run("change_plan", { id: "morning", enabled: true }, language, saying(again));
    expect(rule()?.pausedUntil).toBeUndefined();
    const off = await run("change_plan", { id: "morning", enabled: false }, language, saying(text));
    expect(rule()?.enabled).toBe(false);
    expect(off.sentence).toContain("Morning");
  });

  it.each(["turn that thing off", "is the Morning rule on?", "I hate Morning", "Morning is too early"])(
    "only after a yes otherwise: %s",
    async (text) => {
      const { run, rule } = await home();
      const { approval } = await run("change_plan", { id: "morning", enabled: false }, "en", saying(text));
      expect(approval?.question).toBe(
        'The automation "Morning" does this: on Mon at 07:00, turn on the living room floor lamp, then say "Hello". Pause it?',
      );
      expect(rule()?.enabled).toBeUndefined();
      await run("change_plan", approval?.arguments ?? {}, "en", { consent: approval?.consent ?? "" });
      expect(rule()?.enabled).toBe(false);
    },
  );

  it("a yes counts only for the plan in the question", async () => {
    const { run, rule } = await home();
    const { approval } = await run("change_plan", { id: "morning", enabled: false });
    const other = await run("change_plan", { id: "morning", paused_until: "Sunday" }, "en", {
      consent: approval?.consent ?? "",
    });
    expect(other.approval).toBeDefined();
    expect(rule()).toMatchObject({ triggers: MORNING.triggers });
  });
});

it("a renamed plan keeps its id and definition", async () => {
  const { run, rule } = await home();
  const before = rule();
  const { sentence } = await run(
    "change_plan",
    { id: "morning", name: "Dawn" },
    "en",
    saying("call the morning rule dawn"),
  );
  expect(sentence).toBe('"Morning" is called "Dawn" now.');
  expect(rule()).toEqual({ ...before, name: "Dawn" });
});

describe("a timer, an alarm or a reminder", () => {
  it.each([
    ["en", { at: "07:30" }, "Your alarm is set for 07:30 tomorrow.", "alarm"],
    ["zh", { at: "明天早上七点半" }, "好的，明天早上7点半叫你。", "alarm"],
    ["en", { at: "9pm", name: "take my pills" }, "I'll remind you at 21:00 to take your pills.", "reminder"],
    ["en", { duration: "20 minutes" }, "The timer is set: 20 minutes.", "timer"],
    ["zh", { minutes: 20, name: "煮面" }, "定时器“煮面”已设置：20分钟。", "timer"],
    [
      "en",
      { time: "19:30", date: "2026-12-24", name: "dinner" },
      "I'll remind you Thu 24 Dec at 19:30: dinner.",
      "reminder",
    ],
  ] as const)("is set for a time or a length: %s %j", async (language, args, told, rings) => {
    const { run, planner } = await home();
    expect((await run("set_timer", args, language)).sentence).toBe(told);
    expect(planner.timers.list()).toMatchObject([{ rings }]);
  });

  it("commands devices at a time of day", async () => {
    const { run, planner } = await home();
    const writes = { device: "落地灯", property: "on", value: "关" };
    expect((await run("set_timer", { at: "22:00", writes })).sentence).toBe(
      "I'll turn off the living room floor lamp at 22:00.",
    );
    const [timer] = planner.timers.list();
    expect(timer?.state).toEqual({ kind: "running", dueAt: Date.parse("2026-01-01T22:00:00+08:00") });
    expect(timer?.commands).toMatchObject([{ properties: [{ address: "light.on", value: false }] }]);
  });

  it("on days of the week becomes an automation, saved after a yes", async () => {
    const { agreed, planner } = await home();
    await agreed("set_timer", { at: "06:45", weekdays: "工作日", name: "起床" }, "zh");
    expect(planner.automations.find("起床")[0]?.definition).toMatchObject({
      triggers: [{ type: "time", at: "06:45", weekdays: ["mon", "tue", "wed", "thu", "fri"] }],
      actions: [{ type: "say", message: "起床" }],
    });
  });

  it.each([
    [{ at: "tomorrow", time: "09:00" }, "2026-01-02T09:00:00+08:00"],
    [{ date: "明天", time: "早上九点" }, "2026-01-02T09:00:00+08:00"],
    [{ date: "2026-01-03", at: "2026-01-03T09:00" }, "2026-01-03T09:00:00+08:00"],
    [{ duration: "1h", minutes: 30 }, "2026-01-01T21:30:00+08:00"],
    [{ duration: "10m", minutes: 10 }, "2026-01-01T20:10:00+08:00"],
    [{ duration: "1h30m", hours: 1, minutes: 30 }, "2026-01-01T21:30:00+08:00"],
    [{ duration: "1h30m", minutes: 30 }, "2026-01-01T21:30:00+08:00"],
    [{ duration: "90 minutes", minutes: "90" }, "2026-01-01T21:30:00+08:00"],
    [{ duration: "90 seconds", seconds: "90" }, "2026-01-01T20:01:30+08:00"],
    [{ duration: "一个半小时", hours: 1, minutes: 30 }, "2026-01-01T21:30:00+08:00"],
    [{ duration: "十分钟", minutes: 10 }, "2026-01-01T20:10:00+08:00"],
    [{ duration: "1小时", hours: 1, minutes: 30 }, "2026-01-01T21:30:00+08:00"],
    [{ hours: 1, minutes: "5", seconds: 1 }, "2026-01-01T21:05:01+08:00"],
    [{ duration: "01:30:00" }, "2026-01-01T21:30:00+08:00"],
    [{ duration: "9pm" }, "2026-01-01T21:00:00+08:00"],
    [{ time: "半小时" }, "2026-01-01T20:30:00+08:00"],
  ])("accepts a time in parts: %j", async (args, due) => {
    const { run, planner } = await home();
    await run("set_timer", args);
    expect(planner.timers.list()[0]?.state).toEqual({ kind: "running", dueAt: Date.parse(due) });
  });

  it.each([
    [{ duration: "0:30" }, /needs its unit/, /时长要带单位/],
    [{ duration: 10 }, /give 10m or 10s/, /10m、10s/],
    [{ at: 5 }, /needs its unit/, /时长要带单位/],
    [{ at: "tomorrow" }, /a day without a time/, /只有日期没有时间/],
    [{ at: "07:00", time: "08:00" }, /time/, /time/],
    [{ duration: "1h", time: "08:00" }, /either duration/, /duration（/],
    [{ date: "some day", at: "08:00" }, /date/, /date/],
  ])("with an unclear time is refused with an example: %j", async (args, en, zh) => {
    const { run, planner } = await home();
    expect(await thrownErrorText(() => run("set_timer", args))).toMatch(en);
    expect(await thrownErrorText(() => run("set_timer", args, "zh"), "zh")).toMatch(zh);
    expect(planner.timers.list()).toEqual([]);
  });

  it.each([
    [{ add: "5 minutes more" }, 5],
    [{ add: "5 more minutes" }, 5],
    [{ add: "少五分钟" }, -5],
    [{ add: "-5m" }, -5],
    [{ at: "tomorrow" }, 1440],
  ])("is moved by the words of people: %j", async (change, minutes) => {
    const { run, planner } = await home();
    await run("set_timer", { at: "21:00" });
    const [timer] = planner.timers.list();
    await run("change_plan", { id: timer?.id, ...change }, "en", saying("move it"));
    const dueAt = Date.parse("2026-01-01T21:00:00+08:00") + minutes * 60_000;
    expect(planner.timers.list()[0]?.state).toEqual({ kind: "running", dueAt });
  });

  it.each([
    [{ add: 5 }, /needs its unit/, /时长要带单位/],
    [{ add: "a while" }, /give add, such as 5m or -5m/, /请给出 add/],
    [{ duration: "10" }, /needs its unit/, /时长要带单位/],
  ])("is not moved by a number without a unit: %j", async (change, en, zh) => {
    const { run, planner } = await home();
    await run("set_timer", { duration: "20m" });
    const [timer] = planner.timers.list();
    expect(await thrownErrorText(() => run("change_plan", { id: timer?.id, ...change }))).toMatch(en);
    expect(await thrownErrorText(() => run("change_plan", { id: timer?.id, ...change }, "zh"), "zh")).toMatch(zh);
    expect(planner.timers.list()).toEqual([timer]);
  });

  it.each([{}, { duration: "10m", at: "07:00" }, { at: "someday" }, { duration: "a bit" }, { at: "2020-01-01T00:00" }])(
    "is not started without a valid time: %j",
    async (args) => {
      const { run, planner } = await home();
      expect(await thrownErrorText(() => run("set_timer", args))).not.toBe("");
      expect(planner.timers.list()).toEqual([]);
    },
  );

  it("is moved, made longer or shorter, paused and resumed", async () => {
    const { run, planner, time } = await home();
    await run("set_timer", { at: "07:30" });
    const id = planner.timers.list()[0]?.id ?? "";
    const asked = saying("make that a quarter to eight");
    expect((await run("change_plan", { id, at: "7:45 am" }, "en", asked)).sentence).toBe(
      "The alarm is now set for 07:45 tomorrow.",
    );
    const due = Date.parse("2026-01-02T07:45:00+08:00");
    expect(planner.timers.list()[0]?.state).toEqual({ kind: "running", dueAt: due });
    await run("change_plan", { id, add: "-15 min" }, "en", asked);
    expect(planner.timers.list()[0]?.state).toEqual({ kind: "running", dueAt: due - 900_000 });
    await run("change_plan", { id, enabled: false }, "en", asked);
    expect(planner.timers.list()[0]?.state.kind).toBe("paused");
    await run("change_plan", { id, enabled: true }, "en", asked);
    expect(planner.timers.list()[0]?.state).toEqual({ kind: "running", dueAt: due - 900_000 });
    expect(await thrownErrorText(() => run("change_plan", { id, at: "2020-01-01T00:00" }, "en", asked))).toContain(
      "passed",
    );
    expect(time.now()).toBeLessThan(due);
  });

  it.each([
    ["en", { duration: "20m" }, { name: "eggs" }, 'The 20-minute timer is called "eggs" now.'],
    ["zh", { duration: "20m", name: "煮面" }, { name: "煮蛋" }, "煮面的倒计时现在叫“煮蛋”。"],
    ["en", { at: "07:30" }, { name: "gym" }, 'The alarm for 07:30 tomorrow is called "gym" now.'],
    [
      "en",
      { at: "07:30", name: "take my pills" },
      { name: "call mum", at: "08:00" },
      'The reminder to take your pills is called "call mum" now. The reminder to call mum is now set for 08:00 tomorrow.',
    ],
    [
      "zh",
      { at: "07:30", name: "吃药" },
      { name: "喝水", at: "08:00" },
      "吃药的提醒现在叫“喝水”。喝水的提醒改到明天早上8点了。",
    ],
  ] as const)("gets another name, also with another time: %s %j %j", async (language, args, change, told) => {
    const { run, planner } = await home();
    await run("set_timer", args, language);
    const [before] = planner.timers.list();
    const asked = saying("call it something else");
    expect((await run("change_plan", { id: before?.id, ...change }, language, asked)).sentence).toBe(told);
    expect(planner.timers.list()).toMatchObject([{ id: before?.id, name: change.name, rings: before?.rings }]);
    const dueAt = "at" in change ? Date.parse(`2026-01-02T${change.at}:00+08:00`) : undefined;
    expect(planner.timers.list()[0]?.state).toEqual({ ...before?.state, ...(dueAt !== undefined && { dueAt }) });
  });

  it.each([
    ["en", { at: "07:30" }, { at: "08:00" }, "The alarm is now set for 08:00 tomorrow."],
    ["zh", { at: "07:30" }, { at: "明天早上八点" }, "闹钟改到明天早上8点了。"],
    ["en", { at: "07:30" }, { add: "30m" }, "The alarm is now set for 08:00 tomorrow."],
  ] as const)("that is paused runs again at the time that it gets: %s %j %j", async (language, args, change, told) => {
    const { run, planner } = await home();
    await run("set_timer", args, language);
    const id = planner.timers.list()[0]?.id ?? "";
    await planner.timers.pause(id, person.origin);
    const { sentence, moved } = await run("change_plan", { id, ...change }, language, saying("move it"));
    expect(sentence).toBe(told);
    expect(moved).toBeUndefined();
    const dueAt = Date.parse("2026-01-02T08:00:00+08:00");
    expect(planner.timers.list()[0]?.state).toEqual({ kind: "running", dueAt });
  });

  it.each([
    ["en", { at: "07:30" }, { at: "08:00", enabled: false }, /now set for 08:00 tomorrow\. Paused the alarm/],
    ["zh", { at: "07:30" }, { at: "08:00", enabled: false }, /改到明天早上8点了。.*暂停了。$/],
    ["en", { duration: "20m" }, { add: "5m" }, /now has 25 minutes left\.$/],
    ["zh", { duration: "20m" }, { add: "5m" }, /现在还剩25分钟。$/],
  ] as const)("stays paused where that is wished, or is true: %s %j %j", async (language, args, change, told) => {
    const { run, planner } = await home();
    await run("set_timer", args, language);
    const id = planner.timers.list()[0]?.id ?? "";
    await planner.timers.pause(id, person.origin);
    const { sentence } = await run("change_plan", { id, ...change }, language, saying("move it"));
    expect(sentence).toMatch(told);
    expect(planner.timers.list()[0]?.state.kind).toBe("paused");
  });

  it("gets a new length from its start, and none shorter than it has run", async () => {
    const bench = await new PlannerBench([described("lamp")], "2026-01-01T20:00:00Z").start();
    stops.push(() => bench.close());
    const tools = createTools(bench.home, prompts, { planner: bench.planner });
    const run = async (name: string, args: object, language: Language = "en") => {
      const context = { ...person, language, room: null, now: bench.time.now(), ...saying("make it six minutes") };
      return await tools
        .find((each) => each.name === name)
        ?.prepare(args)
        .run({ ...context, signal: new AbortController().signal });
    };
    await run("set_timer", { duration: "4m", name: "tea" });
    const id = bench.planner.timers.list()[0]?.id;
    await bench.advance("1m");
    expect((await run("change_plan", { id, duration: "6m" }))?.sentence).toBe("The tea timer now has 5 minutes left.");
    expect((await run("change_plan", { id, duration: "6分钟" }, "zh"))?.sentence).toContain("还剩5分钟");
    expect(bench.planner.timers.list()[0]?.durationMs).toBe(360_000);
    await bench.advance("2m");
    expect(await thrownErrorText(() => run("change_plan", { id, duration: "3m" }))).toContain("passed");
    expect(bench.planner.timers.list()[0]?.durationMs).toBe(360_000);
  });

  it("with commands is moved only after a yes, unless the words name it", async () => {
    const { run, planner } = await home();
    const writes = [{ device: "hall-lock", property: "locked", value: true }];
    await run("set_timer", { duration: "10m", writes });
    const [timer] = planner.timers.list();
    const { approval } = await run("change_plan", { id: timer?.id, add: "5m" }, "en", saying("later please"));
    expect(approval?.question).toBe("Change the timer to today at 20:15: lock the hall front door?");
    expect(planner.timers.list()).toEqual([timer]);
    await run("change_plan", approval?.arguments ?? {}, "en", { consent: approval?.consent ?? "" });
    expect(planner.timers.list()[0]?.durationMs).toBe(900_000);
  });
});

describe("names and messages of a model are one plain line", () => {
  const RAW = "tea\n\n**black** \u202e\u0007`now`";
  const RAW_ZH = "# 喝茶\n**快点**\u200b";

  it.each([
    ["en", RAW, "tea black now", 'The timer "tea black now" is set: 5 minutes.'],
    ["zh", RAW_ZH, "喝茶 快点", "定时器“喝茶 快点”已设置：5分钟。"],
  ] as const)("of a timer, as it is told and kept: %s", async (language, raw, name, told) => {
    const { run, planner } = await home();
    expect((await run("set_timer", { duration: "5m", name: raw }, language)).sentence).toBe(told);
    expect(planner.timers.list()).toMatchObject([{ name }]);
    const id = planner.timers.list()[0]?.id;
    await run("change_plan", { id, name: raw }, language, saying("call it so"));
    expect(planner.timers.list()).toMatchObject([{ name }]);
  });

  it("punctuation alone is no name", async () => {
    const { run, planner } = await home();
    await run("set_timer", { duration: "5m", name: "\u200b \u202e" });
    expect(planner.timers.list()).toMatchObject([{ name: "", rings: "timer" }]);
    expect(await thrownErrorText(() => run("change_plan", { id: "morning", name: "\u200b" }))).toMatch(/name/);
  });

  it("of an automation and a scene are cleaned, with their messages", async () => {
    const { agreed, planner } = await home();
    const actions = [{ say: RAW }, { if: { weekdays: ["mon"] }, do: [{ notify: RAW_ZH }] }];
    await agreed("save_automation", { name: RAW, aliases: [RAW_ZH], triggers: [{ time: "07:00" }], actions });
    expect(planner.automations.find("tea black now")[0]?.definition).toMatchObject({
      name: "tea black now",
      aliases: ["喝茶 快点"],
      actions: [{ message: "tea black now" }, { do: [{ message: "喝茶 快点" }] }],
    });
    await agreed("save_scene", { name: RAW_ZH, steps: [{ device: "living-lamp", property: "on", value: true }] }, "zh");
    expect(planner.scenes.find("喝茶 快点")).toHaveLength(1);
  });
});

describe("an unknown name gets an error with the reason", () => {
  const TELLS: Readonly<Record<string, readonly [Language, RegExp][]>> = {
    none: [
      ["en", /^There is no scene "hygge"\. Nothing is saved under this name\.$/],
      ["zh", /^没有名为“hygge”的场景。没有保存过这个名称的内容。$/],
    ],
    waits: [
      ["en", /waits for the person's yes/],
      ["zh", /正在等对方同意/],
    ],
    lapsed: [
      ["en", /got no yes, so it was not saved/],
      ["zh", /没有得到同意，所以没有保存/],
    ],
  };
  const cases = [
    ["none", "activate_scene", { scene: "hygge" }, {}],
    ["waits", "delete_plan", { id: "Hygge" }, { unsaved: [{ id: "hygge", name: "Hygge" }] }],
    ["lapsed", "activate_scene", { scene: "hygge" }, { lapsed: ["Hygge"] }],
    ["lapsed", "change_plan", { id: "hygge", enabled: false }, { lapsed: ["Hygge"] }],
  ] as const;
  it.each(cases)("%s: %s", async (why, tool, args, over) => {
    const { run } = await home();
    for (const [language, told] of TELLS[why] ?? [])
      expect(await thrownErrorText(() => run(tool, args, language, over), language)).toMatch(told);
  });

  it.each([
    [
      "en",
      /^The arguments of activate_scene are not valid: the scene "Movie" has no parameter "bogus"; it takes: level/,
      "Not tried: the model did not say in a usable form what is to be done.",
    ],
    ["zh", /场景“Movie”没有参数“bogus”，可用的有：level/, "未执行：大模型没有以可用的形式说明要做什么。"],
  ] as const)("a parameter that a scene does not have: %s", async (language, told, forPeople) => {
    const { run, planner, home: around } = await home();
    const set = { "light.brightness": { parameter: "level" } };
    const movie = {
      id: "movie",
      name: "Movie",
      parameters: { level: { default: 10 } },
      steps: [{ target: "living-lamp", set }],
    };
    await planner.scenes.save(movie, person);
    const args = { scene: "movie", parameters: { bogus: 3 } };
    expect(await thrownErrorText(() => run("activate_scene", args, language), language)).toMatch(told);
    const error = await run("activate_scene", args, language).catch((thrown: unknown) => thrown);
    expect(error instanceof JiaError && untriedPart(around, error, language).sentence).toBe(forPeople);
    // No error for a person names a field of a definition.
    const definition = new JiaError("invalid-definition", { what: "timer", name: "x", detail: "  - durationMs" });
    expect(untriedPart(around, definition, language).sentence).toBe(forPeople);
  });

  it("without similar names the error has no list", async () => {
    const { run, planner } = await home();
    await planner.automations.remove("morning", person.origin);
    for (const language of ["en", "zh"] as const)
      expect(await thrownErrorText(() => run("change_plan", { id: "x", at: "7am" }, language), language)).not.toMatch(
        /-|最接近/,
      );
  });
});

describe("list_plans lists plans", () => {
  it("each by its name or its description", async () => {
    const { run } = await home();
    await run("set_timer", { duration: "10m" });
    await run("set_timer", { at: "07:30" });
    const { content, read } = await run("list_plans", {});
    expect(content).toMatchObject({
      automations: [
        { id: "morning", name: "Morning", next: "2026-01-05T07:00", created: "2026-01-01T20:00", last_run: "never" },
      ],
      scenes: [],
      timers: [
        { is: "a timer with 10 minutes left", due: "2026-01-01T20:10" },
        { is: "an alarm for 07:30 tomorrow", due: "2026-01-02T07:30" },
      ],
    });
    const told = read?.tell?.() ?? "";
    expect(told).toContain("a timer with 10 minutes left; an alarm for 07:30 tomorrow.");
    expect(told).not.toMatch(/; \.|\.\.|\.;/);
  });

  it("one with its parts in the form that change_plan takes, devices by handle", async () => {
    const { run, agreed, rule } = await home();
    const { content } = await run("list_plans", { id: "早晨" });
    expect(content).toMatchObject({
      automation: { definition: { actions: [{ target: "living-lamp" }, { type: "say" }] } },
    });
    const before = rule();
    const { actions } = (content as { automation: { definition: { actions: unknown } } }).automation.definition;
    await agreed("change_plan", { id: "morning", parts: { actions } });
    expect(rule()).toEqual(before);
  });

  it("a single match with its parts, and several without", async () => {
    const { run, planner } = await home();
    const one = await run("list_plans", { text: "早晨" });
    expect(one.content).toMatchObject({
      automations: [{ id: "morning", definition: { actions: [{ target: "living-lamp" }, { type: "say" }] } }],
      scenes: [],
      timers: [],
    });
    await planner.scenes.save(
      { id: "m", name: "Morning light", steps: [{ target: "living-lamp", set: { "light.on": true } }] },
      person,
    );
    const several = await run("list_plans", { text: "morning" });
    expect(several.content).toMatchObject({ automations: [{ id: "morning" }], scenes: [{ id: "m" }] });
    expect(JSON.stringify(several.content)).not.toContain("definition");
  });

  it("with the end of a pause and the last run", async () => {
    const { run, planner } = await home();
    await planner.automations.run("morning", { ...person, force: true });
    await run("change_plan", { id: "morning", paused_until: "2026-02-01" }, "en", saying("pause morning"));
    const { content } = await run("list_plans", { id: "morning" });
    expect(content).toMatchObject({ automation: { paused_until: "2026-02-01", last_run: "2026-01-01T20:00" } });
  });
});

describe("explain tells why a device was in a state", () => {
  it("from the changes before the moment in question", async () => {
    const bench = await new PlannerBench([described("lamp")], "2026-01-01T20:00:00Z").start(
      {},
      { lamp: { "light.on": false } },
    );
    stops.push(() => bench.close());
    const tool = createTools(bench.home, prompts, { planner: bench.planner }).find(({ name }) => name === "explain");
    const set = (value: boolean) =>
      bench.home.execute(
        [{ kind: "set", device: "test:lamp", properties: [{ address: "light.on", value }] }],
        person.origin,
      );
    await set(true);
    await bench.advance("1h");
    await set(false);
    const explain = async (args: object, language: Language = "en") => {
      const context = { origin: person.origin, language, room: null, now: bench.time.now() };
      const result = await tool
        ?.prepare({ device: "lamp", ...args })
        .run({ ...context, signal: new AbortController().signal });
      return result?.content;
    };
    expect(await explain({})).toMatchObject({ at: "2026-01-01T21:00", by: "person" });
    expect(await explain({ before: "20:30" })).toMatchObject({ at: "2026-01-01T20:00", by: "person" });
    // The value before each change, for restoring it.
    const changes = [
      { at: "2026-01-01T21:00", by: "person", property: "on", value: false, before: true },
      { at: "2026-01-01T20:00", by: "person", property: "on", value: true, before: false },
    ];
    expect(await explain({ property: "on" })).toMatchObject({ changes });
    expect(await explain({ before: "20:30" })).toMatchObject({ changes: changes.slice(1) });
    expect(await explain({ before: "晚上八点半", property: "on" }, "zh")).toMatchObject({ at: "2026-01-01T20:00" });
    for (const language of ["en", "zh"] as const) {
      expect(await thrownErrorText(() => explain({ before: "the day of days" }, language), language)).toContain(
        "2026-01-01T22:00",
      );
    }
    await bench.advance("20h");
    for (const [given, language] of [
      ["yesterday", "en"],
      ["昨天", "zh"],
      ["yesterday 21:30", "en"],
    ] as const)
      expect(await explain({ before: given }, language)).toMatchObject({ at: "2026-01-01T21:00" });
    expect(await explain({ before: "昨天 20:30" }, "zh")).toMatchObject({ at: "2026-01-01T20:00" });
    await bench.advance("1h");
    expect(await explain({ before: "2026-01-01T20:30", property: "on" })).toMatchObject({ changes: changes.slice(1) });
  });
});
