import { eachDialogue } from "../support/each-dialogue.ts";

const BOTH = "dining-cabinet-light.light.on=true, dining-pendant.light.on=true";

eachDialogue("of several only what is called so itself goes back", [
  [["turn off the lights in the living room", "undo the ceiling light"], "living-floor-lamp.light.on=false"],
  [["turn off the lights in the living room", "undo the floor lamp"], "living-ceiling-light.light.on=false"],
  [["turn on the pendant and the cabinet light", "undo the cabinet light"], "dining-pendant.light.on=true"],
  [["关掉客厅的灯", "撤销吸顶灯"], "living-floor-lamp.light.on=false"],
  [["打开吊灯和柜灯", "撤销柜灯"], "dining-pendant.light.on=true"],
]);

eachDialogue("one of several without saying which is asked about, and both of one thing is not clear", [
  [["turn on the pendant and the cabinet light", "turn one of them off"], BOTH],
  [["turn on the pendant and the cabinet light", "switch off one of those"], BOTH],
  [["turn on the pendant", "turn both off"], "dining-pendant.light.on=true"],
  [["turn on the pendant", "dim both of them"], "dining-pendant.light.on=true"],
  [["turn on the pendant", "make them both brighter"], "dining-pendant.light.on=true"],
  [["打开吊灯和柜灯", "关掉一个"], BOTH],
  [["打开吊灯和柜灯", "关一个"], BOTH],
  [["打开吊灯", "两个都关了"], "dining-pendant.light.on=true"],
  [["打开吊灯", "两个都调到20%"], "dining-pendant.light.on=true"],
]);

eachDialogue("another place alone is about the same things there", [
  [
    ["关掉厨房的灯", "只关楼上的"],
    "emma-ceiling-light.light.on=false, kitchen-ceiling-light.light.on=false, leo-night-light.light.on=false, master-right-lamp.light.on=false",
  ],
  [["打开餐厅的灯", "打开客房的"], `${BOTH}, guest-ceiling-light.light.on=true`],
  [["关掉厨房的灯", "关掉书房的"], "kitchen-ceiling-light.light.on=false, study-ceiling-light.light.on=false"],
]);

eachDialogue("more of what was done last goes the same way, and a manner of speaking nowhere", [
  [["dim the floor lamp to 80 percent", "dim it", "more or less"], "living-floor-lamp.light.brightness=60"],
  [["turn the floor lamp down", "even more please"], "living-floor-lamp.light.brightness=5"],
  [["turn the floor lamp up", "some more"], "living-floor-lamp.light.brightness=85"],
]);
