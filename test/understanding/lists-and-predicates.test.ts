import { describe, expect, it } from "vitest";
import { plannedCommands } from "../support/planned-commands.ts";
import { talkIn } from "../support/speak.ts";

const house = talkIn("house", { room: "living" });

/** What both sentences come to when each is said alone. */
function alone(...texts: readonly string[]): readonly string[] {
  return texts.flatMap((text) => plannedCommands(house, text));
}

describe("the devices of a list share the predicate behind them", () => {
  const commands = ["开灯", "关灯", "打开窗帘", "灯和电视打开"];
  const things = [
    ["大门", "侧门"],
    ["取暖器", "空调"],
    ["烤箱", "电热毯"],
    ["大门", "烤箱"],
  ];
  const predicates = ["关上", "打开", "锁上", "关掉", "都关了", "不用开", "别关"];

  it("in Chinese, with any words before and between them", () => {
    for (const command of commands)
      for (const [one = "", other = ""] of things)
        for (const predicate of predicates) {
          const denied = /不用|别/.test(predicate);
          const expected = denied ? alone(command) : alone(command, `把${one}和${other}${predicate}`);
          const forms = [
            `，${one}和${other}`,
            `，${one}、${other}`,
            ...(denied ? [] : [`，把${one}和${other}`, `把${one}和${other}`]),
          ];
          for (const form of forms)
            expect(plannedCommands(house, command + form + predicate), command + form + predicate).toEqual(expected);
        }
  });

  it("in English", () => {
    for (const command of ["lights on", "turn the lights off", "curtains closed", "open the curtains"])
      for (const [one, other] of [
        ["front door", "side door"],
        ["heater", "AC"],
        ["TV", "electric blanket"],
      ])
        for (const predicate of one === "front door" ? ["locked", "unlocked"] : ["on", "off"]) {
          const list = `the ${one} and the ${other} ${predicate}`;
          expect(plannedCommands(house, `${command}, ${list}`), `${command}, ${list}`).toEqual(alone(command, list));
        }
  });

  it.each([
    ["lights on heater and AC off", ["lights on", "heater and AC off"]],
    ["open the curtains, the front door and the side door stay locked", ["open the curtains"]],
    ["turn off the spots, oven and heater stay on", ["turn off the spots"]],
    ["turn on the spots and the TV turn off the heater and the AC", ["spots and TV on", "heater and AC off"]],
    ["打开射灯和电视关掉取暖器和空调", ["打开射灯和电视", "关掉取暖器和空调"]],
    [
      "set the floor lamp to 40, the ceiling light and the TV strip to 60",
      ["floor lamp to 40", "ceiling light and TV strip to 60"],
    ],
    ["开灯，大门不用", ["开灯"]],
    [
      "turn off the heater and the blanket, the floor lamp and the TV on",
      ["heater and blanket off", "floor lamp and TV on"],
    ],
    [
      "turn on the TV, the spots and the floor lamp, heater and AC off",
      ["TV on", "spots on", "floor lamp on", "heater and AC off"],
    ],
    ["打开电视、音响，射灯和窗帘关上", ["打开电视", "打开音响", "把射灯和窗帘关上"]],
  ])("%s", (text, each) => expect(plannedCommands(house, text)).toEqual(alone(...each)));
});

describe("devices behind a predicate belong to it if no other predicate follows", () => {
  it.each([
    ["turn on the floor lamp, the TV and the AC", ["turn on the floor lamp", "turn on the TV", "turn on the AC"]],
    [
      "turn on the floor lamp, the TV and the AC, close the curtains",
      ["turn on the floor lamp", "turn on the TV", "turn on the AC", "close the curtains"],
    ],
    [
      "turn on the floor lamp, the TV and turn off the AC",
      ["turn on the floor lamp", "turn on the TV", "turn off the AC"],
    ],
    ["打开射灯，电视和空调，把窗帘关上", ["打开射灯", "打开电视", "打开空调", "把窗帘关上"]],
  ])("%s", (text, each) => expect(plannedCommands(house, text)).toEqual(alone(...each)));
});

describe("nothing is done if either predicate may be meant", () => {
  it.each([
    "关灯，大门，侧门打开",
    "turn on the TV, the heater, the blanket off",
    "turn on the TV and the heater and the blanket off",
  ])("%s", (text) => expect(plannedCommands(house, text)).toEqual(["unknown"]));

  it("打开灯，把大门 does not say what to do with the door", () =>
    expect(plannedCommands(house, "打开灯，把大门")).toEqual(["ask"]));
});

describe("a question about several devices changes none", () => {
  it.each(["are the front door and the side door locked", "is the heater and the oven off"])("%s", (text) =>
    expect(plannedCommands(house, text)).toEqual(["answer"]),
  );

  it.each(["turn on the lights, are the front door and the side door locked", "开灯，大门和侧门锁着吗"])("%s", (text) =>
    expect(plannedCommands(house, text).filter((each) => each.includes("lock"))).toEqual([]),
  );
});

describe("a denied act in a list without marks is not done", () => {
  it.each([
    ["打开射灯关窗帘别开大门", ["打开射灯", "关窗帘"]],
    ["打开窗帘关掉射灯先别开烤箱", ["打开窗帘", "关掉射灯"]],
    ["打开射灯关窗帘大门不要开", ["打开射灯", "关窗帘"]],
    ["打开空调关窗帘别把射灯关了", ["打开空调", "关窗帘"]],
    ["关掉射灯别关落地灯", ["关掉射灯"]],
    [
      "turn on the floor lamp close the curtains don't open the garage",
      ["turn on the floor lamp", "close the curtains"],
    ],
    ["turn on the AC don't turn on the heater close the curtains", ["turn on the AC", "close the curtains"]],
  ])("%s", (text, each) => expect(plannedCommands(house, text)).toEqual(alone(...each)));

  it.each(["别开射灯开窗帘", "don't turn on the heater"])("%s", (text) =>
    expect(plannedCommands(house, text)).toEqual(["leave"]),
  );
});

describe("锁 before a device is a verb", () => {
  it.each([
    ["射灯打开锁大门", ["打开射灯", "锁大门"]],
    ["打开射灯和电视锁大门", ["打开射灯", "打开电视", "锁大门"]],
    ["打开射灯落地灯锁大门", ["打开射灯", "打开落地灯", "锁大门"]],
  ])("%s", (text, each) => expect(plannedCommands(house, text)).toEqual(alone(...each)));

  it("打开门锁 is about the lock", () => expect(plannedCommands(house, "打开门锁")).toEqual(["ask"]));
});
