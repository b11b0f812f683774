import { describe, expect, it } from "vitest";
import { effectsOf } from "../support/effects.ts";
import { talkWithDevices } from "../support/talk-with-devices.ts";

const rooms = { lounge: "Living room", office: "Office", kitchen: "Kitchen", kid: "Mia's room" };
const talk = talkWithDevices("en", rooms, [
  ["wide", "Wide lamp", "lounge", "yeelink.light.color5"],
  ["short", "Short lamp", "lounge", "yeelink.light.color5"],
  ["osram", "Osram lamp", "lounge", "yeelink.light.color5"],
  ["vornado", "Vornado fan", "lounge", "dmaker.fan.p33"],
  ["old", "Old fan", "office", "dmaker.fan.p33"],
  ["lamp-1", "Lamp 1", "office", "yeelink.light.color5"],
  ["lamp-2", "Lamp two", "office", "yeelink.light.color5"],
  ["plug-5", "Plug 5", "office", "chuangmi.plug.m3"],
  ["plug-6", "Plug 6", "office", "chuangmi.plug.m3"],
  ["spot-1", "Kitchen light 1", "kitchen", "yeelink.light.color5"],
  ["spot-2", "Kitchen light 2", "kitchen", "yeelink.light.color5"],
  ["night", "Mia's night light", "kid", "yeelink.light.color5"],
  ["ikea-left", "Ikea curtain left", "lounge", "dooya.curtain.m2"],
]);
const effects = (text: string): string[] => effectsOf(talk, text, "lounge");
/** What is done where every name is said as it is written. */
const plainly = (...texts: string[]): string[] => texts.flatMap(effects);

describe("the distinctive word of a name is enough to name the device", () => {
  it.each([
    ["turn on the osram", ["turn on the osram lamp"]],
    ["osram on please", ["turn on the osram lamp"]],
    ["switch the osram thing on", ["turn on the osram lamp"]],
    ["turn on the lamp by osram", ["turn on the osram lamp"]],
    ["turn the lamp osram on", ["turn on the osram lamp"]],
    ["turn off the wide one", ["turn off the wide lamp"]],
    ["turn off the short one", ["turn off the short lamp"]],
    ["turn off the wide one and the short one", ["turn off the wide lamp", "turn off the short lamp"]],
    ["get the old one off", ["turn off the old fan"]],
    ["turn off the vornado", ["turn off the vornado fan"]],
    ["vornado to 3", ["set the vornado fan to 3"]],
    ["wide one off", ["turn off the wide lamp"]],
    ["turn off the night light", ["turn off mia's night light"]],
    ["open the ikea left curtain", ["open ikea curtain left"]],
  ])("%s", (text, parts) => expect(effects(text)).toEqual(plainly(...parts)));

  it.each([
    "who founded osram",
    "call osram support",
    "order a new vornado",
    "stop being so wide",
    "is osram better than ikea",
    "how wide is the river",
  ])("a sentence that only mentions such a word does nothing: %s", (text) =>
    expect(effects(text)).toEqual(["unknown"]),
  );
});

describe("the number in a name is understood in any form", () => {
  it.each([
    ["turn on lamp one", ["turn on lamp 1"]],
    ["turn on lamp number 1", ["turn on lamp 1"]],
    ["lamp 2 on", ["turn on lamp two"]],
    ["turn on plug five", ["turn on plug 5"]],
    ["turn on socket 6", ["turn on plug 6"]],
    ["plug number six on", ["turn on plug 6"]],
    ["turn on light two in the kitchen", ["turn on kitchen light 2"]],
    ["turn on kitchen lights 1 and 2", ["turn on kitchen light 1", "turn on kitchen light 2"]],
    ["turn off lamp one and two", ["turn off lamp 1", "turn off lamp two"]],
    ["turn on kitchen light 1, 2", ["turn on kitchen light 1", "turn on kitchen light 2"]],
  ])("%s", (text, parts) => expect(effects(text)).toEqual(plainly(...parts)));

  it("a number that is in no name is a value", () => {
    expect(effects("set the wide lamp to 40")).toContain("living-room-wide-lamp light.brightness=40");
    expect(effects("set lamp one to 60 percent")).toContain("lamp-1 light.brightness=60");
  });

  it.each(["turn on plug 7", "turn on lamp 9"])(
    "a device with a number that does not exist is not found: %s",
    (text) => {
      expect(effects(text).join(" ")).not.toContain("on=true");
    },
  );
});

const zh = talkWithDevices("zh", { living: "客厅", study: "书房" }, [
  ["one", "灯1", "living", "yeelink.light.color5"],
  ["two", "灯2", "living", "yeelink.light.color5"],
  ["plug-3", "插座3", "study", "chuangmi.plug.m3"],
  ["plug-4", "插座4", "study", "chuangmi.plug.m3"],
]);

describe("名字里的数字怎么说都行", () => {
  it.each([
    ["打开灯一", "打开灯1"],
    ["关掉灯二", "关掉灯2"],
    ["打开灯2号", "打开灯2"],
    ["把插座三打开", "打开插座3"],
    ["关掉插座四", "关掉插座4"],
  ])("%s", (text, plain) => expect(effectsOf(zh, text, "living")).toEqual(effectsOf(zh, plain, "living")));
});
