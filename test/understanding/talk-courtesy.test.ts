import { describe, expect, it } from "vitest";
import { openTalk } from "../support/open-talk.ts";
import { planningIn, talkIn } from "../support/speak.ts";

const flat = talkIn("flat", { room: "living" });

describe("a courtesy is answered in its language, and nothing is done", () => {
  it.each([
    ["hiya house", "Hello! What can I do for you?"],
    ["morning everyone", "Good morning!"],
    ["good evening, jia", "Good evening!"],
    ["how are things today?", "I'm fine, thanks for asking."],
    ["many thanks", "You're welcome."],
    ["thank you ever so much, that's all", "You're welcome."],
    ["you're a genius", "Glad to hear it."],
    ["see you tomorrow", "Goodbye!"],
    ["I'm so sorry", "No problem."],
    ["nothing else for now", "All right."],
    ["I was speaking to the dog", "All right."],
    ["大家好呀", "你好！有什么可以帮你的？"],
    ["早上好，管家", "早上好！"],
    ["下午好", "下午好！"],
    ["你最近怎么样", "挺好的，谢谢关心。"],
    ["太谢谢了", "不客气。"],
    ["你真能干", "谢谢夸奖。"],
    ["回头见", "再见！"],
    ["真不好意思", "没关系。"],
    ["没别的事了", "好的。"],
    ["我不是跟你说", "好的。"],
  ])("%s", async (text, reply) => {
    expect(await flat.changes(text)).toEqual({});
    expect(await flat.reply(text)).toBe(reply);
  });
});

describe("a question to the assistant itself gets an introduction", () => {
  it.each([
    ["are you listening?", "Yes, I'm here."],
    ["can you hear us", "Yes, I'm here."],
    ["is anybody listening", "Yes, I'm here."],
    ["so who are you exactly", "I'm Jia, and I look after this home."],
    ["what should I call you", "I'm Jia, and I look after this home."],
    ["are you a human being", "I'm Jia, a program that looks after this home."],
    ["how old are you", "I'm Jia, a program that looks after this home."],
    ["你还在吗", "我在。"],
    ["听得到我说话吗", "我在。"],
    ["你是哪位", "我是 Jia，这个家由我来打理。"],
    ["怎么称呼你", "我是 Jia，这个家由我来打理。"],
    ["你是人工智能吗", "我是 Jia，一个打理这个家的程序。"],
    ["你几岁了", "我是 Jia，一个打理这个家的程序。"],
  ])("%s", async (text, reply) => expect(await flat.reply(text)).toBe(reply));
});

describe("a courtesy beside a command is ignored", () => {
  it.each([
    ["good morning, floor lamp on", true],
    ["floor lamp on. you're a star", true],
    ["hello there! how are you? floor lamp on please", true],
    ["sorry about that, switch on the floor lamp", true],
    ["bedside lamp off, good night everyone", false],
    ["晚上好，打开落地灯", true],
    ["关掉床头灯，辛苦你了", false],
    ["你真棒，再打开落地灯", true],
    ["不好意思，关掉床头灯", false],
    ["打开落地灯，拜拜", true],
  ])("%s", async (text, on) => {
    const device = on ? "living-floor-lamp" : "bedroom-bedside-lamp";
    expect(await talkIn("flat").changes(text)).toEqual({ [`${device}.light.on`]: on });
  });
});

describe("a request that is not for a home is handed on as out of scope", () => {
  it.each([
    "do you know any good riddles",
    "sing happy birthday",
    "is it going to snow at the weekend",
    "who wrote Faust",
    "给我们讲个童话故事",
    "来一首生日歌听听",
    "后天会不会下雪",
    "红楼梦的作者是谁",
  ])("%s", async (text) => {
    expect(await flat.changes(text)).toEqual({});
    expect(await flat.say(text)).toMatchObject({ handled: false, beyond: true });
  });
});

describe("without a model, a request that is not for a home gets a short refusal", () => {
  it.each([
    ["tell us a bedtime story", "Sorry, I can't do that. I only look after the home."],
    ["will it rain this afternoon", "Sorry, I can't do that. I only look after the home."],
    ["唱首歌给我听听", "这个我不会，我只会打理家里的事。"],
    ["明天会下雨吗", "这个我不会，我只会打理家里的事。"],
  ])("%s", async (text, reply) => {
    const talk = await openTalk(null, "flat");
    expect(await talk.say(text)).toMatchObject({ reply, failed: true, outcomes: [], path: "local" });
  });
});

describe("an answer with thanks is more than a courtesy", () => {
  it.each([
    ["no thanks", "All right."],
    ["不用谢谢", "好的。"],
    ["yes thanks", "I haven't asked you anything."],
  ])("with nothing asked: %s", async (text, reply) => expect(await talkIn("flat").reply(text)).toBe(reply));

  it('"sorry" between two names is a repair', async () => {
    const talk = talkIn("flat");
    const changes = await talk.changes("close the living room, sorry, the bedroom curtain");
    expect(Object.keys(changes).every((key) => key.startsWith("bedroom-"))).toBe(true);
  });
});

describe("a name of the home takes precedence over a courtesy", () => {
  it.each(["good afternoon", "下午好"])("a scene called %s runs", async (name) => {
    const talk = await planningIn("flat");
    const draft = { name, steps: [{ target: "living-floor-lamp", set: { "light.on": true } }] };
    await talk.planner.scenes.save(draft, { origin: { kind: "conversation", conversation: "talk" } });
    expect(await talk.changes(name)).toEqual({ "living-floor-lamp.light.on": true });
  });
});
