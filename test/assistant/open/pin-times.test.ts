import { describe, expect, it } from "vitest";
import { PIN_MASK } from "../../../src/home/index.ts";
import { pinTalk } from "../../support/pin-talk.ts";

describe("a sentence with a PIN keeps its times", () => {
  it.each([
    ["unlock the front door at 1830", ", pin 4711"],
    ["unlock the front door at 1830", " 4711 is my pin"],
    ["unlock the front door at 18 30", ", my pin is 4711"],
    ["unlock the front door at 18:30", ", my pin is 4711"],
    ["unlock the front door at 0730", " with the pin 4711"],
    ["unlock the front door tomorrow 0730", ", 4711 is my pin"],
    ["unlock the front door tomorrow at 1830", ", code 4711"],
    ["unlock the front door on 2026-06-07", ", pin 4711"],
    ["unlock the front door on 07/06/2026", ", pin 4711"],
    ["unlock the front door on June 7 2026", ", pin 4711"],
    ["unlock the front door in 1000 seconds", ", my pin is 4711"],
    ["unlock the front door every day at 0730", ", my pin is 4711"],
    ["unlock the front door by 1830", ", password 4711"],
    ["unlock the front door after 1830", ", pin 4711"],
    ["at 1830 unlock the front door", ", my pin is 4711"],
    ["1830 unlock the front door", ", my pin is 4711"],
    ["1830打开门锁", "，密码是4711"],
    ["每天1830打开门锁", "，密码4711"],
    ["晚上1830打开门锁", "，密码4711"],
    ["明天0730打开门锁", "，密码是四七一一"],
    ["明天18点30打开门锁", "，密码是4711"],
    ["在18 30打开门锁", "，密码是4711"],
    ["1800秒后打开门锁", "，密码是4711"],
    ["2026年6月7日打开门锁", "，密码是4711"],
    ["2026-06-07打开门锁", "，密码是4711"],
  ])("%s%s: opens nothing now, and keeps the time", async (text, pin) => {
    const { say, done, texts, stored, wrong } = await pinTalk();
    await say(`${text}${pin}`);
    expect([done, await wrong()]).toEqual([[], 0]);
    expect(await texts()).toEqual([`${text} ${PIN_MASK}`]);
    expect(await stored()).not.toMatch(/4711|四七一一/);
  });

  it.each([
    ["unlock the front door at 18 30, my pin is 4711", "OK. I'll unlock the hallway front door tomorrow at 18:30."],
    ["at 0730 tomorrow unlock the front door, pin 4711", "OK. I'll unlock the hallway front door tomorrow at 07:30."],
    ["in 1000 seconds unlock the front door, pin 4711", "OK. I'll unlock the hallway front door at 20:16."],
    ["1800秒后打开门锁，密码是4711", "好的，晚上8点半解锁玄关门锁。"],
  ])("%s: plans the command with the PIN", async (text, reply) => {
    const { say, plans, done } = await pinTalk();
    expect((await say(text)).reply).toBe(reply);
    expect([plans(), done]).toEqual([1, []]);
  });

  it.each([
    ["turn on the living room floor lamp at 1830", ", my pin is 4711"],
    ["turn on the living room floor lamp at 18:30", ", my pin is 4711"],
    ["lock the front door at 2230", " and the pin is 4711"],
    ["turn off the living room tv in 1500 seconds", ", code 4711"],
    ["set the living room ceiling light to 2700 kelvin", ", pin 4711"],
    ["2230打开客厅落地灯", "，密码是4711"],
    ["晚上十点半打开客厅落地灯", "，密码4711"],
    ["1500秒后关客厅电视", "，密码4711"],
    ["把客厅吸顶灯色温调到2700开", "，密码4711"],
  ])("%s%s keeps its meaning without the PIN", async (text, pin) => {
    const [plain, named] = [await pinTalk(), await pinTalk()];
    const { reply } = await plain.say(text);
    expect((await named.say(`${text}${pin}`)).reply).toBe(reply);
    expect([named.done.length, named.plans()]).toEqual([plain.done.length, plain.plans()]);
  });
});
