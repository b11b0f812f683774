import { describe, expect, it } from "vitest";
import { dueOf } from "../support/due-times.ts";

/** Said on Wednesday, 3 June 2026 at 10:00 in the living room. */
describe("an hour counts with its own day only", () => {
  it.each([
    ["每周一一点叫我遛狗", "rings 01:00 on 1: 遛狗"],
    ["周二二十二点提醒我收快递", "reminds 06-09 22:00: 收快递"],
    ["周四二十点提醒我打电话", "reminds 06-04 20:00: 打电话"],
    ["周六七点叫我", "rings 06-06 07:00"],
    ["明天一点提醒我交表", "reminds 06-04 13:00: 交表"],
    ["后天三点提醒我交表", "reminds 06-05 15:00: 交表"],
    ["后天三点叫我", "rings 06-05 03:00"],
    ["明晚零点提醒我抢票", "reminds 06-05 00:00: 抢票"],
    ["半夜十二点半关落地灯", "does at 06-04 00:30"],
    ["明早八点三十开落地灯", "does at 06-04 08:30"],
    ["五分钟后提醒我关火，锅里炖着汤", "reminds in 300: 关火"],
    ["设个二十分钟的倒计时，蒸馒头", "starts 1200: 蒸馒头"],
    ["再过十分钟叫我", "rings in 600"],
    ["七点一刻的时候提醒我下楼", "reminds 06-03 19:15: 下楼"],
    ["早上七点半响铃，工作日都响", "rings 07:30 on 1 2 3 4 5"],
    ["除了周日每天早上六点半叫我", "rings 06:30 on 1 2 3 4 5 6"],
    ["今晚八点提醒我追剧，别忘了", "reminds 06-03 20:00: 追剧"],
    ["后天要赶飞机，五点叫我", "rings 06-05 05:00"],
    ["后天要开会，晚上八点提醒我备课", "reminds 06-03 20:00: 备课"],
  ])("%s", (text, due) => expect(dueOf(text)).toEqual([due]));

  it.each(["七八点叫我", "每天早晚八点提醒我喝药", "国庆节早上七点叫我", "月底上午九点提醒我交租"])(
    "%s is no one moment that is known",
    (text) => expect(dueOf(text)).toEqual(["unknown"]),
  );

  it("一点 after a day may be a bit", () => expect(dueOf("今天一点也不冷，关空调")).toEqual(["do"]));
});

it("a time takes its own part of the day", () =>
  expect(dueOf("早上八点和晚上九点提醒我喝药")).toEqual(["reminds 06-04 08:00: 喝药", "reminds 06-03 21:00: 喝药"]));

describe("rough durations are read", () => {
  it.each([
    ["两三分钟后提醒我看锅", "reminds in 180: 看锅"],
    ["七八分钟后叫我", "rings in 480"],
    ["三四十分钟后叫我", "rings in 2400"],
    ["十来分钟后叫我", "rings in 600"],
    ["个把小时后叫我", "rings in 3600"],
    ["俩钟头以后叫我", "rings in 7200"],
    ["过一刻叫我", "rings in 900"],
    ["掐个表，六分钟", "starts 360"],
  ])("%s", (text, due) => expect(dueOf(text)).toEqual([due]));
});
