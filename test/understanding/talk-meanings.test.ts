import { describe, expect, it } from "vitest";
import { type PlanningTalk, planningIn, talkIn } from "../support/speak.ts";

const origin = { kind: "conversation", conversation: "talk" } as const;

async function withScene(name: string, aliases: readonly string[] = []): Promise<PlanningTalk> {
  const talk = await planningIn("house", { room: "living" });
  const steps = [{ target: "study-monitor-light", set: { "light.on": true, "light.brightness": 7 } }];
  await talk.planner.scenes.save({ name, aliases: [...aliases], steps }, { origin });
  return talk;
}

describe("going to bed, leaving, coming home and watching a film start the matching scene", () => {
  it.each([
    ["Bedtime", "I'm heading up to bed"],
    ["Sleep mode", "night night all"],
    ["睡觉", "let's call it a day"],
    ["Good night", "time to turn in"],
    ["晚安", "不早啦，我先睡了"],
    ["就寝模式", "我要去睡觉啦"],
    ["Good night", "准备睡觉了"],
    ["Away", "we're off out"],
    ["Leaving", "I've got to go now, bye"],
    ["离家", "off to the office"],
    ["外出模式", "我去公司了"],
    ["离家", "我们出门旅游去了"],
    ["Coming home", "hello, I'm back from work"],
    ["回家", "总算到家了"],
    ["欢迎回家", "we just got home"],
    ["Cinema", "we're going to watch a film"],
    ["观影", "来看个大片吧"],
    ["Home cinema", "it's movie time"],
  ])("the scene %s: %s", async (scene, text) => {
    const talk = await withScene(scene);
    expect(await talk.changes(text)).toMatchObject({ "study-monitor-light.light.brightness": 7 });
  });

  it("finds the scene of a routine by an alias", async () => {
    const talk = await withScene("Lights for late", ["bedtime"]);
    expect(await talk.changes("I'm off to bed")).toMatchObject({ "study-monitor-light.light.brightness": 7 });
  });

  it("asks which scene if several match a routine", async () => {
    const talk = await withScene("Bedtime");
    const steps = [{ target: "study-ceiling-light", set: { "light.on": false } }];
    await talk.planner.scenes.save({ name: "Sleep", steps }, { origin });
    expect(await talk.say("I'm off to bed")).toMatchObject({ expectsReply: true, outcomes: [] });
    expect(await talk.changes("bedtime")).toMatchObject({ "study-monitor-light.light.brightness": 7 });
  });

  it("asks before a scene of that meaning does what the policy asks about, though it was saved with a yes", async () => {
    const talk = await planningIn("house", {
      policy: [{ id: "doors", decision: "confirm", why: null, kinds: ["lock"], names: ["locked"], values: [false] }],
    });
    const steps = [{ target: "front-door-lock", set: { "lock.locked": false } }];
    await talk.planner.scenes.save({ name: "Coming home", steps }, { origin, approved: true });
    expect(await talk.changes("I'm home")).toEqual({});
    expect(await talk.changes("yes")).toEqual({ "front-door-lock.lock.locked": false });
  });
});

