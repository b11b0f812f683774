import { describe, expect, it } from "vitest";
import { DEFAULT_RULES } from "../../../src/home/index.ts";
import { talkIn } from "../../support/speak.ts";

const house = (text: string, room = "living") => talkIn("house", { room }).reply(text);
const flat = (text: string) => talkIn("flat", { room: "living" }).reply(text);

describe("the summary of a device", () => {
  it.each([
    ["how is the living room ceiling light?", "The living room ceiling light is on, in day mode and at 75%."],
    ["客厅的吸顶灯怎么样", "客厅的吸顶灯开着，日间模式，亮度75%。"],
  ])("leaves out its second lamp that is off: %s", async (text, told) => {
    expect(await house(text)).toBe(told);
  });

  it.each([
    ["how is the garage door?", "The garage door is closed."],
    ["how is the blind in the dining room?", "The blind is 60% open."],
    ["百叶窗怎么样", "百叶窗开着60%。"],
  ])("tells the position of a cover, and not its lamp or switch: %s", async (text, told) => {
    expect(await house(text)).toBe(told);
  });

  it.each([
    [
      "how is the wall switch in the hall?",
      "The left key of the entrance hall wall switch is on, the middle key and the right key are off.",
    ],
    ["玄关的墙壁开关怎么样", "玄关的墙壁开关的左键开着，中键和右键都关着。"],
  ])("tells the keys of a switch separately where they differ: %s", async (text, told) => {
    expect(await house(text)).toBe(told);
  });

  it.each([
    ["how is the leak sensor in the utility room?", "The utility room leak sensor detects no water."],
    ["洗衣房的水浸传感器怎么样", "洗衣房的水浸传感器没检测到漏水。"],
    ["餐厅的存在传感器怎么样", "存在传感器没检测到人。"],
    ["how is the speaker in the kitchen?", "The kitchen speaker is stopped."],
    ["厨房的音箱怎么样", "厨房的音箱没在播放。"],
    ["客厅的空气检测仪怎么样", "客厅的空气检测仪湿度47%，PM2.5是8微克/立方米，现在21.2度，还有100%的电。"],
  ])("uses everyday words, and none of the specification: %s", async (text, told) => {
    expect(await house(text)).toBe(told);
  });
});

describe("an airer", () => {
  it("is up or down, and neither open nor shut", async () => {
    const talk = talkIn("house", { room: "utility" });
    expect(await talk.reply("lower the airer")).toBe("The clothes airer is down.");
    expect(await talk.reply("how is the airer?")).toBe("The clothes airer is down.");
    expect(await talk.reply("晾衣架升上去")).toBe("晾衣架升上去了。");
    expect(await talk.reply("晾衣架怎么样")).toBe("晾衣架在上面。");
  });
});

describe("a car", () => {
  it.each([
    ["is the car plugged in?", "Yes, the car is plugged in."],
    ["are the car windows open?", "No, the windows of the car are closed."],
  ])("is told in everyday words for its reports: %s", async (text, told) => {
    expect(await house(text)).toBe(told);
  });

  it.each([
    ["open the windows of the car", "It changes the car. Open the windows of the car?"],
    ["打开车窗", "这会改变车辆状态。确定要打开汽车的车窗吗？"],
  ])("has windows that are opened, and not turned on: %s", async (text, asked) => {
    expect(await talkIn("house", { policy: DEFAULT_RULES }).reply(text)).toBe(asked);
  });
});

describe("a question about several devices", () => {
  it.each([
    ["are both bedside lamps off?", "No, the right bedside lamp is still on."],
    ["are both bedside lamps on?", "No, the left bedside lamp is off."],
    ["are the side door and the front door locked?", "No, the side door is still unlocked."],
  ])("is answered by the devices that differ: %s", async (text, told) => {
    expect(await house(text, "master")).toBe(told);
  });

  it.each([
    ["主灯和落地灯都关了吗", "没有，客厅的吸顶灯还开着。"],
    ["灯关了吗", "没有，客厅的吸顶灯还开着。"],
    ["两个窗帘都关着吗", "没有，客厅的窗帘还开着。"],
  ])("is answered so in Chinese: %s", async (text, told) => {
    expect(await flat(text)).toBe(told);
  });

  it.each([
    [house, "is everything off in the living room except the TV?", /^No, /, /TV/],
    [house, "which lights are on in the living room apart from the floor lamp?", /ceiling light/, /floor lamp/],
    [flat, "除了卧室，还有哪些灯开着", /吸顶灯/, /床头灯/],
    [flat, "除了客厅的灯，其他灯都关了吗", /^没有，床头灯/, /吸顶灯/],
  ])("leaves out excepted devices (%#)", async (ask, text, told, without) => {
    const answer = await ask(text);
    expect(answer).toMatch(told);
    expect(answer).not.toMatch(without);
  });

  it.each([
    ["which lights aren't on in the living room?", "The light strip and the spotlights are off."],
    ["how many curtains are not closed?", /^Four curtains are open: /],
  ])("is about the negated state where that was said: %s", async (text, told) => {
    expect(await house(text)).toMatch(told);
  });

  it.each([
    ["which batteries are below 30%?", /^The side door is below 30%\.$/],
    ["is any battery below 30%?", "Yes, the side door is below 30%."],
    ["哪些电池低于30%", "侧门低于30%。"],
  ])("is answered with the side of the limit: %s", async (text, told) => {
    expect(await house(text)).toMatch(told);
  });
});

describe("a property that cannot be told", () => {
  it.each([
    ["is the kettle on?", "I can't tell whether the kettle is on."],
    ["水壶开着吗", "水壶是不是开着，我这边看不到。"],
    ["is the garden warm?", "I can't tell: no sensor there reports that."],
    ["花园冷吗", "那边没有能测的传感器，我不知道。"],
  ])("is not told as a missing setting: %s", async (text, told) => {
    expect(await house(text)).toBe(told);
  });

  it.each([
    ["unlock the fridge", "The fridge has no lock."],
    ["给冰箱上锁", "冰箱没有锁。"],
  ])("is told for a device without a lock: %s", async (text, told) => {
    expect(await house(text)).toBe(told);
  });
});

describe("one reading of the air", () => {
  it.each([
    ["what's the PM2.5 in the living room?", "PM2.5 in the living room is 8 μg/m³."],
    ["客厅空气怎么样", "客厅空气很好，PM2.5是8微克/立方米。"],
  ])("is told of the sensor where an appliance measures it too: %s", async (text, told) => {
    expect(await house(text)).toBe(told);
  });
});

describe("lamps of one room with different values", () => {
  it.each([
    ["it's dark in here", "In the living room, the ceiling light is at 95% and the floor lamp at 65%."],
    ["这里好暗", "客厅的吸顶灯调到95%，落地灯调到65%了。"],
  ])("are told in one sentence: %s", async (text, told) => {
    expect(await house(text)).toBe(told);
  });
});
