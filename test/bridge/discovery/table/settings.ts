import { rowsOf } from "./step.ts";

const TEXT = { name: "Sign", command_topic: "t/set", state_topic: "t" };

export const texts = rowsOf("text", {
  "told and set": [
    TEXT,
    [
      ["hear", "t", "milk", { "settings.sign": "milk" }],
      ["hear", "t", "", { "settings.sign": "" }],
      ["hear", "t", "none", { "settings.sign": "none" }],
      ["hear", "t", "None", { "settings.sign": null }],
      ["write", { "settings.sign": "eggs" }, ["t/set", "eggs"]],
    ],
  ],
  "no shorter and no longer than it may be": [
    { ...TEXT, min: 3, max: 5 },
    [
      ["hear", "t", "four", { "settings.sign": "four" }],
      ["hear", "t", "longer", { "settings.sign": null }],
      ["hear", "t", "four", { "settings.sign": "four" }],
      ["hear", "t", "no", { "settings.sign": null }],
      ["write", { "settings.sign": "three" }, ["t/set", "three"]],
      ["write", { "settings.sign": "no" }],
      ["write", { "settings.sign": "longer" }],
    ],
    ["wrong-value", "wrong-value"],
  ],
  "at most 255 characters when it says nothing": [
    TEXT,
    [
      ["hear", "t", "x".repeat(255), { "settings.sign": "x".repeat(255) }],
      ["hear", "t", "x".repeat(256), { "settings.sign": null }],
      ["write", { "settings.sign": "x".repeat(256) }],
    ],
    ["wrong-value"],
  ],
  "of its pattern": [
    { ...TEXT, pattern: "(y|n)$" },
    [
      ["hear", "t", "y", { "settings.sign": "y" }],
      ["hear", "t", "yes", { "settings.sign": null }],
      ["write", { "settings.sign": "n" }, ["t/set", "n"]],
      ["write", { "settings.sign": "no" }],
    ],
    ["wrong-value"],
  ],
  "through templates": [
    { ...TEXT, value_template: "{{ value_json.text }}", command_template: '{"text":"{{ value }}"}' },
    [
      ["hear", "t", '{"text":"a"}', { "settings.sign": "a" }],
      ["hear", "t", '{"text":null}', { "settings.sign": null }],
      ["write", { "settings.sign": "b" }, ["t/set", '{"text":"b"}']],
    ],
  ],
  "a password is left out": [{ ...TEXT, mode: "password" }, [["has", "!settings.sign"]], ["secret"]],
});

const NUMBER = { name: "Level", command_topic: "n/set", state_topic: "n" };

export const numbers = rowsOf("number", {
  "told and set": [
    NUMBER,
    [
      ["hear", "n", "10", { "settings.level": 10 }],
      ["hear", "n", "20", { "settings.level": 20 }],
      ["hear", "n", "None", { "settings.level": null }],
      ["hear", "n", "", { "settings.level": null }],
      ["write", { "settings.level": 30 }, ["n/set", "30"]],
    ],
  ],
  "fractions by its step": [
    { ...NUMBER, min: 0, max: 5, step: 0.1 },
    [
      ["hear", "n", "2.5", { "settings.level": 2.5 }],
      ["write", { "settings.level": 4.2 }, ["n/set", "4.2"]],
    ],
  ],
  "out of its range is not known": [
    { ...NUMBER, min: 5, max: 110 },
    [
      ["hear", "n", "110", { "settings.level": 110 }],
      ["hear", "n", "115.5", { "settings.level": null }],
      ["hear", "n", "5", { "settings.level": 5 }],
      ["hear", "n", "4", { "settings.level": null }],
    ],
    ["wrong-value", "wrong-value"],
  ],
  "from 1 to 100 when it says nothing": [
    NUMBER,
    [
      ["hear", "n", "100", { "settings.level": 100 }],
      ["hear", "n", "101", { "settings.level": null }],
    ],
    ["wrong-value"],
  ],
  "what is no number is not known": [
    NUMBER,
    [
      ["hear", "n", "10", { "settings.level": 10 }],
      ["hear", "n", "ten", { "settings.level": null }],
    ],
    ["wrong-value"],
  ],
  "a word that resets it": [
    { ...NUMBER, payload_reset: "reset!" },
    [
      ["hear", "n", "10", { "settings.level": 10 }],
      ["hear", "n", "reset!", { "settings.level": null }],
    ],
  ],
  "through templates": [
    { ...NUMBER, value_template: "{{ value_json.l }}", command_template: '{"l":{{ value }}}' },
    [
      ["hear", "n", '{"l":15}', { "settings.level": 15 }],
      ["hear", "n", '{"m":1}', { "settings.level": 15 }],
      ["hear", "n", '{"l":null}', { "settings.level": null }],
      ["write", { "settings.level": 15 }, ["n/set", '{"l":15}']],
    ],
  ],
});

