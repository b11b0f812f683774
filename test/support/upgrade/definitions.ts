/** Scenes and automations of an upgrade fixture: every kind of trigger, condition and action, and every field of each. */
import type { AutomationDraft, SceneDraft } from "../../../src/automation/index.ts";

/** Where notices go that somebody answers, and one whose answer never comes. */
export const HOOK = "https://example.org/hook";
export const SILENT_HOOK = "https://example.org/silent";

export const SCENES: readonly SceneDraft[] = [
  {
    id: "movie-night",
    name: "Movie night",
    aliases: ["观影模式", "电影之夜"],
    description: "Lights down, curtain closed, and a word to say so.",
    parameters: {
      level: { default: 20, name: "brightness" },
      words: { default: "Enjoy the film." },
    },
    steps: [
      {
        target: { devices: ["living-ceiling-light", "living-floor-lamp"] },
        set: { "light.on": true, "light.brightness": { parameter: "level" } },
        order: 0,
      },
      { target: "living-curtain", set: { "curtain.target-position": 0 }, order: 1 },
      {
        target: "living-speaker",
        invoke: "intelligent-speaker.play-text",
        in: [{ parameter: "words" }],
        order: 2,
      },
    ],
  },
  {
    id: "slow-dawn",
    name: "Slow dawn",
    aliases: ["慢慢天亮"],
    steps: [
      { target: "bedroom-ceiling-light", set: { "light.on": true } },
      { target: "bedroom-ceiling-light", set: { "light.brightness": 90 }, transition: "30m", order: 1 },
    ],
  },
  { id: "open-house", name: "开门迎客", steps: [{ target: "hallway-lock", set: { "lock.locked": false } }] },
  {
    id: "open-unasked",
    name: "Open, not agreed to",
    steps: [{ target: "hallway-lock", set: { "lock.locked": false } }],
  },
];

const notify = (message: string) => ({ type: "notify", message }) as const;
const by = (key: string) => [{ type: "webhook" as const, key: `${key}-key-0001` }];
const turn = (on: boolean) => ({ type: "set" as const, target: "bathroom-heater", set: { "light.on": on } });

