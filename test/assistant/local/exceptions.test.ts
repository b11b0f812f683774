import { describe, expect, it } from "vitest";
import type { Home } from "../../../src/home/index.ts";
import { planningInFlat, talkIn } from "../../support/speak.ts";

/** Of the flat, in order; the airer and the heater have a lamp. */
const LIGHTS = [
  "balcony-airer",
  "bathroom-heater",
  "bedroom-bedside-lamp",
  "bedroom-ceiling-light",
  "kitchen-light",
  "living-ceiling-light",
  "living-floor-lamp",
  "study-monitor-light",
];
const without = (...names: readonly string[]) => LIGHTS.filter((name) => !names.includes(name));
const ALL_BUT_FLOOR_LAMP = without("living-floor-lamp");
const ALL_BUT_BEDROOM = without("bedroom-bedside-lamp", "bedroom-ceiling-light");

/** The handles of what is commanded from now on. */
function commandedIn(home: Home): readonly string[] {
  const handles: string[] = [];
  home.subscribe((event) => {
    if (event.type !== "executed") return;
    handles.push(...event.outcomes.map(({ device }) => home.device(device)?.handle ?? device));
  });
  return handles;
}

async function commanded(say: string, room?: string): Promise<readonly string[]> {
  const talk = talkIn("flat", room === undefined ? {} : { room });
  const handles = commandedIn(talk.home);
  await talk.say(say);
  return [...new Set(handles)].sort();
}

describe("an exception in one part of a sentence holds for the other parts", () => {
  it.each([
    "turn off all lights, but leave the floor lamp on",
    "turn off all the lights but leave the floor lamp on",
    "turn off all lights. not the floor lamp",
    "turn off all the lights. Except the floor lamp.",
    "don't turn off the floor lamp, turn off all other lights",
    "turn off all the lights and keep the floor lamp on",
    "keep the floor lamp on and turn off the other lights",
    "turn off all the lights and don't touch the floor lamp",
    "turn off all lights; the floor lamp stays as it is",
    "关掉所有灯，落地灯留着",
    "关掉所有灯，落地灯别动",
    "关掉所有灯,落地灯别关",
    "关掉所有灯，但落地灯不用关",
    "关掉所有灯，落地灯开着",
    "落地灯留着，其他灯都关了",
    "别关落地灯，把其他灯都关了",
    "保持落地灯开着，其他灯都关掉",
    "把除了落地灯以外的灯都关了",
    "除了落地灯所有灯都关了",
  ])("%s", async (say) => {
    expect(await commanded(say)).toEqual(ALL_BUT_FLOOR_LAMP);
  });

  it.each([
    ["关灯,卧室除外", undefined],
    ["关灯,卧室除外", "living"],
    ["卧室除外，把灯都关了", undefined],
    ["所有灯都关掉，卧室的不要关", undefined],
    ["关掉所有灯但是卧室的留着", undefined],
  ])("an excepted room: %s", async (say, room) => {
    expect(await commanded(say, room)).toEqual(ALL_BUT_BEDROOM);
  });

  it.each([
    ["close the curtains, but leave the bedroom ones open", ["living-curtain"]],
    ["close all curtains but keep the bedroom curtain open", ["living-curtain"]],
    ["turn off the living room lights but the floor lamp stays on", ["living-ceiling-light"]],
    ["turn off every light in the living room but the floor lamp", ["living-ceiling-light"]],
    [
      "turn off all lights, leave the floor lamp on, open the living room curtain",
      [...ALL_BUT_FLOOR_LAMP, "living-curtain"].sort(),
    ],
  ])("%s", async (say, handles) => {
    expect(await commanded(say)).toEqual(handles);
  });

  it("several exceptions all hold", async () => {
    const left = without("bedroom-bedside-lamp", "living-floor-lamp");
    expect(await commanded("turn off all lights, leave the floor lamp and the bedside lamp on")).toEqual(left);
    expect(await commanded("关掉所有灯，除了落地灯和床头灯")).toEqual(left);
  });

  it("the reply names no exceptions", async () => {
    const reply = await talkIn("flat").reply("turn off the living room lights. don't turn off the floor lamp");
    expect(reply).toBe("The living room ceiling light is off.");
  });

  it("exceptions hold for delayed commands", async () => {
    const talk = await planningInFlat();
    const handles = commandedIn(talk.home);
    await talk.say("in 10 minutes turn off all lights but leave the floor lamp on");
    await talk.until("2026-01-01T12:11:00Z");
    expect([...new Set(handles)].sort()).toEqual(ALL_BUT_FLOOR_LAMP);
  });
});

describe("a group with an excepted member is replaced by the others", () => {
  it.each(["turn off the evening group. not the bedside lamp", "关掉黄昏灯组，床头灯留着"])("%s", async (say) => {
    const { home, say: speak } = talkIn("flat");
    const lamp = home.device("living-floor-lamp") ?? expect.fail("no lamp");
    home.apply([
      {
        kind: "device",
        device: {
          id: "zigbee:group-7",
          name: "黄昏灯组",
          aliases: ["evening group"],
          room: "living",
          model: "group",
          spec: lamp.spec,
          dialect: "miot",
          reports: true,
          members: ["miot:living-floor-lamp", "miot:bedroom-bedside-lamp"],
        },
      },
      { kind: "availability", id: "zigbee:group-7", online: true },
    ]);
    const handles = commandedIn(home);
    await speak(say);
    expect([...new Set(handles)]).toEqual(["living-floor-lamp"]);
  });
});

describe("an unclear exception stops the command", () => {
  it.each([
    "turn off all the lights but leave the aquarium on",
    "关掉所有灯，鱼缸灯留着",
    "turn off the floor lamp but leave the floor lamp on",
    "turn off the TV but not now",
    "别动",
  ])("%s", async (say) => {
    expect(await commanded(say)).toEqual([]);
  });

  it("an exception without a clear rest stops the command", async () => {
    expect(await commanded("turn off the lights but don't turn off the bedroom lights", "study")).toEqual([]);
  });
});

describe("a device that one part excepts may be commanded by another part", () => {
  it.each([
    ["don't turn off the floor lamp, dim it to 20%", ["living-floor-lamp"]],
    ["don't close the bedroom curtain, open it", ["bedroom-curtain"]],
    ["turn on the floor lamp, don't turn on anything else", ["living-floor-lamp"]],
    ["只开落地灯，别的不动", ["living-floor-lamp"]],
    ["leave the floor lamp on and turn off the TV", ["living-tv"]],
    ["keep the floor lamp on", ["living-floor-lamp"]],
    ["leave the floor lamp on", []],
    ["落地灯留着", []],
  ])("%s", async (say, handles) => {
    expect(await commanded(say)).toEqual(handles);
  });
});

describe("a device that is said to be fine is told where its state is another", () => {
  it.each([
    ["关灯", "可以，窗帘关着就行", "客厅的窗帘开着。"],
    ["turn off the lights", "fine, the curtains can stay closed", "The living room curtains are open."],
  ])("%s", async (say, remark, told) => {
    const talk = talkIn("house", { room: "living" });
    await talk.say(say);
    expect(await talk.say(remark)).toMatchObject({ reply: told, outcomes: [] });
  });
});
