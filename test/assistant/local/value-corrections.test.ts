import { describe, expect, it } from "vitest";
import { eachDialogue } from "../../support/each-dialogue.ts";
import { netChangesLine } from "../../support/net-changes.ts";
import { talkIn } from "../../support/speak.ts";

eachDialogue(
  "of what was set in one breath only what is put right changes",
  [
    [
      ["set the ceiling light to 20% and the floor lamp to 30%", "no, 50"],
      "living-ceiling-light.light.brightness=20, living-floor-lamp.light.brightness=50",
    ],
    [
      ["set the AC to 25 on cool", "no, dry"],
      "living-ac.air-conditioner.mode=3, living-ac.air-conditioner.on=true, living-ac.air-conditioner.target-temperature=25",
    ],
    [
      ["空调25度，制冷", "不对，除湿"],
      "living-ac.air-conditioner.mode=3, living-ac.air-conditioner.on=true, living-ac.air-conditioner.target-temperature=25",
    ],
  ],
  "living",
);

eachDialogue(
  "the wrong one goes back to before the step that was meant for another",
  [
    [
      ["put the TV volume at 40", "louder", "not the TV, I meant the speaker"],
      "living-speaker.speaker.volume=45, living-tv.speaker.volume=40",
    ],
    [
      ["电视音量调到40", "大声点", "不是电视，我说的是音箱"],
      "living-speaker.speaker.volume=45, living-tv.speaker.volume=40",
    ],
  ],
  "living",
);

describe('"the other way round" after a relative step reverts it, and swaps nothing', () => {
  it.each([
    [["this room is too bright", "no, the other way round"]],
    [["dim the lights a bit", "the other way round"]],
    [["灯调亮一点", "不对，反了"]],
  ])("%s", async (turns) => {
    expect(await netChangesLine(turns, { room: "living" })).toBe("");
    const talk = talkIn("house", { room: "living" });
    let said = "";
    for (const turn of turns) said = await talk.reply(turn);
    expect(said).toMatch(/75%/u);
  });

  it('"the other way round" after two values swaps them', async () => {
    const turns = ["ceiling light to 80 and floor lamp to 20", "the other way round"];
    expect(await netChangesLine(turns, { room: "living" })).toBe(
      "living-ceiling-light.light.brightness=20, living-floor-lamp.light.brightness=80",
    );
  });
});
