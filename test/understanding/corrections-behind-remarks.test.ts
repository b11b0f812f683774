import { eachDialogue } from "../support/each-dialogue.ts";

eachDialogue("what was not liked is put back, whatever is said before", [
  [["turn on the pendant", "much too bright, back to what it was"], ""],
  [["set the oven to 210", "cancel that, leave it how it was"], ""],
  [["set the oven to 210", "on second thoughts, as it was before"], ""],
  [["turn on the pendant", "no wait, leave it"], ""],
  [["turn on the pendant", "never mind"], ""],
  [["烤箱调到210度", "太高了，还是原来的吧"], ""],
  [["打开吊灯", "太亮了，还是刚才那样"], ""],
]);

eachDialogue("what shall be instead", [
  [["set the oven to 210", "hmm, make it 190 instead"], "kitchen-oven.oven.target-temperature=190"],
  [["turn on the pendant", "put the cabinet light on instead"], "dining-cabinet-light.light.on=true"],
  [
    ["set the oven to 210", "put the pendant on instead"],
    "dining-pendant.light.on=true, kitchen-oven.oven.target-temperature=210",
  ],
  [["turn on the pendant", "the cabinet light, not the pendant"], "dining-cabinet-light.light.on=true"],
  [["turn on the pendant", "no, the cabinet light instead of the pendant"], "dining-cabinet-light.light.on=true"],
  [["打开吊灯", "是柜灯不是吊灯"], "dining-cabinet-light.light.on=true"],
  [["打开吊灯", "要柜灯，不要吊灯"], "dining-cabinet-light.light.on=true"],
]);

eachDialogue("a step goes on, and an amount that is said is where it ends", [
  [["set the oven to 200", "up ten", "another ten"], "kitchen-oven.oven.target-temperature=220"],
  [["set the oven to 200", "up ten", "and another"], "kitchen-oven.oven.target-temperature=220"],
  [["set the oven to 200", "a bit more, 215"], "kitchen-oven.oven.target-temperature=215"],
  [["烤箱调到200度", "再高十度", "继续"], "kitchen-oven.oven.target-temperature=220"],
]);

eachDialogue("what shall stay so is how it shall be", [
  [
    ["close the curtains in the living room", "not all the way, leave them half"],
    "living-curtains.curtain.current-position=50, living-curtains.curtain.target-position=50",
  ],
  [
    ["关上客厅的窗帘", "别全关，留一半"],
    "living-curtains.curtain.current-position=50, living-curtains.curtain.target-position=50",
  ],
]);

eachDialogue("with what it shall be set to it is no choice between those before", [
  [
    ["set the pendant to 70", "and the cabinet light", "cabinet light to 30"],
    "dining-cabinet-light.light.brightness=30, dining-cabinet-light.light.on=true, dining-pendant.light.on=true",
  ],
]);

eachDialogue("what it does, of what was talked about", [
  [["打开书房的风扇", "摇头"], "study-fan.fan.horizontal-swing=true, study-fan.fan.on=true"],
]);

eachDialogue("what was started stops when it is not wanted", [
  [["start the downstairs vacuum", "never mind"], "downstairs-vacuum.vacuum.status=2"],
  [["一楼扫地机开始扫地", "不要扫了"], "downstairs-vacuum.vacuum.status=2"],
]);
