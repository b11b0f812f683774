import { describe, expect, it } from "vitest";
import { modesIn } from "../../support/speak.ts";

const begin = (talk: Awaited<ReturnType<typeof modesIn>>) => talk.modes.current().mode.id;

describe("the modes of the home, by words", () => {
  it.each([
    ["put the house in holiday mode", "holiday", /^Holiday mode is on, but .* are still on\.$/],
    ["Put the house in Guest mode.", "guest", "Guest mode is on."],
    ["switch to guest mode please", "guest", "Guest mode is on."],
    ["guest mode", "guest", "Guest mode is on."],
    ["we're going on holiday", "holiday", /^Holiday mode is on, but /],
    ["切换到度假模式", "holiday", /^度假模式开了，不过.*还亮着。$/],
    ["把家里设为访客模式", "guest", "访客模式开了。"],
    ["访客模式", "guest", "访客模式开了。"],
    ["我们去旅游了", "holiday", /^度假模式开了，不过/],
  ])("begin: %s", async (text, mode, told) => {
    const talk = await modesIn("flat");
    expect(await talk.reply(text)).toEqual(typeof told === "string" ? told : expect.stringMatching(told));
    expect(begin(talk)).toBe(mode);
  });

  it.each([
    ["guest mode", "which mode are we in?", "Guest mode, since 20:00.", "turn off guest mode", "Home mode is on."],
    ["访客模式", "现在是什么模式？", "现在是访客模式，从晚上8点开始。", "关闭访客模式", "在家模式开了。"],
  ])("are asked for and ended: %s", async (text, question, told, end, ended) => {
    const talk = await modesIn("flat");
    await talk.say(text);
    expect(await talk.reply(question)).toBe(told);
    expect(await talk.reply(end)).toBe(ended);
    expect(begin(talk)).toBe("home");
  });

  it.each([
    ["which modes are there?", "There are Home, Away, Night, Guest and Holiday. The home is in home mode now."],
    ["有哪些模式", "有在家模式、离家模式、夜间模式、访客模式和度假模式，现在是在家模式。"],
  ])("are listed: %s", async (text, told) => expect(await (await modesIn("flat")).reply(text)).toBe(told));

  it.each([
    ["I'm leaving", "away", /^Away mode is on\. Shall I lock the front door and turn off the lights/],
    ["good night", "night", /^Night mode is on\. Good night! Shall I /],
    ["我出门了", "away", /^离家模式开了。要锁上门锁/],
    ["晚安", "night", /^夜间模式开了。晚安！要/],
  ])("begin when somebody says that they leave or go to bed: %s", async (text, mode, told) => {
    const talk = await modesIn("flat");
    expect(await talk.reply(text)).toMatch(told);
    expect(begin(talk)).toBe(mode);
  });

  it.each([
    ["I'm leaving", /^Away mode is on, but /],
    ["我走了", /^离家模式开了，不过/],
  ])("run their scene instead of an offer, and tell their findings: %s", async (text, told) => {
    const talk = await modesIn("flat");
    const off = [{ target: { kind: "light" }, set: { "light.on": false } }];
    await talk.planner.scenes.save({ id: "leave", name: "All dark", steps: off }, { origin: { kind: "person" } });
    await talk.modes.save({
      id: "away",
      name: "Away",
      aliases: ["离家"],
      scene: "leave",
      checks: ["unlocked", "running"],
    });
    await talk.say("unlock the front door");
    await talk.say("turn on the bath heater");
    await talk.say("打开浴霸暖风");
    expect(await talk.reply(text)).toMatch(told);
    expect(talk.home.device("living-ceiling-light")?.state.get("light.on")?.value).toBe(false);
  });

  it.each([
    ["I'm leaving", "Bye! Leo is still here, so I'm leaving everything as it is."],
    ["我出门了", "路上小心！Leo还在家，我就先不动了。"],
  ])("stay as they are when others are at home: %s", async (text, told) => {
    const talk = await modesIn("flat");
    talk.people.there.set("emma", true).set("leo", true);
    const result = await talk.local.respond({
      text,
      conversation: talk.conversation,
      language: text.startsWith("I") ? "en" : "zh",
      room: null,
      origin: { kind: "conversation", conversation: "talk", person: "emma" },
      signal: new AbortController().signal,
    });
    expect(result).toMatchObject({ handled: true, reply: told, outcomes: [] });
    expect(begin(talk)).toBe("home");
  });

  it("are not changed by strangers", async () => {
    const talk = await modesIn("flat");
    for (const text of ["put the house in holiday mode", "good night"]) {
      await talk.local.respond({
        text,
        conversation: talk.conversation,
        language: "en",
        room: null,
        origin: { kind: "conversation", conversation: "talk", stranger: true },
        signal: new AbortController().signal,
      });
    }
    expect(begin(talk)).toBe("home");
  });

  it.each([
    "set the living room ac to cool mode",
    "disco mode",
    "is the ac in night mode?",
    "空调开制冷模式",
    "净化器切换到睡眠模式",
    "don't put the house in holiday mode",
  ])("are not changed by sentences about devices or about no mode: %s", async (text) => {
    const talk = await modesIn("flat");
    await talk.say(text);
    expect(begin(talk)).toBe("home");
  });

  it("are not meant where a device in focus has a mode of that name", async () => {
    const talk = await modesIn("flat", { room: "living" });
    await talk.modes.save({ name: "Auto" });
    await talk.say("set the air purifier to 50%");
    await talk.say("turn on the air purifier");
    await talk.say("auto mode");
    expect(begin(talk)).toBe("home");
    expect(await talk.reply("put the house in auto mode")).toBe("Auto mode is on.");
  });
});

