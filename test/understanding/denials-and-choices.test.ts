import { describe, expect, it } from "vitest";
import { plannedCommands } from "../support/planned-commands.ts";
import { talkIn } from "../support/speak.ts";

const house = talkIn("house", { room: "living" });

describe("a denied act beside another one is not done", () => {
  it.each([
    ["不是开大门，是开射灯", "开射灯"],
    ["不是打开烤箱，是打开空调", "打开空调"],
    ["不是把大门打开，是把射灯打开", "把射灯打开"],
    ["不是要开大门，是要开射灯", "开射灯"],
    ["我说的是关大门，不是开", "关大门"],
    ["我要关烤箱，不是开", "关烤箱"],
    ["关烤箱不是开烤箱", "关烤箱"],
    ["不是关射灯，是电视", "关电视"],
    ["大门不是打开，是锁上", "锁上大门"],
    ["not open the garage, close it", "close the garage"],
    ["I said close the garage, not open it", "close the garage"],
    ["I want the heater off, not on", "heater off"],
  ])("%s", (text, as) => {
    expect(plannedCommands(house, as)[0]).not.toBe("unknown");
    expect(plannedCommands(house, text)).toEqual(plannedCommands(house, as));
  });

  it.each([
    ["射灯不是关了吗", ["answer"]],
    ["不是开着射灯吗", ["answer"]],
    ["不是，打开射灯", plannedCommands(house, "打开射灯")],
    ["不是打开射灯", ["leave"]],
  ])("%s", (text, expected) => expect(plannedCommands(house, text)).toEqual(expected));
});

describe("wanting none of something switches nothing on", () => {
  it.each([
    "nothing in the kitchen should be on",
    "nothing upstairs should be open",
    "none of the lights should be on",
    "I want nothing on in the study",
    "not a single light should be on",
  ])("%s", (text) => expect(plannedCommands(house, text)).toEqual(["unknown"]));

  it.each([
    ["nothing but the floor lamp on", "floor lamp on"],
    ["there's nothing on, turn off the TV", "turn off the TV"],
  ])("%s", (text, as) => expect(plannedCommands(house, text)).toEqual(plannedCommands(house, as)));
});

describe("an alternative of two things is never done for both", () => {
  it.each([
    "heater or AC on",
    "unlock the front door or the side door",
    "打开取暖器或者空调",
    "开大门还是侧门",
    "烤箱或者微波炉开一个",
  ])("%s asks which", (text) => expect(plannedCommands(house, text)).toEqual(["ask"]));

  it.each([
    "turn on the lights in the kitchen or the study",
    "open the curtains or the blind",
    "unlock the front door or open the curtains",
  ])("%s", (text) => expect(plannedCommands(house, text)).toEqual(["unknown"]));

  it.each([
    ["还是把射灯关了吧", "把射灯关了"],
    [
      "turn off all lights in here except the floor lamp or the spots",
      "turn off all lights in here except the floor lamp and the spots",
    ],
    ["dim the spots a bit or so", "dim the spots a bit"],
  ])("%s", (text, as) => {
    expect(plannedCommands(house, as)[0]).not.toBe("unknown");
    expect(plannedCommands(house, text)).toEqual(plannedCommands(house, as));
  });
});

describe("devices that were not named", () => {
  it.each(["全屋打开", "楼上打开", "整个家都打开"])("are not opened or heated: %s", (text) => {
    const done = plannedCommands(house, text);
    expect(done.length).toBeGreaterThan(1);
    expect(done.filter((each) => /door|lock|heater|oven|valve/.test(each))).toEqual([]);
  });

  it("are opened once they are named: 车库门打开", () =>
    expect(plannedCommands(house, "车库门打开")[0]).toMatch(/^garage-door/));

  it.each([
    ["关灯但是别关射灯", ["living-ceiling-light", "living-floor-lamp", "living-tv-strip"]],
    ["把客厅的灯关了但是别关落地灯", ["living-ceiling-light", "living-tv-strip", "living-spots"]],
  ])("are not switched outside the room: %s", (text, lamps) =>
    expect(plannedCommands(house, text).map((each) => each.split(" ")[0])).toEqual(lamps),
  );
});
