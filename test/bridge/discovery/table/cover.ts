import { rowsOf } from "./step.ts";

const SHUTTER = { command_topic: "c/set", state_topic: "c" };
const PLACED = { ...SHUTTER, position_topic: "c/pos", set_position_topic: "c/pos/set" };
const TILTED = { command_topic: "c/set", tilt_command_topic: "c/tilt/set", tilt_status_topic: "c/tilt" };

export const covers = rowsOf("cover", {
  "its states": [
    SHUTTER,
    [
      ["hear", "c", "opening", { "curtain.status": "Opening" }],
      ["hear", "c", "open", { "curtain.status": "Open" }],
      ["hear", "c", "closing", { "curtain.status": "Closing" }],
      ["hear", "c", "closed", { "curtain.status": "Closed" }],
      ["hear", "c", "None", { "curtain.status": null }],
      ["hear", "c", "", { "curtain.status": null }],
    ],
  ],
  "its states in words of its own": [
    {
      ...SHUTTER,
      state_open: "up",
      state_opening: "rising",
      state_closed: "down",
      state_closing: "sinking",
      state_stopped: "halt",
    },
    [
      ["hear", "c", "rising", { "curtain.status": "Opening" }],
      ["hear", "c", "up", { "curtain.status": "Open" }],
      ["hear", "c", "sinking", { "curtain.status": "Closing" }],
      ["hear", "c", "halt", { "curtain.status": "Closed" }],
      ["hear", "c", "down", { "curtain.status": "Closed" }],
    ],
  ],
  "stopped after closed is closed, without a position": [
    SHUTTER,
    [
      ["hear", "c", "closed", { "curtain.status": "Closed" }],
      ["hear", "c", "stopped", { "curtain.status": "Closed" }],
    ],
  ],
  "stopped after open and after a motion": [
    SHUTTER,
    [
      ["hear", "c", "stopped", { "curtain.status": null }],
      ["hear", "c", "open", { "curtain.status": "Open" }],
      ["hear", "c", "stopped", { "curtain.status": "Open" }],
      ["hear", "c", "closing", { "curtain.status": "Closing" }],
      ["hear", "c", "stopped", { "curtain.status": "Closed" }],
      ["hear", "c", "opening", { "curtain.status": "Opening" }],
      ["hear", "c", "stopped", { "curtain.status": "Open" }],
    ],
  ],
  "stopped with a position is where the position says": [
    PLACED,
    [
      ["hear", "c/pos", "40", { "curtain.current-position": 40 }],
      ["hear", "c", "closing", { "curtain.status": "Closing" }],
      ["hear", "c", "stopped", { "curtain.status": "Open" }],
      ["hear", "c/pos", "0", { "curtain.current-position": 0, "curtain.status": "Closed" }],
      ["hear", "c", "stopped", { "curtain.status": "Closed" }],
    ],
  ],
  "a word that is no state is not known": [
    SHUTTER,
    [
      ["hear", "c", "open", { "curtain.status": "Open" }],
      ["hear", "c", "ajar", { "curtain.status": null }],
    ],
    ["wrong-value"],
  ],
  "its state through a template": [
    { ...SHUTTER, value_template: "{{ value_json.s }}" },
    [
      ["hear", "c", '{"s":"open"}', { "curtain.status": "Open" }],
      ["hear", "c", '{"t":1}', { "curtain.status": "Open" }],
      ["hear", "c", '{"s":null}', { "curtain.status": null }],
    ],
  ],
  "orders, and one that is switched off": [
    { ...SHUTTER, payload_open: "UP", payload_close: "DOWN", payload_stop: null },
    [
      ["write", { "curtain.motor-control": "Open" }, ["c/set", "UP"]],
      ["write", { "curtain.motor-control": "Close" }, ["c/set", "DOWN"]],
      ["has", "curtain.motor-control", "!curtain.current-position", "!curtain.target-position", "!curtain.tilt"],
    ],
  ],
  "orders as they are called": [
    SHUTTER,
    [
      ["write", { "curtain.motor-control": "Open" }, ["c/set", "OPEN"]],
      ["write", { "curtain.motor-control": "Close" }, ["c/set", "CLOSE"]],
      ["write", { "curtain.motor-control": "Pause" }, ["c/set", "STOP"]],
    ],
  ],
  "its position, its limits and what is none": [
    PLACED,
    [
      ["hear", "c/pos", "0", { "curtain.current-position": 0 }],
      ["hear", "c/pos", "100", { "curtain.current-position": 100, "curtain.target-position": 100 }],
      ["hear", "c/pos", "110", { "curtain.current-position": 100 }],
      ["hear", "c/pos", "-5", { "curtain.current-position": 0 }],
      ["hear", "c/pos", "None", { "curtain.current-position": null, "curtain.target-position": null }],
      ["write", { "curtain.target-position": 43 }, ["c/pos/set", "43"]],
    ],
  ],
  "a position that is no number is not known": [
    { ...PLACED, state_topic: undefined },
    [
      ["hear", "c/pos", "30", { "curtain.current-position": 30 }],
      ["hear", "c/pos", "half", { "curtain.current-position": null }],
    ],
    ["wrong-value", "wrong-value"],
  ],
  "positions between ends of its own": [
    { ...PLACED, position_open: 180, position_closed: 80 },
    [
      ["hear", "c/pos", "80", { "curtain.current-position": 0 }],
      ["hear", "c/pos", "130", { "curtain.current-position": 50 }],
      ["write", { "curtain.target-position": 90 }, ["c/pos/set", "170"]],
      ["write", { "curtain.target-position": 0 }, ["c/pos/set", "80"]],
    ],
  ],
  "positions that are turned round": [
    { ...PLACED, position_open: 0, position_closed: 100 },
    [
      ["hear", "c/pos", "0", { "curtain.current-position": 100 }],
      ["hear", "c/pos", "25", { "curtain.current-position": 75 }],
      ["write", { "curtain.target-position": 70 }, ["c/pos/set", "30"]],
    ],
  ],
  "position_template gives a number": [
    { ...PLACED, position_template: "{{ (value | float / 2) | int }}" },
    [["hear", "c/pos", "84", { "curtain.current-position": 42 }]],
  ],
  "position_template gives an object with position and tilt": [
    { ...PLACED, ...TILTED, position_template: '{"position":{{ value_json.p }},"tilt_position":{{ value_json.t }}}' },
    [
      ["hear", "c/pos", '{"p":55,"t":20}', { "curtain.current-position": 55, "curtain.tilt": 20 }],
      ["hear", "c/pos", '{"p":null,"t":null}', { "curtain.current-position": null }],
    ],
    ["wrong-value", "wrong-value"],
  ],
  "an object with a tilt in it that says nothing of the position": [
    { ...PLACED, position_template: '{"tilt_position":{{ value }}}' },
    [["hear", "c/pos", "30", { "curtain.current-position": null }]],
  ],
  "position_open and position_closed in its templates": [
    {
      ...PLACED,
      position_open: 10,
      position_closed: 90,
      position_template: "{{ position_closed if value == 'shut' else position_open }}",
      set_position_template: "{{ position }}|{{ value }}|{{ position_open }}|{{ position_closed }}",
    },
    [
      ["hear", "c/pos", "shut", { "curtain.current-position": 0 }],
      ["hear", "c/pos", "else", { "curtain.current-position": 100 }],
      ["write", { "curtain.target-position": 25 }, ["c/pos/set", "25|70|10|90"]],
    ],
  ],
  "tilt_min and tilt_max in its templates": [
    {
      ...PLACED,
      ...TILTED,
      tilt_min: 5,
      tilt_max: 45,
      set_position_template: "{{ tilt_min }}-{{ tilt_max }}-{{ position }}",
      tilt_command_template: "{{ tilt_position }}/{{ value }}/{{ tilt_min }}/{{ tilt_max }}",
      tilt_status_template: "{{ tilt_max if value == 'flat' else value }}",
    },
    [
      ["write", { "curtain.target-position": 30 }, ["c/pos/set", "5-45-30"]],
      ["write", { "curtain.tilt": 50 }, ["c/tilt/set", "50/25/5/45"]],
      ["hear", "c/tilt", "flat", { "curtain.tilt": 100 }],
      ["hear", "c/tilt", "25", { "curtain.tilt": 50 }],
    ],
  ],
  "its tilt": [
    TILTED,
    [
      ["hear", "c/tilt", "0", { "curtain.tilt": 0 }],
      ["hear", "c/tilt", "50", { "curtain.tilt": 50 }],
      ["hear", "c/tilt", "50.4", { "curtain.tilt": 50 }],
      ["hear", "c/tilt", "None", { "curtain.tilt": null }],
      ["write", { "curtain.tilt": 30 }, ["c/tilt/set", "30"]],
      ["invoke", "curtain.open-tilt", ["c/tilt/set", "100"]],
      ["invoke", "curtain.close-tilt", ["c/tilt/set", "0"]],
      ["invoke", "curtain.stop-tilt", ["c/tilt/set", "STOP"]],
    ],
  ],
  "the ends of its tilt have values of their own": [
    { ...TILTED, tilt_opened_value: 80, tilt_closed_value: 25, payload_stop_tilt: "HALT" },
    [
      ["invoke", "curtain.open-tilt", ["c/tilt/set", "80"]],
      ["invoke", "curtain.close-tilt", ["c/tilt/set", "25"]],
      ["invoke", "curtain.stop-tilt", ["c/tilt/set", "HALT"]],
      ["hear", "c/tilt", "80", { "curtain.tilt": 80 }],
    ],
  ],
  "a tilt within limits of its own, also turned round": [
    { ...TILTED, tilt_min: 100, tilt_max: 0 },
    [
      ["hear", "c/tilt", "100", { "curtain.tilt": 0 }],
      ["hear", "c/tilt", "25", { "curtain.tilt": 75 }],
      ["write", { "curtain.tilt": 90 }, ["c/tilt/set", "10"]],
    ],
  ],
  "a tilt outside its limits is not known": [
    { ...TILTED, tilt_min: 0, tilt_max: 50 },
    [
      ["hear", "c/tilt", "25", { "curtain.tilt": 50 }],
      ["hear", "c/tilt", "51", { "curtain.tilt": null }],
      ["hear", "c/tilt", "-1", { "curtain.tilt": null }],
    ],
    ["wrong-value", "wrong-value"],
  ],
});

