import { describe, expect, it } from "vitest";
import { planningIn, talkIn } from "../../support/speak.ts";

const CURTAIN = "living-curtain.curtain.current-position";

describe("undo", () => {
  it("restores the position of a curtain that a scene moved by its motor", async () => {
    const talk = await planningIn("flat", { room: "living" });
    await talk.say("make a scene cinema: curtains closed");
    const closed = await talk.changes("cinema");
    expect(closed).toMatchObject({ [CURTAIN]: 0 });
    expect(await talk.changes("turn off cinema")).toMatchObject({ [CURTAIN]: 100 });
    await talk.say("cinema");
    expect(await talk.changes("undo")).toMatchObject({ [CURTAIN]: 100 });
  });

  it("restores the position of a curtain that was moved for a while, and says so", async () => {
    const talk = await planningIn("flat", { room: "living" });
    expect(await talk.reply("close the curtain for 5 minutes")).toContain(
      "The living room curtain is closed. At 20:05, I'll put things back as they were.",
    );
    await talk.until("2026-01-01T12:06:00Z");
    expect(talk.home.device("miot:living-curtain")?.state.get("curtain.current-position")?.value).toBe(100);
  });

  it.each([
    ["start the vacuum", "undo", "I can't undo what was done with the robot vacuum."],
    ["开始扫地", "撤销", "扫地机器人刚才做的没法恢复。"],
  ])("names what cannot be reverted: %s", async (say, undo, told) => {
    const talk = talkIn("flat", { room: "living" });
    expect(Object.keys(await talk.changes(say))).not.toEqual([]);
    expect(await talk.reply(undo)).toBe(told);
    expect(await talk.reply(undo)).not.toBe(told);
  });

  it("claims nothing for a scene whose only step cannot be reverted", async () => {
    const talk = await planningIn("flat", { room: "living" });
    const origin = { kind: "person" } as const;
    const { definition } = await talk.planner.scenes.save(
      { name: "clean", steps: [{ target: "miot:living-vacuum", invoke: "vacuum.start-sweep" }] },
      { origin },
    );
    await talk.say("clean scene");
    expect(await talk.reply(`turn off the ${definition.name} scene`)).toBe(
      "I can't undo what was done with the robot vacuum.",
    );
  });
});

describe("a sentence that sounds like undo", () => {
  it('"back on" does not switch off what was left on', async () => {
    const talk = talkIn("house", { room: "living" });
    await talk.say("turn off all the lights but the floor lamp");
    const changed = await talk.changes("turn those back on");
    expect(Object.values(changed)).not.toContain(false);
    expect(changed).toMatchObject({ "living-ceiling-light.light.on": true });
  });

  it('"leave it" reverts nothing', async () => {
    const talk = talkIn("house", { room: "living" });
    await talk.say("关掉落地灯");
    expect(await talk.changes("落地灯别动")).toEqual({});
  });

  it('"all of it" is the focus, and no earlier plan', async () => {
    const talk = await planningIn("flat", { room: "living" });
    await talk.say("set a timer for 5 minutes");
    await talk.say("how warm is it in the bedroom");
    await talk.say("forget all of that");
    expect(talk.planner.timers.list()).toHaveLength(1);
  });
});

describe("a question whether something was reverted reverts nothing", () => {
  it.each([["都改回去了？"], ["恢复原样了吗？"], ["is it back to how it was?"], ["did you undo that?"]])(
    "%s",
    async (text) => {
      const talk = talkIn("house", { room: "living" });
      await talk.say("turn off the floor lamp");
      expect(await talk.changes(text)).toEqual({});
    },
  );
});
