import { expect, it } from "vitest";
import { dueOf } from "../support/due.ts";
import { planningIn, talkIn } from "../support/speak.ts";

it.each([
  ["每天早上八点自动打开空气净化器", "好的，每天早上8点打开客厅空气净化器，从明天开始。"],
  ["到了晚上十点自动关掉空气净化器", "好的，晚上10点关掉客厅空气净化器。"],
  ["晚上十一点空调自动关", "好的，晚上11点关掉客厅空调。"],
])("自动 before a verb is no mode that is set: %s", async (text, told) => {
  const talk = await planningIn("flat", { room: "living" });
  expect(await talk.reply(text)).toBe(told);
});

it.each([
  ["书房空调开自动", { "study-ac.air-conditioner.on": true, "study-ac.fan-control.fan-level": 0 }],
  ["书房空调自动打开", { "study-ac.air-conditioner.on": true }],
])("and elsewhere it is one: %s", async (text, changed) => {
  expect(await talkIn("house", { room: "study" }).changes(text)).toEqual(changed);
});

it.each([
  ["明天下午三点提醒我去学校接孩子", "reminds 06-04 15:00: 去学校接孩子"],
  ["下午五点提醒我来拿快递", "reminds 06-03 17:00: 来拿快递"],
  ["下午五点提醒我吃药", "reminds 06-03 17:00: 吃药"],
  ["would you ever wake me at seven tomorrow morning", "rings 06-04 07:00"],
])("what somebody is reminded of is told whole, and courtesy is no part of it: %s", (text, due) =>
  expect(dueOf(text)).toEqual([due]),
);

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
