import { describe, expect, it } from "vitest";
import { plannedCommands } from "../support/planned-commands.ts";
import { talkIn } from "../support/speak.ts";

const flat = talkIn("flat", { room: "living" });
const SWING = "study-fan fan.horizontal-swing=";

describe("a function without a device belongs to the device named before", () => {
  it.each([
    ["风扇开二档，摇头", "true"],
    ["打开风扇并且摇头", "true"],
    ["把风扇调到三档左右摇头", "true"],
    ["打开风扇，别摇头", "false"],
    ["风扇二档不摇头", "false"],
  ])("%s", (text, value) => expect(plannedCommands(flat, text).at(-1)).toBe(`${SWING}${value}`));

  it("a function that the device lacks is refused", () =>
    expect(plannedCommands(flat, "打开台灯，摇头")).toEqual([
      "bedroom-bedside-lamp light.on=true",
      "refuse no-property",
    ]));
});

describe("what the speaker does meanwhile is no part of the command", () => {
  it.each([
    ["开电视看球赛", "开电视"],
    ["电视打开看会儿书", "电视打开"],
    ["开空调睡个午觉", "开空调"],
    ["打开窗帘透透气", "打开窗帘"],
    ["开风扇吹吹", "开风扇"],
    ["打开净化器除除味", "打开净化器"],
    ["打开落地灯和空调招待客人", "打开落地灯和空调"],
  ])("%s means the same as %s", (text, as) => {
    expect(plannedCommands(flat, as)[0]).not.toBe("unknown");
    expect(plannedCommands(flat, text)).toEqual(plannedCommands(flat, as));
  });

  it.each([
    ["空调开开", "空调开"],
    ["灯关关", "灯关"],
    ["窗帘拉拉", "窗帘拉"],
  ])("a repeated verb counts once: %s", (text, as) =>
    expect(plannedCommands(flat, text)).toEqual(plannedCommands(flat, as)),
  );
});

describe("a complaint about a device changes that device", () => {
  it.each([
    ["电视声音太大了", "living-tv"],
    ["电视太吵了", "living-tv"],
    ["the TV is way too loud", "living-tv"],
    ["the speaker is too quiet", "living-speaker"],
    ["电视听不清", "living-tv"],
    ["i can't hear the TV", "living-tv"],
  ])("%s", (text, device) =>
    expect(plannedCommands(flat, text)).toEqual([expect.stringMatching(new RegExp(`^${device} `))]),
  );
});

describe("a question may begin with a verb of looking or asking", () => {
  it.each(["瞅瞅电视关没关", "瞧一眼空调开着没有", "瞄厨房灯关了没", "确认一下大门锁了没", "问下客厅几度"])(
    "%s",
    (text) => expect(plannedCommands(flat, text)).toEqual(["answer"]),
  );
  it.each(["落地灯能玩出什么花样", "看电视", "我想看电视"])("%s is no question for a state", (text) =>
    expect(plannedCommands(flat, text)).not.toContain("answer"),
  );
});