const SELECT = { name: "Milk", command_topic: "m/set", state_topic: "m", options: ["milk", "beer"] };

export const selects = rowsOf("select", {
  "told and set": [
    SELECT,
    [
      ["hear", "m", "milk", { "settings.milk": "Milk" }],
      ["hear", "m", "beer", { "settings.milk": "Beer" }],
      ["hear", "m", "", { "settings.milk": "Beer" }],
      ["hear", "m", "None", { "settings.milk": null }],
      ["write", { "settings.milk": "Milk" }, ["m/set", "milk"]],
    ],
  ],
  "an option that it does not have is not known": [
    SELECT,
    [
      ["hear", "m", "milk", { "settings.milk": "Milk" }],
      ["hear", "m", "wine", { "settings.milk": null }],
    ],
    ["wrong-value"],
  ],
  "options called none, unknown and unavailable": [
    { ...SELECT, options: ["none", "unknown", "unavailable", "on"] },
    [
      ["hear", "m", "on", { "settings.milk": "On" }],
      ["hear", "m", "none", { "settings.milk": "None" }],
      ["hear", "m", "unknown", { "settings.milk": "Unknown" }],
      ["hear", "m", "unavailable", { "settings.milk": "Unavailable" }],
      ["write", { "settings.milk": "None" }, ["m/set", "none"]],
      ["write", { "settings.milk": "Unavailable" }, ["m/set", "unavailable"]],
    ],
  ],
  "the same words mean not known where they are not listed": [
    SELECT,
    [
      ["hear", "m", "milk", { "settings.milk": "Milk" }],
      ["hear", "m", "unknown", { "settings.milk": null }],
      ["hear", "m", "milk", { "settings.milk": "Milk" }],
      ["hear", "m", "unavailable", { "settings.milk": null }],
    ],
  ],
  "through templates": [
    { ...SELECT, value_template: "{{ value_json.o }}", command_template: '{"o":"{{ value }}"}' },
    [
      ["hear", "m", '{"o":"milk"}', { "settings.milk": "Milk" }],
      ["hear", "m", '{"o":null}', { "settings.milk": null }],
      ["write", { "settings.milk": "Beer" }, ["m/set", '{"o":"beer"}']],
    ],
  ],
  "without options there is nothing to choose": [
    { ...SELECT, options: [] },
    [["has", "!settings.milk"]],
    ["no-options"],
  ],
});

