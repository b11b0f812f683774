import { describe, expect, it } from "vitest";
import { openTalk } from "../../support/open-talk.ts";
import { talkIn } from "../../support/speak.ts";

async function told(...turns: readonly string[]): Promise<string> {
  const talk = await openTalk(null, "flat", { room: "living" });
  let reply = "";
  for (const turn of turns) ({ reply } = await talk.say(turn));
  return reply;
}

describe("the list of plans", () => {
  it.each([
    [
      "turn on the tv at 9 am tomorrow",
      "turn off the tv at 10 pm",
      "what is planned for tonight?",
      "I'll turn off the living room TV at 22:00.",
    ],
    ["明天早上九点开电视", "晚上十点关电视", "今晚有什么安排", "晚上10点关掉客厅电视。"],
  ])("for this evening leaves out tomorrow: %s | %s | %s", async (one, other, asked, reply) =>
    expect(await told(one, other, asked)).toBe(reply),
  );

  it.each([
    ["turn on the tv in 40 minutes", "what time will that be?", "I'll turn on the living room TV at 20:40."],
    ["40分钟后开电视", "那是几点", "晚上8点40分打开客厅电视。"],
    ["wake me at 7:30 on weekdays", "which alarms do I have?", "You have an alarm for 07:30 on weekdays."],
    ["10分钟后把家里的灯都关了", "还剩多久", /^8盏灯的定时还剩/],
    ["turn on the tv", "how long is left?", "No timers are running."],
    ["打开电视", "还剩多久", "现在没有倒计时。"],
  ])("has the times: %s | %s", async (plan, asked, reply) => expect(await told(plan, asked)).toMatch(reply));
});

describe('"which ones" after lights', () => {
  it.each([
    [
      "turn on the kitchen light",
      "which ones are on?",
      /^The living room ceiling light, .* the kitchen ceiling light are on\.$/,
    ],
    ["打开客厅的灯", "现在还有哪些开着", /^客厅的灯都开着。$/],
  ])("asks about lights: %s | %s", async (first, asked, reply) => expect(await told(first, asked)).toMatch(reply));
});

describe('"how warm is it there" after a device was set there', () => {
  it.each([
    ["set the bedroom air conditioner to 24", "how warm is it there?", "It's 21.6 °C in the bedroom."],
    ["把卧室空调调到24度", "那里现在几度", "主卧现在21.6度。"],
  ])("asks about the room: %s | %s", async (first, asked, reply) => expect(await told(first, asked)).toBe(reply));

  it("is not asked of a fan, which is on a speed", async () =>
    expect(await talkIn("flat").reply("what is the fan speed of the fan?")).toBe("The fan is on speed 2."));
});
