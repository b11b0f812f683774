import { describe, expect, it } from "vitest";
import { netChangesLine } from "../../support/net-changes.ts";
import { talkIn } from "../../support/speak.ts";

const NOT_UNDERSTOOD = "(handed on)";

describe("a device that shall stay as it is, beside a command, is not changed", () => {
  it.each([
    ["turn off the lights, the floor lamp can stay", "living-ceiling-light.light.on=false"],
    ["turn off the lights but keep the floor lamp as it is", "living-ceiling-light.light.on=false"],
    ["turn off the lights and keep the floor lamp the same", "living-ceiling-light.light.on=false"],
    ["turn the lights off. the floor lamp stays unchanged", "living-ceiling-light.light.on=false"],
    ["关灯，落地灯照旧", "living-ceiling-light.light.on=false"],
    ["把灯关了，落地灯不变", "living-ceiling-light.light.on=false"],
    ["灯都关掉，落地灯维持原样", "living-ceiling-light.light.on=false"],
  ])("%s", async (say, expected) => {
    expect(await netChangesLine([say], { room: "living" })).toBe(expected);
  });

  it.each([["the TV is fine, switch everything off here"], ["switch everything off here, the floor lamp is fine"]])(
    "a command that would change the excepted device is not run: %s",
    async (say) => {
      const talk = talkIn("house", { room: "living" });
      expect(await talk.changes(say)).toEqual({});
      expect(await talk.reply(say)).toBe(NOT_UNDERSTOOD);
    },
  );
});

it('"somebody left it on, switch it off" is one sentence about that device', async () => {
  const talk = talkIn("house", { room: "living" });
  expect(await talk.changes("someone left the kitchen ceiling light burning, switch it off")).toEqual({
    "kitchen-ceiling-light.light.on": false,
  });
});

describe("a remark names the target of the command beside it", () => {
  it.each([
    [
      ["turn on the floor lamp", "Dad has opened the curtains, close them"],
      "living-curtains.curtain.target-position=0",
    ],
    [["打开落地灯", "我爸已经把窗帘打开了，关上"], "living-curtains.curtain.target-position=0"],
  ])("%s", async (turns, expected) => {
    expect(await netChangesLine(turns, { room: "living" })).toContain(expected);
  });

  it.each([
    [["turn on the strip", "he has opened the kitchen window, shut it"]],
    [["turn on the strip", "the heater can stay, turn it off"]],
    [["打开灯带", "空调别动，关掉它"]],
  ])("runs nothing where that is no single device here, or shall stay: %s", async (turns) => {
    const talk = talkIn("house", { room: "living" });
    const [first = "", last = ""] = turns;
    await talk.say(first);
    expect(await talk.changes(last)).toEqual({});
  });

  it("a remark about people keeps the focus as the target", async () => {
    const turns = ["turn on the strip", "my wife is asleep, turn it off"];
    expect(await netChangesLine(turns, { room: "living" })).toBe("");
  });
});

describe("a remark that somebody uses a device does not make it the target", () => {
  it.each([
    [["turn on the ceiling light", "Dad's watching TV, turn it off"], "living-ceiling-light.light.on=false"],
    [["打开吸顶灯", "爸爸在看电视，关掉它"], "living-ceiling-light.light.on=false"],
  ])("%j", async (turns, expected) => {
    const changed = await netChangesLine(turns, { room: "living" });
    expect(changed).toContain(expected);
    expect(changed).not.toContain("living-tv.");
  });
});

describe("a hypothetical value is not set", () => {
  it.each([
    ["the AC at 24 would be too cold, 25 is fine"],
    ["30 would be a bit too warm for the thermostat"],
    ["客厅空调24度会太冷"],
  ])("%s", async (say) => {
    expect(await talkIn("house", { room: "living" }).changes(say)).toEqual({});
  });
});

describe("the device that shall stay as it is may be said first", () => {
  it.each([
    ["keep the floor lamp as it is and turn off the ceiling light", "living-ceiling-light.light.on=false"],
    ["落地灯保持原样，把吸顶灯关了", "living-ceiling-light.light.on=false"],
  ])("%s", async (say, expected) => {
    expect(await netChangesLine([say], { room: "living" })).toBe(expected);
  });
});
