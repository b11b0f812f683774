import { describe, expect, it } from "vitest";
import { EMMAS_ROOMS, peopleTalk } from "../../support/people-talk.ts";

/** Emma is at home since yesterday evening; Tom left at 8:05, Leo came back at 16:20; nothing tells of Mia. It is 20:00. */
async function evening() {
  const talk = await peopleTalk({ at: "2025-12-31T10:00:00Z" });
  await talk.later("2025-12-31T10:00:00Z", { emma: true, tom: true, leo: true });
  await talk.later("2025-12-31T23:30:00Z", { leo: false });
  await talk.later("2026-01-01T00:05:00Z", { tom: false });
  await talk.later("2026-01-01T08:20:00Z", { leo: true });
  await talk.later("2026-01-01T12:00:00Z");
  return talk;
}

describe("questions who is at home", () => {
  it.each([
    ["where is Emma", "Emma is at home."],
    ["where's mum?", "Emma is at home."],
    ["do you know where Tom is", "Tom has been out since 8:05 this morning."],
    ["where are Emma and Tom", "Emma is at home and Tom is out."],
    ["where's everybody?", "Emma and Leo are at home, Tom is out, and nothing tells about Mia."],
    ["大家都在哪", "Emma和Leo都在家，Tom不在家，不清楚Mia在不在家。"],
    ["where is Mia", "Nothing tells whether Mia is at home."],
    ["is Leo home", "Yes, Leo is at home."],
    ["is Tom home?", "No, Tom has been out since 8:05 this morning."],
    ["is my mum back yet?", "Yes, Emma is at home."],
    ["is Mia in?", "Nothing tells whether Mia is at home."],
    ["has Leo come home?", "Yes, Leo came home at 16:20 this afternoon."],
    ["has Tom left?", "Yes, Tom left at 8:05 this morning."],
    ["are the kids home?", "Yes, Leo is at home."],
    ["is anyone home?", "Yes, Emma and Leo are at home."],
    ["who's home", "Emma and Leo are at home, and nothing tells about Mia."],
    ["who's out?", "Tom is out, and nothing tells about Mia."],
    ["is everybody out", "No, Emma and Leo are at home, and nothing tells about Mia."],
    ["is everyone home", "No, Tom is out, and nothing tells about Mia."],
    ["when did Leo come home", "Leo came home at 16:20 this afternoon."],
    ["what time did Tom leave this morning?", "Tom left at 8:05 this morning."],
    ["when did mum leave", "I have no record of that."],
    ["how long has Tom been out", "For 11 hours 55 minutes, since 8:05 this morning."],
    ["who was home last night", "Emma, Tom and Leo were at home last night, and I don't know about Mia."],
    [
      "who was home this afternoon",
      "Emma and Leo (from 16:20) were at home this afternoon, and I don't know about Mia.",
    ],
    ["was Tom home this afternoon", "No, Tom was out this afternoon."],
    ["who left this morning", "Leo left at 7:30 this morning and Tom at 8:05 this morning."],
    ["谁在家", "Emma和Leo都在家，不清楚Mia在不在家。"],
    ["家里有人吗", "Emma和Leo都在家。"],
    ["小明在哪儿", "Leo在家。"],
    ["老公呢", "Tom不在家，今天早上8点05分出门的。"],
    ["小明回来了吗", "Leo在家，今天下午4点20分回来的。"],
    ["小美在家吗", "不清楚Mia在不在家。"],
    ["小明几点到家的", "Leo今天下午4点20分到家的。"],
    ["老公什么时候出的门", "Tom今天早上8点05分出门的。"],
    ["妈妈什么时候出的门", "这个我没有记录。"],
    ["老公出门多久了", "11小时55分钟了，从今天早上8点05分开始。"],
    ["都出门了吗", "Emma和Leo都在家，不清楚Mia在不在家。"],
    ["大家都在家吗", "Tom不在家，不清楚Mia在不在家。"],
    ["昨晚谁在家", "昨晚Emma、Tom和Leo都在家，不清楚Mia在不在家。"],
    ["今天下午谁在家", "今天下午Emma和Leo（下午4点20分起）都在家，不清楚Mia在不在家。"],
    ["今天谁出门了", "Leo今天早上7点半出门的，Tom今天早上8点05分出门的。"],
  ])("are answered as far as it is known: %s", async (text, told) =>
    expect(await (await evening()).reply(text)).toBe(told),
  );

  it.each([
    [["is Leo home?", "and Tom?"], "No, Tom has been out since 8:05 this morning."],
    [["where is Emma", "what about Leo?"], "Leo is at home."],
    [["is Leo home?", "when did he get back?"], "Leo came home at 16:20 this afternoon."],
    [["小明在家吗", "那老公呢？"], "Tom不在家，今天早上8点05分出门的。"],
    [["小明在家吗", "他几点回来的"], "Leo今天下午4点20分到家的。"],
  ])("are continued by an elliptic question: %s", async ([before = "", text = ""], told) => {
    const talk = await evening();
    await talk.say(before);
    expect(await talk.reply(text)).toBe(told);
  });

  it.each([
    ["is Zoe home?", "I don't know anybody called Zoe."],
    ["where is Zoe", "I don't know anybody called Zoe."],
    ["when did Zoe come home", "I don't know anybody called Zoe."],
    ["is zoe home", "I don't know anybody called zoe."],
    ["小红在家吗", "我不认识“小红”。"],
    ["小红在哪", "我不认识“小红”。"],
    ["is my brother home?", "I don't know anybody called brother."],
    ["我弟弟在家吗", "我不认识“弟弟”。"],
  ])("name nobody else where nobody has the name: %s", async (text, told) => {
    const talk = await evening();
    expect(await talk.reply(text)).toBe(told);
    expect(await talk.reply(text, { plainOnly: true })).toBe("(handed on)");
  });

  it('tell the speaker as "you"', async () => {
    const talk = await evening();
    expect(await talk.reply("who's home?", { person: "emma" })).toBe(
      "You and Leo are at home, and nothing tells about Mia.",
    );
    expect(await talk.reply("when did I get home?", { person: "leo" })).toBe("You came home at 16:20 this afternoon.");
    expect(await talk.reply("我几点到家的", { person: "leo" })).toBe("你今天下午4点20分到家的。");
  });

  it.each([
    ["remember that my husband is Tom", "is my husband home?", "No, Tom has been out since 8:05 this morning."],
    ["remember that Leo is my son", "where's my son?", "Leo is at home."],
    ["记住我儿子是小明", "我儿子在家吗", "Leo在家。"],
  ])("find people by remembered facts: %s", async (told, text, answer) => {
    const talk = await evening();
    await talk.say(told, { person: "emma" });
    expect(await talk.reply(text, { person: "emma" })).toBe(answer);
    expect(await talk.reply(text, { person: "mia" })).not.toBe(answer);
  });

  it("tell the room of a person who was seen in one", async () => {
    const talk = await evening();
    talk.send(EMMAS_ROOMS.replace("+", "kitchen"), '{"distance": 1.2}');
    expect(await talk.reply("where is Emma?")).toBe("Emma is in the kitchen.");
    expect(await talk.reply("妈妈在哪")).toBe("Emma在厨房。");
    expect(await talk.reply("is Emma home?")).toBe("Yes, Emma is at home, in the kitchen.");
  });

  it("tell when somebody came who has left again, and every time of a day", async () => {
    const talk = await evening();
    await talk.later("2026-01-01T13:00:00Z", { leo: false });
    expect(await talk.reply("when did Leo come home?")).toBe(
      "Leo came home at 16:20 this afternoon, and left again at 21:00 this evening.",
    );
    expect(await talk.reply("when did Leo leave today?")).toBe(
      "Leo left at 7:30 this morning and at 21:00 this evening.",
    );
    expect(await talk.reply("小明几点到家的")).toBe("Leo今天下午4点20分到家的，今天晚上9点又出门了。");
  });

  it("tell children and guests who is at home, and not when others came and went", async () => {
    const talk = await evening();
    expect(await talk.reply("where is Tom?", { person: "leo" })).toBe("Tom has been out since 8:05 this morning.");
    const refused = "When others come and go, I only tell adults of this home.";
    expect(await talk.reply("when did Emma leave?", { person: "leo" })).toBe(refused);
    expect(await talk.reply("who was home last night?", { person: "mia" })).toBe(refused);
    expect(await talk.reply("昨晚谁在家", { person: "mia" })).toBe("别人什么时候进出，我只告诉家里的大人。");
  });

  it("tell strangers nothing", async () => {
    const talk = await evening();
    for (const text of ["where is Emma", "who's home", "is anyone home"])
      expect(await talk.reply(text, { stranger: true }), text).toBe("I only tell people of this home who is here.");
    expect(await talk.reply("谁在家", { stranger: true })).toBe("谁在家我只告诉家里人。");
  });

  it("are left to the sensors where nobody's presence is known", async () => {
    const talk = await peopleTalk();
    expect(await talk.reply("is anyone home?")).toBe("Yes, there's movement in the living room.");
    expect(await talk.reply("who's home?")).toBe("Nothing tells who is at home.");
    expect(await talk.reply("谁在家")).toBe("不清楚谁在家。");
  });

  it("are not answered in a home without people", async () => {
    const talk = await peopleTalk({ people: [] });
    for (const text of ["where is Emma", "who's home", "谁在家", "Emma has left"])
      expect(await talk.reply(text), text).toBe("(handed on)");
  });

  it.each([
    ["where is the vacuum", "The robot vacuum is in the living room."],
    ["扫地机在哪里", "扫地机器人在客厅。"],
    ["who is at the door", "(handed on)"],
    ["is the parcel here", "(handed on)"],
    ["where is my phone", "(handed on)"],
    ["is dinner home", "(handed on)"],
    ["is Netflix back", "(handed on)"],
    ["is Summer back", "(handed on)"],
    ["快递到家了吗", "(handed on)"],
    ["谁在门口", "(handed on)"],
    ["遥控器在哪", "无线开关在主卧。"],
    ["when will Leo be home", "(handed on)"],
    ["小明什么时候回来", "(handed on)"],
  ])("do not include questions about things: %s", async (text, told) =>
    expect(await (await evening()).reply(text)).toBe(told),
  );

  it.each(["who turned on the light", "谁开的灯", "turn off the light in the study", "is the light on in the study?"])(
    "do not include questions about lights: %s",
    async (text) => {
      const without = await peopleTalk({ people: [] });
      expect(await (await evening()).reply(text)).toBe(await without.reply(text));
    },
  );
});
