import { afterAll, describe, expect, it } from "vitest";
import { LivedHome, reportInitialValues, simulateLife } from "../../support/lived-home.ts";

const home = await LivedHome.start("03-03 00:00");
reportInitialValues(home);
await simulateLife(home, "03-04 20:30", 3);
afterAll(() => home[Symbol.asyncDispose]());

/** About now, about what is to come, and commands: each looks like a question about the past. */
const NOW = [
  "is the front door open",
  "how warm is it in the bedroom",
  "how warm is it in here today",
  "is the AC on today",
  "are any lights on",
  "what's the humidity in the bedroom",
  "how much power is the AC using",
  "which lights are on",
  "what time is it",
  "what day was yesterday",
  "大门开着吗",
  "卧室多少度",
  "今天客厅热吗",
  "空调现在开着吗",
  "哪些灯开着",
  "现在几点",
  "昨天是几号",
];
const COMING = [
  "how warm will it be tomorrow",
  "will the AC be on tonight",
  "when will the dryer finish",
  "is anything planned for tomorrow",
  "what happens at seven",
  "明天多少度",
  "今晚会下雨吗",
  "空调几点会关",
];
const COMMANDS = [
  "turn on the floor lamp",
  "turn off the AC",
  "set the AC to 23 degrees",
  "turn on the light that was on last night",
  "open the garage door like yesterday",
  "have the floor lamp turned off by six",
  "打开落地灯",
  "关掉空调",
  "空调调到23度",
  "像昨晚一样开着灯",
];
const STATEMENTS = [
  "the AC was on all night",
  "the front door was open yesterday",
  "I opened the window last night",
  "空调昨天开了一夜",
  "昨晚大门没锁",
  "我昨天开过窗户",
];

describe("sentences that are no questions about the past keep their meaning", () => {
  it.each([...NOW, ...COMING, ...COMMANDS, ...STATEMENTS])("%s", async (text) => {
    const [kept, none] = [home.talk("living"), home.talkWithoutHistory("living")];
    const [before, after] = [
      await none.local.respond(request(none, text)),
      await kept.local.respond(request(kept, text)),
    ];
    expect(plain(after)).toEqual(plain(before));
  });
});

describe("a statement about the past changes nothing", () => {
  it.each(STATEMENTS)("%s", async (text) => expect(await home.talk("living").changes(text)).toEqual({}));
});

function request(talk: ReturnType<LivedHome["talk"]>, text: string): Parameters<typeof talk.local.respond>[0] {
  const { conversation } = talk;
  return {
    text,
    conversation,
    language: /\p{Script=Han}/u.test(text) ? "zh" : "en",
    room: conversation.room,
    origin: { kind: "conversation", conversation: conversation.id },
    signal: new AbortController().signal,
  };
}

/** What was said, and which devices were commanded: to what depends on how they were before. */
function plain(result: Awaited<ReturnType<ReturnType<LivedHome["talk"]>["local"]["respond"]>>): unknown {
  if (!result.handled) return "(handed on)";
  return result.calls.length > 0 ? [...new Set(result.outcomes.map(({ device }) => device))] : result.reply;
}
