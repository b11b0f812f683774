import { describe, expect, it } from "vitest";
import { type PlanningTalk, planningInFlat } from "../../support/speak.ts";

/** Two schedules and a delayed command for the curtain; at 20:00 in Shanghai. */
const MADE = [
  "open the curtains every day at 7",
  "close the curtains every day at 9 pm",
  "close the curtains in 20 minutes",
] as const;
const [OPENS, CLOSES] = MADE;
/** As they are told. */
const TOLD = ["timer", OPENS, CLOSES] as const;

async function asked(question: string): Promise<PlanningTalk> {
  const talk = await planningInFlat();
  for (const text of MADE) await talk.say(text);
  expect(left(talk)).toEqual([...TOLD].sort());
  expect(await talk.say(question)).toMatchObject({ handled: true, expectsReply: true });
  return talk;
}

/** Two timers that run: tea for 5 minutes, pasta for 10. */
async function teaAndPasta(): Promise<PlanningTalk> {
  const talk = await planningInFlat();
  await talk.say("set a timer named tea for 5 minutes");
  await talk.say("set a timer named pasta for 10 minutes");
  return talk;
}

function left({ planner }: PlanningTalk): string[] {
  return [
    ...planner.timers.list().map(({ name }) => name || "timer"),
    ...planner.automations.list().map(({ definition }) => definition.name),
  ].sort();
}

const EN = "cancel the timer for the curtains";
const ZH = "取消窗帘的定时";

const ANSWERS: readonly (readonly [question: string, answer: string, gone: readonly string[]])[] = [
  [EN, "the second", [OPENS]],
  [EN, "the last one", [CLOSES]],
  [EN, "1", ["timer"]],
  [EN, "the first and the third", ["timer", CLOSES]],
  [EN, "the 7 o'clock one", [OPENS]],
  [EN, "the one at 7", [OPENS]],
  [EN, "the one at 9 pm", [CLOSES]],
  [EN, "the 20 minute one", ["timer"]],
  [EN, "the morning one", [OPENS]],
  [EN, "the one that opens the curtains", [OPENS]],
  [EN, OPENS, [OPENS]],
  [EN, "all of them", TOLD],
  [EN, "cancel all", TOLD],
  [EN, "never mind", []],
  [EN, "cancel", []],
  [EN, "not the second", []],
  [ZH, "第二个", [OPENS]],
  [ZH, "第三个吧", [CLOSES]],
  [ZH, "取消第一个", ["timer"]],
  [ZH, "七点那个", [OPENS]],
  [ZH, "早上七点的", [OPENS]],
  [ZH, "晚上九点那个", [CLOSES]],
  [ZH, "开窗帘的那个", [OPENS]],
  [ZH, "全部", TOLD],
  [ZH, "都取消吧", TOLD],
  [ZH, "算了", []],
];

describe("an answer to which plan is meant", () => {
  it.each(ANSWERS)("%s: %s", async (question, answer, gone) => {
    const talk = await asked(question);
    expect(await talk.changes(answer)).toEqual({});
    expect(left(talk)).toEqual(TOLD.filter((name) => !gone.includes(name)).sort());
  });

  it("asks again between the plans that match", async () => {
    const talk = await asked(EN);
    const again = await talk.say("the one that closes the curtains");
    expect(again).toMatchObject({ handled: true, expectsReply: true });
    expect(left(talk)).toHaveLength(3);
    await talk.say("the second");
    expect(left(talk)).toEqual([OPENS, "timer"].sort());
  });

  it("any other text is a new sentence and drops the question", async () => {
    const talk = await asked(EN);
    expect(await talk.changes("turn all the lights off")).not.toEqual({});
    await talk.say("the second");
    expect(left(talk)).toHaveLength(3);
  });

  it.each([
    ["cancel the timer", "the tea one", ["pasta"]],
    ["cancel the timer", "both", []],
    ["cancel the timer", "tea", ["pasta"]],
    ["cancel the timer", "the ten minute one", ["tea"]],
    ["取消计时器", "两个都取消", []],
    ["取消计时器", "第一个", ["pasta"]],
  ])("%s: %s", async (question, answer, kept) => {
    const talk = await teaAndPasta();
    await talk.say(question);
    expect(await talk.reply(answer)).toMatch(/Cancelled|取消了/);
    expect(left(talk)).toEqual(kept);
  });

  it("pauses the picked plan", async () => {
    const talk = await teaAndPasta();
    await talk.say("pause the timer");
    expect(await talk.reply("the second")).toMatch(/^Paused the pasta timer/);
    expect(talk.planner.timers.list().map(({ name, state }) => [name, state.kind])).toEqual([
      ["tea", "running"],
      ["pasta", "paused"],
    ]);
  });

  it("picks by the device where the plans command several", async () => {
    const talk = await planningInFlat();
    await talk.say("close the curtains in 20 minutes");
    await talk.say("turn off the floor lamp in 20 minutes");
    await talk.say("取消所有灯和窗帘的定时");
    await talk.say("close the curtains in 20 minutes");
    await talk.say("turn off the floor lamp in 30 minutes");
    await talk.say("cancel the timer");
    expect(await talk.reply("the one for the curtains")).toMatch(/Cancelled the timer for the .*curtain/);
    await talk.say("close the curtains in 20 minutes");
    await talk.say("取消定时");
    expect(await talk.reply("窗帘那个")).toMatch(/取消了/);
    expect(talk.planner.timers.list()).toHaveLength(1);
  });

  it("claims nothing about a plan that is gone by the time of the answer", async () => {
    const talk = await teaAndPasta();
    await talk.say("cancel the timer");
    await talk.until("2026-01-01T12:06:00Z");
    expect(await talk.reply("the first")).not.toMatch(/Cancelled/);
    expect(left(talk)).toEqual(["pasta"]);
  });
});