/** What starts by itself, and what has to hold for it: definitions that wait for other days, and for what happens now. */
export const TRIGGERED: readonly AutomationDraft[] = [
  {
    id: "schedules",
    name: "Every kind of schedule",
    aliases: ["各种计划"],
    description: "One of each, with every choice that it has.",
    triggers: [
      { type: "cron", expression: "30 6 * * 1-5", zone: "Europe/London", missed: "skip" },
      { type: "time", at: "07:15", weekdays: ["sat", "sun"], zone: "Asia/Tokyo", missed: { within: "20m" } },
      { type: "sun", event: "sunset", offset: "-30m", weekdays: ["mon", "wed"], missed: "run_once" },
      { type: "once", in: "30d", missed: { within: "2h" } },
      { type: "once", at: "2027-02-06T19:00" },
      { type: "interval", every: "36h", missed: "run_once" },
    ],
    conditions: [
      {
        type: "state",
        target: { kind: "light", floor: "16f", except: ["kitchen-light"] },
        property: "light.on",
        is: [false, true],
        match: "any",
        for: "1s",
      },
      {
        type: "any",
        of: [
          {
            type: "numeric",
            target: "bedroom-climate",
            property: "temperature-humidity-sensor.temperature",
            below: 30,
          },
          { type: "time", after: "sunset-30m", before: "06:30" },
          { type: "weekday", days: ["mon", "fri"] },
          {
            type: "all",
            of: [
              { type: "sun", is: "down" },
              { type: "quiet", target: "living-motion", for: "15m" },
            ],
          },
        ],
      },
      { type: "not", of: { type: "availability", target: "kitchen-kettle", online: false, match: "all" } },
    ],
    actions: [notify("a schedule came due")],
    mode: "restart",
    cooldown: "90s",
  },
  {
    id: "household",
    name: "Modes, and who comes and goes",
    triggers: [
      { type: "mode", to: ["night", "away"], from: "home" },
      { type: "presence", person: "anyone", to: "home", only: "first" },
      { type: "presence", person: "everyone", to: "away", for: "5m" },
    ],
    conditions: [
      {
        type: "any",
        of: [
          { type: "mode", is: ["home", "night"] },
          { type: "presence", person: "nobody", is: "home", for: "1m" },
        ],
      },
    ],
    actions: [notify("the household changed"), { type: "mode", mode: "night" }],
  },
  {
    id: "bounded",
    name: "Bounded in every way",
    enabled: false,
    triggers: [{ type: "time", at: "05:45", every: "2d", from: "2026-11-30" }],
    conditions: [
      { type: "date", from: "11-01", to: "02-28", on: ["12-24", "12-25"] },
      {
        type: "numeric",
        target: "bedroom-climate",
        property: "temperature-humidity-sensor.temperature",
        below: { of: "bedroom-climate", property: "temperature-humidity-sensor.temperature", plus: 2, times: 0.5 },
      },
    ],
    actions: [
      { type: "set", target: "living-floor-lamp", set: { "light.brightness": { plus: 10 } } },
      { type: "scene", scene: "movie-night", transition: "5m" },
      {
        type: "wait-for",
        trigger: { type: "event", target: "bedroom-button", event: "switch-sensor.click" },
        timeout: "1h",
        otherwise: "continue",
      },
    ],
    until: "2027-12-31",
    pausedUntil: "2027-06-01T08:00",
    times: 3,
    counted: "run-that-was-counted",
  },
  {
    id: "happenings",
    name: "Every kind of happening",
    triggers: [
      { type: "property", target: { room: "kitchen" }, property: "gas-sensor.status", from: 0, to: [1, 2], for: "5s" },
      {
        type: "numeric",
        target: "living-monitor",
        property: "environment.co2-density",
        above: 1200,
        below: 4000,
        hysteresis: 100,
        for: "2m",
      },
      { type: "event", target: "bedroom-button", event: "switch-sensor.click", arguments: {} },
      { type: "availability", target: "kitchen-fridge", online: false, for: "10m" },
      { type: "scene", scene: "movie-night" },
      { type: "webhook", key: "happenings-key-0001" },
      { type: "mqtt", topic: "doorbell/+/pressed", payload: "yes" },
      { type: "startup" },
    ],
    actions: [notify("something happened")],
    mode: "parallel",
    limit: 20,
  },
  {
    id: "each-morning",
    name: "每天早上",
    triggers: [{ type: "time", at: "07:00", missed: "run_once" }],
    conditions: [{ type: "state", target: "hallway-switch", property: "switch-3.on", is: true }],
    actions: [{ type: "set", target: "bedroom-curtain", set: { "curtain.target-position": 100 } }],
  },
  {
    id: "each-hour",
    name: "Each hour",
    triggers: [{ type: "cron", expression: "0 * * * *", missed: "skip" }],
    actions: [notify("one hour more")],
  },
  {
    id: "off-from-the-start",
    name: "Off from the start",
    enabled: false,
    triggers: [{ type: "cron", expression: "*/5 * * * *" }],
    actions: [notify("never")],
  },
  {
    id: "switched-off",
    name: "Switched off later",
    triggers: [{ type: "cron", expression: "*/5 * * * *" }],
    actions: [notify("never again")],
  },
  {
    id: "unlocks",
    name: "到点开门",
    triggers: [{ type: "time", at: "20:30" }],
    actions: [{ type: "set", target: "hallway-lock", set: { "lock.locked": false } }],
  },
  {
    id: "unlocks-unasked",
    name: "Unlocks, not agreed to",
    triggers: [{ type: "time", at: "20:35" }],
    actions: [{ type: "set", target: "hallway-lock", set: { "lock.locked": false } }],
  },
  {
    id: "holds",
    name: "Water for half an hour",
    triggers: [
      {
        type: "property",
        target: "kitchen-leak",
        property: "submersion-sensor.submersion-state",
        to: true,
        for: "30m",
      },
    ],
    actions: [
      notify("the kitchen is under water"),
      { type: "set", target: "kitchen-light", set: { "light.on": true } },
    ],
  },
  {
    id: "claimed",
    name: "Claimed when the process ended",
    triggers: [{ type: "time", at: "20:00" }],
    actions: [{ type: "set", target: "study-printer-plug", set: { "switch.on": true } }],
  },
];

