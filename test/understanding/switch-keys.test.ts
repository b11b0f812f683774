import { describe, expect, it } from "vitest";
import { netChanges } from "../support/net-changes.ts";
import { planningIn, talkIn } from "../support/speak.ts";

describe("only the named key of a switch with several keys is switched", () => {
  it.each([
    ["打开玄关墙壁开关的第三个键", { "hall-switch.switch-3.on": true }],
    ["把玄关开关的第二路打开", { "hall-switch.switch-2.on": true }],
    ["关掉玄关的1号键", { "hall-switch.switch.on": false }],
    ["打开玄关墙壁开关右边两个键", { "hall-switch.switch-2.on": true, "hall-switch.switch-3.on": true }],
    ["打开二楼走廊开关的最后一个键", { "landing-switch.switch-2.on": true }],
    ["switch on the second key of the hall switch", { "hall-switch.switch-2.on": true }],
    ["turn on the third button in the hall", { "hall-switch.switch-3.on": true }],
    ["turn off the 1st key of the hall wall switch", { "hall-switch.switch.on": false }],
    [
      "turn on the last two keys of the hall switch",
      { "hall-switch.switch-2.on": true, "hall-switch.switch-3.on": true },
    ],
    ["turn on the fourth socket of the study power strip", { "study-strip.switch-5.on": true }],
    ["turn off the second outlet on the study power strip", { "study-strip.switch-3.on": false }],
    ["关掉书房插线板的第二个孔", { "study-strip.switch-3.on": false }],
    ["打开书房插线板3号插座", { "study-strip.switch-4.on": true }],
    ["turn off the USB socket", { "study-strip.switch-6.on": false }],
  ])("%s", async (text, expected) => {
    expect(await netChanges([text], { room: "living" })).toEqual(expected);
  });

  it("a key without its switch is one of the switch in focus", async () => {
    const turns = ["turn on the wall switch in the hall", "turn off the second key of the wall switch"];
    expect(await netChanges(turns, { room: "living" })).toEqual({ "hall-switch.switch-3.on": true });
  });

  it("every socket of a power strip means its own sockets only", async () => {
    const all = ["switch", "switch-2", "switch-3", "switch-6"];
    const off = Object.fromEntries(all.map((key) => [`study-strip.${key}.on`, false]));
    expect(await netChanges(["turn off every socket of the study power strip"])).toEqual(off);
    expect(await netChanges(["把书房插线板的所有插座关掉"])).toEqual(off);
  });

  it('"the switch of the lamp" means the lamp', async () => {
    expect(await netChanges(["turn off the switch of the path lights"])).toEqual({
      "garden-path-lights.light.on": false,
    });
  });
});

describe("a missing or ambiguous key does not switch the whole switch", () => {
  it.each([
    ["关掉二楼走廊墙壁开关的第三个键", "没有"],
    ["打开书房插线板的第7个孔", "没有"],
    ["turn on the sixth key of the hall switch", "no sixth key"],
    ["turn off the third key of the landing switch", "no third key"],
    ["turn on the first key", "Which one"],
    ["打开墙壁开关的第一个键", "还是"],
    ["turn off the left two keys", "Which one"],
  ])("%s", async (text, told) => {
    const talk = talkIn("house", { room: "living" });
    expect(await talk.changes(text)).toEqual({});
    expect(await talk.reply(text)).toContain(told);
  });
});

it("a key is asked about and used in rules by its number", async () => {
  const { planner, say, reply } = await planningIn("house", { room: "living" });
  expect(await reply("is the second key of the hall switch on?")).toMatch(/^No, the middle key .* is off/u);
  await say("when the second key of the hall switch is on, turn on the spotlights");
  const [rule] = planner.automations.list();
  expect(rule?.definition.triggers).toMatchObject([{ target: expect.any(String), property: "switch-2.on" }]);
});
