import { describe, expect, it } from "vitest";
import { immediateCommands } from "../support/immediate-commands.ts";
import { plannedCommands } from "../support/planned-commands.ts";
import { talkIn } from "../support/speak.ts";
import { talkWithDevices } from "../support/talk-with-devices.ts";

const flat = talkIn("flat", { room: "living" });
const house = talkIn("house", { room: "living" });

describe("a story of what somebody will do, nearly did or always does commands nothing", () => {
  it.each([
    "I'll turn off the TV myself",
    "I'm gonna open the garage door",
    "I have to lock the front door",
    "we were about to close the curtains",
    "I might switch on the floor lamp",
    "let me just dim the lights",
    "dad wants to go and open the garage door",
    "she turns the heater off every night",
    "I think somebody opened the garage door",
    "we're lowering the blinds",
    "you could have turned off the light",
    "thanks for dimming the lights",
    "it's too early to open the curtains",
    "I wish I could turn off the heater",
  ])("%s", (text) => expect(plannedCommands(house, text)).toEqual(["unknown"]));
  it.each([
    "我去关灯",
    "我自己来关灯",
    "我打算把电视关了",
    "我等会儿去关窗帘",
    "我差点把空调关了",
    "差点把电视关了",
    "又忘了把灯关了",
    "妈妈让我把空调打开",
    "让弟弟把电视关了",
    "你怎么又把落地灯关了",
    "谁让你把空调打开",
    "灯应该关了",
    "我可以开空调吗",
    "我锁门了",
    "怎么关灯",
    "开空调还是开风扇",
  ])("%s", (text) => expect(plannedCommands(flat, text).join()).toMatch(/^unknown$/));
});

describe("a statement of what a device does by itself commands nothing", () => {
  it.each([
    "the heater turns on at six",
    "the garage door opens slowly",
    "the curtains close when it gets dark",
    "the lights go off at ten",
    "the TV won't turn off",
    "the garage door's open",
    "the blind keeps opening",
  ])("%s", (text) => expect(plannedCommands(house, text)).toEqual(["unknown"]));
  it.each(["空调开不了", "窗帘没拉", "空调能自动关吗"])("%s", (text) =>
    expect(plannedCommands(flat, text)).toEqual(["unknown"]),
  );
});

describe("a command beside a story is carried out", () => {
  it.each([
    ["I'm gonna watch a film, turn off the floor lamp", "turn off the floor lamp"],
    ["I need to turn off the floor lamp", "turn off the floor lamp"],
    ["I'd like you to turn off the floor lamp", "turn off the floor lamp"],
    ["you can turn off the floor lamp", "turn off the floor lamp"],
    ["my son opened the window, close the curtains", "close the curtains"],
  ])("%s", (text, as) => expect(plannedCommands(house, text)).toEqual(plannedCommands(house, as)));
  it.each([
    ["我去洗澡，把电视关了", "把电视关了"],
    ["我打算睡觉了，把电视关了", "把电视关了"],
    ["我要把电视关了", "把电视关了"],
    ["我妈让你把电视关了", "把电视关了"],
    ["你去把电视关了", "把电视关了"],
  ])("%s", (text, as) => expect(plannedCommands(flat, text)).toEqual(plannedCommands(flat, as)));
});

const lamps = talkWithDevices("en", { living: "Living room" }, [
  ["lamp", "Floor lamp", "living", "yeelink.light.color5"],
  ["ac", "Air conditioner", "living", "lumi.acpartner.mcn02"],
]);

describe("a question for permission, and a complaint about a device that is off, lead to a question", () => {
  it.each(["can I turn on the floor lamp", "is it safe to turn on the floor lamp", "the air conditioner is too cold"])(
    "%s",
    (text) => expect(immediateCommands(lamps, text)).toEqual(["asked"]),
  );
  it.each(["can you turn on the floor lamp", "can we turn on the floor lamp please"])("%s", (text) =>
    expect(immediateCommands(lamps, text)).toEqual(["lamp on=true"]),
  );
});

describe("measurements, movements and open choices change nothing", () => {
  it.each([
    "25 degrees is too warm",
    "it's 25 degrees in here",
    "the lights should be off by now",
    "turn on the heater or the AC",
    "put the lamp on the table",
    "set the table for four",
  ])("%s", (text) => expect(plannedCommands(house, text)).toEqual(["unknown"]));
  it.each(["25度太热了", "空调现在26度", "扫地机自己回去了", "灯变红了", "空调和风扇开一个"])("%s", (text) =>
    expect(plannedCommands(flat, text)).toEqual(["unknown"]),
  );
  it("no don't turn on the heater", () =>
    expect(plannedCommands(house, "no don't turn on the heater")).toEqual(["leave"]));
});

describe("the title of a song is no command", () => {
  it.each(["play the song open the garage door"])("%s", (text) =>
    expect(plannedCommands(house, text)).toEqual(["unknown"]),
  );
  it.each(["有首歌叫关灯", "播放打开窗帘"])("%s", (text) => expect(plannedCommands(flat, text)).toEqual(["unknown"]));
});