describe("without a matching scene, the usual steps are offered once", () => {
  it("a yes locks, switches off and closes, and keeps it as a scene that runs the next time", async () => {
    const talk = await planningIn("house");
    expect(await talk.changes("unlock the front door")).toEqual({ "front-door-lock.lock.locked": false });
    const asked = await talk.reply("right, I'm off to bed");
    expect(asked).toMatch(
      /^Good night! Shall I lock .*turn off the lights.* and close .*\? If so, I'll also save it as "Good night"\.$/,
    );
    const changes = await talk.changes("yes please");
    expect(changes).toMatchObject({
      "front-door-lock.lock.locked": true,
      "living-ceiling-light.light.on": false,
    });
    expect(
      Object.keys(changes).filter((key) => /plug|pump|fridge|alarm|strip\.|night-light|garage-door/.test(key)),
    ).toEqual([]);
    expect(talk.planner.scenes.list().map(({ definition }) => definition.name)).toEqual(["Good night"]);
    await talk.changes("turn on the ceiling light in the living room");
    expect(await talk.changes("sleep well")).toEqual({ "living-ceiling-light.light.on": false });
  });

  it("a yes in Chinese does it, and keeps it under a Chinese name", async () => {
    const talk = await planningIn("flat");
    expect(await talk.reply("我出门啦")).toMatch(/^要.*关掉灯.*吗？要的话，我顺便存成“离家”场景。$/);
    expect(await talk.changes("好")).toMatchObject({ "bedroom-bedside-lamp.light.on": false });
    expect(talk.planner.scenes.list().map(({ definition }) => definition.name)).toEqual(["离家"]);
  });

  it.each([
    ["time for bed", "no thanks"],
    ["I'm going out now", "no"],
    ["we're going to watch a movie", "leave it"],
    ["睡觉去了", "不用了"],
    ["我先走了", "不要"],
    ["放个电影吧", "算了"],
  ])("after a no nothing is done: %s, %s", async (text, no) => {
    const talk = await planningIn("house", { room: "living" });
    expect(await talk.changes(text)).toEqual({});
    expect(await talk.changes(no)).toEqual({});
    expect(await talk.changes("yes")).toEqual({});
    expect(talk.planner.scenes.list()).toEqual([]);
  });

  it.each([
    ["we just got back", /^Welcome home\. Shall I turn on /],
    ["刚刚到家", /^欢迎回家。要打开.*吗？$/],
  ])("for who comes home at most a light is offered, and no scene is made: %s", async (text, question) => {
    const talk = await planningIn("house");
    await talk.changes("turn off all the lights");
    await talk.changes("yes");
    expect(await talk.reply(text)).toMatch(question);
    expect(Object.keys(await talk.changes("ok"))).toEqual(["hall-ceiling-light.light.on"]);
    expect(talk.planner.scenes.list()).toEqual([]);
    expect(await talk.reply(text)).toMatch(/^(Welcome home|欢迎回家)[.。]$/);
  });

  it("offers the steps without saving a scene where none can be saved", async () => {
    const talk = talkIn("flat");
    expect(await talk.reply("good night jia")).toMatch(/^Good night! Shall I .*\?$/);
    expect(await talk.changes("yes")).toMatchObject({ "bedroom-bedside-lamp.light.on": false });
  });

  it("a film is about the room with the screen", async () => {
    const talk = talkIn("flat");
    const question = await talk.reply("movie night");
    expect(question).toMatch(/curtain.*light.*TV/i);
    const changes = Object.keys(await talk.changes("yes"));
    expect(changes.length).toBeGreaterThan(0);
    expect(changes.every((key) => key.startsWith("living-"))).toBe(true);
  });
});

describe("statements about others or another time, and questions, start no routine", () => {
  it.each([
    "my parents are leaving tomorrow",
    "the kids went to bed at eight",
    "when are you going to bed?",
    "are we leaving?",
    "I'm not leaving yet",
    "we were home last weekend",
    "I'll be home at seven",
    "I'm off work on Monday",
    "the movie was great fun",
    "I'm leaving the heater on",
    "爷爷睡下了",
    "他们都出去了吗",
    "我晚上七点回家",
    "我还没睡",
    "明天我要出差",
    "昨晚看了电影",
    "你睡了吗？",
    "孩子放学了没",
  ])("%s", async (text) => {
    const talk = await withScene("Good night", ["Away", "Coming home", "Cinema"]);
    expect(await talk.changes(text)).toEqual({});
    expect(talk.conversation.open.items).toEqual([]);
  });
});

describe("a routine beside a command does nothing by itself", () => {
  it.each([
    ["we're home at last, light in the utility room on", "utility-light.light.on"],
    ["the film is starting, turn on the light in the utility room", "utility-light.light.on"],
    ["turn on the light in the utility room, I'm going out", "utility-light.light.on"],
    ["I'm off to bed now. Turn on the light in the utility room", "utility-light.light.on"],
    ["we're leaving, is the garage door open?", null],
    ["终于到家了，关掉落地灯", "living-floor-lamp.light.on"],
    ["我们要看电影了，关掉落地灯", "living-floor-lamp.light.on"],
    ["关掉落地灯，我出门了", "living-floor-lamp.light.on"],
    ["我先睡了，落地灯关掉", "living-floor-lamp.light.on"],
    ["我去上班了，车库门关了吗", null],
  ])("%s", async (text, changed) => {
    const talk = talkIn("house", { room: "living" });
    expect(Object.keys(await talk.changes(text))).toEqual(changed === null ? [] : [changed]);
    expect(talk.conversation.open.items).toEqual([]);
  });
});
