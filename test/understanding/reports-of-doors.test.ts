import { describe, expect, it } from "vitest";
import { plannedCommands } from "../support/planned-commands.ts";
import { talkIn } from "../support/speak.ts";

const talk = talkIn("flat", { room: "living" });

describe("a possible report about a lock, water or heat leads to a question", () => {
  it.each(["门开了", "大门开了", "门锁开了", "门开了，把灯打开", "热水器开了", "快递来了门开了", "啊门开了"])(
    "%s",
    async (text) => {
      const { changes, reply } = { changes: await talk.changes(text), reply: await talk.reply(text) };
      expect(changes).toEqual({});
      expect(reply).toMatch(/？/);
    },
  );

  it.each([
    ["把门开了", { "hallway-lock.lock.locked": false }],
    ["帮我把大门开了", { "hallway-lock.lock.locked": false }],
    ["把门锁了", { "hallway-lock.lock.locked": true }],
  ])("%s is a command", async (text, changes) => {
    await talk.say(text === "把门锁了" ? "把门打开" : "把门锁上");
    expect(await talk.changes(text)).toEqual(changes);
  });
});

describe("a command beside a reason is refused if the home lacks its target", () => {
  it.each([
    "宝宝在爬地上凉把地暖打开",
    "我看不清楚路把走廊灯打开",
    "好像要下雨了把阳台窗户关上",
    "it's raining so close the skylight",
    "my feet are cold turn the floor heating on",
  ])("%s", (text) => expect(plannedCommands(talk, text).every((each) => each.startsWith("refuse"))).toBe(true));
});

describe("a state with 了 before a command is a reason", () => {
  it.each([
    ["没人了把电视关掉", ["living-tv television.on=false"]],
    ["客厅没人了把电视关掉", ["living-tv television.on=false"]],
    ["下雨了把客厅的窗帘关上", ["living-curtain curtain.motor-control=2"]],
    ["困了把电视关了", ["living-tv television.on=false"]],
    ["客人走了把电视关了", ["living-tv television.on=false"]],
  ])("%s", (text, expected) => expect(plannedCommands(talk, text)).toEqual(expected));

  it.each(["没人了就把电视关掉", "八点了把电视打开"])("%s is for then", (text) =>
    expect(plannedCommands(talk, text).some((each) => each.includes("="))).toBe(false),
  );
});

describe("a statement of a temperature sets nothing", () => {
  it.each(["the bedroom is 20 degrees", "the bedroom is the coldest room", "最冷的是卧室", "卧室是20度"])(
    "%s",
    async (text) => expect(await talk.changes(text)).toEqual({}),
  );

  it.each([
    ["set the floor lamp to the coldest", 6500],
    ["make the floor lamp the warmest", 1700],
    ["把落地灯调到最冷", 6500],
    ["落地灯调到最热", 1700],
  ])("%s is about its white", (text, kelvin) =>
    expect(plannedCommands(talk, text).at(-1)).toBe(`living-floor-lamp light.color-temperature=${kelvin}`),
  );
});

describe("a complaint does not reverse the command behind it", () => {
  it.each([
    "太热了别打开空调",
    "太热了不用开空调",
    "有点热不用开空调",
    "太热了要不要打开空调",
    "太热了为什么不打开空调",
    "太热了以后打开空调",
    "太热了提醒我打开空调",
    "太亮了先别关灯",
    "太吵了不用关电视",
    "空调太冷了别关",
    "太热了不用打开热水器",
  ])("%s", (text) => expect(plannedCommands(talk, text).filter((each) => each.includes("="))).toEqual([]));
});

describe("a cooking time is only set on request", () => {
  const house = talkIn("house", { room: "kitchen" });
  it.each([
    "don't set the air fryer for 12 minutes",
    "do not run the air fryer for 12 minutes",
    "air fryer 12 minutes ago",
    "the air fryer was set for 12 minutes",
    "cancel the air fryer for 12 minutes",
    "maybe set the air fryer for 12 minutes",
    "air fryer for 12 minutes or 15 minutes",
  ])("%s", (text) => expect(plannedCommands(house, text).filter((each) => each.includes("="))).toEqual([]));
});

// Two ways to read each pair took half a minute: the test would run out of its time.
it("a long run of function words is read in one way", () => {
  expect(plannedCommands(talk, `外面${"快要".repeat(28)}关灯`)).toEqual(["unknown"]);
});
