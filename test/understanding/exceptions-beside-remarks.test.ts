import { eachDialogue } from "../support/each-dialogue.ts";

const OFF_BUT_LAMP = "living-ceiling-light.light.on=false";

eachDialogue(
  "what is to be left out goes back, whatever is told beside it",
  [
    [["lights off", "leave the floor lamp on, Dad's reading"], OFF_BUT_LAMP],
    [["lights off", "oh, not the floor lamp, my sister's still drawing"], OFF_BUT_LAMP],
    [["lights off", "hang on, keep the floor lamp on, I'm using it"], OFF_BUT_LAMP],
    [["关灯", "落地灯别关，我爷爷在看报呢"], OFF_BUT_LAMP],
    [["关灯", "哎，落地灯留着，妹妹在画画"], OFF_BUT_LAMP],
    [["关灯", "哦落地灯不要关，我还要用"], OFF_BUT_LAMP],
  ],
  "living",
);

eachDialogue("an answer picks one, whatever is told beside it", [
  [["turn on the heater", "the guest room one, my sister's sleeping over"], "guest-heater.heater.on=true"],
  [["could you switch the heater on", "in Emma's room, she's freezing"], "emma-heater.heater.on=true"],
  [["打开电暖器", "客房的，我妈今晚住那边"], "guest-heater.heater.on=true"],
  // Alone it picks nothing.
  [["turn on the heater", "there's nobody home yet"], ""],
]);

eachDialogue(
  "a remark alone undoes nothing",
  [
    [["heater on", "just let me tidy up first"], "living-heater.heater.on=true"],
    [["打开电暖器", "我先收拾收拾"], "living-heater.heater.on=true"],
  ],
  "living",
);

eachDialogue(
  "who tells why it shall stop stops what was started",
  [
    [["spotlights on", "hold on, the baby's napping, stop it"], ""],
    [["spotlights on", "hang on, Tom's on the phone, stop"], ""],
  ],
  "living",
);

eachDialogue(
  "what is not to be minded is left as it is, or goes back",
  [
    [["never mind the heater, turn the spotlights on"], "living-spots.light.on=true"],
    [["heater and spotlights on", "never mind the spotlights"], "living-heater.heater.on=true"],
    // "No" before it takes back nothing that is not named.
    [["spotlights on", "no, leave the floor lamp alone"], "living-spots.light.on=true"],
  ],
  "living",
);
