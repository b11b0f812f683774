import { describe, expect, it } from "vitest";
import { plannedCommands } from "../support/planned-commands.ts";
import { talkIn } from "../support/speak.ts";

const talk = talkIn("flat", { room: "living" });
const AC_OFF = ["living-ac air-conditioner.on=false"];
const AC_ON = ["living-ac air-conditioner.on=true"];
const LAMP_OFF = ["living-floor-lamp light.on=false"];

describe("a complaint about a device is the reason of a command and causes nothing itself", () => {
  it.each([
    ["空调太冷了，关了吧", AC_OFF],
    ["空调太冷了关了吧", AC_OFF],
    ["空调风太大了，关了它", AC_OFF],
    ["落地灯好刺眼，关掉", LAMP_OFF],
    ["落地灯晃眼睛关了吧", LAMP_OFF],
    ["灯太亮了，关掉落地灯", LAMP_OFF],
    ["卧室空调太冷了，关了吧", ["bedroom-ac air-conditioner.on=false"]],
  ])("%s", (text, expected) => expect(plannedCommands(talk, text)).toEqual(expected));
});

describe("a feeling right before a command causes nothing itself", () => {
  it.each([
    ["太热了打开空调", AC_ON],
    ["有点热把空调打开", AC_ON],
    ["好热啊打开空调", AC_ON],
    ["有点冷把空调关了", AC_OFF],
    ["太冷了关掉空调", AC_OFF],
    ["好亮把落地灯关了", LAMP_OFF],
  ])("%s", (text, expected) => expect(plannedCommands(talk, text)).toEqual(expected));
});

describe("a question about the abilities of a device changes nothing", () => {
  it.each(["空调能不能除湿", "空调可不可以制热", "风扇能不能摇头", "空调最低能调到多少度"])("%s", (text) =>
    expect(plannedCommands(talk, text).filter((effect) => effect.includes("="))).toEqual([]),
  );

  it("空调能不能调到除湿 is a request", () => {
    expect(plannedCommands(talk, "空调能不能调到除湿").some((effect) => effect.includes("mode="))).toBe(true);
  });
});
