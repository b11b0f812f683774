import { describe, expect, it } from "vitest";
import { plannedCommands } from "../support/planned-commands.ts";
import { talkIn } from "../support/speak.ts";

const flat = talkIn("flat", { room: "living" });

describe("a running time is read from the activity of a device", () => {
  const hour = plannedCommands(flat, "空调开一个小时后关");
  it.each([
    "空调开一个小时就关",
    "空调再开一小时关掉",
    "空调再吹一个钟头就关了吧",
    "空调吹一小时后自动关",
    "空调多开一小时再关",
  ])("%s", (text) => expect(plannedCommands(flat, text)).toEqual(hour));

  it.each([
    ["风扇吹半小时", "风扇开半小时"],
    ["风扇转二十分钟", "风扇打开二十分钟"],
    ["净化器工作三小时", "净化器开三小时"],
    ["电视看四十分钟", "电视开四十分钟"],
  ])("%s is as %s", (text, as) => {
    expect(plannedCommands(flat, as)[0]).not.toBe("unknown");
    expect(plannedCommands(flat, text)).toEqual(plannedCommands(flat, as));
  });

  it.each([
    ["空调开到十点", "打开空调，十点关空调"],
    ["空调吹到晚上十一点半", "打开空调，晚上十一点半关空调"],
    ["风扇转到半夜两点就停", "打开风扇，半夜两点关风扇"],
  ])("%s is as %s", (text, as) => expect(plannedCommands(flat, text)).toEqual(plannedCommands(flat, as)));

  it.each([
    "空调每天吹一小时",
    "空调别吹一小时",
    "如果空调吹了一小时就关灯",
    "空调刚才吹了一小时",
    "吹一小时空调要多少电",
  ])("%s starts nothing of that", (text) =>
    expect(plannedCommands(flat, text).join()).not.toContain("living-ac air-conditioner.on=true"),
  );
});

describe("a timer and a wake-up call take the purpose behind them", () => {
  it.each(["倒计时三分钟泡面", "计时五分钟煮蛋", "来个十分钟的倒计时敷面膜", "八分钟计时炖汤", "倒计时二十分钟晾衣服"])(
    "%s",
    (text) => expect(plannedCommands(flat, text)).toEqual([expect.stringContaining("timer")]),
  );

  it.each(["七点叫孩子起床", "明早六点半喊老公起来", "周六八点叫娃起床", "六点一刻喊我妈起床", "每天七点叫宝宝起来"])(
    "%s",
    (text) => expect(plannedCommands(flat, text)).toEqual([expect.stringContaining("timer")]),
  );

  it.each(["倒计时三分钟关灯", "孩子七点叫我起床了吗"])("%s is no timer of that name", (text) =>
    expect(plannedCommands(flat, text).join()).not.toMatch(/^timer/),
  );
});

describe("高不高 and the like are questions for a value", () => {
  it.each(["卧室湿度高不高", "空调温度低不低", "电视声音大不大", "风扇快不快", "空气质量正常吗"])("%s", (text) =>
    expect(plannedCommands(flat, text)).toEqual([expect.stringContaining("answer")]),
  );
});
