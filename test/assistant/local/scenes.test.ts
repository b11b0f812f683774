import { describe, expect, it } from "vitest";
import { DEFAULT_RULES } from "../../../src/home/index.ts";
import { planningIn, planningInFlat } from "../../support/speak.ts";

const LAMPS = { devices: ["miot:living-ceiling-light", "miot:living-floor-lamp"] };
const MOVIE = [
  { target: LAMPS, set: { "light.on": true, "light.brightness": 20 } },
  { target: "miot:living-curtain", set: { "curtain.motor-control": 2 } },
];

/** Each makes the same scene. */
const SAID: readonly (readonly [say: string, name: string])[] = [
  ["make a scene movie night: lights 20 percent, curtains closed", "movie night"],
  ["create a new scene called Movie Night with the lights at 20% and the curtains closed", "Movie Night"],
  ['please make a scene "movie night": dim the lights to 20 percent and close the curtain', "movie night"],
  ["make a movie night scene: lights at 20 percent, curtain closed", "movie night"],
  ["新建场景观影：灯光20%，窗帘关上", "观影"],
  ["新建一个观影场景，灯光调到20%，窗帘关上", "观影"],
  ["创建一个叫“观影”的场景：把灯调到百分之二十，关上窗帘", "观影"],
  ["新建觀影模式：燈光20%，窗簾關上", "觀影"],
];

