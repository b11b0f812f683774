import { describe, expect, it } from "vitest";
import { planningIn, talkIn } from "../../support/speak.ts";

const CURTAIN = "living-curtain.curtain.current-position";

describe("putting back", () => {
  it("brings a curtain that a scene moved by its motor back to where it stood", async () => {
    const talk = await planningIn("flat", { room: "living" });
    await talk.say("make a scene cinema: curtains closed");
    const closed = await talk.changes("cinema");
    expect(closed).toMatchObject({ [CURTAIN]: 0 });
    expect(await talk.changes("turn off cinema")).toMatchObject({ [CURTAIN]: 100 });
    await talk.say("cinema");
    expect(await talk.changes("undo")).toMatchObject({ [CURTAIN]: 100 });
  });

  it("brings a curtain that was moved for a while back to where it stood, and says so", async () => {
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
  ])("says what has no way back: %s", async (say, undo, told) => {
    const talk = talkIn("flat", { room: "living" });
    expect(Object.keys(await talk.changes(say))).not.toEqual([]);
    expect(await talk.reply(undo)).toBe(told);
    expect(await talk.reply(undo)).not.toBe(told);
  });

  it("claims nothing of a scene whose only step has no way back", async () => {
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

describe("what sounds like taking back, and is not", () => {
  it("what was left on is not switched off by switching the others on again", async () => {
    const talk = talkIn("house", { room: "living" });
    await talk.say("turn off all the lights but the floor lamp");
    const changed = await talk.changes("turn those back on");
    expect(Object.values(changed)).not.toContain(false);
    expect(changed).toMatchObject({ "living-ceiling-light.light.on": true });
  });

  it("to leave something alone puts nothing back", async () => {
    const talk = talkIn("house", { room: "living" });
    await talk.say("关掉落地灯");
    expect(await talk.changes("落地灯别动")).toEqual({});
  });

  it("all of it is what was spoken of last, and no plan that was made before", async () => {
    const talk = await planningIn("flat", { room: "living" });
    await talk.say("set a timer for 5 minutes");
    await talk.say("how warm is it in the bedroom");
    await talk.say("forget all of that");
    expect(talk.planner.timers.list()).toHaveLength(1);
  });
});

describe("whether something was put back is asked, and puts nothing back", () => {
  it.each([["都改回去了？"], ["恢复原样了吗？"], ["is it back to how it was?"], ["did you undo that?"]])(
    "%s",
    async (text) => {
      const talk = talkIn("house", { room: "living" });
      await talk.say("turn off the floor lamp");
      expect(await talk.changes(text)).toEqual({});
    },
  );
});
