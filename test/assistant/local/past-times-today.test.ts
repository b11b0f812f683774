import { expect, it } from "vitest";
import { planningIn } from "../../support/speak.ts";

// It is 20:00.
it.each([
  ["remind me to call mum at seven tonight", "yes", 1],
  ["turn off the TV at 9 am today", "no", 0],
  ["今晚七点提醒我吃药", "好的", 1],
  ["今晚七点提醒我吃药", "不用了", 0],
])("a time of today that has passed is asked about: %s, %s", async (text, answer, timers) => {
  const { reply, planner } = await planningIn("flat", { room: "living" });
  expect(await reply(text)).toMatch(/(already past|已经过了)/u);
  expect(planner.timers.list()).toHaveLength(0);
  await reply(answer);
  expect(planner.timers.list()).toHaveLength(timers);
});

it.each(["remind me to call mum at nine tonight", "wake me at seven", "今晚九点提醒我吃药"])(
  "a time that is still to come is not asked about: %s",
  async (text) => {
    const { reply, planner } = await planningIn("flat", { room: "living" });
    await reply(text);
    expect(planner.timers.list()).toHaveLength(1);
  },
);
