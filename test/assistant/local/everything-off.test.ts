import { describe, expect, it } from "vitest";
import { talkIn } from "../../support/speak.ts";

describe("everything off", () => {
  it("names what was switched and what stays on, and no device without a switch", async () => {
    const flat = talkIn("flat");
    const told = await flat.reply("turn everything off");
    expect(told).toMatch(/^Six devices are off: .*\. I've left the water heater on\.$/);
    expect(await flat.reply("is everything off?")).toBe("No, the water heater is still on.");
    expect(await flat.reply("what's still on?")).toBe("The water heater is on.");
  });

  it("names them in Chinese", async () => {
    const flat = talkIn("flat");
    expect(await flat.reply("全关了")).toMatch(/^6个设备都关了.*。热水器没动，还开着。$/);
    expect(await flat.reply("热水器关了吗")).toBe("热水器没关。");
  });

  it("does not name devices that stay on in other rooms", async () => {
    const flat = talkIn("flat", { room: "living" });
    expect(await flat.reply("turn everything off in the living room")).not.toContain("water heater");
    expect(await flat.reply("is everything off in the living room?")).toMatch(/^Yes, /);
  });
});

describe("the name of the home means everything in it", () => {
  it.each([
    ["turn the home off", "turn everything off"],
    ["turn off the house", "turn everything off"],
    ["switch off the entire home", "turn everything off"],
    ["把家关了", "全部关掉"],
    ["关掉家里", "全部关掉"],
    ["全家都关了", "全部关掉"],
    ["把家里都关了", "全部关掉"],
    ["turn the home on", "turn everything back on"],
    ["turn the house on", "turn everything back on"],
    ["打开家里", "全部打开"],
  ])("%s is confirmed and run as: %s", async (text, everything) => {
    const [one, other] = [talkIn("house", { room: "living" }), talkIn("house", { room: "living" })];
    expect(await one.reply(text)).toBe(await other.reply(everything));
  });

  it.each(["turn off the lights in the house", "关掉家里的灯"])(
    "is not asked about where only its lights are meant: %s",
    async (text) => {
      const changed = Object.keys(await talkIn("flat", { room: "living" }).changes(text));
      expect(changed.filter((key) => !key.endsWith("light.on"))).toEqual([]);
    },
  );
});

describe("an appliance that was switched off after it reported to be at work", () => {
  it.each([
    ["turn off the humidifier", "is the humidifier on?", "No, the humidifier is off."],
    ["关掉加湿器", "加湿器开着吗", "加湿器没开。"],
  ])("is off: %s | %s", async (off, asked, told) => {
    const flat = talkIn("flat");
    await flat.say(off);
    expect(await flat.reply(asked)).toBe(told);
  });
});

describe('"is everything closed?"', () => {
  it.each([
    ["is everything closed?", "No, the living room curtain is still open."],
    ["都关好了吗", "没有，客厅的窗帘还开着。"],
  ])("is about curtains, doors and windows, and not about switches: %s", async (text, told) =>
    expect(await talkIn("flat").reply(text)).toBe(told),
  );
});
