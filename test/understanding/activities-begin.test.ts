import { describe, expect, it } from "vitest";
import { plannedCommands } from "../support/planned-commands.ts";
import { talkIn } from "../support/speak.ts";
import { talkWithDevices } from "../support/talk-with-devices.ts";

const talk = talkWithDevices("zh", { kitchen: "厨房", wash: "阳台" }, [
  ["kitchen-dishwasher", "洗碗机", "kitchen", "jia.dishwasher.generic"],
  ["kitchen-kettle", "热水壶", "kitchen", "yunmi.kettle.r3"],
  ["wash-washer", "洗衣机", "wash", "dreame.washer.r1111"],
  ["kitchen-valve", "燃气阀门", "kitchen", "jia.valve.generic"],
]);
const house = talkIn("flat", { room: "study" });

describe("naming an activity starts the device that does it", () => {
  const dishes = plannedCommands(talk, "打开洗碗机");
  it.each([
    "洗碗机开始洗碗",
    "让洗碗机去洗碗",
    "洗碗机洗碗",
    "开始洗碗",
    "start washing the dishes",
    "have the dishwasher start washing the dishes",
  ])("%s", (text) => {
    expect(dishes[0]).toMatch(/^kitchen-dishwasher /);
    expect(plannedCommands(talk, text)[0]).toMatch(/^kitchen-dishwasher /);
  });

  it.each(["我在洗碗", "先别洗碗", "洗碗机在洗碗吗", "他说洗碗机开始洗碗", "热水壶洗碗", "I am washing the dishes"])(
    "%s begins nothing",
    (text) =>
      expect(plannedCommands(talk, text).some((each) => each.includes("=") || each.includes("start"))).toBe(false),
  );
});

describe("a device is found by a shorter word for it", () => {
  it.each([
    ["关燃气阀", "kitchen-valve"],
    ["把燃气阀关上", "kitchen-valve"],
  ])("%s", (text, device) => expect(plannedCommands(talk, text)[0]).toMatch(new RegExp(`^${device} `)));
});

describe("开大一点 raises the main setting of any device", () => {
  it.each([
    ["风扇开大一点", ["study-fan fan.on=true", "study-fan fan.fan-level=3"]],
    ["书房风扇开小一点", ["study-fan fan.fan-level=1"]],
    ["电视开大点", ["living-tv speaker.volume=24"]],
  ])("%s", (text, expected) => expect(plannedCommands(house, text).length).toBe(expected.length));

  it("开大一点 without a noun continues with the device before", async () => {
    const again = talkIn("flat", { room: "study" });
    await again.say("打开风扇");
    expect(Object.keys(await again.changes("开大一点"))).toEqual(["study-fan.fan.fan-level"]);
  });
});
