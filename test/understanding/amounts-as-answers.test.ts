import { eachDialogue } from "../support/each-dialogue.ts";

const ON_WITH_19 = "living-heater.heater.on=true, living-heater.heater.target-temperature=19";

eachDialogue(
  "how much says yes to what is asked about",
  [
    [["hm, bung her heater on then", "nineteen is plenty"], ON_WITH_19],
    [["hm, bung her heater on then", "19 should do it"], ON_WITH_19],
    [["hm, bung her heater on then", "yes"], "living-heater.heater.on=true"],
    [["hm, bung her heater on then", "no"], ""],
    // Of another thing it is a command of its own.
    [["hm, bung her heater on then", "the floor lamp at 19"], "living-floor-lamp.light.brightness=19"],
  ],
  "living",
);

eachDialogue(
  "how much, said to be enough, is set",
  [
    [["floor lamp to 60", "twenty percent is fine"], "living-floor-lamp.light.brightness=20"],
    [["heater on", "nineteen will do"], ON_WITH_19],
  ],
  "living",
);

eachDialogue(
  "both are the one that was picked and the other one",
  [
    [
      ["turn on the bedside lamp", "the left one", "and set both of them to 50"],
      "master-left-lamp.light.brightness=50, master-left-lamp.light.on=true, master-right-lamp.light.brightness=50",
    ],
    [["turn on the bedside lamp", "the left one", "turn both of them off"], "master-right-lamp.light.on=false"],
    [
      ["打开床头灯", "左边的", "两个都调到50%"],
      "master-left-lamp.light.brightness=50, master-left-lamp.light.on=true, master-right-lamp.light.brightness=50",
    ],
  ],
  "master",
);

eachDialogue(
  "a step is counted in 个 as the value is, and in 格 by steps",
  [
    [["电视音量调到三十", "再小三个"], "living-tv.speaker.volume=27"],
    [["电视音量调到三十", "大两格"], "living-tv.speaker.volume=50"],
    [["落地灯亮度五十", "再暗十个"], "living-floor-lamp.light.brightness=40"],
    [["落地灯亮度五十", "亮两格"], "living-floor-lamp.light.brightness=70"],
  ],
  "living",
);

eachDialogue(
  "what stands behind a command says nothing",
  [
    [
      ["heater on", "and put the floor lamp at twenty while you're at it"],
      "living-floor-lamp.light.brightness=20, living-heater.heater.on=true",
    ],
    [["turn the floor lamp off as you're at it"], "living-floor-lamp.light.on=false"],
    [["turn the heater on so it's nice and warm in here"], "living-heater.heater.on=true"],
  ],
  "living",
);
