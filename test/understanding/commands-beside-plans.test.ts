import { describe, expect, it } from "vitest";
import { planDescriptions } from "../support/planned-descriptions.ts";
import { planningInFlat } from "../support/speak.ts";

/** Something is planned for the device; at 20:00 in the living room. */
describe("a command or statement about a device does not touch its plans", () => {
  it.each([
    ["turn the floor lamp on at 11 pm", "switch off the floor lamp"],
    ["turn the floor lamp on at 11 pm", "kill the floor lamp"],
    ["turn the floor lamp on at 11 pm", "take the floor lamp off"],
    ["turn the floor lamp on at 11 pm", "the floor lamp is off"],
    ["stop the TV at 11 pm", "stop the TV"],
    ["晚上十一点开落地灯", "关掉落地灯"],
    ["晚上十一点开落地灯", "把落地灯关了"],
    ["晚上十一点开落地灯", "落地灯关了"],
    ["晚上十一点关电视", "停掉电视"],
    ["晚上十一点关电视", "关闭电视"],
  ])("%s, %s", async (planned, said) => {
    const talk = await planningInFlat();
    await talk.say(planned);
    const before = planDescriptions(talk);
    expect(before).toHaveLength(1);
    await talk.say(said);
    expect(planDescriptions(talk)).toEqual(before);
  });

  it.each([
    ["turn the floor lamp on at 11 pm", "switch off the floor lamp", "living-floor-lamp.light.on"],
    ["晚上十一点开落地灯", "关掉落地灯", "living-floor-lamp.light.on"],
  ])("%s, then on, %s switches it", async (planned, said, address) => {
    const talk = await planningInFlat();
    await talk.say("turn on the floor lamp");
    await talk.say(planned);
    expect(await talk.changes(said)).toEqual({ [address]: false });
  });
});

describe("cancelling words with a device cancel the plan of the device", () => {
  it.each([
    ["turn the floor lamp on at 11 pm", "cancel turning on the floor lamp"],
    ["turn the floor lamp on at 11 pm", "don't turn on the floor lamp"],
    ["晚上十一点开落地灯", "取消开落地灯"],
  ])("%s, %s", async (planned, said) => {
    const talk = await planningInFlat();
    await talk.say(planned);
    expect(await talk.changes(said)).toEqual({});
    expect(planDescriptions(talk)).toEqual([]);
  });
});

describe("a sentence that shares a word with a plan's name is not about the plan", () => {
  it.each([
    ["remind me at 8 to water the garden", "cancel the garden party"],
    ["if the bedroom is above 26 at night turn on the air conditioner", "turn off good night"],
    ["remind me at 8 to feed the neighbour's cat", "cancel the cat show"],
    ["remind me at nine to call the night nurse", "stop the night shift"],
    ["如果卧室晚上超过26度就打开空调", "取消晚上的聚会"],
    ["八点提醒我喂邻居的猫", "取消猫咪展览"],
    ["九点提醒我给医院打电话", "取消医院体检"],
    ["八点提醒我检查花园", "取消花园派对"],
    ["晚上九点提醒我关窗", "取消关灯"],
  ])("%s, %s", async (planned, said) => {
    const talk = await planningInFlat();
    await talk.say(planned);
    const before = planDescriptions(talk);
    expect(before.length).toBeGreaterThan(0);
    await talk.say(said);
    expect(planDescriptions(talk)).toEqual(before);
  });

  it.each([
    ["if the bedroom is above 26 at night turn on the air conditioner", "movie night", "turn off movie night"],
    ["如果卧室晚上超过26度就打开空调", "电影之夜", "关掉电影之夜"],
  ])("%s: undoing a scene called %s keeps the rule", async (planned, scene, said) => {
    const talk = await planningInFlat();
    await talk.say(planned);
    await talk.say(
      scene === "movie night" ? "make a scene movie night: lights 20 percent" : "新建场景电影之夜：灯调到20%",
    );
    await talk.say(scene);
    const before = planDescriptions(talk);
    await talk.say(said);
    expect(planDescriptions(talk)).toEqual(before);
  });
});