describe("a scene by a sentence", () => {
  it.each(SAID)("%s", async (say, name) => {
    const talk = await planningInFlat();
    expect(await talk.changes(say)).toEqual({});
    expect(talk.planner.scenes.list().map(({ definition }) => definition)).toMatchObject([{ name, steps: MOVIE }]);
  });

  it("is read back, activated by its name, and reverted", async () => {
    const talk = await planningInFlat();
    expect(await talk.reply("make a scene movie night: lights 20 percent, curtains closed")).toBe(
      'I\'ve saved "movie night": turn on the living room ceiling light and the living room floor lamp at 20% and close the living room curtain.',
    );
    expect(await talk.changes("movie night")).toMatchObject({
      "living-ceiling-light.light.brightness": 20,
      "living-curtain.curtain.current-position": 0,
    });
    expect(await talk.reply("turn off movie night")).toBe('Everything is back as it was before "movie night".');
    expect(await talk.changes("movie night mode")).toMatchObject({ "living-ceiling-light.light.brightness": 20 });
    expect(await talk.changes("undo that")).toMatchObject({ "living-ceiling-light.light.brightness": 80 });
    expect(await talk.reply("delete the scene movie night")).toBe('I deleted the scene "movie night".');
    expect(talk.planner.scenes.list()).toEqual([]);
    // Without a scene of that meaning it is offered to make one, and nothing is done.
    expect(await talk.say("movie night")).toMatchObject({ expectsReply: true, outcomes: [] });
  });

  it("is read back, activated and deleted in Chinese", async () => {
    const talk = await planningInFlat();
    expect(await talk.reply("新建场景观影：灯光20%，窗帘关上")).toBe(
      "“观影”场景存好了：打开客厅吸顶灯和客厅落地灯，亮度20%，拉上客厅窗帘。",
    );
    expect(await talk.reply("打开观影模式")).toBe("“观影”场景开了。");
    expect(await talk.reply("关闭观影模式")).toBe("“观影”场景退出了，恢复原样了。");
    expect(await talk.reply("删除观影场景")).toBe("“观影”场景删掉了。");
  });

  it("is saved from the present states", async () => {
    const talk = await planningInFlat();
    await talk.say("set the floor lamp to 35 percent");
    expect(await talk.reply("save the lights as a scene called reading")).toBe(
      'I\'ve saved "reading": living room ceiling light and floor lamp as they are now.',
    );
    await talk.say("turn off the lights");
    expect(await talk.changes("reading")).toMatchObject({ "living-floor-lamp.light.on": true });
    expect(await talk.reply("把现在的状态保存为场景傍晚")).toMatch(/^“傍晚”场景存好了：.*的当前状态。$/);
  });

  it("is not saved where a part of it cannot be", async () => {
    const talk = await planningInFlat();
    expect(await talk.reply("make a scene cosy: lights 20 percent, fireplace on")).toBe("There's no fireplace here.");
    expect(await talk.reply("make a scene cosy: lights 20 percent, projector on")).not.toMatch(/^Saved/);
    expect(await talk.reply("make a scene cosy: set the curtain to 300 percent")).toMatch(/between 0 and 100%/);
    expect(await talk.reply("make a scene cosy: lights brighter")).toMatch(/Tell me a value/);
    expect(talk.planner.scenes.list()).toEqual([]);
  });

  it("asks before it replaces one of the same name, and keeps its id", async () => {
    const talk = await planningInFlat();
    await talk.say("make a scene movie night: lights 20 percent");
    const [before] = talk.planner.scenes.list();
    const asked = await talk.say("make a scene Movie Night: lights 10 percent");
    expect(asked).toMatchObject({ expectsReply: true });
    expect(talk.planner.scenes.list()).toEqual([before]);
    await talk.say("yes");
    expect(talk.planner.scenes.list().map(({ definition }) => definition)).toMatchObject([
      { id: before?.definition.id, name: "movie night", steps: [{ set: { "light.brightness": 10 } }] },
    ]);
  });

  it("asks for a yes where the policy requires one", async () => {
    const talk = await planningInFlat({ policy: DEFAULT_RULES });
    const asked = await talk.say("make a scene coming home: unlock the front door");
    expect(asked).toMatchObject({ expectsReply: true });
    expect(talk.planner.scenes.list()).toEqual([]);
    await talk.say("no");
    expect(talk.planner.scenes.list()).toEqual([]);
  });

  it("asks before it covers the whole home where the room is not known", async () => {
    const talk = await planningIn("house");
    const asked = await talk.say("make a scene movie night: lights 20 percent");
    expect(asked).toMatchObject({
      expectsReply: true,
      reply: expect.stringMatching(/^That's 26 devices: \d+ lights\b.* Go ahead\?$/),
    });
    expect(talk.planner.scenes.list()).toEqual([]);
    const saved = await talk.say("yes");
    expect(saved.handled && saved.reply).toMatch(/^I've saved "movie night": turn on the entrance hall .* and 20 more/);
    expect(await talk.say("make a scene bright: all lights 100 percent")).toMatchObject({ expectsReply: false });
  });

  it("is told only by its outcomes", async () => {
    const talk = await planningInFlat();
    await talk.say("make a scene movie night: lights 20 percent, curtains closed");
    talk.devices.get("living-curtain")?.setFault({ kind: "silent" });
    const partly = await talk.say("movie night");
    expect(partly).toMatchObject({ handled: true });
    expect(partly.handled && partly.reply).toMatch(/It didn't work for .*curtain/);
    expect(partly.handled && partly.outcomes.map(({ status }) => status)).toContain("timeout");
  });

  it("takes a number for its parameter, and refuses one without a parameter", async () => {
    const talk = await planningInFlat();
    const { scenes } = talk.planner;
    const origin = { kind: "conversation", conversation: "talk" } as const;
    const parameters = { brightness: { default: 20 } };
    const steps = [{ target: "living-floor-lamp", set: { "light.brightness": { parameter: "brightness" } } }];
    await scenes.save({ name: "movie night", parameters, steps }, { origin });
    await scenes.save(
      { name: "good morning", steps: [{ target: "living-floor-lamp", set: { "light.on": true } }] },
      { origin },
    );
    expect(await talk.changes("movie night at 10 percent")).toMatchObject({ "living-floor-lamp.light.brightness": 10 });
    expect(await talk.changes("good morning at 10 percent")).toEqual({});
  });

  it.each(["add the bedside lamp to the scene movie night", "make a scene", "新建场景", "新建一个场景，名字以后再说"])(
    "is not made from an unclear sentence: %s",
    async (say) => {
      const talk = await planningInFlat();
      expect(await talk.changes(say)).toEqual({});
      expect(await talk.say(say)).toMatchObject({ handled: false });
      expect(talk.planner.scenes.list()).toEqual([]);
    },
  );

  it.each(["空调设为制冷模式", "把空调调成睡眠模式", "keep the bedroom as warm as it is"])(
    "is not made from a sentence about a mode of a device: %s",
    async (say) => {
      const talk = await planningInFlat();
      await talk.say(say);
      expect(talk.planner.scenes.list()).toEqual([]);
    },
  );
});

describe("a scene at another time", () => {
  const ACTIVATE = [{ type: "scene", scene: "movie-night" }];

  it.each([
    ["movie night at 9 pm", { type: "once", at: "2026-01-01T21:00:00+08:00" }],
    ["movie night in 10 minutes", { type: "once", at: "2026-01-01T20:10:00+08:00" }],
    ["every friday at 8 pm start movie night", { type: "time", at: "20:00", weekdays: ["fri"] }],
    ["when the TV turns on activate movie night", { type: "property", target: "miot:living-tv", to: true }],
  ])("%s", async (say, trigger) => {
    const talk = await planningInFlat();
    await talk.say("make a scene movie night: floor lamp 20 percent");
    expect(await talk.changes(say)).toEqual({});
    const [saved] = talk.planner.automations.list();
    expect(saved?.definition).toMatchObject({ triggers: [trigger], actions: ACTIVATE });
  });

  it("runs at its moment", async () => {
    const talk = await planningInFlat();
    await talk.say("make a scene movie night: floor lamp 20 percent");
    await talk.say("movie night in 10 minutes");
    await talk.until("2026-01-01T12:11:00Z");
    expect(talk.home.device("miot:living-floor-lamp")?.state.get("light.brightness")?.value).toBe(20);
  });

  /** Said of a scene, but nothing that it can do: it is neither activated nor deleted. */
  it.each([
    "movie night for an hour",
    "cancel movie night",
    "add the curtains closed to movie night",
    "make movie night darker",
    "is movie night on?",
  ])("is not activated by: %s", async (say) => {
    const talk = await planningInFlat();
    await talk.say("make a scene movie night: floor lamp 20 percent");
    expect(await talk.changes(say)).toEqual({});
    expect(talk.planner.scenes.list()).toHaveLength(1);
  });

  it.each(["不要观影了", "取消观影模式"])("is not deleted by: %s", async (say) => {
    const talk = await planningInFlat();
    await talk.say("新建场景观影：落地灯20%");
    expect(await talk.changes(say)).toEqual({});
    expect(talk.planner.scenes.list()).toHaveLength(1);
  });
});

describe("commands after the name of a new scene are saved, and not run", () => {
  it.each([
    ["记住场景叫午休：关上主卧窗帘，打开客厅的电视", "午休"],
    ["存个场景叫晚安：关掉客厅的灯，打开加湿器", "晚安"],
    ["remember a scene called rest: close the curtain, turn on the TV", "rest"],
    ["please note down the scene called rest: turn on the TV, floor lamp off", null],
    ["save a scene: supper. Kitchen light on, TV on", "supper"],
  ])("%s", async (text, name) => {
    const talk = await planningIn("flat", { room: "living" });
    expect(await talk.changes(text)).toEqual({});
    expect(talk.planner.scenes.list().map(({ definition }) => definition.name)).toEqual(name === null ? [] : [name]);
  });
});
