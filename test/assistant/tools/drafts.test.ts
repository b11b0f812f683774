import { afterAll, describe, expect, it } from "vitest";
import { triggersIn } from "../../../src/assistant/tools/forms/triggers.ts";
import type { Automation, Scene } from "../../../src/automation/index.ts";
import { thrownErrorText } from "../../support/error-text.ts";
import { toolHome } from "../../support/tool-runs.ts";

const { run, agreed, home, planner, time, stop } = await toolHome();
afterAll(stop);
const person = { origin: { kind: "person" } } as const;
await planner.scenes.save(
  { id: "cinema", name: "Cinema", aliases: ["电影"], steps: [{ target: "living-lamp", set: { "light.on": true } }] },
  person,
);

const ON = [{ device: "living-lamp", property: "light.on", value: true }];
const LAMP = "miot:living-lamp";
const LAMP_ON = { type: "set", target: LAMP, set: { "light.on": true } };
const OTHER = "miot:living-ceiling";

/** The automation from a draft, saved after a yes and deleted again. */
async function rule(draft: object): Promise<Automation> {
  await agreed("save_automation", { name: "Draft", triggers: [{ time: "07:00" }], actions: ON, ...draft });
  const saved = planner.automations.find("Draft")[0] ?? expect.fail("not saved");
  await planner.automations.remove(saved.definition.id, { kind: "person" });
  return saved.definition;
}

async function scene(draft: object): Promise<Scene["steps"]> {
  await agreed("save_scene", { name: "Draft scene", ...draft });
  const saved = planner.scenes.find("Draft scene")[0] ?? expect.fail("not saved");
  await planner.scenes.remove(saved.definition.id, { kind: "person" });
  return saved.definition.steps;
}

describe("a trigger is accepted in the forms that models use", () => {
  it.each([
    ["7am", { type: "time", at: "07:00" }],
    ["早上七点半", { type: "time", at: "07:30" }],
    ["every Monday at 7", { type: "time", at: "07:00", weekdays: ["mon"] }],
    [
      { time: "7:05 PM", days: ["Monday", "周二"] },
      { type: "time", at: "19:05", weekdays: ["mon", "tue"] },
    ],
    [
      { type: "daily", at: "06:30" },
      { type: "time", at: "06:30" },
    ],
    [
      { at: "07:00", weekdays: "工作日" },
      { type: "time", at: "07:00", weekdays: ["mon", "tue", "wed", "thu", "fri"] },
    ],
    [
      { at: "07:00", weekdays: "Mon-Wed" },
      { type: "time", at: "07:00", weekdays: ["mon", "tue", "wed"] },
    ],
    [
      { time: "07:00", every: "2 days" },
      { type: "time", at: "07:00", every: "2d" },
    ],
    [{ every: "half an hour" }, { type: "interval", every: "30m" }],
    [
      { type: "cron", cron: "0 7 * * 1-5" },
      { type: "cron", expression: "0 7 * * 1-5" },
    ],
    [
      { date: "2026-12-24", time: "6 pm" },
      { type: "once", at: "2026-12-24T18:00" },
    ],
    [
      { device: "落地灯", property: "on", to: "关", for: "5分钟" },
      { type: "property", target: LAMP, property: "light.on", to: false, for: "5m" },
    ],
    [
      { type: "numeric_state", entity_id: "Floor lamp", attribute: "brightness", above: "80 %" },
      { type: "numeric", target: LAMP, property: "light.brightness", above: 80 },
    ],
    [{ scene: "电影" }, { type: "scene", scene: "cinema" }],
    [
      { device: "living-lamp", online: false },
      { type: "availability", target: LAMP, online: false },
    ],
  ])("%j", async (given, wanted) => {
    expect((await rule({ triggers: [given] })).triggers).toMatchObject([wanted]);
  });

  it.each([
    [{ sun: "sunset", offset: "30 minutes before" }, "-30m"],
    [{ sun: "日落", offset: "后半小时" }, "30m"],
    [{ sun: "sunrise", offset: "15 min" }, "15m"],
    [{ sun: "sunrise", offset: "-15 min" }, "-15m"],
    [{ sun: "sunrise", offset: 0 }, "0s"],
    [{ sun: "sunrise", offset: "-30" }, "-30"],
  ])("offsets before and after events of the sun: %j", (given, offset) => {
    const reading = { home, scenes: planner.scenes, room: null, now: time.now(), faults: [] };
    expect(triggersIn(given, "triggers[0]", reading)).toMatchObject([{ type: "sun", offset }]);
  });

  it("several times become several triggers", async () => {
    const { triggers } = await rule({ triggers: { time: ["07:00", "7pm"] } });
    expect(triggers).toEqual([
      { type: "time", at: "07:00" },
      { type: "time", at: "19:00" },
    ]);
  });
});

