import { describe, expect, it } from "vitest";
import { eachDialogue } from "../support/each-dialogue.ts";
import { netChangesLine } from "../support/net-changes.ts";
import { talkIn } from "../support/speak.ts";

eachDialogue("the same is done elsewhere, to what is called so there", [
  [
    ["turn off the ceiling light in the kitchen", "and the study?"],
    "kitchen-ceiling-light.light.on=false, study-ceiling-light.light.on=false",
  ],
  [
    ["open the curtains in the guest room", "and in Leo's room", "now the master bedroom"],
    "guest-curtains.curtain.current-position=100, guest-curtains.curtain.target-position=100, leo-curtains.curtain.current-position=100, leo-curtains.curtain.target-position=100, master-curtains.curtain.current-position=100, master-curtains.curtain.target-position=100",
  ],
  [["turn on the fan in Leo's room", "and the pendant"], "dining-pendant.light.on=true, leo-fan.fan.on=true"],
  [
    ["set the study ceiling light to 30 percent", "the kitchen one too"],
    "kitchen-ceiling-light.light.brightness=30, study-ceiling-light.light.brightness=30",
  ],
  [
    ["turn off the thermostat", "and the printer"],
    "study-printer.switch.on=false, study-thermostat.thermostat.on=false",
  ],
  [["关掉厨房的吸顶灯", "书房的也关了"], "kitchen-ceiling-light.light.on=false, study-ceiling-light.light.on=false"],
  [
    ["打开客房的窗帘", "还有小宝的房间"],
    "guest-curtains.curtain.current-position=100, guest-curtains.curtain.target-position=100, leo-curtains.curtain.current-position=100, leo-curtains.curtain.target-position=100",
  ],
  [["打开车库的吸顶灯", "客房呢"], "garage-light.light.on=true, guest-ceiling-light.light.on=true"],
  [["关掉打印机", "温控器也一样"], "study-printer.switch.on=false, study-thermostat.thermostat.on=false"],
  [
    ["书房的吸顶灯调到30%", "厨房的也是"],
    "kitchen-ceiling-light.light.brightness=30, study-ceiling-light.light.brightness=30",
  ],
]);

eachDialogue("once more, and how much more", [
  [["turn the volume of the kitchen speaker down by 5", "again", "once more"], "kitchen-speaker.speaker.volume=13"],
  [["set the oven to 200", "10 more degrees", "again"], "kitchen-oven.oven.target-temperature=220"],
  [["set the oven to 200", "one more degree"], "kitchen-oven.oven.target-temperature=201"],
  [["set the fan speed of the study AC to low", "one level higher"], "study-ac.air-conditioner.on=true"],
  [["turn on the fan in Leo's room", "turn it up"], "leo-fan.fan.fan-level=2, leo-fan.fan.on=true"],
  [["厨房音箱的音量调低5", "再来一次"], "kitchen-speaker.speaker.volume=18"],
  [["烤箱调到200度", "再加10度"], "kitchen-oven.oven.target-temperature=210"],
  [["书房空调的风速调到低", "再高一档"], "study-ac.air-conditioner.on=true"],
  [["打开小宝的房间的风扇", "再大一档"], "leo-fan.fan.fan-level=2, leo-fan.fan.on=true"],
  [["打开吊灯", "再来一次"], "dining-pendant.light.on=true"],
]);

eachDialogue("what was talked about last, and never more", [
  [["turn on the garden lights", "and the pendant", "switch them both off"], ""],
  [["turn on the garden lights", "turn on the pendant", "turn them off"], ""],
  [
    ["turn on the pendant", "turn on the lights in the guest room and the garage", "turn them off"],
    "dining-pendant.light.on=true",
  ],
  [["turn on the garden lights", "turn on the pendant", "turn it off"], "garden-lights.light.on=true"],
  [
    ["which lights are on upstairs?", "turn them off"],
    "emma-ceiling-light.light.on=false, leo-night-light.light.on=false, master-right-lamp.light.on=false",
  ],
  [["turn on the left bedside lamp", "turn it off", "and the other one"], "master-right-lamp.light.on=false"],
  [["打开花园灯", "吊灯也打开", "都关了"], ""],
  [["打开花园灯", "再打开吊灯", "把它们都关了"], ""],
  [["打开花园灯", "打开吊灯", "把它关了"], "garden-lights.light.on=true"],
  [["打开柜灯", "其他的也打开", "全关了"], ""],
  [
    ["楼上哪些灯开着", "全关了"],
    "emma-ceiling-light.light.on=false, leo-night-light.light.on=false, master-right-lamp.light.on=false",
  ],
]);

