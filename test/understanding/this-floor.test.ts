import { describe, expect, it } from "vitest";
import { netChangesLine } from "../support/net-changes.ts";
import { talkIn } from "../support/speak.ts";

const LIT_UPSTAIRS =
  "emma-ceiling-light.light.on=false, leo-night-light.light.on=false, master-right-lamp.light.on=false";

describe('"this floor" is the floor of the speaker\'s room', () => {
  it.each([
    "turn off the lights on this floor",
    "lights off on my floor",
    "turn off this floor's lights",
    "把这层的灯都关了",
    "这一层楼的灯关掉",
  ])("is that of the speaker's room: %s", async (text) => {
    expect(await netChangesLine([text], { room: "bathroom" })).toBe(LIT_UPSTAIRS);
  });

  it.each(["turn off the lights on this floor except Emma's", "这一层除了艾玛房间的灯都关掉"])(
    "without the room that is left out: %s",
    async (text) => {
      const done = await netChangesLine([text], { room: "landing" });
      expect(done).toContain("master-right-lamp.light.on=false");
      expect(done).not.toMatch(/emma|living|kitchen|garden/);
    },
  );

  it.each([
    ["are any curtains open on this floor?", /Emma's room/],
    ["这一层有几个窗帘开着", /^有1幅窗帘开着：艾玛/],
  ])("is asked about as well: %s", async (text, reply) => {
    const told = await talkIn("house", { room: "master" }).reply(text);
    expect(told).toMatch(reply);
    expect(told).not.toMatch(/living|客厅/i);
  });

  it.each([
    ["close the curtains on this floor", "I don't know which floor you're on."],
    ["这层的窗帘都拉上", "我不知道你在哪一层。"],
    ["turn off the lights in this room", "I don't know which room you're in."],
    ["把这个房间的灯关了", "我不知道你在哪个房间。"],
  ])("is never the whole home where nobody knows it: %s", async (text, reply) => {
    const talk = talkIn("house");
    expect(await talk.say(text)).toMatchObject({ reply, outcomes: [] });
  });

  it('"this floor" is that of the room where somebody said to be', async () => {
    expect(await netChangesLine(["I'm in the study", "turn off the lights in here"])).toBe(
      "study-ceiling-light.light.on=false",
    );
  });
});
