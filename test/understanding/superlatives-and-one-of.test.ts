import { describe, expect, it } from "vitest";
import { immediateCommands } from "../support/immediate-commands.ts";
import { talkWithDevices } from "../support/talk-with-devices.ts";

const en = talkWithDevices("en", { living: "Living room", kitchen: "Kitchen" }, [
  ["floor", "Floor lamp", "living", "yeelink.light.color5"],
  ["desk", "Desk lamp", "living", "yeelink.light.color5"],
  ["ac", "Air conditioner", "living", "xiaomi.airc.r24r00"],
  ["speaker", "Speaker", "living", "xiaomi.wifispeaker.lx06"],
  ["fryer", "Air fryer", "kitchen", "careli.fryer.maf07"],
]);
const zh = talkWithDevices("zh", { living: "客厅", kitchen: "厨房", hall: "玄关" }, [
  ["floor", "落地灯", "living", "yeelink.light.color5"],
  ["strip", "灯带", "living", "yeelink.light.strip6"],
  ["ac", "空调", "living", "xiaomi.airc.r24r00"],
  ["sound", "音箱", "living", "xiaomi.wifispeaker.lx06"],
  ["lock", "大门", "hall", "jia.lock.generic"],
]);

describe("a superlative that selects a device is no value", () => {
  it.each([
    "turn off the warmest room",
    "turn on the AC in the coldest room",
    "turn off the brightest lamp",
    "turn off the loudest speaker",
    "set the brightest lamp to 20",
  ])("%s", (text) => expect(immediateCommands(en, text)).toEqual(["left"]));
  it.each(["最热的房间开空调", "把最亮的那盏关了", "声音最大的那个关了", "最暗的灯打开", "把风速最大的关了"])(
    "%s",
    (text) => expect(immediateCommands(zh, text)).toEqual(["left"]),
  );
  it.each([
    ["turn the desk lamp to the brightest", ["desk brightness=100"]],
    ["set the desk lamp to the brightest setting", ["desk brightness=100"]],
  ])("but %s", (text, done) => expect(immediateCommands(en, text).slice(-1)).toEqual(done));
  it.each([
    ["落地灯调到最亮", ["floor brightness=100"]],
    ["把落地灯调成最亮的", ["floor brightness=100"]],
  ])("but %s", (text, done) => expect(immediateCommands(zh, text).slice(-1)).toEqual(done));
});

describe('"one of the lamps" leads to a question, and an unknown number names nothing', () => {
  it.each(["turn off one of the lamps", "dim one of the lamps", "turn one of my lamps on"])("%s", (text) =>
    expect(immediateCommands(en, text)).toEqual(["asked"]),
  );
  it.each(["关掉一个灯", "开一盏灯", "把其中一个灯关了", "把灯关掉一个"])("%s", (text) =>
    expect(immediateCommands(zh, text)).toEqual(["asked"]),
  );
  it.each(["turn on lamp 2", "dim both of them", "turn off light 3"])("%s", (text) =>
    expect(immediateCommands(en, text).join()).not.toContain("="),
  );
  it('"one" of a kind with one device is that device', () =>
    expect(immediateCommands(zh, "打开一个空调")).toEqual(["ac on=true"]));
});

describe("a statement about a device sets nothing", () => {
  it.each(["要睡了灯还亮着", "我要睡了灯亮着", "没人把灯关掉", "没人关灯"])("%s", (text) =>
    expect(immediateCommands(zh, text)).toEqual(["left"]),
  );
  it.each(["空调温度太低", "空调温度太高了"])("a setting of what is off can't be felt: %s", (text) =>
    expect(immediateCommands(zh, text)).toEqual(["asked"]),
  );
});

describe("a cooking time is set only where it is said", () => {
  it.each([
    "the air fryer takes 12 minutes",
    "air fryer another 5 minutes",
    "air fryer for 12 minutes, no, 15",
    "air fryer for 90 seconds",
    "turn on the air fryer for 12 minutes tomorrow at 7",
  ])("%s", (text) => expect(immediateCommands(en, text).join()).not.toContain("="));
  it.each(["air fryer for 12 minutes", "set the air fryer for 12 minutes", "air fryer for 120 seconds"])(
    "but %s",
    (text) => expect(immediateCommands(en, text)[0]).toBe(`fryer target-time=${text.includes("120") ? 2 : 12}`),
  );
});
