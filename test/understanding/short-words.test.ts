import { describe, expect, it } from "vitest";
import { plannedCommands } from "../support/planned-commands.ts";
import { talkIn } from "../support/speak.ts";

const flat = talkIn("flat", { room: "living" });

describe("a short unknown word is left aside if it is a whole word", () => {
  it.each([
    ["客厅灯捻亮些", "客厅灯亮些"],
    ["空调麻溜地调到26度", "空调调到26度"],
    ["电视声音搁小点", "电视声音小点"],
    ["把电视甭磨叽关了", "unknown"],
  ])("%s: %s", (text, as) => {
    const expected = as === "unknown" ? ["unknown"] : plannedCommands(flat, as);
    if (as !== "unknown") expect(expected[0]).not.toBe("unknown");
    expect(plannedCommands(flat, text)).toEqual(expected);
  });

  it.each([
    "全屋断网",
    "灯泡坏了",
    "空调外机响",
    "电视柜打开",
    "打开空调费钱",
    "关灯睡不香",
    "窗帘轨道卡住打开不了",
    "灯罩掉下来了",
  ])("%s does nothing", (text) =>
    expect(plannedCommands(flat, text).some((each) => each.includes("=") || each.includes("living"))).toBe(false),
  );
});

describe("degree words go with any adjective", () => {
  it.each([
    ["灯再亮些", "灯亮一点"],
    ["灯柔一点", "灯暗一点"],
    ["电视再响一点点", "电视响一点"],
    ["电视更小声一些", "电视小声一点"],
    ["空调再凉快一点", "空调凉一点"],
    ["空调暖和些", "空调热一点"],
    ["风扇转慢些", "风扇慢一点"],
    ["风扇再猛点儿", "风扇快一点"],
    ["净化器再强一些", "净化器强一点"],
  ])("%s is as %s", (text, as) => {
    expect(plannedCommands(flat, as)[0]).not.toBe("unknown");
    expect(plannedCommands(flat, text)).toEqual(plannedCommands(flat, as));
  });
});

describe("everyday verbs for on, off, open and close are read", () => {
  it.each([
    ["台灯掐了吧", "关台灯"],
    ["空调摁掉", "关空调"],
    ["把台灯拧亮", "开台灯"],
    ["风扇转起来", "开风扇"],
    ["客厅窗帘撩开", "打开客厅窗帘"],
    ["客厅窗帘拉严实", "关上客厅窗帘"],
    ["扫地机回窝", "扫地机回去充电"],
  ])("%s is as %s", (text, as) => {
    expect(plannedCommands(flat, as)[0]).not.toBe("unknown");
    expect(plannedCommands(flat, text)).toEqual(plannedCommands(flat, as));
  });
});
