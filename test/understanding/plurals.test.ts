import { eachDialogue } from "../support/each-dialogue.ts";

const LAMPS = "dining-cabinet-light.light.on=true, dining-pendant.light.on=true";

eachDialogue("both, them, all three: what was talked about one after the other", [
  [["turn on the pendant", "turn on the cabinet light", "turn on the garden lights", "turn all three off"], ""],
  [["turn on the pendant", "turn on the cabinet light", "turn on the garden lights", "switch them all off"], ""],
  [["turn on the pendant", "now the garden lights", "and the cabinet light", "turn those three off"], ""],
  [
    ["turn on the pendant and set the oven to 210", "turn on the garden lights and the cabinet light", "turn them off"],
    "dining-pendant.light.on=true, kitchen-oven.oven.target-temperature=210",
  ],
  [
    ["turn the pendant on and the cabinet light on", "set both to 25 percent"],
    `dining-cabinet-light.light.brightness=25, dining-cabinet-light.light.on=true, dining-pendant.light.brightness=25, dining-pendant.light.on=true`,
  ],
  [["is the pendant on?", "is the cabinet light on?", "turn both on"], LAMPS],
  [["打开吊灯", "打开柜灯", "打开花园灯", "三个都关掉"], ""],
  [["打开吊灯", "打开柜灯", "打开花园灯", "把它们全关了"], ""],
  [["打开吊灯", "花园灯也打开", "柜灯也打开", "这三个都关了吧"], ""],
  [
    ["打开吊灯，打开柜灯", "两个都调到25%"],
    `dining-cabinet-light.light.brightness=25, dining-cabinet-light.light.on=true, dining-pendant.light.brightness=25, dining-pendant.light.on=true`,
  ],
  [["吊灯开着吗", "柜灯呢", "两个都打开"], LAMPS],
  [["打开吊灯", "柜灯也打开", "算了都关了"], ""],
]);

eachDialogue("the other one, the other two", [
  [["turn on the pendant", "the other light in there too"], LAMPS],
  [
    ["turn on the left bedside lamp", "turn off the right one"],
    "master-left-lamp.light.on=true, master-right-lamp.light.on=false",
  ],
  [["is the left bedside lamp on?", "and the right one?", "turn it off"], "master-right-lamp.light.on=false"],
  [["turn off the floor lamp", "the other two lamps as well"], "living-floor-lamp.light.on=false"],
  [["turn on the night light in Leo's room", "now Emma's"], "emma-night-light.light.on=true"],
  [["打开左边床头灯", "右边那个关掉"], "master-left-lamp.light.on=true, master-right-lamp.light.on=false"],
  [["左边床头灯开着吗", "右边的呢", "关掉它"], "master-right-lamp.light.on=false"],
  [["打开吊灯", "另外那个也打开"], LAMPS],
  [["关掉落地灯", "另外两个灯也关了"], "living-floor-lamp.light.on=false"],
]);

eachDialogue("all three of what is asked about", [
  [
    ["turn on the heater", "all three"],
    "emma-heater.heater.on=true, guest-heater.heater.on=true, living-heater.heater.on=true",
  ],
  [["turn on the heater", "all four of them"], ""],
  [
    ["turn on the heater", "yes, all three please"],
    "emma-heater.heater.on=true, guest-heater.heater.on=true, living-heater.heater.on=true",
  ],
  [
    ["打开取暖器", "三个都打开"],
    "emma-heater.heater.on=true, guest-heater.heater.on=true, living-heater.heater.on=true",
  ],
  [["打开取暖器", "四个都打开"], ""],
]);

eachDialogue("one of several is asked for, and a count that does not fit is", [
  [["turn on the pendant and the cabinet light", "make one of them 20 percent"], LAMPS],
  [["turn on the pendant and the cabinet light", "turn one of them off"], LAMPS],
  [["turn on the pendant", "turn on the cabinet light", "turn all three off"], LAMPS],
  [["turn off all four lights in the kitchen"], ""],
  [["turn on the pendant", "the other three too"], "dining-pendant.light.on=true"],
  [["打开吊灯和柜灯", "其中一个调到20%"], LAMPS],
  [["打开吊灯和柜灯", "随便一个关了"], LAMPS],
  [["打开吊灯", "打开柜灯", "三个都关掉"], LAMPS],
  [["把厨房的四盏灯都关了"], ""],
  [["打开吊灯", "另外三个也打开"], "dining-pendant.light.on=true"],
]);

eachDialogue("the same for one more that is picked by its own word, and for nothing else", [
  [["turn on the left bedside lamp", "now the right"], "master-left-lamp.light.on=true"],
  [["turn off the ceiling light in Leo's room", "also Emma's"], "emma-ceiling-light.light.on=false"],
  [
    ["turn off the path lights", "now the hall ceiling light"],
    "garden-path-lights.light.on=false, hall-ceiling-light.light.on=false",
  ],
  [["turn on the pendant", "and thanks"], "dining-pendant.light.on=true"],
  [["turn on the pendant", "now Grandma's"], "dining-pendant.light.on=true"],
  [["turn on the pendant", "also the weather"], "dining-pendant.light.on=true"],
  [["打开左边床头灯", "右边的也打开"], "master-left-lamp.light.on=true"],
  [["打开吊灯", "奶奶的也打开"], "dining-pendant.light.on=true"],
  [["打开吊灯", "天气也不错"], "dining-pendant.light.on=true"],
  [["打开吊灯", "还有别的事"], "dining-pendant.light.on=true"],
]);
