import { describe, expect, it } from "vitest";
import { DEFAULT_RULES } from "../../../src/home/index.ts";
import { planningIn } from "../../support/speak.ts";

type Planning = Awaited<ReturnType<typeof planningIn>>;

function talkIn(): Promise<Planning> {
  return planningIn("flat", { room: "living", policy: DEFAULT_RULES });
}

/** What the timers will do, and when. */
function timers(talk: Planning) {
  return talk.planner.timers.list().map(({ durationMs, commands }) => ({
    minutes: durationMs / 60_000,
    sets: commands.flatMap((command) => (command.kind === "set" ? command.properties.map(({ value }) => value) : [])),
  }));
}

describe("a yes", () => {
  it("reverts a temporary command to the value before it", async () => {
    const talk = await talkIn();
    await talk.say("unlock the front door");
    await talk.say("yes");
    // Unlocking later wants a yes; locking now does not.
    expect(await talk.changes("lock the front door for 10 minutes")).toEqual({ "hallway-lock.lock.locked": true });
    expect(await talk.changes("yes")).toEqual({});
    expect(timers(talk)).toEqual([{ minutes: 10, sets: [false] }]);
  });

  it("is asked for once, for a delayed command and its revert", async () => {
    const talk = await talkIn();
    await talk.say("unlock the front door");
    await talk.say("yes");
    expect(await talk.say("lock the front door at 10 pm for an hour")).toMatchObject({ expectsReply: true });
    expect(timers(talk)).toEqual([]);
    await talk.say("yes");
    expect(timers(talk)).toEqual([
      { minutes: 120, sets: [true] },
      { minutes: 180, sets: [false] },
    ]);
  });

  it("starts the time of a temporary command, and a no leaves nothing planned", async () => {
    const talk = await talkIn();
    await talk.say("unlock the front door for 10 minutes");
    expect(timers(talk)).toEqual([]);
    await talk.say("no");
    expect(timers(talk)).toEqual([]);
    await talk.say("unlock the front door for 10 minutes");
    expect(await talk.changes("yes")).toEqual({ "hallway-lock.lock.locked": false });
    expect(timers(talk)).toEqual([{ minutes: 10, sets: [true] }]);
  });

  it("lets a door be locked after a while, although it was unlocked before", async () => {
    const talk = await talkIn();
    await talk.say("unlock the front door");
    await talk.say("yes");
    await talk.say("unlock the front door for 10 minutes");
    await talk.say("yes");
    expect(timers(talk)).toEqual([{ minutes: 10, sets: [true] }]);
  });

  it("confirms the command that a choice led to", async () => {
    const talk = await talkIn();
    await talk.say("unlock it at 10 pm");
    expect(await talk.say("the front door")).toMatchObject({ expectsReply: true });
    expect(timers(talk)).toEqual([]);
    await talk.say("yes");
    expect(timers(talk)).toEqual([{ minutes: 120, sets: [false] }]);
  });

  it("confirms all commands of one sentence", async () => {
    const talk = await talkIn();
    await talk.say("unlock the front door and unlock it again at 10 pm");
    expect(await talk.changes("yes")).toEqual({ "hallway-lock.lock.locked": false });
    expect(timers(talk)).toEqual([{ minutes: 120, sets: [false] }]);
  });

  it("does nothing after another text, parsed or not", async () => {
    for (const between of ["how do magnets work", "what time is it", "no"]) {
      const talk = await talkIn();
      await talk.say("unlock the front door and unlock it again at 10 pm");
      await talk.say(between);
      expect(await talk.changes("yes")).toEqual({});
      expect(timers(talk)).toEqual([]);
    }
  });

  it("does nothing after its minute", async () => {
    const talk = await talkIn();
    await talk.say("unlock the front door at 10 pm");
    await talk.until("2026-01-01T12:02:00Z");
    await talk.say("yes");
    expect(timers(talk)).toEqual([]);
  });
});

describe("taking back", () => {
  it('"undo" reverts the commands and plans of one sentence', async () => {
    const talk = await talkIn();
    await talk.say("turn on the floor lamp for 10 minutes");
    expect(await talk.changes("undo that")).toEqual({ "living-floor-lamp.light.on": false });
    expect(timers(talk)).toEqual([]);
  });

  it('"undo" of a plan leaves commands of older sentences', async () => {
    const talk = await talkIn();
    await talk.say("turn on the floor lamp");
    await talk.say("turn off the TV in 10 minutes");
    expect(await talk.changes("undo that")).toEqual({});
    expect(timers(talk)).toEqual([]);
  });

  it("a failed temporary command plans no revert", async () => {
    const talk = await talkIn();
    talk.devices.get("living-floor-lamp")?.setFault({ kind: "offline" });
    await talk.say("turn on the floor lamp for 10 minutes");
    expect(timers(talk)).toEqual([]);
  });

  it("commands can be undone although planning failed", async () => {
    const talk = await talkIn();
    talk.planner.timers.start = () => Promise.reject(new Error("the disk is full"));
    await expect(talk.say("turn on the floor lamp for 10 minutes")).rejects.toThrow("the disk is full");
    expect(await talk.changes("undo that")).toEqual({ "living-floor-lamp.light.on": false });
  });
});
