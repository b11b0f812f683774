import { rowsOf } from "./step.ts";

const SIREN = { command_topic: "s/set", state_topic: "s" };

export const sirens = rowsOf("siren", {
  "on and off, as words and as JSON": [
    SIREN,
    [
      ["hear", "s", "ON", { "alarm.alarm": true }],
      ["hear", "s", "OFF", { "alarm.alarm": false }],
      ["hear", "s", '{"state":"ON"}', { "alarm.alarm": true }],
      ["hear", "s", "{}", { "alarm.alarm": true }],
      ["hear", "s", "None", { "alarm.alarm": null }],
      ["hear", "s", "", { "alarm.alarm": null }],
      ["write", { "alarm.alarm": true }, ["s/set", '{"state":"ON"}']],
      ["write", { "alarm.alarm": false }, ["s/set", '{"state":"OFF"}']],
    ],
  ],
  "states and orders in words of its own": [
    { ...SIREN, payload_on: "howl", payload_off: "hush", state_on: "loud", state_off: "quiet" },
    [
      ["hear", "s", "loud", { "alarm.alarm": true }],
      ["hear", "s", "quiet", { "alarm.alarm": false }],
      ["write", { "alarm.alarm": true }, ["s/set", '{"state":"howl"}']],
      ["write", { "alarm.alarm": false }, ["s/set", '{"state":"hush"}']],
    ],
  ],
  "tone, volume and duration come with the state": [
    { ...SIREN, available_tones: ["bell", "horn"] },
    [
      [
        "hear",
        "s",
        '{"state":"ON","tone":"horn","volume_level":0.6,"duration":10}',
        { "alarm.alarm": true, "alarm.tone": "Horn", "alarm.volume": 60, "alarm.duration": 10 },
      ],
      ["hear", "s", '{"state":"OFF"}', { "alarm.alarm": false, "alarm.tone": "Horn", "alarm.volume": 60 }],
      [
        "hear",
        "s",
        '{"tone":null,"volume_level":null,"duration":null}',
        { "alarm.tone": null, "alarm.volume": null, "alarm.duration": null },
      ],
    ],
  ],
  "tone, volume and duration go with the order to sound": [
    { ...SIREN, available_tones: ["bell", "horn"] },
    [
      [
        "write",
        { "alarm.alarm": true, "alarm.tone": "Bell", "alarm.volume": 50, "alarm.duration": 22 },
        ["s/set", '{"state":"ON","tone":"bell","volume_level":0.5,"duration":22}'],
      ],
      ["write", { "alarm.alarm": false, "alarm.duration": 22 }, ["s/set", '{"state":"OFF"}']],
      ["write", { "alarm.tone": "Horn" }, ["s/set", '{"state":"ON","tone":"horn"}']],
    ],
  ],
  "a volume does not make a silent siren sound": [
    SIREN,
    [
      ["hear", "s", "OFF", { "alarm.alarm": false }],
      ["write", { "alarm.volume": 10 }],
      ["hear", "s", "ON", { "alarm.alarm": true }],
      ["write", { "alarm.volume": 10 }, ["s/set", '{"state":"ON","volume_level":0.1}']],
    ],
  ],
  "a volume over 1 and a tone that it does not have are not known": [
    { ...SIREN, available_tones: ["bell"] },
    [
      ["hear", "s", '{"state":"ON","volume_level":0.5,"tone":"bell"}', { "alarm.volume": 50, "alarm.tone": "Bell" }],
      ["hear", "s", '{"state":"ON","volume_level":6}', { "alarm.volume": null }],
      ["hear", "s", '{"state":"ON","tone":"flute"}', { "alarm.tone": null }],
    ],
    ["wrong-value", "wrong-value"],
  ],
  "what it does not support is not there": [
    { ...SIREN, support_volume_set: false, support_duration: "false" },
    [
      ["has", "alarm.alarm", "!alarm.volume", "!alarm.duration", "!alarm.tone"],
      ["write", { "alarm.alarm": true }, ["s/set", '{"state":"ON"}']],
    ],
  ],
  "orders through templates, one for off": [
    {
      ...SIREN,
      available_tones: ["bell"],
      command_template:
        "{{ value }} {{ tone | default('-') }} {{ volume_level | default('-') }} {{ duration | default('-') }}",
      command_off_template: "stop {{ state }}",
      state_value_template: "{{ value_json.siren }}",
    },
    [
      ["hear", "s", '{"siren":"ON"}', { "alarm.alarm": true }],
      ["write", { "alarm.alarm": true }, ["s/set", "ON - - -"]],
      ["write", { "alarm.alarm": true, "alarm.tone": "Bell", "alarm.volume": 25 }, ["s/set", "ON bell 0.25 -"]],
      ["write", { "alarm.alarm": false }, ["s/set", "stop OFF"]],
    ],
  ],
  "a template that makes nothing sends nothing": [
    { ...SIREN, command_template: "{{ value if state == 'ON' else '' }}" },
    [
      ["write", { "alarm.alarm": true }, ["s/set", "ON"]],
      ["write", { "alarm.alarm": false }],
    ],
  ],
});

