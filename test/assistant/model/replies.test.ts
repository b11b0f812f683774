import { describe, expect, it } from "vitest";
import { calls, words } from "../../support/model-server.ts";
import { type OpenTalk, openTalk } from "../../support/open-talk.ts";
import { strictModelServer } from "../../support/strict-model-server.ts";

const server = strictModelServer();

const write = (device: string, property: string, value: boolean | number | string) => ({ device, property, value });
const setting = (writes: readonly object[], say?: string) => ({
  tool: "set_properties",
  args: { writes, ...(say !== undefined && { say }) },
});
const OFF = [write("living-ceiling-light", "light.on", false), write("living-floor-lamp", "light.on", false)];
const SWEEP = { tool: "invoke_action", args: { device: "downstairs-vacuum", action: "vacuum.start-sweep" } };

const inHouse = (): Promise<OpenTalk> => openTalk(server, "house", { room: "living", toModel: true });

describe("a reply names all effects of a turn", () => {
  it("adds the effect of a call without say to the say of another, in the home's own sentence", async () => {
    const talk = await inHouse();
    server.play(calls([setting(OFF, "The ceiling light and the floor lamp are off."), SWEEP]));
    expect((await talk.say("tidy up in here")).reply).toBe(
      "The ceiling light and the floor lamp are off. The robot vacuum has started cleaning.",
    );
  });

  it("the same in Chinese, with a timer beside it", async () => {
    const talk = await inHouse();
    const timer = { tool: "set_timer", args: { duration: "10m", name: "泡茶" } };
    server.play(calls([setting(OFF, "吸顶灯和落地灯都关了。"), SWEEP, timer]));
    const { reply } = await talk.say("收拾一下客厅");
    expect(reply).toMatch(/^吸顶灯和落地灯都关了。.*扫.*泡茶.*10分钟/);
    expect(talk.timers()).toHaveLength(1);
  });

  it("names effects before a question", async () => {
    const talk = await inHouse();
    const rule = {
      tool: "save_automation",
      args: {
        name: "Lamps out",
        triggers: [{ type: "time", at: "22:00" }],
        actions: [{ type: "set", target: "living-floor-lamp", set: { "light.on": false } }],
      },
    };
    server.play(calls([setting(OFF), SWEEP, rule]));
    const { reply, expectsReply } = await talk.say("do that and every night too");
    expect(expectsReply).toBe(true);
    expect(reply).toMatch(
      /ceiling light and the floor lamp .* off\. The robot vacuum has started cleaning\. Save .*22:00.*\?$/,
    );
  });

  it("names effects of an answer before the last", async () => {
    const talk = await inHouse();
    server.play(calls([SWEEP]), calls([setting(OFF, "The ceiling light and the floor lamp are off.")]));
    expect((await talk.say("tidy up in here")).reply).toBe(
      "The ceiling light and the floor lamp are off. The robot vacuum has started cleaning.",
    );
  });

  it("continues after a timer when the model says that more follows", async () => {
    const talk = await inHouse();
    server.play(
      calls([{ tool: "set_timer", args: { duration: "10m", name: "tea", more: true } }]),
      calls([setting(OFF, "The ceiling light and the floor lamp are off.")]),
    );
    const { reply } = await talk.say("tea in ten, and lights out here");
    expect(reply).toBe('The ceiling light and the floor lamp are off. The timer "tea" is set: 10 minutes.');
  });
});

describe("text of the model beside its calls", () => {
  const rule = (say?: string) => ({
    tool: "save_automation",
    args: {
      name: "Curtains",
      triggers: [{ type: "time", at: "22:00" }],
      actions: [{ type: "set", target: "living-curtains", set: { "curtain.target-position": 0 } }],
      ...(say !== undefined && { say }),
    },
  });

  it.each([
    [
      "draw them at ten unless it rains",
      "I can't know whether it rains, so I leave that out.",
      /^I can't know whether it rains/,
    ],
    ["十点拉上，下雨就算了", "我没法知道会不会下雨。", /^我没法知道会不会下雨。/],
  ])("is told when it says what cannot be done: %s", async (text, caveat, told) => {
    for (const answer of [calls([rule()], { content: caveat }), calls([rule(caveat)])]) {
      const talk = await inHouse();
      server.play(answer);
      const { reply, expectsReply } = await talk.say(text);
      expect(reply).toMatch(told);
      expect(expectsReply).toBe(true);
      expect(reply).toMatch(/22:00|22点|晚上10点/);
    }
  });

  it.each([
    "Sure, I'll do that right away.",
    "I've closed the curtains already and locked the front door.",
    "The front door is locked.",
    "I can't see the rain, but I have locked the front door.",
  ])("is left out when it says anything else: %s", async (content) => {
    const talk = await inHouse();
    server.play(calls([setting(OFF)], { content }), words("The ceiling light and the floor lamp are off."));
    expect((await talk.say("lights out here")).reply).toBe("The ceiling light and the floor lamp are off.");
  });
});

