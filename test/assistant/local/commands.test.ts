import { describe, expect, it } from "vitest";
import type { Value } from "../../../src/home/index.ts";
import { talkIn } from "../../support/speak.ts";

/** What is said in the living room of the flat, and what changes. */
const IN_FLAT: readonly (readonly [say: string, changes: Record<string, Value>])[] = [
  ["lights off", { "living-ceiling-light.light.on": false }],
  ["把落地灯打开", { "living-floor-lamp.light.on": true }],
  ["set the ceiling light to forty percent", { "living-ceiling-light.light.brightness": 40 }],
  ["吸顶灯亮度调到百分之二十五", { "living-ceiling-light.light.brightness": 25 }],
  ["dim the ceiling light by half", { "living-ceiling-light.light.brightness": 40 }],
  ["make the floor lamp green", { "living-floor-lamp.light.on": true, "living-floor-lamp.light.color": 0x00ff00 }],
  [
    "空调开到二十四度半制冷",
    { "living-ac.air-conditioner.on": true, "living-ac.air-conditioner.target-temperature": 24.5 },
  ],
  [
    "close the curtains halfway",
    { "living-curtain.curtain.target-position": 50, "living-curtain.curtain.current-position": 50 },
  ],
  ["窗帘关上", { "living-curtain.curtain.target-position": 0, "living-curtain.curtain.current-position": 0 }],
  ["speaker volume down a bit", { "living-speaker.speaker.volume": 30 }],
  ["音箱静音", { "living-speaker.speaker.mute": true }],
  ["send the vacuum to clean", { "living-vacuum.vacuum.status": 1 }],
  ["打开净化器的童锁", { "living-purifier.physical-controls-locked.physical-controls-locked": true }],
  ["空氣淨化器調到睡眠模式", { "living-purifier.air-purifier.mode": 1 }],
  ["turn on the bedroom humidiifer at sixty percent", { "bedroom-humidifier.humidifier.target-humidity": 60 }],
  ["锁上门之后关掉吸顶灯", { "living-ceiling-light.light.on": false }],
  ["打开浴霸的灯", { "bathroom-heater.light.on": true }],
  ["turn on the light of the bath heater", { "bathroom-heater.light.on": true }],
  ["turn on the bathroom heater light", { "bathroom-heater.light.on": true }],
  ["turn on the bath heater", {}],
  ["turn on the fridge light", {}],
  ["打开风扇的灯", {}],
  ["turn off everything in the bedroom except the humidifier", { "bedroom-bedside-lamp.light.on": false }],
];

/** Said nowhere in particular in the house. */
const IN_HOUSE: readonly (readonly [say: string, changes: Record<string, Value>])[] = [
  ["switch the study monitor light on", { "study-monitor-light.light.on": true }],
  ["turn the left bedside lamp to warm white", { "master-left-lamp.light.on": true }],
  [
    "lights out in Emma's room and in the garden",
    { "emma-ceiling-light.light.on": false, "garden-path-lights.light.on": false },
  ],
  [
    "open the garage door",
    { "garage-door.garage-door.target-position": 100, "garage-door.garage-door.current-position": 100 },
  ],
];

describe("commands", () => {
  it.each(IN_FLAT)("flat: %s", async (say, changes) => {
    const found = await talkIn("flat", { room: "living" }).changes(say);
    expect(found).toMatchObject(changes);
  });

  it.each(IN_HOUSE)("house: %s", async (say, changes) => {
    const found = await talkIn("house").changes(say);
    expect(found).toMatchObject(changes);
  });

  it("keeps the order of several commands and their rooms apart", async () => {
    const talk = talkIn("flat", { room: "living" });
    const changes = await talk.changes("开落地灯，关主卧的床头灯，然后把空调调到二十三度");
    expect(changes).toEqual({
      "living-floor-lamp.light.on": true,
      "bedroom-bedside-lamp.light.on": false,
      "living-ac.air-conditioner.on": true,
      "living-ac.air-conditioner.target-temperature": 23,
    });
  });

  it("runs the valid parts and names the missing device", async () => {
    const talk = talkIn("flat", { room: "living" });
    const result = await talk.say("turn on the floor lamp and the lamp in the cellar");
    expect(result).toMatchObject({ handled: true, refused: 1, failed: true });
    expect(result.handled && result.reply).toMatch(/cellar/);
    expect(talk.home.device("living-floor-lamp")?.state.get("light.on")?.value).toBe(true);
  });

  it("refuses a value beyond the range and clamps a step", async () => {
    const talk = talkIn("flat", { room: "living" });
    expect(await talk.changes("set the air conditioner to 60 degrees")).toEqual({});
    const result = await talk.say("turn the ceiling light up by 70 percent");
    expect(result.handled && result.reply).toMatch(/at full brightness/);
    expect(talk.home.device("living-ceiling-light")?.state.get("light.brightness")?.value).toBe(100);
  });

  it.each([
    "don't touch the lights",
    "yesterday I turned off the lights",
    "maybe turn on the fan",
    "the weather was nice in Paris",
    "别关灯",
    "给我讲个笑话",
    "turn the lights into a poem",
  ])("changes nothing: %s", async (say) => {
    expect(await talkIn("flat", { room: "living" }).changes(say)).toEqual({});
  });
});
