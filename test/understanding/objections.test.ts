import { eachDialogue } from "../support/each-dialogue.ts";

eachDialogue("something else was meant: the wrong thing goes back, the right one is done", [
  [["turn on the guest room ceiling light", "no, the landing one"], "landing-light.light.on=true"],
  [["switch the fresh air system off", "not that, I meant the coffee machine"], ""],
  [["turn off the path lights", "whoops, the ceiling light in the kitchen"], "kitchen-ceiling-light.light.on=false"],
  [
    ["close the curtains in Emma's room", "nope, in the lounge"],
    "living-curtains.curtain.current-position=0, living-curtains.curtain.target-position=0",
  ],
  [["turn on the towel rail", "wrong one, the mirror light"], "ensuite-mirror-light.light.on=true"],
  [["turn on the garden lights", "not the garden lights, the pendant"], "dining-pendant.light.on=true"],
  [["turn on the pendant", "I said the night light in Emma's room"], "emma-night-light.light.on=true"],
  [["set the pendant to 20 percent", "no, 35"], "dining-pendant.light.brightness=35, dining-pendant.light.on=true"],
  [["打开客房的吸顶灯", "不对，新风机关掉"], "guest-ceiling-light.light.on=true, gym-air-fresh.air-fresh.on=false"],
  [["打开客房的吸顶灯", "弄错了，书房的"], ""],
  [["关掉小路灯", "不是这个，是新风机"], "gym-air-fresh.air-fresh.on=false"],
  [["打开吊灯", "不是吊灯，是柜灯"], "dining-cabinet-light.light.on=true"],
  [["打开吊灯", "我说的是柜灯"], "dining-cabinet-light.light.on=true"],
  [["关掉厨房的吸顶灯", "等一下，书房的吸顶灯"], "study-ceiling-light.light.on=false"],
]);

eachDialogue("what was done is taken back by a plain objection alone", [
  [["turn off the path lights", "don't"], ""],
  [["turn on the cabinet light", "no, not that one"], ""],
  [["turn on the cabinet light", "don't turn it on"], ""],
  [["turn off the fresh air system", "no, leave it on"], ""],
  [["turn off the lights in the living room", "leave them how they were please"], ""],
  [["关掉小路灯", "别关"], ""],
  [["打开柜灯", "不要这个"], ""],
  [["关掉新风机", "还是开着吧"], ""],
  [["关掉客厅的灯", "还是恢复到原来的样子吧"], ""],
  [["关掉新风机", "不，还是留着"], ""],
]);

eachDialogue("what is no objection to what was done takes nothing back", [
  [["turn on the cabinet light", "leave it on"], "dining-cabinet-light.light.on=true"],
  [["turn on the cabinet light", "don't turn it off"], "dining-cabinet-light.light.on=true"],
  [["turn on the cabinet light", "is it on?", "don't"], "dining-cabinet-light.light.on=true"],
  [
    ["turn on the cabinet light", "sorry, turn the path lights off"],
    "dining-cabinet-light.light.on=true, garden-path-lights.light.on=false",
  ],
  [
    ["turn on the cabinet light", "no, close the curtains in the living room"],
    "dining-cabinet-light.light.on=true, living-curtains.curtain.current-position=0, living-curtains.curtain.target-position=0",
  ],
  [["turn on the cabinet light", "not the oven, the pendant"], "dining-cabinet-light.light.on=true"],
  [["打开柜灯", "开着吧"], "dining-cabinet-light.light.on=true"],
  [["打开柜灯", "别关"], "dining-cabinet-light.light.on=true"],
  [["打开柜灯", "呃，把小路灯关了"], "dining-cabinet-light.light.on=true, garden-path-lights.light.on=false"],
  [["打开柜灯", "不是烤箱，是吊灯"], "dining-cabinet-light.light.on=true"],
  [["打开柜灯", "谢谢", "不是"], "dining-cabinet-light.light.on=true"],
]);

eachDialogue("of several only these were meant: the others go back", [
  [["turn off the lights in the kitchen and the study", "just the study"], "study-ceiling-light.light.on=false"],
  [["turn on the pendant and the cabinet light", "no, only the cabinet light"], "dining-cabinet-light.light.on=true"],
  [["turn on the bedside lamps in the bedroom", "just the left one"], "master-left-lamp.light.on=true"],
  [
    ["turn off the fresh air system and the path lights", "I only meant the path lights"],
    "garden-path-lights.light.on=false",
  ],
  [
    ["turn on the pendant and the cabinet light", "just a bit brighter"],
    "dining-cabinet-light.light.brightness=60, dining-cabinet-light.light.on=true, dining-pendant.light.brightness=90, dining-pendant.light.on=true",
  ],
  [["打开吊灯和柜灯", "只要柜灯"], "dining-cabinet-light.light.on=true"],
  [["关掉厨房和书房的灯", "只关书房的就行"], "study-ceiling-light.light.on=false"],
  [["打开吊灯和柜灯", "就开吊灯吧"], "dining-pendant.light.on=true"],
  [["关掉新风机和小路灯", "我只要关小路灯"], "garden-path-lights.light.on=false"],
  [["关掉新风机和小路灯", "不对，只关新风机"], "gym-air-fresh.air-fresh.on=false"],
]);

eachDialogue("undo goes back one sentence at a time, exactly", [
  [["turn on the pendant", "turn on the cabinet light", "undo"], "dining-pendant.light.on=true"],
  [["turn on the pendant", "turn on the cabinet light", "undo", "undo"], ""],
  [["turn on the pendant", "undo", "undo"], ""],
  [["turn off the lights in the living room", "put them back on"], ""],
  // A question about a room leaves "them" what they were.
  [["turn off the path lights", "how warm is it in the study?", "turn them back on"], ""],
  [["turn off the path lights", "turn them back on"], ""],
  [["turn on the TV in the bedroom", "set it to volume 30", "put the volume back"], "master-tv.television.on=true"],
  [["打开吊灯", "打开柜灯", "撤销", "撤销"], ""],
  [["打开吊灯", "打开柜灯", "恢复原样"], "dining-pendant.light.on=true"],
  [["关掉客厅的灯", "再都打开吧"], ""],
  [["打开主卧的电视", "音量调到30", "把音量调回去"], "master-tv.television.on=true"],
  [["关掉小路灯", "重新打开"], ""],
]);
