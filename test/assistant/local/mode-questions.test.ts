import { describe, expect, it } from "vitest";
import { peopleTalk } from "../../support/people-talk.ts";

const BY_HAND = { origin: { kind: "person" } } as const;

/** A talk at home whose home is in this mode since 20:00. */
async function talkIn(mode: string) {
  const talk = await peopleTalk();
  if (mode !== "home") await talk.modes.begin(mode, BY_HAND);
  return { ...talk, mode: () => talk.modes.current().mode.id };
}

describe("the night mode", () => {
  it.each([
    ["ok I'm up now", "Home mode is on."],
    ["im awake", "Home mode is on."],
    ["good morning house, I'm up", "Home mode is on. Good morning!"],
    ["everyone's up", "Home mode is on."],
    ["I'm up early today", "Home mode is on."],
    ["just woke up", "Home mode is on."],
    ["我已经起床了", "在家模式开了。"],
    ["醒了醒了", "在家模式开了。"],
    ["刚醒", "在家模式开了。"],
    ["天亮了，起床了", "在家模式开了。"],
    ["早啊小家", "在家模式开了。早上好！"],
  ])("ends when somebody says that they are up: %s", async (text, told) => {
    const talk = await talkIn("night");
    expect(await talk.reply(text)).toBe(told);
    expect(talk.mode()).toBe("home");
  });

  it.each(["good morning, turn on the kitchen light", "早上好，打开厨房的灯"])(
    "ends with a greeting before a command, which is run: %s",
    async (text) => {
      const talk = await talkIn("night");
      await talk.say(text);
      expect(talk.mode()).toBe("home");
      const light = talk.home.devices.find(({ handle }) => handle === "kitchen-light");
      expect(light?.state.get("light.on")?.value).toBe(true);
    },
  );

  it.each([
    "I'm up for a movie",
    "wake me up at 7",
    "is everyone up?",
    "I'm up?",
    "I'm not up yet",
    "起床灯打开",
    "七点叫我起床",
    "小明起床了吗",
    "我还没起床",
  ])("continues after other sentences: %s", async (text) => {
    const talk = await talkIn("night");
    await talk.say(text);
    expect(talk.mode()).toBe("night");
  });

  it.each(["good morning", "我醒了"])("is the only mode that such a sentence ends: %s", async (text) => {
    const talk = await talkIn("away");
    await talk.say(text);
    expect(talk.mode()).toBe("away");
  });

  it.each(["everyone's asleep", "everyone's gone to bed", "we're all in bed now", "大家都睡了", "全家都睡着了"])(
    "begins with a statement that everybody sleeps: %s",
    async (text) => {
      const talk = await talkIn("home");
      await talk.say(text, { person: "tom" });
      expect(talk.mode()).toBe("night");
    },
  );

  it.each(["is everyone asleep?", "everyone's asleep?", "the kids are asleep", "大家都睡了吗", "孩子睡了"])(
    "does not begin with a question, or when only some sleep: %s",
    async (text) => {
      const talk = await talkIn("home");
      await talk.say(text, { person: "tom" });
      expect(talk.mode()).toBe("home");
    },
  );
});

describe('"since when" of a mode', () => {
  it.each([
    ["since when are we in night mode", "Night mode has been on since 20:00."],
    ["when was night mode turned on", "Night mode has been on since 20:00."],
    ["how long have we been in night mode?", "Night mode has been on since 20:00."],
    ["what's the mode", "Night mode, since 20:00."],
    ["夜间模式上次什么时候开的", "夜间模式是晚上8点开的。"],
    ["夜间模式开了多久了", "夜间模式是晚上8点开的。"],
    ["夜间模式开着吗", "现在是夜间模式，从晚上8点开始。"],
    ["现在是什么模式", "现在是夜间模式，从晚上8点开始。"],
  ])("is answered to the minute: %s", async (text, told) => {
    const talk = await talkIn("home");
    await talk.later("2026-01-01T12:00:41Z");
    await talk.modes.begin("night", BY_HAND);
    expect(await talk.reply(text)).toBe(told);
  });

  it.each([
    ["when did away mode last begin", "Away mode was on last from 20:00 to 21:30."],
    ["离家模式上次是什么时候开的", "离家模式上次是晚上8点开的，晚上9点半结束的。"],
  ])("is answered for a mode that has ended: %s", async (text, told) => {
    const talk = await talkIn("away");
    await talk.later("2026-01-01T13:30:00Z");
    await talk.modes.begin("home", BY_HAND);
    expect(await talk.reply(text)).toBe(told);
  });

  it.each([
    ["when did holiday mode begin", "I have no record of that."],
    ["上次度假模式是什么时候", "这个我没有记录。"],
  ])("is not known for a mode that never began: %s", async (text, told) => {
    const talk = await talkIn("night");
    expect(await talk.reply(text)).toBe(told);
  });
});

describe("a statement or question that nobody is at home", () => {
  it.each([
    ["nobody's home", "No, you and Emma are at home."],
    ["there's nobody home", "No, you and Emma are at home."],
    ["the house is empty", "No, you and Emma are at home."],
    ["家里没人", "你和Emma都在家。"],
    ["现在家里没人", "你和Emma都在家。"],
  ])("is answered with who is at home, and changes nothing: %s", async (text, told) => {
    const talk = await talkIn("home");
    for (const name of ["Emma", "Tom"]) await talk.reply(`${name}'s home`, { person: "tom" });
    for (const name of ["Leo", "Mia"]) await talk.reply(`${name} is out`, { person: "tom" });
    expect(await talk.reply(text, { person: "tom" })).toBe(told);
    expect(talk.there()).toEqual({ emma: true, tom: true, leo: false, mia: false });
    expect(talk.mode()).toBe("home");
  });

  it.each([
    ["everyone has left", "Emma is still here, so I'm leaving everything as it is."],
    ["家里没人了", "Emma还在家，我就先不动了。"],
  ])("does not say that the child who speaks leaves: %s", async (text, told) => {
    const talk = await talkIn("home");
    await talk.reply("Emma's home", { person: "tom" });
    expect(await talk.reply(text, { person: "leo" })).toBe(told);
  });
});

describe('"who came or left first or last"', () => {
  it.each([
    ["who came home last?", "You came home at 21:00 this evening."],
    ["who was the last to come home", "You came home at 21:00 this evening."],
    ["who came home first", "Emma came home at 20:30 this evening."],
    ["who was the last to leave", "Leo left at 21:30 this evening."],
    ["谁最后到家的", "你今天晚上9点回来的。"],
    ["最后一个回家的是谁", "你今天晚上9点回来的。"],
    ["今天谁第一个到家", "Emma今天晚上8点半回来的。"],
    ["谁最后走的", "Leo今天晚上9点半出门的。"],
  ])("is answered with the time, from the record: %s", async (text, told) => {
    const talk = await talkIn("home");
    await talk.later("2026-01-01T12:10:00Z", { emma: false, tom: false, leo: true });
    await talk.later("2026-01-01T12:30:00Z", { emma: true });
    await talk.later("2026-01-01T13:00:00Z", { tom: true });
    await talk.later("2026-01-01T13:30:00Z", { leo: false });
    expect(await talk.reply(text, { person: "tom" })).toBe(told);
  });

  it.each([
    ["who was the last to come home", "I have no record of anybody coming home."],
    ["最后到家的是谁", "没有人回来的记录。"],
  ])("is not known without a record: %s", async (text, told) => {
    const talk = await talkIn("home");
    expect(await talk.reply(text, { person: "tom" })).toBe(told);
  });
});