const FAN = { command_topic: "f/set", state_topic: "f" };
const SPEED = { ...FAN, percentage_command_topic: "f/speed/set", percentage_state_topic: "f/speed" };

export const fans = rowsOf("fan", {
  "on and off": [
    FAN,
    [
      ["hear", "f", "ON", { "fan.on": true }],
      ["hear", "f", "OFF", { "fan.on": false }],
      ["hear", "f", "None", { "fan.on": null }],
      ["hear", "f", "", { "fan.on": null }],
      ["write", { "fan.on": true }, ["f/set", "ON"]],
    ],
  ],
  "on and off through templates": [
    { ...FAN, state_value_template: "{{ value_json.s }}", command_template: "s: {{ value }}", payload_on: "go" },
    [
      ["hear", "f", '{"s":"go"}', { "fan.on": true }],
      ["write", { "fan.on": true }, ["f/set", "s: go"]],
    ],
  ],
  "its speed in percent": [
    SPEED,
    [
      ["hear", "f/speed", "50", { "fan.speed-level": 50 }],
      ["hear", "f/speed", "100", { "fan.speed-level": 100 }],
      ["hear", "f/speed", "0", { "fan.speed-level": 100 }],
      ["hear", "f/speed", "None", { "fan.speed-level": null }],
      ["write", { "fan.speed-level": 27 }, ["f/speed/set", "27"]],
    ],
  ],
  "its speed in steps of its own": [
    { ...SPEED, speed_range_min: 1, speed_range_max: 200 },
    [
      ["hear", "f/speed", "100", { "fan.speed-level": 50 }],
      ["hear", "f/speed", "200", { "fan.speed-level": 100 }],
      ["write", { "fan.speed-level": 10 }, ["f/speed/set", "20"]],
    ],
  ],
  "three steps": [
    { ...SPEED, speed_range_min: 1, speed_range_max: 3 },
    [
      ["hear", "f/speed", "1", { "fan.speed-level": 33 }],
      ["hear", "f/speed", "2", { "fan.speed-level": 66 }],
      ["hear", "f/speed", "0", { "fan.speed-level": 66 }],
      ["hear", "f/speed", "3", { "fan.speed-level": 100 }],
      ["write", { "fan.speed-level": 33 }, ["f/speed/set", "1"]],
      ["write", { "fan.speed-level": 50 }, ["f/speed/set", "2"]],
      ["write", { "fan.speed-level": 66 }, ["f/speed/set", "2"]],
      ["write", { "fan.speed-level": 100 }, ["f/speed/set", "3"]],
    ],
  ],
  "four steps from three on": [
    { ...SPEED, speed_range_min: 3, speed_range_max: 6 },
    [
      ["hear", "f/speed", "3", { "fan.speed-level": 25 }],
      ["hear", "f/speed", "6", { "fan.speed-level": 100 }],
      ["write", { "fan.speed-level": 50 }, ["f/speed/set", "4"]],
    ],
  ],
  "a speed that it does not have is not known": [
    SPEED,
    [
      ["hear", "f/speed", "50", { "fan.speed-level": 50 }],
      ["hear", "f/speed", "101", { "fan.speed-level": null }],
      ["hear", "f/speed", "50", { "fan.speed-level": 50 }],
      ["hear", "f/speed", "fast", { "fan.speed-level": null }],
    ],
    ["wrong-value", "wrong-value"],
  ],
  "words that reset speed and preset": [
    {
      ...SPEED,
      payload_reset_percentage: "rset_percentage",
      preset_modes: ["auto", "none", "smart"],
      preset_mode_command_topic: "f/preset/set",
      preset_mode_state_topic: "f/preset",
      payload_reset_preset_mode: "rset_preset_mode",
    },
    [
      ["hear", "f/speed", "40", { "fan.speed-level": 40 }],
      ["hear", "f/speed", "rset_percentage", { "fan.speed-level": null }],
      ["hear", "f/preset", "smart", { "fan.mode": "Smart" }],
      ["hear", "f/preset", "none", { "fan.mode": "None" }],
      ["hear", "f/preset", "rset_preset_mode", { "fan.mode": null }],
      ["write", { "fan.mode": "None" }, ["f/preset/set", "none"]],
    ],
  ],
  "presets, and one that it does not have": [
    {
      ...FAN,
      preset_modes: ["breeze", "silent"],
      preset_mode_command_topic: "f/preset/set",
      preset_mode_state_topic: "f/preset",
      preset_mode_command_template: "preset {{ value }}",
      preset_mode_value_template: "{{ value_json.p }}",
    },
    [
      ["hear", "f/preset", '{"p":"breeze"}', { "fan.mode": "Breeze" }],
      ["hear", "f/preset", '{"p":"storm"}', { "fan.mode": null }],
      ["write", { "fan.mode": "Silent" }, ["f/preset/set", "preset silent"]],
    ],
    ["wrong-value"],
  ],
  oscillation: [
    { ...FAN, oscillation_command_topic: "f/osc/set", oscillation_state_topic: "f/osc" },
    [
      ["hear", "f/osc", "oscillate_on", { "fan.horizontal-swing": true }],
      ["hear", "f/osc", "oscillate_off", { "fan.horizontal-swing": false }],
      ["hear", "f/osc", "None", { "fan.horizontal-swing": null }],
      ["write", { "fan.horizontal-swing": true }, ["f/osc/set", "oscillate_on"]],
    ],
  ],
  "oscillation in words of its own, through a template": [
    {
      ...FAN,
      oscillation_command_topic: "f/osc/set",
      oscillation_state_topic: "f/osc",
      payload_oscillation_on: "wag",
      payload_oscillation_off: "still",
      oscillation_command_template: "<{{ value }}>",
      oscillation_value_template: "{{ value_json.o }}",
    },
    [
      ["hear", "f/osc", '{"o":"wag"}', { "fan.horizontal-swing": true }],
      ["write", { "fan.horizontal-swing": false }, ["f/osc/set", "<still>"]],
    ],
  ],
  direction: [
    {
      ...FAN,
      direction_command_topic: "f/dir/set",
      direction_state_topic: "f/dir",
      direction_command_template: "d {{ value }}",
    },
    [
      ["hear", "f/dir", "reverse", { "fan.direction": "Reverse" }],
      ["hear", "f/dir", "forward", { "fan.direction": "Forward" }],
      ["hear", "f/dir", "None", { "fan.direction": null }],
      ["write", { "fan.direction": "Reverse" }, ["f/dir/set", "d reverse"]],
    ],
  ],
});

