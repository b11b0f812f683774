import { describe, expect, it } from "vitest";
import { talkIn } from "../support/speak.ts";

describe("a question whether a device can be switched leads to an offer", () => {
  it.each([
    ["镜前灯能关吗？", "确定要关掉镜前灯吗？"],
    ["镜前灯可以关了吗", "确定要关掉镜前灯吗？"],
    ["镜前灯能打开吗", "确定要打开镜前灯吗？"],
    ["can I turn on the mirror light?", "Turn on the mirror light?"],
  ])("%s", async (text, question) => {
    const talk = talkIn("house");
    await talk.say("turn on the mirror light");
    const asked = await talk.say(text);
    expect(asked).toMatchObject({ reply: question, expectsReply: true, outcomes: [] });
  });

  it("a yes to the offer switches the device", async () => {
    const talk = talkIn("house");
    await talk.say("打开镜前灯");
    await talk.say("镜前灯能关吗？");
    expect(await talk.changes("好")).toEqual({ "ensuite-mirror-light.light.on": false });
  });
});

describe("a statement that a device can be switched now is a command", () => {
  it.each([
    "镜前灯可以关了",
    "镜前灯能关了",
    "镜前灯现在可以关了",
    "镜前灯可以关了吧",
    "The mirror light can be turned off now",
  ])("%s", async (text) => {
    const talk = talkIn("house");
    await talk.say("打开镜前灯");
    expect(await talk.changes(text)).toEqual({ "ensuite-mirror-light.light.on": false });
  });

  it.each(["镜前灯可以关了？", "镜前灯能不能关了", "镜前灯可不可以关了", "大门可以打开了"])(
    "unless it asks, or opens a door: %s",
    async (text) => {
      const talk = talkIn("house");
      await talk.say("打开镜前灯");
      expect(await talk.changes(text)).toEqual({});
    },
  );
});

describe("a polite request is carried out", () => {
  it.each(["能关一下镜前灯吗", "能把镜前灯关了吗？", "镜前灯能关一下吗", "帮我关镜前灯好吗", "能关镜前灯吗"])(
    "%s",
    async (text) => {
      const talk = talkIn("house");
      await talk.say("打开镜前灯");
      expect(await talk.changes(text)).toEqual({ "ensuite-mirror-light.light.on": false });
    },
  );
});
