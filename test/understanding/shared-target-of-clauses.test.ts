import { describe, expect, it } from "vitest";
import { plannedCommands } from "../support/planned-commands.ts";
import { talkIn } from "../support/speak.ts";

describe("several clauses about one kind mean the device that can do all of it", () => {
  const house = talkIn("house");
  it.each([
    [
      "set the study light to 40 percent and its mode to reading",
      ["study-monitor-light light.brightness=40", "study-monitor-light light.mode=5"],
    ],
    [
      "make the living room light warm and dim it to 30",
      ["living-ceiling-light light.color-temperature=2700", "living-ceiling-light light.brightness=30"],
    ],
    [
      "set the TV volume to 20, turn the floor lamp blue and set the living room heater to 19",
      ["living-tv speaker.volume=20", "living-floor-lamp light.color=255"],
    ],
  ])("%s", (text, done) => expect(plannedCommands(house, text)).toEqual(expect.arrayContaining(done)));

  it("two such devices in different rooms lead to a question", () =>
    expect(plannedCommands(house, "set the TV volume to 20 and turn on the dining room pendant")).toContain("ask"));
});

describe("a sentence asks once about the same devices, and the answer counts for all clauses", () => {
  it.each([
    ["set the AC to cool at 25 with the swing on", "the living room one"],
    ["空调制冷，25度，打开上下摆风", "客厅的"],
  ])("%s", async (text, which) => {
    const flat = talkIn("flat");
    const question = await flat.reply(text);
    expect(question.match(/[?？]/gu)).toHaveLength(1);
    expect(await flat.changes(which)).toMatchObject({
      "living-ac.air-conditioner.target-temperature": 25,
      "living-ac.fan-control.vertical-swing": true,
    });
    expect(await flat.reply("is it raining")).not.toMatch(/Which one/);
  });
});
