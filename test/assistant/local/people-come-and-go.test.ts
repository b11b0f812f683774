import { describe, expect, it } from "vitest";
import { peopleTalk } from "../../support/people-talk.ts";

describe("a statement that somebody comes or goes", () => {
  it.each([
    ["Emma has left", "emma", false, "OK, Emma is out."],
    ["Leo's gone to school", "leo", false, "OK, Leo is out."],
    ["Leo isn't home", "leo", false, "OK, Leo is out."],
    ["mum's out for the evening", "emma", false, "OK, Emma is out."],
    ["Emma's home", "emma", true, "OK, Emma is at home."],
    ["Leo just got back", "leo", true, "OK, Leo is at home."],
    ["the kids are back", "leo", true, "OK, Leo is at home."],
    ["小明出门了", "leo", false, "记下了，Leo出门了。"],
    ["妈妈去上班了", "emma", false, "记下了，Emma出门了。"],
    ["小明回来了", "leo", true, "记下了，Leo在家。"],
    ["小明刚刚出门", "leo", false, "记下了，Leo出门了。"],
    ["小明去学校了", "leo", false, "记下了，Leo出门了。"],
    ["小明回家了", "leo", true, "记下了，Leo在家。"],
    ["Mia went home", "mia", false, "OK, Mia is out."],
    ["小美回家了", "mia", false, "记下了，Mia出门了。"],
    ["小明放学到家了", "leo", true, "记下了，Leo在家。"],
  ])("is noted for another person, from an adult: %s", async (text, person, home, told) => {
    const talk = await peopleTalk();
    expect(await talk.reply(text, { person: "tom" })).toBe(told);
    expect(talk.there()).toEqual({ emma: null, tom: null, leo: null, mia: null, [person]: home });
  });

  it.each([
    ["I'm out", false, "OK, you're out."],
    ["I'm in", true, "OK, you're at home."],
    ["我不在家", false, "记下了，你出门了。"],
    ["我在家呢", true, "记下了，你在家。"],
  ])("is noted for the speaker: %s", async (text, home, told) => {
    const talk = await peopleTalk();
    expect(await talk.reply(text, { person: "leo" })).toBe(told);
    expect(talk.there()).toEqual({ emma: null, tom: null, leo: home, mia: null });
  });

  it.each([
    ["I'm leaving", false],
    ["I'm off to work", false],
    ["我出门了", false],
    ["I'm home", true],
    ["我到家了", true],
  ])("is noted for the speaker together with a change of mode: %s", async (text, home) => {
    const talk = await peopleTalk();
    await talk.modes.begin(home ? "away" : "home", { origin: { kind: "person" } });
    await talk.say(text, { person: "tom" });
    expect(talk.there()).toEqual({ emma: null, tom: home, leo: null, mia: null });
    expect(talk.modes.current().mode.id).toBe(home ? "home" : "away");
  });

  it.each([
    ["the guests have left", "OK, Mia is out."],
    ["客人走了", "记下了，Mia出门了。"],
  ])("is noted for guests while their mode is off, and confirmed: %s", async (text, told) => {
    const talk = await peopleTalk();
    await talk.reply("Mia's home", { person: "tom" });
    expect(await talk.reply(text, { person: "tom" })).toBe(told);
    expect(talk.there()).toMatchObject({ mia: false });
    expect(talk.modes.current().mode.id).toBe("home");
  });

  it.each(["everyone has left", "we've all gone out", "大家都出门了", "家里没人了"])(
    "is noted for everybody where an adult says that all have left: %s",
    async (text) => {
      const talk = await peopleTalk();
      for (const name of ["Emma", "Leo"]) await talk.reply(`${name}'s home`, { person: "tom" });
      await talk.say(text, { person: "tom" });
      expect(talk.there()).toMatchObject({ emma: false, leo: false });
      expect(talk.modes.current().mode.id).toBe("away");
    },
  );

  it.each([
    ["Good night", "good night", "night"],
    ["晚安", "晚安", "night"],
  ])("begins the mode also where a scene has that name: %s", async (name, text, mode) => {
    const talk = await peopleTalk();
    const steps = [{ target: { kind: "light" }, set: { "light.on": false } }];
    await talk.planner.scenes.save({ id: "own", name, steps }, { origin: { kind: "person" } });
    await talk.say(text, { person: "tom" });
    expect(talk.modes.current().mode.id).toBe(mode);
    expect((await talk.planner.runs.list()).map(({ of }) => of)).toEqual(["own"]);
  });

  it.each(["everyone has left", "大家都出门了"])("is not noted for everybody from a child: %s", async (text) => {
    const talk = await peopleTalk();
    await talk.reply("Emma's home", { person: "tom" });
    expect(await talk.reply(text, { person: "leo" })).toContain("Emma");
    expect(talk.there()).toMatchObject({ emma: true });
    expect(talk.modes.current().mode.id).toBe("home");
  });

  it.each([
    ["guest mode", "the guests have left"],
    ["访客模式", "客人走了"],
  ])("ends the mode of guests who have left: %s", async (mode, text) => {
    const talk = await peopleTalk();
    await talk.say(mode, { person: "tom" });
    expect(talk.modes.current().mode.id).toBe("guest");
    await talk.say(text, { person: "tom" });
    expect(talk.modes.current().mode.id).toBe("home");
    expect(talk.there()).toMatchObject({ mia: false });
  });

  it("begins the away mode once, and only when the last one has left", async () => {
    const talk = await peopleTalk();
    await talk.later("2026-01-01T12:00:00Z", { tom: true, leo: true });
    expect(await talk.reply("I'm leaving", { person: "tom" })).toBe(
      "Bye! Leo is still here, so I'm leaving everything as it is.",
    );
    expect(talk.there()).toMatchObject({ tom: false, leo: true });
    expect(talk.modes.current().mode.id).toBe("home");
    expect(await talk.reply("I'm leaving", { person: "leo" })).toMatch(/^Away mode is on/);
    await talk.modes.settled();
    expect(talk.there()).toMatchObject({ tom: false, leo: false });
    const begun = await talk.modes.changes({ from: 0, to: Number.MAX_SAFE_INTEGER });
    expect(begun.map(({ mode }) => mode)).toEqual(["away"]);
  });

  it('is confirmed with "nobody is home" for the last one', async () => {
    const talk = await peopleTalk();
    await talk.later("2026-01-01T12:00:00Z", { emma: false, tom: true, leo: false, mia: false });
    expect(await talk.reply("Tom has left", { person: "emma" })).toBe("OK, Tom is out. Nobody is at home now.");
    await talk.modes.settled();
    expect(talk.modes.current().mode.id).toBe("away");
  });

  it.each([
    ["Emma has left", "leo", "You can say that of yourself only; adults can say it of everybody."],
    ["小明出门了", "mia", "你只能说自己的情况，别人的要大人来说。"],
  ])("is not noted for another person from a child or a guest: %s", async (text, person, told) => {
    const talk = await peopleTalk();
    expect(await talk.reply(text, { person })).toBe(told);
    expect(Object.values(talk.there())).toEqual([null, null, null, null]);
  });

  it.each(["Tom or Leo is out", "either Tom or Leo is home", "小明或者妈妈出门了", "小明还是妈妈回来了"])(
    "is not noted where it is not clear who of several is meant: %s",
    async (text) => {
      const talk = await peopleTalk();
      await talk.say(text, { person: "tom" });
      expect(Object.values(talk.there())).toEqual([null, null, null, null]);
      expect(await talk.reply("Tom and Leo are out", { person: "emma" })).toBe("OK, Tom and Leo are out.");
    },
  );

  it("is not noted from a stranger", async () => {
    const talk = await peopleTalk();
    expect(await talk.reply("Emma has left", { stranger: true })).toBe("Only people of this home can say that.");
    expect(await talk.reply("小明出门了", { stranger: true })).toBe("这个要家里人来说。");
    await talk.say("I'm leaving", { stranger: true });
    expect(Object.values(talk.there())).toEqual([null, null, null, null]);
  });

  it("asks for a name where the speaker is not known", async () => {
    const talk = await peopleTalk();
    expect(await talk.reply("I'm out")).toBe('I don\'t know who is speaking. Say it with your name: "Emma is out".');
    expect(await talk.reply("我不在家")).toBe("我不知道是谁在说话。请带上名字说，比如“小明出门了”。");
    expect(Object.values(talk.there())).toEqual([null, null, null, null]);
  });

  it.each([
    "the light is out",
    "dinner is in",
    "the power is out",
    "the parcel has arrived",
    "Emma's lamp is out",
    "Emma's room is cold",
    "is Emma's lamp on?",
    "turn on the light when Emma is home",
    "if Emma has left, turn off the light",
    "Emma will be home at six",
    "Emma is coming home at six",
    "Emma is at the door",
    "小明房间的灯开了",
    "小明回来就开灯",
    "小明快回来了吧",
    "小明的灯关了",
    "小明要出门了记得关灯",
    "灯灭了",
    "快递到了",
  ])("is not found in other sentences: %s", async (text) => {
    const talk = await peopleTalk();
    await talk.say(text, { person: "tom" });
    expect(Object.values(talk.there())).toEqual([null, null, null, null]);
  });
});
