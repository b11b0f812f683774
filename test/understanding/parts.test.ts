import { describe, expect, it } from "vitest";
import { effectsOf } from "../support/effects.ts";
import { talkIn } from "../support/speak.ts";

const flat = talkIn("flat");
const house = talkIn("house");

describe("a part of a device is found in either word order, and the device itself is left alone", () => {
  it.each([
    ["turn off the screen of the purifier in Emma's room", "emma-purifier screen.on=false"],
    ["the display on the emma's room purifier, off", "emma-purifier screen.on=false"],
    ["turn off the screen of the purifier in the lounge", "living-purifier screen.brightness=0"],
    ["switch the gym fan light on", "gym-fan-light light.on=true"],
    ["the light of the bath heater on please", "ensuite-bath-heater light.on=true"],
    ["turn on the light on the bath heater", "ensuite-bath-heater light.on=true"],
    ["the indicator on the towel rail off", "bathroom-towel-rail indicator-light.on=false"],
    ["turn the towel rail's status light off", "bathroom-towel-rail indicator-light.on=false"],
    ["turn off the little light on the towel rail", "bathroom-towel-rail indicator-light.on=false"],
    ["indicator of the printer plug off", "study-printer indicator-light.on=false"],
    ["kitchen speaker mic off", "kitchen-speaker microphone.mute=true"],
    ["mute the microphone of the kitchen speaker", "kitchen-speaker microphone.mute=true"],
    ["unmute the mic on the kitchen speaker", "kitchen-speaker microphone.mute=false"],
    ["浴霸上的灯打开", "ensuite-bath-heater light.on=true"],
    ["打开浴霸自带的照明", "ensuite-bath-heater light.on=true"],
    ["毛巾架上的指示灯关掉", "bathroom-towel-rail indicator-light.on=false"],
    ["把打印机插座的指示灯关了", "study-printer indicator-light.on=false"],
    ["关掉厨房音箱的麦克风", "kitchen-speaker microphone.mute=true"],
    ["艾玛房间净化器的屏幕关掉", "emma-purifier screen.on=false"],
  ])("%s", (text, expected) => expect(effectsOf(house, text)).toEqual([expected]));
});

describe("a single key of a wall switch is switched", () => {
  it.each([
    ["left key of the wall switch off", "switch.on=false"],
    ["turn the hallway switch's middle key on", "switch-2.on=true"],
    ["the right key of the switch, on", "switch-3.on=true"],
    ["switch the left key in the hallway off", "switch.on=false"],
    ["the wall switch, the left key off", "switch.on=false"],
    ["墙壁开关的左键关掉", "switch.on=false"],
    ["打开玄关开关的中键", "switch-2.on=true"],
    ["三键开关右键打开", "switch-3.on=true"],
    ["玄关墙壁开关左键打开", "switch.on=true"],
    ["把墙壁开关的右键关了", "switch-3.on=false"],
  ])("%s", (text, expected) => expect(effectsOf(flat, text)).toEqual([`hallway-switch ${expected}`]));
});

describe("a part that a device lacks is refused", () => {
  it.each([
    "turn off the TV's indicator",
    "the curtain light on",
    "the screen of the lock off",
    "turn on the light on the fridge door sensor",
    "电视的指示灯关掉",
    "打开窗帘的灯",
    "关掉晾衣架的屏幕",
    "门锁的麦克风关掉",
  ])("%s", (text) => expect(["refuse", "unknown", "ask"]).toContain(effectsOf(flat, text)[0] ?? "refuse"));
});

describe("\"Emma's lamp\" is the lamp in Emma's room", () => {
  it.each([
    ["turn on Emma's night light", ["emma-night-light light.on=true"]],
    ["close Leo's curtains", ["leo-curtains curtain.motor-control=0"]],
    ["Emma's heater off please", ["emma-heater heater.on=false"]],
    ["switch Leo's fan off", ["leo-fan fan.on=false"]],
    ["turn on Emma's lights", ["emma-ceiling-light light.on=true", "emma-night-light light.on=true"]],
    ["打开艾玛的小夜灯", ["emma-night-light light.on=true"]],
    ["小宝的风扇关掉", ["leo-fan fan.on=false"]],
    ["把艾玛的取暖器关了", ["emma-heater heater.on=false"]],
    ["小宝房间的窗帘拉上", ["leo-curtains curtain.motor-control=0"]],
    ["关上艾玛房间的吸顶灯", ["emma-ceiling-light light.on=false"]],
  ])("%s", (text, expected) => expect(effectsOf(house, text)).toEqual(expected));

  it.each(["tell Emma that dinner is ready", "is Leo at home", "告诉艾玛吃饭了"])(
    "%s: a name alone is no room",
    (text) => expect(effectsOf(house, text).every((each) => !each.includes("="))).toBe(true),
  );
});
