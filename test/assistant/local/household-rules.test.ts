import { describe, expect, it } from "vitest";
import { HOUSEHOLD, householdTalk } from "../../support/household-talk.ts";
import { personOf } from "../../support/people-of.ts";

const FLOOR_LAMP = "miot:living-floor-lamp";

describe("a rule about people who come or go", () => {
  it("is read back, and runs when it happens", async () => {
    const talk = await householdTalk();
    await talk.moves("emma", false);
    expect(await talk.reply("when Emma comes home, turn on the floor lamp")).toBe(
      "OK. When Emma comes home, I'll turn on the living room floor lamp.",
    );
    await talk.say("turn off the floor lamp");
    await talk.moves("ben", false);
    await talk.moves("ben", true);
    expect(talk.home.device(FLOOR_LAMP)?.state.get("light.on")?.value).toBe(false);
    await talk.moves("emma", true);
    expect(talk.home.device(FLOOR_LAMP)?.state.get("light.on")?.value).toBe(true);
  });

  it("is told, paused and deleted by its trigger", async () => {
    const talk = await householdTalk();
    await talk.say("when Emma comes home, turn on the floor lamp");
    await talk.say("when Leo leaves, tell me");
    expect(await talk.reply("what runs when Emma comes home?")).toBe(
      "When Emma comes home, I'll turn on the living room floor lamp.",
    );
    expect(await talk.reply("what runs when I come home?", "emma")).toBe(
      "When Emma comes home, I'll turn on the living room floor lamp.",
    );
    expect(await talk.reply("what happens when Ben comes home")).toBe("Nothing is set for that.");
    await talk.say("pause the rule for when Leo leaves");
    expect(talk.planner.automations.list().map(({ definition }) => definition.enabled ?? true)).toEqual([true, false]);
    expect(await talk.reply("delete the rule for when Emma comes home")).toBe(
      'Cancelled "when Emma comes home, turn on the floor lamp".',
    );
    expect(talk.planner.automations.list()).toHaveLength(1);
  });

  it("is bounded by words, by its trigger or right after it was made", async () => {
    const talk = await householdTalk();
    await talk.say("when Emma comes home, turn on the floor lamp");
    expect(await talk.reply("only on weekdays")).toBe(
      "When Emma comes home, if it is a weekday, I'll turn on the living room floor lamp.",
    );
    // It is Thursday.
    expect(await talk.reply("pause the rule for when Emma comes home until Friday")).toBe(
      "When Emma comes home, if it is a weekday, I'll turn on the living room floor lamp. It is paused until tomorrow.",
    );
    await talk.say("小明回家就打开电视");
    expect(await talk.reply("小明回家的规则暂停到周五")).toBe("小明到家的时候，就打开客厅电视。暂停到明天。");
  });

  it("is made and run in Chinese", async () => {
    const talk = await householdTalk();
    expect(await talk.reply("小明回来就打开落地灯")).toBe("好的，小明到家的时候，就打开客厅落地灯。");
    expect(await talk.reply("小明回家的时候会做什么")).toBe("小明到家的时候，就打开客厅落地灯。");
    expect(await talk.reply("爸爸回家的时候会做什么")).toBe("没有为这个设置过什么。");
    expect(await talk.reply("删除小明回家的规则")).toBe("“小明回来就打开落地灯”取消了。");
    expect(talk.planner.automations.list()).toEqual([]);
  });

  it('about "me" asks who speaks where that is not known', async () => {
    const talk = await householdTalk();
    expect(await talk.reply("when I get home turn on the floor lamp")).toBe("Who are you? Tell me your name.");
    expect(talk.planner.automations.list()).toEqual([]);
    expect(await talk.reply("I'm Ben")).toBe("OK. When Ben comes home, I'll turn on the living room floor lamp.");
    expect(await talk.reply("我到家的时候打开电视")).toBe("你是谁？说一下你的名字。");
    expect(await talk.reply("小明")).toBe("好的，小明到家的时候，就打开客厅电视。");
    expect(await talk.reply("when I leave turn off the TV", "emma")).toBe(
      "OK. When Emma leaves, I'll turn off the living room TV.",
    );
  });

  it("is not made for a name that nobody has", async () => {
    const talk = await householdTalk();
    expect(await talk.reply("when Sophie comes home turn on the floor lamp")).toBe(
      "I don't know who “Sophie” is. I know Emma, Ben, Leo and 小明.",
    );
    expect(await talk.reply("李雷回家就打开落地灯")).toBe("我不知道“李雷”是谁，我只认识Emma、Ben、Leo和小明。");
    expect(talk.planner.automations.list()).toEqual([]);
  });

  it("turns off the lights of the whole home when the last one leaves", async () => {
    const talk = await householdTalk();
    const lights = (text: string): Promise<string> => talk.reply(text);
    expect(await lights("when the last person leaves turn off the lights")).toContain("the kitchen ceiling light");
    expect(await lights("最后一个人出门时关灯")).toContain("厨房吸顶灯");
  });
});