describe("a condition is accepted in the forms that models use", () => {
  it.each([
    [{ after: "10pm", before: "6:30" }, [{ type: "time", after: "22:00", before: "06:30" }]],
    [{ weekdays: "周末" }, [{ type: "weekday", days: ["sat", "sun"] }]],
    [
      { type: "property", device: "floor lamp", property: "on", value: "off" },
      [{ type: "state", target: LAMP, property: "light.on", is: false }],
    ],
    [
      { device: "落地灯", property: "brightness", below: "30%" },
      [{ type: "numeric", target: LAMP, property: "light.brightness", below: 30 }],
    ],
    [{ from: "06-01", to: "08-31" }, [{ type: "date", from: "06-01", to: "08-31" }]],
    [
      { not: { device: "living-lamp", property: "on", is: true } },
      [{ type: "not", of: { type: "state", target: LAMP, property: "light.on", is: true } }],
    ],
    [
      { or: [{ weekdays: ["sat"] }, { after: "22:00" }] },
      [
        {
          type: "any",
          of: [
            { type: "weekday", days: ["sat"] },
            { type: "time", after: "22:00" },
          ],
        },
      ],
    ],
    [
      { after: "22:00", weekdays: ["Fri"] },
      [
        { type: "time", after: "22:00" },
        { type: "weekday", days: ["fri"] },
      ],
    ],
  ])("%j", async (given, wanted) => {
    expect((await rule({ conditions: given })).conditions).toEqual(wanted);
  });
});

describe("an action is accepted in the forms that models use", () => {
  it.each([
    [{ "living-lamp.light.brightness": "30%" }, [{ type: "set", target: LAMP, set: { "light.brightness": 30 } }]],
    [
      { type: "set", target: "Floor lamp", set: { on: true, brightness: "half", color: "红色" } },
      [{ type: "set", target: LAMP, set: { "light.on": true, "light.brightness": 50, "light.color": 0xff0000 } }],
    ],
    [
      { type: "set", target: { devices: ["Floor lamp", "living-ceiling"] }, set: { on: "off" } },
      [{ type: "set", target: { devices: [LAMP, OTHER] }, set: { "light.on": false } }],
    ],
    [
      { room: "客厅", kind: "灯", property: "on", value: false },
      [{ type: "set", target: { room: "living", kind: "light" }, set: { "light.on": false } }],
    ],
    [{ type: "turn_on", target: "落地灯" }, [LAMP_ON]],
    [{ service: "turn_on", entity_id: "floor lamp" }, [LAMP_ON]],
    [{ delay: "90 seconds" }, [{ type: "wait", for: "1m30s" }]],
    [{ say: "早上好" }, [{ type: "say", message: "早上好" }]],
    [{ type: "notify", text: "Hello" }, [{ type: "notify", message: "Hello" }]],
    [{ scene: "Cinema" }, [{ type: "scene", scene: "cinema" }]],
    [
      { device: "Speaker", action: "play-text", arguments: { "text-content": "hi" } },
      [{ type: "invoke", target: "miot:living-speaker", action: "intelligent-speaker.play-text", in: ["hi"] }],
    ],
    [
      { if: { device: "living-lamp", property: "on", is: "on" }, do: ON, else: { delay: "5m" } },
      [
        {
          type: "if",
          condition: { type: "state", target: LAMP, property: "light.on", is: true },
          do: [LAMP_ON],
          else: [{ type: "wait", for: "5m" }],
        },
      ],
    ],
    [{ repeat: 3, do: ON }, [{ type: "repeat", times: 3, actions: [LAMP_ON] }]],
    [
      { device: "living-lamp", property: "brightness", change: 10 },
      [{ type: "set", target: LAMP, set: { "light.brightness": { plus: 10 } } }],
    ],
  ])("%j", async (given, wanted) => {
    expect((await rule({ actions: given })).actions).toEqual(wanted);
  });

  it('what is done if something holds may stand behind "then"', async () => {
    const given =
      '[{"if": {"after": "10pm"}, "then": [{"say": "dark"}]}, {"if": {"weekdays": "sat"}, "then": {"say": "weekend"}}]';
    const { actions } = await rule({ actions: given });
    expect(actions).toEqual([
      { type: "if", condition: { type: "time", after: "22:00" }, do: [{ type: "say", message: "dark" }] },
      { type: "if", condition: { type: "weekday", days: ["sat"] }, do: [{ type: "say", message: "weekend" }] },
    ]);
  });

  it("steps of a scene are accepted as writes or in the form of the definition", async () => {
    const wanted = [{ target: LAMP, set: { "light.on": true, "light.brightness": 30 } }];
    const writes = [
      { device: "落地灯", property: "on", value: "开" },
      { device: "Floor lamp", property: "brightness", value: "30%" },
    ];
    expect(await scene({ writes })).toEqual(wanted);
    expect(await scene({ steps: { "living-lamp": { on: true, brightness: 30 } } })).toEqual(wanted);
    expect(await scene({ steps: [{ target: "living-lamp", set: { "light.on": true, brightness: 30 } }] })).toEqual(
      wanted,
    );
    const slow = { device: "living-lamp", property: "brightness", value: 30, transition: "5 seconds" };
    expect(await scene({ steps: [slow] })).toMatchObject([{ target: LAMP, transition: "5s" }]);
  });

  it("a snapshot of a room may be only the name of the room", async () => {
    expect(await scene({ snapshot: "客厅" })).not.toHaveLength(0);
  });
});

