import { describe, expect, it } from "vitest";
import { peopleTalk } from "../../support/people-talk.ts";

const IDS = ["emma", "tom", "leo", "mia"];

/** What of the people is otherwise than it was, keyed by id. */
async function changed(text: string, { yes = false, person }: { yes?: boolean; person?: string } = {}) {
  const talk = await peopleTalk();
  const before = new Map(talk.registry.saved.map(({ definition }) => [definition.id, JSON.stringify(definition)]));
  const said = person === undefined ? {} : { person };
  const told = [await talk.reply(text, said)];
  const waiting = talk.registry.saved.filter(
    (each) => before.get(each.definition.id) !== JSON.stringify(each.definition),
  );
  if (yes) {
    expect(waiting, "before the yes").toEqual([]);
    expect(talk.registry.saved).toHaveLength(IDS.length);
    told.push(await talk.reply(/\p{Script=Han}/u.test(text) ? "好的" : "yes", said));
  }
  const after = talk.registry.saved.map(({ definition }) => definition);
  return {
    told,
    gone: IDS.filter((id) => !after.some((each) => each.id === id)),
    now: after.filter((each) => before.get(each.id) !== JSON.stringify(each)),
  };
}

describe("the register of people, by sentences", () => {
  it.each([
    ["add Zoe as a guest until Sunday", "Zoe is a guest now, until Sun 4 Jan.", "Zoe", "guest", "2026-01-04"],
    ["add a guest called zoe", "Zoe is a guest now.", "Zoe", "guest", undefined],
    ["add my daughter Lily as a child", "Added Lily as a child.", "Lily", "child", undefined],
    ["添加客人小红到周日", "好，小红是客人，住到1月4日（周日）。", "小红", "guest", "2026-01-04"],
    ["add Grace as a guest", "Grace is a guest now.", "Grace", "guest", undefined],
    ["把小红加进来当客人", "已添加小红，是客人。", "小红", "guest", undefined],
    ["添加女儿莉莉", "已添加莉莉，是孩子。", "莉莉", "child", undefined],
  ])("gains a guest or a child: %s", async (text, told, name, role, until) => {
    const { now, told: replies } = await changed(text);
    expect(replies).toEqual([told]);
    expect(now).toMatchObject([{ name, role, ...(until !== undefined && { until }) }]);
    expect(now[0]?.until).toBe(until);
  });

  it.each([
    ["Zoe is staying until Sunday", "Shall I add Zoe as a guest until Sun 4 Jan?", "Zoe"],
    ["Zoe's staying with us for three days", "Shall I add Zoe as a guest until Sun 4 Jan?", "Zoe"],
    ["Zoe is visiting over the weekend", "Shall I add Zoe as a guest until Sun 4 Jan?", "Zoe"],
    ["Summer is staying until Sunday", "Shall I add Summer as a guest until Sun 4 Jan?", "Summer"],
    ["小红住到周日", "要把小红作为客人加进来，住到1月4日（周日）吗？", "小红"],
    ["小红再住三天", "要把小红作为客人加进来，住到1月4日（周日）吗？", "小红"],
    ["小红来住三天", "要把小红作为客人加进来，住到1月4日（周日）吗？", "小红"],
  ])("asks before an unknown name becomes a guest: %s", async (text, asked, name) => {
    const { now, told } = await changed(text, { yes: true });
    expect(told[0]).toBe(asked);
    expect(now).toMatchObject([{ name, role: "guest", until: "2026-01-04" }]);
  });

  it.each([
    ["Mia is staying until Tuesday", "Shall Mia stay until Tue 6 Jan?", "Mia is a guest now, until Tue 6 Jan."],
    ["Mia stays with us until Tuesday", "Shall Mia stay until Tue 6 Jan?", "Mia is a guest now, until Tue 6 Jan."],
    ["小美住到周二", "要让Mia住到1月6日（周二）吗？", "好，Mia现在是客人，住到1月6日（周二）。"],
  ])("extends the stay of a guest after a yes: %s", async (text, ...told) => {
    const done = await changed(text, { yes: true });
    expect(done.told).toEqual(told);
    expect(done.now).toMatchObject([{ id: "mia", role: "guest", until: "2026-01-06" }]);
  });

  it.each([
    ["Mia is staying until Saturday", "Mia is a guest now, until Sat 3 Jan."],
    ["小美住到周六", "好，Mia现在是客人，住到1月3日（周六）。"],
  ])("shortens the stay of a guest without a question: %s", async (text, told) => {
    const done = await changed(text);
    expect(done.told).toEqual([told]);
    expect(done.now).toMatchObject([{ id: "mia", until: "2026-01-03" }]);
  });

  it.each([
    ["make Emma a guest", "emma", "guest", "Shall I make Emma a guest?"],
    ["make Emma a guest until Sunday", "emma", "guest", "Shall I make Emma a guest until Sun 4 Jan?"],
    ["make Tom a child", "tom", "child", "Shall I make Tom a child?"],
    ["把妈妈改成客人", "emma", "guest", "要把Emma改成客人吗？"],
    ["把妈妈设为孩子", "emma", "child", "要把Emma改成孩子吗？"],
  ])("asks before it lowers a role: %s", async (text, id, role, asked) => {
    const { now, told } = await changed(text, { yes: true });
    expect(told[0]).toBe(asked);
    expect(now).toMatchObject([{ id, role }]);
  });

  it.each([
    ["Leo sleeps in the study", "leo", "Is the study Leo's own room?"],
    ["小明住书房", "leo", "书房是Leo自己的房间吗？"],
    ["妈妈睡主卧", "emma", "主卧是Emma自己的房间吗？"],
  ])("asks whether a room belongs to the person who sleeps there: %s", async (text, id, asked) => {
    const { now, told } = await changed(text, { yes: true });
    expect(told[0]).toBe(asked);
    expect(now).toMatchObject([{ id, room: expect.any(String) as string }]);
  });

  it.each([
    ["remove Mia", ["Shall I remove Mia? What is remembered for Mia goes as well.", "Removed Mia."], "mia"],
    [
      "Tom doesn't live here any more",
      ["Shall I remove Tom? What is remembered for Tom goes as well.", "Removed Tom."],
      "tom",
    ],
    ["删掉小美", ["要删除Mia吗？为Mia记住的事情也会一起删除。", "已删除Mia。"], "mia"],
    ["把小明从家里删掉", ["要删除Leo吗？为Leo记住的事情也会一起删除。", "已删除Leo。"], "leo"],
  ])("removes a person after a yes: %s", async (text, told, id) => {
    expect(await changed(text, { yes: true })).toEqual({ told, gone: [id], now: [] });
  });

  it("keeps a person after a no", async () => {
    const talk = await peopleTalk();
    await talk.say("remove Mia");
    await talk.say("no");
    expect(talk.people.get("mia")).toBeDefined();
  });

  it.each([
    ["make Leo an adult", "leo", "Shall I make Leo an adult? Adults may also add and remove people."],
    ["Leo is grown up now", "leo", "Shall I make Leo an adult? Adults may also add and remove people."],
    ["把小明改成大人", "leo", "要把Leo改成大人吗？大人可以添加和删除家里的成员。"],
  ])("makes a person an adult after a yes: %s", async (text, id, asked) => {
    const { told, now } = await changed(text, { yes: true });
    expect(told[0]).toBe(asked);
    expect(now).toMatchObject([{ id, role: "adult" }]);
  });

  it.each([
    [
      "add Zoe to the family",
      "Zoe",
      "Shall I add Zoe as an adult? Adults may also add and remove people.",
      "Added Zoe as an adult.",
    ],
    [
      "add my husband Ben",
      "Ben",
      "Shall I add Ben as an adult? Adults may also add and remove people.",
      "Added Ben as an adult.",
    ],
    ["添加家庭成员小红", "小红", "要把小红作为大人加进来吗？大人可以添加和删除家里的成员。", "已添加小红，是大人。"],
  ])("gains an adult after a yes: %s", async (text, name, ...told) => {
    const done = await changed(text, { yes: true });
    expect(done.told).toEqual(told);
    expect(done.now).toMatchObject([{ name, role: "adult" }]);
  });

  it("makes a guest an adult without an end", async () => {
    const { now } = await changed("make Mia an adult", { yes: true });
    expect(now).toMatchObject([{ id: "mia", role: "adult" }]);
    expect(now[0]?.until).toBeUndefined();
  });

  it.each([
    ["call Emma Em as well", "emma", "Em", "OK, Emma is also Em."],
    ["Tom is also called dad", "tom", "dad", "OK, Tom is also dad."],
    ["Leo's nickname is Bean", "leo", "Bean", "OK, Leo is also Bean."],
    ["小明也叫明明", "leo", "明明", "好，Leo也叫明明。"],
    ["小明的小名叫豆豆", "leo", "豆豆", "好，Leo也叫豆豆。"],
    ["管妈妈叫老妈", "emma", "老妈", "好，Emma也叫老妈。"],
    ["call Emma June too", "emma", "June", "OK, Emma is also June."],
  ])("gives a person another name: %s", async (text, id, alias, told) => {
    const { now, told: replies } = await changed(text);
    expect(replies).toEqual([told]);
    expect(now).toMatchObject([{ id, aliases: expect.arrayContaining([alias]) as string[] }]);
  });

  it.each([
    ["Emma's room is the study", "emma", "OK, the study is Emma's room."],
    ["the study is Leo's room", "leo", "OK, the study is Leo's room."],
    ["小明的房间是书房", "leo", "好，书房是Leo的房间。"],
  ])("gives a person a room: %s", async (text, id, told) => {
    const { now, told: replies } = await changed(text);
    expect(replies).toEqual([told]);
    expect(now).toMatchObject([{ id, room: "study" }]);
  });

  it.each([
    ["who lives here?", "Emma, Tom, Leo (child) and Mia (guest until Sun 4 Jan)."],
    ["who is in the family", "Emma, Tom, Leo (child) and Mia (guest until Sun 4 Jan)."],
    ["until when is Mia staying?", "Until Sun 4 Jan."],
    ["how long is Emma staying", "Emma lives here, and isn't a guest."],
    ["家里都有谁", "Emma、Tom、Leo（孩子）、Mia（客人，住到1月4日）。"],
    ["小美住到什么时候", "住到1月4日（周日）。"],
  ])("answers who the people are: %s", async (text, told) => {
    expect(await changed(text)).toEqual({ told: [told], gone: [], now: [] });
  });

  it.each([
    ["add Zoe as a guest", "leo", "Only adults of this home may change that."],
    ["remove Tom", "leo", "Only adults of this home may change that."],
    ["make Mia an adult", "mia", "Only adults of this home may change that."],
    ["call Emma Em as well", "mia", "Only adults of this home may change that."],
    ["删掉小明", "mia", "只有家里的大人才能改。"],
    ["小红住到周日", "leo", "只有家里的大人才能改。"],
  ])("is changed by adults only: %s", async (text, person, told) => {
    expect(await changed(text, { person })).toEqual({ told: [told], gone: [], now: [] });
  });

  it("is neither told to strangers nor changed by them", async () => {
    const talk = await peopleTalk();
    expect(await talk.reply("who lives here?", { stranger: true })).toBe(
      "I only tell people of this home who is here.",
    );
    expect(await talk.reply("remove Mia", { stranger: true })).toBe("Only adults of this home may change that.");
    expect(await talk.reply("add Zoe as a guest", { stranger: true })).toBe(
      "Only adults of this home may change that.",
    );
    await talk.say("yes", { stranger: true });
    expect(talk.registry.saved).toHaveLength(IDS.length);
  });

  it("is not changed by a yes without the right", async () => {
    const talk = await peopleTalk();
    await talk.say("remove Mia", { person: "tom" });
    await talk.say("yes", { person: "leo" });
    expect(talk.people.get("mia")).toBeDefined();
  });

  it.each([
    ["call Tom Emma too", /"Emma" is already a name of "emma"/],
    [
      "add Zoe as a guest until the cows come home",
      'I didn\'t understand until when Zoe stays. Say it with a day: "until Sunday", "until 7 June".',
    ],
    ["Emma is staying until Sunday", "Emma lives here, and isn't a guest."],
    ["make Leo a child", "Leo is already a child."],
    ["Emma is also called mum", "Emma is called mum already."],
  ])("is not changed by impossible requests: %s", async (text, told) => {
    const done = await changed(text);
    expect(done.told[0]).toEqual(typeof told === "string" ? told : expect.stringMatching(told));
    expect(done).toMatchObject({ gone: [], now: [] });
  });

  it.each([
    "remove the timer",
    "delete the movie scene",
    "remove Emma's lamp",
    "add milk to the shopping list",
    "add the light to the scene",
    "make the light red",
    "make it a bit warmer",
    "set the heating to 20",
    "the light stays on until Sunday",
    "the heating is on until ten",
    "the study is cold",
    "the study is my room",
    "I call the study the den",
    "call me at seven",
    "call the study the den as well",
    "Emma's lamp is in the study",
    "Emma's room is too warm",
    "turn on the guest light",
    "the guests are cold",
    "is the child lock on",
    "turn on the child lock until Sunday",
    "删掉闹钟",
    "删除回家场景",
    "我管书房叫小窝",
    "空调开到周日",
    "把灯调到最亮",
    "这就是小明的灯",
    "小明的房间有点冷",
    "小明的房间的灯是开着的吗",
    "把书房的灯关掉",
    "客人模式",
    "把童锁打开",
    ...["明天小姨要来住三天", "后天舅舅要来住两天", "下周表姐要来住一个星期"],
    ...["把音量设为孩子", "把闹钟设为孩子", "把童锁设为孩子", "把儿童锁设为孩子", "把明天设为客人", "把提醒改为客人"],
    ...["把动画片设为孩子", "把音乐改成大人", "把它设为孩子", "添加孩子空调", "添加成员空调", "添加客人明天"],
    ...["add child lock as a child", "save Monday as a guest", "register Emma's phone as a guest"],
    ...[
      "add my son's alarm as a child",
      "add bread to the household",
      "save energy to the house",
      "set the volume to child",
    ],
    ...[
      "call Emma later too",
      "call Tom home too",
      "also call Emma away mode",
      "call Leo down too",
      "call Emma tomorrow too",
    ],
    ...["小明也叫关灯", "问题就是小明", "冠军就是小明", "爸爸就是老公", "妈妈睡沙发"],
  ])("is not changed by other sentences: %s", async (text) => {
    expect(await changed(text)).toMatchObject({ gone: [], now: [] });
  });
});