const DAMP = {
  command_topic: "d/set",
  state_topic: "d",
  target_humidity_command_topic: "d/rh/set",
  target_humidity_state_topic: "d/rh",
  current_humidity_topic: "d/now",
};

export const humidifiers = rowsOf("humidifier", {
  "on and off": [
    DAMP,
    [
      ["hear", "d", "ON", { "humidifier.on": true }],
      ["hear", "d", "OFF", { "humidifier.on": false }],
      ["hear", "d", "None", { "humidifier.on": null }],
      ["write", { "humidifier.on": false }, ["d/set", "OFF"]],
    ],
  ],
  "the humidity that it aims at": [
    { ...DAMP, min_humidity: 30, max_humidity: 80 },
    [
      ["hear", "d/rh", "30", { "humidifier.target-humidity": 30 }],
      ["hear", "d/rh", "80", { "humidifier.target-humidity": 80 }],
      ["hear", "d/rh", "None", { "humidifier.target-humidity": null }],
      ["write", { "humidifier.target-humidity": 47 }, ["d/rh/set", "47"]],
    ],
  ],
  "an aim outside its limits is not known": [
    { ...DAMP, min_humidity: 30, max_humidity: 80 },
    [
      ["hear", "d/rh", "45", { "humidifier.target-humidity": 45 }],
      ["hear", "d/rh", "85", { "humidifier.target-humidity": null }],
      ["hear", "d/rh", "29", { "humidifier.target-humidity": null }],
    ],
    ["wrong-value", "wrong-value"],
  ],
  "the humidity that it measures": [
    DAMP,
    [
      ["hear", "d/now", "48", { "humidifier.relative-humidity": 48 }],
      ["hear", "d/now", "None", { "humidifier.relative-humidity": null }],
      ["hear", "d/now", "100", { "humidifier.relative-humidity": 100 }],
      ["hear", "d/now", "120", { "humidifier.relative-humidity": null }],
      ["hear", "d/now", "-1", { "humidifier.relative-humidity": null }],
    ],
    ["wrong-value", "wrong-value"],
  ],
  "words that reset humidity and mode": [
    {
      ...DAMP,
      payload_reset_humidity: "rset_humidity",
      payload_reset_mode: "rset_mode",
      modes: ["baby", "eco", "none"],
      mode_command_topic: "d/mode/set",
      mode_state_topic: "d/mode",
    },
    [
      ["hear", "d/rh", "50", { "humidifier.target-humidity": 50 }],
      ["hear", "d/rh", "rset_humidity", { "humidifier.target-humidity": null }],
      ["hear", "d/now", "44", { "humidifier.relative-humidity": 44 }],
      ["hear", "d/now", "rset_humidity", { "humidifier.relative-humidity": null }],
      ["hear", "d/mode", "eco", { "humidifier.mode": "Eco" }],
      ["hear", "d/mode", "none", { "humidifier.mode": "None" }],
      ["hear", "d/mode", "rset_mode", { "humidifier.mode": null }],
      ["write", { "humidifier.mode": "Baby" }, ["d/mode/set", "baby"]],
    ],
  ],
  "what it does now": [
    { ...DAMP, action_topic: "d/action" },
    [
      ["hear", "d/action", "humidifying", { "humidifier.status": "Humidifying" }],
      ["hear", "d/action", "idle", { "humidifier.status": "Idle" }],
      ["hear", "d/action", "None", { "humidifier.status": null }],
    ],
  ],
  "through templates": [
    {
      ...DAMP,
      device_class: "dehumidifier",
      state_value_template: "{{ value_json.s }}",
      command_template: "{{ value }}!",
      target_humidity_state_template: "{{ value_json.t }}",
      target_humidity_command_template: "rh {{ value }}",
      current_humidity_template: "{{ value_json.c }}",
    },
    [
      ["hear", "d", '{"s":"ON"}', { "dehumidifier.on": true }],
      ["hear", "d/rh", '{"t":55}', { "dehumidifier.target-humidity": 55 }],
      ["hear", "d/now", '{"c":null}', { "dehumidifier.relative-humidity": null }],
      ["write", { "dehumidifier.on": true }, ["d/set", "ON!"]],
      ["write", { "dehumidifier.target-humidity": 60 }, ["d/rh/set", "rh 60"]],
    ],
  ],
});