describe("a write that fails in part", () => {
  const partly = setting([
    write("living-floor-lamp", "light.brightness", 33),
    write("living-ceiling-light", "light.color", "#800080"),
  ]);

  it.each([
    ["The floor lamp is at 33 %, but the ceiling light can't do colours."],
    ["The floor lamp is at 33 %. I couldn't change the colour of the ceiling light."],
  ])("keeps a sentence of the model about the failure: %s", async (said) => {
    const talk = await inHouse();
    server.play(calls([partly]), words(said));
    expect((await talk.say("lamp 33 and the ceiling purple")).reply).toBe(said);
  });

  it.each([
    [
      "lamp 33 and the ceiling purple",
      "The floor lamp is at 33 %.",
      /^The floor lamp is at 33 %\. .*ceiling light.*no color/,
    ],
    ["落地灯调到33，吸顶灯变紫", "落地灯调到33%了。", /^落地灯调到33%了。.*吸顶灯没有颜色/],
  ])("is told where the model leaves the failure out, without handles and forms: %s", async (text, said, told) => {
    const talk = await inHouse();
    server.play(calls([partly]), words(said));
    const { reply } = await talk.say(text);
    expect(reply).toMatch(told);
    expect(reply).not.toMatch(/light\.color|living-|It has:/);
  });

  it("names a device that did not answer when the model does not", async () => {
    const talk = await inHouse();
    talk.devices.get("living-ceiling-light")?.setOnline(false);
    server.play(calls([setting(OFF)]), words("The floor lamp is off."));
    expect((await talk.say("lights out here")).reply).toMatch(/^The floor lamp is off\. .*ceiling light.*offline/);
  });

  it("is told when the next answer does something else", async () => {
    const talk = await inHouse();
    server.play(
      calls([partly]),
      calls([setting([write("living-tv-strip", "light.on", true)], "The light strip is on.")]),
    );
    const { reply } = await talk.say("purple light in here");
    expect(reply).toMatch(/^The light strip is on\. The floor lamp is at 33%\. .*ceiling light has no color/);
  });

  it.each([
    [
      "the nursery lamp",
      setting([write("nursery-lamp", "light.on", true)]),
      "I found nothing called “nursery lamp” here.",
    ],
    [
      "brighter",
      setting([write("living-floor-lamp", "light.brightness", 400)]),
      "The brightness of the living room floor lamp was not changed: it can be from 1% to 100%.",
    ],
    [
      "whisk",
      { tool: "invoke_action", args: { device: "kitchen-kettle", action: "kettle.whisk" } },
      "The kitchen kettle can't do that.",
    ],
  ])("is told to the person in plain words: %s", async (text, made, told) => {
    const talk = await inHouse();
    server.play(calls([made]), words("Done, as you wished."), words("Done, as you wished."));
    const { reply } = await talk.say(text);
    // A claim about a failed part is sent back once.
    server.play();
    expect(reply).toBe(told);
  });
});

describe("a reply fits for speech", () => {
  it.each([
    [
      "tell me a fact about bees",
      "**Bees** dance to tell where `flowers` are:\n\n- round: near\n- waggle: far",
      "Bees dance to tell where flowers are:\n\nround: near\nwaggle: far",
    ],
    ["讲个关于海豚的小知识", "## 海豚\n**海豚**睡觉时只有半个大脑休息。", "海豚\n海豚睡觉时只有半个大脑休息。"],
    ["what is 2 times 3 times 4", "2 * 3 * 4 = 24", "2 * 3 * 4 = 24"],
  ])("without Markdown: %s", async (text, said, told) => {
    const talk = await inHouse();
    server.play(words(said));
    expect((await talk.say(text)).reply).toBe(told);
  });
});
