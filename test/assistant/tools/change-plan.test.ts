import { afterEach, describe, expect, it } from "vitest";
import { newConversation } from "../../../src/assistant/conversations.ts";
import { namedIn } from "../../../src/assistant/named.ts";
import { requestOf } from "../../../src/assistant/statements/request.ts";
import { createTools, type ToolContext } from "../../../src/assistant/tools/index.ts";
import type { AutomationDraft } from "../../../src/automation/index.ts";
import type { Language } from "../../../src/language/index.ts";
import { HomeIndex } from "../../../src/understanding/names/home-index.ts";
import { prompts } from "../../support/assistant.ts";
import { described } from "../../support/home.ts";
import { PlannerBench } from "../../support/planner-bench.ts";
import { toldError } from "../../support/told.ts";
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

/** What the person said, as far as it names plans. */
function saying(text: string): Pick<ToolContext, "named"> {
  const hints = { devices: [], rooms: [], kinds: [] };
  return { named: namedIn(text, hints, newConversation("talk", "en"), requestOf(text, new HomeIndex())) };
}

describe("a rule is changed in one part, and the rest stays", () => {
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

  it("a change that makes no sense leaves it as it is, and is told with what there is", async () => {
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
        expect(await toldError(() => run("change_plan", { id: "morning", ...change }, language), language)).toMatch(
          told,
        );
      }
    }
    const { content } = await run("change_plan", { id: "morning", at: "soon" });
    expect(JSON.stringify(content)).toContain("07:00");
    expect(await toldError(() => run("change_plan", { id: "evening", at: "8am" }))).toMatch(/Closest matches: morning/);
    expect(rule()).toEqual(before);
  });

  it("one that is paused is not switched on by another change", async () => {
    const { agreed, rule, planner } = await home();
    await planner.automations.setEnabled("morning", false, person.origin);
    await agreed("change_plan", { id: "morning", at: "08:00" });
    expect(rule()).toMatchObject({ enabled: false, triggers: [{ at: "08:00" }] });
  });
});

describe("a rule is paused, until a day or until somebody says so, and goes on", () => {
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
  it.each(cases)("at once where the person's words name it: %s", async (language, text, day, told, again) => {
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

  it("a yes to one thing is not one to another", async () => {
    const { run, rule } = await home();
    const { approval } = await run("change_plan", { id: "morning", enabled: false });
    const other = await run("change_plan", { id: "morning", paused_until: "Sunday" }, "en", {
      consent: approval?.consent ?? "",
    });
    expect(other.approval).toBeDefined();
    expect(rule()).toMatchObject({ triggers: MORNING.triggers });
  });
});

it("what is renamed keeps its id and all that it does", async () => {
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

  it("does something at a time of day", async () => {
    const { run, planner } = await home();
    const writes = { device: "落地灯", property: "on", value: "关" };
    expect((await run("set_timer", { at: "22:00", writes })).sentence).toBe(
      "I'll turn off the living room floor lamp at 22:00.",
    );
    const [timer] = planner.timers.list();
    expect(timer?.state).toEqual({ kind: "running", dueAt: Date.parse("2026-01-01T22:00:00+08:00") });
    expect(timer?.commands).toMatchObject([{ properties: [{ address: "light.on", value: false }] }]);
  });

  it("on days of the week is a rule, and saved after a yes", async () => {
    const { agreed, planner } = await home();
    await agreed("set_timer", { at: "06:45", weekdays: "工作日", name: "起床" }, "zh");
    expect(planner.automations.find("起床")[0]?.definition).toMatchObject({
      triggers: [{ type: "time", at: "06:45", weekdays: ["mon", "tue", "wed", "thu", "fri"] }],
      actions: [{ type: "say", message: "起床" }],
    });
  });

  it.each([{}, { duration: "10m", at: "07:00" }, { at: "someday" }, { duration: "a bit" }, { at: "2020-01-01T00:00" }])(
    "is not started for no time: %j",
    async (args) => {
      const { run, planner } = await home();
      expect(await toldError(() => run("set_timer", args))).not.toBe("");
      expect(planner.timers.list()).toEqual([]);
    },
  );

  it("is moved to another time, made longer or shorter, stopped and continued", async () => {
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
    expect(await toldError(() => run("change_plan", { id, at: "2020-01-01T00:00" }, "en", asked))).toContain("passed");
    expect(time.now()).toBeLessThan(due);
  });

  it("with commands is moved only after a yes, unless it is named", async () => {
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

describe("what is planned is listed with what can be done about it", () => {
  it("names each by what it is, also what nobody named", async () => {
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

  it("shows one with its parts, devices by their handles, in the form in which they are changed", async () => {
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

  it("tells until when one is paused, and when it last ran", async () => {
    const { run, planner } = await home();
    await planner.automations.run("morning", { ...person, force: true });
    await run("change_plan", { id: "morning", paused_until: "2026-02-01" }, "en", saying("pause morning"));
    const { content } = await run("list_plans", { id: "morning" });
    expect(content).toMatchObject({ automation: { paused_until: "2026-02-01", last_run: "2026-01-01T20:00" } });
  });
});

describe("why a device was as it was", () => {
  it("counts what was before the moment that is asked about", async () => {
    const bench = await new PlannerBench([described("lamp")], "2026-01-01T20:00:00Z").start(
      {},
      { lamp: { "light.on": false } },
    );
    stops.push(() => bench.close());
    const tool = createTools(bench.home, prompts, bench.planner).find(({ name }) => name === "explain");
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
    expect(await explain({ before: "晚上八点半", property: "on" }, "zh")).toMatchObject({ at: "2026-01-01T20:00" });
    for (const language of ["en", "zh"] as const) {
      expect(await toldError(() => explain({ before: "the day of days" }, language), language)).toContain(
        "2026-01-01T22:00",
      );
    }
  });
});
