import { describe, expect, it } from "vitest";
import { talkIn } from "../../support/speak.ts";

const CEILING = "living-ceiling-light.light.brightness";
const LAMP = "living-floor-lamp.light.brightness";
const SPOTS = "living-spots.light.brightness";
const AC = "living-ac.air-conditioner.target-temperature";

/** Says all but the last, and returns what that changed. */
async function changedBy(home: "flat" | "house", turns: readonly string[], room = "living") {
  const talk = talkIn(home, { room });
  for (const turn of turns.slice(0, -1)) await talk.say(turn);
  return await talk.changes(turns.at(-1) ?? "");
}

describe("a value that refers to the devices in focus", () => {
  it.each([
    [["ceiling light to 30", "floor lamp to 80", "same brightness as the ceiling light"], { [LAMP]: 30 }],
    [["floor lamp to 65", "the spotlights to the same"], { [SPOTS]: 65, "living-spots.light.on": true }],
    [["floor lamp to 65", "make the ceiling light as bright as it"], { [CEILING]: 65 }],
  ])("is copied from another device: %j", async (turns, changed) => {
    expect(await changedBy("house", turns)).toEqual(changed);
  });

  it.each([
    [["吸顶灯调到35", "落地灯打开", "跟吸顶灯一样亮"], { [LAMP]: 35 }],
    [["吸顶灯调到35", "落地灯和它一样亮"], { [LAMP]: 35, "living-floor-lamp.light.on": true }],
  ])("is copied from another device, in Chinese: %j", async (turns, changed) => {
    expect(await changedBy("flat", turns)).toMatchObject(changed);
  });

  it("is not set where the other device has no such value", async () => {
    expect(await changedBy("house", ["floor lamp to 65", "same brightness as the curtains"])).toEqual({});
  });

  it.each([
    ["house", ["floor lamp to 20", "make it 80", "somewhere in between"], { [LAMP]: 50 }],
    ["house", ["floor lamp to 20", "make it 80", "halfway between the two, please"], { [LAMP]: 50 }],
    ["flat", ["吸顶灯调到20", "调到60", "取个中间的吧"], { [CEILING]: 40 }],
  ] as const)("is the mean of the last two: %s %j", async (home, turns, changed) => {
    expect(await changedBy(home, turns)).toEqual(changed);
  });

  it.each([
    ["house", ["ceiling light at 60, floor lamp at 20", "no, the other way round"], { [CEILING]: 20, [LAMP]: 60 }],
    ["flat", ["吸顶灯调到60，落地灯调到20", "说反了"], { [CEILING]: 20, [LAMP]: 60 }],
  ] as const)("is swapped between two devices: %s %j", async (home, turns, changed) => {
    expect(await changedBy(home, turns)).toEqual(changed);
  });

  it.each([
    ["house", ["floor lamp to 30", "Grandma says fifty"], { [LAMP]: 50 }],
    ["house", ["floor lamp to 30", "no, they'd like it at ten"], { [LAMP]: 10 }],
    ["flat", ["空调调到26度", "奶奶说要28"], { [AC]: 28 }],
  ] as const)("is set although another person wishes it: %s %j", async (home, turns, changed) => {
    expect(await changedBy(home, turns)).toEqual(changed);
  });

  it("is not set where a person only tells about another device", async () => {
    expect(await changedBy("house", ["floor lamp to 30", "she says the TV is broken"])).toEqual({});
  });
});

describe("a relative step", () => {
  it.each([
    ["house", ["AC to 24", "two degrees up", "that's too much, take one off again"], { [AC]: 25 }],
    ["house", ["AC to 24", "two degrees up", "Back down one"], { [AC]: 25 }],
    ["house", ["AC to 24", "two degrees lower", "hm, put one back on"], { [AC]: 23 }],
    ["flat", ["空调调到24度", "高两度", "太高了，减回一度"], { [AC]: 25 }],
  ] as const)("is reverted in part, and switches nothing off: %s %j", async (home, turns, changed) => {
    expect(await changedBy(home, turns)).toEqual(changed);
  });

  it.each([
    ["house", ["floor lamp to 20", "ten brighter", "do that again"], { [LAMP]: 40 }],
    ["house", ["AC to 24", "one degree up", "and another one"], { [AC]: 26 }],
  ] as const)("is repeated: %s %j", async (home, turns, changed) => {
    expect(await changedBy(home, turns)).toEqual(changed);
  });

  it.each([
    ["house", ["floor lamp to 20", "a bit brighter", "all the way"], { [LAMP]: 100 }],
    ["flat", ["吸顶灯调到50", "亮一点", "到头"], { [CEILING]: 100 }],
  ] as const)("continues to the end of the range: %s %j", async (home, turns, changed) => {
    expect(await changedBy(home, turns)).toEqual(changed);
  });

  it("after a switch-off is a new command, and not its reason", async () => {
    const changed = await changedBy("house", ["floor lamp off", "make it brighter"]);
    expect(changed).toMatchObject({ "living-floor-lamp.light.on": true });
    expect(await changedBy("house", ["AC on", "AC off", "it's freezing"])).toEqual({});
  });
});

