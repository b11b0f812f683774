import { describe, expect, it } from "vitest";
import type { AutomationDraft, SceneDraft } from "../../../src/automation/index.ts";
import { calls } from "../../support/model-server.ts";
import { type OpenTalk, openTalk } from "../../support/open-talk.ts";
import { strictModelServer } from "../../support/strict-model-server.ts";

const server = strictModelServer();
const owner = { origin: { kind: "person" }, approved: true } as const;
const on = (target: string) => ({ type: "set" as const, target, set: { "light.on": true } });
const rule = (...targets: readonly string[]) => ({
  name: "Evening light",
  triggers: [{ type: "time", at: "20:00" }],
  actions: targets.map(on),
});
const scene = (target: string) => ({ name: "Cosy", steps: [{ target, set: { "light.on": true } }] });
const LEAK: AutomationDraft = {
  id: "leak",
  name: "Leak watch",
  triggers: [{ type: "time", at: "07:00" }],
  actions: [on("living-floor-lamp")],
};
const MOVIE: SceneDraft = {
  id: "movie",
  name: "Movie night",
  aliases: ["电影之夜"],
  steps: scene("living-floor-lamp").steps,
};

const inFlat = (toModel = true): Promise<OpenTalk> =>
  openTalk(server, "flat", { room: "living", ...(toModel && { toModel: true as const }) });

/** What is saved, by name. */
const saved = ({ planner }: OpenTalk) =>
  [...planner.automations.list(), ...planner.scenes.list()].map(({ definition }) => definition.name);

