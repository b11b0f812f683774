import { describe, expect, it } from "vitest";
import { planningInFlat } from "../../support/speak.ts";

const TEMPERATURE = { target: "miot:bedroom-climate", property: "temperature-humidity-sensor.temperature" };
const WARM = { type: "numeric", ...TEMPERATURE, above: 26 };
const NIGHT = { type: "time", after: "22:00", before: "07:00" };
const MOTION = { type: "property", target: "miot:living-motion", property: "motion-sensor.motion-state" };
const DOOR = { type: "property", target: "miot:hallway-lock", property: "door.door-state", to: [1, 3] };
const LEAK = { type: "property", target: "miot:kitchen-leak" };

/** What starts a rule, and what must hold then. */
const RULES: readonly (readonly [say: string, triggers: readonly object[], conditions: readonly object[]])[] = [
  [
    "if the bedroom is above 26 at night turn on the air conditioner",
    [WARM, { type: "time", at: "22:00" }],
    [NIGHT, WARM],
  ],
  ["at night, if the bedroom is above 26, turn on the AC", [WARM, { type: "time", at: "22:00" }], [NIGHT, WARM]],
  [
    "if the bedroom is above 26 turn on the air conditioner at night",
    [WARM, { type: "time", at: "22:00" }],
    [NIGHT, WARM],
  ],
  [
    "如果晚上卧室超过26度就打开空调",
    [WARM, { type: "time", at: "18:00" }],
    [{ type: "time", after: "18:00", before: "06:00" }, WARM],
  ],
  ["whenever the bedroom is above 26 turn on the bedroom air conditioner", [WARM], []],
  ["卧室超过26度就打开空调", [WARM], []],
  ["turn on the bedroom AC when it's above 26", [WARM], []],
  [
    "if the bedroom is above 26 on weekdays turn on the bedroom AC",
    [WARM],
    [{ type: "weekday", days: ["mon", "tue", "wed", "thu", "fri"] }],
  ],
  [
    "when someone is in the living room after sunset turn on the ceiling light",
    [{ ...MOTION, to: true }],
    [{ type: "sun", is: "down" }],
  ],
  [
    "晚上十点到早上六点有人就打开落地灯",
    [{ ...MOTION, to: true }],
    [{ type: "time", after: "22:00", before: "06:00" }],
  ],
  [
    "when motion is detected in the living room between 10 pm and 6 am turn on the floor lamp",
    [{ ...MOTION, to: true }],
    [{ type: "time", after: "22:00", before: "06:00" }],
  ],
  ["turn off the lights if nobody is in the living room for 10 minutes", [{ ...MOTION, to: false, for: "600s" }], []],
  ["客厅10分钟没人就关灯", [{ ...MOTION, to: false, for: "600s" }], []],
  ["whenever the front door opens turn on the ceiling light", [DOOR], []],
  [
    "when someone is in the living room after 11 pm turn on the floor lamp",
    [{ ...MOTION, to: true }],
    [{ type: "time", after: "23:00", before: "06:00" }],
  ],
  ["大门开了就开灯", [DOOR], []],
  ["门锁上之后关掉电视", [{ type: "property", target: "miot:hallway-lock", to: true }], []],
  ["when the water sensor is wet tell me", [{ ...LEAK, to: true }], []],
  ["大门打开的时候提醒我", [DOOR], []],
  ["漏水了告诉我", [{ ...LEAK, to: true }], []],
  ["窗帘关上就开灯", [{ type: "property", target: "miot:living-curtain", to: 0 }], []],
  ["晚上十点后大门打开就告诉我", [DOOR], [{ type: "time", after: "22:00" }]],
  ["when the front door opens after 10 pm tell me", [DOOR], [{ type: "time", after: "22:00" }]],
  ["when the TV turns on dim the lights to 20%", [{ type: "property", target: "miot:living-tv", to: true }], []],
  [
    "pm2.5超过75就开净化器",
    [
      { type: "numeric", above: 75 },
      { type: "numeric", above: 75 },
    ],
    [],
  ],
  ["if the AC has been on for 2 hours turn it off", [{ target: "miot:living-ac", to: true, for: "7200s" }], []],
  ["when motion is detected in the living room turn on the light for 5 minutes", [{ ...MOTION, to: true }], []],
  ["检测到有人就开落地灯，五分钟后关掉", [{ ...MOTION, to: true }], []],
  ["when it gets dark turn on the floor lamp", [{ type: "sun", event: "sunset" }], []],
  [
    "when the battery of the door sensor is low tell me",
    [{ type: "numeric", target: "miot:hallway-door-sensor", property: "battery.battery-level", below: 20 }],
    [],
  ],
  [
    "tell me when the air purifier is offline",
    [{ type: "availability", target: "miot:living-purifier", online: false }],
    [],
  ],
];

