import { eachDialogue } from "../support/each-dialogue.ts";

eachDialogue(
  "all that was done goes back",
  [
    [["curtains half open", "heater on", "put it all back"], ""],
    [["close the curtains", "TV to forty", "ugh, no. Set everything back the way it was"], ""],
    [["floor lamp at 80", "spotlights on", "it looks awful, change it all back"], ""],
    [["heater on", "spotlights on at 20", "thanks", "oh, forget it, everything back to normal please"], ""],
    [["窗帘拉上", "大灯调到40%", "不折腾了，都变回刚才的样子"], ""],
    [["电视音量调到50", "打开电暖器", "哎算了，全都改回去"], ""],
    [["窗帘拉上", "打开落地灯", "算了算了，都给我还原"], ""],
  ],
  "living",
);

eachDialogue(
  "what was done last goes back, and nothing before it",
  [
    [["heater on", "spotlights on", "scrap that last one"], "living-heater.heater.on=true"],
    [["heater on", "spotlights on", "hmm no. Take that last one back, would you"], "living-heater.heater.on=true"],
    [["打开电暖器", "打开射灯", "刚才那个撤掉"], "living-heater.heater.on=true"],
    [["打开电暖器", "打开射灯", "撤了吧"], "living-heater.heater.on=true"],
    [["打开电暖器", "打开射灯", "太亮了，刚才那个不要了"], "living-heater.heater.on=true"],
    // A curtain that its motor moved is next, once what came after it is undone.
    [["close the curtains", "spotlights on", "undo that", "undo that"], ""],
  ],
  "living",
);

eachDialogue(
  "only what is named goes back, and what is to stay stays",
  [
    [
      ["heater on", "spotlights on", "actually leave the heater, just undo the spotlights"],
      "living-heater.heater.on=true",
    ],
    [["spotlights on", "heater on", "the lights are fine, only put the heater back"], "living-spots.light.on=true"],
    [["spotlights on", "heater on", "too hot, scrap the heater"], "living-spots.light.on=true"],
    [["打开射灯", "打开电暖器", "射灯别动，只把电暖器撤了"], "living-spots.light.on=true"],
    [["打开射灯", "打开电暖器", "射灯留着，电暖器撤销"], "living-spots.light.on=true"],
  ],
  "living",
);
