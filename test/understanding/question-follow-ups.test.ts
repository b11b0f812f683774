import { describe, expect, it } from "vitest";
import { eachDialogue } from "../support/each-dialogue.ts";
import { talkIn } from "../support/speak.ts";

async function lastReply(turns: readonly string[]): Promise<string> {
  const talk = talkIn("house");
  let reply = "";
  for (const text of turns) reply = await talk.reply(text);
  return reply;
}

describe("a follow-up question asks another device in the states that it has", () => {
  it.each<[turns: readonly string[], reply: RegExp]>([
    [["is the front door locked?", "and the garage door?"], /closed/],
    [["is the front door locked?", "what about the pendant?"], /\boff\b/],
    [["is the garage door open?", "and the front door?"], /front door is closed/i],
    [["is the pendant on?", "and the garage door?"], /closed/],
    [["is the front door locked?", "and the garage?"], /side door is unlocked/],
    [["前门锁了吗", "车库门呢"], /关着/],
    [["前门锁了吗", "吊灯呢"], /没开/],
    [["车库门开着吗", "前门呢"], /关着|锁/],
    [["吊灯开着吗", "车库门呢"], /没开/],
    [["前门锁了吗", "车库呢"], /侧门没锁/],
  ])("%j", async (turns, reply) => {
    const told = await lastReply(turns);
    expect(told).toMatch(reply);
    expect(told).not.toMatch(/such setting|没有这项设置/);
  });

  it.each<[turns: readonly string[], reply: RegExp]>([
    [["is the pendant on?", "turn it on", "and now?"], /^Yes/],
    [["is the pendant on?", "what about now?"], /^No/],
    [["吊灯开着吗", "打开", "现在呢"], /开着/],
    [["吊灯开着吗", "那现在怎么样"], /没开/],
    [["turn on the pendant", "and now?"], /^\(handed on\)$/],
    [["打开吊灯", "现在呢"], /^\(handed on\)$/],
  ])("a follow-up repeats the question before: %j", async (turns, reply) => {
    expect(await lastReply(turns)).toMatch(reply);
  });
});

eachDialogue("so much of what it is, of what was spoken of", [
  [
    ["set the pendant to 30 percent", "twice as bright"],
    "dining-pendant.light.brightness=60, dining-pendant.light.on=true",
  ],
  [
    ["set the pendant to 80 percent", "half as bright please"],
    "dining-pendant.light.brightness=40, dining-pendant.light.on=true",
  ],
  [["set the volume of the kitchen speaker to 40", "half as loud"], "kitchen-speaker.speaker.volume=20"],
  [["set the volume of the kitchen speaker to 20", "twice as loud"], "kitchen-speaker.speaker.volume=40"],
  [["set the volume of the kitchen speaker to 20", "make it twice as loud"], "kitchen-speaker.speaker.volume=40"],
  [
    ["set the pendant to 20 percent", "three times as bright"],
    "dining-pendant.light.brightness=60, dining-pendant.light.on=true",
  ],
  [["twice as loud"], ""],
  [
    ["set the volume of the kitchen speaker to 20", "it's twice as loud as before"],
    "kitchen-speaker.speaker.volume=20",
  ],
  [
    ["set the volume of the kitchen speaker to 20", "the old one was twice as loud"],
    "kitchen-speaker.speaker.volume=20",
  ],
]);

const BOTH_AT_45 =
  "master-left-lamp.light.brightness=45, master-left-lamp.light.on=true, master-right-lamp.light.brightness=45";

eachDialogue("both are the one that was spoken of and the only other like it", [
  [["set the left bedside lamp to 45 percent", "both"], BOTH_AT_45],
  [["set the left bedside lamp to 45 percent", "both of them please"], BOTH_AT_45],
  [["turn on the pendant", "turn both on"], "dining-cabinet-light.light.on=true, dining-pendant.light.on=true"],
  [["主卧左边的床头灯调到45%", "两个都要"], BOTH_AT_45],
  [["打开吊灯", "两个都打开"], "dining-cabinet-light.light.on=true, dining-pendant.light.on=true"],
  [["set the oven to 210", "both"], "kitchen-oven.oven.target-temperature=210"],
  [["turn on the pendant", "both my sons are here"], "dining-pendant.light.on=true"],
  [["烤箱调到210度", "两个都要"], "kitchen-oven.oven.target-temperature=210"],
  [["打开吊灯", "两个孩子都睡了"], "dining-pendant.light.on=true"],
]);

eachDialogue("the one elsewhere is called so too, or is asked about", [
  [
    ["关上客厅的窗帘", "客房那个也要"],
    "guest-curtains.curtain.current-position=0, guest-curtains.curtain.target-position=0, living-curtains.curtain.current-position=0, living-curtains.curtain.target-position=0",
  ],
  [["关掉厨房的吸顶灯", "书房那个也关了"], "kitchen-ceiling-light.light.on=false, study-ceiling-light.light.on=false"],
  // Of several lamps there none is called so.
  [["打开吊灯", "主卧那个也要"], "dining-pendant.light.on=true"],
  [["打开吊灯", "主卧也一样"], "dining-pendant.light.on=true"],
]);
