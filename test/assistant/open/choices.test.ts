import { expect, it } from "vitest";
import { openTalk } from "../../support/open-talk.ts";

const LEFT = "miot:master-left-lamp";
const RIGHT = "miot:master-right-lamp";

it.each([
  ["turn on the bedside lamp", "the left one please", [LEFT]],
  ["turn on the bedside lamp", "yes, the left one", [LEFT]],
  ["turn on the bedside lamp", "turn on the left one", [LEFT]],
  ["turn on the bedside lamp", "both of them", [LEFT, RIGHT]],
  ["turn on the bedside lamp", "right", [RIGHT]],
  ["打开床头灯", "左边的", [LEFT]],
  ["打开床头灯", "两个都开", [LEFT, RIGHT]],
  ["打开床头灯", "右边那个吧", [RIGHT]],
  ["turn on the bedside lamp", "not the left one", []],
  ["turn on the bedside lamp", "the left one?", []],
  ["turn on the bedside lamp", "is the left one on", []],
  ["turn on the bedside lamp", "are both on?", []],
  ["turn on the bedside lamp", "was the left one on yesterday", []],
  ["turn on the bedside lamp", "how bright is the left one", []],
  ["turn on the bedside lamp", "remind me of the left one", []],
  ["turn on the bedside lamp", "it's the left one", [LEFT]],
  ["打开床头灯", "是左边那个", [LEFT]],
  ["打开床头灯", "左边那个呢", []],
  ["打开床头灯", "左边那个亮度多少", []],
  ["turn on the bedside lamp", "if it is dark, the left one", []],
  ["turn on the bedside lamp", "neither", []],
  ["打开床头灯", "左边那个开着吗", []],
  ["打开床头灯", "都不要", []],
  ["打开床头灯", "别开左边的", []],
] as const)("%s, which one? %s", async (say, answer, devices) => {
  const talk = await openTalk(null, "house", { room: "garden" });
  expect(await talk.say(say)).toMatchObject({ expectsReply: true });
  await talk.say(answer);
  expect(talk.done.map(({ device }) => device)).toEqual(devices);
});

it.each(["turn off all the lights in the kitchen", "把厨房的灯都关了", "close all the curtains in the study"])(
  "a full command is no answer to which one: %s",
  async (text) => {
    const talk = await openTalk(null, "house", { room: "garden" });
    await talk.say("turn on the bedside lamp");
    await talk.say(text);
    const lamps = talk.done.filter(({ device }) => device === LEFT || device === RIGHT);
    expect(lamps).toEqual([]);
    expect(await talk.open()).toEqual([]);
  },
);
