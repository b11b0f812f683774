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
  it("puts back the value before, of what was done for a while already", async () => {
    const talk = await talkIn();
    await talk.say("unlock the front door");
    await talk.say("yes");
    // Unlocking later wants a yes; locking now does not.
    expect(await talk.changes("lock the front door for 10 minutes")).toEqual({ "hallway-lock.lock.locked": true });
    expect(await talk.changes("yes")).toEqual({});
    expect(timers(talk)).toEqual([{ minutes: 10, sets: [false] }]);
  });

  it("is asked for once, for what is done at a time and put back later", async () => {
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

  it("lets what waits for it be put back from then on, and a no leaves nothing planned", async () => {
    const talk = await talkIn();
    await talk.say("unlock the front door for 10 minutes");
    expect(timers(talk)).toEqual([]);
    await talk.say("no");
    expect(timers(talk)).toEqual([]);
    await talk.say("unlock the front door for 10 minutes");
    expect(await talk.changes("yes")).toEqual({ "hallway-lock.lock.locked": false });
    expect(timers(talk)).toEqual([{ minutes: 10, sets: [true] }]);
  });

  it("has a door locked after a while, though it was unlocked already", async () => {
    const talk = await talkIn();
    await talk.say("unlock the front door");
    await talk.say("yes");
    await talk.say("unlock the front door for 10 minutes");
    await talk.say("yes");
    expect(timers(talk)).toEqual([{ minutes: 10, sets: [true] }]);
  });

  it("goes to what was asked about after a choice", async () => {
    const talk = await talkIn();
    await talk.say("unlock it at 10 pm");
    expect(await talk.say("the front door")).toMatchObject({ expectsReply: true });
    expect(timers(talk)).toEqual([]);
    await talk.say("yes");
    expect(timers(talk)).toEqual([{ minutes: 120, sets: [false] }]);
  });

  it("is for all that one sentence asked about", async () => {
    const talk = await talkIn();
    await talk.say("unlock the front door and unlock it again at 10 pm");
    expect(await talk.changes("yes")).toEqual({ "hallway-lock.lock.locked": false });
    expect(timers(talk)).toEqual([{ minutes: 120, sets: [false] }]);
  });

  it("is for nothing after something else was said, understood or not", async () => {
    for (const between of ["how do magnets work", "what time is it", "no"]) {
      const talk = await talkIn();
      await talk.say("unlock the front door and unlock it again at 10 pm");
      await talk.say(between);
      expect(await talk.changes("yes")).toEqual({});
      expect(timers(talk)).toEqual([]);
    }
  });

  it("is for nothing when it comes too late", async () => {
    const talk = await talkIn();
    await talk.say("unlock the front door at 10 pm");
    await talk.until("2026-01-01T12:02:00Z");
    await talk.say("yes");
    expect(timers(talk)).toEqual([]);
  });
});

describe("taking back", () => {
  it("takes back what was done and what was planned by one sentence", async () => {
    const talk = await talkIn();
    await talk.say("turn on the floor lamp for 10 minutes");
    expect(await talk.changes("undo that")).toEqual({ "living-floor-lamp.light.on": false });
    expect(timers(talk)).toEqual([]);
  });

  it("leaves what an older sentence did", async () => {
    const talk = await talkIn();
    await talk.say("turn on the floor lamp");
    await talk.say("turn off the TV in 10 minutes");
    expect(await talk.changes("undo that")).toEqual({});
    expect(timers(talk)).toEqual([]);
  });

  it("is not planned for what could not be done for a while", async () => {
    const talk = await talkIn();
    talk.devices.get("living-floor-lamp")?.setFault({ kind: "offline" });
    await talk.say("turn on the floor lamp for 10 minutes");
    expect(timers(talk)).toEqual([]);
  });

  it("keeps what was done when planning breaks off", async () => {
    const talk = await talkIn();
    talk.planner.timers.start = () => Promise.reject(new Error("the disk is full"));
    await expect(talk.say("turn on the floor lamp for 10 minutes")).rejects.toThrow("the disk is full");
    expect(await talk.changes("undo that")).toEqual({ "living-floor-lamp.light.on": false });
  });
});
