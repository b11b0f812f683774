import { describe, expect, it } from "vitest";
import { planningIn } from "../support/speak.ts";

type Turns = readonly [home: "flat" | "house", room: string, ...turns: string[]];

/** What the local engine answers to the last of several turns; `plainOnly`: where a model is there for what is not plain. */
async function last([home, room, ...turns]: Turns, plainOnly?: true): Promise<string> {
  const talk = await planningIn(home, { room, ...(plainOnly && { plainOnly }) });
  let told = "";
  for (const turn of turns) told = await talk.reply(turn);
  return told;
}

describe("with a model, the local engine hands on what it reads only in part", () => {
  it.each<Turns>([
    // Words that nothing explains.
    ["flat", "living", "how many watt hours has the TV chewed through"],
    ["flat", "living", "空调滤网还能顶几天"],
    // A question beside a command.
    ["flat", "living", "how warm is it in the bedroom? turn the air conditioner on in there"],
    // Something refused beside something done.
    ["flat", "living", "close the curtain and put the dishwasher on"],
    ["flat", "living", "把窗帘拉上，再把洗碗机开了"],
    // What is asked for is no property that is told.
    ["house", "garage", "how far does the car get with that battery"],
    // A sum.
    ["house", "master", "set the right bedside lamp to the brightness of the left one plus twenty"],
    // "All" stands for what was said before.
    ["house", "master", "艾玛房间的窗帘拉上，小宝房间的全打开"],
    // How much is left of something.
    ["flat", "living", "窗帘打开", "开得太大了，留个百分之二十"],
    // A question back that comes of a part.
    ["flat", "living", "somebody forgot the lamp again, switch it off please"],
    ["flat", "living", "turn on the floor lamp and the toaster"],
    ["flat", "living", "turn on the toaster and the floor lamp"],
    // How it is, or why.
    ["house", "kitchen", "窗户怎么没关"],
    // Which, and not how many.
    ["flat", "living", "which lamp is the brightest?"],
    ["flat", "living", "every night at eleven turn the floor lamp off", "再加上关电视"],
    // How long, and not since when.
    ["flat", "living", "how long have we got left on the purifier filter"],
    // What made it so is not known.
    ["flat", "living", "why isn't the humidifier running"],
    // Nothing is to stay as it is.
    ["house", "living", "又有人忘了关灯，帮我关一下吧"],
    // It may be the rule.
    ["flat", "living", "every night at eleven, turn the floor lamp off", "is it still on?"],
    // What is waited for.
    ["flat", "living", "close the curtain, and once that's done turn the floor lamp on"],
    // An answer that says more than which one.
    ["flat", "kitchen", "turn on the aircon", "living room, and make it 24"],
    // A correction that says more than one thing.
    ["house", "garden", "把小路灯关了", "不对不对，小路灯就这么亮着吧，我刚才说的其实是串灯开一下"],
  ])("%s %s: %s %s", async (...turns) => {
    const given = turns.filter((turn) => turn !== undefined) as unknown as Turns;
    expect(await last(given, true)).toBe("(handed on)");
  });
});

describe("a simple command is carried out at once, with or without a model", () => {
  it.each<Turns>([
    ["flat", "living", "turn on the floor lamp"],
    ["flat", "living", "could you please turn the floor lamp on for me"],
    ["flat", "living", "the floor lamp to 30 percent and close the curtain"],
    ["flat", "living", "turn on the aircon"],
    ["flat", "living", "how warm is it in the bedroom"],
    ["flat", "living", "close the curtain", "no, the bedroom one"],
    ["flat", "living", "turn the ceiling light off", "no, i meant the floor lamp"],
    ["flat", "living", "把吸顶灯关了", "说错了，是落地灯"],
    ["flat", "living", "turn the ceiling light off", "nah, on again"],
    ["flat", "living", "I'm cold, turn the heating up"],
    ["flat", "living", "wake me at seven", "make that half past"],
    ["flat", "living", "set a timer for ten minutes", "what time is it"],
    ["flat", "living", "make a scene called story time: floor lamp at 20", "okay, story time!"],
    ["flat", "living", "打开落地灯"],
    ["flat", "living", "麻烦帮我把落地灯调到百分之三十"],
    ["flat", "living", "客厅现在多少度"],
    ["flat", "living", "空调开制冷，二十四度，再把窗帘拉上"],
    ["flat", "living", "窗帘拉上", "不对，是卧室的"],
    ["flat", "living", "每天早上七点把窗帘打开"],
  ])("%s %s: %s %s", async (...turns) => {
    const given = turns.filter((turn) => turn !== undefined) as unknown as Turns;
    const told = await last(given, true);
    expect(told).not.toBe("(handed on)");
    expect(told).toBe(await last(given));
  });
});
