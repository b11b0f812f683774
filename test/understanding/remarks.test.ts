import { eachDialogue } from "../support/each-dialogue.ts";

eachDialogue("a remark about what was done stands before how it shall be", [
  [["set the oven to 210", "goodness gracious, 190"], "kitchen-oven.oven.target-temperature=190"],
  [["set the oven to 210", "grandma likes it gentle, 190"], "kitchen-oven.oven.target-temperature=190"],
  [["烤箱调到210度", "这也太烫了，190"], "kitchen-oven.oven.target-temperature=190"],
]);

eachDialogue("what may be more than a remark does nothing", [
  [["set the oven to 210", "tell grandma, 190"], "kitchen-oven.oven.target-temperature=210"],
  [["set the oven to 210", "when grandma is here, 190"], "kitchen-oven.oven.target-temperature=210"],
  [["set the oven to 210", "grandma is 80, 190"], "kitchen-oven.oven.target-temperature=210"],
]);

eachDialogue("what is said of the same as before", [
  [["turn on the lights in the dining room", "off except the pendant"], "dining-pendant.light.on=true"],
  [
    ["set the pendant to 30", "same on the cabinet light"],
    "dining-cabinet-light.light.brightness=30, dining-cabinet-light.light.on=true, dining-pendant.light.brightness=30, dining-pendant.light.on=true",
  ],
  [
    ["turn on the fan in leo's room", "is the study one on?", "turn it on"],
    "leo-fan.fan.on=true, study-fan.fan.on=true",
  ],
  [["打开吊灯", "不要吊灯，要柜灯"], "dining-cabinet-light.light.on=true"],
]);

eachDialogue("what was so already is put right as well", [
  [["turn on the floor lamp", "no, the light strip"], "living-tv-strip.light.on=true", "living"],
  [["turn on the floor lamp", "the light strip, not the floor lamp"], "living-tv-strip.light.on=true", "living"],
  [
    ["set the oven to 210", "turn on the floor lamp", "no, the light strip"],
    "kitchen-oven.oven.target-temperature=210, living-tv-strip.light.on=true",
    "living",
  ],
]);

eachDialogue("a step goes back, and what was no step does not", [
  [["set the oven to 200", "up ten", "up ten", "too much, back a bit"], "kitchen-oven.oven.target-temperature=210"],
  [["set the oven to 200", "back a bit"], "kitchen-oven.oven.target-temperature=200"],
  [["烤箱调到200度", "再高十度", "往回调一点"], "kitchen-oven.oven.target-temperature=200"],
]);
