import { describe, expect, it } from "vitest";
import { PIN_MASK } from "../../../src/home/index.ts";
import { readHomeFile, SpecLibrary } from "../../../src/library/index.ts";
import { pinTalk } from "../../support/pin-talk.ts";

const ENGLISH = [
  "turn on the living room floor lamp at 1830 using the code",
  "turn on the hallway light next to the code lock at 1830",
  "remind me to change my pin at 1830",
  "remind me at 1830 to change the pin",
  "remind me in 2026 to renew the pin",
  "wake me at 0730 with the password",
  "set an alarm at 0730 called code",
  "turn off the living room tv at 2230 and lock the code lock",
  "turn off the living room tv at 2230, the code lock too",
  "turn off the code lock light in 1000 seconds",
  "at 1830 turn on the living room floor lamp, no pin needed",
  "start a timer for 1500 seconds for the pin",
  "set the living room ceiling light to 2700 kelvin, code",
  "pin the lamp at 1830",
  "what happened at the code lock in 2025",
  "unlock the front door from 1830",
  "unlock the front door until 1830",
  "unlock the front door after 1000",
  "unlock the front door around 1830",
  "unlock the front door tomorrow 0730",
  "set channel 1024",
];
const CHINESE = [
  "2230关客厅电视和密码锁",
  "打开门锁到1830",
  "1830提醒我改密码",
  "下午1830打开密码锁旁的灯",
  "把密码锁的自动上锁时间设为1800秒",
  "密码锁在2025年装的",
  "打开客厅落地灯，1830关密码锁旁的灯",
  "2230打开客厅落地灯，不用密码",
  "晚上1830打开门锁",
  "从1830打开门锁",
  "不用密码，2230打开客厅落地灯",
  "明天0730提醒我换密码",
  "1800秒后打开客厅落地灯，不用密码",
  "2026-06-07提醒我换密码",
];

/** Nothing says what the digits are: they may be somebody's PIN. */
const KEPT_MASKED: readonly (readonly [text: string, kept: string])[] = [
  ["set the living room floor lamp to color code 2700", `set the living room floor lamp to color code ${PIN_MASK}`],
  ["提醒我1830给密码锁换电池", `提醒我${PIN_MASK}给密码锁换电池`],
  ["客厅落地灯2230打开，密码锁不管", `客厅落地灯${PIN_MASK}打开,密码锁不管`],
];

describe("numbers that are no PIN", () => {
  const same = [...ENGLISH, ...CHINESE].map((text) => [text, text] as const);
  it.each([...same, ...KEPT_MASKED])("%s keeps its meaning in a home with PINs", async (text, kept) => {
    const [with4711, without] = [await pinTalk(), await pinTalk({ pin: null })];
    const { reply } = await with4711.say(text);
    const { reply: plain } = await without.say(text);
    expect(await with4711.texts()).toEqual([kept]);
    expect(await with4711.wrong()).toBe(0);
    expect(with4711.done).toEqual(without.done);
    // Only what is to be unlocked later is asked for with a PIN there.
    expect(reply.replace(/ If so, say the PIN\.$/, "")).toBe(plain);
  });

  it.each([
    ["Code 1830 Keeper", "lock the code 1830 keeper"],
    ["密码2230卫士", "锁上密码2230卫士"],
    ["Pin", "turn on pin 1830", `turn on pin ${PIN_MASK}`],
  ])("a word for a PIN in the name of a device is not one: %s", async (name, text, kept = text) => {
    const file = readHomeFile("devices/homes/flat.json", new SpecLibrary("devices"));
    const devices = file.devices.map((device) => (device.id === "hallway-lock" ? { ...device, name } : device));
    const { say, texts } = await pinTalk({ file: { ...file, devices } });
    await say(text);
    expect(await texts()).toEqual([kept]);
  });
});