describe("a plan that a model saves and the person named", () => {
  it.each([
    [
      "I want the floor lamp to come on at eight every evening",
      "save_automation",
      rule("living-floor-lamp"),
      /^Saved\. /,
    ],
    [
      "could you switch the floor lamp on whenever it gets dark?",
      "save_automation",
      rule("living-floor-lamp"),
      /^Saved\. /,
    ],
    [
      "from now on the floor lamp goes on as soon as there's motion",
      "save_automation",
      { ...rule("living-floor-lamp"), triggers: [{ device: "living-motion", property: "motion-state", to: true }] },
      /^Saved\. /,
    ],
    [
      "客厅里一有人走动就把落地灯打开，以后都这样",
      "save_automation",
      { ...rule("living-floor-lamp"), triggers: [{ device: "living-motion", property: "motion-state", to: true }] },
      /^已保存/,
    ],
    [
      "whenever someone's moving about in the living room, put the floor lamp on",
      "save_automation",
      { ...rule("living-floor-lamp"), triggers: [{ device: "living-motion", property: "motion-state", to: true }] },
      /^Saved\. /,
    ],
    [
      "save a scene called Cosy with the floor lamp on, but don't run it yet",
      "save_scene",
      scene("living-floor-lamp"),
      /^Saved\. /,
    ],
    ["给我存个叫温馨的场景，落地灯打开，先存着，现在别执行", "save_scene", scene("living-floor-lamp"), /^已保存/],
    ["every light on at eight every night", "save_automation", rule("living-floor-lamp", "kitchen-light"), /^Saved\. /],
    ["turn everything in the kitchen on at 20:00 every day", "save_automation", rule("kitchen-light"), /^Saved\. /],
    ["每天晚上八点把落地灯打开", "save_automation", rule("living-floor-lamp"), /^已保存/],
    ["天黑以后落地灯要亮着，每天都这样", "save_automation", rule("living-floor-lamp"), /^已保存/],
    [
      "make a scene called Cosy: ceiling light off, floor lamp at 20 percent and the curtain closed",
      "save_scene",
      { name: "Cosy", steps: [{ target: "living-floor-lamp", set: { "light.on": true, "light.brightness": 20 } }] },
      /^Saved\. /,
    ],
    [
      "Every night at half past ten I want the curtains in here closed and the floor lamp off",
      "save_automation",
      {
        name: "Evening",
        triggers: [{ type: "time", at: "22:30" }],
        actions: [
          { type: "set", target: "living-curtain", set: { "curtain.motor-control": 2 } },
          { type: "set", target: "living-floor-lamp", set: { "light.on": false } },
        ],
      },
      /^Saved\. /,
    ],
    [
      "弄个自动的：客厅一有人，就把落地灯打开",
      "save_automation",
      { ...rule("living-floor-lamp"), triggers: [{ device: "living-motion", property: "motion-state", to: true }] },
      /^已保存/,
    ],
    ["remember the floor lamp as scene Cosy", "save_scene", scene("living-floor-lamp"), /^Saved\. /],
    ["把落地灯存成温馨场景", "save_scene", scene("living-floor-lamp"), /^已保存/],
    [
      "remind me to stretch every weekday at ten",
      "save_automation",
      {
        ...rule(),
        name: "Stretch",
        triggers: [{ type: "time", at: "10:00" }],
        actions: [{ type: "say", message: "Stretch" }],
      },
      /^Saved\. /,
    ],
  ])("is saved at once and read back: %s", async (text, tool, args, told) => {
    const talk = await inFlat();
    server.play(calls([{ tool, args }]));
    const { reply, expectsReply } = await talk.say(text);
    expect([reply, expectsReply]).toEqual([expect.stringMatching(told), false]);
    expect(saved(talk)).toHaveLength(1);
  });

  it.each([
    [
      "more than they name",
      "turn the floor lamp on every evening at eight",
      rule("living-floor-lamp", "kitchen-light"),
    ],
    ["more than they name", "每天晚上八点打开落地灯", rule("living-floor-lamp", "kitchen-light")],
    ["not what they ask", "does the floor lamp come on every evening at eight?", rule("living-floor-lamp")],
    ["not what they ask", "落地灯每天晚上八点会亮吗", rule("living-floor-lamp")],
    ["not what they forbid", "don't switch the floor lamp on every evening at eight", rule("living-floor-lamp")],
    ["not what they forbid", "别每天八点开落地灯", rule("living-floor-lamp")],
    ["nothing lasting of what is for now", "switch the floor lamp on", rule("living-floor-lamp")],
    ["nothing lasting of what is for now", "打开落地灯", rule("living-floor-lamp")],
    [
      "nothing that replaces",
      "the floor lamp on at eight every evening",
      { ...rule("living-floor-lamp"), id: "leak", replace: true },
    ],
    [
      "nothing that the policy asks about",
      "unlock the front door every morning at seven",
      { ...rule(), actions: [{ type: "set", target: "hallway-lock", set: { "lock.locked": false } }] },
    ],
    [
      "nothing that is sent",
      "send me a reminder every morning at seven",
      { ...rule(), actions: [{ type: "notify", message: "up", webhook: "https://hooks.example.org/k" }] },
    ],
  ])("but %s: %s", async (_, text, args) => {
    const talk = await inFlat();
    await talk.planner.automations.save(LEAK, owner);
    server.play(calls([{ tool: "save_automation", args }]));
    expect((await talk.say(text)).expectsReply).toBe(true);
    expect(saved(talk)).toEqual(["Leak watch"]);
  });

  it.each([
    "my neighbour turns the floor lamp on every evening at eight",
    "I used to turn the floor lamp on every evening at eight",
    "when I was a kid, dad switched the floor lamp on at eight every night",
    "if I had turned the floor lamp on at eight every evening",
    "I was thinking of turning the floor lamp on every evening at eight",
    "maybe the floor lamp could come on at eight every evening",
    "imagine the floor lamp on at eight every evening",
    "no way should the floor lamp turn on every evening at eight",
    "stop turning the floor lamp on at eight every evening",
    "I hate that the floor lamp turns on at eight every evening",
    "Tom says turn the floor lamp on at eight every evening",
    "the floor lamp is on until eight every evening",
    "the floor lamp turns on every evening at eight",
    "grandma wants the floor lamp on every evening at eight",
    "我妈每天晚上八点开落地灯",
    "以前我每天晚上八点打开落地灯",
    "昨晚八点我打开了落地灯",
    "要是落地灯每天晚上八点自己开就好了",
    "落地灯每天晚上八点自己就开了，烦死了",
    "停止每天晚上八点打开落地灯",
    "也许每天晚上八点可以打开落地灯",
  ])("is asked about where it is only told, imagined or to end: %s", async (text) => {
    const talk = await inFlat();
    server.play(calls([{ tool: "save_automation", args: rule("living-floor-lamp") }]));
    expect((await talk.say(text)).expectsReply).toBe(true);
    expect(saved(talk)).toEqual([]);
  });

  it.each([
    // Opened instead of closed.
    [
      "close the curtain every evening at half past ten",
      {
        name: "Evening",
        triggers: [{ type: "time", at: "22:30" }],
        actions: [{ type: "set", target: "living-curtain", set: { "curtain.motor-control": 1 } }],
      },
    ],
    ["turn the floor lamp off every evening at eight", rule("living-floor-lamp")],
    ["每天晚上八点关掉落地灯", rule("living-floor-lamp")],
    ["turn everything off at eight every night", rule("living-floor-lamp")],
    ["turn the floor lamp on in ten minutes", rule("living-floor-lamp")],
    ["turn the floor lamp on tonight at eight", rule("living-floor-lamp")],
    ["今晚八点打开落地灯", rule("living-floor-lamp")],
    ["turn the floor lamp on every evening at nine", rule("living-floor-lamp")],
    ["每天晚上九点打开落地灯", rule("living-floor-lamp")],
    ["remind me to check the floor lamp every evening at eight", rule("living-floor-lamp")],
    ["每天八点提醒我检查落地灯", rule("living-floor-lamp")],
    [
      "turn the floor lamp on every evening at eight but leave the kitchen light alone",
      rule("living-floor-lamp", "kitchen-light"),
    ],
    ["每天晚上八点打开落地灯，厨房灯别动", rule("living-floor-lamp", "kitchen-light")],
  ])("is asked about where it goes beyond the words: %s", async (text, args) => {
    const talk = await inFlat();
    server.play(calls([{ tool: "save_automation", args }]));
    expect((await talk.say(text)).expectsReply).toBe(true);
    expect(saved(talk)).toEqual([]);
  });

  it.each(["don't save the floor lamp as scene Cosy", "不要把落地灯存成温馨场景"])(
    "is not saved where the person forbade it: %s",
    async (text) => {
      const talk = await inFlat();
      server.play(calls([{ tool: "save_scene", args: scene("living-floor-lamp") }]));
      expect((await talk.say(text)).expectsReply).toBe(true);
      expect(saved(talk)).toEqual([]);
    },
  );

  it.each([
    ["I would love the floor lamp all lit up whenever the evening feels gloomy", "undo that"],
    ["我想要每晚八点落地灯都亮堂堂地等着我呢", "撤销"],
  ])("is cancelled like a plan of the local engine: %s, %s", async (text, undo) => {
    const talk = await inFlat(false);
    server.play(calls([{ tool: "save_automation", args: rule("living-floor-lamp") }]));
    expect((await talk.say(text)).expectsReply).toBe(false);
    expect(saved(talk)).toEqual(["Evening light"]);
    expect((await talk.say(undo)).path).toBe("local");
    expect(saved(talk)).toEqual([]);
  });

  it("is a scene that is saved and activated at once", async () => {
    const talk = await inFlat();
    server.play(
      calls([
        { tool: "save_scene", args: { id: "cosy", ...scene("living-floor-lamp") } },
        { tool: "activate_scene", args: { scene: "cosy" } },
      ]),
    );
    const { expectsReply } = await talk.say("save the floor lamp as the scene Cosy and switch it on");
    expect([expectsReply, saved(talk)]).toEqual([false, ["Cosy"]]);
    expect(talk.done.map(({ device }) => device)).toEqual(["miot:living-floor-lamp"]);
  });
});

