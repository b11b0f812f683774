import { eachDialogue } from "../support/each-dialogue.ts";

eachDialogue(
  "things without a verb are each as it is said behind them",
  [
    [["lights on the fan and the AC off"], "study-monitor-light.light.on=true"],
    [["lights on the heater off"], "study-monitor-light.light.on=true, study-thermostat.thermostat.on=false"],
    [["fan on the lights and the AC off"], "study-ceiling-light.light.on=false, study-fan.fan.on=true"],
    [["lights off the fan on"], "study-ceiling-light.light.on=false, study-fan.fan.on=true"],
    [["灯打开空调和风扇关掉"], "study-monitor-light.light.on=true"],
    [["灯打开地暖和风扇关掉"], "study-monitor-light.light.on=true, study-thermostat.thermostat.on=false"],
  ],
  "study",
);

eachDialogue(
  "the light on a thing is its own",
  [
    [["turn on the fan", "turn on the light on the fan"], "study-fan.fan.on=true, study-fan.indicator-light.on=true"],
    [["the light on the fan off"], ""],
  ],
  "study",
);

eachDialogue(
  "an end of a property by its own word",
  [
    [["屏幕挂灯色温调到最暖"], "study-monitor-light.light.color-temperature=2700, study-monitor-light.light.on=true"],
    [["屏幕挂灯色温调到最冷"], "study-monitor-light.light.color-temperature=6500, study-monitor-light.light.on=true"],
    [
      ["monitor light as warm as it goes"],
      "study-monitor-light.light.color-temperature=2700, study-monitor-light.light.on=true",
    ],
    [["屏幕挂灯色温调到最亮"], ""],
    [["set the colour temperature to the brightest"], ""],
  ],
  "study",
);
