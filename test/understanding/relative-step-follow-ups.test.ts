import { describe, expect, it } from "vitest";
import { eachDialogue } from "../support/each-dialogue.ts";
import { planDescriptions } from "../support/planned-descriptions.ts";
import { planningInFlat } from "../support/speak.ts";

eachDialogue(
  "what is said of steps goes on from them",
  [
    [
      ["turn the ac on", "cooler, 19"],
      "living-ac.air-conditioner.on=true, living-ac.air-conditioner.target-temperature=19",
    ],
    [["brighten the floor lamp, 80"], "living-floor-lamp.light.brightness=80"],
    [["dim the floor lamp", "ok stop"], "living-floor-lamp.light.brightness=25"],
    [["dim the floor lamp", "that's enough, thanks"], "living-floor-lamp.light.brightness=25"],
    [
      ["open the curtains halfway", "close them a bit"],
      "living-curtains.curtain.current-position=40, living-curtains.curtain.target-position=40",
    ],
    [["set the water heater to 50", "too hot"], "utility-water-heater.water-heater.target-temperature=49"],
    [["turn the study fan to level 3", "too fast"], "study-fan.fan.fan-level=2, study-fan.fan.on=true"],
    // The speed is what is heard.
    [["turn the study fan to level 3", "quieter"], "study-fan.fan.fan-level=2, study-fan.fan.on=true"],
    [
      ["dim the pendant light to 20", "a touch more"],
      "dining-pendant.light.brightness=30, dining-pendant.light.on=true",
    ],
    // What plays stops.
    [
      ["play music in the kitchen", "louder", "stop"],
      "kitchen-speaker.play-control.playing-state=2, kitchen-speaker.speaker.volume=38",
    ],
  ],
  "living",
);

eachDialogue(
  "the same of another goes on from what was meant, also where that was left out",
  [
    [
      ["put the fan in leo's room on", "low", "the one in the study to low as well"],
      "leo-fan.fan.on=true, study-fan.fan.on=true",
    ],
    [
      ["close emma's curtains", "and leo's", "open them again"],
      "leo-curtains.curtain.current-position=100, leo-curtains.curtain.target-position=100",
    ],
    [
      ["turn on all the lights in the living room", "but not the strip", "set them to 50"],
      "living-ceiling-light.light.brightness=50, living-floor-lamp.light.brightness=50, living-spots.light.brightness=50, living-spots.light.on=true",
    ],
    // The lamp there.
    [["turn on the bedroom ceiling light", "not that one, the left lamp"], "master-left-lamp.light.on=true"],
    [
      ["turn off all the lights downstairs", "except in the kitchen", "and the hall"],
      "living-ceiling-light.light.on=false, living-floor-lamp.light.on=false",
    ],
    [["turn on the strip and the spots", "strip off again", "and the spots"], ""],
    [["which lamp is on", "turn on the dehumidifier", "set the humidity to 45"], ""],
  ],
  "living",
);

describe("a plan that is rejected is deleted, also after it was changed", () => {
  it.each<[turns: readonly string[], plans: readonly string[]]>([
    [["set a timer for 40 minutes", "make it 50", "cancel it, I don't need it any more"], []],
    [["wake me at 7 am tomorrow", "make it 8", "actually, don't wake me"], []],
    [["turn off the TV at 11 pm", "make it 11:30", "I don't need it"], []],
    [["晚上十一点关电视", "改成十一点半", "算了别关了"], []],
    [["倒计时40分钟", "再来五分钟", "不用了"], []],
    [["明天早上七点叫我起床", "改成七点二十", "别叫了"], []],
    [["每天早上七点叫我起床", "不用了，删掉"], []],
    [
      ["下午三点提醒我开会", "四点也提醒一下"],
      ["reminder 15:00 in 1 day 开会", "reminder 16:00 in 1 day 开会"],
    ],
    [["wake me at 7 am tomorrow", "too early, 7:30"], ["alarm 07:30 in 1 day"]],
    [["turn off the TV at 11 pm", "better 10"], ["delayed 22:00 in 0 days"]],
    [["晚上十一点关电视", "算了，十点"], ["delayed 22:00 in 0 days"]],
    // What it would do is not that.
    [["晚上十一点关电视", "改成十一点半", "别开了"], ["delayed 23:30 in 0 days"]],
  ])("%j", async (turns, plans) => {
    const talk = await planningInFlat();
    for (const text of turns) await talk.say(text);
    expect(planDescriptions(talk)).toEqual(plans);
  });
});
