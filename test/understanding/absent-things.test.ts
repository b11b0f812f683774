import { describe, expect, it } from "vitest";
import { plannedCommands } from "../support/planned-commands.ts";
import { talkIn } from "../support/speak.ts";

const talk = talkIn("flat", { room: "living" });

describe("a command for a device that the home lacks is refused, whatever else the sentence says", () => {
  it.each([
    "打开吹风机，我头发还湿着呢",
    "脚冷，把电热毯打开",
    "油烟好大，把抽油烟机开到最大",
    "开下灭蚊灯，蚊子好多",
    "把鱼缸灯关了",
    "衣柜灯打开",
    "空气炸锅180度烤15分钟",
    "洗碗机开始洗碗吧",
    "咖啡机做杯咖啡",
    "帮个忙把烘干机打开，衣服还没干",
    "turn on the hair dryer, my hair is wet",
    "please start the dishwasher, we have guests tonight",
    "my feet are like ice, switch the electric blanket on",
    "the floor is a mess, start the lawn mower",
  ])("%s", (text) => expect(plannedCommands(talk, text)).toEqual(["refuse no-device"]));
});

describe("a thing that is only mentioned causes no refusal", () => {
  it.each([
    "跑步机坏了",
    "我想买个跑步机",
    "孩子在玩跑步机",
    "吹风机太吵了",
    "洗碗机真好用",
    "别开吹风机",
    "我妈把吹风机打开了",
    "刚才把微波炉关了",
    "把吹风机递给我",
    "播放一首叫吹风机的歌",
    "the dishwasher is broken",
    "I want to buy a treadmill",
    "my husband turned on the hair dryer",
  ])("%s", (text) => expect(plannedCommands(talk, text)).toEqual(["unknown"]));

  it.each([
    ["我在用吹风机，把落地灯打开", ["living-floor-lamp light.on=true"]],
    ["the kids are on the trampoline, turn the floor lamp on", ["living-floor-lamp light.on=true"]],
  ])("%s", (text, expected) => expect(plannedCommands(talk, text)).toEqual(expected));
});

describe("the level of one device is not set on a similar one", () => {
  it.each(["电暖气开到三档", "浴霸开到三档"])("%s", (text) => {
    expect(plannedCommands(talk, text).filter((each) => each.includes("="))).toEqual([]);
  });
});
