import { eachDialogue } from "../support/each-dialogue.ts";

eachDialogue("a part of that is a part of how it is now", [
  [["set the ceiling light in the kitchen to 60", "half of that"], "kitchen-ceiling-light.light.brightness=30"],
  [
    ["set the ceiling light in the kitchen to 60", "make it a third of that please"],
    "kitchen-ceiling-light.light.brightness=20",
  ],
  [["how loud is the kitchen speaker?", "half that"], "kitchen-speaker.speaker.volume=14"],
  [["set the kitchen speaker to volume 40", "a quarter of it"], "kitchen-speaker.speaker.volume=10"],
  [["turn the kitchen speaker down", "by half again"], "kitchen-speaker.speaker.volume=9"],
  [["turn the kitchen speaker down by 8", "by half"], "kitchen-speaker.speaker.volume=10"],
  [["turn the kitchen speaker down by 4", "again"], "kitchen-speaker.speaker.volume=20"],
  [["厨房音箱的音量调到40", "减半"], "kitchen-speaker.speaker.volume=20"],
  [["厨房音箱的音量调到40", "再大一倍"], "kitchen-speaker.speaker.volume=80"],
  [["厨房的吸顶灯调到30%", "再亮一倍"], "kitchen-ceiling-light.light.brightness=60"],
  [["厨房的吸顶灯调到60%", "再暗一半"], "kitchen-ceiling-light.light.brightness=30"],
  [["厨房的吸顶灯调到60%", "还是调回40%吧"], "kitchen-ceiling-light.light.brightness=40"],
]);

eachDialogue("half is half of all where nothing else is said", [
  [["set the ceiling light in the kitchen to 80", "set it to half"], "kitchen-ceiling-light.light.brightness=50"],
  [["open the blind half way"], "dining-blind.curtain.current-position=50, dining-blind.curtain.target-position=50"],
  [["set the kitchen speaker to half"], "kitchen-speaker.speaker.volume=50"],
  [["厨房的吸顶灯调到一半"], "kitchen-ceiling-light.light.brightness=50"],
  [["百叶窗开一半"], "dining-blind.curtain.current-position=50, dining-blind.curtain.target-position=50"],
]);

eachDialogue("enough is enough, and what tells which one says no direction", [
  [["set the ceiling light in the kitchen to 60", "no more"], "kitchen-ceiling-light.light.brightness=60"],
  [["set the ceiling light in the kitchen to 60", "no further please"], "kitchen-ceiling-light.light.brightness=60"],
  [["set the kitchen speaker to volume 40", "not any louder"], "kitchen-speaker.speaker.volume=40"],
  [
    ["turn on the pendant and the cabinet light", "the brighter one off"],
    "dining-cabinet-light.light.on=true, dining-pendant.light.on=true",
  ],
  [
    ["turn on the pendant and the cabinet light", "the dimmer of the two"],
    "dining-cabinet-light.light.on=true, dining-pendant.light.on=true",
  ],
  [["厨房的吸顶灯调到60%", "不要再亮了"], "kitchen-ceiling-light.light.brightness=60"],
  [["厨房的吸顶灯调到60%", "够亮了"], "kitchen-ceiling-light.light.brightness=60"],
  [["打开吊灯和柜灯", "亮的那个关了"], "dining-cabinet-light.light.on=true, dining-pendant.light.on=true"],
]);
