import { describe, expect, it } from "vitest";
import { plannedDevices } from "../support/planned-commands.ts";
import { talkIn } from "../support/speak.ts";

const flat = talkIn("flat");
const house = talkIn("house");

describe("a room counts for the following commands as well", () => {
  it.each([
    ["把卧室的灯都关了，窗帘拉上", ["bedroom-ceiling-light", "bedroom-bedside-lamp", "bedroom-curtain"]],
    ["卧室空调开到25度，吸顶灯调到30%", ["bedroom-ac", "bedroom-ceiling-light"]],
    ["客厅窗帘拉开，空调关掉", ["living-curtain", "living-ac"]],
    ["先把卧室窗帘关上，再把空调打开，然后吸顶灯调到20", ["bedroom-curtain", "bedroom-ac", "bedroom-ceiling-light"]],
    ["卧室窗帘拉一半，顺便把空调打开", ["bedroom-curtain", "bedroom-ac"]],
    ["打开厨房的吸顶灯，窗帘拉上", ["kitchen-light", "ask"]],
    ["turn the bedroom AC on and close the curtains", ["bedroom-ac", "bedroom-curtain"]],
    [
      "switch off the ceiling light in the bedroom, then draw the curtains",
      ["bedroom-ceiling-light", "bedroom-curtain"],
    ],
    ["close the living room curtain and set the AC to 24", ["living-curtain", "living-ac"]],
    [
      "open the bedroom curtain, set the AC to 22 and dim the ceiling light to 30",
      ["bedroom-curtain", "bedroom-ac", "bedroom-ceiling-light"],
    ],
    ["set the living room AC to 23 degrees and the curtain to 40%", ["living-ac", "living-curtain"]],
  ])("%s", (text, expected) => {
    expect(plannedDevices(flat, text)).toEqual([...expected].sort());
  });

  it.each([
    ["打开落地灯，空调调到26度", ["living-ac", "living-floor-lamp"]],
    ["把床头灯关了，窗帘拉上", ["bedroom-bedside-lamp", "bedroom-curtain"]],
    ["turn on the floor lamp and set the AC to 26 degrees", ["living-ac", "living-floor-lamp"]],
    ["turn the humidifier on and close the curtain", ["bedroom-curtain", "bedroom-humidifier"]],
  ])("%s: near what was named", (text, expected) => expect(plannedDevices(flat, text)).toEqual(expected));

  it.each([
    ["客厅空调关掉，所有的窗帘都拉上", ["bedroom-curtain", "living-ac", "living-curtain"]],
    ["卧室窗帘拉上，客厅空调关掉", ["bedroom-curtain", "living-ac"]],
    ["把大门锁上，空调关了", ["ask", "hallway-lock"]],
    ["卧室空调打开，电视关掉", ["bedroom-ac", "living-tv"]],
    ["turn the living room AC off and close all the curtains", ["bedroom-curtain", "living-ac", "living-curtain"]],
    ["lock the front door and turn the AC off", ["ask", "hallway-lock"]],
    ["turn on the bedroom AC and turn the TV off", ["bedroom-ac", "living-tv"]],
  ])("%s: what is said to be elsewhere, or is, stays there", (text, expected) =>
    expect(plannedDevices(flat, text)).toEqual(expected),
  );

  it("does not replace the speaker's room if the sentence began with it", () => {
    expect(plannedDevices(talkIn("flat", { room: "living" }), "关掉落地灯，打开卧室的床头灯，把空调调到22")).toContain(
      "living-ac",
    );
  });
});

describe("a place without a thing means the same thing there", () => {
  it.each([
    ["客厅空调调到24，卧室的调到26", ["bedroom-ac", "living-ac"]],
    ["客厅的窗帘拉开，卧室的拉上", ["bedroom-curtain", "living-curtain"]],
    ["卧室空调关掉，客厅的也关掉", ["bedroom-ac", "living-ac"]],
    ["把卧室的吸顶灯关掉，客厅的打开", ["bedroom-ceiling-light", "living-ceiling-light"]],
    ["客厅的窗帘拉一半，卧室的都拉上", ["bedroom-curtain", "living-curtain"]],
  ])("%s", (text, expected) => expect(plannedDevices(flat, text)).toEqual(expected));

  it("never means other things in that place", () => {
    const upstairs = plannedDevices(house, "一楼的窗帘都拉上，二楼的拉开");
    expect(upstairs.every((handle) => /curtain|blind|sheer/.test(handle))).toBe(true);
    expect(upstairs.length).toBeGreaterThan(2);
  });
});
