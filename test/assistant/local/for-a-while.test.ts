import { describe, expect, it } from "vitest";
import { DEFAULT_RULES } from "../../../src/home/index.ts";
import { planningIn } from "../../support/speak.ts";

/** It is 20:00. The ceiling light of the living room is on, its floor lamp is off. */
describe("a temporary command", () => {
  it.each([
    [
      "turn on the lights for 5 minutes",
      "Both lights in the living room are on. I'll turn off the living room floor lamp at 20:05.",
    ],
    ["打开灯五分钟", "客厅的灯都开了。晚上8点05分关掉客厅落地灯。"],
  ])("is reverted only for changed devices, and names only these: %s", async (say, told) => {
    const talk = await planningIn("flat", { room: "living" });
    expect(await talk.reply(say)).toContain(told);
    await talk.until("2026-01-01T12:06:00Z");
    const isOn = (id: string) => talk.home.device(id)?.state.get("light.on")?.value;
    expect([isOn("miot:living-ceiling-light"), isOn("miot:living-floor-lamp")]).toEqual([true, false]);
  });

  it('is told as "back as before" where everything is restored', async () => {
    const talk = await planningIn("flat", { room: "living" });
    expect(await talk.reply("turn on the floor lamp for 5 minutes")).toContain(
      "The floor lamp is on. I'll turn it off at 20:05.",
    );
  });

  it.each([
    [
      "turn on the ceiling light for 5 minutes",
      "The living room ceiling light is already on. I'll turn off the living room ceiling light at 20:05.",
    ],
    ["打开吸顶灯五分钟", "客厅的吸顶灯本来就开着。晚上8点05分关掉客厅吸顶灯。"],
  ])("is told with its later state where the device was so already: %s", async (say, told) => {
    const talk = await planningIn("flat", { room: "living" });
    expect(await talk.reply(say)).toContain(told);
  });

  it("is told with its later state for a door that was unlocked before", async () => {
    const talk = await planningIn("flat", { room: "living", policy: DEFAULT_RULES });
    for (const say of ["unlock the front door", "yes", "unlock the front door for 10 minutes"]) await talk.say(say);
    expect(await talk.reply("yes")).toContain(
      "The front door is already unlocked. I'll lock the hallway front door at 20:10.",
    );
  });
});
