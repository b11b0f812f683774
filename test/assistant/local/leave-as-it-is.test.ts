import { describe, expect, it } from "vitest";
import { openTalk } from "../../support/open-talk.ts";
import { talkIn } from "../../support/speak.ts";

const LAMP = "living-floor-lamp.light.on";
const DIMMED = { [LAMP]: false, "living-ceiling-light.light.brightness": 30 };

describe('a device that shall "stay" in a state that it is not in', () => {
  it.each([
    ["turn on the tv", "thanks", "what time is it", "leave the tv off", "The TV is on."],
    [
      "turn on the floor lamp",
      "what day is it",
      "how warm is it",
      "don't turn on the floor lamp",
      "The floor lamp is on.",
    ],
    ["把客厅的灯都关了", "几点了", "今天几号", "别关落地灯", "落地灯关着。"],
  ])("is told with its state, and not commanded: %s | … | %4$s", async (first, second, third, last, told) => {
    const talk = talkIn("flat", { room: "living" });
    for (const said of [first, second, third]) await talk.say(said);
    expect(await talk.reply(last)).toBe(told);
    expect(await talk.changes("what time is it")).toEqual({});
  });

  it("is left alone where it is in that state", async () =>
    expect(await talkIn("flat", { room: "living" }).reply("leave the ceiling light on")).toBe("OK, I'll leave it."));
});

describe("beside an exception the rest of the sentence is run", () => {
  it.each([
    ["turn on the living room lights", "not the floor lamp, and dim the ceiling light to 30"],
    ["打开客厅的灯", "落地灯不要，吸顶灯调到三十"],
    ["打开客厅的灯", "吸顶灯调到三十，落地灯不要"],
    ["打开客厅的灯", "别开落地灯，吸顶灯调到三十"],
  ])("%s | %s", async (first, then) => {
    const talk = talkIn("flat", { room: "living" });
    await talk.say(first);
    expect(await talk.changes(then)).toEqual(DIMMED);
  });

  it("客厅就留落地灯，调到五十: the other lamps are reverted", async () => {
    const talk = talkIn("house", { room: "living" });
    await talk.say("打开客厅的灯");
    expect(await talk.changes("客厅就留落地灯，调到五十")).toEqual({
      "living-tv-strip.light.on": false,
      "living-spots.light.on": false,
      "living-floor-lamp.light.brightness": 50,
    });
  });
});

describe('a device that "doesn\'t work"', () => {
  it.each([
    ["the kitchen light doesn't work", /^The kitchen ceiling light is off\. If it doesn't come on/],
    [
      "the ceiling light isn't working any more",
      /^The living room ceiling light is on and at 80%\. I see nothing wrong/,
    ],
    ["something's wrong with the washing machine", /^The washing machine is off\./],
    ["空调不制冷", /^客厅的空调关着。.*坏了/],
    ["吸顶灯怎么不亮了", /^客厅的吸顶灯开着.*可能是设备本身坏了/],
    ["电视打不开了", /^电视关着。/],
  ])("is told with its state, and not commanded: %s", async (text, told) => {
    const talk = talkIn("flat", { room: "living" });
    expect(await talk.reply(text)).toMatch(told);
    expect(await talk.changes("what time is it")).toEqual({});
  });

  it("is in focus then", async () => {
    const talk = talkIn("flat", { room: "living" });
    await talk.say("the kitchen light doesn't work");
    expect(await talk.changes("turn it on")).toMatchObject({ "kitchen-light.light.on": true });
  });

  it("is not found where none has that name", async () =>
    expect(await talkIn("flat", { room: "living" }).reply("the plan doesn't work")).toBe("(handed on)"));
});

describe("a yes after another command", () => {
  it.each([
    ["unlock the front door", "turn on the TV", "yes", /Nothing is waiting/],
    ["打开大门的锁", "开电视", "是的", /没有在等你确认/],
  ])("is told to confirm nothing: %s | %s | %s", async (first, second, yes, told) => {
    const talk = await openTalk(null, "flat", { room: "living" });
    await talk.say(first);
    await talk.say(second);
    const done = talk.done.length;
    expect((await talk.say(yes)).reply).toMatch(told);
    expect(talk.done).toHaveLength(done);
  });
});