describe("a rule by words", () => {
  it.each(RULES)("%s", async (say, triggers, conditions) => {
    const talk = await planningInFlat();
    expect(await talk.changes(say)).toEqual({});
    const saved = talk.planner.automations.list().map(({ definition }) => definition);
    expect(saved).toHaveLength(1);
    expect(saved[0]).toMatchObject({ triggers, ...(conditions.length > 0 && { conditions }) });
    expect(saved[0]?.triggers).toHaveLength(triggers.length);
    expect(saved[0]?.conditions ?? []).toHaveLength(conditions.length);
  });

  it("is read back with its hours, and runs", async () => {
    const talk = await planningInFlat();
    const said = await talk.say("if the bedroom is above 26 at night turn on the air conditioner");
    expect(said.handled && said.reply).toBe(
      "OK. When the temperature of the bedroom thermometer rises above 26 °C, or every day at 22:00, if it is between 22:00 and 07:00 and the temperature of the bedroom thermometer is above 26 °C: turn on the bedroom air conditioner. Next: today 22:00.",
    );
    const climate = talk.devices.get("bedroom-climate");
    const isOn = () => talk.home.device("miot:bedroom-ac")?.state.get("air-conditioner.on")?.value;
    const warm = (value: number): void =>
      talk.home.apply([
        {
          kind: "values",
          id: "miot:bedroom-climate",
          values: [{ address: TEMPERATURE.property, value }],
          cause: "report",
        },
      ]);
    expect(climate).toBeDefined();
    expect(isOn()).toBe(false);
    warm(27);
    await talk.planner.settled();
    expect(isOn()).toBe(false);
    await talk.until("2026-01-01T14:01:00Z");
    expect(isOn()).toBe(true);
  });

  it('with "tell me" notifies instead of a command', async () => {
    const talk = await planningInFlat();
    const notices: string[] = [];
    talk.planner.subscribe((event) => {
      if (event.type === "notice") notices.push(event.message);
    });
    await talk.say("when the water sensor is wet tell me");
    const [rule] = talk.planner.automations.list();
    await talk.planner.automations.run(rule?.definition.id ?? "", {
      origin: { kind: "api" },
      force: true,
    });
    expect(notices).toEqual(["the water sensor is wet"]);
  });

  /** About one day, or about what nobody can tell: never a look at now, and nothing of it is carried out. */
  it.each([
    "tonight if it is above 20 turn on the AC",
    "今晚如果超过20度就打开空调",
    "unless nobody is home at night turn on the AC",
    "如果明天下雨就关窗",
    "when I get home turn on the lights",
    "回家的时候打开灯",
    "when the living room is at 21 after 9 turn on the AC",
    "客厅温度超过28度",
    "when the temperature is not above 20 turn on the AC",
    "卧室超过26度或者客厅超过28度就打开空调",
    "if the bedroom is above 20 or the living room is above 28 turn on the AC",
    "when nobody is home turn everything off",
    "家里没人就关掉所有的灯",
    "when it is below 5 degrees on the balcony turn on the AC",
  ])("is not made from an unclear sentence: %s", async (say) => {
    const talk = await planningInFlat();
    expect(await talk.changes(say)).toEqual({});
    expect(talk.planner.automations.list()).toEqual([]);
  });

  it("with a present condition is checked now", async () => {
    const talk = await planningInFlat();
    expect(await talk.changes("if the bedroom is above 20 turn on the bedroom AC")).toEqual({
      "bedroom-ac.air-conditioner.on": true,
    });
    const unmet = await talk.say("如果卧室高于三十度就打开卧室的空调");
    expect(unmet.handled && unmet.reply).toMatch(/所以什么都没做/);
    expect(talk.planner.automations.list()).toEqual([]);
  });

  it('runs its "otherwise" part', async () => {
    const talk = await planningInFlat();
    expect(await talk.changes("如果电视开着就打开落地灯，否则关灯")).toEqual({
      "living-ceiling-light.light.on": false,
    });
    expect(await talk.changes("除非电视开着，否则打开落地灯")).toEqual({ "living-floor-lamp.light.on": true });
  });

  it("switches back, or runs more, some time later", async () => {
    const talk = await planningInFlat();
    const done = { target: "miot:living-floor-lamp", type: "set" };
    for (const say of [
      "when motion is detected in the living room turn on the floor lamp for 5 minutes",
      "when motion is detected in the living room turn on the floor lamp and turn it off after 5 minutes",
    ]) {
      await talk.say(say);
      expect(talk.planner.automations.list().at(-1)?.definition.actions).toEqual([
        { ...done, set: { "light.on": true } },
        { type: "wait", for: "300s" },
        { ...done, set: { "light.on": false } },
      ]);
    }
  });

  it("keeps the said value, whatever the device has now", async () => {
    const talk = await planningInFlat();
    await talk.say("turn on the living room AC");
    await talk.say("whenever the bedroom is above 26 set the living room AC to 24 degrees");
    expect(talk.planner.automations.list()[0]?.definition.actions).toEqual([
      {
        type: "set",
        target: "miot:living-ac",
        set: { "air-conditioner.on": true, "air-conditioner.target-temperature": 24 },
      },
    ]);
  });
});
