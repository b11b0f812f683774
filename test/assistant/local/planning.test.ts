import { describe, expect, it } from "vitest";
import { planningInFlat, talkIn } from "../../support/speak.ts";

/** The clock of a talk stands at 20:00 in Shanghai. */
const TIMERS: readonly (readonly [say: string, seconds: number, name: string])[] = [
  ["set a timer for twelve minutes", 720, ""],
  ["start an egg timer of 4 minutes", 240, "egg"],
  ["定一个二十分钟的计时器", 1200, ""],
  ["三分半后提醒我翻面", 210, "翻面"],
  ["remind me in an hour and a half to call the plumber", 5400, "call the plumber"],
  ["wake me at 6:15", 36_900, "alarm"],
  ["明天早上七点叫我起床", 39_600, "闹钟"],
  ["turn off the ceiling light in a quarter of an hour", 900, ""],
  ["两小时后关掉空调", 7200, ""],
  ["turn the TV on at half past nine in the evening", 5400, ""],
];

describe("sentences about time", () => {
  it.each(TIMERS)("%s", async (say, seconds, name) => {
    const talk = await planningInFlat();
    expect(await talk.changes(say)).toEqual({});
    expect(talk.planner.timers.list()).toMatchObject([{ durationMs: seconds * 1000, name }]);
  });

  it("a temporary command switches back after a while", async () => {
    const talk = await planningInFlat();
    expect(await talk.changes("turn on the floor lamp for 10 minutes")).toEqual({ "living-floor-lamp.light.on": true });
    const [timer] = talk.planner.timers.list();
    expect(timer?.durationMs).toBe(600_000);
    expect(timer?.commands).toEqual([
      { kind: "set", device: "miot:living-floor-lamp", properties: [{ address: "light.on", value: false }] },
    ]);
  });

  it("a timer is paused, extended, asked for and cancelled", async () => {
    const talk = await planningInFlat();
    await talk.say("set a timer named tea for 5 minutes");
    await talk.until("2026-01-01T12:01:00Z");
    const left = await talk.say("how much time is left on the tea timer?");
    expect(left.handled && left.reply).toMatch(/4 minutes/);
    await talk.say("add 2 minutes to the tea timer");
    expect(talk.planner.timers.list()[0]?.durationMs).toBe(420_000);
    await talk.say("pause the tea timer");
    expect(talk.planner.timers.list()[0]?.state.kind).toBe("paused");
    await talk.say("cancel the tea timer");
    expect(talk.planner.timers.list()).toEqual([]);
  });

  it("a condition is checked now", async () => {
    const talk = await planningInFlat();
    expect(await talk.changes("如果卧室高于三十度就打开卧室的空调")).toEqual({});
    expect(await talk.changes("如果卧室高于二十度就打开卧室的空调")).toEqual({ "bedroom-ac.air-conditioner.on": true });
  });

  it("are handed on where nothing can be planned", async () => {
    expect(await talkIn("flat").say("set a timer for 5 minutes")).toMatchObject({ handled: false });
  });
});

it("an automation without its yes is marked in every list of plans", async () => {
  const talk = await planningInFlat();
  const { planner } = talk;
  const actions = [{ type: "notify" as const, message: "up", webhook: "https://hooks.example.org/a" }];
  const triggers = [{ type: "time" as const, at: "18:30" }];
  await planner.automations.save({ name: "Report", triggers, actions }, { origin: { kind: "api" } });
  expect(await talk.reply("what is planned?")).toContain('"Report" (I\'ll ask first)');
  expect(await talk.reply("有什么计划？")).toMatch(/Report.*（到时会先问你）/);
  expect(await talk.reply("which automations are there?")).toContain('"Report" (I\'ll ask first)');
  await planner.automations.save(
    { id: "report", name: "Report", triggers, actions },
    { origin: { kind: "api" }, approved: true, replace: true },
  );
  expect(await talk.reply("what is planned?")).not.toContain("waits for");
});
