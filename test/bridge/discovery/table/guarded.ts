import { rowsOf } from "./step.ts";

const LOCK = { command_topic: "k/set", state_topic: "k" };

export const locks = rowsOf("lock", {
  "its states": [
    LOCK,
    [
      ["hear", "k", "LOCKED", { "lock.locked": true, "lock.status": "Locked" }],
      ["hear", "k", "UNLOCKING", { "lock.locked": false, "lock.status": "Unlocking" }],
      ["hear", "k", "UNLOCKED", { "lock.locked": false, "lock.status": "Unlocked" }],
      ["hear", "k", "LOCKING", { "lock.locked": false, "lock.status": "Locking" }],
      ["hear", "k", "JAMMED", { "lock.locked": null, "lock.status": "Jammed" }],
      ["hear", "k", "LOCKED", { "lock.locked": true }],
      ["hear", "k", "None", { "lock.locked": null, "lock.status": null }],
      ["hear", "k", "", { "lock.locked": null }],
    ],
  ],
  "its states in words of its own, through a template": [
    {
      ...LOCK,
      state_locked: "closed",
      state_unlocked: "open",
      state_jammed: "stuck",
      value_template: "{{ value_json.bolt }}",
    },
    [
      ["hear", "k", '{"bolt":"closed"}', { "lock.locked": true, "lock.status": "Locked" }],
      ["hear", "k", '{"bolt":"open"}', { "lock.locked": false, "lock.status": "Unlocked" }],
      ["hear", "k", '{"bolt":"stuck"}', { "lock.locked": null, "lock.status": "Jammed" }],
      ["hear", "k", '{"bolt":null}', { "lock.status": null }],
    ],
  ],
  "a word that resets it": [
    { ...LOCK, payload_reset: "forget" },
    [
      ["hear", "k", "LOCKED", { "lock.locked": true, "lock.status": "Locked" }],
      ["hear", "k", "forget", { "lock.locked": null, "lock.status": null }],
    ],
  ],
  "a word that is no state is not known": [
    LOCK,
    [
      ["hear", "k", "LOCKED", { "lock.locked": true }],
      ["hear", "k", "HALF", { "lock.locked": null, "lock.status": null }],
    ],
    ["wrong-value", "wrong-value"],
  ],
  orders: [
    { ...LOCK, payload_open: "OPEN" },
    [
      ["write", { "lock.locked": true }, ["k/set", "LOCK"]],
      ["write", { "lock.locked": false }, ["k/set", "UNLOCK"]],
      ["invoke", "lock.open", ["k/set", "OPEN"]],
    ],
  ],
  "orders through a template that asks for a code": [
    { ...LOCK, payload_lock: "shut", command_template: '{"do":"{{ value }}","code":"{{ code }}"}' },
    [["write", { "lock.locked": true }, ["k/set", '{"do":"shut","code":"None"}']]],
  ],
  "what wants a code can only be read": [
    { ...LOCK, code_format: "^\\d{4}$" },
    [
      ["has", "lock.locked", "!lock.open"],
      ["hear", "k", "LOCKED", { "lock.locked": true }],
    ],
    ["secret"],
  ],
});

const PANEL = { command_topic: "a/set", state_topic: "a" };

export const alarms = rowsOf("alarm_control_panel", {
  "its states": [
    PANEL,
    [
      ["hear", "a", "disarmed", { "alarm-panel.status": "Disarmed" }],
      ["hear", "a", "armed_home", { "alarm-panel.status": "Armed home" }],
      ["hear", "a", "armed_away", { "alarm-panel.status": "Armed away" }],
      ["hear", "a", "armed_night", { "alarm-panel.status": "Armed night" }],
      ["hear", "a", "armed_vacation", { "alarm-panel.status": "Armed vacation" }],
      ["hear", "a", "armed_custom_bypass", { "alarm-panel.status": "Armed custom bypass" }],
      ["hear", "a", "pending", { "alarm-panel.status": "Pending" }],
      ["hear", "a", "triggered", { "alarm-panel.status": "Triggered" }],
      ["hear", "a", "arming", { "alarm-panel.status": "Arming" }],
      ["hear", "a", "disarming", { "alarm-panel.status": "Disarming" }],
      ["hear", "a", "None", { "alarm-panel.status": null }],
    ],
  ],
  "a state that there is not is not known": [
    PANEL,
    [
      ["hear", "a", "disarmed", { "alarm-panel.status": "Disarmed" }],
      ["hear", "a", "asleep", { "alarm-panel.status": null }],
    ],
    ["wrong-value"],
  ],
  orders: [
    PANEL,
    [
      ["write", { "alarm-panel.arming": "Arm home" }, ["a/set", "ARM_HOME"]],
      ["write", { "alarm-panel.arming": "Arm away" }, ["a/set", "ARM_AWAY"]],
      ["write", { "alarm-panel.arming": "Arm night" }, ["a/set", "ARM_NIGHT"]],
      ["write", { "alarm-panel.arming": "Arm vacation" }, ["a/set", "ARM_VACATION"]],
      ["write", { "alarm-panel.arming": "Arm custom" }, ["a/set", "ARM_CUSTOM_BYPASS"]],
      ["write", { "alarm-panel.arming": "Disarm" }, ["a/set", "DISARM"]],
      ["invoke", "alarm-panel.trigger", ["a/set", "TRIGGER"]],
    ],
  ],
  "orders through a template that names the action": [
    { ...PANEL, payload_arm_home: "home", command_template: '{"action":"{{ action }}","code":"{{ code }}"}' },
    [
      ["write", { "alarm-panel.arming": "Arm home" }, ["a/set", '{"action":"home","code":"None"}']],
      ["invoke", "alarm-panel.trigger", ["a/set", '{"action":"TRIGGER","code":"None"}']],
    ],
  ],
  "only what it supports": [
    { ...PANEL, supported_features: ["arm_home", "arm_away"] },
    [
      ["has", "alarm-panel.arming", "!alarm-panel.trigger"],
      ["write", { "alarm-panel.arming": "Arm away" }, ["a/set", "ARM_AWAY"]],
    ],
  ],
  "what wants a code is not offered": [
    { ...PANEL, code: "REMOTE_CODE", code_arm_required: false },
    [
      ["has", "alarm-panel.arming", "!alarm-panel.trigger"],
      ["write", { "alarm-panel.arming": "Arm home" }, ["a/set", "ARM_HOME"]],
    ],
    ["secret"],
  ],
});

