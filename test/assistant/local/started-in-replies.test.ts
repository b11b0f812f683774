import { expect, it } from "vitest";
import { talkIn } from "../../support/speak.ts";

it.each([
  ["打开音箱", "音箱开始播放了。"],
  ["打开扫地机器人", "扫地机器人开始打扫了。"],
  ["turn on the speaker", "The speaker is playing."],
  ["turn on the robot vacuum", "The robot vacuum has started cleaning."],
])('a programme that is started with "open" or "switch on" is told by its action: %s', async (text, told) => {
  expect(await talkIn("flat", { room: "living" }).reply(text)).toBe(told);
});
