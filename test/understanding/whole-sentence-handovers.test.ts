import { describe, expect, it } from "vitest";
import { planningInFlat } from "../support/speak.ts";

/** What is changed and planned by a sentence in the living room of the flat, and whether it was taken. */
async function doneBy(text: string) {
  const talk = await planningInFlat();
  const changed = await talk.changes(text);
  const planned = [...talk.planner.automations.list(), ...talk.planner.timers.list()].length;
  return { changed, planned, scenes: talk.planner.scenes.list().length };
}

const NOTHING = { changed: {}, planned: 0, scenes: 0 };

describe("adding a device to a room or the home does not raise anything", () => {
  it.each([
    "add the floor lamp to the living room",
    "please add my floor lamp to the bedroom",
    "add the vacuum to the home",
    "add the speaker to the kitchen",
    "把落地灯加到客厅",
    "把扫地机加到家里",
    "把风扇添加到卧室",
    "把音箱加入厨房",
  ])("%s", async (text) => expect(await doneBy(text)).toEqual(NOTHING));

  it.each([
    ["add a bit to the floor lamp", "living-floor-lamp.light.brightness"],
    ["add ten percent to the floor lamp", "living-floor-lamp.light.brightness"],
    ["把落地灯加到百分之九十", "living-floor-lamp.light.brightness"],
    ["音箱音量加五", "living-speaker.speaker.volume"],
  ])("more of a property still raises it: %s", async (text, key) =>
    expect(Object.keys((await doneBy(text)).changed)).toContain(key),
  );
});

describe("making a mode or scene does nothing now", () => {
  it.each([
    "create a party mode that turns the floor lamp on and the ceiling light off",
    "make a reading mode: floor lamp on",
    "set up a movie mode with the lights off",
    "加个聚会模式，打开落地灯",
    "新建看书模式 打开落地灯",
    "弄一个电影模式关掉吸顶灯",
  ])("%s", async (text) => expect((await doneBy(text)).changed).toEqual({}));

  it.each(["make a scene called party: floor lamp on, TV off", "新建一个场景叫聚会：打开落地灯，关掉电视"])(
    "a scene that is told whole is kept: %s",
    async (text) => expect(await doneBy(text)).toEqual({ ...NOTHING, scenes: 1 }),
  );

  it("the mode of a device is still set", async () =>
    expect((await doneBy("set the purifier to sleep mode")).changed).toHaveProperty(
      "living-purifier.air-purifier.mode",
    ));
});

describe("a plan is not saved without its condition", () => {
  it.each([
    "unless someone is home turn off the purifier at 9",
    "turn off the purifier at 9 unless someone is home",
    "turn off the purifier in ten minutes unless the TV is on",
    "every day at 9 turn off the purifier unless the TV is on",
    "除非有人在家，九点关掉净化器",
    "九点关掉净化器，除非有人在家",
    "每天九点关掉净化器，除非电视开着",
    "除非电视开着，十分钟后关掉净化器",
  ])("%s", async (text) => expect(await doneBy(text)).toEqual(NOTHING));

  it.each(["unless the TV is on turn off the purifier", "除非电视开着，否则关掉净化器"])(
    "what is looked at now is done now: %s",
    async (text) => expect((await doneBy(text)).changed).toEqual({ "living-purifier.air-purifier.on": false }),
  );
});

describe('"my room" without a known room is not the whole home', () => {
  it.each([
    "turn off everything in my room",
    "my room's lights off",
    "turn my room off",
    "把我房间的灯都关了",
    "关掉我的房间里的所有东西",
  ])("%s", async (text) => expect(await doneBy(text)).toEqual(NOTHING));

  it.each(["turn off everything in my bedroom", "turn off everything in this room", "把这个房间的灯都关了"])(
    "a room that is named is as it was: %s",
    async (text) => expect((await doneBy(text)).changed).not.toEqual({}),
  );
});
