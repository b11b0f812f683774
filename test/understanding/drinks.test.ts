import { describe, expect, it } from "vitest";
import { effectsOf } from "../support/effects.ts";
import { planningIn, talkIn } from "../support/speak.ts";

const house = talkIn("house");
const flat = talkIn("flat");

describe("asking for a drink switches on the machine that makes it", () => {
  it.each([
    "make us a coffee",
    "brew me a cappuccino, would you",
    "could you pour me a cup of coffee",
    "a double espresso please",
    "I'd love a flat white",
    "get some fresh coffee going",
    "泡杯咖啡",
    "来一杯卡布奇诺",
    "麻烦给我冲一杯咖啡",
    "我想要一杯拿铁",
    "帮我磨点咖啡",
  ])("%s", (text) => expect(effectsOf(house, text)).toEqual(["kitchen-coffee coffee-machine.on=true"]));

  it.each([
    ["make me a coffee in twenty minutes", 20 * 60_000],
    ["brew some coffee in half an hour", 30 * 60_000],
    ["五分钟后煮杯咖啡", 5 * 60_000],
    ["半小时后给我泡一杯咖啡", 30 * 60_000],
  ])("a drink can be asked for at a time: %s", async (text, durationMs) => {
    const talk = await planningIn("house");
    expect(await talk.changes(text)).toEqual({});
    expect(talk.planner.timers.list().map((timer) => timer.durationMs)).toEqual([durationMs]);
  });

  it("a drink without a machine is refused", async () => {
    expect(await flat.reply("make me a coffee")).toMatch(/no coffee machine/);
    expect(await flat.reply("煮杯咖啡")).toMatch(/没有咖啡机/);
  });

  it("the machine is switched off by its name", async () => {
    const talk = talkIn("house");
    await talk.say("make me a coffee");
    expect(await talk.changes("turn off the coffee")).toEqual({ "kitchen-coffee.coffee-machine.on": false });
  });
});

describe("a statement about a drink makes none", () => {
  it.each([
    "I spilled my coffee on the floor lamp",
    "my brother can brew coffee",
    "somebody left a coffee in the hall",
    "coffee",
    "no coffee for me",
    "don't make coffee",
    "the coffee is cold",
    "tell me something about coffee",
    "咖啡洒在地上了",
    "我昨天喝了一杯咖啡",
    "别煮咖啡了",
    "咖啡",
    "他不喝咖啡",
    "孩子把咖啡打翻了",
  ])("%s", async (text) => expect(await talkIn("house").changes(text)).toEqual({}));
});
