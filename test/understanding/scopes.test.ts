import { eachDialogue } from "../support/each-dialogue.ts";

const CURTAINS = "living-curtains.curtain.current-position=0, living-curtains.curtain.target-position=0";

eachDialogue("everywhere and everywhere else: the same in the whole home, or in the other rooms", [
  [
    ["turn off the fresh air system", "turn off the air purifier in the lounge", "everywhere"],
    "emma-purifier.air-purifier.on=false, gym-air-fresh.air-fresh.on=false, living-purifier.air-purifier.on=false",
  ],
  [["turn off the dehumidifiers in the utility room", "everywhere else too"], "gym-dehumidifier.dehumidifier.on=false"],
  [
    ["turn off the dehumidifiers in the utility room", "and in the other rooms"],
    "gym-dehumidifier.dehumidifier.on=false",
  ],
  [["turn off the dehumidifiers", "in every room"], "gym-dehumidifier.dehumidifier.on=false", "utility"],
  [["turn off the dehumidifiers everywhere else"], "gym-dehumidifier.dehumidifier.on=false", "utility"],
  [["turn off the dehumidifiers in the rest of the house"], "", "gym"],
  [["关掉家政间的除湿机", "别的房间也关了"], "gym-dehumidifier.dehumidifier.on=false"],
  [["关掉家政间的除湿机", "其他房间的也是"], "gym-dehumidifier.dehumidifier.on=false"],
  [["把除湿机关了", "全屋的"], "gym-dehumidifier.dehumidifier.on=false", "utility"],
  [["把除湿机关了", "所有房间的"], "gym-dehumidifier.dehumidifier.on=false", "utility"],
  [["把其他房间的除湿机关了"], "gym-dehumidifier.dehumidifier.on=false", "utility"],
  [["把其他房间的除湿机关了"], "", "gym"],
]);

eachDialogue("not there, but in another room", [
  [["turn on the ceiling light in the guest room", "not there, in the garage"], "garage-light.light.on=true"],
  [["close the curtains in Emma's room", "not there, in the lounge"], CURTAINS],
  [["turn on the ceiling light in the guest room", "I said the garage!"], "garage-light.light.on=true"],
  [["打开客房的吸顶灯", "不是那里，是车库"], "garage-light.light.on=true"],
  [["拉上艾玛的房间的窗帘", "不是那边，是客厅的"], CURTAINS],
  [["打开客房的灯", "我说的是走廊的"], "landing-light.light.on=true"],
]);

eachDialogue("a question goes on to the other rooms, and changes nothing", [
  [["is a light on in the kitchen?", "and in the other rooms?"], ""],
  [["is a dehumidifier on in the gym?", "and everywhere else?"], ""],
  [["厨房有灯开着吗", "其他房间呢"], ""],
  [["健身房的除湿机开着吗", "别的房间呢"], ""],
  [["打开吊灯", "everywhere I look it is dark"], "dining-pendant.light.on=true"],
]);

eachDialogue("which one, by how it is", [
  [["turn on the bedside lamp", "the one that is off"], "master-left-lamp.light.on=true"],
  [["turn on the dehumidifier", "the one that's off"], "utility-dehumidifier.dehumidifier.on=true"],
  [["turn on the dehumidifier", "which one is on?"], ""],
  [["turn on the dehumidifier", "that one is on"], ""],
  [["打开除湿机", "关着的那台"], "utility-dehumidifier.dehumidifier.on=true"],
  [["打开除湿机", "哪个开着"], ""],
]);
