import { describe, expect, it } from "vitest";
import { plannedDevices } from "../support/planned-commands.ts";
import { talkIn } from "../support/speak.ts";

const flat = talkIn("flat", { room: "living" });
const house = talkIn("house", { room: "hall" });

describe("a room holds for the devices joined to the first one, if they are in it", () => {
  it.each([
    ["主卧的灯和空调打开", ["bedroom-ac", "bedroom-bedside-lamp", "bedroom-ceiling-light"]],
    ["把卧室的窗帘跟空调都关了", ["bedroom-ac", "bedroom-curtain"]],
    ["卧室的加湿器、空调都关了", ["bedroom-ac", "bedroom-humidifier"]],
    ["turn on the bedroom lamp and AC", ["bedroom-ac", "bedroom-bedside-lamp"]],
    ["switch off the bedroom humidifier and air conditioner", ["bedroom-ac", "bedroom-humidifier"]],
  ])("%s", (text, expected) => expect(plannedDevices(flat, text)).toEqual(expected));

  it.each([
    ["健身房的落地扇和除湿机关掉", ["gym-dehumidifier", "gym-fan"]],
    ["艾玛的房间的小夜灯和电暖器打开", ["emma-heater", "emma-night-light"]],
    ["turn off the gym fan and dehumidifier", ["gym-dehumidifier", "gym-fan"]],
  ])("%s", (text, expected) => expect(plannedDevices(house, text)).toEqual(expected));
});

describe("a device that is not in the room, or has its own, keeps its place", () => {
  it.each([
    ["主卧的空调和电视打开", ["bedroom-ac", "living-tv"]],
    ["主卧的空调和客厅的空调都打开", ["bedroom-ac", "living-ac"]],
    ["turn on the bedroom AC and TV", ["bedroom-ac", "living-tv"]],
    ["turn on the bedroom lamp and the living room AC", ["bedroom-bedside-lamp", "living-ac"]],
  ])("%s", (text, expected) => expect(plannedDevices(flat, text)).toEqual(expected));
});
