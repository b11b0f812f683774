import { describe, expect, it } from "vitest";
import { effectsOf } from "../support/effects.ts";
import { talkIn } from "../support/speak.ts";

describe('"louder" and "quieter" are about what plays in the room', () => {
  it.each([
    ["speak up", 60],
    ["bit louder please", 60],
    ["talk louder, would you", 60],
    ["pipe down", 40],
    ["not so loud", 40],
    ["大点声", 60],
    ["说大声点", 60],
    ["小点声", 40],
    ["别那么大声", 40],
    ["声音再小一点", 40],
  ])("%s", async (text, volume) => {
    const talk = talkIn("house", { room: "kitchen" });
    await talk.say("set the kitchen speaker's volume to 50");
    expect(effectsOf(talk, text, "kitchen")).toEqual([`kitchen-speaker speaker.volume=${volume}`]);
  });
});

describe('"quieter" after a noisy appliance is about that, not about a speaker', () => {
  it.each([
    ["start the living room vacuum", "quieter please", { "downstairs-vacuum.vacuum.mode": 0 }],
    ["让客厅的扫地机开始打扫", "怎么还这么吵", { "downstairs-vacuum.vacuum.mode": 0 }],
    ["让客厅的扫地机开始打扫", "小声点", { "downstairs-vacuum.vacuum.mode": 0 }],
    // It runs as slow as it can already.
    ["turn on the living room purifier", "make it quieter", {}],
    ["打开客厅的净化器", "怎么还这么吵", {}],
    ["打开客厅的净化器", "小点声", {}],
  ])("%s | %s", async (before, quieter, expected) => {
    const talk = talkIn("house", { room: "living" });
    await talk.say(before);
    expect(await talk.changes(quieter)).toEqual(expected);
  });

  it.each([
    ["turn off the living room purifier", "quieter please"],
    ["关掉客厅的净化器", "小声点"],
  ])("a noisy appliance that is off is not meant: %s | %s", async (before, quieter) => {
    const talk = talkIn("flat", { room: "living" });
    await talk.say(before);
    expect(await talk.changes(quieter)).toEqual({ "living-speaker.speaker.volume": 30 });
  });
});
