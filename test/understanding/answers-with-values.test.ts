import { eachDialogue } from "../support/each-dialogue.ts";

eachDialogue("an answer that picks one and says a value does both to that one", [
  [
    ["turn on the heater", "the guest room, to 25 degrees"],
    "guest-heater.heater.on=true, guest-heater.heater.target-temperature=25",
  ],
  [["turn on the night light", "Leo's, at 40 percent"], "leo-night-light.light.brightness=40"],
  [
    ["turn on the night light", "the one in Emma's room, 60 percent"],
    "emma-night-light.light.brightness=60, emma-night-light.light.on=true",
  ],
  [["turn on the fan", "the study one, on level 3"], "study-fan.fan.fan-level=3, study-fan.fan.on=true"],
  [
    ["turn on the heater", "Emma's, 22 degrees please"],
    "emma-heater.heater.on=true, emma-heater.heater.target-temperature=22",
  ],
  [["打开取暖器", "客房的，调到25度"], "guest-heater.heater.on=true, guest-heater.heater.target-temperature=25"],
  [["打开夜灯", "艾玛的房间的，调到60%"], "emma-night-light.light.brightness=60, emma-night-light.light.on=true"],
  [["打开风扇", "书房的，3档"], "study-fan.fan.fan-level=3, study-fan.fan.on=true"],
  [["打开取暖器", "客卧的，22度"], "guest-heater.heater.on=true, guest-heater.heater.target-temperature=22"],
  [["打开夜灯", "小宝的房间的调到40%"], "leo-night-light.light.brightness=40"],
]);

eachDialogue("an answer with a value is undone at once", [
  [["turn on the heater", "the guest room, to 25 degrees", "undo"], ""],
  [["打开取暖器", "客房的，调到25度", "撤销"], ""],
]);
