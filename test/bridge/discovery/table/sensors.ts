import { rowsOf } from "./step.ts";

const POWER = { name: "Power", state_topic: "p", unit_of_measurement: "W", device_class: "power" };
const WATT = "power-consumption.electric-power";

export const sensors = rowsOf("sensor", {
  "a number, and what is not known of it": [
    { ...POWER, value_template: "{{ value_json.p }}" },
    [
      ["hear", "p", '{"p":500}', { [WATT]: 500 }],
      ["hear", "p", '{"q":1}', { [WATT]: 500 }],
      ["hear", "p", '{"p":null}', { [WATT]: null }],
      ["hear", "p", '{"p":12.5}', { [WATT]: 12.5 }],
    ],
  ],
  "a number without a template": [
    POWER,
    [
      ["hear", "p", "100", { [WATT]: 100 }],
      ["hear", "p", "", { [WATT]: 100 }],
      ["hear", "p", "None", { [WATT]: null }],
      ["hear", "p", "100", { [WATT]: 100 }],
      ["hear", "p", "unknown", { [WATT]: null }],
      ["hear", "p", "100", { [WATT]: 100 }],
      ["hear", "p", "unavailable", { [WATT]: null }],
    ],
  ],
  "what is no number is not known": [
    POWER,
    [
      ["hear", "p", "100", { [WATT]: 100 }],
      ["hear", "p", "much", { [WATT]: null }],
    ],
    ["wrong-value"],
  ],
  "a humidity of 120 percent is a problem and no value": [
    { name: "Air", state_topic: "p", unit_of_measurement: "%", device_class: "humidity" },
    [
      ["hear", "p", "55", { "environment.relative-humidity": 55 }],
      ["hear", "p", "120", { "environment.relative-humidity": null }],
      ["hear", "p", "-3", { "environment.relative-humidity": null }],
      ["hear", "p", "100", { "environment.relative-humidity": 100 }],
    ],
    ["wrong-value", "wrong-value"],
  ],
  "a battery over its full charge": [
    { name: "Cell", state_topic: "p", unit_of_measurement: "%", device_class: "battery" },
    [
      ["hear", "p", "90", { "battery.battery-level": 90 }],
      ["hear", "p", "255", { "battery.battery-level": null }],
    ],
    ["wrong-value"],
  ],
  "text, whatever it says": [
    { name: "Fault", state_topic: "p" },
    [
      ["hear", "p", "E7", { "readings.fault": "E7" }],
      ["hear", "p", "none", { "readings.fault": "none" }],
      ["hear", "p", "None", { "readings.fault": null }],
      ["hear", "p", "unknown", { "readings.fault": null }],
    ],
  ],
  "a time, and a day": [
    { name: "Next", state_topic: "p", device_class: "timestamp" },
    [
      ["hear", "p", "2026-11-18T02:47:29+00:00", { "readings.next": "2026-11-18T02:47:29+00:00" }],
      ["hear", "p", "None", { "readings.next": null }],
      ["hear", "p", "2026-11-18T02:47:29Z", { "readings.next": "2026-11-18T02:47:29Z" }],
      ["hear", "p", "soon", { "readings.next": null }],
    ],
    ["wrong-value"],
  ],
  "one of a list, with words for nothing among it": [
    { name: "Phase", state_topic: "p", device_class: "enum", options: ["idle", "none", "unknown"] },
    [
      ["hear", "p", "idle", { "readings.phase": "Idle" }],
      ["hear", "p", "none", { "readings.phase": "None" }],
      ["hear", "p", "unknown", { "readings.phase": "Unknown" }],
      ["hear", "p", "unavailable", { "readings.phase": null }],
    ],
  ],
  "what is not of its list is not known": [
    { name: "Phase", state_topic: "p", device_class: "enum", options: ["idle", "busy"] },
    [
      ["hear", "p", "busy", { "readings.phase": "Busy" }],
      ["hear", "p", "broken", { "readings.phase": null }],
    ],
    ["wrong-value"],
  ],
  "fahrenheit is told as celsius": [
    { name: "Warmth", state_topic: "p", unit_of_measurement: "°F", device_class: "temperature" },
    [
      ["hear", "p", "68", { "environment.temperature": 20 }],
      ["hear", "p", "None", { "environment.temperature": null }],
    ],
  ],
  "a value that expires": [
    { ...POWER, expire_after: 4 },
    [
      ["hear", "p", "100", { [WATT]: 100 }],
      ["online", "p", "101", true],
      ["wait", 3, { [WATT]: 101 }],
      ["wait", 2, { [WATT]: 101 }],
      ["online", "elsewhere", "", false],
      ["online", "p", "102", true],
    ],
  ],
});

const DOOR = { name: "Door", state_topic: "d", device_class: "door" };
const CONTACT = "magnet-sensor.contact-state";

