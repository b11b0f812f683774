import { describe, expect, it } from "vitest";
import { peopleStatementsIn } from "../../src/understanding/presence/read.ts";

const first = (text: string) => {
  const [found] = peopleStatementsIn(text);
  return found ? { ...found.meaning, who: found.who } : null;
};

describe("a sentence about people is read with its meaning and time", () => {
  it.each([
    ["where is Emma", { kind: "where", who: "Emma" }],
    ["Where's mum?", { kind: "where", who: "mum" }],
    ["which room is Emma in", { kind: "where", who: "Emma" }],
    ["do you know where Emma is?", { kind: "where", who: "Emma" }],
    ["where did Leo go", { kind: "where", who: "Leo" }],
    ["is Leo home", { kind: "whether", home: true, who: "Leo" }],
    ["is my mum back yet?", { kind: "whether", home: true, who: "my mum" }],
    ["can you tell me if Leo is home", { kind: "whether", home: true, who: "Leo" }],
    ["has Leo come home yet", { kind: "whether", home: true, came: true, who: "Leo" }],
    ["did Leo get home safely?", { kind: "whether", home: true, came: true, who: "Leo" }],
    ["is Emma out", { kind: "whether", home: false, who: "Emma" }],
    ["has Tom left for work", { kind: "whether", home: false, came: true, who: "Tom" }],
    ["when did Leo come home", { kind: "when", home: true, who: "Leo" }],
    ["what time did Leo get in last night", { kind: "when", home: true, who: "Leo" }],
    ["when did mum leave", { kind: "when", home: false, who: "mum" }],
    ["how long has Emma been out", { kind: "lasting", home: false, who: "Emma" }],
    ["since when is Emma home", { kind: "lasting", home: true, who: "Emma" }],
    ["and Leo?", { kind: "and", who: "Leo" }],
    ["what about mum", { kind: "and", who: "mum" }],
    ["Emma has left", { kind: "told", home: false, who: "Emma" }],
    ["Emma's home", { kind: "told", home: true, who: "Emma" }],
    ["Tom just got back", { kind: "told", home: true, who: "Tom" }],
    ["Leo's gone to school", { kind: "told", home: false, who: "Leo" }],
    ["Leo's back?", { kind: "whether", home: true, who: "Leo" }],
    ["小明在哪儿", { kind: "where", who: "小明" }],
    ["你知道小明去哪了吗？", { kind: "where", who: "小明" }],
    ["小明在家吗", { kind: "whether", home: true, who: "小明" }],
    ["小明回来了吗", { kind: "whether", home: true, came: true, who: "小明" }],
    ["小明到家没有", { kind: "whether", home: true, came: true, who: "小明" }],
    ["妈妈出门了吗", { kind: "whether", home: false, came: true, who: "妈妈" }],
    ["小明几点到家的", { kind: "when", home: true, who: "小明" }],
    ["昨天小明几点到家的", { kind: "when", home: true, who: "小明" }],
    ["妈妈什么时候出的门", { kind: "when", home: false, who: "妈妈" }],
    ["小明出门多久了", { kind: "lasting", home: false, who: "小明" }],
    ["那小明呢", { kind: "and", who: "小明" }],
    ["小明出门了", { kind: "told", home: false, who: "小明" }],
    ["小明放学回来了", { kind: "told", home: true, who: "小明" }],
    ["小明回来了？", { kind: "whether", home: true, who: "小明" }],
    ["小明回來了嗎", { kind: "whether", home: true, came: true, who: "小明" }],
  ])("is of somebody: %s", (text, said) => expect(first(text)).toEqual(said));

  it.each([
    ["who's home", "who", true],
    ["who is still at home right now?", "who", true],
    ["is anyone home", "any", true],
    ["is there anybody in?", "any", true],
    ["is everyone home", "all", true],
    ["are we all back?", "all", true],
    ["is everybody out", "all", false],
    ["has everyone left?", "all", false],
    ["is nobody home?", "all", false],
    ["is the house empty", "all", false],
    ["who's out", "who", false],
    ["who isn't home yet", "who", false],
    ["谁在家", "who", true],
    ["現在誰在家？", "who", true],
    ["家里现在有谁", "who", true],
    ["家里有人吗", "any", true],
    ["有没有人在家", "any", true],
    ["大家都在家吗", "all", true],
    ["都回来了吗", "all", true],
    ["都出门了吗", "all", false],
    ["家里没人吗", "all", false],
    ["谁还没回来", "who", false],
  ])("is of everybody: %s", (text, asks, home) =>
    expect(first(text)).toMatchObject({ kind: "anyone", asks, home, who: "" }),
  );

  it.each([
    ["who was home last night", true],
    ["who was here this afternoon", true],
    ["was anybody home yesterday", true],
    ["昨晚谁在家", false],
    ["今天下午谁在家", false],
  ])("is of a time: %s", (text, past) => {
    expect(peopleStatementsIn(text)[0]).toMatchObject({ meaning: { kind: "anyone" }, past });
    expect(peopleStatementsIn(text)[0]?.span).not.toBeNull();
  });

  it.each([
    "turn on Emma's lamp",
    "turn off the light in Emma's room",
    "when Emma comes home, turn on the light",
    "turn on the light when somebody gets home",
    "when will Emma be home",
    "who is at the door",
    "who turned on the light",
    "who left the light on",
    "who opened the door last night",
    "is anyone in the kitchen",
    "is the kitchen home theatre on",
    "who was home",
    "play home alone",
    "what's on at home",
    "remind me when Leo is home",
    "I'm home, turn on the lights",
    "let me know when Leo gets home",
    "did I leave the oven on",
    "打开小明房间的灯",
    "小明房间的灯开着吗",
    "小明回来就开灯",
    "等小明到家了把灯打开",
    "小明什么时候回来",
    "谁开的灯",
    "谁在门口",
    "厨房里有人吗",
    "我到家了，开灯",
    "小明回来的时候提醒我",
    "离家模式",
    "谁把门打开了",
    "有人按门铃吗",
    "家里的灯都关了吗",
  ])("is nothing of the kind: %s", (text) =>
    expect(peopleStatementsIn(text).filter(({ who }) => !/[房]/u.test(who))).toEqual([]),
  );
});