const VALVE = { command_topic: "v/set", state_topic: "v" };
const MEASURED = { ...VALVE, reports_position: true };

export const valves = rowsOf("valve", {
  "its states, as words": [
    VALVE,
    [
      ["hear", "v", "open", { "valve.on": true, "valve.run-status": "Stopped" }],
      ["hear", "v", "closing", { "valve.on": true, "valve.run-status": "Closing" }],
      ["hear", "v", "closed", { "valve.on": false, "valve.run-status": "Stopped" }],
      ["hear", "v", "opening", { "valve.on": true, "valve.run-status": "Opening" }],
      ["hear", "v", "None", { "valve.on": null, "valve.run-status": null }],
      ["hear", "v", "", { "valve.on": null }],
    ],
  ],
  "its states, as JSON": [
    VALVE,
    [
      ["hear", "v", '{"state":"open"}', { "valve.on": true, "valve.run-status": "Stopped" }],
      ["hear", "v", '{"state":"closing"}', { "valve.on": true, "valve.run-status": "Closing" }],
      ["hear", "v", '{"state":"closed"}', { "valve.on": false, "valve.run-status": "Stopped" }],
      ["hear", "v", '{"other":1}', { "valve.on": false }],
      ["hear", "v", '{"state":null}', { "valve.on": null }],
    ],
  ],
  "its states in words of its own": [
    { ...VALVE, state_open: "1", state_closed: "0", state_opening: "+", state_closing: "-" },
    [
      ["hear", "v", "1", { "valve.on": true }],
      ["hear", "v", "-", { "valve.on": true, "valve.run-status": "Closing" }],
      ["hear", "v", "0", { "valve.on": false }],
      ["hear", "v", "+", { "valve.run-status": "Opening" }],
    ],
  ],
  "a word that is no state is not known": [
    VALVE,
    [
      ["hear", "v", "open", { "valve.on": true }],
      ["hear", "v", "leaking", { "valve.on": null }],
    ],
    ["wrong-value"],
  ],
  "orders, as they are called and as it calls them": [
    { ...VALVE, payload_close: "shut", payload_stop: "halt" },
    [
      ["write", { "valve.on": true }, ["v/set", "OPEN"]],
      ["write", { "valve.on": false }, ["v/set", "shut"]],
      ["invoke", "valve.stop", ["v/set", "halt"]],
    ],
  ],
  "no order to stop unless it says so; orders through a template": [
    { ...VALVE, command_template: '{"do":"{{ value }}"}' },
    [
      ["has", "valve.on", "!valve.stop", "!valve.target-position"],
      ["write", { "valve.on": true }, ["v/set", '{"do":"OPEN"}']],
    ],
  ],
  "its position, as a number": [
    MEASURED,
    [
      ["hear", "v", "0", { "valve.target-position": 0, "valve.run-status": "Stopped" }],
      ["hear", "v", "opening", { "valve.target-position": 0, "valve.run-status": "Opening" }],
      ["hear", "v", "50", { "valve.target-position": 50, "valve.run-status": "Opening" }],
      ["hear", "v", "100", { "valve.target-position": 100, "valve.run-status": "Stopped" }],
      ["hear", "v", "101", { "valve.target-position": 100 }],
      ["hear", "v", "-1", { "valve.target-position": 0 }],
      ["hear", "v", "None", { "valve.target-position": null }],
      ["write", { "valve.target-position": 50 }, ["v/set", "50"]],
    ],
  ],
  "its position, as JSON with what it does": [
    MEASURED,
    [
      ["hear", "v", '{"position":0}', { "valve.target-position": 0 }],
      [
        "hear",
        "v",
        '{"state":"opening","position":10}',
        { "valve.target-position": 10, "valve.run-status": "Opening" },
      ],
      [
        "hear",
        "v",
        '{"state":"closing","position":90}',
        { "valve.target-position": 90, "valve.run-status": "Closing" },
      ],
      ["hear", "v", '{"state":"open"}', { "valve.target-position": 90 }],
      ["hear", "v", '{"position":null}', { "valve.target-position": null }],
    ],
  ],
  "positions between ends of its own, named in its templates": [
    {
      ...MEASURED,
      position_closed: 100,
      position_open: 0,
      command_template: "{{ position }}>{{ value }} of {{ position_closed }}-{{ position_open }}",
      value_template: "{{ position_open if value == 'full' else value }}",
    },
    [
      ["hear", "v", "75", { "valve.target-position": 25 }],
      ["hear", "v", "full", { "valve.target-position": 100 }],
      ["write", { "valve.target-position": 30 }, ["v/set", "30>70 of 100-0"]],
    ],
  ],
});
