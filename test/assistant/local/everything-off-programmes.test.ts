import { describe, expect, it } from "vitest";
import { talkIn } from "../../support/speak.ts";

describe('the question about "everything" counts only the devices that would change', () => {
  it.each([
    ["stop all", /^That's 22 devices: 9 lights, /],
    ["turn everything off", /^That's 22 devices: /],
    ["shut the whole house down", /^That's 22 devices: /],
    ["全关了", /^一共22个设备：9盏灯、/],
    ["把家里所有东西都关掉", /^一共22个设备：/],
    ["全屋断电", /^一共22个设备：/],
  ])("%s", async (text, asked) => {
    const talk = talkIn("house", { room: "living" });
    expect(await talk.changes(text)).toEqual({});
    expect(talk.conversation.exchanges.at(-1)?.reply).toMatch(asked);
  });

  it.each([
    ["turn everything off", "yes", "shut the whole house down", /^57 devices are already off\./],
    ["全关了", "好", "全屋断电", /^57个设备本来就都关着。/],
  ])("asks nothing where nothing is on: %s", async (text, yes, again, told) => {
    const talk = talkIn("house", { room: "living" });
    await talk.say(text);
    await talk.say(yes);
    const result = await talk.say(again);
    expect(result.handled && [result.expectsReply, result.reply]).toEqual([false, expect.stringMatching(told)]);
  });

  it.each(["stop all", "全关了", "turn all off"])(
    '"all" right after many commands is confirmed as well: %s',
    async (text) => {
      const talk = talkIn("house", { room: "living" });
      await talk.say("turn on all lights");
      expect(await talk.changes(text)).toEqual({});
    },
  );

  it.each(["turn them all off", "把它们都关了"])(
    "a pronoun for the devices of before is not confirmed: %s",
    async (text) => {
      const talk = talkIn("house", { room: "living" });
      await talk.say("turn on all lights");
      expect(Object.keys(await talk.changes(text)).length).toBeGreaterThan(20);
    },
  );
});

describe("a running programme is ended only by name", () => {
  it.each([
    ["turn everything off", "yes", /I've left .*the dishwasher, .* on\.$/],
    ["全关了", "好", /洗碗机.*没动，还开着。$/],
  ])("%s", async (text, yes, told) => {
    const talk = talkIn("house", { room: "living" });
    await talk.say(text);
    expect(await talk.reply(yes)).toMatch(told);
    expect(talk.home.device("kitchen-dishwasher")?.state.get("dishwasher.on")?.value).toBe(true);
  });

  it.each([
    ["turn off everything in the kitchen", /I've left the dishwasher on\.$/],
    ["关掉厨房全部", /洗碗机没动，还开着。$/],
  ])("a command for one room leaves it running: %s", async (text, told) => {
    const talk = talkIn("house", { room: "living" });
    expect(await talk.reply(text)).toMatch(told);
  });

  it.each(["turn off the dishwasher", "关掉洗碗机"])("a command by name ends it: %s", async (text) => {
    expect(await talkIn("house").changes(text)).toEqual({ "kitchen-dishwasher.dishwasher.on": false });
  });
});

describe('"back on" switches on what was switched off', () => {
  it.each([
    ["turn off all the sockets", "switch all the sockets back on"],
    ["turn off all the plugs", "turn the plugs on again"],
    ["turn off all the plugs", "turn back on all the plugs"],
    ["关掉所有插座", "把插座都重新打开"],
    ["关掉所有插座", "插座都再打开"],
    ["把所有插座都关了", "把插座都开回来"],
  ])("%s, %s", async (off, on) => {
    const talk = talkIn("house", { room: "living" });
    const before = await talk.changes(off);
    await talk.say("what time is it");
    const after = await talk.changes(on);
    expect(Object.keys(after).sort()).toEqual(Object.keys(before).sort());
    expect(after).not.toHaveProperty(["bathroom-towel-rail.switch.on"]);
  });

  it('"back on" in a named place switches on only what was switched off there', async () => {
    const talk = talkIn("house", { room: "living" });
    await talk.say("turn off all the lights");
    expect(await talk.changes("turn all the kitchen lights back on")).toEqual({
      "kitchen-ceiling-light.light.on": true,
    });
  });

  it.each(["turn all the sockets on", "turn on all the sockets"])(
    'a command without "back" is about all: %s',
    async (text) => {
      const talk = talkIn("house", { room: "living" });
      await talk.say("turn off all the sockets");
      expect(await talk.changes(text)).toHaveProperty(["bathroom-towel-rail.switch.on"], true);
    },
  );

  it.each(["turn the lights back on", "重新打开灯"])(
    '"back on" where nothing was switched off is a command: %s',
    async (text) => {
      const talk = talkIn("house", { room: "living" });
      expect(await talk.changes(text)).toHaveProperty(["living-spots.light.on"], true);
    },
  );
});