eachDialogue("which one: by side, by room, all, with what stands around it", [
  [["turn on the night light", "Emma's, I mean"], "emma-night-light.light.on=true"],
  [
    ["turn on the floor fan and the night light", "the one in Emma's room"],
    "emma-night-light.light.on=true, gym-fan.fan.on=true",
  ],
  [["turn on the heater", "in the guest room I mean"], "guest-heater.heater.on=true"],
  [
    ["turn on the heater", "both"],
    "emma-heater.heater.on=true, guest-heater.heater.on=true, living-heater.heater.on=true",
  ],
  [["turn on the heater", "is the oven on?", "yes"], ""],
  [["打开小夜灯", "我说的是艾玛的"], "emma-night-light.light.on=true"],
  [["打开取暖器", "我是说客房的"], "guest-heater.heater.on=true"],
  [["打开取暖器", "全都打开"], "emma-heater.heater.on=true, guest-heater.heater.on=true, living-heater.heater.on=true"],
  [["打开取暖器", "烤箱开着吗", "好"], ""],
  [["打开取暖器", "都不要"], ""],
]);

eachDialogue("a reason as a turn of its own does nothing more to what was just switched off", [
  [["turn off the AC in the master bedroom", "it's freezing"], "master-ac.air-conditioner.on=false"],
  [["turn off the ceiling light in the study", "too bright"], "study-ceiling-light.light.on=false"],
  [["关掉主卧的空调", "太冷了"], "master-ac.air-conditioner.on=false"],
  [["关掉书房的吸顶灯", "太亮了"], "study-ceiling-light.light.on=false"],
]);

describe("a follow-up question continues the question before", () => {
  it.each([
    [["how humid is it in the guest room?", "and the temperature?"], "18.3"],
    [["what's the CO2 in the study", "and the humidity"], "44.5"],
    [["how humid is it in the guest room?", "and the temperature?", "and Emma's room?"], "20.4"],
    [["set the study AC to 23", "what's it set to?"], "23"],
    [["turn on the pendant", "is it on?", "what did you just do?"], "The pendant light is on"],
    [["客房湿度多少", "温度呢"], "18.3"],
    [["书房的二氧化碳是多少", "湿度呢"], "44.5"],
    [["客房湿度多少", "温度呢", "艾玛的房间呢"], "20.4"],
    [["烤箱调到210度", "现在设的多少度"], "210"],
    [["打开吊灯", "你刚才做了什么"], "吊灯开了"],
  ])("%j", async (turns, told) => {
    const talk = talkIn("house");
    const replies: string[] = [];
    for (const text of turns) replies.push(await talk.reply(text));
    expect(replies.at(-1)).toContain(told);
  });
});

describe("a question after a question is no answer to it and changes nothing", () => {
  it.each([
    ["打开空调", "主卧现在热不热"],
    ["除湿机现在是开着的还是关着的"],
    ["吊灯是亮着还是关着"],
    ["车库门开了吧？"],
    ["小路灯关了吧?"],
    ["what level is the fan in Leo's room on"],
    ["what is the oven set to"],
    ["what's the TV in the lounge doing"],
    ["turn on the heater", "which one is on?"],
    ["turn on the heater", "is the guest room one on?"],
  ])("%j", async (...turns) => {
    expect(await netChangesLine(turns)).toBe("");
  });

  it.each([
    ["what is the oven set to", "180"],
    ["what level is the fan in Leo's room on", "is 1"],
    ["what's the study AC set to", "22"],
    ["what's the printer doing", "on"],
    ["what is the kitchen speaker set to", "28"],
    ["烤箱设的多少度", "180"],
    ["小宝的房间的风扇现在几档", "是1"],
    ["吊灯现在是开着的还是关着的", "关"],
    ["客厅的电视在干嘛", "开"],
    ["小路灯关了吧？", "没关"],
  ])("%s: %s", async (text, told) => {
    expect(await talkIn("house").reply(text)).toContain(told);
  });
});
