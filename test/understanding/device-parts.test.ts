import { describe, expect, it } from "vitest";
import { plannedCommands, plannedDevices } from "../support/planned-commands.ts";
import { talkWithDevices } from "../support/talk-with-devices.ts";

const ROOMS = { hall: "Hall", kitchen: "Kitchen", living: "Living room", garage: "Garage", wash: "Laundry" };
const en = talkWithDevices("en", ROOMS, [
  ["garage-car", "Car", "garage", "jia.car.generic"],
  ["living-window", "Window sensor", "living", "isa.magnet.dw2hl"],
  ["living-lamp", "Ceiling fan", "living", "yeelink.light.fancl8"],
  ["living-heater", "Heater", "living", "zhimi.heater.za2"],
  ["wash-washer", "Washing machine", "wash", "dreame.washer.r1111"],
  ["hall-lock", "Front door", "hall", "jia.lock.generic"],
  ["kitchen-fryer", "Air fryer", "kitchen", "careli.fryer.maf07"],
  ["kitchen-light", "Ceiling light", "kitchen", "jia.light.white"],
  ["hall-light", "Ceiling light", "hall", "jia.light.white"],
]);
const zh = talkWithDevices("zh", { hall: "玄关", kitchen: "厨房", living: "客厅", wash: "洗衣房", yard: "院子" }, [
  ["yard-gate", "大门锁", "yard", "jia.lock.generic"],
  ["living-ac", "空调", "living", "xiaomi.airc.r24r00"],
  ["living-light", "吸顶灯", "living", "jia.light.white"],
  ["hall-light", "玄关灯", "hall", "jia.light.white"],
  ["living-heater", "取暖器", "living", "zhimi.heater.za2"],
  ["kitchen-fryer", "空气炸锅", "kitchen", "careli.fryer.maf07"],
]);

const LOCK = "physical-controls-locked.physical-controls-locked";

describe("a word behind a device means its own part or setting, not another device", () => {
  it.each([
    ["shut the car windows", ["garage-car car.windows=false"]],
    ["roll the windows of the car down", ["refuse no-property"]],
    ["open the windows of the car", ["garage-car car.windows=true"]],
    ["switch the ceiling fan on", ["living-lamp fan.on=true"]],
    ["put the ceiling fan off please", ["living-lamp fan.on=false"]],
    ["unlock the child lock of the heater", [`living-heater ${LOCK}=false`]],
    ["lock the buttons on the heater", [`living-heater ${LOCK}=true`]],
    ["unlock the trunk", ["unknown"]],
    ["unlock the front door", ["hall-lock lock.locked=false"]],
  ])("%s", (text, expected) => expect(plannedCommands(en, text)).toEqual(expected));

  it.each([
    ["大门锁上", ["yard-gate lock.locked=true"]],
    ["记得把大门锁好", ["yard-gate lock.locked=true"]],
    ["大门锁打开", ["yard-gate lock.locked=false"]],
    ["空调屏幕灯关了吧", ["living-ac indicator-light.on=false"]],
    ["把空调的显示灯关掉", ["living-ac indicator-light.on=false"]],
    ["解开取暖器的童锁", [`living-heater ${LOCK}=false`]],
    ["取暖器童锁锁上", [`living-heater ${LOCK}=true`]],
  ])("%s", (text, expected) => expect(plannedCommands(zh, text)).toEqual(expected));
});

describe("a cooking time is set on the device itself", () => {
  const [timed, hot, started] = ["air-fryer.target-time", "air-fryer.target-temperature", "air-fryer.start-cook"];
  it.each([
    ["set the air fryer for 8 minutes", [`kitchen-fryer ${timed}=8`]],
    ["set the air fryer to 200 for 15 minutes", [`kitchen-fryer ${timed}=15`, `kitchen-fryer ${hot}=200`]],
    ["start the air fryer for 20 minutes", [`kitchen-fryer ${timed}=20`, `kitchen-fryer ${started}`]],
    ["turn off the air fryer in 20 minutes", ["later"]],
    ["turn on the air fryer in 5 minutes", ["later"]],
    ["turn the kitchen light on for 5 minutes", ["later"]],
  ])("%s", (text, expected) => expect(plannedCommands(en, text)).toEqual(expected));

  it.each([
    ["空气炸锅定八分钟", [`kitchen-fryer ${timed}=8`]],
    ["空气炸锅200度烤15分钟", [`kitchen-fryer ${timed}=15`, `kitchen-fryer ${hot}=200`]],
    ["炸锅定20分钟开始", [`kitchen-fryer ${timed}=20`, `kitchen-fryer ${started}`]],
    ["20分钟后关掉空气炸锅", ["later"]],
    ["五分钟后打开空气炸锅", ["later"]],
  ])("%s", (text, expected) => expect(plannedCommands(zh, text)).toEqual(expected));
});

describe("a repair without a comma replaces the target", () => {
  it.each([
    ["turn on the kitchen light no wait the hall light", ["hall-light"]],
    ["switch off the heater oh no I mean the ceiling fan", ["living-lamp"]],
    ["hall-lock the car no sorry lock the front door", ["hall-lock"]],
    ["put the hall light on scratch that the kitchen light", ["kitchen-light"]],
    ["hall light off or rather the kitchen light", ["kitchen-light"]],
  ])("%s", (text, expected) => expect(plannedDevices(en, text)).toEqual(expected));

  it.each([
    ["打开客厅的灯不对是玄关的灯", ["hall-light"]],
    ["把空调关了说错了是取暖器", ["living-heater"]],
    ["玄关灯打开哦不客厅的灯打开", ["living-light"]],
    ["空调调到二十度啊不二十三度", ["living-ac"]],
    ["关掉客厅灯啊不对玄关灯", ["hall-light"]],
  ])("%s", (text, expected) => expect(plannedDevices(zh, text)).toEqual(expected));
});

describe("a missing device does not take the command of the device beside it", () => {
  it.each([
    ["turn on the sauna and the heater", ["living-heater", "refuse no-device"]],
    ["switch off the heater and the sauna", ["living-heater", "refuse no-device"]],
  ])("%s", (text, expected) => expect(plannedDevices(en, text)).toEqual(expected));
});
