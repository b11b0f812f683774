import { describe, expect, it } from "vitest";
import { plannedCommands } from "../support/planned-commands.ts";
import { talkIn } from "../support/speak.ts";

const flat = talkIn("flat", { room: "living" });

describe("a colloquial Chinese command means the same as its plain form", () => {
  it.each([
    // A wish beside another command is a command of its own, and no reason.
    ["电视打开，声音小点", "电视打开，把电视的声音调小一点"],
    ["灯打开，亮一点", "灯打开，把灯调亮一点"],
    // About so many.
    ["空调调高两三度", "空调调高两度"],
    ["俩灯都关了", "两个灯都关了"],
    // Verbs with what they come to, once more, tried, as the south says them.
    ["帮我将窗帘拉埋", "拉上窗帘"],
    ["灯弄熄咯", "关灯"],
    ["窗帘拉一拉，太阳晒屁股了", "拉上窗帘"],
    ["扫地机停一停，有电话", "扫地机停下"],
    ["把灯关暗一丢丢", "把灯调暗一点"],
    ["窗帘给我露条缝", "窗帘拉到10%"],
    ["让扫地的出来转两圈", "扫地机开始打扫"],
    ["扫地机回窝里待着", "扫地机回去充电"],
    ["空调再高个两度呗", "空调调高两度"],
    ["空调少一度", "空调调低一度"],
    ["电视别放那么大声", "电视声音小点"],
    ["电视给我换到下一个台", "电视下一个台"],
    // What is complained of, and with what is to be done the thing itself.
    ["空调忒冷", "空调太冷"],
    ["出门了灯还亮着，帮我关一下", "关灯"],
    ["灯怎么这么暗，调亮点", "灯调亮点"],
    ["空调冷得很，关了算求", "关空调"],
    ["空调关了算了", "关空调"],
    // What for.
    ["电视开开我瞅瞅新闻", "打开电视"],
    ["把灯调暗点我看会儿手机", "把灯调暗点"],
    ["看会儿电视，把灯关暗些", "把灯调暗点"],
    ["天黑咯，快把灯打开嘛", "打开灯"],
    ["扫地机去充电吧，没电了", "扫地机去充电"],
    ["外面凉快点了，把空调关了", "把空调关了"],
    // What stays stands before what it is told of.
    ["落地灯留着吸顶灯关了", "关吸顶灯"],
    ["电视开着落地灯关了", "关落地灯"],
  ])("%s", (text, as) => {
    expect(plannedCommands(flat, as)[0]).not.toBe("unknown");
    expect(plannedCommands(flat, text)).toEqual(plannedCommands(flat, as));
  });

  it.each([
    "窗帘没拉",
    "灯还亮着",
    "不要大灯，开小灯",
    "空调制冷关了",
    "净化器喜爱关了",
    "我出去转两圈",
    "我泡个面",
    "今天你最大",
    "这灯真亮",
  ])("%s commands nothing", (text) => expect(plannedCommands(flat, text)[0]).toBe("unknown"));

  it("an afterthought takes the command back", () =>
    expect(plannedCommands(flat, "打开空调，算了")).not.toEqual(plannedCommands(flat, "打开空调")));

  it("ending a mode that is a switch switches it off", () =>
    expect(plannedCommands(flat, "空调睡眠关掉")).toEqual(plannedCommands(flat, "关掉空调的睡眠模式")));
});
