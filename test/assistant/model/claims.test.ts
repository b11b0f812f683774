import { describe, expect, it } from "vitest";
import { asksForAction, claimsDone } from "../../../src/assistant/model/claims.ts";

describe("a request for an action", () => {
  it.each([
    "turn off the lights",
    "Can you dim the lamp?",
    "please open the curtain",
    "it should be warmer in here",
    "I'd like the light off",
    "lights off, please",
    "I want to watch a movie",
    "remind me in ten minutes",
    "把灯关了",
    "能帮我关一下灯吗？",
    "请打开空调",
    "亮一点",
    "十分钟后提醒我",
  ])("%s", (text) => expect(asksForAction(text)).toBe(true));

  it.each([
    "is the window open?",
    "what is the temperature?",
    "how many lights are on",
    "客厅的灯开着吗",
    "空调能制冷吗？",
    "现在几度",
    "tell me which lights are on",
    "I want to know which lights are on in the house today",
    "hello there",
  ])("is not: %s", (text) => expect(asksForAction(text)).toBe(false));
});

describe("a claim", () => {
  it.each([
    "Done!",
    "I've turned on the light.",
    "The curtains have been closed.",
    "The lamp is now off.",
    "The light is off now.",
    "The door has now been locked.",
    "灯关掉啦",
    "Okay, turning on the fan.",
    "Sure, the heater will start.",
    "I'll remind you in ten minutes.",
    "I set the thermostat to 21 degrees for you.",
    "好的，已为您关闭客厅灯。",
    "灯打开了。",
    "空调已经调到26度。",
    "到时我会提醒您。",
    "已成功设置。",
  ])("%s", (reply) => expect(claimsDone(reply)).toBe(true));

  it.each([
    "Which lamp do you mean?",
    "There is no heater in this home.",
    "I cannot do that with these devices.",
    "这个家里没有暖气。",
    "您说的是哪一个灯？",
    "Okay, which room should I turn it on in?",
  ])("is not: %s", (reply) => expect(claimsDone(reply)).toBe(false));
});
