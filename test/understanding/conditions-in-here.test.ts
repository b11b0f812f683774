import { describe, expect, it } from "vitest";
import { eachDialogue } from "../support/each-dialogue.ts";
import { planningIn } from "../support/speak.ts";

const STUDY = "study-ceiling-light.light.on=false";

eachDialogue(
  "what is done with them if they are so is done in the speaker's room, as without a condition",
  [
    [["if the lights are on, turn them off"], STUDY],
    [["turn them off if any lights are on"], STUDY],
    [["if the lights are off, turn them on"], "study-monitor-light.light.on=true"],
    [["灯开着的话就关掉"], STUDY],
    [["要是灯开着就关了"], STUDY],
    [["如果风扇开着就关了"], ""],
  ],
  "study",
);

eachDialogue(
  "the lamp of another thing is switched, and not the thing",
  [[["if the lights are on, turn them off"], "utility-light.light.on=false"]].map(([turns]) => [
    ["turn on the lights in the utility room", ...(turns as string[])],
    "",
  ]),
  "utility",
);

describe("开着的话 and 要是 check the current state", () => {
  it.each(["要是风扇开着就关了", "风扇开着的话就关了"])("they make no rule: %s", async (text) => {
    const talk = await planningIn("house", { room: "study" });
    expect(await talk.changes("打开风扇")).toEqual({ "study-fan.fan.on": true });
    expect(await talk.changes(text)).toEqual({ "study-fan.fan.on": false });
    expect(talk.planner.automations.list()).toEqual([]);
  });

  it("a leak makes a rule", async () => {
    const talk = await planningIn("house", { room: "study" });
    await talk.say("要是厨房漏水了就关掉热水器");
    expect(talk.planner.automations.list()).toHaveLength(1);
  });
});
