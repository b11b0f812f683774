import { rowsOf } from "./step.ts";

const HEATER = {
  modes: ["off", "heat", "auto"],
  mode_command_topic: "h/mode/set",
  mode_state_topic: "h/mode",
  temperature_command_topic: "h/set",
  temperature_state_topic: "h/target",
  current_temperature_topic: "h/now",
};

export const climates = rowsOf("climate", {
  "modes, and on and off by them": [
    HEATER,
    [
      ["hear", "h/mode", "heat", { "thermostat.mode": "Heat", "thermostat.on": true }],
      ["hear", "h/mode", "off", { "thermostat.mode": "Off", "thermostat.on": false }],
      ["hear", "h/mode", "None", { "thermostat.mode": null, "thermostat.on": null }],
      ["hear", "h/mode", "auto", { "thermostat.mode": "Auto", "thermostat.on": true }],
      ["hear", "h/mode", "", { "thermostat.mode": "Auto" }],
      ["write", { "thermostat.mode": "Heat" }, ["h/mode/set", "heat"]],
      ["write", { "thermostat.on": false }, ["h/mode/set", "off"]],
      ["write", { "thermostat.on": true }, ["h/mode/set", "heat"]],
    ],
  ],
  "a mode that it does not have is not known": [
    HEATER,
    [
      ["hear", "h/mode", "heat", { "thermostat.mode": "Heat" }],
      ["hear", "h/mode", "turbo", { "thermostat.mode": null, "thermostat.on": null }],
    ],
    ["wrong-value", "wrong-value"],
  ],
  temperatures: [
    HEATER,
    [
      ["hear", "h/now", "21.4", { "thermostat.temperature": 21.4 }],
      ["hear", "h/target", "23", { "thermostat.target-temperature": 23 }],
      ["hear", "h/target", "None", { "thermostat.target-temperature": null }],
      ["hear", "h/now", "None", { "thermostat.temperature": null }],
      ["write", { "thermostat.target-temperature": 20 }, ["h/set", "20"]],
    ],
  ],
  "a temperature that is no number is not known": [
    HEATER,
    [
      ["hear", "h/target", "20", { "thermostat.target-temperature": 20 }],
      ["hear", "h/target", "warm", { "thermostat.target-temperature": null }],
      ["hear", "h/now", "20", { "thermostat.temperature": 20 }],
      ["hear", "h/now", "nan", { "thermostat.temperature": null }],
    ],
    ["wrong-value"],
  ],
  "a set point of 1031 degrees is a problem and no value": [
    HEATER,
    [
      ["hear", "h/target", "20", { "thermostat.target-temperature": 20 }],
      ["hear", "h/target", "1031", { "thermostat.target-temperature": null }],
    ],
    ["wrong-value"],
  ],
  "limits and steps of its own": [
    { ...HEATER, min_temp: 5, max_temp: 40, temp_step: 0.5 },
    [
      ["hear", "h/target", "5.5", { "thermostat.target-temperature": 5.5 }],
      ["hear", "h/target", "40", { "thermostat.target-temperature": 40 }],
      ["write", { "thermostat.target-temperature": 21.5 }, ["h/set", "21.5"]],
    ],
  ],
  "one value_template for everything that has none of its own": [
    {
      ...HEATER,
      value_template: "{{ value_json }}",
      temperature_state_template: "{{ value_json.t }}",
      preset_modes: ["eco", "away"],
      preset_mode_command_topic: "h/preset/set",
      preset_mode_state_topic: "h/preset",
      fan_modes: ["low", "high"],
      fan_mode_command_topic: "h/fan/set",
      fan_mode_state_topic: "h/fan",
      action_topic: "h/action",
      current_humidity_topic: "h/rh",
    },
    [
      ["hear", "h/mode", '"heat"', { "thermostat.mode": "Heat" }],
      ["hear", "h/now", '"19.5"', { "thermostat.temperature": 19.5 }],
      ["hear", "h/target", '{"t":21}', { "thermostat.target-temperature": 21 }],
      ["hear", "h/preset", '"eco"', { "thermostat.preset": "Eco" }],
      ["hear", "h/fan", '"high"', { "thermostat.fan-level": "High" }],
      ["hear", "h/action", '"heating"', { "thermostat.status": "Heating" }],
      ["hear", "h/rh", '"41"', { "thermostat.relative-humidity": 41 }],
      ["hear", "h/mode", "null", { "thermostat.mode": null }],
    ],
  ],
  "a template for each": [
    {
      ...HEATER,
      mode_state_template: "{{ value_json.m }}",
      current_temperature_template: "{{ value_json.c }}",
      temperature_command_template: "T{{ value }}",
      mode_command_template: "mode={{ value }}",
    },
    [
      ["hear", "h/mode", '{"m":"auto"}', { "thermostat.mode": "Auto" }],
      ["hear", "h/now", '{"c":18}', { "thermostat.temperature": 18 }],
      ["write", { "thermostat.target-temperature": 21 }, ["h/set", "T21"]],
      ["write", { "thermostat.mode": "Auto" }, ["h/mode/set", "mode=auto"]],
    ],
  ],
  "presets, none among them": [
    {
      ...HEATER,
      preset_modes: ["eco", "boost"],
      preset_mode_command_topic: "h/preset/set",
      preset_mode_state_topic: "h/preset",
      preset_mode_command_template: "p:{{ value }}",
      preset_mode_value_template: "{{ value_json.p }}",
    },
    [
      ["hear", "h/preset", '{"p":"eco"}', { "thermostat.preset": "Eco" }],
      ["hear", "h/preset", '{"p":"none"}', { "thermostat.preset": "None" }],
      ["hear", "h/preset", '{"p":"boost"}', { "thermostat.preset": "Boost" }],
      ["write", { "thermostat.preset": "Boost" }, ["h/preset/set", "p:boost"]],
      ["write", { "thermostat.preset": "None" }, ["h/preset/set", "p:none"]],
    ],
  ],
  "fan and swing modes": [
    {
      ...HEATER,
      fan_mode_command_topic: "h/fan/set",
      fan_mode_state_topic: "h/fan",
      swing_modes: ["fixed", "wide"],
      swing_mode_command_topic: "h/swing/set",
      swing_mode_state_topic: "h/swing",
      swing_horizontal_modes: ["left", "right"],
      swing_horizontal_mode_command_topic: "h/across/set",
      swing_horizontal_mode_state_topic: "h/across",
    },
    [
      ["hear", "h/fan", "medium", { "thermostat.fan-level": "Medium" }],
      ["hear", "h/fan", "None", { "thermostat.fan-level": null }],
      ["write", { "thermostat.fan-level": "Auto" }, ["h/fan/set", "auto"]],
      ["hear", "h/swing", "wide", { "thermostat.swing-mode": "Wide" }],
      ["hear", "h/swing", "None", { "thermostat.swing-mode": null }],
      ["write", { "thermostat.swing-mode": "Fixed" }, ["h/swing/set", "fixed"]],
      ["hear", "h/across", "left", { "thermostat.horizontal-swing-mode": "Left" }],
      ["write", { "thermostat.horizontal-swing-mode": "Right" }, ["h/across/set", "right"]],
    ],
  ],
  "what it does now": [
    { ...HEATER, action_topic: "h/action", action_template: "{{ value | lower }}" },
    [
      ["hear", "h/action", "HEATING", { "thermostat.status": "Heating" }],
      ["hear", "h/action", "idle", { "thermostat.status": "Idle" }],
      ["hear", "h/action", "none", { "thermostat.status": null }],
    ],
  ],
  "power by a topic of its own": [
    { ...HEATER, power_command_topic: "h/power/set", payload_on: "1", payload_off: "0" },
    [
      ["write", { "thermostat.on": true }, ["h/power/set", "1"]],
      ["write", { "thermostat.on": false }, ["h/power/set", "0"]],
      ["hear", "h/mode", "off", { "thermostat.on": false }],
    ],
  ],
  "power through a template": [
    { ...HEATER, power_command_topic: "h/power/set", power_command_template: "power {{ value }}" },
    [["write", { "thermostat.on": true }, ["h/power/set", "power ON"]]],
  ],
  "a lowest and a highest temperature": [
    {
      modes: ["off", "heat_cool"],
      mode_command_topic: "h/mode/set",
      temperature_low_command_topic: "h/low/set",
      temperature_low_state_topic: "h/low",
      temperature_high_command_topic: "h/high/set",
      temperature_high_state_topic: "h/high",
      temperature_high_command_template: "max {{ value }}",
    },
    [
      ["hear", "h/low", "18", { "thermostat.target-temperature": 18 }],
      ["hear", "h/high", "25", { "thermostat.target-temperature-2": 25 }],
      ["hear", "h/low", "None", { "thermostat.target-temperature": null }],
      ["write", { "thermostat.target-temperature": 19 }, ["h/low/set", "19"]],
      ["write", { "thermostat.target-temperature-2": 24 }, ["h/high/set", "max 24"]],
    ],
  ],
  "humidity: measured and wanted": [
    {
      ...HEATER,
      current_humidity_topic: "h/rh",
      target_humidity_command_topic: "h/rh/set",
      target_humidity_state_topic: "h/rh/target",
      min_humidity: 40,
      max_humidity: 60,
    },
    [
      ["hear", "h/rh", "35", { "thermostat.relative-humidity": 35 }],
      ["hear", "h/rh", "120", { "thermostat.relative-humidity": null }],
      ["hear", "h/rh/target", "50", { "thermostat.target-humidity": 50 }],
      ["hear", "h/rh/target", "None", { "thermostat.target-humidity": null }],
      ["write", { "thermostat.target-humidity": 55 }, ["h/rh/set", "55"]],
    ],
    ["wrong-value"],
  ],
  "fahrenheit is told as celsius": [
    { ...HEATER, temperature_unit: "F", min_temp: 50, max_temp: 86 },
    [
      ["hear", "h/now", "68", { "thermostat.temperature": 20 }],
      ["hear", "h/target", "70", { "thermostat.target-temperature": 21.1 }],
      ["write", { "thermostat.target-temperature": 20 }, ["h/set", "68"]],
    ],
  ],
});

