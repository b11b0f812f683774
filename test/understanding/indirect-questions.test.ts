import { describe, expect, it } from "vitest";
import { netChanges } from "../support/net-changes.ts";
import { planningIn, talkIn } from "../support/speak.ts";

/** The last reply of a dialogue, and what was changed from the second turn on. */
async function asked(
  home: "flat" | "house",
  room: string,
  turns: readonly string[],
): Promise<{ reply: string; changed: Record<string, unknown> }> {
  const talk = talkIn(home, { room });
  const [first = "", ...others] = turns;
  await talk.say(first);
  let reply = "";
  const changed: Record<string, unknown> = {};
  for (const text of others) {
    const values = new Map(
      talk.home.devices.flatMap(({ handle, state }) =>
        [...state].map(([address, { value }]) => [`${handle}.${address}`, value] as const),
      ),
    );
    reply = await talk.reply(text);
    for (const { handle, state } of talk.home.devices)
      for (const [address, { value }] of state)
        if (values.get(`${handle}.${address}`) !== value) changed[`${handle}.${address}`] = value;
  }
  return { reply, changed };
}

describe("an indirect question is answered from the state and changes nothing", () => {
  it.each([
    ["do the curtains need closing?", /^The living room curtains are open/u],
    ["does the TV need to be off?", /^The living room TV is on/u],
    ["does the side door need locking?", /^The side door is unlocked/u],
    ["should I lock the front door?", /^The front door is locked/u],
    ["is the heater on or off?", /^The living room heater is off/u],
    ["have you switched off the kitchen light?", /^No, the kitchen ceiling light is still on/u],
    ["you didn't turn the kitchen light off, did you?", /^No, the kitchen ceiling light/u],
    ["has the rice finished yet?", /^The rice cooker is keeping warm/u],
    ["are the dishes done?", /^No, the dishwasher is still running/u],
    ["have the curtains been closed yet?", /^No/u],
    ["have you switched off the TV?", /^No/u],
    ["you didn't shut the front door, did you?", /^Yes, the front door is closed/u],
    ["the TV is on, right?", /^Yes/u],
    ["so the heater's off?", /^Yes/u],
    ["aren't the path lights off?", /^No/u],
    ["any lights still on in the kitchen?", /^Yes, the kitchen ceiling light/u],
    ["everything off upstairs?", /^\(handed on\)/u],
    ["is it done?", /^\(handed on\)/u],
    ["why is the TV on at this hour?", /^\(handed on\)/u],
  ])("%s", async (text, reply) => {
    const talk = talkIn("house", { room: "living" });
    expect(await talk.changes(text)).toEqual({});
    expect(await talk.reply(text)).toMatch(reply);
  });

  it.each([
    ["客厅的灯没开吧", /开着/u],
    ["窗帘拉上了吧", /没关/u],
    ["电视还开着吧", /没开/u],
    ["门是锁着的吧", /锁着/u],
    ["空调没开对吧", /没开|关着/u],
    ["你没把主灯关了吧", /没关/u],
    ["窗帘要不要拉上", /没关/u],
    ["用不用关灯", /开着/u],
    ["开着空调能开窗吗", /^\(handed on\)/u],
    ["你把客厅的灯关了没", /^没有，.*吸顶灯/u],
  ])("%s", async (text, reply) => {
    const talk = talkIn("flat", { room: "living" });
    expect(await talk.changes(text)).toEqual({});
    expect(await talk.reply(text)).toMatch(reply);
  });
});

describe("a question for the end of a range is answered, and nothing is set", () => {
  it.each([
    ["how high can the AC go?", "31"],
    ["how warm does the heater get?", "28"],
    ["how dim can the floor lamp go?", "down to 1%"],
    ["how far can the curtains open?", "100%"],
    ["空调最低能开到多低", "最低能调到16度"],
    ["书房的风扇最大几档", "最高能调到4档"],
    ["空调还能调低点吗", "最低能调到16度"],
    ["落地灯能不能再亮一点", "最亮能调到100%"],
    ["射灯能调到最亮吗", "最亮能调到100%"],
    ["落地灯现在是最亮的吗", "最亮能调到100%"],
  ])("%s", async (text, most) => {
    const talk = talkIn("house", { room: "living" });
    expect(await talk.changes(text)).toEqual({});
    expect(await talk.reply(text)).toContain(most);
  });

  it.each([
    ["house", ["turn on the spotlights", "can they go any brighter?"], "already at 100%"],
    ["house", ["how bright is the floor lamp?", "is that the maximum?"], "up to 100%"],
    ["house", ["how high can the AC go?", "and the lowest?"], "down to 16"],
    ["flat", ["空调最高能调到多少度", "最低呢"], "最低能调到16度"],
    ["flat", ["把落地灯调到40", "还能再亮吗"], "最亮能调到100%"],
    ["flat", ["落地灯最暗能多暗", "最亮呢"], "最亮能调到100%"],
    ["house", ["how loud can the TV go?", "is that the loudest?"], "TV goes up to 100%"],
    ["house", ["打开书房的风扇", "最大几档"], "最高能调到4档"],
  ] as const)("%s: %s", async (home, turns, text) => {
    const { reply, changed } = await asked(home, "living", turns);
    expect(changed).toEqual({});
    expect(reply).toContain(text);
  });
});