export const buttons = [
  ...rowsOf("button", {
    "its order, as it is called and in its own words": [
      { name: "Restart", command_topic: "b/set" },
      [["invoke", "buttons.press-restart", ["b/set", "PRESS"]]],
    ],
    "its own words, through a template, retained": [
      {
        name: "Restart",
        command_topic: "b/set",
        payload_press: "now",
        command_template: '{"do":"{{ value }}"}',
        retain: "true",
        qos: 1,
      },
      [["invoke", "buttons.press-restart", ["b/set", '{"do":"now"}', 1, "retain"]]],
    ],
  }),
  ...rowsOf("scene", {
    "its order": [{ name: "Dusk", command_topic: "c/set" }, [["invoke", "scenes.recall-dusk", ["c/set", "ON"]]]],
    "its own word": [
      { name: "Dusk", command_topic: "c/set", payload_on: "dusk" },
      [["invoke", "scenes.recall-dusk", ["c/set", "dusk"]]],
    ],
  }),
  ...rowsOf("notify", {
    "a message, through a template": [
      { name: "Screen", command_topic: "o/set", command_template: '{"text":"{{ value }}"}' },
      [["write", { "messages.screen": "Dinner" }, ["o/set", '{"text":"Dinner"}']]],
    ],
    "a message as it is": [
      { name: "Screen", command_topic: "o/set" },
      [["write", { "messages.screen": "Dinner" }, ["o/set", "Dinner"]]],
    ],
  }),
];

const SWITCH = { command_topic: "w/set", state_topic: "w" };

export const switches = rowsOf("switch", {
  "on and off": [
    SWITCH,
    [
      ["hear", "w", "ON", { "switch.on": true }],
      ["hear", "w", "OFF", { "switch.on": false }],
      ["hear", "w", "None", { "switch.on": null }],
      ["write", { "switch.on": true }, ["w/set", "ON"]],
      ["write", { "switch.on": false }, ["w/set", "OFF"]],
    ],
  ],
  "numbers as orders and states": [
    { ...SWITCH, payload_on: 1, payload_off: 0 },
    [
      ["hear", "w", "1", { "switch.on": true }],
      ["hear", "w", "0", { "switch.on": false }],
      ["write", { "switch.on": true }, ["w/set", "1"]],
    ],
  ],
  "states in other words than orders": [
    { ...SWITCH, state_on: "HIGH", state_off: "LOW" },
    [
      ["hear", "w", "HIGH", { "switch.on": true }],
      ["hear", "w", "LOW", { "switch.on": false }],
      ["hear", "w", "HIGH", { "switch.on": true }],
      ["write", { "switch.on": true }, ["w/set", "ON"]],
    ],
  ],
  "through templates": [
    { ...SWITCH, value_template: "{{ value_json.val }}", command_template: '{"state":"{{ value }}"}' },
    [
      ["hear", "w", '{"val":"ON"}', { "switch.on": true }],
      ["hear", "w", '{"val":null}', { "switch.on": null }],
      ["write", { "switch.on": false }, ["w/set", '{"state":"OFF"}']],
    ],
  ],
  "a word that is neither is not known": [
    SWITCH,
    [
      ["hear", "w", "ON", { "switch.on": true }],
      ["hear", "w", "maybe", { "switch.on": null }],
    ],
    ["wrong-value"],
  ],
  "whether it can be reached": [
    { ...SWITCH, availability_topic: "w/there", payload_available: "good", payload_not_available: "bad" },
    [
      ["online", "w/there", "good", true],
      ["online", "w/there", "bad", false],
      ["online", "w/there", "else", false],
      ["online", "w/there", "good", true],
    ],
  ],
  "reachable only when all of its topics say so": [
    {
      ...SWITCH,
      availability_mode: "all",
      availability: [{ topic: "w/a" }, { topic: "w/b", value_template: "{{ value_json.s }}" }],
    },
    [
      ["online", "w/a", "online", null],
      ["online", "w/b", '{"s":"online"}', true],
      ["online", "w/a", "offline", false],
    ],
  ],
  "reachable when any of its topics says so": [
    { ...SWITCH, availability_mode: "any", availability: [{ topic: "w/a" }, { topic: "w/b" }] },
    [
      ["online", "w/a", "online", true],
      ["online", "w/b", "offline", true],
      ["online", "w/a", "offline", false],
    ],
  ],
});
