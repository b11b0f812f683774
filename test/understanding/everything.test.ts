import { describe, expect, it } from "vitest";
import { plannedDevices } from "../support/planned-commands.ts";
import { talkIn } from "../support/speak.ts";

const house = talkIn("house");
const lounge = talkIn("house", { room: "living" });

describe("switching everything in a large home asks first", () => {
  it.each([
    ["switch every single thing on", /^That's \d+ devices: \d+ lights, .* Go ahead\?$/],
    ["turn on all devices", /^That's \d+ devices/],
    ["switch on every appliance", /^That's \d+ devices/],
    ["turn on all appliances in the house", /^That's \d+ devices/],
    ["turn the lights on", /^That's \d+ devices: \d+ lights, /],
    ["把所有设备都打开", /^一共\d+个设备：\d+盏灯、.*都要动吗？$/],
    ["全部开启", /^一共\d+个设备/],
    ["家里的电器全打开", /^一共\d+个设备/],
    ["所有东西都开起来", /^一共\d+个设备/],
    ["全屋的家电通通打开", /^一共\d+个设备/],
  ])("%s", async (text, question) => {
    const talk = talkIn("house");
    const before = JSON.stringify(talk.home.devices.map(({ state }) => [...state]));
    expect(await talk.reply(text)).toMatch(question);
    expect(JSON.stringify(talk.home.devices.map(({ state }) => [...state]))).toBe(before);
  });

  it("everything is switched after a yes", async () => {
    const talk = talkIn("house");
    await talk.say("turn on all devices");
    expect(Object.keys(await talk.changes("yes")).length).toBeGreaterThan(12);
  });
});

describe('"everything" leaves out essential devices and those that start only by name', () => {
  it.each([
    ["turn everything in the living room on", "living"],
    ["客厅里的东西全打开", "living"],
    ["everything in the kitchen on please", "kitchen"],
    ["厨房的电器都打开", "kitchen"],
  ])("%s", (text, room) => {
    const devices = plannedDevices(house, text);
    expect(devices).not.toEqual([]);
    expect(devices.every((name) => name.startsWith(room))).toBe(true);
    for (const kept of ["living-plug", "kitchen-fridge", "kitchen-oven", "kitchen-kettle", "kitchen-gas"])
      expect(devices).not.toContain(kept);
  });

  it.each([["turn off everything in the lounge"], ["kill everything in here"], ["客厅全关了"], ["把这里的东西全关掉"]])(
    "%s: the aquarium goes on",
    (text) => {
      const devices = plannedDevices(lounge, text);
      expect(devices).toContain("living-tv");
      expect(devices).not.toContain("living-plug");
    },
  );

  it.each(["turn off the aquarium", "把鱼缸关了"])("%s switches the named device", async (text) => {
    const talk = talkIn("house");
    await talk.say("turn on the aquarium");
    expect(await talk.changes(text)).toMatchObject({ "living-plug.switch.on": false });
  });
});

describe('after the blinds, "open everything again" means the blinds', () => {
  it.each([
    ["close the living room curtains", "open everything up again"],
    ["shut the curtains in the lounge", "ok open everything"],
    ["lower the blinds in the dining room", "now open everything again"],
    ["把客厅的窗帘拉上", "全部再打开"],
    ["关上餐厅的百叶窗", "所有的都打开"],
  ])("%s; %s", async (first, second) => {
    const talk = talkIn("house");
    const closed = Object.keys(await talk.changes(first));
    expect(closed).not.toEqual([]);
    const opened = await talk.changes(second);
    expect(Object.keys(opened).every((key) => /curtain|blind/.test(key))).toBe(true);
    expect(Object.keys(opened)).not.toEqual([]);
  });

  it('without a focus, "open everything" only opens covers and windows', () => {
    expect(plannedDevices(house, "open everything in the living room")).toEqual(["living-curtains"]);
    expect(plannedDevices(lounge, "open everything in here")).toEqual(["living-curtains"]);
  });
});

describe("a bare plural noun asks what to do", () => {
  it.each([
    "lamps",
    "the lights",
    "living room lights",
    "fans",
    "televisions",
    "灯光",
    "客厅的灯",
    "空调",
    "所有的灯",
    "风扇",
  ])("%s", (text) =>
    expect(plannedDevices(house, text).every((each) => /^(ask|unknown|refuse)/.test(each))).toBe(true),
  );
});

describe("都 means several devices", () => {
  it.each([
    ["加湿器都开了", ["leo-humidifier", "master-humidifier"]],
    ["电视都打开", ["living-tv", "master-tv"]],
    ["净化器都打开", ["emma-purifier", "living-purifier", "master-purifier"]],
    ["除湿机都关掉", ["gym-dehumidifier", "utility-dehumidifier"]],
    ["把电视全都关了", ["living-tv", "master-tv"]],
  ])("%s", (text, expected) => expect(plannedDevices(house, text)).toEqual(expected));
});
