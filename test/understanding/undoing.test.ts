import { eachDialogue } from "../support/each-dialogue.ts";

eachDialogue("undo in many words", [
  [["turn on the pendant", "oh wait, undo that"], ""],
  [["turn on the pendant", "is it on?", "no, revert that please"], ""],
  [["set the oven to 210", "sorry, that was a mistake"], ""],
  [["turn off the path lights", "that's not what I wanted"], ""],
  [["set the oven to 210", "as before please"], ""],
  [["set the oven to 210", "restore the previous settings"], ""],
  [["turn on the pendant and the cabinet light", "neither of them, sorry"], ""],
  [["set the water heater to 60", "go back to the old temperature"], ""],
  [["打开吊灯", "等等，撤销刚才的"], ""],
  [["打开吊灯", "开着吗", "不，撤回吧"], ""],
  [["烤箱调到210度", "哎呀，弄错了"], ""],
  [["关掉小路灯", "我要的不是这个"], ""],
  [["烤箱调到210度", "算了，跟之前一样吧"], ""],
  [["烤箱调到210度", "还是原来的温度吧"], ""],
  [["烤箱调到210度", "不，调回去"], ""],
  [["关掉小路灯", "当我没说"], ""],
  [["关掉小路灯", "还是别关了"], ""],
  [["打开吊灯和柜灯", "算了，还是都关上吧"], ""],
]);

eachDialogue("the contrary after a thing that was so already leaves that as it was", [
  [["turn on the lights in the kitchen", "put them back as they were"], ""],
  [["关掉客厅的灯", "算了，还是打开吧"], ""],
]);

eachDialogue("several commands are undone together", [
  [["turn on the pendant", "set the oven to 210", "undo everything"], ""],
  [["turn on the pendant", "set the oven to 210", "undo both of those"], ""],
  [
    ["turn on the pendant", "turn off the path lights", "set the oven to 210", "undo the last two"],
    "dining-pendant.light.on=true",
  ],
  [
    ["set the oven to 210", "turn on the pendant and the cabinet light", "undo both"],
    "kitchen-oven.oven.target-temperature=210",
  ],
  [["turn on the pendant", "turn off the path lights", "set the oven to 210", "undo the last 3 commands"], ""],
  [["打开吊灯", "烤箱调到210度", "全部撤销"], ""],
  [["打开吊灯", "烤箱调到210度", "都恢复原样吧"], ""],
  [["打开吊灯", "关掉小路灯", "烤箱调到210度", "撤销最后两个操作"], "dining-pendant.light.on=true"],
  [["烤箱调到210度", "打开吊灯和柜灯", "两个都撤销"], "kitchen-oven.oven.target-temperature=210"],
  [["烤箱调到210度", "关掉厨房和书房的灯", "都还原"], "kitchen-oven.oven.target-temperature=210"],
]);

eachDialogue("one thing of what was done is undone", [
  [["turn on the pendant and the coffee machine", "undo the pendant"], "kitchen-coffee.coffee-machine.on=true"],
  [["turn on the pendant", "turn off the path lights", "undo the pendant"], "garden-path-lights.light.on=false"],
  [
    ["turn off the lights in the kitchen and the study", "undo that for the study"],
    "kitchen-ceiling-light.light.on=false",
  ],
  [["set the kitchen speaker to volume 60", "how warm is it in the study?", "undo the volume"], ""],
  [
    ["turn off the TV in the lounge", "set the oven to 210", "restore the TV"],
    "kitchen-oven.oven.target-temperature=210",
  ],
  [["打开吊灯和咖啡机", "吊灯撤销"], "kitchen-coffee.coffee-machine.on=true"],
  [["打开吊灯", "关掉小路灯", "把吊灯恢复"], "garden-path-lights.light.on=false"],
  [["关掉厨房和书房的灯", "书房的恢复原样"], "kitchen-ceiling-light.light.on=false"],
  [["厨房音箱的音量调到60", "书房几度", "音量恢复"], ""],
  [["关掉客厅的电视", "烤箱调到210度", "撤销电视的操作"], "kitchen-oven.oven.target-temperature=210"],
]);

eachDialogue("what is no undo, or of what was not done, undoes nothing", [
  [["turn on the pendant", "undo the oven"], "dining-pendant.light.on=true"],
  [["turn on the pendant", "don't undo that"], "dining-pendant.light.on=true"],
  [["turn on the pendant", "how do I undo that?"], "dining-pendant.light.on=true"],
  [
    ["turn on the pendant", "turn on the garden lights", "undo the first one"],
    "dining-pendant.light.on=true, garden-lights.light.on=true",
  ],
  [["is the pendant on?", "undo the pendant"], ""],
  [["is the pendant on?", "undo everything"], ""],
  [["turn on the pendant", "what was a mistake?"], "dining-pendant.light.on=true"],
  [["打开吊灯", "撤销烤箱"], "dining-pendant.light.on=true"],
  [["打开吊灯", "不要撤销"], "dining-pendant.light.on=true"],
  [["打开吊灯", "怎么撤销"], "dining-pendant.light.on=true"],
  [["吊灯开着吗", "吊灯恢复原样"], ""],
  [["吊灯开着吗", "全部撤销"], ""],
  [["打开吊灯", "哪里弄错了"], "dining-pendant.light.on=true"],
]);
