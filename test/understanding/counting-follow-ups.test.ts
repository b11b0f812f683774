import { describe, expect, it } from "vitest";
import { talkIn } from "../support/speak.ts";

async function lastReply(turns: readonly string[]): Promise<string> {
  const talk = talkIn("house", { room: "master" });
  let reply = "";
  for (const text of turns) reply = await talk.reply(text);
  return reply;
}

describe("a follow-up counts what was asked about before, not everything", () => {
  it.each<[turns: readonly string[], reply: RegExp]>([
    [["how many windows are there?", "how many are open?"], /^One window is open: the kitchen window\.$/],
    [["how many lights are there in the kitchen?", "which ones are on?"], /^The kitchen ceiling light is on\.$/],
    [["how many curtains are there upstairs?", "how many are open?"], /^One curtain is open: .*Emma's room\.$/],
    [["are any lights on upstairs?", "how many?"], /^Three lights are on/],
    [["which windows are open?", "how many are there?"], /^There are four windows/],
    [["turn on the bedside lamps", "how many are on?"], /^Two lights are on/],
    [["有几扇窗户？", "开着几个？"], /^有1扇窗户开着/],
    [["厨房有几盏灯？", "几盏开着"], /^有1盏灯开着：厨房/],
    [["厨房开着几盏灯？", "一共有几盏？"], /^厨房有两盏灯/],
  ])("%j", async (turns, reply) => {
    expect(await lastReply(turns)).toMatch(reply);
  });

  it.each<[turns: readonly string[], reply: RegExp]>([
    [["how many lights are on in the kitchen?", "how many lights are there?"], /^There are 31 lights\.$/],
    [["厨房开着几盏灯？", "有几盏灯？"], /^家里有31盏灯。$/],
    [["how many windows are there?", "which devices are on?"], /^\d+ devices are on/],
  ])("a question that names what it counts is independent: %j", async (turns, reply) => {
    expect(await lastReply(turns)).toMatch(reply);
  });
});

describe('"its" refers to the device in focus', () => {
  it.each<[turns: readonly string[], reply: RegExp]>([
    [["how's the fridge?", "is its door open?"], /^No, the fridge is closed\.$/],
    [["turn on the fan in the study", "is its light on?"], /^No, the indicator light of the study fan is off\.$/],
    [["打开书房的风扇", "它的指示灯亮着吗"], /^书房的风扇的指示灯没开。$/],
    [["is the TV on?", "is its door open?"], /^There's no TV door here/],
  ])("%j", async (turns, reply) => {
    expect(await lastReply(turns)).toMatch(reply);
  });
});
