import { describe, expect, it } from "vitest";
import { DEFAULT_RULES } from "../../../src/home/index.ts";
import { planningIn } from "../../support/speak.ts";

describe("a lock that is offline", () => {
  it.each([
    ["unlock the front door", /offline/],
    ["解锁大门", /不在线/],
  ])("is told as offline, without a question for a yes: %s", async (say, told) => {
    const talk = await planningIn("flat", { room: "living", policy: DEFAULT_RULES });
    talk.devices.get("hallway-lock")?.setFault({ kind: "offline" });
    const result = await talk.say(say);
    expect(result).toMatchObject({ handled: true, expectsReply: false, outcomes: [{ status: "offline" }] });
    expect(result.handled && result.reply).toMatch(told);
    expect(await talk.changes("yes")).toEqual({});
  });

  it("is asked about again once it is back", async () => {
    const talk = await planningIn("flat", { room: "living", policy: DEFAULT_RULES });
    const lock = talk.devices.get("hallway-lock");
    lock?.setFault({ kind: "offline" });
    await talk.say("unlock the front door");
    lock?.setFault(null);
    expect(await talk.say("unlock the front door")).toMatchObject({ expectsReply: true });
    expect(await talk.changes("yes")).toEqual({ "hallway-lock.lock.locked": false });
  });
});
