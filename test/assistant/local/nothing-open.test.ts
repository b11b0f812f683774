import { describe, expect, it } from "vitest";
import { openTalk } from "../../support/open-talk.ts";

const NOTED = /^(Okay\.|嗯。)$/u;

describe("a nod where nothing is open is answered shortly, and nothing is done", () => {
  it.each(["ok", "good", "Fine.", "got it", "sure", "oh I see", "好的", "嗯", "知道了", "行吧", "收到", "没问题"])(
    "%s",
    async (text) => {
      const talk = await openTalk(null, "flat", { room: "living" });
      expect((await talk.say(text)).reply).toMatch(NOTED);
      await talk.say("打开落地灯");
      const done = talk.done.length;
      expect((await talk.say(text)).reply).toMatch(NOTED);
      expect(talk.done).toHaveLength(done);
    },
  );

  it("a yes to nothing is told so", async () => {
    const talk = await openTalk(null, "flat");
    expect((await talk.say("yes please")).reply).toBe("I haven't asked you anything.");
    expect((await talk.say("确认")).reply).toBe("嗯。");
  });
});

describe("which one is meant may be told after another question", () => {
  it.each([
    ["turn on the bedside lamp", ["is the TV on?"], "the left one", "miot:master-left-lamp"],
    ["turn on the bedside lamp", ["what time is it?", "thanks"], "the right one", "miot:master-right-lamp"],
    ["打开床头灯", ["大门锁了吗"], "左边那个", "miot:master-left-lamp"],
  ])("%s, %s, %s", async (text, detour, answer, device) => {
    const talk = await openTalk(null, "house", { room: "garden" });
    await talk.say(text);
    for (const each of detour) await talk.say(each);
    expect(talk.done).toEqual([]);
    await talk.say(answer);
    expect(talk.done.map((outcome) => outcome.device)).toEqual([device]);
  });

  it.each([
    ["after three of them", ["is the TV on?", "what time is it?", "is the front door locked?"]],
    ["after something was done", ["turn on the pendant light in the dining room"]],
    ["after a no", ["no, never mind"]],
  ])("but not %s", async (_, detour) => {
    const talk = await openTalk(null, "house", { room: "garden" });
    await talk.say("turn on the bedside lamp");
    for (const each of detour) await talk.say(each);
    const done = talk.done.length;
    await talk.say("the left one");
    expect(talk.done).toHaveLength(done);
  });
});