describe("a plan that a model changes and the person named", () => {
  const times = ({ planner }: OpenTalk) => planner.automations.get("leak")?.definition.triggers;
  it.each([
    ["make the leak watch half an hour later", true],
    ["move the leak watch to 7:30 please", true],
    ["把Leak watch改到七点半", true],
    ["I hate the leak watch", false],
    ["when does the leak watch run?", false],
    ["Leak watch真烦人", false],
    ["don't move the leak watch", false],
    ["leave the leak watch at half past seven", false],
    ["yesterday Tom moved the leak watch to 7:30", false],
    ["move the leak watch to nine o'clock", false],
    ["把Leak watch改到九点", false],
    ["make the morning thing half an hour later", false],
  ])("%s: at once %s", async (text, atOnce) => {
    const talk = await inFlat();
    await talk.planner.automations.save(LEAK, owner);
    server.play(calls([{ tool: "change_plan", args: { id: "leak", at: "07:30" } }]));
    expect((await talk.say(text)).expectsReply).toBe(!atOnce);
    expect(times(talk)).toEqual([{ type: "time", at: atOnce ? "07:30" : "07:00" }]);
  });

  it("is asked about where the change has something that the person did not name", async () => {
    const talk = await inFlat();
    await talk.planner.automations.save(LEAK, owner);
    const change = { id: "leak", at: "07:30", actions: [on("living-floor-lamp"), on("kitchen-light")] };
    server.play(calls([{ tool: "change_plan", args: change }]));
    await talk.say("move the leak watch to 7:30");
    expect(times(talk)).toEqual(LEAK.triggers);
  });

  it.each([
    ["I think to move the leak watch to 7:30 would somehow be gentler", "undo that"],
    ["我希望把Leak watch改到七点半再开始比较好", "撤销"],
  ])('is reverted by "undo": %s, %s', async (text, undo) => {
    const talk = await inFlat(false);
    await talk.planner.automations.save(LEAK, owner);
    server.play(calls([{ tool: "change_plan", args: { id: "leak", at: "07:30" } }]));
    expect((await talk.say(text)).expectsReply).toBe(false);
    expect(times(talk)).toEqual([{ type: "time", at: "07:30" }]);
    await talk.say(undo);
    expect(times(talk)).toEqual(LEAK.triggers);
  });
});