const SWEEPER = {
  command_topic: "z/set",
  state_topic: "z",
  supported_features: ["start", "stop", "pause", "return_home", "locate", "clean_spot", "fan_speed", "send_command"],
  fan_speed_list: ["min", "max"],
  set_fan_speed_topic: "z/fan/set",
  send_command_topic: "z/custom",
};

export const vacuums = [
  ...rowsOf("vacuum", {
    "state and suction": [
      SWEEPER,
      [
        ["hear", "z", '{"state":"cleaning","fan_speed":"max"}', { "vacuum.status": "Cleaning", "vacuum.mode": "Max" }],
        ["hear", "z", '{"state":"docked","fan_speed":"min"}', { "vacuum.status": "Docked", "vacuum.mode": "Min" }],
        ["hear", "z", '{"state":null}', { "vacuum.status": null, "vacuum.mode": "Min" }],
        ["hear", "z", '{"state":"error","fan_speed":null}', { "vacuum.status": "Error", "vacuum.mode": null }],
      ],
    ],
    "a state that there is not is not known": [
      SWEEPER,
      [
        ["hear", "z", '{"state":"idle"}', { "vacuum.status": "Idle" }],
        ["hear", "z", '{"state":"lost"}', { "vacuum.status": null }],
      ],
      ["wrong-value"],
    ],
    orders: [
      SWEEPER,
      [
        ["invoke", "vacuum.start-sweep", ["z/set", "start"]],
        ["invoke", "vacuum.stop-sweeping", ["z/set", "stop"]],
        ["invoke", "vacuum.pause-sweeping", ["z/set", "pause"]],
        ["invoke", "vacuum.start-charge", ["z/set", "return_to_base"]],
        ["invoke", "vacuum.locate", ["z/set", "locate"]],
        ["invoke", "vacuum.clean-spot", ["z/set", "clean_spot"]],
        ["write", { "vacuum.mode": "Max" }, ["z/fan/set", "max"]],
        ["write", { "vacuum.command": "dance" }, ["z/custom", "dance"]],
      ],
    ],
    "orders in words of its own, and only what it can do": [
      { ...SWEEPER, supported_features: ["start", "return_home"], payload_start: "go", payload_return_to_base: "home" },
      [
        ["invoke", "vacuum.start-sweep", ["z/set", "go"]],
        ["invoke", "vacuum.start-charge", ["z/set", "home"]],
        ["has", "!vacuum.locate", "!vacuum.pause-sweeping", "!vacuum.clean-spot", "!vacuum.command"],
      ],
    ],
  }),
  ...rowsOf("lawn_mower", {
    "what it does, and orders": [
      {
        activity_state_topic: "y",
        activity_value_template: "{{ value_json.a }}",
        start_mowing_command_topic: "y/go",
        pause_command_topic: "y/pause",
        dock_command_topic: "y/dock",
        command_template: '{"do":"{{ value }}"}',
      },
      [
        ["hear", "y", '{"a":"mowing"}', { "lawn-mower.status": "Mowing" }],
        ["hear", "y", '{"a":"returning"}', { "lawn-mower.status": "Returning" }],
        ["hear", "y", '{"a":null}', { "lawn-mower.status": null }],
      ],
    ],
    "orders through a template each": [
      {
        start_mowing_command_topic: "y/go",
        start_mowing_command_template: '{"do":"{{ value }}"}',
        pause_command_topic: "y/pause",
        dock_command_topic: "y/dock",
        dock_command_template: "to {{ value }}",
      },
      [
        ["invoke", "lawn-mower.start-mowing", ["y/go", '{"do":"start_mowing"}']],
        ["invoke", "lawn-mower.pause", ["y/pause", "pause"]],
        ["invoke", "lawn-mower.dock", ["y/dock", "to dock"]],
      ],
    ],
  }),
];
