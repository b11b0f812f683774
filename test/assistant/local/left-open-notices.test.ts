import { describe, expect, it } from "vitest";
import { type PlanningTalk, planningIn } from "../../support/speak.ts";

const rule = (talk: PlanningTalk) => talk.planner.automations.list().at(-1)?.definition.triggers;

const OF_THE_DOOR = { target: "garage-door", property: "garage-door.current-position", above: 0 };

describe('"tell me if it is left open" notifies after it has been open for a while', () => {
  it.each([
    ["tell me when the garage door is left open", "10m"],
    ["let me know if someone leaves the garage door open", "10m"],
    ["if the garage door has been left open for 20 minutes, tell me", "20m"],
    ["车库门忘关了提醒我", "10m"],
    ["要是忘了关车库门就告诉我", "10m"],
    ["车库门一直开着的话通知我", "10m"],
  ])("%s", async (text, minutes) => {
    const talk = await planningIn("house");
    expect(await talk.reply(text)).toMatch(minutes === "10m" ? /10 minutes|10分钟/ : /20 minutes/);
    const device = talk.home.devices.find(({ handle }) => handle === OF_THE_DOOR.target);
    expect(rule(talk)).toMatchObject([
      { ...OF_THE_DOOR, target: device?.id, for: `${Number.parseInt(minutes, 10) * 60}s` },
    ]);
  });

  it.each(["tell me if the kitchen lights are left on", "厨房灯忘关了提醒我"])(
    "waits an hour for lamps: %s",
    async (text) => {
      const talk = await planningIn("house");
      await talk.say(text);
      expect(rule(talk)).toMatchObject([{ for: "3600s" }, { for: "3600s" }]);
    },
  );

  it.each(["tell me when the garage door opens", "车库门打开的时候提醒我", "车库门没关好提醒我"])(
    'notifies at once where the sentence only says "opens": %s',
    async (text) => {
      const talk = await planningIn("house");
      await talk.say(text);
      const [trigger, ...others] = rule(talk) ?? [];
      expect([trigger, others.length]).toEqual([
        expect.objectContaining({ property: OF_THE_DOOR.property, above: 0 }),
        0,
      ]);
      expect(trigger).not.toHaveProperty("for");
    },
  );

  it('"the lamp of the door" is its lamp', async () => {
    const talk = await planningIn("house");
    await talk.say("车库门的灯打开的时候告诉我");
    expect(rule(talk)).toMatchObject([{ property: "light.on" }]);
  });
});

describe("所有 and 全部 after a room mean what is switched there, not its plans", () => {
  it.each(["关掉厨房全部", "关掉厨房所有", "厨房全部关掉", "关了厨房所有的"])("%s", async (text) => {
    const talk = await planningIn("house", { room: "living" });
    await talk.say("20分钟后关厨房的灯");
    const changes = await talk.changes(text);
    expect(changes["kitchen-ceiling-light.light.on"]).toBe(false);
    expect(talk.planner.timers.list()).toHaveLength(1);
  });

  it.each(["厨房的定时全部取消", "把厨房的定时关掉"])("mean the plans where these are named: %s", async (text) => {
    const talk = await planningIn("house", { room: "living" });
    await talk.say("20分钟后关厨房的灯");
    expect(await talk.changes(text)).toEqual({});
    expect(talk.planner.timers.list()).toEqual([]);
  });

  it("with 取消 and no word for plans cancel nothing, and switch nothing", async () => {
    const talk = await planningIn("house", { room: "living" });
    await talk.say("20分钟后关厨房的灯");
    expect(await talk.changes("取消厨房全部")).toEqual({});
    expect(talk.planner.timers.list()).toHaveLength(1);
  });
});
