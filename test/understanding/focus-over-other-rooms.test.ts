import { describe, expect, it } from "vitest";
import { netChangesLine } from "../support/net-changes.ts";

describe("the focus takes precedence over devices elsewhere", () => {
  it.each<[turns: readonly string[], expected: string]>([
    // It pauses where it is, and the speaker plays on.
    [["打开扫地机", "暂停"], "living-vacuum.vacuum.status=2"],
    [["打开扫地机", "暂停", "继续"], "living-vacuum.vacuum.status=1"],
    // The wind of the air conditioner, which is on "auto", and no fan of another room.
    [["空调多少度", "风也小点"], ""],
    [["空调风大一点", "再大"], ""],
    [["烧水壶打不开吗", "电水壶烧到80度"], "kitchen-kettle.kettle.target-temperature=80"],
    [["浴霸开暖风", "灯也开"], "bathroom-heater.light.on=true, bathroom-heater.ptc-bath-heater.heating=true"],
    [["把床头灯调到最暗", "太暗了"], "bedroom-bedside-lamp.light.brightness=21"],
    [["空调调到25", "算了恢复吧"], ""],
    [["暂停音箱", "恢复"], "living-speaker.play-control.playing-state=1"],
    [["开灯", "灯要那个落地灯"], "living-floor-lamp.light.on=true"],
    [["关掉吸顶灯", "换落地灯"], "living-ceiling-light.light.on=false, living-floor-lamp.light.on=true"],
    [["空调风速三档", "风大点", "再大"], "living-ac.air-conditioner.on=true, living-ac.fan-control.fan-level=5"],
    [["开空调", "卧室的"], "living-ac.air-conditioner.on=true"],
    [["锁门", "锁好了吗", "打开"], ""],
    [
      ["客厅窗帘开30%", "卧室的50%", "两个都关上"],
      "living-curtain.curtain.current-position=0, living-curtain.curtain.target-position=0",
    ],
  ])("%j", async (turns, expected) => {
    expect(await netChangesLine(turns, { home: "flat", room: "living" })).toBe(expected);
  });
});
