import { describe, expect, it } from "vitest";
import type { DeviceDescription, Home } from "../../../src/home/index.ts";
import { planningIn, talkIn } from "../../support/speak.ts";

/** A group of the living room's floor lamp and the bedroom's bedside lamp, as Zigbee2MQTT would show it. */
function addGroup(home: Home, given: Partial<DeviceDescription> = {}): void {
  const lamp = home.device("living-floor-lamp") ?? expect.fail("no lamp");
  const id = "zigbee:group-7";
  home.apply([
    {
      kind: "device",
      device: {
        id,
        name: "黄昏灯组",
        aliases: ["evening group"],
        room: "living",
        model: "group",
        spec: lamp.spec,
        dialect: "miot",
        reports: true,
        members: ["miot:living-floor-lamp", "miot:bedroom-bedside-lamp"],
        ...given,
      },
    },
    { kind: "availability", id, online: true },
    { kind: "values", id, values: [{ address: "light.on", value: true }], cause: "retained" },
  ]);
}

const GROUP = "黄昏灯组";
const LIVING = ["living-ceiling-light", "living-floor-lamp"];
const BEDROOM = ["bedroom-bedside-lamp", "bedroom-ceiling-light"];
/** In order; the airer and the heater have a lamp. */
const LIGHTS = ["balcony-airer", "bathroom-heater", ...BEDROOM, "kitchen-light", ...LIVING, "study-monitor-light"];
const without = (...names: readonly string[]) => LIGHTS.filter((name) => !names.includes(name));

/** The ids of what is commanded from now on. */
function commandedIn(home: Home): readonly string[] {
  const ids: string[] = [];
  home.subscribe((event) => {
    if (event.type === "executed") ids.push(...event.outcomes.map(({ device }) => device));
  });
  return ids;
}

/** What a sentence commands in a home with the group, by handle. */
async function commanded(say: string, group: Partial<DeviceDescription> = {}): Promise<readonly string[]> {
  const talk = talkIn("flat", { room: "living" });
  addGroup(talk.home, group);
  const ids = commandedIn(talk.home);
  await talk.say(say);
  const named = ids.map((id) => (id === "zigbee:group-7" ? GROUP : (talk.home.device(id)?.handle ?? id)));
  return [...new Set(named)].sort();
}

const SEVERAL: readonly (readonly [say: string, devices: readonly string[]])[] = [
  ["turn off all lights", LIGHTS],
  ["把所有的灯都关掉", LIGHTS],
  ["all lights off except the bedside lamp", without("bedroom-bedside-lamp")],
  ["除了床头灯，所有的灯都关掉", without("bedroom-bedside-lamp")],
  ["turn off all lights except in the bedroom", without(...BEDROOM)],
  ["turn off all lights except the evening group", without("bedroom-bedside-lamp", "living-floor-lamp")],
  ["除了黄昏灯组，所有的灯都关掉", without("bedroom-bedside-lamp", "living-floor-lamp")],
  ["turn off the lights", LIVING],
  ["关灯", LIVING],
  ["turn off the living room", LIVING],
  ["客厅的灯调到百分之二十", LIVING],
  ["turn the living room lights red", ["living-floor-lamp"]],
];

const NAMED: readonly (readonly [say: string, devices: readonly string[]])[] = [
  ["turn off the evening group", [GROUP]],
  ["关掉黄昏灯组", [GROUP]],
  ["turn off the evening group except the bedside lamp", ["living-floor-lamp"]],
  ["除了床头灯，把黄昏灯组关掉", ["living-floor-lamp"]],
];

describe("a group of lights", () => {
  it.each(SEVERAL)("is not commanded beside its members: %s", async (say, devices) => {
    expect(await commanded(say)).toEqual(devices);
  });

  it.each(NAMED)("is commanded by its name: %s", async (say, devices) => {
    expect(await commanded(say)).toEqual(devices);
  });

  it("stands for its members that are in no named room", async () => {
    const members = ["miot:bedroom-bedside-lamp", "miot:study-monitor-light"];
    expect(await commanded("turn off the living room lights", { members })).toEqual([...LIVING, GROUP]);
  });

  it("is replaced by its remaining members when its name means all of them and some are excepted", async () => {
    const group = { name: "全部灯", aliases: ["all lights"] };
    expect(await commanded("all lights off except the bedside lamp", group)).toEqual(["living-floor-lamp"]);
  });

  it("inside another group is replaced together with it", async () => {
    const talk = talkIn("flat", { room: "living" });
    addGroup(talk.home);
    const spec = talk.home.device("living-floor-lamp")?.spec ?? expect.fail("no lamp");
    const outer = { name: "楼层灯组", aliases: [], room: null, model: "group", spec, dialect: "miot", reports: true };
    talk.home.apply([
      { kind: "device", device: { id: "ha:outer", ...outer, members: ["zigbee:group-7", "ha:outer"] } },
    ]);
    const ids = commandedIn(talk.home);
    await talk.say("turn off all lights except the bedside lamp");
    expect(ids.filter((id) => !id.startsWith("miot:"))).toEqual([]);
    expect(ids).not.toContain("miot:bedroom-bedside-lamp");
  });

  it("is neither counted nor listed beside its members", async () => {
    const talk = talkIn("flat", { room: "living" });
    const asked = [
      "how many lights are on?",
      "which lights are on?",
      "有几盏灯开着？",
      "哪些灯开着？",
      "is anything on?",
    ];
    const before = await Promise.all(asked.map((text) => talk.reply(text)));
    addGroup(talk.home);
    expect(await Promise.all(asked.map((text) => talk.reply(text)))).toEqual(before);
    expect(await talk.reply("is the evening group on?")).toMatch(/evening group is on/i);
  });

  it.each([
    ["turn off the first living room light", "living-ceiling-light"],
    ["turn off the second living room light", "living-floor-lamp"],
    ["关掉客厅第二盏灯", "living-floor-lamp"],
  ])("is not counted among its members: %s", async (say, device) => {
    expect(await commanded(say, { name: "吹风灯组" })).toEqual([device]);
  });

  it.each([
    ["turn on the bedside lamp", "turn off the other lights"],
    ["打开床头灯", "把其他的灯关掉"],
  ])('is not among "the others" after a member: %s', async (first, then) => {
    const talk = talkIn("flat", { room: "bedroom" });
    addGroup(talk.home, { room: "bedroom" });
    await talk.say(first);
    const ids = commandedIn(talk.home);
    await talk.say(then);
    expect(ids).not.toContain("zigbee:group-7");
    expect(ids).not.toContain("miot:bedroom-bedside-lamp");
    expect(ids).toContain("miot:bedroom-ceiling-light");
  });

  it("is not saved in a scene beside its members", async () => {
    const talk = await planningIn("flat");
    addGroup(talk.home, { room: "bathroom" });
    await talk.say("save how everything is now as a scene called now");
    await talk.say("save all the lights as a scene called lit");
    const targets = talk.planner.scenes.list().map(({ definition }) => definition.steps.map(({ target }) => target));
    expect(targets).toHaveLength(2);
    for (const each of targets) {
      expect(each).toContain(talk.home.device("bedroom-bedside-lamp")?.id);
      expect(each).not.toContain(talk.home.device("zigbee:group-7")?.id);
    }
  });
});
