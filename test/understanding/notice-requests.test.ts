import { describe, expect, it } from "vitest";
import { HomeIndex } from "../../src/understanding/names/home-index.ts";
import { noticeRequestIn } from "../../src/understanding/utterance/notices.ts";

/** A Monday evening: 20:00 in UTC. */
const NOW = Date.parse("2026-11-30T20:00:00Z");
const said = (text: string) => noticeRequestIn(text, { index: new HomeIndex(), now: NOW, timezone: "UTC" });
const until = (at: string) => ({ kind: "quiet", until: Date.parse(`2026-${at}:00Z`) });

describe("a request for notices is read in everyday words", () => {
  it.each([
    "any news?",
    "what's new?",
    "did anything happen while I was out?",
    "has anything happened while we were asleep",
    "Any new notifications?",
    "are there any notices?",
    "do I have any messages",
    "what did I miss?",
    "what have we missed while we were out",
    "did I miss anything?",
    "catch me up",
    "please read my notifications",
    "show me the unread notices",
    "is there any news for me?",
    "how many unread notices do I have",
    "有什么通知",
    "有什么通知吗？",
    "有没有新消息",
    "有新通知吗",
    "家里有什么消息",
    "我错过了什么",
    "我有没有错过什么通知",
    "念一下通知",
    "把未读的通知念一下",
    "有几条未读通知",
  ])("%s", (text) => expect(said(text)).toEqual({ kind: "asked", all: false }));

  it.each([
    "read the notices again",
    "show all notifications",
    "what were the last notices?",
    "再念一遍通知",
    "查看所有通知",
    "刚才有什么通知",
  ])("those that are read as well: %s", (text) => expect(said(text)).toEqual({ kind: "asked", all: true }));

  it.each([
    "mark them as read",
    "mark those read",
    "mark them all as read",
    "都看过了",
    "全都读完了",
    "mark everything as read please",
    "mark all the notices read",
    "clear my notifications",
    "dismiss all alerts",
    "I've read them all",
    "全部标为已读",
    "把通知都标记成已读",
    "都已读",
    "清空通知",
    "把所有通知清掉",
  ])("are marked as read: %s", (text) => expect(said(text)).toEqual({ kind: "read" }));
});

describe("a request for quiet is read with its end time", () => {
  it.each([
    ["don't bother me until eight", until("12-01T08:00")],
    ["stop sending me notifications until seven", until("12-01T07:00")],
    ["stop messaging me for two hours", until("11-30T22:00")],
    ["turn off notifications until tomorrow morning", until("12-01T07:00")],
    ["两个小时内免打扰", until("11-30T22:00")],
    ["通知先关掉到早上七点", until("12-01T07:00")],
    ["今晚别发通知了", { kind: "quiet", until: null }],
    ["Don't disturb us until 9 pm, please.", until("11-30T21:00")],
    ["do not disturb till tomorrow at seven", until("12-01T07:00")],
    ["don't text me before 7:30", until("12-01T07:30")],
    ["no notifications until tomorrow morning", until("12-01T07:00")],
    ["don't send me any notifications until midnight", until("12-01T00:00")],
    ["don't bother me for two hours", until("11-30T22:00")],
    ["mute notifications for the next 30 minutes", until("11-30T20:30")],
    ["leave me alone for half an hour", until("11-30T20:30")],
    ["leave us in peace until tomorrow evening", until("12-01T18:00")],
    ["八点前别打扰我", until("12-01T08:00")],
    ["明天早上七点之前不要给我发通知", until("12-01T07:00")],
    ["今晚十点以前别吵我", until("11-30T22:00")],
    ["明早之前别打扰我们", until("12-01T07:00")],
    ["别打扰我，到九点半", until("11-30T21:30")],
    ["接下来两个小时别打扰我", until("11-30T22:00")],
    ["半小时内不要发消息给我", until("11-30T20:30")],
    ["免打扰一个小时", until("11-30T21:00")],
    ["通知静音", { kind: "quiet", until: null }],
    ["Don’t bother me.", { kind: "quiet", until: null }],
    ["don't bother me", { kind: "quiet", until: null }],
    ["别打扰我", { kind: "quiet", until: null }],
  ])("%s", (text, expected) => expect(said(text)).toEqual(expected));

  it.each([
    "you can bother me again",
    "you may send notifications again",
    "turn notifications back on",
    "resume notifications",
    "可以打扰我了",
    "恢复通知",
    "取消勿扰",
  ])("no longer: %s", (text) => expect(said(text)).toEqual({ kind: "loud" }));

  it.each([
    "don't bother me until the washing machine is done",
    "don't bother me until eight and turn off the lamp",
    "洗衣机洗完之前别打扰我",
  ])("not until a time of day: %s", (text) => expect(said(text)).toBeNull());
});

describe("sentences about other things are no request for notices", () => {
  it.each([
    "what's on?",
    "play the news",
    "turn on the alarm",
    "is the alarm on?",
    "set an alarm for eight",
    "mark the door as important",
    "remind me at eight to read the news",
    "turn off the messages light",
    "are there any lights on?",
    "any windows open?",
    "is anything on?",
    "don't turn it off until eight",
    "don't wake me until eight",
    "do not disturb mode on the vacuum",
    "read the temperature",
    "tell me when the washer is done",
    "打开新闻",
    "播放新闻",
    "有什么灯开着",
    "有几盏灯开着",
    "八点提醒我吃药",
    "有提醒吗这个灯",
    "别关灯",
    "八点前别关灯",
    "别开",
    "取消提醒",
    "关掉闹钟",
  ])("%s", (text) => expect(said(text)).toBeNull());
});