describe("a question about a missing part is not answered with another part", () => {
  it.each([
    ["is the car locked?", "how fast can it go?"],
    ["how long is left on the washing machine?", "how fast does the washing machine run?"],
    ["is the robot vacuum charging?", "how far can the robot vacuum go?"],
  ])("%s %s", async (...turns) => {
    const { reply, changed } = await asked("house", "living", turns);
    expect(changed).toEqual({});
    expect(reply).toBe("(handed on)");
  });

  it('"what is it set to" answers a robot\'s mode, not the volume of its voice', async () => {
    const talk = talkIn("house", { room: "living" });
    expect(await talk.reply("what's the robot vacuum on?")).toBe("The robot vacuum is set to basic.");
    expect(await talk.reply("is the fridge the coldest?")).toMatch(/^The fridge is at [\d.]+ °C\.$/u);
  });

  it('"too loud" about a device at its slowest level is answered with that level', async () => {
    const { reply, changed } = await asked("house", "living", ["turn on the purifier", "it's too loud"]);
    expect(changed).toEqual({});
    expect(reply).toContain("already at level 1, the minimum");
  });
});

describe("a question without a noun is about the focus", () => {
  it.each([
    ["house", ["turn on the spotlights", "are they at half?"], "100%"],
    ["house", ["close Emma's curtains", "are the curtains closed?"], "Emma"],
    ["house", ["turn on the heater", "what's it on now?"], "21"],
    ["house", ["turn on the heater", "how warm is it in the guest room?"], "guest room"],
    ["flat", ["把落地灯调到40", "现在多亮"], "落地灯的亮度是40%"],
    ["flat", ["打开落地灯", "开了吗"], "落地灯开着"],
    ["flat", ["把主卧的窗帘拉开一半", "是一半吗"], "是的，主卧的窗帘开着一半"],
  ] as const)("%s: %s", async (home, turns, text) => {
    const { reply, changed } = await asked(home, "living", turns);
    expect(changed).toEqual({});
    expect(reply).toContain(text);
  });
});

describe("a polite request is a command, not a question", () => {
  it.each([
    ["could you turn off the TV?", { "living-tv.television.on": false }],
    ["would you mind turning the TV off?", { "living-tv.television.on": false }],
    ["leave the lights alone and turn off the TV", { "living-tv.television.on": false }],
  ])("%s", async (text, expected) => {
    expect(await netChanges([text], { room: "living" })).toEqual(expected);
  });

  it.each([
    [["客厅的灯都打开", "落地灯不用，关了吧", "客厅现在哪些灯亮着"], {}],
    [["打开落地灯", "还是最亮吧"], { "living-floor-lamp.light.on": true, "living-floor-lamp.light.brightness": 100 }],
  ])("%s", async (turns, expected) => {
    expect(await netChanges(turns, { home: "flat", room: "living" })).toEqual(expected);
  });
});

it("the highest level as an order is set, not asked", async () => {
  const [said, asked] = [talkIn("flat", { room: "bedroom" }), talkIn("flat", { room: "bedroom" })];
  expect(await said.changes("加湿器开到最大档")).toMatchObject({ "bedroom-humidifier.humidifier.fan-level": 4 });
  expect(await asked.changes("加湿器最大几档")).toEqual({});
});

it("a question which device names the room once if the name already has it", async () => {
  expect(await talkIn("house", { room: "living" }).reply("风扇调到最高档")).toBe(
    "你说的是小宝房间的风扇、书房的风扇还是健身房的落地扇？",
  );
});

it("one more timer is named after its purpose", async () => {
  const { say, reply } = await planningIn("house", { room: "kitchen" });
  await say("set a pasta timer for 9 minutes");
  expect(await reply("and another one for the sauce, 20 minutes")).toContain("Sauce timer");
});

it.each(["今晚一点关电视", "今天晚上一点关电视"])(
  "an hour after midnight belongs to the night before: %s",
  async (text) => {
    const { reply } = await planningIn("flat", { room: "living" });
    expect(await reply(text)).toContain("凌晨1点");
  },
);

it("a plural word for rooms means all rooms of the kind", async () => {
  expect(Object.keys(await netChanges(["turn on the lights in the bathrooms"], { room: "living" })).sort()).toEqual([
    "bathroom-light.light.on",
    "ensuite-bath-heater.light.on",
    "ensuite-mirror-light.light.on",
  ]);
});

describe("a request to another person is not acted on", () => {
  it.each(["老婆，帮我把灯关一下", "妈，把灯关了", "mum, can you turn off the light"])("%s", async (text) => {
    expect(await netChanges([text], { home: "flat", room: "living" })).toEqual({});
  });
});
