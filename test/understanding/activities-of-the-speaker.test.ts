import { describe, expect, it } from "vitest";
import { immediateCommands } from "../support/immediate-commands.ts";
import { talkWithDevices } from "../support/talk-with-devices.ts";

const en = talkWithDevices("en", { kitchen: "Kitchen", living: "Living room", garden: "Garden" }, [
  ["dishwasher", "Dishwasher", "kitchen", "jia.dishwasher.generic"],
  ["coffee", "Coffee machine", "kitchen", "scishare.coffee.s1102"],
  ["robot", "Robot vacuum", "living", "dreame.vacuum.p2028"],
  ["mower", "Lawn mower", "garden", "jia.lawn-mower.generic"],
]);
const zh = talkWithDevices("zh", { kitchen: "厨房", living: "客厅" }, [
  ["dishwasher", "洗碗机", "kitchen", "jia.dishwasher.generic"],
  ["robot", "扫地机", "living", "dreame.vacuum.p2028"],
]);

describe('"I start cleaning" starts no device', () => {
  it.each([
    "I will start washing the dishes",
    "can I start washing the dishes",
    "I want to start washing the dishes",
    "we're going to start mowing the lawn",
    "let's start vacuuming",
    "my wife has started cleaning the living room",
    "should we begin mowing",
  ])("%s", (text) => expect(immediateCommands(en, text)).toEqual(["left"]));
  it.each(["我开始扫地了", "我要开始扫地了", "我想扫地", "我去洗碗", "妈妈在洗碗", "我们准备打扫卫生了"])(
    "%s",
    (text) => expect(immediateCommands(zh, text)).toEqual(["left"]),
  );
});

describe("a report of what a device does or did is no command", () => {
  it.each(["dishwasher washing up", "robot vacuum cleaning", "coffee machine making coffee", "lawn mower mowing"])(
    "%s",
    (text) => expect(immediateCommands(en, text)).toEqual(["left"]),
  );
  it.each(["扫地机打扫完了", "扫地机扫完地了", "洗碗机洗好了", "扫地机打扫过了", "客厅扫干净了"])("%s", (text) =>
    expect(immediateCommands(zh, text)).toEqual(["left"]),
  );
});

describe("a device that is told to start starts", () => {
  it.each([
    ["start washing the dishes", "dishwasher"],
    ["please start mowing the lawn", "mower"],
    ["I want you to start mowing the lawn", "mower"],
    ["have the dishwasher start washing the dishes", "dishwasher"],
    ["go ahead and start washing the dishes", "dishwasher"],
  ])("%s", (text, id) => expect(immediateCommands(en, text).join()).toMatch(new RegExp(`^${id} `)));
  it.each([
    ["洗碗机洗碗", "dishwasher"],
    ["开始扫地吧", "robot"],
    ["我想让扫地机扫地", "robot"],
    ["把客厅打扫一下", "robot"],
    ["可以开始扫地了", "robot"],
  ])("%s", (text, id) => expect(immediateCommands(zh, text).join()).toMatch(new RegExp(`^${id} `)));
});
