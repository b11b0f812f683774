import { describe, expect, it } from "vitest";
import { talkIn } from "../support/speak.ts";

const quoted = /["“]([^"”]+)["”]/g;

/** The sentences that a reply gives as examples. */
function examplesIn(reply: string): string[] {
  return [...reply.matchAll(quoted)].map(([, example = ""]) => example);
}

describe("a question what can be said is answered with the devices and three example sentences that work here", () => {
  it.each([
    ["house", "what can we ask you to do", /^I look after \d+ lights/],
    ["house", "give us a few examples", /in \d+ rooms/],
    ["house", "I don't know what to say", /lights/],
    ["flat", "how should I talk to you", /air conditioners/],
    ["house", "help please", /lights/],
    ["flat", "你都会些什么呀", /^我管着\d+个房间的\d+盏灯/],
    ["flat", "举几个例子听听", /台空调/],
    ["flat", "该怎么使用你", /盏灯/],
    ["house", "我能让你干什么", /盏灯/],
    ["flat", "功能介绍", /盏灯/],
  ] as const)("in the %s: %s", async (home, text, expected) => {
    const talk = talkIn(home);
    expect(await talk.changes(text)).toEqual({});
    const reply = await talk.reply(text);
    expect(reply).toMatch(expected);
    const examples = examplesIn(reply);
    expect(examples).toHaveLength(3);
    for (const example of examples) expect(await talk.say(example)).toMatchObject({ handled: true, refused: 0 });
  });

  it("tells a home without devices that there is nothing yet", async () => {
    const talk = talkIn("flat");
    for (const id of [...talk.local.index.devices.keys()]) talk.local.index.remove(id);
    expect(await talk.reply("what can you do")).toBe("There is nothing here yet that I could control.");
    expect(await talk.reply("你会做什么")).toBe("这里还没有我能控制的设备。");
  });
});
