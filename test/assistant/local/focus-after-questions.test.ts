import { describe, expect, it } from "vitest";
import { planningIn, talkIn } from "../../support/speak.ts";

describe('after a question without a name, "it" is the device of the last command', () => {
  it.each([
    [
      ["turn on the bedroom AC", "set it to 25", "how warm is it in the living room?", "turn it off"],
      { "bedroom-ac.air-conditioner.on": false },
    ],
    [
      ["turn on the bedroom AC", "how warm is it there?", "and in the living room?", "switch it off"],
      { "bedroom-ac.air-conditioner.on": false },
    ],
    [["打开主卧的空调", "客厅多少度", "关掉"], { "bedroom-ac.air-conditioner.on": false }],
  ])("%s", async (turns, expected) => {
    const talk = talkIn("flat");
    for (const turn of turns.slice(0, -1)) await talk.say(turn);
    expect(await talk.changes(turns.at(-1) ?? "")).toEqual(expected);
  });

  it.each([
    [["turn on the tv and dim the lights", "what's the volume?", "a bit louder"], { "living-tv.speaker.volume": 30 }],
    [["打开电视，灯调暗一点", "音量多少", "大声一点"], { "living-tv.speaker.volume": 30 }],
  ])('with several devices that have the asked property, "it" is the commanded one: %s', async (turns, expected) => {
    const talk = talkIn("flat", { room: "living" });
    for (const turn of turns.slice(0, -1)) await talk.say(turn);
    expect(await talk.changes(turns.at(-1) ?? "")).toEqual(expected);
  });
});

describe("the room of a question or command is not taken for another kind of device", () => {
  it.each([
    ["turn on the TV in the living room", "switch off the air conditioner at eleven tonight"],
    ["打开客厅的电视", "今晚十一点半关空调"],
  ])("a delayed command asks which one: %s, %s", async (first, later) => {
    const talk = await planningIn("flat");
    await talk.say(first);
    expect(await talk.reply(later)).toMatch(/which air conditioner|空调，是/iu);
    expect(talk.planner.timers.list()).toEqual([]);
  });

  it.each([
    ["turn on the bedroom air conditioner", "switch off the air conditioner at eleven tonight"],
    ["打开主卧的空调", "今晚十一点半关空调"],
  ])("the same kind of device means the one of before: %s, %s", async (first, later) => {
    const talk = await planningIn("flat");
    await talk.say(first);
    await talk.say(later);
    expect(talk.planner.timers.list().flatMap(({ commands }) => commands.map(({ device }) => device))).toEqual([
      talk.home.device("bedroom-ac")?.id,
    ]);
  });

  it('after a question about lamps of several rooms, "on" switches none of them on', async () => {
    const talk = talkIn("flat");
    await talk.say("哪些灯亮着");
    expect(await talk.changes("开灯")).toEqual({});
    expect(await talk.changes("客厅")).toEqual({ "living-floor-lamp.light.on": true });
  });
});
