import { describe, expect, it } from "vitest";
import { type Talk, talkIn } from "../../support/speak.ts";

const on = (talk: Talk, handle: string) => talk.home.device(handle)?.state.get("switch.on")?.value;

describe("an essential device", () => {
  it("stays on when all plugs are switched off, and is named", async () => {
    const house = talkIn("house");
    expect(await house.reply("turn off all the plugs")).toMatch(
      /are off\. I've left the aquarium plug and the pond pump plug on\.$/,
    );
    expect([on(house, "garden-pump"), on(house, "study-printer")]).toEqual([true, false]);
  });

  it("stays on and is named in Chinese", async () => {
    const house = talkIn("house");
    expect(await house.reply("把所有插座都关了")).toMatch(/都关了。鱼缸和池塘水泵没动，还开着。$/);
    expect(on(house, "garden-pump")).toBe(true);
  });

  it.each(["turn off the pond pump", "关掉池塘水泵"])("is switched off by its name: %s", async (text) => {
    const house = talkIn("house");
    await house.say(text);
    expect(on(house, "garden-pump")).toBe(false);
  });

  it.each([
    [
      "the printer plug is essential",
      "Noted: the printer plug stays on when everything is switched off.",
      "the printer plug is not essential any more",
      "Noted: the printer plug may go off with everything else.",
    ],
    [
      "Mark the printer plug as essential.",
      "Noted: the printer plug stays on when everything is switched off.",
      "The printer plug isn't essential any more.",
      "Noted: the printer plug may go off with everything else.",
    ],
    [
      "never turn the printer plug off with everything else",
      "Noted: the printer plug stays on when everything is switched off.",
      "the printer plug can be turned off with everything else",
      "Noted: the printer plug may go off with everything else.",
    ],
    [
      "打印机插座不能断电",
      "记住了：全部关掉时，打印机不会关。",
      "打印机可以跟着一起关了",
      "记住了：打印机可以跟着一起关。",
    ],
    [
      "全部关掉的时候别关打印机插座",
      "记住了：全部关掉时，打印机不会关。",
      "把打印机插座设为普通设备",
      "记住了：打印机可以跟着一起关。",
    ],
    [
      "把打印机设为必须保持运行",
      "记住了：全部关掉时，打印机不会关。",
      "把打印机插座设为普通设备",
      "记住了：打印机可以跟着一起关。",
    ],
  ])("is marked and unmarked by sentences that switch nothing: %s", async (text, told, back, untold) => {
    const house = talkIn("house");
    expect(await house.reply(text)).toBe(told);
    expect([house.home.device("study-printer")?.essential, on(house, "study-printer")]).toEqual([true, true]);
    await house.say("turn off all the plugs");
    expect(on(house, "study-printer")).toBe(true);
    expect(await house.reply(back)).toBe(untold);
    await house.say("turn off all the plugs");
    expect(on(house, "study-printer")).toBe(false);
  });

  it.each([
    ["which devices are essential?", /^The aquarium plug, .* stay on when everything is switched off\.$/],
    ["哪些设备不能关？", /^全部关掉时不会关的有：.*。$/],
  ])("is listed when asked: %s", async (text, told) => {
    expect(await talkIn("house").reply(text)).toMatch(told);
  });

  it.each([
    "the door is essential for me to feel safe",
    "keep the printer plug on",
    "don't turn off the printer plug",
    "never turn the unicorn off with everything else",
    "别关打印机插座",
    "大家一起关灯",
  ])("is not marked by other sentences: %s", async (text) => {
    const house = talkIn("house");
    await house.say(text);
    expect(house.home.devices.filter(({ essentialMark }) => essentialMark !== null)).toEqual([]);
  });
});

describe("an essential device, in other words", () => {
  it.each([
    "never turn off the printer",
    "the printer is important, never switch it off",
    "make the printer plug essential",
    "the printer plug should always be on",
    "don't turn off the printer when I say turn everything off",
    "keep the printer plug on at all times",
    "打印机要一直开着",
    "打印机别断电，记住它是重要设备",
    "打印机很重要，千万别关",
    "永远不要关掉打印机",
  ])("is marked by a sentence that switches nothing: %s", async (text) => {
    const house = talkIn("house");
    expect(await house.changes(text)).toEqual({});
    expect(house.home.device("study-printer")?.essential).toBe(true);
  });

  it.each(["don't turn off the printer plug", "先别关打印机", "is the printer on", "打印机开着吗"])(
    "is not marked by commands and questions: %s",
    async (text) => {
      const house = talkIn("house");
      await house.say(text);
      expect(house.home.device("study-printer")?.essential).toBe(false);
    },
  );

  it.each([
    ["what can't be switched off", /the fridge/],
    ["which devices must always stay on", /the fridge/],
    ["哪些设备是不能关的", /冰箱/],
    ["哪些东西不能断电", /冰箱/],
  ])("is listed together with devices without a switch: %s", async (text, told) => {
    expect(await talkIn("house").reply(text)).toMatch(told);
  });
});
