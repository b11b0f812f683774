import { eachDialogue } from "../support/each-dialogue.ts";

eachDialogue("who says where they are talks about that room from then on", [
  [["I'm in the garage", "turn the light on"], "garage-light.light.on=true"],
  [["we're in the guest room now", "lights on please"], "guest-ceiling-light.light.on=true"],
  [["I am in the study", "turn off the ceiling light"], "study-ceiling-light.light.on=false"],
  [["hey, I'm back in the kitchen", "switch the ceiling light off"], "kitchen-ceiling-light.light.on=false"],
  [["I'm in the gym", "turn the dehumidifier off"], "gym-dehumidifier.dehumidifier.on=false"],
  [["我在健身房", "关掉除湿机"], "gym-dehumidifier.dehumidifier.on=false"],
  [["我现在在客房呢", "开灯"], "guest-ceiling-light.light.on=true"],
  [["我在书房", "关灯"], "study-ceiling-light.light.on=false"],
  [["我们在厨房里", "把吸顶灯关了"], "kitchen-ceiling-light.light.on=false"],
  [["人在健身房", "关除湿机"], "gym-dehumidifier.dehumidifier.on=false"],
]);

eachDialogue("where nobody can be, or where more is said, tells no room", [
  [["I'm in the mood for a film", "turn on the pendant"], "dining-pendant.light.on=true"],
  [["I'm in bed", "turn on the dehumidifier"], ""],
  [["the cat is in the kitchen", "turn on the dehumidifier"], ""],
  [["I was in the gym", "turn on the dehumidifier"], ""],
  [["am I in the gym?", "turn on the dehumidifier"], ""],
  [["我在看电视", "打开除湿机"], ""],
  [["猫在健身房", "打开除湿机"], ""],
  [["我不在健身房", "打开除湿机"], ""],
  [["我在公司", "打开除湿机"], ""],
  [["我在健身房吗", "打开除湿机"], ""],
]);

eachDialogue("a mode alone is that of what was talked about, and no heater", [
  [
    ["set the lounge AC to 24", "on heating"],
    "living-ac.air-conditioner.on=true, living-ac.air-conditioner.target-temperature=24",
  ],
  [["turn on the pendant", "on heating"], "dining-pendant.light.on=true"],
]);