describe('"end" with the name of a mode of the home', () => {
  const outcome = async (texts: readonly string[]) => {
    const talk = await modesIn("flat", { room: "bedroom" });
    const [last, ...before] = texts.toReversed();
    for (const text of before.toReversed()) await talk.say(text);
    const reply = await talk.reply(last ?? "");
    return [reply, begin(talk), talk.home.device("bedroom-ceiling-light")?.state.get("light.mode")?.value === 2];
  };

  it.each([
    ["turn on the bedroom ceiling light", "set it to night mode", "turn off night mode"],
    ["put everything on sleep mode", "turn off night mode"],
    ["打开主卧吸顶灯夜灯模式", "关闭夜间模式"],
    ["把主卧吸顶灯调到夜间模式", "退出夜间模式"],
  ])("does not end the mode where the lamp is in a mode of that name: %s, %s", async (...texts) =>
    expect(await outcome(texts)).toEqual(["(handed on)", "home", true]),
  );

  it.each([
    ["night mode", "set the bedroom ceiling light to night mode", "turn off night mode"],
    ["夜间模式", "把主卧吸顶灯调到夜间模式", "关闭夜间模式"],
  ])("does not end the mode where the lamp in focus is in a mode of that name: %s, %s, %s", async (...texts) =>
    expect(await outcome(texts)).toEqual(["(handed on)", "night", true]),
  );

  it.each([
    ["night mode", "turn on the bedroom ceiling light", "turn off night mode", "Home mode is on."],
    ["夜间模式", "打开主卧吸顶灯", "关闭夜间模式", "在家模式开了。"],
    ["guest mode", "set the bedroom ceiling light to night mode", "turn off guest mode", "Home mode is on."],
    ["访客模式", "把主卧吸顶灯调到夜间模式", "关闭访客模式", "在家模式开了。"],
  ])("ends the mode where the lamp is in no such mode: %s, %s, %s", async (first, between, last, told) =>
    expect(await outcome([first, between, last])).toEqual([
      told,
      "home",
      between.includes("night") || between.includes("夜间"),
    ]),
  );
});

