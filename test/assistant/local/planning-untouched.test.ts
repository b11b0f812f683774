import { describe, expect, it } from "vitest";
import { householdTalk } from "../../support/household-talk.ts";

/** Names of the rules and how many timers there are after some sentences. */
async function plansAfter(...texts: readonly string[]): Promise<readonly [rules: readonly string[], timers: number]> {
  const talk = await householdTalk();
  for (const text of texts) await talk.say(text);
  const rules = talk.planner.automations.list().map(({ definition }) => definition.name);
  return [rules, talk.planner.timers.list().length];
}

describe("a sentence about the home or its people cancels no plan", () => {
  it.each([
    ["when the house goes into away mode start the vacuum", "turn the house off"],
    ["when everyone has left the home turn off the TV", "switch off the entire home"],
    ["when the last person leaves the home close the curtain", "turn off everything in the home"],
    ["when everyone leaves turn off the TV", "remove everyone"],
    ["when everyone leaves turn off the TV", "delete everyone"],
    ["when Emma comes home turn on the fan", "turn off emma"],
    ["when Emma comes home turn on the fan", "remove Emma"],
    ["when night mode starts turn on the fan", "turn off the night"],
    ["when Emma comes home turn on the bedroom lamp", "delete the bedroom"],
    ["大家都走了就关电视", "把大家都删了"],
    ["所有人都离开后关掉电视", "把所有人都删了"],
    ["最后一个人离开时关电视", "把最后一个人删了"],
    ["小明回家就打开风扇", "关掉小明"],
    ["小明回家就打开风扇", "把小明删掉"],
    ["小明回家就打开主卧的灯", "删掉主卧"],
  ])("%s | %s", async (rule, text) => expect(await plansAfter(rule, text, "yes")).toEqual([[rule], 0]));

  it.each([
    ["半夜十二点关掉所有灯和空调", "取消空调"],
    ["at midnight turn off the lights and the air conditioner", "cancel the air conditioner"],
    ["remind me at 9 pm to call Emma", "cancel Emma"],
  ])("that is about other devices as well: %s | %s", async (plan, text) =>
    expect(await plansAfter(plan, text)).toEqual([[], 1]),
  );

  it("right after plans were told", async () =>
    expect(await plansAfter("turn off the TV at 11 pm", "what is planned?", "turn everything off")).toEqual([[], 1]));
});

describe("a named plan is cancelled", () => {
  it.each([
    ["when Emma comes home turn on the fan", "cancel the rule about emma"],
    ["when Emma comes home turn on the fan", "cancel it"],
    ["小明回家就打开风扇", "删掉小明那条自动化"],
    ["set a pasta timer for 5 minutes", "cancel pasta"],
    ["remind me at 9 pm to water the roses", "cancel the roses"],
    ["turn off the TV at 11 pm", "cancel the TV"],
    ["半夜十二点关掉空调", "取消空调"],
    ["半夜十二点关掉所有灯和空调", "取消空调的定时"],
    ["turn off the TV at 11 pm", "cancel everything"],
  ])("%s | %s", async (plan, text) => expect(await plansAfter(plan, text)).toEqual([[], 0]));
});