export const binarySensors = rowsOf("binary_sensor", {
  "a door: its contact is closed when it is off": [
    DOOR,
    [
      ["hear", "d", "OFF", { [CONTACT]: true }],
      ["hear", "d", "ON", { [CONTACT]: false }],
      ["hear", "d", "None", { [CONTACT]: null }],
      ["hear", "d", "", { [CONTACT]: null }],
    ],
  ],
  "words of its own, through a template": [
    { ...DOOR, payload_on: "open", payload_off: "shut", value_template: "{{ value_json.d }}" },
    [
      ["hear", "d", '{"d":"open"}', { [CONTACT]: false }],
      ["hear", "d", '{"d":"shut"}', { [CONTACT]: true }],
      ["hear", "d", '{"e":1}', { [CONTACT]: true }],
      ["hear", "d", '{"d":null}', { [CONTACT]: null }],
    ],
  ],
  "a word that is neither is not known": [
    DOOR,
    [
      ["hear", "d", "ON", { [CONTACT]: false }],
      ["hear", "d", "ajar", { [CONTACT]: null }],
    ],
    ["wrong-value"],
  ],
  "true and false as a template writes them": [
    { name: "Rain", state_topic: "d", value_template: "{{ 'ON' if value_json.r else 'OFF' }}" },
    [
      ["hear", "d", '{"r":true}', { "readings.rain": true }],
      ["hear", "d", '{"r":false}', { "readings.rain": false }],
    ],
  ],
  "off by itself after a while": [
    { name: "Hall", state_topic: "d", device_class: "motion", off_delay: 3 },
    [
      ["hear", "d", "ON", { "motion-sensor.motion-state": true }],
      ["wait", 2, { "motion-sensor.motion-state": true }],
      ["hear", "d", "ON", { "motion-sensor.motion-state": true }],
      ["wait", 2, { "motion-sensor.motion-state": true }],
      ["wait", 2, { "motion-sensor.motion-state": false }],
    ],
  ],
  "what is not known does not become off by itself": [
    { name: "Hall", state_topic: "d", device_class: "motion", off_delay: 3 },
    [
      ["hear", "d", "ON", { "motion-sensor.motion-state": true }],
      ["hear", "d", "None", { "motion-sensor.motion-state": null }],
      ["wait", 5, { "motion-sensor.motion-state": null }],
    ],
  ],
});

export const events = [
  ...rowsOf("event", {
    "its types, and what is none of them": [
      { name: "Bell", state_topic: "e", event_types: ["press", "hold"] },
      [
        ["events", "e", '{"event_type":"press"}', ["switch-sensor.click"]],
        ["events", "e", '{"event_type":"hold","duration":3}', ["switch-sensor.long-press"]],
        ["events", "e", '{"event_type":"shake"}', []],
        ["events", "e", "press", []],
        ["events", "e", "", []],
      ],
    ],
    "through a template": [
      { name: "Bell", state_topic: "e", event_types: ["press"], value_template: '{"event_type":"{{ value_json.k }}"}' },
      [["events", "e", '{"k":"press"}', ["switch-sensor.click"]]],
    ],
  }),
  ...rowsOf("device_automation", {
    "a trigger by its payload": [
      { automation_type: "trigger", topic: "e", type: "button_short_press", subtype: "left", payload: "L" },
      [
        ["events", "e", "L", ["switch-sensor.click"]],
        ["events", "e", "R", []],
      ],
    ],
    "a trigger by anything that comes": [
      { automation_type: "trigger", topic: "e", type: "button_long_press", subtype: "left" },
      [["events", "e", "whatever", ["switch-sensor.long-press"]]],
    ],
    "a trigger through a template": [
      {
        automation_type: "trigger",
        topic: "e",
        type: "button_short_press",
        subtype: "left",
        payload: "1",
        value_template: "{{ value_json.b }}",
      },
      [
        ["events", "e", '{"b":1}', ["switch-sensor.click"]],
        ["events", "e", '{"b":2}', []],
      ],
    ],
  }),
  ...rowsOf("tag", {
    "a tag is read": [{ topic: "e" }, [["events", "e", "04A1", ["remote.tag-scanned"]]]],
  }),
];

export const updates = rowsOf("update", {
  "versions in one JSON": [
    { name: "Firmware", state_topic: "u" },
    [
      [
        "hear",
        "u",
        '{"installed_version":"1.9.0","latest_version":"2.0.0"}',
        { "diagnostics.installed-version": "1.9.0", "diagnostics.latest-version": "2.0.0" },
      ],
      [
        "hear",
        "u",
        '{"latest_version":"2.1.0"}',
        { "diagnostics.installed-version": "1.9.0", "diagnostics.latest-version": "2.1.0" },
      ],
      [
        "hear",
        "u",
        '{"installed_version":null}',
        { "diagnostics.installed-version": null, "diagnostics.latest-version": "2.1.0" },
      ],
    ],
  ],
  "versions on topics of their own": [
    {
      name: "Firmware",
      state_topic: "u",
      latest_version_topic: "u/latest",
      latest_version_template: "{{ value_json.v }}",
    },
    [
      ["hear", "u", "1.9.0", { "diagnostics.installed-version": "1.9.0" }],
      ["hear", "u/latest", '{"v":"2.0.0"}', { "diagnostics.latest-version": "2.0.0" }],
      ["hear", "u", "", { "diagnostics.installed-version": "1.9.0" }],
    ],
  ],
});

const PLACE = "device-tracker.place";

export const trackers = rowsOf("device_tracker", {
  "at home, away, in a zone, and not known": [
    { name: "Emma's phone", state_topic: "p", source_type: "gps" },
    [
      ["hear", "p", "home", { [PLACE]: "home" }],
      ["hear", "p", "not_home", { [PLACE]: "away" }],
      ["hear", "p", "Office", { [PLACE]: "Office" }],
      ["hear", "p", "None", { [PLACE]: null }],
      ["hear", "p", "unavailable", { [PLACE]: null }],
    ],
  ],
  "in words of its own, through a template": [
    {
      name: "Tag",
      state_topic: "p",
      value_template: "{{ value_json.state }}",
      payload_home: "present",
      payload_not_home: "gone",
      payload_reset: "reset",
    },
    [
      ["hear", "p", '{"state":"present"}', { [PLACE]: "home" }],
      ["hear", "p", '{"rssi":-70}', { [PLACE]: "home" }],
      ["hear", "p", '{"state":"gone"}', { [PLACE]: "away" }],
      ["hear", "p", '{"state":"reset"}', { [PLACE]: null }],
    ],
  ],
});
