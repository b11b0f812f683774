import { describe, expect, it } from "vitest";
import { planningInFlat } from "../../support/speak.ts";

describe('"cancel everything" right after plans were made or told cancels the plans', () => {
  it.each([
    [["turn on the water heater in 20 minutes", "cancel everything"], 0],
    [["set a timer for 4 minutes", "remind me at ten to lock up", "cancel all of them"], 0],
    [["turn on the floor lamp", "turn on the water heater in 20 minutes", "cancel everything"], 0],
    [["20分钟后打开热水器", "全部取消"], 0],
    [["20分钟后打开热水器", "有哪些定时", "都取消了"], 0],
    [["turn on the water heater in 20 minutes", "turn on the floor lamp", "cancel everything"], 1],
    [["20分钟后打开热水器", "打开落地灯", "全部取消"], 1],
  ])("%s", async (turns, left) => {
    const talk = await planningInFlat();
    let said = "";
    for (const turn of turns) said = await talk.reply(turn);
    expect(talk.planner.timers.list()).toHaveLength(left);
    if (left === 0) expect(said).toMatch(/^Cancelled|取消了。$/u);
    else expect(talk.home.device("living-floor-lamp")?.state.get("light.on")?.value).toBe(false);
  });
});
