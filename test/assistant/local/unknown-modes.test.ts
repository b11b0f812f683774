import { expect, it } from "vitest";
import { openTalk } from "../../support/open-talk.ts";

it.each([
  [
    "set the living room AC to disco mode",
    "The living room air conditioner has no disco mode. It can be set to cool, dry, fan or heat.",
  ],
  ["洗衣机调到派对模式", "洗衣机没有派对模式，可以选日常洗、快洗、棉麻、羊毛、内衣或脱水。"],
])("an unknown mode of a device is refused with its known modes, where there is no model: %s", async (text, told) => {
  const talk = await openTalk(null, "house", { room: "living" });
  expect((await talk.say(text)).reply).toBe(told);
  expect(talk.done).toEqual([]);
});

it("an unknown mode is not refused where several devices may be meant", async () => {
  const talk = await openTalk(null, "house", { room: "living" });
  expect((await talk.say("put everything into disco mode")).reply).not.toMatch(/disco/);
  expect(talk.done).toEqual([]);
});

it.each([
  ["good night", "yes, but leave the TV on", /I've left the living room TV on\.$/],
  ["晚安", "好的，但是电视开着", /客厅的电视没动，还开着。$/],
])("devices that a yes leaves out are named where they stay on: %s, %s", async (first, then, told) => {
  const talk = await openTalk(null, "house", { room: "living" });
  await talk.say(first);
  expect((await talk.say(then)).reply).toMatch(told);
});
