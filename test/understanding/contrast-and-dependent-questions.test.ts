import { describe, expect, it } from "vitest";
import { netChanges } from "../support/net-changes.ts";
import { planningIn, talkIn } from "../support/speak.ts";

describe('"not that but this" does the other act to the same thing', () => {
  it.each([
    ["don't turn off the telly, just mute it", { "living-tv.speaker.mute": true }],
    ["don't switch the speaker off, only turn it down", { "living-speaker.speaker.volume": 25 }],
    ["please don't turn off the heater, just lower it", { "living-heater.heater.target-temperature": 20 }],
    ["don't switch off the floor lamp, just dim it", { "living-floor-lamp.light.brightness": 25 }],
    ["don't turn the floor lamp off, just make it red", { "living-floor-lamp.light.color": 0xff0000 }],
    ["don't turn off the TV, just the volume", { "living-tv.speaker.mute": true }],
    ["别把电视关了，静音就好", { "living-tv.speaker.mute": true }],
    ["音箱先别关，小声一点就行", { "living-speaker.speaker.volume": 25 }],
    ["不用关落地灯，只要调暗", { "living-floor-lamp.light.brightness": 25 }],
  ])("%s", async (text, expected) => {
    expect(await netChanges([text], { room: "living" })).toEqual(expected);
  });

  it.each([
    ["don't turn off the floor lamp, just the ceiling light", { "living-ceiling-light.light.on": false }],
    ["不要关落地灯，关吸顶灯就行", { "living-ceiling-light.light.on": false }],
    ["don't turn off the TV, just its screen", {}],
  ])("another thing stays another: %s", async (text, expected) => {
    expect(await netChanges([text], { room: "living" })).toEqual(expected);
  });
});

describe('a question behind "if so" or "if not" is about the same thing, and no command', () => {
  it.each([
    ["are the lights off? if not, how many are on", /^Three lights are on: /],
    ["are the lights on? if so, how many of them are on?", /^Three lights are on: /],
    ["are the lights off? if not, which are on", /ceiling light, the bedside lamp and the monitor light are on\.$/],
    ["is the TV on? if not, who turned it off", /TV/],
    ["is the bedside lamp on? if so, how bright is it?", "The bedside lamp is at 30%."],
    ["灯关了吗？没关的话有几盏开着", "(handed on)"],
  ])("%s", async (text, told) => {
    const talk = await planningIn("flat", { room: "study" });
    const reply = await talk.reply(text);
    if (typeof told === "string") expect(reply).toBe(told);
    else expect(reply).toMatch(told);
    expect(reply).not.toMatch(/haven't done anything/);
    expect(await talk.changes(text)).toEqual({});
  });
});

describe("a condition on the current state is checked now, and makes no rule", () => {
  it.each([
    ["is the telly on? if it is, turn it off", { "living-tv.television.on": false }],
    ["is the side door locked? if not, lock it", { "garage-side-door.lock.locked": true }],
    ["is the heater on? if so, turn it off", {}],
    ["电视开着没？开着的话把它关了", { "living-tv.television.on": false }],
    ["看看侧门锁了没有，没锁就锁上", { "garage-side-door.lock.locked": true }],
    ["空调开着吗，开着就关电视", {}],
    ["净化器开着吗，开着就关电视", { "living-tv.television.on": false }],
  ])("%s", async (text, expected) => {
    const { planner, say, changes } = await planningIn("house", { room: "living" });
    expect(await changes(text)).toEqual(expected);
    await say(text);
    expect(planner.automations.list()).toEqual([]);
  });
});

describe("a command behind a question is carried out", () => {
  it.each([
    ["how cold is it in here, and turn on the spotlights", { "living-spots.light.on": true }],
    ["what's the humidity? turn off the telly", { "living-tv.television.on": false }],
    ["why is it this dark? turn on the spotlights", { "living-spots.light.on": true }],
    ["are you awake? switch off the floor lamp", { "living-floor-lamp.light.on": false }],
    ["what's going on? turn the TV off", { "living-tv.television.on": false }],
    ["怎么搞的，快把电视关了", { "living-tv.television.on": false }],
    ["干嘛呢，快开射灯", { "living-spots.light.on": true }],
    ["怎么这么暗？打开射灯", { "living-spots.light.on": true }],
  ])("%s", async (text, expected) => {
    expect(await netChanges([text], { room: "living" })).toEqual(expected);
  });

  it.each([
    "did you switch off the TV and close the curtains?",
    "what happens if I turn on the heater and close the window?",
    "who switched off the lamp and closed the curtains?",
    "why did you turn off the spotlights, open the curtains",
    "为什么把电视打开，把灯关了",
    "会不会关电视，开窗帘",
    "怎么回事，电视关了吗",
  ])("two things that are asked are none: %s", async (text) => {
    const talk = talkIn("house", { room: "living" });
    expect(await talk.changes(text)).toEqual({});
  });
});
