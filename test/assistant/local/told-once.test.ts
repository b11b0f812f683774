import { expect, it } from "vitest";
import { talkIn } from "../../support/speak.ts";

it.each([
  ["加湿器湿度调到六十五", "小宝房间加湿器的目标湿度调到65%了。"],
  ["把加湿器的档位调到二档", "小宝房间加湿器的风速调到2档了。"],
])("a room stands once before what is in it: %s", async (text, told) =>
  expect(await talkIn("house", { room: "leo" }).reply(text)).toBe(told),
);

it.each([["左边的"], ["就左边的"]])("what was so before is told where only the others are meant: %s", async (text) => {
  const talk = talkIn("house", { room: "master" });
  await talk.say("开一下床头灯");
  expect(await talk.reply(text)).toBe("右边床头灯本来就开着。");
  expect(talk.home.device("miot:master-left-lamp")?.state.get("light.on")?.value).toBe(true);
});

it("what is called a lock is opened itself: 门锁开了", async () =>
  expect(await talkIn("flat", { room: "living" }).reply("把门锁打开")).toBe("门锁开了。"));

it.each([["Ta"], ["cheers"]])("thanks picks nothing of what was done: %s", async (thanks) => {
  const talk = talkIn("house", { room: "living" });
  await talk.say("Turn off all the lights downstairs except the kitchen");
  await talk.say("Oh, and the floor lamp in the lounge should be on");
  expect(await talk.changes(thanks)).toEqual({});
});
