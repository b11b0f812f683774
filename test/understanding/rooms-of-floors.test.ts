import { describe, expect, it } from "vitest";
import { plannedDevices } from "../support/planned-commands.ts";
import { talkIn } from "../support/speak.ts";

const talk = talkIn("house");

describe("a floor beside a room only selects the room", () => {
  it.each([
    ["打开楼下厨房的吸顶灯", "打开厨房的吸顶灯"],
    ["二楼主卧的空调打开", "主卧的空调打开"],
    ["把一楼客厅的窗帘拉上", "把客厅的窗帘拉上"],
    ["三楼的书房风扇打开", "书房风扇打开"],
    ["关掉一楼餐厅的灯", "关掉餐厅的灯"],
    ["turn on the lights in the upstairs master bedroom", "turn on the lights in the master bedroom"],
    ["turn off the downstairs kitchen lights", "turn off the kitchen lights"],
    ["close the downstairs living room curtains", "close the living room curtains"],
    ["turn the top floor study fan on", "turn the study fan on"],
    ["switch off all lights in the downstairs kitchen", "switch off all lights in the kitchen"],
  ])("%s", (text, plain) => {
    const meant = plannedDevices(talk, plain);
    expect(meant.every((each) => !/^(refuse|ask|unknown)/.test(each))).toBe(true);
    expect(plannedDevices(talk, text)).toEqual(meant);
  });

  it.each([
    "打开楼上厨房的灯",
    "楼下主卧的空调打开",
    "turn on the upstairs kitchen lights",
    "turn off the downstairs master bedroom lights",
  ])("%s: there is none", (text) => expect(plannedDevices(talk, text)).toEqual(["refuse no-room"]));

  it.each([
    ["一楼和书房的窗帘都拉上", "一楼的窗帘都拉上"],
    ["turn off the lights on the ground floor and in the study", "turn off the lights on the ground floor"],
  ])("%s: both are meant where they are joined", (text, part) => {
    expect(plannedDevices(talk, text)).toEqual(expect.arrayContaining(plannedDevices(talk, part) as string[]));
  });
});
