import { expect, it } from "vitest";
import { openTalk } from "../../support/open-talk.ts";

it.each([
  [["open the curtains for 10 minutes", "no, close them"], false],
  [["turn on the heater for an hour", "turn the heater off"], false],
  [["电暖器开一个小时", "把电暖器关了"], false],
  [["turn on the heater for an hour", "23 degrees"], true],
  [["turn on the heater for an hour", "turn off the TV"], true],
])("a revert is cancelled once its device was switched or moved otherwise: %j", async (turns, stays) => {
  const talk = await openTalk(null, "house", { room: "living" });
  const before = talk.plans();
  for (const text of turns) await talk.say(text);
  if (stays) expect(talk.plans()).not.toEqual(before);
  else expect(talk.plans()).toEqual(before);
});
