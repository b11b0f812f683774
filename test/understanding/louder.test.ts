import { describe, expect, it } from "vitest";
import { effectsOf } from "../support/effects.ts";
import { talkIn } from "../support/speak.ts";

describe("louder and quieter are about what sounds in the room", () => {
  it.each([
    ["speak up", 60],
    ["bit louder please", 60],
    ["talk louder, would you", 60],
    ["pipe down", 40],
    ["not so loud", 40],
    ["大点声", 60],
    ["说大声点", 60],
    ["小点声", 40],
    ["别那么大声", 40],
    ["声音再小一点", 40],
  ])("%s", async (text, volume) => {
    const talk = talkIn("house", { room: "kitchen" });
    await talk.say("set the kitchen speaker's volume to 50");
    expect(effectsOf(talk, text, "kitchen")).toEqual([`kitchen-speaker speaker.volume=${volume}`]);
  });
});
