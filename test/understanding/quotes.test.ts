import { describe, expect, it } from "vitest";
import { plannedCommands } from "../support/planned-commands.ts";
import { talkIn } from "../support/speak.ts";

const flat = talkIn("flat", { room: "living" });

describe("quotations, idle wishes and jokes command nothing", () => {
  it.each([
    "那首歌叫《关灯》",
    "小说里写他把灯关了",
    "电影里说打开窗帘",
    "课文里写的是拉开窗帘",
    "要是能开空调就好了",
    "关灯，开玩笑的",
    "the song is called turn off the lights",
    "in the movie they say open the curtains",
    "turn on the TV, just kidding",
    "the book is titled close the curtains",
    "if only the lights were on",
  ])("%s", (text) => expect(plannedCommands(flat, text)).toEqual(["unknown"]));

  it.each([
    ["电影开始了，把灯关了", "把灯关了"],
    ["the movie starts, turn off the floor lamp", "turn off the floor lamp"],
  ])("a book or a film beside a command is why: %s", (text, as) =>
    expect(plannedCommands(flat, text)).toEqual(plannedCommands(flat, as)),
  );
});
