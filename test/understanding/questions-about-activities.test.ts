import { describe, expect, it } from "vitest";
import { dueOf } from "../support/due-times.ts";
import { plannedCommands } from "../support/planned-commands.ts";
import { talkIn } from "../support/speak.ts";

const flat = talkIn("flat", { room: "living" });

describe("a question about an activity is answered by the device that does it", () => {
  it.each([
    ["衣服洗好没有", "洗衣机没在洗。"],
    ["米饭好了吗", "电饭煲没在煮。"],
    ["地拖完了没", "扫地机器人在充电。"],
    ["水烧开了没有", "电水壶现在58度。"],
    ["洗衣机洗到哪一步啦", "洗衣机关着。"],
    ["电饭煲的粥煮得咋样了", "电饭煲没在煮。"],
  ])("%s", async (text, reply) => expect(await flat.reply(text)).toBe(reply));

  it.each(["鸡蛋开了没", "作业做完了没"])("%s is about nothing here", (text) =>
    expect(plannedCommands(flat, text)).toEqual(["unknown"]),
  );
});

describe("only devices whose work ends by itself can be ready", () => {
  const house = talkIn("house", { room: "living" });

  it.each([
    ["is the floor lamp ready", "The floor lamp is on, at 45% and in day mode."],
    ["is the AC ready", "The living room air conditioner is off."],
    ["is the heater ready", "The living room heater is off."],
    ["is the fan done", "The fan in Leo's room is off. The study fan is off. The floor fan is off."],
  ])("so %s is told as it is", async (text, told) => expect(await house.reply(text)).toBe(told));

  it.each([
    ["is the dishwasher done", /dishwasher/],
    ["is the kettle ready", /kettle is at \d+ °C/],
    ["is the oven ready", /oven is off/],
    ["风扇停了没", /风扇都?关着/],
  ])("%s is answered", async (text, told) => expect(await house.reply(text)).toMatch(told));
});

describe("a request for a notice at the end of the work makes one", () => {
  it.each(["等衣服洗好了叫我", "衣服洗完跟我说一声", "洗衣机洗完了再提醒我"])("%s", (text) =>
    expect(dueOf(text)[0]).toMatch(/^whenever .*washer.*run-status/),
  );

  it.each(["作业写完了叫我", "菜炒好了喊我"])("%s has nothing here that could tell", (text) =>
    expect(dueOf(text)).toEqual(["unknown"]),
  );
});

describe("a choice between two, and a question whether something was done, is no command", () => {
  it.each(["出门前我是不是把空调关了", "晾衣架是升着还是降着", "开空调还是开风扇", "窗帘是拉开还是拉上的"])(
    "%s",
    (text) => expect(plannedCommands(flat, text).filter((each) => each.includes("="))).toEqual([]),
  );
});

describe("a question with a statement behind it stays a question", () => {
  it.each(["空调关没关我忘了", "大门锁了没我有点担心", "客厅热不热", "哪个屋最潮"])("%s", (text) =>
    expect(plannedCommands(flat, text)).toEqual(["answer"]),
  );

  it("the temperature of a room is not that of a washing machine in it", () =>
    expect(plannedCommands(flat, "阳台温度多少")).toEqual(["refuse no-property"]));
});

describe('"later" without a time is not now', () => {
  it.each([
    "过一会儿把落地灯关了",
    "等会儿把空调打开",
    "待会儿，把落地灯关了",
    "空调过一阵再关",
    "等一下再关落地灯",
    "开始做饭了",
  ])("%s", (text) => expect(plannedCommands(flat, text)).toEqual(["unknown"]));

  it.each([
    ["我休息一会儿，把落地灯关了", "把落地灯关了"],
    ["我待会儿要出门，把空调关了", "把空调关了"],
    ["我睡会儿把窗帘拉上", "把窗帘拉上"],
  ])("but %s tells why", (text, as) => expect(plannedCommands(flat, text)).toEqual(plannedCommands(flat, as)));
});

describe("a rule for an event is read in many wordings", () => {
  it.each([
    ["电视一开就把落地灯关掉", /living-tv television\.on=true/],
    ["电视关了以后把窗帘拉开", /living-tv television\.on=false/],
    ["卧室湿度降到四十以下就开加湿器", /relative-humidity <40/],
    ["大门没关好就提醒我", /door-state/],
    ["门铃响了告诉我一声", /doorbell-ring/],
    ["只要有人走过就打开落地灯", /motion-state=true/],
  ])("%s", (text, trigger) => expect(dueOf(text)[0]).toMatch(trigger));

  it.each(["拉上窗帘以后关灯", "提醒我下午三点下楼"])("%s waits for nothing", (text) =>
    expect(dueOf(text).filter((each) => each.startsWith("whenever"))).toEqual([]),
  );
});

it.each(["关一下书房的电脑", "书房的电脑打开"])("%s is about no program of a lamp", (text) =>
  expect(plannedCommands(flat, text)).toEqual(["refuse no-device"]),
);