describe("modes in other words", () => {
  it.each([
    ["everyone's gone", "away"],
    ["everybody has left", "away"],
    ["put us in holiday mode", "holiday"],
    ["we've got guests staying tonight", "guest"],
    ["switch to holiday", "holiday"],
    ["大家都出门了", "away"],
    ["今晚有客人来住", "guest"],
    ["切到度假", "holiday"],
  ])("begin: %s", async (text, mode) => {
    const talk = await modesIn("flat");
    await talk.say(text);
    expect(begin(talk)).toBe(mode);
  });

  it.each([
    ["good night", "no", "good morning", "Home mode is on. Good morning!"],
    ["good night", "no", "morning, everyone", "Home mode is on. Good morning!"],
    ["night mode", "what time is it", "cancel night mode", "Home mode is on."],
    ["guest mode", "what time is it", "the guests have left", "Home mode is on."],
    ["holiday mode", "what time is it", "we're back from our holiday", "Home mode is on."],
    ["away mode", "what time is it", "go back to home", "Home mode is on."],
    ["晚安", "不用", "早上好", "在家模式开了。早上好！"],
    ["晚安", "不用", "起床了", "在家模式开了。"],
    ["访客模式", "几点了", "客人走了", "在家模式开了。"],
    ["度假模式", "几点了", "度假结束了", "在家模式开了。"],
    ["离家模式", "几点了", "切回在家", "在家模式开了。"],
  ])("end: %s, %s, %s", async (first, between, last, told) => {
    const talk = await modesIn("flat");
    await talk.say(first);
    await talk.say(between);
    expect(await talk.reply(last)).toBe(told);
    expect(begin(talk)).toBe("home");
  });

  it.each([
    ["good morning", "Good morning!"],
    ["早上好", "早上好！"],
  ])("are not ended by a greeting outside the night: %s", async (text, told) => {
    const talk = await modesIn("flat");
    await talk.say("guest mode");
    expect(await talk.reply(text)).toBe(told);
    expect(begin(talk)).toBe("guest");
  });

  it.each([
    ["start movie night", "turn off movie night", "switch to movie night"],
    ["开启电影模式", "结束电影模式", "切到电影模式"],
  ])("of one's own begin and end by their whole name: %s", async (start, end, again) => {
    const talk = await modesIn("flat");
    await talk.modes.save({ id: "movie-night", name: "Movie night", aliases: ["电影模式"] });
    const seen: string[] = [];
    for (const text of [start, end, again]) {
      await talk.say(text);
      seen.push(begin(talk));
    }
    expect(seen).toEqual(["movie-night", "home", "movie-night"]);
  });

  it.each([
    ["what mode is it", "Home mode."],
    ["are we in away mode", "Home mode."],
    ["cancel night mode", "Home mode."],
    ["我们现在是离家模式吗", "现在是在家模式。"],
  ])("are told when the present one is asked for: %s", async (text, told) => {
    expect(await (await modesIn("flat")).reply(text)).toBe(told);
  });

  it("are not meant where a device is in focus", async () => {
    const talk = await modesIn("flat", { room: "living" });
    await talk.say("set the AC to cooling");
    expect(await talk.reply("what mode is it")).toMatch(/air conditioner/);
  });

  it.each([
    ["我出门上班了", /^离家模式开了，门都锁了。6盏灯都关了/],
    ["I'm off to work", /^Away mode is on, and everything is locked\. Six lights are off/],
  ])("are told with the outcomes of their scene: %s", async (text, told) => {
    const talk = await modesIn("flat");
    const off = [{ target: { kind: "light" }, set: { "light.on": false } }];
    await talk.planner.scenes.save({ id: "leave", name: "All dark", steps: off }, { origin: { kind: "person" } });
    await talk.modes.save({ id: "away", name: "Away", aliases: ["离家"], scene: "leave", checks: ["unlocked"] });
    expect(await talk.reply(text)).toMatch(told);
  });

  it.each([
    [
      "English",
      ["start the movie", "start movie", "play the movie", "stop the movie", "end the movie", "turn off the movie"],
      ["turn on the movie", "play movie night music", "turn on party lights", "go to the party", "start cleaning"],
      ["stop cleaning", "turn on the office", "they're all out", "the guests have left the door open", "stop reading"],
      [
        "the guests are leaving",
        "the movie is over",
        "finish the film",
        "return to home",
        "the guests have left the TV on",
      ],
    ],
    [
      "Chinese",
      ["开始电影", "打开电影", "播放电影", "结束电影", "停止电影", "关闭电影", "开始录像", "结束录像", "停止录音"],
      ["客人走了以后关灯", "客人走了门没关", "打开派对灯", "放聚会音乐", "开始打扫", "停止打扫", "打开书房"],
      ["客人走了吗", "停止阅读", "切到电影频道", "电影结束了", "换到电影"],
    ],
  ])(
    "are not changed by sentences about films, music, devices and guests, in %s",
    async (_, ...parts) => {
      const texts = parts.flat();
      expect(texts.length).toBeGreaterThan(20);
      const taken: string[] = [];
      for (const text of texts) {
        const talk = await modesIn("flat", { room: "living" });
        await talk.modes.save({ id: "movie", name: "Movie", aliases: ["movie night", "电影", "观影"] });
        await talk.modes.save({ id: "party", name: "Party", aliases: ["派对", "聚会"] });
        await talk.modes.save({ id: "cleaning", name: "Cleaning", aliases: ["打扫"] });
        await talk.modes.save({ id: "office", name: "Office", aliases: ["书房"] });
        await talk.modes.save({ id: "reading", name: "Reading", aliases: ["阅读"] });
        const reply = await talk.reply(text);
        if (begin(talk) !== "home" || /^(?:Home|Movie) mode|^(?:现在|已经)是在家模式/u.test(reply)) taken.push(text);
      }
      expect(taken).toEqual([]);
    },
    60_000,
  );

  it.each(["start the washing machine", "turn off the lights", "switch to cooling", "打开电视", "结束扫地"])(
    "do not take sentences about devices: %s",
    async (text) => {
      const talk = await modesIn("flat", { room: "living" });
      await talk.say(text);
      expect(begin(talk)).toBe("home");
    },
  );
});
