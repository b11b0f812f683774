import { describe, expect, it } from "vitest";
import { PIN_MASK } from "../../../src/home/index.ts";
import { words } from "../../support/model-server.ts";
import { pinTalk } from "../../support/pin-talk.ts";
import { strictModelServer } from "../../support/strict-model-server.ts";

const server = strictModelServer();

/** What a model was sent, and what was kept of a sentence that goes to one. */
async function handedOn(text: string) {
  server.play(words("A fine hallway."));
  const { say, stored, done } = await pinTalk({ model: server });
  const before = server.requests.length;
  await say(text);
  const sent = server.requests.slice(before).map(({ body }) => body);
  expect(sent).toHaveLength(1);
  return { sent: JSON.stringify(sent), stored: await stored(), done };
}

describe("digits of a sentence that only a model parses", () => {
  it.each([
    "my number is 4711, unlock the front door",
    "remember 4711",
    "remember that it's 4711",
    "would a poet of old times say 4711",
    "would a poet of old times say forty-seven eleven",
    "lock the front door 4711",
    "先打开门锁4711再打开客厅落地灯",
    "记住4711",
    "我的号码是4711，把门打开",
  ])("%s: sends and stores no PIN", async (text) => {
    const { sent, stored, done } = await handedOn(text);
    expect(sent).not.toMatch(/4711|forty.seven.eleven/);
    expect(stored).not.toMatch(/4711|forty.seven.eleven/);
    expect(done).toEqual([]);
  });

  it.each(["1122打开门锁", "1122 unlock the front door"])(
    "%s: digits that may be a time or a PIN are neither sent nor stored",
    async (text) => {
      const { sent, stored } = await handedOn(text);
      expect(sent).not.toContain("1122");
      expect(stored).not.toContain("1122");
    },
  );

  it.each([
    ["if the co2 is above 1000 write a poem about air", "above 1000"],
    ["when was a poet born who died in 1837", "in 1837"],
    ["write a poem about 2700 kelvin", "2700 kelvin"],
    ["二氧化碳超过1000的时候写首诗", "超过1000"],
  ])("%s: sends amounts and years", async (text, part) => {
    expect((await handedOn(text)).sent).toContain(part);
  });
});

describe("extra digits in a command that requires no PIN", () => {
  it.each(["turn off the kitchen ceiling light 4711", "关厨房吸顶灯4711"])("%s: are not stored", async (text) => {
    const { say, stored } = await pinTalk();
    await say(text);
    expect(await stored()).not.toContain("4711");
  });

  it("a reminder keeps the number in its text", async () => {
    const { say, texts } = await pinTalk();
    expect((await say("remind me to call 13800138000 at 8 pm")).reply).toContain("13800138000");
    expect(await texts()).toEqual([`remind me to call ${PIN_MASK} at 8 pm`]);
  });
});

describe("a PIN in pairs of digits", () => {
  it.each(["unlock the front door forty-seven eleven", "unlock the front door forty seven eleven please"])(
    "%s",
    async (text) => {
      const { say, stored } = await pinTalk();
      expect((await say(text)).reply).toBe("The front door is unlocked.");
      expect(await stored()).not.toMatch(/forty|eleven/);
    },
  );

  it("answers the question for it", async () => {
    const { say, texts } = await pinTalk();
    expect((await say("unlock the front door")).reply).toBe("What's the PIN?");
    expect((await say("forty-seven eleven")).reply).toBe("The front door is unlocked.");
    expect((await texts()).join(" ")).not.toContain("eleven");
  });

  it.each(["turn on the living room floor lamp in twenty five minutes", "set the thermostat to twenty two"])(
    "%s: other amounts in words are kept",
    async (text) => {
      const { say, texts } = await pinTalk();
      await say(text);
      expect(await texts()).toEqual([text]);
    },
  );
});
