import { eachDialogue } from "../support/each-dialogue.ts";

eachDialogue("a bare no right after something was done takes it back", [
  [["turn on the pendant", "no"], ""],
  [["turn on the pendant", "nope"], ""],
  [["set the oven to 210", "no no no"], ""],
  [["turn off the path lights", "no, stop"], ""],
  [["turn on the pendant and the cabinet light", "no, wait"], ""],
  [["turn on the pendant", "oops, cancel that"], ""],
  [["turn on the pendant", "who told you to turn that on"], ""],
  [["turn on the pendant", "forget it, I'll do it myself"], ""],
  [["打开吊灯", "谁让你开的"], ""],
  [["打开吊灯", "算了我自己来"], ""],
  [["打开吊灯", "别"], ""],
  [["打开吊灯", "不要"], ""],
  [["关掉小路灯", "不用了"], ""],
  [["烤箱调到210度", "算了"], ""],
  [["打开吊灯和柜灯", "别别别"], ""],
  [["打开吊灯", "哎，不对"], ""],
]);

eachDialogue("what begins with no and says more, or comes later, takes nothing back", [
  [["turn on the pendant", "no problem"], "dining-pendant.light.on=true"],
  [["turn on the pendant", "no thanks"], "dining-pendant.light.on=true"],
  [["turn on the pendant", "no idea where my keys are"], "dining-pendant.light.on=true"],
  [["turn on the pendant", "is the oven on?", "no"], "dining-pendant.light.on=true"],
  [["turn on the pendant", "thanks", "nope"], "dining-pendant.light.on=true"],
  [["turn on the pendant", "no one is home anyway"], "dining-pendant.light.on=true"],
  [["turn on the pendant", "who told you that joke"], "dining-pendant.light.on=true"],
  [["is the pendant on?", "no"], ""],
  [["打开吊灯", "不客气"], "dining-pendant.light.on=true"],
  [["打开吊灯", "别担心"], "dining-pendant.light.on=true"],
  [["打开吊灯", "不要紧"], "dining-pendant.light.on=true"],
  [["打开吊灯", "烤箱开着吗", "不要"], "dining-pendant.light.on=true"],
  [["打开吊灯", "谢谢", "别"], "dining-pendant.light.on=true"],
  [["吊灯开着吗", "不要"], ""],
]);

eachDialogue("what was done before goes back as well", [
  [["turn on the pendant", "turn on the cabinet light", "undo", "undo that too"], ""],
  [["turn on the pendant", "turn on the cabinet light", "undo", "and the one before"], ""],
  [["turn on the pendant", "turn on the cabinet light", "undo", "take back one more"], ""],
  [["打开吊灯", "打开柜灯", "撤销", "再撤一个"], ""],
  [["打开吊灯", "打开柜灯", "撤销", "上一个也撤了"], ""],
  [["打开吊灯", "打开柜灯", "撤销", "继续撤销"], ""],
]);

eachDialogue("one step back", [
  [
    ["set the pendant to 40 percent", "brighter", "go back one"],
    "dining-pendant.light.brightness=40, dining-pendant.light.on=true",
  ],
  [["吊灯调到40%", "亮一点", "退回一步"], "dining-pendant.light.brightness=40, dining-pendant.light.on=true"],
]);

eachDialogue("of several, by what they are called", [
  [
    ["turn on the pendant and the cabinet light", "now turn on the garden lights", "no"],
    "dining-cabinet-light.light.on=true, dining-pendant.light.on=true",
  ],
  [
    ["set the lights in the bedroom to 45 percent", "only the lamps"],
    "master-left-lamp.light.brightness=45, master-left-lamp.light.on=true, master-right-lamp.light.brightness=45",
  ],
]);

eachDialogue("only one of what was done one after the other", [
  [
    ["turn on the pendant", "and the cabinet light", "no, only the cabinet light"],
    "dining-cabinet-light.light.on=true",
  ],
  [["turn on the pendant", "the cabinet light too", "just the pendant"], "dining-pendant.light.on=true"],
  [["turn on the pendant", "and the cabinet light", "only the cabinet light", "undo"], ""],
  [["打开吊灯", "柜灯也打开", "不，只要柜灯"], "dining-cabinet-light.light.on=true"],
  [["打开吊灯", "打开柜灯", "只要吊灯"], "dining-pendant.light.on=true"],
  [["关掉小路灯", "别别，开着吧"], ""],
]);

eachDialogue("people go home too", [
  [["no one is home anyway"], ""],
  [["我六点回去"], ""],
  [["我先回去了"], ""],
]);

eachDialogue("all goes back but what is named", [
  [
    ["turn off the lights in the kitchen and the study", "undo that but leave the study light off"],
    "study-ceiling-light.light.on=false",
  ],
  [["turn on the pendant and the cabinet light", "undo that except the pendant"], "dining-pendant.light.on=true"],
  [
    ["turn on the pendant and the cabinet light", "undo it, but not the cabinet light"],
    "dining-cabinet-light.light.on=true",
  ],
  [
    ["turn on the pendant and the cabinet light", "undo that but leave the cabinet light on"],
    "dining-cabinet-light.light.on=true",
  ],
  [["打开吊灯和柜灯", "撤销，吊灯别关"], "dining-pendant.light.on=true"],
  [["打开吊灯和柜灯", "都撤销，柜灯留着"], "dining-cabinet-light.light.on=true"],
  [["打开吊灯和柜灯", "除了柜灯都恢复"], "dining-cabinet-light.light.on=true"],
  // It was never off: what shall be kept is not what was done.
  [
    ["turn on the pendant and the cabinet light", "undo that but leave the cabinet light off"],
    "dining-cabinet-light.light.on=true, dining-pendant.light.on=true",
  ],
  [
    ["turn on the pendant and the cabinet light", "undo that but leave the oven"],
    "dining-cabinet-light.light.on=true, dining-pendant.light.on=true",
  ],
]);

eachDialogue("what is not needed of several goes back", [
  [["关掉厨房和书房的灯", "书房的不用"], "kitchen-ceiling-light.light.on=false"],
  [["打开吊灯和柜灯", "柜灯就不用了"], "dining-pendant.light.on=true"],
  [["打开吊灯和柜灯", "柜灯算了"], "dining-pendant.light.on=true"],
  [["打开吊灯和柜灯", "烤箱不用"], "dining-cabinet-light.light.on=true, dining-pendant.light.on=true"],
  [["打开吊灯", "明天不用上班"], "dining-pendant.light.on=true"],
]);
