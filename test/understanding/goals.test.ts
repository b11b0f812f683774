import { describe, expect, it } from "vitest";
import { plannedCommands } from "../support/planned-commands.ts";
import { talkIn } from "../support/speak.ts";

const talk = talkIn("flat", { room: "living" });

describe('a number behind "a bit" is the new value', () => {
  it.each([
    ["大灯暗一点百分之二十就行", ["living-ceiling-light light.brightness=20"]],
    ["大灯调亮一些九十", ["living-ceiling-light light.brightness=90"]],
    ["音箱声音小点十五就够了", ["living-speaker speaker.volume=15"]],
    ["挂灯调暗点30", ["study-monitor-light light.brightness=30"]],
    ["客厅窗帘开小点百分之三十就好", ["living-curtain curtain.target-position=30"]],
    ["大灯再暗一点儿四十", ["living-ceiling-light light.brightness=40"]],
    ["dim the ceiling light a little 20 percent", ["living-ceiling-light light.brightness=20"]],
  ])("%s", (text, expected) => expect(plannedCommands(talk, text)).toEqual(expected));
});

describe("a number behind a verb alone, or of levels, is an amount", () => {
  it.each([
    ["大灯调暗百分之二十", ["living-ceiling-light light.brightness=60"]],
    ["音箱音量调小五", ["living-speaker speaker.volume=35"]],
    ["音箱大声点十", ["living-speaker speaker.volume=10"]],
    ["窗帘再关百分之四十", ["living-curtain curtain.target-position=60"]],
    ["客厅窗帘再关百分之二十五", ["living-curtain curtain.target-position=75"]],
    ["客厅窗帘关到百分之四十", ["living-curtain curtain.target-position=40"]],
    ["close the curtain another 40%", ["living-curtain curtain.target-position=60"]],
    ["dim the ceiling light by 20 percent", ["living-ceiling-light light.brightness=60"]],
  ])("%s", (text, expected) => expect(plannedCommands(talk, text)).toEqual(expected));

  it.each([
    ["空调低两度", 24],
    ["空调高三度", 29],
    ["空调低点儿两度", 24],
    ["热死了空调低两度", 24],
  ])("%s", (text, degrees) =>
    expect(plannedCommands(talk, text)).toContain(`living-ac air-conditioner.target-temperature=${degrees}`),
  );
});
