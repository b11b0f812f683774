import { describe, expect, it } from "vitest";
import { openTalk } from "../../support/open-talk.ts";

const NOTED = /^(Okay\.|嗯。)$/u;

describe("a nod without an open question gets a short answer, and does nothing", () => {
  it.each(["ok", "good", "Fine.", "got it", "sure", "oh I see", "好的", "嗯", "知道了", "行吧", "收到", "没问题"])(
    "%s",
    async (text) => {
      const talk = await openTalk(null, "flat", { room: "living" });
      expect((await talk.say(text)).reply).toMatch(NOTED);
      await talk.say("打开落地灯");
      const done = talk.done.length;
      expect((await talk.say(text)).reply).toMatch(NOTED);
      expect(talk.done).toHaveLength(done);
    },
  );

  it("a yes without any question is told so", async () => {
    const talk = await openTalk(null, "flat");
    expect((await talk.say("yes please")).reply).toBe("I haven't asked you anything.");
    expect((await talk.say("确认")).reply).toBe("嗯。");
  });
});

describe("a yes after another text does nothing, and the reply says so", () => {
  const LAPSED = "I'm not waiting for a yes to that any more, so nothing was done. Please ask again.";
  const LAPSED_ZH = "刚才问的已经作废了，什么都没做。要的话再说一遍。";

  it.each([
    ["unlock the front door", "is it locked?", "yes", LAPSED],
    ["unlock the front door", "why?", "go ahead", LAPSED],
    ["unlock the front door", "don't close the curtains", "ok", LAPSED],
    ["good night", "what time is it?", "yes please", LAPSED],
    ["把大门解锁", "大门锁着吗", "好", LAPSED_ZH],
    ["把大门解锁", "为什么", "可以", LAPSED_ZH],
  ])("%s | %s | %s", async (wish, between, yes, told) => {
    const talk = await openTalk(null, "flat", { room: "living" });
    await talk.say(wish);
    await talk.say(between);
    expect((await talk.say(yes)).reply).toBe(told);
    expect(talk.done).toEqual([]);
  });

  it("a yes after a no, or after another command, is no late yes", async () => {
    for (const between of ["no", "turn on the floor lamp"]) {
      const talk = await openTalk(null, "flat", { room: "living" });
      await talk.say("unlock the front door");
      await talk.say(between);
      expect((await talk.say("ok")).reply).toBe("Okay.");
    }
  });
});

describe('"cancel that" after a missed text cancels the last plan', () => {
  it.each([
    ["turn off the floor lamp in ten minutes", "flibber the gromp", "cancel that"],
    ["set a timer for the rice for 12 minutes", "flibber the gromp", "cancel it"],
    ["十分钟后关落地灯", "弗里伯格朗普", "取消"],
    ["十分钟后关落地灯", "弗里伯格朗普", "取消那个"],
  ])("%s | %s | %s", async (wish, missed, cancel) => {
    const talk = await openTalk(null, "flat", { room: "living" });
    await talk.say(wish);
    await talk.say(missed);
    expect((await talk.say(cancel)).reply).toMatch(/^Cancelled|取消了。$/u);
    expect(talk.planner.timers.list()).toEqual([]);
  });
});

describe('"never mind" after a missed text changes nothing from before', () => {
  it.each([
    ["turn on the floor lamp", "flibber the gromp", "cancel"],
    ["turn on the floor lamp", "flibber the gromp", "never mind"],
    ["turn off the floor lamp in ten minutes", "flibber the gromp", "forget it"],
    ["打开落地灯", "弗里伯格朗普", "取消"],
    ["打开落地灯", "弗里伯格朗普", "取消吧"],
    ["十分钟后关落地灯", "弗里伯格朗普", "算了"],
  ])("%s | %s | %s", async (wish, missed, cancel) => {
    const talk = await openTalk(null, "flat", { room: "living" });
    await talk.say(wish);
    const [done, planned] = [talk.done.length, talk.planner.timers.list().length];
    await talk.say(missed);
    expect((await talk.say(cancel)).reply).toMatch(/^(All right\.|好的。)$/);
    expect([talk.done.length, talk.planner.timers.list().length]).toEqual([done, planned]);
  });

  it('"stop" after a missed text still stops what was started', async () => {
    const talk = await openTalk(null, "flat", { room: "living" });
    await talk.say("start the vacuum");
    await talk.say("flibber the gromp");
    expect((await talk.say("stop")).reply).toBe("The robot vacuum has stopped.");
  });

  it.each([
    ["turn on the floor lamp", "cancel"],
    ["打开落地灯", "取消"],
  ])('"never mind" right after a command reverts it: %s, %s', async (wish, cancel) => {
    const talk = await openTalk(null, "flat", { room: "living" });
    await talk.say(wish);
    await talk.say(cancel);
    expect(talk.done.map((outcome) => "value" in outcome && outcome.value)).toEqual([true, false]);
  });
});

describe("a question which one may be answered after another question", () => {
  it.each([
    ["turn on the bedside lamp", ["is the TV on?"], "the left one", "miot:master-left-lamp"],
    ["turn on the bedside lamp", ["what time is it?", "thanks"], "the right one", "miot:master-right-lamp"],
    ["打开床头灯", ["大门锁了吗"], "左边那个", "miot:master-left-lamp"],
  ])("%s, %s, %s", async (text, detour, answer, device) => {
    const talk = await openTalk(null, "house", { room: "garden" });
    await talk.say(text);
    for (const each of detour) await talk.say(each);
    expect(talk.done).toEqual([]);
    await talk.say(answer);
    expect(talk.done.map((outcome) => outcome.device)).toEqual([device]);
  });

  it.each([
    ["after three of them", ["is the TV on?", "what time is it?", "is the front door locked?"]],
    ["after something was done", ["turn on the pendant light in the dining room"]],
    ["after a no", ["no, never mind"]],
  ])("is not answered after %s", async (_, detour) => {
    const talk = await openTalk(null, "house", { room: "garden" });
    await talk.say("turn on the bedside lamp");
    for (const each of detour) await talk.say(each);
    const done = talk.done.length;
    await talk.say("the left one");
    expect(talk.done).toHaveLength(done);
  });
});

describe("a question which one may be answered by a number", () => {
  it.each([
    ["turn on the purifier", "2", "miot:master-purifier"],
    ["turn on the purifier", "3.", "miot:emma-purifier"],
    ["turn on the purifier", "the second", "miot:master-purifier"],
    ["打开净化器", "二", "miot:master-purifier"],
    ["打开净化器", "第三个", "miot:emma-purifier"],
    ["打开净化器", "主卧的", "miot:master-purifier"],
  ])("%s | %s", async (text, answer, device) => {
    const talk = await openTalk(null, "house");
    await talk.say(text);
    await talk.say(answer);
    expect(talk.done.map((outcome) => outcome.device)).toEqual([device]);
  });

  it("a number answers after another question, although it could be a value", async () => {
    const talk = await openTalk(null, "house");
    for (const text of ["turn on the purifier", "is the living room TV on?", "2"]) await talk.say(text);
    expect(talk.done.map((outcome) => outcome.device)).toEqual(["miot:master-purifier"]);
  });

  it("a number beyond the options is no answer", async () => {
    const talk = await openTalk(null, "house");
    await talk.say("turn on the purifier");
    await talk.say("7");
    expect(talk.done).toEqual([]);
  });
});
