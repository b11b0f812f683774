import { describe, expect, it } from "vitest";
import { immediateCommands } from "../support/immediate-commands.ts";
import { talkWithDevices } from "../support/talk-with-devices.ts";

const en = talkWithDevices("en", { hall: "Hall", kitchen: "Kitchen", garage: "Garage" }, [
  ["lock", "Front door", "hall", "jia.lock.generic"],
  ["gate", "Garage door", "garage", "jia.garage-door.generic"],
  ["car", "Car", "garage", "jia.car.generic"],
  ["fridge", "Fridge", "kitchen", "jia.fridge.generic"],
  ["dishwasher", "Dishwasher", "kitchen", "jia.dishwasher.generic"],
  ["oven", "Oven", "kitchen", "chunmi.oven.x02"],
  ["heater", "Heater", "hall", "zhimi.heater.za2"],
]);
const zh = talkWithDevices("zh", { hall: "玄关", kitchen: "厨房", bath: "浴室", garage: "车库" }, [
  ["lock", "大门", "hall", "jia.lock.generic"],
  ["gate", "车库门", "garage", "jia.garage-door.generic"],
  ["car", "汽车", "garage", "jia.car.generic"],
  ["fridge", "冰箱", "kitchen", "jia.fridge.generic"],
  ["washer", "洗衣机", "bath", "dreame.washer.r1111"],
  ["oven", "烤箱", "kitchen", "chunmi.oven.x02"],
  ["bath-heater", "浴霸", "bath", "yeelink.bhf_light.v5"],
  ["boiler", "热水器", "bath", "viomi.waterheater.e8"],
]);

describe("a question whether a lock or heater can be opened or heated does not do it", () => {
  it.each([
    "is it possible to unlock the front door",
    "can the garage door be opened",
    "can I open the garage door",
    "may I unlock the front door",
    "will the garage door open",
    "could the heater be switched on",
  ])("%s", (text) => expect(immediateCommands(en, text)).toEqual(["asked"]));

  it.each(["大门可以打开吗", "大门能开吗", "车库门可以打开吗", "热水器能打开吗", "是不是可以打开大门"])("%s", (text) =>
    expect(immediateCommands(zh, text)).toEqual(["asked"]),
  );

  it.each([
    ["can you open the garage door", ["gate motor-control=1"]],
    ["could you unlock the front door please", ["lock locked=false"]],
    ["could I have the garage door open please", ["gate motor-control=1"]],
    ["can the heater be switched off", ["heater on=false"]],
  ])("a request does it: %s", (text, done) => expect(immediateCommands(en, text)).toEqual(done));

  it.each([
    ["能不能打开大门", ["lock locked=false"]],
    ["你能打开车库门吗", ["gate motor-control=1"]],
    ["可以帮我打开大门吗", ["lock locked=false"]],
    ["大门可以帮我打开吗", ["lock locked=false"]],
    ["麻烦把热水器打开", ["boiler on=true"]],
  ])("a request does it: %s", (text, done) => expect(immediateCommands(zh, text)).toEqual(done));
});

describe("a statement about a lock, door or heater commands nothing", () => {
  it.each(["the garage door opened", "garage door opened"])("%s", (text) =>
    expect(immediateCommands(en, text)).toEqual(["asked"]),
  );
  it.each(["汽车开了", "车窗开了", "车库门开了", "热水器开了", "暖风开了"])("%s", (text) =>
    expect(immediateCommands(zh, text)).toEqual(["asked"]),
  );
  it.each([
    ["I want the garage door opened", ["gate motor-control=1"]],
    ["get the garage door opened please", ["gate motor-control=1"]],
    ["heater on", ["heater on=true"]],
  ])("a wish commands it: %s", (text, done) => expect(immediateCommands(en, text)).toEqual(done));
});

describe("the door of an appliance is not a door of the house", () => {
  it.each([
    "open the fridge door",
    "close the dishwasher door",
    "open the door of the fridge",
    "shut the oven door",
    "unlock the car door",
  ])("%s", (text) => expect(immediateCommands(en, text).join()).toMatch(/^(?:refused [a-z-]+|left)$/));
  it.each(["打开冰箱门", "关上冰箱门", "打开洗衣机门", "把洗衣机的门打开", "打开烤箱门", "锁上车门"])("%s", (text) =>
    expect(immediateCommands(zh, text).join()).toMatch(/^(?:refused [a-z-]+|asked|left)$/),
  );
  it.each([
    ["open the garage door", ["gate motor-control=1"]],
    ["lock the hall door", ["lock locked=true"]],
  ])("%s", (text, done) => expect(immediateCommands(en, text)).toEqual(done));
});
