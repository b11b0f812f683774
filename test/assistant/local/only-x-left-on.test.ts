import { describe, expect, it } from "vitest";
import { planningIn, talkIn } from "../../support/speak.ts";

/** Says all but the last, and returns what that changed. */
async function changedBy(home: "flat" | "house", turns: readonly string[], room: string) {
  const talk = talkIn(home, { room });
  for (const turn of turns.slice(0, -1)) await talk.say(turn);
  return await talk.changes(turns.at(-1) ?? "");
}

describe('"leave only X on" switches the others off', () => {
  it.each([
    ["flat", "living", "关掉客厅所有灯，就留落地灯"],
    ["flat", "living", "把客厅的灯都关了，只留吸顶灯"],
    ["flat", "living", "客厅灯全关了，光留个吸顶灯就行"],
  ] as const)("%s: %s", async (home, room, text) => {
    const changed = await changedBy(home, ["客厅的灯都打开", text], room);
    expect(Object.keys(changed)).toHaveLength(1);
    expect(Object.values(changed)).toEqual([false]);
  });

  it('"keep only X on" switches the others off', async () => {
    const changed = await changedBy(
      "house",
      ["all the lights in here on", "all lights off in here, just keep the floor lamp on"],
      "living",
    );
    expect(changed).not.toHaveProperty("living-floor-lamp.light.on");
    expect(changed).toMatchObject({ "living-ceiling-light.light.on": false });
  });
});

describe("a correction of a value gives one value, and no refusal of the first", () => {
  it.each([
    [
      "house",
      "living",
      ["open the curtains", "no, not all the way, a third is plenty"],
      { "living-curtains.curtain.target-position": 33 },
    ],
    ["house", "study", ["fan on", "not so fast, two is fine"], { "study-fan.fan.fan-level": 2 }],
    ["flat", "bedroom", ["窗帘打开", "别全拉开，开个三十就行"], { "bedroom-curtain.curtain.target-position": 30 }],
    ["flat", "living", ["音箱音量五十", "别放这么大声，十五吧"], { "living-speaker.speaker.volume": 15 }],
  ] as const)("%s, %s: %j", async (home, room, turns, changed) => {
    expect(await changedBy(home, turns, room)).toMatchObject(changed);
  });
});

describe("the purpose of a reminder or a timer", () => {
  it.each([
    ["晚上九点提醒我给我妹发个消息", "给你妹妹发个消息"],
    ["明天早上八点提醒我跟我爸下棋", "跟你爸下棋"],
    ["七点叫我给猫喂药", "给猫喂药"],
  ])("keeps its person: %s", async (text, told) => {
    expect(await (await planningIn("flat", { room: "living" })).reply(text)).toContain(told);
  });

  it.each([
    ["flat", ["定个八分钟的倒计时", "再来个十二分钟的，蒸包子的", "蒸包子的还有多久"], /蒸包子的倒计时还剩1[12]分/],
    [
      "house",
      ["set a timer for eight minutes", "and another one for twelve, the peas", "how long's left on the peas?"],
      /peas timer has 1[12] minutes/,
    ],
  ] as const)("may follow the length: %s", async (home, turns, told) => {
    const talk = await planningIn(home, { room: "kitchen" });
    let last = "";
    for (const turn of turns) last = await talk.reply(turn);
    expect(last).toMatch(told);
  });

  it("keeps the length: one and a half hours are no half hour", async () => {
    const talk = await planningIn("flat", { room: "kitchen" });
    expect(await talk.reply("一个半小时的倒计时，炖鸡汤")).toBe("好的，炖鸡汤计时1小时30分钟。");
  });

  it('is told alone, and is no list for "the first"', async () => {
    const talk = await planningIn("house", { room: "kitchen" });
    for (const turn of [
      "set a timer for eight minutes",
      "another one for twelve, the peas",
      "how long is left on the peas?",
    ])
      await talk.say(turn);
    expect(await talk.reply("scrap the first one")).toBe("Cancelled the 8-minute timer.");
  });

  it('is found by "the first of two", in Chinese', async () => {
    const talk = await planningIn("flat", { room: "kitchen" });
    for (const turn of ["定个八分钟的倒计时", "再定一个十二分钟的"]) await talk.say(turn);
    expect(await talk.reply("前面那个取消吧")).toContain("8分钟");
  });
});

describe("a reading that is asked for by property and place", () => {
  it.each([
    ["flat", ["客厅多少度", "卧室的湿度呢"], /^主卧的湿度是/],
    ["house", ["how warm is it in the living room?", "and the humidity in the bathroom?"], /bathroom/],
  ] as const)("does not depend on the focus: %s %j", async (home, turns, told) => {
    const talk = talkIn(home, { room: "living" });
    let last = "";
    for (const turn of turns) last = await talk.reply(turn);
    expect(last).toMatch(told);
  });

  it.each([
    ["flat", "书房的温度是多少", "那边没有能测的传感器，我不知道。"],
    ["flat", "what's the temperature in the study?", "I can't tell: no sensor there reports that."],
  ] as const)(
    "without a sensor there is told as unknown, and not as a missing setting: %s %s",
    async (home, text, told) => {
      expect(await talkIn(home, { room: "living" }).reply(text)).toBe(told);
    },
  );
});

describe("sentences with similar words keep their meaning", () => {
  it.each([
    ["living", ["turn the floor lamp on", "the floor lamp at 50 is fine"]],
    ["living", ["stop the music, just keep the lights on"]],
  ])("%s: %j", async (room, turns) => {
    const changed = await changedBy("house", turns, room);
    expect(Object.keys(changed).filter((each) => each.includes("light."))).toEqual([]);
  });

  it('"leave a gap" excepts nothing', async () => {
    const changed = await changedBy("house", ["打开客厅窗帘", "关上，留条缝"], "living");
    expect(changed["living-curtains.curtain.target-position"]).toBe(10);
  });
});
