import { expect, it } from "vitest";
import { planningIn, talkIn } from "../support/speak.ts";

it.each([
  ["每天早上八点自动打开空气净化器", "好的，每天早上8点打开客厅空气净化器，从明天开始。"],
  ["到了晚上十点自动关掉空气净化器", "好的，晚上10点关掉客厅空气净化器。"],
  ["晚上十一点空调自动关", "好的，晚上11点关掉客厅空调。"],
])("自动 before a verb sets no mode: %s", async (text, told) => {
  const talk = await planningIn("flat", { room: "living" });
  expect(await talk.reply(text)).toBe(told);
});

it.each([["风速自动打开"], ["把空调设为自动开"], ["空调设成自动开灯"]])(
  "what is set to it keeps it: %s",
  async (text) => {
    const talk = talkIn("flat", { room: "living" });
    expect(Object.keys(await talk.changes(text)).filter((key) => key.startsWith("study-fan"))).toEqual([]);
  },
);

it.each([
  ["书房空调开自动", { "study-ac.air-conditioner.on": true, "study-ac.fan-control.fan-level": 0 }],
  // When, is not said.
  ["书房空调自动打开", {}],
  ["下雨了自动关车库门", {}],
])("自动 elsewhere sets the mode: %s", async (text, changed) => {
  expect(await talkIn("house", { room: "study" }).changes(text)).toEqual(changed);
});
