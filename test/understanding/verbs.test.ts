import { describe, expect, it } from "vitest";
import { talkIn } from "../support/speak.ts";

describe("a separable verb is read with its particle in any position", () => {
  it.each([
    ["draw the curtain back", "open"],
    ["roll the living room curtain up please", "open"],
    ["pull the curtain in the living room open", "open"],
    ["slide the curtain open, thanks", "open"],
    ["roll the curtain down", "close"],
    ["pull the living room curtain shut", "close"],
    ["draw the curtain closed in the living room", "close"],
  ])("%s", async (text, way) => {
    const talk = talkIn("flat", { room: "living" });
    const start = way === "open" ? "close the curtain" : "open the curtain";
    await talk.say(start);
    const changes = await talk.changes(text);
    expect(changes["living-curtain.curtain.current-position"]).toBe(way === "open" ? 100 : 0);
  });

  it("a word that governs what follows is no particle", async () => {
    const talk = talkIn("flat", { room: "living" });
    await talk.say("close the curtain");
    const changes = await talk.changes("draw the curtain to 40 percent");
    expect(changes["living-curtain.curtain.current-position"]).toBe(40);
  });
});
