import { eachDialogue } from "../support/each-dialogue.ts";

const LAMP = "dining-pendant.light.on=true";

eachDialogue('"it" after a thing or a room that the home lacks is none of what was talked about before', [
  [["turn on the pendant", "turn on the jacuzzi", "turn it off"], LAMP],
  [["turn on the pendant", "switch on the toaster", "dim it"], LAMP],
  [["turn on the pendant", "turn on the sauna", "make it red"], LAMP],
  [["is the coffee machine on?", "turn on the printer in the cellar", "switch it on"], ""],
  [["turn on the pendant", "open the fireplace", "and close it again"], LAMP],
  [["turn on the light in the cellar", "dim it"], "", "living"],
  [["打开阁楼的灯", "把它调暗"], "", "living"],
  [["打开吊灯", "打开吹风机", "把它关了"], LAMP],
  [["打开吊灯", "打开电饼铛", "把它调成红色"], LAMP],
  [["打开吊灯", "打开面包机", "关掉它"], LAMP],
  [["吊灯开着吗", "打开榨汁机", "打开它"], ""],
  [["打开吊灯", "打开桑拿房的灯", "把它调暗"], LAMP],
]);

eachDialogue("what is named after a thing that the home lacks is done, and so is what was there before it", [
  [["turn on the jacuzzi", "turn on the pendant"], LAMP],
  [["turn on the jacuzzi", "turn on the pendant", "turn it off"], ""],
  [["turn on the pendant", "turn on the jacuzzi", "undo"], ""],
  [["打开吹风机", "打开吊灯"], LAMP],
  [["打开吊灯", "打开吹风机", "撤销"], ""],
]);
