import { describe, expect, it } from "vitest";
import { planningInFlat } from "../../support/speak.ts";

const LAMP = { steps: [{ target: "living-floor-lamp", set: { "light.on": true, "light.brightness": 80 } }] };

describe("a scene with a transition", () => {
  it.each([
    [
      "Movie night",
      "start movie night slowly over ten minutes",
      'The "Movie night" scene is on its way; it takes 10 minutes.',
    ],
    ["Movie night", "movie night over ten minutes", 'The "Movie night" scene is on its way; it takes 10 minutes.'],
    ["观影", "用十分钟慢慢启动观影", "“观影”场景开始了，会在10分钟内慢慢到位。"],
    ["观影", "慢慢地用十分钟打开观影", "“观影”场景开始了，会在10分钟内慢慢到位。"],
  ])("%s: %s", async (name, said, told) => {
    const talk = await planningInFlat();
    await talk.planner.scenes.save({ name, ...LAMP }, { origin: { kind: "person" } });
    const level = () => talk.home.device("living-floor-lamp")?.state.get("light.brightness")?.value;
    expect(await talk.reply(said)).toBe(told);
    expect(level()).toBeLessThan(10);
    await talk.until("2026-01-01T12:05:00Z");
    expect(level()).toBeGreaterThan(30);
    expect(level()).toBeLessThan(60);
    await talk.until("2026-01-01T12:11:00Z");
    expect(level()).toBe(80);
  });

  it("is not found where no scene is named", async () => {
    const talk = await planningInFlat();
    expect(await talk.changes("turn on the floor lamp over the sofa")).toEqual({});
  });
});

describe('"make it as bright as the other one"', () => {
  it.each([
    "set the bedside lamp to the same brightness as the floor lamp",
    "set the bedroom AC to the same temperature as the living room AC",
    "把主卧吸顶灯调到和落地灯一样亮",
  ])("%s: is not refused", async (said) => {
    const talk = await planningInFlat();
    expect(await talk.reply(said)).toBe("(handed on)");
  });
});
