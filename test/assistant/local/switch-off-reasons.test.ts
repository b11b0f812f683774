import { expect, it } from "vitest";
import { openTalk } from "../../support/open-talk.ts";

it.each([
  ["关掉床头灯", "诶，床头灯怎么灭了？", /床头灯.*关掉的.*“关掉床头灯”/],
  ["关掉客厅吸顶灯", "吸顶灯怎么灭了？", /客厅.*关掉的.*“关掉客厅吸顶灯”/],
  ["turn off the bedside lamp", "hey, why did the bedside lamp go off?", /was turned off at .*"turn off/],
])("%s, %s: because somebody asked for it", async (done, why, told) => {
  const talk = await openTalk(null, "flat", { audited: true });
  await talk.say(done);
  expect((await talk.say(why)).reply).toMatch(told);
});
