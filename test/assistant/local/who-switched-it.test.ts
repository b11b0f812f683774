import { describe, expect, it } from "vitest";
import { openTalk } from "../../support/open-talk.ts";

describe("who switched something on is told of the last time that it was, though it is off since", () => {
  it.each([
    [
      "turn on the kitchen light",
      "turn off the kitchen light",
      "who turned it on",
      /power on.*"turn on the kitchen light"/,
    ],
    ["turn on the kitchen light", "turn off the kitchen light", "who turned it off", /power off.*"turn off/],
    ["turn on the kitchen light", "turn off the kitchen light", "who turned on the light", /kitchen.*power on/],
    ["打开厨房灯", "关掉厨房灯", "谁开的灯", /厨房.*电源开.*“打开厨房灯”/],
    ["打开厨房灯", "关掉厨房灯", "谁关的灯", /厨房.*电源关.*“关掉厨房灯”/],
  ])("%s | %s | %s", async (on, off, who, told) => {
    const talk = await openTalk(null, "flat", { audited: true });
    await talk.say(on);
    await talk.pass(60);
    await talk.say(off);
    expect((await talk.say(who)).reply).toMatch(told);
  });
});

describe("who did what Jia has no record of is told what it did instead, and not that nothing was touched", () => {
  it.each([
    ["turn off the bedside lamp", "who turned on the bedside lamp?", /no record of doing that.*power off/],
    ["turn off the bedside lamp", "why did the bedside lamp turn on?", /no record of doing that.*power off/],
    ["set the bedside lamp to 20%", "who turned off the bedside lamp?", /no record of doing that.*brightness 20%/],
    ["关掉床头灯", "谁开的床头灯", /没有我这么做的记录.*电源关/],
    ["床头灯调到20%", "谁关的床头灯", /没有我这么做的记录.*亮度20%/],
  ])("%s | %s", async (done, who, told) => {
    const talk = await openTalk(null, "flat", { audited: true });
    await talk.say(done);
    expect((await talk.say(who)).reply).toMatch(told);
  });

  it.each([
    ["who turned on the bedside lamp?", /I haven't touched/],
    ["谁开的床头灯", /我没动过/],
  ])("but where nothing was done: %s", async (who, told) => {
    const talk = await openTalk(null, "flat", { audited: true });
    expect((await talk.say(who)).reply).toMatch(told);
  });
});

describe("a room that feels stuffy, where nobody knows which", () => {
  it("is asked about before something is switched on in another than was spoken of", async () => {
    const talk = await openTalk(null, "flat");
    await talk.say("turn on the living room lights");
    const done = talk.done.length;
    expect((await talk.say("it's stuffy")).reply).toBe("Shall I turn on the fan?");
    expect(talk.done).toHaveLength(done);
    await talk.say("yes");
    expect(talk.done.slice(done).map(({ device }) => device)).toEqual(["miot:study-fan"]);
  });
});
