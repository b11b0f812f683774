import { describe, expect, it } from "vitest";
import { DEFAULT_RULES } from "../../../src/home/index.ts";
import { talkIn } from "../../support/speak.ts";

describe("a conversation", () => {
  it('resolves "it" and "there" by its focus', async () => {
    const talk = talkIn("flat", { room: "living" });
    await talk.say("turn on the floor lamp");
    expect(await talk.changes("make it blue")).toEqual({ "living-floor-lamp.light.color": 0x0000ff });
    expect(await talk.changes("turn it off")).toEqual({ "living-floor-lamp.light.on": false });
  });

  it("repeats a command in another room", async () => {
    const talk = talkIn("flat", { room: "living" });
    await talk.say("turn off the bedside lamp");
    await talk.say("打开客厅的空调");
    expect(await talk.changes("也把卧室的打开")).toEqual({ "bedroom-ac.air-conditioner.on": true });
  });

  it("reverts a change", async () => {
    const talk = talkIn("flat", { room: "living" });
    await talk.say("set the ceiling light to 10 percent and close the curtains");
    const changes = await talk.changes("undo that");
    expect(changes).toMatchObject({
      "living-ceiling-light.light.brightness": 80,
      "living-curtain.curtain.current-position": 100,
    });
    const again = await talk.say("undo that");
    expect(again.handled && again.reply).toMatch(/nothing to undo/);
  });

  it("asks which one, and does what is answered", async () => {
    const talk = talkIn("house", { room: "garden" });
    const asked = await talk.say("turn on the bedside lamp");
    expect(asked).toMatchObject({ handled: true, expectsReply: true, outcomes: [] });
    expect(await talk.changes("the left one")).toMatchObject({ "master-left-lamp.light.on": true });
  });

  it("drops its question after another text", async () => {
    const talk = talkIn("house", { room: "garden" });
    await talk.say("turn on the bedside lamp");
    expect(await talk.changes("turn off the path lights")).toEqual({ "garden-path-lights.light.on": false });
    expect(talk.conversation.open.items).toEqual([]);
  });

  it("runs commands that the policy asks about only after a yes", async () => {
    const talk = talkIn("flat", { room: "hallway", policy: DEFAULT_RULES });
    const lock = talk.home.device("hallway-lock");
    expect(await talk.changes("unlock the front door")).toEqual({});
    expect(talk.conversation.open.items).toMatchObject([{ kind: "commands" }]);
    await talk.say("yes please");
    expect(lock?.state.get("lock.locked")?.value).toBe(false);
  });

  it("can be stored as JSON", async () => {
    const talk = talkIn("flat", { room: "living" });
    await talk.say("turn on the floor lamp");
    const kept = JSON.parse(JSON.stringify(talk.conversation.focus));
    expect(JSON.stringify(kept).length).toBeLessThan(5000);
    expect(kept).toEqual(talk.conversation.focus);
  });
});