describe("going back to the beginning", () => {
  it.each([
    ["put it back to how it was before all that"],
    ["Back to where we started, please"],
    ["back to the original brightness"],
  ])("covers all turns about the device in focus: %s", async (back) => {
    const turns = ["spotlights on", "floor lamp to 30", "brighter", "brighter", back];
    expect(await changedBy("house", turns)).toEqual({ [LAMP]: 45 });
  });

  it("covers all turns, in Chinese", async () => {
    expect(await changedBy("flat", ["吸顶灯调到30", "再亮一点", "改回最开始的亮度"])).toEqual({ [CEILING]: 80 });
  });

  it.each([
    ["house", ["TV on", "it's too bright in here", "ceiling light to 20", "back to how it was before I complained"]],
    ["flat", ["打开电视", "太亮了", "吸顶灯调到20", "恢复到我嫌亮之前的样子"]],
  ] as const)("stops at the complaint: %s %j", async (home, turns) => {
    const talk = talkIn(home, { room: "living" });
    const { state } = talk.home.device("miot:living-ceiling-light") ?? {};
    const before = state?.get("light.brightness")?.value;
    for (const turn of turns) await talk.say(turn);
    expect(talk.home.device("miot:living-ceiling-light")?.state.get("light.brightness")?.value).toBe(before);
    expect(talk.home.device("miot:living-tv")?.state.get("television.on")?.value).toBe(true);
  });
});

describe("a correction with the meant device at its end", () => {
  it.each([
    ["house", ["fan on", "no, not that one, switch it off. I meant the one in Leo's room"], "study", "leo-fan.fan.on"],
    ["flat", ["打开风扇", "不是这个，关掉，我说的是床头灯"], "study", "bedroom-bedside-lamp.light.on"],
  ] as const)("commands that device, and reverts the wrong one: %s %j", async (home, turns, room, meant) => {
    const talk = talkIn(home, { room });
    if (home === "flat") await talk.say("床头灯关掉");
    for (const turn of turns.slice(0, -1)) await talk.say(turn);
    expect(await talk.changes(turns.at(-1) ?? "")).toMatchObject({ "study-fan.fan.on": false, [meant]: true });
  });

  it("takes missing parts from the sentence before", async () => {
    const changed = await changedBy("flat", ["窗帘开到30", "弄错了，客厅的还是打开，我说的是主卧的"]);
    expect(changed).toEqual({
      "living-curtain.curtain.current-position": 100,
      "living-curtain.curtain.target-position": 100,
      "bedroom-curtain.curtain.current-position": 30,
      "bedroom-curtain.curtain.target-position": 30,
    });
  });
});

describe('"the other one"', () => {
  it.each([
    ["house", ["ceiling light and floor lamp on", "floor lamp to 30, the other one to 50"]],
    ["flat", ["客厅的灯都打开", "落地灯调到30，另一个50"]],
  ] as const)("beside a named device is one in focus: %s %j", async (home, turns) => {
    expect(await changedBy(home, turns)).toEqual({ [LAMP]: 30, [CEILING]: 50 });
  });
});

describe("a remark", () => {
  it.each([
    ["floor lamp to 30", "It's too bright for my eyes. Undo that.", { [LAMP]: 45 }],
    ["floor lamp to 30", "The kids are asleep already. Turn it off.", { "living-floor-lamp.light.on": false }],
    ["floor lamp to 30", "OK, I'm done. Make it 70.", { [LAMP]: 70 }],
  ])("before a command does nothing by itself: %s | %s", async (first, say, changed) => {
    expect(await changedBy("house", [first, say])).toEqual(changed);
  });

  it("alone does nothing", async () => {
    expect(await changedBy("house", ["floor lamp to 30", "The kids are asleep already."])).toEqual({});
    expect(await changedBy("house", ["floor lamp to 30", "I'll turn it off myself."])).toEqual({});
  });
});

describe("the focus", () => {
  it("is the restored device, for the value that follows", async () => {
    const turns = ["all lights in here off", "bring the floor lamp back", "at 25 percent"];
    expect(await changedBy("house", turns)).toEqual({ [LAMP]: 25 });
  });

  it("is unclear after a text about another device that was not parsed: which one is asked", async () => {
    const talk = talkIn("house", { room: "living" });
    await talk.say("spotlights to 50");
    expect(await talk.reply("gadzooks the floor lamp wobbles")).toBe("(handed on)");
    expect(await talk.changes("make it 20")).toEqual({});
    expect(await talk.reply("turn it off")).toBe("Which device do you mean?");
  });

  it.each([
    ["floor lamp to 30", "did you change the spotlights as well?", "No, I haven't changed the spotlights."],
    ["floor lamp to 30", "Did you touch the floor lamp?", "Yes, I changed the floor lamp at 12:00."],
  ])("answers whether it was changed: %s | %s", async (first, asked, told) => {
    const talk = talkIn("house", { room: "living" });
    await talk.say(first);
    expect(await talk.reply(asked)).toBe(told);
  });

  it("answers that it was not changed, in Chinese", async () => {
    const talk = talkIn("flat", { room: "living" });
    await talk.say("落地灯调到30");
    expect(await talk.reply("你没动空调吧")).toBe("没有，没动过客厅的空调。");
  });

  it('answers "any still open?" for the same devices', async () => {
    const talk = talkIn("house", { room: "living" });
    await talk.say("are the curtains in here closed?");
    expect(await talk.reply("any still open?")).toBe("Yes, the living room curtains are open.");
  });

  it("answers how long an appliance still runs, although no timer runs", async () => {
    const talk = talkIn("house", { room: "utility" });
    await talk.say("is the washing machine still going?");
    expect(await talk.reply("how long has it got left?")).toMatch(/^The washing machine has \d+ min left\.$/);
  });
});
