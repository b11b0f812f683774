import { describe, expect, it } from "vitest";
import { immediateCommands } from "../support/immediate-commands.ts";
import { talkWithDevices } from "../support/talk-with-devices.ts";

const en = talkWithDevices("en", { living: "Living room", bed: "Bedroom", garage: "Garage" }, [
  ["lamp", "Floor lamp", "living", "yeelink.light.color5"],
  ["strip", "Light strip", "living", "yeelink.light.strip6"],
  ["curtains", "Curtains", "living", "dooya.curtain.m2"],
  ["heater", "Heater", "living", "zhimi.heater.za2"],
  ["tv", "TV", "living", "jia.tv.generic"],
  ["ac", "Air conditioner", "bed", "xiaomi.airc.r24r00"],
  ["front", "Front door", "garage", "jia.lock.generic"],
  ["side", "Side door", "garage", "jia.lock.generic"],
]);
const zh = talkWithDevices("zh", { living: "客厅", bed: "主卧", hall: "玄关" }, [
  ["lamp", "落地灯", "living", "yeelink.light.color5"],
  ["strip", "灯带", "living", "yeelink.light.strip6"],
  ["ac", "空调", "living", "xiaomi.airc.r24r00"],
  ["bed-ac", "空调", "bed", "xiaomi.airc.r24r00"],
  ["heater", "取暖器", "living", "zhimi.heater.za2"],
  ["front", "大门", "hall", "jia.lock.generic"],
  ["side", "侧门", "hall", "jia.lock.generic"],
]);

describe("a command that is taken back without a mark is not carried out", () => {
  it.each([
    "turn on the heater no don't",
    "turn off the floor lamp wait no leave it",
    "open the curtains actually no",
    "unlock the front door not now",
    "turn on the heater i changed my mind",
    "switch the floor lamp on never mind",
    "turn on the TV scratch that",
  ])("%s", (text) => expect(immediateCommands(en, text)).toEqual(["leave"]));
  it.each([
    "打开空调算了不用了",
    "打开大门别了",
    "打开取暖器还是算了",
    "把大门打开等一下别开了",
    "打开落地灯别管了",
    "把取暖器打开先别",
  ])("%s", (text) => expect(immediateCommands(zh, text)).toEqual(["leave"]));
});

describe("only the right one of a repair is carried out", () => {
  it.each([
    ["unlock the front door sorry the side door", ["side locked=false"]],
    ["unlock the front door actually the side door", ["side locked=false"]],
    ["turn on the floor lamp no the light strip", ["strip on=true"]],
    ["turn the heater on no wait off", ["heater on=false"]],
    ["unlock the front door wait no lock it", ["front locked=true"]],
    ["turn on the floor lamp no wait turn on the light strip", ["strip on=true"]],
    ["turn on the floor lamp no rush", ["lamp on=true"]],
  ])("%s", (text, done) => expect(immediateCommands(en, text)).toEqual(done));
  it.each([
    ["打开大门说错了是侧门", ["side locked=false"]],
    ["打开取暖器算了打开落地灯", ["lamp on=true"]],
    ["打开取暖器算了还是关掉", ["heater on=false"]],
    ["打开落地灯不对灯带", ["strip on=true"]],
    ["算了打开落地灯", ["lamp on=true"]],
    ["打开落地灯不是打开灯带", ["lamp on=true"]],
  ])("%s", (text, done) => expect(immediateCommands(zh, text)).toEqual(done));
});

describe("an unclear repair does nothing", () => {
  it.each(["close the curtains no sorry", "turn on the heater no the other"])("%s", (text) =>
    expect(immediateCommands(en, text).join()).not.toContain("="),
  );
  it.each(["打开落地灯不是灯带", "太热了不是打开空调"])("%s", (text) =>
    expect(immediateCommands(zh, text).join()).not.toContain("="),
  );
});

describe("a complaint beside a command is only a reason", () => {
  it.each([
    ["主卧空调太冷了，别管", ["leave"]],
    ["主卧空调太冷了，客厅的调到27度", ["ac on=true", "ac target-temperature=27"]],
  ])("%s", (text, done) => expect(immediateCommands(zh, text)).toEqual(done));
  it("a complaint stays a reason if the command has a missing target", () =>
    expect(immediateCommands(en, "the TV is too loud, turn it off in the bedroom")).toEqual(["refused no-device"]));
});
