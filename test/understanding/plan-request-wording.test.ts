import { describe, expect, it } from "vitest";
import { planningIn } from "../support/speak.ts";

describe("requests about plans in unusual words are read", () => {
  it.each<[string, string, RegExp]>([
    ["turn off the heater in an hour", "make it two", /14:00/],
    ["turn off the heater at ten", "make it eleven", /23:00/],
    ["set a timer for ten minutes", "add five", /15/],
    ["set a timer for ten minutes", "another five minutes", /15/],
  ])("%s: %s", async (first, then, told) => {
    const talk = await planningIn("house", { room: "living" });
    await talk.say(first);
    const reply = await talk.say(then);
    expect(reply.handled && reply.reply).toMatch(told);
  });

  it.each([
    ["close the curtains at sunset", "never mind, leave them"],
    ["计时十分钟", "停"],
    ["计时十分钟", "不用计了"],
  ])("%s: %s", async (...turns) => {
    const talk = await planningIn("house", { room: "living" });
    for (const text of turns) await talk.say(text);
    const { timers, automations } = talk.planner;
    expect([...timers.list(), ...automations.list()]).toEqual([]);
  });
  it.each([
    ["set a timer for 3 minutes", "and one for five", "cancel both"],
    ["定时三分钟", "再来一个五分钟的", "全取消"],
  ])("%s, %s: %s", async (...turns) => {
    const talk = await planningIn("house", { room: "living" });
    for (const text of turns) await talk.say(text);
    expect(talk.planner.timers.list()).toEqual([]);
  });
});
