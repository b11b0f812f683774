import { describe, expect, it } from "vitest";
import { planDescriptions } from "../support/planned-descriptions.ts";
import { type PlanningTalk, planningInFlat } from "../support/speak.ts";

const RULE = "rule 22:30 every day";

/** A rule that another conversation made, and what these turns leave planned. */
async function talkAfter(turns: readonly string[]): Promise<PlanningTalk> {
  const talk = await planningInFlat();
  await talk.say("every night at 10:30 turn off the TV");
  Object.assign(talk.conversation, { focus: null, known: [], undo: [] });
  talk.conversation.exchanges.length = 0;
  for (const text of turns) await talk.say(text);
  return talk;
}

describe('"I don\'t want it" cancels no automation of another conversation', () => {
  it.each([
    [["不要电视"]],
    [["我不想要电视了"]],
    [["no TV"]],
    [["I don't want the TV"]],
    [["forget the TV"]],
    [["打开电视", "不要电视"]],
    [["every day at 7 turn on the TV", "cancel it", "turn on the TV", "I don't want the TV"]],
  ])("%j", async (turns) => {
    expect(planDescriptions(await talkAfter(turns))).toEqual([RULE]);
  });

  it.each([
    [["what's planned?", "I don't want the TV one"]],
    [["有什么安排", "不要电视"]],
    [["cancel the TV automation"]],
  ])("but it is where it was told here, or named: %j", async (turns) => {
    expect(planDescriptions(await talkAfter(turns))).toEqual([]);
  });

  it.each([
    [["打开落地灯和电视", "不要落地灯"], "living-floor-lamp.light.on", false],
    [["turn on the floor lamp and the TV", "I don't want the TV"], "living-tv.television.on", false],
    [["turn on the floor lamp and the TV", "forget the floor lamp"], "living-floor-lamp.light.on", false],
  ] as const)("%j puts that one back", async ([first, last], key, value) => {
    const talk = await talkAfter([first]);
    expect(await talk.changes(last)).toEqual({ [key]: value });
    expect(planDescriptions(talk)).toEqual([RULE]);
  });
});

describe("a sentence about the last plan is told apart from one about a device", () => {
  it.each([
    [["set a timer for 10 minutes", "scratch that"], []],
    [["set a timer for 10 minutes", "sorry, I changed my mind"], []],
    [["set a timer for 10 minutes", "stop the music"], ["timer 10 min"]],
    [["set a timer for 10 minutes", "stop the timer"], []],
    [["set a timer for 10 minutes", "and another one for 12 minutes", "stop the first one"], ["timer 12 min"]],
    [["set a timer for 10 minutes", "set an alarm for 8 am", "cancel both"], []],
    [["set a timer for 10 minutes", "cancel both"], ["timer 10 min"]],
  ])("%j", async (turns, planned) => {
    expect(planDescriptions(await talkAfter(turns))).toEqual([RULE, ...planned]);
  });
});

describe('"the second one" counts in the list that was told', () => {
  const made = ["remind me at 9 pm to call mum", "set a timer for 10 minutes", "set a timer for 20 minutes"];
  const [reminder, ten, twenty] = ["reminder 21:00 in 0 days call mum", "timer 10 min", "timer 20 min"];

  it.each<[turns: readonly string[], planned: readonly (string | undefined)[]]>([
    [
      ["which timers are running?", "cancel the second one"],
      [reminder, ten],
    ],
    [
      ["which timers are running?", "thanks", "cancel the first one"],
      [reminder, twenty],
    ],
    [
      ["what reminders do I have?", "cancel the first one"],
      [ten, twenty],
    ],
    [
      ["what reminders do I have?", "cancel the second one"],
      [reminder, ten, twenty],
    ],
    [
      ["what alarms do I have?", "cancel the first one"],
      [reminder, ten, twenty],
    ],
    [["cancel the second one"], [reminder, ten, twenty]],
    [
      ["set an alarm for 8 am", "cancel the first one"],
      [reminder, ten, twenty, "alarm 08:00 in 1 day"],
    ],
    [
      ["有哪些计时器", "取消第二个"],
      [reminder, ten],
    ],
    [["which timers are running?", "cancel all of them"], [reminder]],
    [["有哪些计时器", "都取消"], [reminder]],
  ])("%j", async (turns, planned) => {
    expect(planDescriptions(await talkAfter([...made, ...turns]))).toEqual([...planned, RULE].sort());
  });
});

it('"the first" of two plans is the one that was made first', async () => {
  const turns = ["set a timer for 5 minutes", "and another one for 12 minutes", "stop the first one"];
  expect(planDescriptions(await talkAfter(turns))).toEqual([RULE, "timer 12 min"].sort());
});

it("an unwanted alarm is cancelled, and none is set", async () =>
  expect(planDescriptions(await talkAfter(["早上七点叫我起床", "七点的闹钟不要了"]))).toEqual([RULE]));

it.each([
  ["cancel all of them", ["timer 50 min"]],
  ["cancel both", ["timer 3 min", "timer 50 min"]],
  ["全取消", ["timer 50 min"]],
] as const)("plans of another conversation are none of them: %s", async (text, left) => {
  const talk = await talkAfter(["set a timer for 50 minutes"]);
  // As if that had been said elsewhere.
  talk.conversation.known = [];
  await talk.say("set a timer for 3 minutes");
  await talk.say(text);
  expect(planDescriptions(talk)).toEqual([RULE, ...left].sort());
});

describe("the last plan is changed by a follow-up", () => {
  it.each<[turns: readonly string[], planned: readonly string[]]>([
    [["set a timer for 5 minutes", "no, 15"], ["timer 15 min"]],
    [["set a timer for 5 minutes", "no, make that an alarm for 8 am"], ["alarm 08:00 in 1 day"]],
    [["set a timer for 5 minutes", "sorry, I meant an alarm for 8 am"], ["alarm 08:00 in 1 day"]],
    [["定一个五分钟的计时器", "不对，早上八点的闹钟"], ["alarm 08:00 in 1 day"]],
    [
      ["set a timer for 5 minutes", "set an alarm for 8 am"],
      ["alarm 08:00 in 1 day", "timer 5 min"],
    ],
  ])("%j", async (turns, planned) => {
    expect(planDescriptions(await talkAfter(turns))).toEqual([...planned, RULE].sort());
  });

  it.each(["every night at 10:30 turn off the TV", "每天晚上十点半关电视"])(
    "a recurring plan becomes a single one: %s",
    async (text) => {
      const talk = await talkAfter([]);
      expect(await talk.reply(text)).toMatch(/already set|已经设过了/u);
      expect(planDescriptions(talk)).toEqual([RULE]);
    },
  );
});
