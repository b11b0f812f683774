import { eachDialogue } from "../support/each-dialogue.ts";

const MASTER_COOLS = "master-ac.air-conditioner.mode=1, master-ac.air-conditioner.target-temperature=19";

eachDialogue(
  "all that was said is done to the other one, and that is of the same kind",
  [
    [["air con on, cooling, 19", "no wait, I meant the one in the bedroom"], MASTER_COOLS],
    [
      ["turn the air con on, heating, 24", "sorry, the study one"],
      "study-ac.air-conditioner.on=true, study-ac.air-conditioner.target-temperature=24",
    ],
    [["打开空调，制冷，十九度", "哎不对，我说的是主卧那个"], MASTER_COOLS],
    [["heater on", "oops, I meant the one in the guest room"], "guest-heater.heater.on=true"],
    [["大灯关掉", "哎不是这盏，我说的是书房那个大灯"], "study-ceiling-light.light.on=false"],
  ],
  "living",
);

eachDialogue(
  "a word alone between marks is the mode of the thing before it",
  [
    [["air con on, heating, 23"], "study-ac.air-conditioner.on=true, study-ac.air-conditioner.target-temperature=23"],
    [["turn off the air con, heating and fan"], "study-thermostat.thermostat.on=false"],
  ],
  "study",
);

eachDialogue(
  "a number said once more digit by digit is the same number",
  [
    [["floor lamp to thirteen percent", "no, thirty! Three-oh"], "living-floor-lamp.light.brightness=30"],
    [["floor lamp to sixteen percent", "no, sixty. Six zero"], "living-floor-lamp.light.brightness=60"],
    [["floor lamp at 40", "no no, fourteen, one four"], "living-floor-lamp.light.brightness=14"],
    [["floor lamp at five-oh"], "living-floor-lamp.light.brightness=50"],
    [["落地灯调到14%", "我说的是四十，四零"], "living-floor-lamp.light.brightness=40"],
  ],
  "living",
);

eachDialogue(
  "that one is right as it is changes nothing",
  [
    [
      ["heater on", "I meant the one in the guest room", "yeah, the living room one stays off"],
      "guest-heater.heater.on=true",
    ],
    [
      ["big light off", "no, I mean the one in the study", "yes, leave this one on"],
      "study-ceiling-light.light.on=false",
    ],
    [
      ["spotlights on", "no, not those, the TV strip", "good, the spotlights can stay off"],
      "living-tv-strip.light.on=true",
    ],
    [["大灯关掉", "不是这盏，我说的是书房那盏大灯", "对，客厅那盏亮着就好"], "study-ceiling-light.light.on=false"],
    [["大灯关掉", "不是，我说的是书房的大灯", "对，这边的还亮着就好"], "study-ceiling-light.light.on=false"],
    // It was never on.
    [["关掉空调", "嗯，客厅的开着就好"], ""],
  ],
  "living",
);
