import { describe, expect, it } from "vitest";
import { plannedCommands } from "../support/planned-commands.ts";
import { talkIn } from "../support/speak.ts";

const talk = talkIn("flat", { room: "living" });

describe("a report of what somebody did commands nothing", () => {
  it.each([
    "我妈把灯关了",
    "隔壁老王把灯关了",
    "刚才保洁把电视打开了",
    "孩子把空调关了",
    "小明把落地灯打开了",
    "王阿姨已经把净化器关了",
    "我关了灯",
    "他们把空调开了",
    "谁把灯关了",
    "我想起来灯没关",
    "someone opened the curtains",
    "they turned the floor lamp on",
    "my husband switched off the TV",
    "we left the AC on",
  ])("%s", (text) => expect(plannedCommands(talk, text)).toEqual(["unknown"]));
});

describe("a person beside a request is a reason or an address", () => {
  it.each([
    ["我爸怕冷，把空调关了", ["living-ac air-conditioner.on=false"]],
    ["妈妈要休息把电视关了", ["living-tv television.on=false"]],
    ["你把电视关了", ["living-tv television.on=false"]],
    ["小爱把净化器关了", ["living-purifier air-purifier.on=false"]],
    ["奶奶说把落地灯打开", ["living-floor-lamp light.on=true"]],
    ["my daughter is asleep, turn off the TV", ["living-tv television.on=false"]],
  ])("%s", (text, expected) => expect(plannedCommands(talk, text)).toEqual(expected));
});

describe("a complaint right behind a command is a reason", () => {
  it.each([
    ["空调关了太冷", ["living-ac air-conditioner.on=false"]],
    ["净化器关了太吵", ["living-purifier air-purifier.on=false"]],
    ["别扫了太吵", ["living-vacuum vacuum.stop-sweeping"]],
    ["落地灯打开太暗了", ["living-floor-lamp light.on=true"]],
    ["风扇关掉有点冷", ["study-fan fan.on=false"]],
    ["turn the AC off too cold", ["living-ac air-conditioner.on=false"]],
    ["turn off the floor lamp too bright", ["living-floor-lamp light.on=false"]],
  ])("%s", (text, expected) => expect(plannedCommands(talk, text)).toEqual(expected));
});

describe("a complaint that the command would worsen makes it a report", () => {
  it.each([
    "大灯关了太黑",
    "大灯关了，太黑",
    "关了灯太黑",
    "空调关了，太热了",
    "窗帘打开太亮了",
    "ceiling light off too dark",
    "turn the ceiling light off, it's too dark",
    "turn the AC off, it's too hot",
  ])("%s", (text) => expect(plannedCommands(talk, text)).toEqual(["unknown"]));
});

describe("a colour behind 小 is a name", () => {
  it.each(["打开小蓝", "小黄开一下", "把小绿关了"])("%s", (text) => {
    expect(plannedCommands(talk, text).filter((each) => each.includes("="))).toEqual([]);
  });
});
