import { describe, expect, it } from "vitest";
import { plannedIn } from "../support/planned.ts";
import { planningInFlat } from "../support/speak.ts";

/** Something is planned for the device; at 20:00 in the living room. */
describe("a command or a statement about a device leaves what is planned for it", () => {
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
    const before = plannedIn(talk);
    expect(before).toHaveLength(1);
    await talk.say(said);
    expect(plannedIn(talk)).toEqual(before);
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

describe("what names the plan of a device by what takes it away cancels it", () => {
  it.each([
    ["turn the floor lamp on at 11 pm", "cancel turning on the floor lamp"],
    ["turn the floor lamp on at 11 pm", "don't turn on the floor lamp"],
    ["晚上十一点开落地灯", "取消开落地灯"],
  ])("%s, %s", async (planned, said) => {
    const talk = await planningInFlat();
    await talk.say(planned);
    expect(await talk.changes(said)).toEqual({});
    expect(plannedIn(talk)).toEqual([]);
  });
});
