import { describe, expect, it } from "vitest";
import { outcomeSentences } from "../../../src/assistant/replies/outcomes.ts";
import { type Command, type Home, type Outcome, parseSpec } from "../../../src/home/index.ts";
import { tellOutcomes } from "../../../src/language/index.ts";
import { described, LIGHT, set, testHome } from "../../support/home.ts";
import { planningIn, talkIn } from "../../support/speak.ts";

function lightOn(home: Home, handle: string): Command {
  const { id } = home.device(handle) ?? expect.fail(`no ${handle}`);
  return { kind: "set", device: id, properties: [{ address: "light.on", value: true }] };
}

describe("a part of a device is told as the part", () => {
  it.each([
    ["turn on the garage door light", "The garage door light is on."],
    ["打开车库门的灯", "车库门的灯开了。"],
  ])("where it alone is switched: %s", async (text, told) => {
    expect(await talkIn("house").reply(text)).toBe(told);
  });

  it.each([
    ["en" as const, "The garage door light is on."],
    ["zh" as const, "车库门的灯开了。"],
  ])("after a question for a yes, or by a model, in %s", async (language, told) => {
    const { home } = talkIn("house");
    const { outcomes } = await home.execute([lightOn(home, "garage-door")], { kind: "person" });
    expect(outcomeSentences(home, outcomes, language)).toBe(told);
  });

  it("for keys of a switch: some by their names, all of them as the switch", async () => {
    const service = (iid: number, description: string) => ({
      iid,
      type: `urn:miot-spec-v2:service:switch:0000780C:test-keys:1`,
      description,
      properties: [
        {
          iid: 1,
          type: "urn:miot-spec-v2:property:on:00000006:test-keys:1",
          description: "Switch Status",
          format: "bool",
          access: ["read", "write", "notify"],
        },
      ],
    });
    const spec = parseSpec({
      type: "urn:miot-spec-v2:device:switch:0000A003:test-keys:1",
      description: "Switch",
      services: [service(2, "Left Switch"), service(3, "Middle Switch"), service(4, "Right Switch")],
    });
    const { home } = testHome([described("keys", { name: "Wall switch", spec })]);
    const told = async (...keys: readonly string[]) => {
      const writes = Object.fromEntries(keys.map((key) => [`${key}.on`, true]));
      const { outcomes } = await home.execute([set("keys", writes)], { kind: "person" });
      return outcomeSentences(home, outcomes, "en");
    };
    expect(await told("switch", "switch-2")).toMatch(/^The left.* and the middle.* of the wall switch are on\.$/);
    expect(await told("switch", "switch-2", "switch-3")).toMatch(/^The wall switch is on\.$/);
  });
});

describe("the question for a yes names or counts what would be switched off", () => {
  it.each([
    ["I'm leaving", "yes", /the TVs and (?<count>\d+) other devices\?/],
    ["我出门了", "好", /电视和另外(?<count>\d+)个设备吗？/],
  ])("%s", async (text, yes, told) => {
    const talk = await planningIn("house", { room: "living" });
    const offered = told.exec(await talk.reply(text))?.groups?.["count"];
    const { outcomes = [] } = { ...(await talk.say(yes)) } as { outcomes?: readonly Outcome[] };
    const kinds = outcomes.map(({ device }) => talk.home.device(device)?.spec.kind ?? "");
    const named = new Set(["light", "fan", "heater", "television", "lock"]);
    expect(kinds.filter((kind) => !named.has(kind)).length).toBe(Number(offered));
  });
});

describe("a statement about all holds for all", () => {
  it("counts lamps that are parts of other devices among the lights", async () => {
    const { home, say, reply } = talkIn("house");
    await say("turn off all the lights");
    await home.execute([lightOn(home, "garage-door")], { kind: "person" });
    expect(await reply("are all the lights off?")).toBe("No, the garage door light is still on.");
    expect(await reply("turn off the lights in the garage")).toBe("Both lights in the garage are off.");
    expect(await reply("are all the lights off?")).toBe("Yes, all the lights are off.");
  });

  it.each([
    [
      "turn off all the lights in the kitchen",
      "are all the lights in the kitchen off?",
      "Yes, both lights in the kitchen are off.",
    ],
    ["把厨房的灯都关了", "厨房的灯都关了吗", "厨房的灯都关着。"],
  ])("names the place of the question: %s", async (before, question, answer) => {
    const { say, reply } = talkIn("house");
    await say(before);
    expect(await reply(question)).toBe(answer);
  });

  it.each([
    ["are any lights on in the gym?", "No lights in the gym are on."],
    ["are any lights on upstairs?", "No lights on the first floor are on."],
    ["楼上有灯开着吗", "二楼没有灯开着。"],
  ])('says "none" of the named place alone: %s', async (question, answer) => {
    const { say, reply } = talkIn("house");
    await say("turn off the lights upstairs");
    expect(await reply(question)).toBe(answer);
  });

  it("counts more than a few devices", async () => {
    const { say, reply } = talkIn("house");
    expect(await reply("how many lights are there?")).toBe("There are 31 lights.");
    await say("turn on all the lights");
    expect(await reply("how many lights are on?")).toBe("All 31 lights are on.");
  });
});

describe("devices with one name in one room", () => {
  const lamp = (id: string) => described(id, { name: "Lamp", room: "den", spec: LIGHT });
  const given = { rooms: [{ id: "den", name: "Den", aliases: [], floor: null }] };

  it("are told as two", async () => {
    const { home } = testHome([lamp("one"), lamp("two")], given);
    const { outcomes } = await home.execute([set("one", { "light.on": true }), set("two", { "light.on": true })], {
      kind: "person",
    });
    expect(outcomeSentences(home, outcomes, "en")).toBe("Two lights are on.");
  });
});

it("a device that did not answer two writes is told once", () => {
  const lamp = { key: "lamp", name: "Lamp", kind: "light" };
  const outcome = { status: "timeout" } as const;
  const brightness = { kind: "set", property: "brightness", type: "brightness", value: "40%", end: null } as const;
  const told = [
    { ...lamp, deed: { kind: "power", on: true } as const, outcome },
    { ...lamp, deed: brightness, outcome },
  ];
  expect(tellOutcomes(told, "en")).toBe("The lamp didn't answer, so I can't tell whether it worked.");
});

it("the room is not repeated where a name among several has it", async () => {
  expect(await talkIn("flat", { room: "living" }).reply("把灯以外的都关了")).toBe(
    "客厅的空调、电视和空气净化器都关了。",
  );
});
