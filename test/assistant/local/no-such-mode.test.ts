import { expect, it } from "vitest";
import { openTalk } from "../../support/open-talk.ts";

it.each([
  [
    "set the living room AC to disco mode",
    "The living room air conditioner has no disco mode. It can be set to cool, dry, fan or heat.",
  ],
  ["洗衣机调到派对模式", "洗衣机没有派对模式，可以选日常洗、快洗、棉麻、羊毛、内衣或脱水。"],
])("a mode that a device does not have is told with those it has, where there is no model: %s", async (text, told) => {
  const talk = await openTalk(null, "house", { room: "living" });
  expect((await talk.say(text)).reply).toBe(told);
  expect(talk.done).toEqual([]);
});

it("nothing is said of modes where several things could be meant", async () => {
  const talk = await openTalk(null, "house", { room: "living" });
  expect((await talk.say("put everything into disco mode")).reply).not.toMatch(/disco/);
  expect(talk.done).toEqual([]);
});

it.each([
  ["good night", "yes, but leave the TV on", /I've left the living room TV on\.$/],
  ["晚安", "好的，但是电视开着", /客厅的电视没动，还开着。$/],
])("what a yes was not for is told where it stays on: %s, %s", async (first, then, told) => {
  const talk = await openTalk(null, "house", { room: "living" });
  await talk.say(first);
  expect((await talk.say(then)).reply).toMatch(told);
});
