import { describe, expect, it } from "vitest";
import { dueOf } from "../support/due-times.ts";

/** Said on Wednesday, 3 June 2026 at 10:00 in the living room. */
describe("a clock time keeps its minutes in every wording", () => {
  it.each([
    ["turn the floor lamp on at eight forty five pm", "06-03 20:45"],
    ["turn the floor lamp off around nine oh five this evening", "06-03 21:05"],
    ["by seven twenty pm turn on the floor lamp", "06-03 19:20"],
    ["floor lamp off at 11 10 pm", "06-03 23:10"],
    ["turn on the floor lamp at 6.45 pm", "06-03 18:45"],
    ["turn on the floor lamp at 8 p.m.", "06-03 20:00"],
    ["turn the floor lamp on at quarter to nine tonight", "06-03 20:45"],
    ["at twenty five past three turn the floor lamp on", "06-03 15:25"],
    ["turn the floor lamp off at ten minutes to one", "06-03 12:50"],
    ["turn the floor lamp off at half eleven tonight", "06-03 23:30"],
    ["turn the floor lamp off at five to midnight", "06-03 23:55"],
    ["turn the floor lamp on at quarter past noon", "06-03 12:15"],
    ["turn the floor lamp on at ten to twelve", "06-03 11:50"],
    ["turn the floor lamp on at 0615", "06-03 18:15"],
    ["晚上九点一刻打开落地灯", "06-03 21:15"],
    ["下午四点三刻关掉落地灯", "06-03 16:45"],
    ["差十分七点打开落地灯", "06-03 18:50"],
    ["下午差一刻一点打开落地灯", "06-03 12:45"],
    ["晚上十点差五分关掉落地灯", "06-03 21:55"],
    ["晚上八点零五打开落地灯", "06-03 20:05"],
    ["晚上七点过十分打开落地灯", "06-03 19:10"],
    ["下午五点五十打开落地灯", "06-03 17:50"],
  ])("%s", (text, at) => expect(dueOf(text)).toEqual([`does at ${at}`]));
});

describe("two numbers that are no clock time keep their meaning", () => {
  it.each([
    "dim the floor lamp from 20 to 10 percent",
    "set the floor lamp to 20 to 10",
    "dim the floor lamp by ten to five percent",
    "落地灯调到20点5度",
  ])("%s", (text) => expect(dueOf(text).filter((each) => each.startsWith("does at"))).toEqual([]));
});

describe("a time that does not exist is refused and never used as a value", () => {
  it.each([
    "turn the floor lamp off at 24:30",
    "turn the floor lamp on at 7:61",
    "set the floor lamp for 31:00",
    "wake me at six sixty five",
    "turn the floor lamp on at 27 o'clock",
    "turn the floor lamp on on February 30 at 8 pm",
    "把落地灯调到28点关",
    "三十点打开落地灯",
    "八点六十分打开落地灯",
    "十三月五号早上八点打开落地灯",
    "4月31号晚上八点打开落地灯",
  ])("%s", (text) => expect(dueOf(text)).toEqual(["refused no-time"]));
});

describe("a timing keeps its day with its hour", () => {
  it.each([
    ["on August 9 at 7 pm turn on the floor lamp", "08-09 19:00"],
    ["turn on the floor lamp at 7 pm on the 9th of August", "08-09 19:00"],
    ["turn on the floor lamp on the twenty first of July at noon", "07-21 12:00"],
    ["turn on the floor lamp on 1 May at 8 am", "05-01 08:00"],
    ["turn on the floor lamp in three days at 6 pm", "06-06 18:00"],
    ["in a week at 8 am turn the floor lamp on", "06-10 08:00"],
    ["turn the floor lamp on tomorrow at 7", "06-04 07:00"],
    ["8月9号晚上七点打开落地灯", "08-09 19:00"],
    ["十月一日早上八点打开落地灯", "10-01 08:00"],
    ["大后天晚上七点打开落地灯", "06-06 19:00"],
    ["三天后早上六点打开落地灯", "06-06 06:00"],
    ["下周三晚上八点打开落地灯", "06-10 20:00"],
  ])("%s", (text, at) => expect(dueOf(text)).toEqual([`does at ${at}`]));
});

describe("an unclear day is handed on", () => {
  it.each([
    "turn the floor lamp on this weekend at 8",
    "turn the floor lamp on on August 9",
    "turn the floor lamp on the 9th at 7 pm",
    "on Friday August 9 at 7 pm turn on the floor lamp",
    "tomorrow in two days at 7 turn the floor lamp on",
    "这周末早上八点打开落地灯",
    "8月9号打开落地灯",
    "九号晚上七点打开落地灯",
  ])("%s", (text) => expect(dueOf(text)).toEqual(["unknown"]));
});
