import { describe, expect, it } from "vitest";
import { talkIn } from "../support/speak.ts";

describe('"how far does the car get"', () => {
  it.each([
    ["how far can I get with the car?", /^The range of the car is 351/],
    ["how far can I drive?", /^The range of the car is 351/],
    ["车还能跑多远", /^汽车的续航是351/],
    ["还能开多少公里", /^汽车的续航是351/],
  ])("is answered with its range, not with an opening: %s", async (text, reply) => {
    expect(await talkIn("house", { room: "living" }).reply(text)).toMatch(reply);
  });

  it("differs from how far something is open", async () => {
    expect(await talkIn("house", { room: "living" }).reply("how far open are the curtains?")).toMatch(/fully open/);
  });
});