/** What is started by hand: runs that end in every way, and runs that wait. */
export const STARTED: readonly AutomationDraft[] = [
  {
    id: "every-action",
    name: "Every kind of action",
    triggers: by("every-action"),
    actions: [
      { type: "set", target: { kind: "light", room: "bedroom" }, set: { "light.on": true, "light.brightness": 35 } },
      { type: "invoke", target: "living-speaker", action: "intelligent-speaker.play-text", in: ["Good evening."] },
      { type: "scene", scene: "movie-night", parameters: { level: 10 } },
      { type: "wait", for: "5s" },
      {
        type: "wait-until",
        condition: { type: "sun", is: "up" },
        timeout: "10s",
        otherwise: "continue",
      },
      {
        type: "if",
        condition: { type: "weekday", days: ["fri"] },
        do: [notify("it is Friday")],
        else: [notify("it is another day")],
      },
      {
        type: "choose",
        options: [
          { condition: { type: "sun", is: "up" }, do: [notify("day")] },
          { condition: { type: "sun", is: "down" }, do: [notify("night")] },
        ],
        else: [notify("neither")],
      },
      { type: "repeat", times: 2, actions: [notify("twice")] },
      { type: "repeat", while: { type: "sun", is: "down" }, limit: 2, actions: [notify("while it is dark")] },
      { type: "repeat", until: { type: "sun", is: "down" }, actions: [notify("until it is dark")] },
      { type: "notify", message: "told over the network", webhook: HOOK },
      { type: "notify", message: "told as an alarm", level: "alarm" },
      { type: "say", message: "晚上好", target: "living-speaker" },
      { type: "stop", reason: "that is all" },
    ],
  },
  {
    id: "fails",
    name: "Fails",
    triggers: by("fails"),
    actions: [{ type: "set", target: "kitchen-kettle", set: { "kettle.target-temperature": 90 } }],
  },
  {
    id: "skips",
    name: "Skips",
    triggers: by("skips"),
    conditions: [{ type: "sun", is: "up" }],
    actions: [notify("never by night")],
  },
  {
    id: "waits",
    name: "Waits in a delay",
    triggers: by("waits"),
    actions: [turn(true), { type: "wait", for: "20m" }, turn(false), notify("waited to the end")],
  },
  {
    id: "waits-until",
    name: "Waits for a state",
    triggers: by("waits-until"),
    actions: [
      {
        type: "wait-until",
        condition: { type: "state", target: "hallway-door-sensor", property: "magnet-sensor.contact-state", is: false },
        timeout: "40m",
        otherwise: "continue",
      },
      { type: "set", target: "hallway-switch", set: { "switch.on": true } },
    ],
  },
  {
    id: "waits-for-nothing",
    name: "Waits, then stops",
    triggers: by("waits-for-nothing"),
    actions: [
      { type: "wait-until", condition: { type: "sun", is: "up" }, timeout: "50m", otherwise: "stop" },
      notify("never"),
    ],
  },
  {
    id: "waits-in-rounds",
    name: "Waits in the second of three rounds",
    triggers: by("waits-in-rounds"),
    actions: [
      {
        type: "repeat",
        times: 3,
        actions: [
          { type: "set", target: "study-fan", set: { "fan.on": true } },
          { type: "wait", for: "15m" },
          { type: "set", target: "study-fan", set: { "fan.on": false } },
        ],
      },
    ],
  },
  {
    id: "waits-in-a-choice",
    name: "Waits in a choice",
    triggers: by("waits-in-a-choice"),
    actions: [
      {
        type: "choose",
        options: [
          {
            condition: { type: "sun", is: "down" },
            do: [
              {
                type: "if",
                condition: { type: "weekday", days: ["mon"] },
                do: [notify("Monday")],
                else: [
                  { type: "wait", for: "25m" },
                  { type: "set", target: "hallway-switch", set: { "switch-2.on": true } },
                ],
              },
            ],
          },
        ],
      },
    ],
  },
  {
    id: "one-after-another",
    name: "One after another",
    triggers: by("one-after-another"),
    actions: [{ type: "wait", for: "8m" }, notify("next, please")],
    mode: "queued",
  },
  {
    id: "cut-off",
    name: "Cut off in a step",
    triggers: by("cut-off"),
    actions: [
      { type: "notify", message: "no answer yet", webhook: SILENT_HOOK },
      { type: "set", target: "balcony-airer", set: { "light.on": true } },
    ],
  },
];