describe("a plan that a model pauses", () => {
  it.each([
    ["pause the leak watch", true],
    ["don't turn the leak watch on", true],
    ["keep the leak watch, don't pause it", false],
    ["the leak watch did not wake me", false],
    ["别停Leak watch", false],
  ])("%s: at once %s", async (text, atOnce) => {
    const talk = await inFlat();
    await talk.planner.automations.save(LEAK, owner);
    server.play(calls([{ tool: "change_plan", args: { id: "leak", enabled: false } }]));
    expect((await talk.say(text)).expectsReply).toBe(!atOnce);
  });

  it.each([
    ["my alarm was horrible", false],
    ["don't move my alarm", false],
    ["我的闹钟真烦", false],
    ["make my alarm five minutes later", true],
    ["把我的闹钟推迟五分钟", true],
  ])("an alarm is moved where the person says so: %s: at once %s", async (text, atOnce) => {
    const talk = await inFlat();
    const { id } = await talk.planner.timers.start({ name: "", durationMs: 600_000, origin: owner.origin });
    server.play(calls([{ tool: "change_plan", args: { id, add: "5 minutes" } }]));
    expect((await talk.say(text)).expectsReply).toBe(!atOnce);
  });
});

describe("a plan that a model deletes and the person named", () => {
  it.each([
    ["forget the leak watch", "leak", true],
    ["scrap movie night", "movie", true],
    ["delete the movie night scene please", "movie", true],
    ["删掉电影之夜", "movie", true],
    ["那个Leak watch不要了", "leak", true],
    ["the leak watch is a nuisance", "leak", false],
    ["turn off movie night", "movie", false],
    ["关掉电影之夜", "movie", false],
    ["don't delete movie night", "movie", false],
    ["should we delete movie night?", "movie", false],
    ["不要删掉电影之夜", "movie", false],
    ["要不要删掉电影之夜？", "movie", false],
    ["delete the leak watch", "movie", false],
    ["把电影之夜删掉", "movie", true],
    ["delete everything except movie night", "movie", false],
    ["delete the leak watch but keep movie night", "movie", false],
    ["delete the timer, not the movie night", "movie", false],
    ["除了电影之夜都删掉", "movie", false],
    ["删掉漏水那个，电影之夜留着", "movie", false],
    ["never mind, I will do movie night later", "movie", false],
    ["算了，电影之夜挺好的", "movie", false],
    ["cancel our tickets for movie night", "movie", false],
    ["取消电影之夜的票", "movie", false],
    ["Tom wants to cancel movie night", "movie", false],
    ["I should cancel movie night at the cinema", "movie", false],
    ["yesterday I cancelled movie night", "movie", false],
    ["rename movie night to leak watch and delete the old one", "movie", false],
  ])("%s: %s at once %s", async (text, id, atOnce) => {
    const talk = await inFlat();
    await talk.planner.automations.save(LEAK, owner);
    await talk.planner.scenes.save(MOVIE, owner);
    server.play(calls([{ tool: "delete_plan", args: { id } }]));
    expect((await talk.say(text)).expectsReply).toBe(!atOnce);
    expect(saved(talk)).toHaveLength(atOnce ? 1 : 2);
  });

  it.each([
    ["turn on the floor lamp every evening at nine", "nine's too late, put it an hour earlier", { at: "20:00" }, true],
    ["每天晚上九点打开落地灯", "九点太晚了，往前挪一个钟头", { at: "20:00" }, true],
    ["每天晚上九点打开落地灯", "九点太晚了，往前挪一个钟头", { at: "19:00" }, false],
    ["每天晚上九点打开落地灯", "改到八点吧，九点我还没到家", { at: "20:00" }, true],
    ["每天晚上九点打开落地灯", "这条自动化先暂停，过阵子再用", { enabled: false }, true],
    [
      "turn on the floor lamp every evening at nine",
      "pause that one, we're off to the coast",
      { enabled: false },
      true,
    ],
    ["每天晚上九点打开落地灯", "别暂停这条自动化", { enabled: false }, false],
  ] as const)("is changed right after it was made: %s, %s, %j", async (wish, text, change, atOnce) => {
    const talk = await inFlat(false);
    await talk.say(wish);
    const [made] = talk.planner.automations.list();
    server.play(calls([{ tool: "change_plan", args: { id: made?.definition.id, ...change } }]));
    expect((await talk.say(text)).expectsReply).toBe(!atOnce);
  });

  it.each([
    ["scrap the washing one, we're having it done", ["water the roses", "take the washing in"], true],
    ["scrap the washing one, Lena is on it", ["water the roses", "take the washing in"], true],
    ["收衣服那个取消吧，他们已经收了", ["浇花", "收衣服"], true],
    ["Scrap the Washing one", ["water the roses", "take the washing in"], true],
    ["actually bin that, I'll keep an eye on it", ["water the roses", "take the washing in"], false],
    ["cancel all but the washing", ["water the roses", "take the washing in"], false],
    ["pause the music, the washing machine is too loud", ["water the roses", "take the washing in"], false],
    ["turn off the tv after the washing", ["water the roses", "take the washing in"], false],
    ["关掉音乐，我要去洗衣服", ["浇花", "收衣服"], false],
    ["关掉空调，花都冻坏了，浇水太多", ["收衣服", "浇花"], false],
    ["把床头灯关掉，我起晚了", ["收衣服", "起床"], false],
    ["scrap the washing one", ["put the washing on", "take the washing in"], false],
    ["the washing is nearly done", ["water the roses", "take the washing in"], false],
  ])("is a timer that is named by a word of its name alone: %s, of %j", async (text, names, atOnce) => {
    const talk = await inFlat();
    for (const name of names) await talk.planner.timers.start({ name, durationMs: 600_000, origin: owner.origin });
    const id = talk.planner.timers.list().find(({ name }) => name === names[1])?.id;
    server.play(calls([{ tool: "delete_plan", args: { kind: "timer", id } }]));
    expect((await talk.say(text)).expectsReply).toBe(!atOnce);
    expect(talk.planner.timers.list()).toHaveLength(atOnce ? 1 : 2);
  });

  it.each([
    ["I want the floor lamp to come on at eight every evening", "scrap it"],
    ["每天晚上八点把落地灯打开", "这个不要了"],
  ])("is named as the last one made: %s, %s", async (text, end) => {
    const talk = await inFlat();
    await talk.planner.automations.save(LEAK, owner);
    server.play(calls([{ tool: "save_automation", args: { ...rule("living-floor-lamp"), id: "evening" } }]));
    await talk.say(text);
    server.play(calls([{ tool: "delete_plan", args: { id: "evening" } }]));
    expect((await talk.say(end)).expectsReply).toBe(false);
    expect(saved(talk)).toEqual(["Leak watch"]);
  });
});