const BOILER = {
  modes: ["off", "eco", "performance"],
  mode_command_topic: "b/mode/set",
  mode_state_topic: "b/mode",
  temperature_command_topic: "b/set",
  temperature_state_topic: "b/target",
  current_temperature_topic: "b/now",
};

export const waterHeaters = rowsOf("water_heater", {
  "modes and temperatures": [
    BOILER,
    [
      ["hear", "b/mode", "eco", { "water-heater.mode": "Eco", "water-heater.on": true }],
      ["hear", "b/mode", "off", { "water-heater.on": false }],
      ["hear", "b/mode", "None", { "water-heater.mode": null }],
      ["hear", "b/target", "50", { "water-heater.target-temperature": 50 }],
      ["hear", "b/target", "99", { "water-heater.target-temperature": null }],
      ["hear", "b/now", "47.5", { "water-heater.temperature": 47.5 }],
      ["write", { "water-heater.mode": "Performance" }, ["b/mode/set", "performance"]],
      ["write", { "water-heater.target-temperature": 55 }, ["b/set", "55"]],
    ],
    ["wrong-value"],
  ],
  "one value_template for all, and its power": [
    { ...BOILER, value_template: "{{ value_json.v }}", power_command_topic: "b/power/set" },
    [
      ["hear", "b/mode", '{"v":"performance"}', { "water-heater.mode": "Performance" }],
      ["hear", "b/target", '{"v":45}', { "water-heater.target-temperature": 45 }],
      ["hear", "b/now", '{"v":null}', { "water-heater.temperature": null }],
      ["write", { "water-heater.on": true }, ["b/power/set", "ON"]],
    ],
  ],
});