describe("other forms of the whole call are accepted", () => {
  it.each([
    [{ title: "Draft", when: "7am", do: ON }],
    [{ arguments: JSON.stringify({ name: "Draft", triggers: "7am", actions: JSON.stringify(ON) }) }],
    [{ name: "save_automation", parameters: { name: "Draft", trigger: { time: "07:00" }, action: ON[0] } }],
  ])("%j", async (args) => {
    await agreed("save_automation", args);
    const saved = planner.automations.find("Draft")[0] ?? expect.fail("not saved");
    expect(saved.definition).toMatchObject({ triggers: [{ type: "time", at: "07:00" }], actions: [LAMP_ON] });
    await planner.automations.remove(saved.definition.id, { kind: "person" });
  });

  it("a paused automation stays paused when it is replaced", async () => {
    const draft = { id: "draft", name: "Draft", triggers: "7am", actions: ON };
    await agreed("save_automation", { ...draft, enabled: false, pausedUntil: "2026-12-24" });
    await agreed("save_automation", { ...draft, triggers: "8am", replace: true });
    const saved = planner.automations.get("draft")?.definition;
    expect(saved).toMatchObject({ enabled: false, pausedUntil: "2026-12-24", triggers: [{ at: "08:00" }] });
    await planner.automations.remove("draft", { kind: "person" });
  });
});