describe("a rule about several people", () => {
  const two = [...HOUSEHOLD, personOf("lily", "child")];

  it.each([
    [
      "when the kids have left turn off the floor lamp",
      "OK. When Leo leaves, or when Lily leaves, if Leo is away and Lily is away: turn off the living room floor lamp.",
    ],
    ["孩子都出门了就关落地灯", "好的，当Leo出门时，或当Lily出门时，如果Leo不在家且Lily不在家：关掉客厅落地灯。"],
  ])("runs when the last of them has left: %s", async (text, told) => {
    const talk = await householdTalk(two);
    const isOn = () => talk.home.device(FLOOR_LAMP)?.state.get("light.on")?.value;
    await talk.say("turn on the floor lamp");
    expect(await talk.reply(text)).toBe(told);
    await talk.moves("leo", false);
    expect(isOn()).toBe(true);
    await talk.moves("lily", false);
    expect(isOn()).toBe(false);
  });

  it("counts the time from when the last of them has left", async () => {
    const talk = await householdTalk(two);
    const isOn = () => talk.home.device(FLOOR_LAMP)?.state.get("light.on")?.value;
    await talk.say("turn on the floor lamp");
    await talk.say("when the kids have been out for 10 minutes turn off the floor lamp");
    await talk.moves("leo", false);
    await talk.until("2026-01-01T12:05:00Z");
    await talk.moves("lily", false);
    await talk.until("2026-01-01T12:14:00Z");
    expect(isOn()).toBe(true);
    await talk.until("2026-01-01T12:16:00Z");
    expect(isOn()).toBe(false);
  });
});

describe("a command with a condition that somebody is there", () => {
  it("is not run where they are out, or their presence is not known", async () => {
    const talk = await householdTalk();
    await talk.say("turn on the floor lamp");
    talk.people.there.set("ben", false);
    talk.people.there.set("leo", null);
    expect(await talk.reply("if Ben is home turn off the floor lamp")).toBe("Ben is away, so I haven't done anything.");
    expect(await talk.reply("if Leo is home turn off the floor lamp")).toBe(
      "I can't tell whether Leo is at home, so I haven't done anything.",
    );
    expect(await talk.reply("如果爸爸在家就关掉落地灯")).toBe("Ben不在家，所以什么都没做。");
    expect(await talk.reply("如果豆豆在家就关掉落地灯")).toBe("不知道Leo在不在家，所以什么都没做。");
    expect(talk.home.device(FLOOR_LAMP)?.state.get("light.on")?.value).toBe(true);
    await talk.say("if Emma is home turn off the floor lamp");
    expect(talk.home.device(FLOOR_LAMP)?.state.get("light.on")?.value).toBe(false);
    expect(talk.planner.automations.list()).toEqual([]);
  });
});

describe("a rule about a mode", () => {
  it("starts with the mode, or has the mode as a condition beside an event", async () => {
    const talk = await householdTalk();
    expect(await talk.reply("when night mode starts turn off the floor lamp")).toBe(
      "OK. When night mode begins, I'll turn off the living room floor lamp.",
    );
    expect(await talk.reply("离家模式下门开了就告诉我")).toBe(
      "好的，玄关门锁的门状态变为打开或虚掩的时候，如果家里处于离家模式，就发送通知“门开了”。",
    );
    expect(await talk.reply("what happens in night mode")).toBe(
      "Night mode switches nothing by itself. I tell you about what is open, what is unlocked and what cooks or heats. " +
        "When night mode begins, I'll turn off the living room floor lamp.",
    );
    await talk.say("turn on the floor lamp");
    await talk.reply("good night");
    await talk.settled();
    expect(talk.home.device(FLOOR_LAMP)?.state.get("light.on")?.value).toBe(false);
  });
});
