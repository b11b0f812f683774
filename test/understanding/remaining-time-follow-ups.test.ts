import { describe, expect, it } from "vitest";
import { talkIn } from "../support/speak.ts";

describe("the remaining time of what was started", () => {
  it.each([
    ["start the vacuum", "how long until it's done", "pause", "The robot vacuum is paused.", "resume"],
    ["start the vacuum", "when will it be finished", "pause", "The robot vacuum is paused.", "carry on"],
    ["开始扫地", "多久能扫完", "先停一下", "扫地机器人暂停了。", "继续"],
    ["开始扫地", "还要扫多久", "暂停", "扫地机器人暂停了。", "继续"],
    ["开始扫地", "什么时候好", "暂停", "扫地机器人暂停了。", "继续"],
  ])('is answered for that device, which "pause" then means too: %s | %s', async (start, ask, pause, told, resume) => {
    const talk = talkIn("flat");
    await talk.say(start);
    expect(await talk.reply(ask)).toMatch(/vacuum|扫地机器人/);
    expect(await talk.reply(pause)).toBe(told);
    const resumed = await talk.say(resume);
    expect(resumed.handled && resumed.outcomes).toMatchObject([
      { device: "miot:living-vacuum", action: "vacuum.start-sweep" },
    ]);
  });

  it.each(["how long until it's done", "多久能好"])(
    "is asked of nothing else where nothing was begun: %s",
    async (ask) => {
      expect(await talkIn("house").reply(ask)).toBe("(handed on)");
    },
  );

  it.each([
    ["turn on the floor lamp", "how long until it's done"],
    ["打开落地灯", "什么时候好"],
  ])("is not answered for an idle device or another one: %s", async (say, ask) => {
    const talk = talkIn("flat");
    await talk.say(say);
    expect(await talk.reply(ask)).toBe("(handed on)");
  });
});
