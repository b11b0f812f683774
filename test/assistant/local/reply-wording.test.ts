import { expect, it } from "vitest";
import { planningIn, talkIn } from "../../support/speak.ts";

it.each([
  ["加湿器湿度调到六十五", "小宝房间加湿器的目标湿度调到65%了。"],
  ["把加湿器的档位调到二档", "小宝房间加湿器的风速调到2档了。"],
])("a room is named once for several devices in it: %s", async (text, told) =>
  expect(await talkIn("house", { room: "leo" }).reply(text)).toBe(told),
);

it.each([["左边的"], ["就左边的"]])(
  "devices that were so before are told where only the others are meant: %s",
  async (text) => {
    const talk = talkIn("house", { room: "master" });
    await talk.say("开一下床头灯");
    expect(await talk.reply(text)).toBe("右边床头灯本来就开着。");
    expect(talk.home.device("miot:master-left-lamp")?.state.get("light.on")?.value).toBe(true);
  },
);

it("a device with the name of a lock is opened itself: 门锁开了", async () =>
  expect(await talkIn("flat", { room: "living" }).reply("把门锁打开")).toBe("门锁开了。"));

it.each([["Ta"], ["cheers"]])("thanks pick nothing: %s", async (thanks) => {
  const talk = talkIn("house", { room: "living" });
  await talk.say("Turn off all the lights downstairs except the kitchen");
  await talk.say("Oh, and the floor lamp in the lounge should be on");
  expect(await talk.changes(thanks)).toEqual({});
});

it.each([
  ["the floor fan, up in the gym", "(handed on)"],
  ["turn on the floor fan, up in the gym", "The floor fan is on."],
])("a position in a name is no direction: %s", async (text, told) =>
  expect(await talkIn("house", { room: "living" }).reply(text)).toBe(told),
);

it.each([
  ["set a timer for ten minutes", "what time is it", "It's 20:00."],
  ["remind me at ten to call mum", "what time is it?", "It's 20:00."],
  ["remind me at ten to call mum", "what time is that?", "You have a reminder at 22:00 to call mum."],
])("a question for the clock is not about the device in focus: %s, %s", async (wish, asked, told) => {
  const talk = await planningIn("flat", { room: "living" });
  await talk.say(wish);
  expect(await talk.reply(asked)).toBe(told);
});

it.each([["story time"], ["okay, story time!"]])(
  "the name of a scene alone activates it, whatever it means: %s",
  async (text) => {
    const talk = await planningIn("flat", { room: "living" });
    await talk.say("make a scene called story time: floor lamp at 20");
    expect(await talk.reply(text)).toBe('The "story time" scene is on.');
  },
);

it("a device with a room comes last in a list, so that the room is not that of the others", async () =>
  expect(await talkIn("flat", { room: "living" }).reply("客厅和书房的灯全关，热水器也关")).toBe(
    "落地灯、屏幕挂灯、热水器和客厅的吸顶灯都关了。",
  ));

it.each([
  ["把窗帘拉开", "主卧的窗帘拉开了。"],
  ["open the curtain", "The bedroom curtain is open."],
])("of two curtains the closed one is opened: %s", async (text, told) =>
  expect(await talkIn("flat").reply(text)).toBe(told),
);

it.each([
  ["给我建个场景就叫追剧，吸顶灯关掉、落地灯打开", "“追剧”场景存好了"],
  ["弄个场景，就叫看书：吸顶灯关掉，落地灯开到两成", "“看书”场景存好了"],
])("就叫 is no part of the name of a scene: %s", async (text, told) => {
  const talk = await planningIn("flat", { room: "living" });
  expect(await talk.reply(text)).toContain(told);
});

it.each([
  "I'd like the floor lamp on at half the brightness of the ceiling light",
  "set the floor lamp to twice the brightness of the ceiling light",
])("half of another device's value is no half of the own range: %s", async (text) =>
  expect(await talkIn("flat", { room: "living" }).reply(text)).toBe("(handed on)"),
);

it.each([
  ["把主卧空调打开，调到26度，再把窗帘拉上", "太热了，再低两度", "主卧的空调调到24度了。"],
  [
    "turn the bedroom AC on at 26 and close the curtain",
    "down two degrees",
    "The bedroom air conditioner is set to 24 °C.",
  ],
])("degrees are for the heater, whatever is in focus: %s, %s", async (wish, more, told) => {
  const talk = talkIn("flat");
  await talk.say(wish);
  expect(await talk.reply(more)).toBe(told);
});
