import { eachDialogue } from "../support/each-dialogue.ts";

eachDialogue("what is to be spared goes back, the others stay so", [
  [
    ["turn off the lights in the kitchen and the study", "actually leave the study on"],
    "kitchen-ceiling-light.light.on=false",
  ],
  [
    ["turn off the lights in the kitchen and the study", "the study can stay on"],
    "kitchen-ceiling-light.light.on=false",
  ],
  [
    ["turn off the lights in the kitchen and the study", "but not in the kitchen"],
    "study-ceiling-light.light.on=false",
  ],
  [["turn off the lights in the kitchen and the study", "except in the kitchen"], "study-ceiling-light.light.on=false"],
  [
    ["turn off the path lights and the fresh air system", "no, don't turn the path lights off"],
    "gym-air-fresh.air-fresh.on=false",
  ],
  [["turn on the pendant and the cabinet light", "the pendant should stay off"], "dining-cabinet-light.light.on=true"],
  [
    ["turn on the pendant and the coffee machine", "just the pendant off again"],
    "kitchen-coffee.coffee-machine.on=true",
  ],
  [
    ["turn on the pendant and the coffee machine", "the coffee machine is enough"],
    "kitchen-coffee.coffee-machine.on=true",
  ],
  [["关掉厨房和书房的灯", "书房的别关"], "kitchen-ceiling-light.light.on=false"],
  [["关掉厨房和书房的灯", "书房的还是开着吧"], "kitchen-ceiling-light.light.on=false"],
  [["关掉厨房和书房的灯", "厨房的除外"], "study-ceiling-light.light.on=false"],
  [["关掉厨房和书房的灯", "除了厨房"], "study-ceiling-light.light.on=false"],
  [["关掉小路灯和新风机", "小路灯留着"], "gym-air-fresh.air-fresh.on=false"],
  [["打开吊灯和柜灯", "不要开吊灯"], "dining-cabinet-light.light.on=true"],
  [["打开吊灯和咖啡机", "咖啡机就够了"], "kitchen-coffee.coffee-machine.on=true"],
]);

eachDialogue("what nothing was done to, or what goes with what was done, changes nothing", [
  [
    ["turn off the ceiling light in the kitchen", "leave the one in the study on"],
    "kitchen-ceiling-light.light.on=false",
  ],
  [["turn off the ceiling light in the kitchen", "the study can stay on"], "kitchen-ceiling-light.light.on=false"],
  [
    ["turn on the pendant and the cabinet light", "leave the pendant on"],
    "dining-cabinet-light.light.on=true, dining-pendant.light.on=true",
  ],
  [
    ["turn on the pendant and the cabinet light", "the pendant can stay on"],
    "dining-cabinet-light.light.on=true, dining-pendant.light.on=true",
  ],
  [["turn on the pendant", "is the oven on?", "not the pendant"], "dining-pendant.light.on=true"],
  [["关掉厨房的吸顶灯", "书房的还开着就行"], "kitchen-ceiling-light.light.on=false"],
  [["关掉厨房的吸顶灯", "书房的不用关"], "kitchen-ceiling-light.light.on=false"],
  [["打开吊灯和柜灯", "吊灯留着"], "dining-cabinet-light.light.on=true, dining-pendant.light.on=true"],
  [["打开吊灯和柜灯", "吊灯别关"], "dining-cabinet-light.light.on=true, dining-pendant.light.on=true"],
  [["打开吊灯", "烤箱开着吗", "除了吊灯"], "dining-pendant.light.on=true"],
]);

eachDialogue("no, leave it: what was just done to it goes back", [
  [["turn on the heater in the guest room", "no, leave the heater"], ""],
  [["turn on the heater in the guest room", "leave the heater"], "guest-heater.heater.on=true"],
  [["turn on the pendant", "no, leave the cabinet light alone"], "dining-pendant.light.on=true"],
  [["打开客房的取暖器", "不，别动取暖器"], ""],
  [["打开吊灯和柜灯", "不，吊灯别动"], "dining-cabinet-light.light.on=true"],
  [["打开客房的取暖器", "别动取暖器"], "guest-heater.heater.on=true"],
]);

eachDialogue("a reason after something that was off already does nothing", [
  [["turn the lounge AC off", "it's freezing"], ""],
  [["turn the AC in the lounge off", "so cold"], ""],
  [["关掉客厅的空调", "冻死我了"], ""],
  [["关掉客厅的空调", "太冷了"], ""],
]);

eachDialogue(
  "how it feels after the thing that would help was switched off is why it was",
  [
    [["turn the AC off", "it's freezing in here"], "master-ac.air-conditioner.on=false"],
    [["switch off the air conditioner", "I'm cold"], "master-ac.air-conditioner.on=false"],
    [["turn off the right bedside lamp", "too bright"], "master-right-lamp.light.on=false"],
    [["turn off the humidifier", "it's so humid"], "master-humidifier.humidifier.on=false"],
    [["关掉空调", "冻死我了"], "master-ac.air-conditioner.on=false"],
    [["把空调关了", "有点冷"], "master-ac.air-conditioner.on=false"],
    [["关掉右边床头灯", "太亮了"], "master-right-lamp.light.on=false"],
  ],
  "master",
);
