import { describe, expect, it } from "vitest";
import { householdTalk } from "../../support/household-talk.ts";

const BY_HAND = { origin: { kind: "person" } } as const;

/** A talk in a home whose night runs a scene, with rules on the night and on who leaves. */
async function planned() {
  const talk = await householdTalk();
  const steps = [{ target: { kind: "light" }, set: { "light.on": false } }];
  await talk.planner.scenes.save({ id: "wind-down", name: "Wind down", steps }, BY_HAND);
  await talk.modes.save({
    id: "night",
    name: "Night",
    aliases: ["夜间", "睡眠"],
    scene: "wind-down",
    checks: ["open"],
  });
  await talk.say("when night mode starts, turn off the floor lamp");
  await talk.say("when everyone leaves, turn off the study fan");
  return talk;
}

describe('"what does this mode do"', () => {
  it.each([
    "what does night mode do?",
    "so what does the night mode do exactly",
    "explain night mode",
    "what happens at bedtime",
    "what happens when I say good night",
    "睡眠模式会做什么",
    "夜间模式是干嘛的",
    "开了夜间模式会怎么样",
    "我睡觉的时候会做什么",
  ])("is answered with its scene, its checks and its rules: %s", async (text) => {
    const { reply, modes } = await planned();
    const told = await reply(text);
    expect(told).toMatch(/Wind down/);
    expect(told).toMatch(/what is open|门窗/);
    expect(told).toMatch(/floor lamp|落地灯/);
    expect(told).not.toMatch(/fan|风扇/);
    expect(modes.current().mode.id).toBe("home");
  });

  it.each([
    "what happens when I leave?",
    "what will you do when everyone leaves",
    "我出门会怎么样",
    "人都走了会怎么样",
  ])("is answered with the rules about people who leave: %s", async (text) => {
    const { reply, modes } = await planned();
    expect(await reply(text)).toMatch(/(?:Away mode|离家模式).*(?:unlocked|门锁).*(?:fan|风扇)/s);
    expect(modes.current().mode.id).toBe("home");
  });

  it.each([
    ["what does guest mode do", "Guest mode does nothing by itself."],
    ["访客模式有什么用", "访客模式本身什么都不做。"],
  ])('is answered with "nothing" where nothing is set for it: %s', async (text, told) => {
    const { reply } = await planned();
    expect(await reply(text)).toBe(told);
  });

  it.each(["what does the AC's sleep mode do", "空调的睡眠模式是干什么的"])(
    "is not asked of a mode of a device: %s",
    async (text) => {
      const { reply } = await planned();
      expect(await reply(text)).not.toContain("Wind down");
    },
  );
});
