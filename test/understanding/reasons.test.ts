import { describe, expect, it } from "vitest";
import { effectsOf } from "../support/effects.ts";
import { talkIn } from "../support/speak.ts";

const talk = talkIn("flat");
const OFF = ["living-floor-lamp light.on=false"];
const ON = ["living-floor-lamp light.on=true"];

describe("a reason of any length beside a command is left aside", () => {
  it.each([
    ["后天还要早起赶火车，把落地灯关了吧", OFF],
    ["儿科大夫说我家娃不能熬夜，落地灯关掉", OFF],
    ["待会儿有两个同事过来谈事，把落地灯打开", ON],
    ["狗把水碗踢翻了，地上湿了一大片，落地灯打开", ON],
    ["加班到九点才吃上饭，腰酸背痛，落地灯关了", OFF],
    ["五岁的小侄子怕黑，打开落地灯", ON],
    ["打开落地灯，我妈在找她的老花镜", ON],
    ["因为这个月电费超了，能省就省，关掉落地灯", OFF],
    ["我等了半个小时眼睛都花了，把落地灯关了", OFF],
    ["都九点多了，把落地灯关了", OFF],
    ["the bill was ninety pounds last month, switch the floor lamp off", OFF],
    ["my eyes are so tired, turn the floor lamp off", OFF],
    ["the courier can't find the door, turn the floor lamp on", ON],
    ["turn the floor lamp off, I have 2 exams tomorrow and need some sleep", OFF],
    ["electricity costs an arm and a leg, turn the floor lamp off", OFF],
  ])("%s", (text, expected) => expect(effectsOf(talk, text)).toEqual(expected));
});

describe("a part that names an event to wait for is no reason", () => {
  it.each([
    "我睡着以后，把落地灯关了",
    "等我回来，把落地灯打开",
    "等孩子写完作业，把落地灯关了",
    "奶奶到家前，把落地灯打开",
    "我九点睡觉，把落地灯关了",
    "等他下班了把落地灯打开",
    "等菜上齐了把落地灯打开",
    "每天我回家，把落地灯打开",
    "我一进门，落地灯就打开",
    "I leave at ten, turn off the floor lamp",
    "once my wife is asleep, turn off the floor lamp",
    "before the guests get here, turn on the floor lamp",
    "after I fall asleep, turn the floor lamp off",
    "while we're away, turn the floor lamp off",
  ])("%s", (text) => expect(effectsOf(talk, text)).toEqual(["unknown"]));
});

describe("a name of the home, or a wish, is no reason", () => {
  it.each([
    ["the bedroom humidifier off, the floor lamp on", ["bedroom-humidifier humidifier.on=false", ...ON]],
    ["卧室的加湿器关了，落地灯打开", ["bedroom-humidifier humidifier.on=false", ...ON]],
    ["打开落地灯，别对着我的脸照", ["unknown"]],
    ["turn the floor lamp on but don't point it at me", ["unknown"]],
  ])("%s", (text, expected) => expect(effectsOf(talk, text)).toEqual(expected));
});
