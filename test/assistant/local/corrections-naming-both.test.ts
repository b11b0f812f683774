import { describe, expect, it } from "vitest";
import { planningIn } from "../../support/speak.ts";

describe("a correction may name the meant device before the wrong one", () => {
  it.each([
    ["set the living room AC to 24", "sorry, I meant the bedroom one, switch the living room one back off"],
    ["客厅空调开到24度", "说错了，我是说主卧的，客厅的给我关回去"],
  ])("%s, %s: runs the command on the meant device, and reverts the first", async (first, then) => {
    const talk = await planningIn("flat");
    await talk.say(first);
    expect(await talk.changes(then)).toEqual({
      "living-ac.air-conditioner.on": false,
      "living-ac.air-conditioner.target-temperature": 26,
      "bedroom-ac.air-conditioner.on": true,
      "bedroom-ac.air-conditioner.target-temperature": 24,
    });
  });
});