/** Typical invalid drafts. The answer has the known names, or an example of the part. */
const WRONG: readonly (readonly [what: string, draft: object, told: RegExp])[] = [
  [
    "a device that is not there",
    { actions: [{ device: "attic lamp", property: "on", value: true }] },
    /attic lamp.*living-lamp/,
  ],
  [
    "a name of several",
    { actions: [{ device: "吸顶灯", property: "on", value: true }] },
    /living-ceiling, kitchen-ceiling/,
  ],
  [
    "a misspelt property",
    { actions: [{ device: "Floor lamp", property: "brightnes", value: 3 }] },
    /light\.brightness/,
  ],
  ["a value of no list", { actions: [{ device: "Floor lamp", property: "mode", value: "disco" }] }, /Day|日间/],
  ["a number out of range", { actions: [{ device: "Floor lamp", property: "brightness", value: 400 }] }, /1.*100/],
  ["what can only be read", { actions: [{ device: "living-ac", property: "temperature", value: 20 }] }, /living-ac/],
  ["a scene that is not there", { actions: [{ scene: "kino" }] }, /kino.*cinema/],
  [
    "an action that is not there",
    { actions: [{ device: "Speaker", action: "sing" }] },
    /intelligent-speaker\.play-text/,
  ],
  ["too few arguments", { actions: [{ device: "Speaker", action: "play-text" }] }, /text-content/],
  ["an unknown kind of action", { actions: [{ type: "dance", target: "living-lamp" }] }, /\{"device": "HANDLE"/],
  ["an action without a thing", { actions: [{ property: "on", value: true }] }, /\{"device": "HANDLE"/],
  ["an action that is a sentence", { actions: "turn on the lamp" }, /"actions": \[\{"device"/],
  ["a wait without a length", { actions: [{ wait: "a bit" }] }, /20m.*\{"wait": "5m"\}/],
  ["a condition of an action that means nothing", { actions: [{ if: { sky: "blue" }, do: ON }] }, /\{"after": "22:00"/],
  ["a time that there is not", { triggers: [{ time: "25:00" }] }, /07:00/],
  ["a day that there is not", { triggers: [{ time: "07:00", weekdays: ["Noday"] }] }, /"mon".*\{"time": "07:00"/],
  ["a moment that has passed", { triggers: [{ once: "2020-01-01T00:00" }] }, /2020-01-01/],
  ["an unknown kind of trigger", { triggers: [{ type: "weather", is: "rain" }] }, /\{"time": "07:00"/],
  [
    "a trigger without a bound",
    { triggers: [{ type: "numeric", device: "living-lamp", property: "brightness" }] },
    /"above": 28/,
  ],
  [
    "an event that is not there",
    { triggers: [{ device: "Floor lamp", event: "rung" }] },
    /"rung".*none|“rung”.*不上报/,
  ],
  [
    "an event by a name of its own",
    { triggers: [{ device: "hall-lock", event: "motion" }] },
    /(?:events are: |可用的有：)lock\./,
  ],
  ["a last day that is none", { until: "end of March" }, /\{"until": "2026-12-24"\}"?\]?\}?$/],
  ["an interval of nothing", { triggers: [{ every: "often" }] }, /\{"every": "2h"\}/],
  ["an offset that is none", { triggers: [{ sun: "sunset", offset: "a while" }] }, /-30m/],
  ["an offset without a unit", { triggers: [{ sun: "sunset", offset: "-30" }] }, /-30[^m].*-30m/],
  ["an offset that is a number", { triggers: [{ sun: "sunset", offset: -30 }] }, /-30[^m].*-30m/],
  ["a sun event with a number", { triggers: ["sunset-30"] }, /sunset/],
  ["a window that is none", { conditions: [{ after: "breakfast" }] }, /22:00/],
  ["a state of nothing", { conditions: [{ device: "living-lamp", property: "on" }] }, /"is": true/],
  ["an unknown kind of condition", { conditions: [{ type: "mood", is: "good" }] }, /\{"weekdays": \["sat", "sun"\]\}/],
  [
    "a room that is not there",
    { actions: [{ room: "attic", kind: "light", property: "on", value: true }] },
    /attic.*living/,
  ],
];

describe("an invalid draft gets an error with what is needed to correct it", () => {
  it("a relative change in a step of a scene is refused", async () => {
    const steps = [{ device: "living-lamp", property: "brightness", change: 10 }];
    for (const [language, told] of [
      ["en", /holds values.*give value, not change/],
      ["zh", /请给出 value，不用 change/],
    ] as const) {
      const { content } = await run("save_scene", { name: "Draft", steps }, language);
      expect(JSON.stringify(content)).toMatch(told);
      expect(JSON.stringify(content)).not.toMatch(/parameter/);
    }
  });

  it.each(WRONG)("%s", async (_, draft, told) => {
    const args = { name: "Draft", triggers: [{ time: "07:00" }], actions: ON, ...draft };
    const inWords = { en: /[a-z]/, zh: /\p{Script=Han}/u };
    for (const language of ["en", "zh"] as const) {
      let text = "";
      const error = await thrownErrorText(async () => {
        text = JSON.stringify((await run("save_automation", args, language)).content);
      }, language);
      const answer = error + text.replaceAll('\\"', '"');
      expect(answer).toMatch(told);
      expect(answer).not.toMatch(/docs\/|jia devices|jia scenes|Invalid input/);
      expect(answer).toMatch(inWords[language]);
    }
    expect(planner.automations.list()).toEqual([]);
  });
});
