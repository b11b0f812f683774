import { describe, expect, it } from "vitest";
import { effectsOf } from "../support/effects.ts";
import { talkIn } from "../support/speak.ts";

const flat = talkIn("flat");
const house = talkIn("house");

describe("a question about a place outside the home is handed on", () => {
  it.each([
    "how warm is it in Paris",
    "how warm is it in paris today",
    "what is the humidity in Bangkok",
    "temperature in new york",
    "what's the Paris temperature",
    "what's the weather in london",
    "how warm is it in my car",
    "what was the temperature in Rome yesterday",
    "how hot did it get in Athens yesterday",
    "北京多少度",
    "上海现在多少度",
    "成都空气质量怎么样",
    "伦敦湿度多少",
    "巴黎的温度是多少",
    "现在北京气温多少",
    "昨天北京多少度",
    "我老家现在多少度",
  ])("%s", (text) => {
    expect(effectsOf(flat, text, "living")).toEqual(["unknown"]);
    expect(effectsOf(house, text, "living")).toEqual(["unknown"]);
  });
});

describe("a question about this home is answered in spite of further words", () => {
  it.each([
    "how warm is it",
    "how wram is it",
    "how warm is it in here",
    "how warm is it in the livng room",
    "what's the temperature in Celsius please",
    "hey buddy how warm is it",
    "how warm is it right now dude",
    "现在多少度",
    "哎呀现在多少度",
    "喵，现在多少度",
    "咱这屋多少度",
    "哥们儿现在几度",
    "客厅多少度",
  ])("%s", (text) => expect(effectsOf(flat, text, "living")).toEqual(["answer"]));
});
