import { describe, expect, it } from "vitest";
import { planDescriptions } from "../support/planned-descriptions.ts";
import { planningIn } from "../support/speak.ts";

/** What is planned after one sentence, at 20:00 of a Thursday. */
async function plannedBy(text: string): Promise<string[]> {
  const talk = await planningIn("flat", { room: "living" });
  await talk.say(text);
  return planDescriptions(talk);
}

describe("a repaired time in the same sentence is the time of the plan", () => {
  it.each([
    ["wake me tomorrow at seven, no wait, half past seven", "alarm 07:30 in 1 day"],
    ["set an alarm for six tomorrow morning, sorry, seven", "alarm 07:00 in 1 day"],
    ["alarm at six tomorrow, no hang on, six forty tomorrow morning", "alarm 06:40 in 1 day"],
    ["turn off the TV at eleven, no, half past ten", "delayed 22:30 in 0 days"],
    ["明天早上五点半，哦不，五点五十的闹钟", "alarm 05:50 in 1 day"],
    ["明早六点的闹钟，不对，六点半", "alarm 06:30 in 1 day"],
    ["每天早上七点开窗帘，不对，七点半", "rule 07:30 every day"],
  ])("%s", async (text, planned) => expect(await plannedBy(text)).toEqual([planned]));

  it("a repaired level is no time", async () => {
    const talk = await planningIn("flat", { room: "living" });
    expect(await talk.changes("set the floor lamp to 20, no, 30")).toMatchObject({
      "living-floor-lamp.light.brightness": 30,
    });
    expect(planDescriptions(talk)).toEqual([]);
  });
});
