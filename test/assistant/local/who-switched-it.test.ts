import { describe, expect, it } from "vitest";
import { openTalk } from "../../support/open-talk.ts";

describe('"who switched it on" is answered for the last time, although it is off now', () => {
  it.each([
    [
      "turn on the kitchen light",
      "turn off the kitchen light",
      "who turned it on",
      /was turned on at .*"turn on the kitchen light"/,
    ],
    ["turn on the kitchen light", "turn off the kitchen light", "who turned it off", /was turned off at .*"turn off/],
    ["turn on the kitchen light", "turn off the kitchen light", "who turned on the light", /kitchen.*was turned on/],
    ["打开厨房灯", "关掉厨房灯", "谁开的灯", /厨房.*打开的.*“打开厨房灯”/],
    ["打开厨房灯", "关掉厨房灯", "谁关的灯", /厨房.*关掉的.*“关掉厨房灯”/],
  ])("%s | %s | %s", async (on, off, who, told) => {
    const talk = await openTalk(null, "flat", { audited: true });
    await talk.say(on);
    await talk.pass(60);
    await talk.say(off);
    expect((await talk.say(who)).reply).toMatch(told);
  });
});

describe("a question about an act without a record is answered with the recorded one", () => {
  it.each([
    [
      "turn off the bedside lamp",
      "who turned on the bedside lamp?",
      /^The bedside lamp is off\. .* was turned off at /,
    ],
    [
      "turn off the bedside lamp",
      "why did the bedside lamp turn on?",
      /^The bedside lamp is off\. .* was turned off at /,
    ],
    ["set the bedside lamp to 20%", "who turned off the bedside lamp?", /^The bedside lamp is on\./],
    ["关掉床头灯", "谁开的床头灯", /^床头灯关着。.*关掉的/],
    ["床头灯调到20%", "谁关的床头灯", /^床头灯开着。/],
  ])("%s | %s", async (done, who, told) => {
    const talk = await openTalk(null, "flat", { audited: true });
    await talk.say(done);
    expect((await talk.say(who)).reply).toMatch(told);
  });

  it.each([
    ["who turned on the bedside lamp?", /I haven't touched/],
    ["谁开的床头灯", /我没动过/],
  ])("without any record: %s", async (who, told) => {
    const talk = await openTalk(null, "flat", { audited: true });
    expect((await talk.say(who)).reply).toMatch(told);
  });
});

describe("a stuffy room that is not known", () => {
  it("is asked about before something is switched on elsewhere", async () => {
    const talk = await openTalk(null, "flat");
    await talk.say("turn on the living room lights");
    const done = talk.done.length;
    expect((await talk.say("it's stuffy")).reply).toBe("Shall I turn on the fan?");
    expect(talk.done).toHaveLength(done);
    await talk.say("yes");
    expect(talk.done.slice(done).map(({ device }) => device)).toEqual(["miot:study-fan"]);
  });
});

describe('"why is it on" of a device that is off', () => {
  it.each([
    ["turn off the floor lamp", "why is the floor lamp on?", /^The floor lamp is off\. .*was turned off at/],
    ["关掉落地灯", "落地灯为什么开着", /^落地灯关着。客厅落地灯是晚上8点关掉的/],
    ["turn on the bedside lamp", "why is the bedside lamp off?", /^The bedside lamp is on\./],
  ])("is answered with its state first: %s | %s", async (done, why, told) => {
    const talk = await openTalk(null, "flat", { audited: true, room: "living" });
    await talk.say(done === "turn off the floor lamp" || done === "关掉落地灯" ? "turn on the floor lamp" : done);
    if (done !== "turn on the bedside lamp") await talk.say(done);
    expect((await talk.say(why)).reply).toMatch(told);
  });

  it("is answered with its state alone, where no record explains it", async () => {
    const talk = await openTalk(null, "flat", { audited: true, room: "living" });
    expect((await talk.say("why is the floor lamp on?")).reply).toBe("The floor lamp is off.");
  });
});

describe('"what did you do with it"', () => {
  it.each([
    [
      "turn on the floor lamp in 5 minutes",
      "did you touch the floor lamp?",
      /^Yes\. .*on at 20:05 because the timer ended\.$/,
    ],
    ["五分钟后开落地灯", "你动过落地灯吗", /^动过。客厅落地灯是晚上8点05分打开的，因为定时器到时。$/],
  ])("covers plans as well: %s", async (plan, asked, told) => {
    const talk = await openTalk(null, "flat", { audited: true, room: "living" });
    await talk.say(plan);
    await talk.pass(400);
    expect((await talk.say(asked)).reply).toMatch(told);
  });

  it("tells the past change, and not the present state", async () => {
    const talk = await openTalk(null, "flat", { audited: true, room: "living" });
    await talk.say("turn on the floor lamp");
    await talk.say("turn it off");
    expect((await talk.say("did you touch the floor lamp?")).reply).toMatch(/^Yes\. .*was turned off at 20:00 because/);
    expect((await talk.say("did you touch the TV?")).reply).toBe("No, I haven't changed the TV.");
  });
});
