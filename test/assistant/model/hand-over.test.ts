import { describe, expect, it } from "vitest";
import { calls, failing, words } from "../../support/model-server.ts";
import { type OpenTalk, openTalk } from "../../support/open-talk.ts";
import { strictModelServer } from "../../support/strict-model-server.ts";

const server = strictModelServer();

const inHouse = (): Promise<OpenTalk> => openTalk(server, "house", { room: "living" });
const rule = (name: string) => ({
  tool: "save_automation",
  args: {
    name,
    triggers: [{ type: "time", at: "22:00" }],
    actions: [{ type: "set", target: "living-floor-lamp", set: { "light.on": false } }],
  },
});

/** Times and days of the only automation. */
function when({ planner }: OpenTalk): unknown {
  return planner.automations.list().map(({ definition: { triggers } }) => triggers);
}

describe("a correction after a turn of the model", () => {
  it.each([
    {
      text: "once the place has calmed down let the lamp by the sofa rest",
      name: "Lamp rests",
      yes: "yes",
      corrections: ["no, at half past ten", "not on sundays though"],
      after: [{ type: "time", at: "22:30", weekdays: ["mon", "tue", "wed", "thu", "fri", "sat"] }],
    },
    {
      text: "等夜里安静下来就让沙发边那盏歇着吧",
      name: "落地灯休息",
      yes: "好",
      corrections: ["改成七点", "周末不要"],
      after: [{ type: "time", at: "19:00", weekdays: ["mon", "tue", "wed", "thu", "fri"] }],
    },
  ])(
    "changes the automation that the model made, and nothing else: $name",
    async ({ text, name, yes, corrections, after }) => {
      const talk = await inHouse();
      server.play(calls([rule(name)]));
      // A change that the words name is saved at once.
      if ((await talk.say(text)).expectsReply) await talk.say(yes);
      for (const correction of corrections) expect((await talk.say(correction)).path).toBe("local");
      expect(when(talk)).toEqual([after]);
      expect(talk.done).toEqual([]);
    },
  );

  it.each([
    ["a moment for tea please, somehow in the kettle way", "tea", "how long is left", /tea timer has .* left/],
    ["给茶一点时间慢慢来吧", "泡茶", "还剩多久", /泡茶/],
  ])("finds the timer that the model started: %s", async (text, name, question, told) => {
    const talk = await inHouse();
    server.play(calls([{ tool: "set_timer", args: { duration: "5m", name } }]));
    await talk.say(text);
    expect((await talk.say(question)).reply).toMatch(told);
  });

  it.each([
    ["once the place has calmed down let the lamp by the sofa rest", "yes", "cancel that"],
    ["等夜里安静下来就让沙发边那盏歇着吧", "好", "取消吧"],
  ])("cancels what the model planned: %s", async (text, yes, cancel) => {
    const talk = await inHouse();
    server.play(calls([rule("Rest")]));
    if ((await talk.say(text)).expectsReply) await talk.say(yes);
    expect(talk.plans()).toBe(1);
    await talk.say(cancel);
    expect(talk.plans()).toBe(0);
  });
});

describe("an earlier turn of the local engine", () => {
  it("is shown to the model with its plans", async () => {
    const talk = await inHouse();
    await talk.say("turn off the floor lamp at 22:00 every day");
    server.play(words("Which cat do you mean?"));
    await talk.say("and please consider the moods of the cat");
    const told = server.requests[0]?.body.messages.map(({ content }) => content).join("\n");
    expect(told).toContain("turn off the floor lamp at 22:00 every day");
    expect(told).toMatch(/turn off the living room floor lamp every day at 22:00/);
  });
});

describe("a short answer to a question of the model", () => {
  it.each([
    ["the mood should be such that a cat would like it", "Would you like it darker or warmer?", "darker"],
    ["弄得连猫都会喜欢的那种感觉", "要暗一点，还是暖一点？", "暗一点"],
  ])("goes to the model, which knows what it asked: %s", async (text, question, answer) => {
    const talk = await inHouse();
    server.play(words(question));
    await talk.say(text);
    const writes = [{ device: "living-floor-lamp", property: "light.brightness", value: 20 }];
    server.play(calls([{ tool: "set_properties", args: { writes, say: "20 %" } }]));
    expect(await talk.say(answer)).toMatchObject({ path: "model" });
    expect(talk.done.map(({ device }) => device)).toEqual(["miot:living-floor-lamp"]);
  });

  it("is understood locally when the model cannot be reached", async () => {
    const talk = await inHouse();
    server.play(words("Would you like it darker or warmer?"));
    await talk.say("the mood should be such that a cat would like it");
    server.play(failing(401, "no credits"));
    expect((await talk.say("darker")).path).toBe("local");
    expect(talk.done.length).toBeGreaterThan(0);
    expect(talk.done.every((outcome) => "property" in outcome && outcome.property === "light.brightness")).toBe(true);
  });
});

describe("a sentence that the local engine would refuse or misread", () => {
  it.each([
    ["turn the speaker down to the same volume as the TV"],
    ["what can you do with the car"],
    ["what can the purifier do"],
    ["is anything on that shouldn't be?"],
    ["车能做什么"],
    ["有没有不该开着的"],
    ["把书房调到和客房一样的温度"],
  ])("goes to the model: %s", async (text) => {
    const talk = await inHouse();
    server.play(words("What exactly do you mean?"));
    expect(await talk.say(text)).toMatchObject({ path: "model", reply: "What exactly do you mean?" });
    expect(talk.done).toEqual([]);
  });

  it("is refused locally when the model cannot be reached", async () => {
    const talk = await inHouse();
    server.play(failing(401, "no credits"));
    const { reply, path } = await talk.say("turn on the sauna");
    expect([reply, path]).toEqual([expect.stringMatching(/no sauna/), "local"]);
  });
});
