import { expect, test } from "vitest";
import { peopleTalk } from "../../support/people-talk.ts";

const FAMILY = [
  { id: "emma", name: "Emma", aliases: ["mum", "妈妈"], role: "adult", room: "study" },
  { id: "kate", name: "Kate", aliases: ["凯特"], role: "adult" },
  { id: "leo", name: "Leo", aliases: ["小明"], role: "child", room: "bedroom" },
] satisfies NonNullable<Parameters<typeof peopleTalk>[0]>["people"];

const STUDY_LIGHT = "study-monitor-light";

/** Handles of the devices that a sentence did anything with, in a fresh home. */
async function did(text: string, person?: string): Promise<readonly string[]> {
  const { say, home } = await peopleTalk({ people: FAMILY });
  const result = await say(text, person === undefined ? {} : { person });
  const ids = result.handled ? result.outcomes.map(({ device }) => device) : [];
  return [...new Set(ids)].map((id) => home.devices.find((each) => each.id === id)?.handle ?? id);
}

test.each([
  ["turn on the fan in my room", ["study-fan"]],
  ["hey jia, lights off in my room pls", [STUDY_LIGHT]],
  ["can you switch my room light on", [STUDY_LIGHT]],
  ["turn on the light in my room and the kitchen", [STUDY_LIGHT, "kitchen-light"]],
  ["把我屋里的灯关了", [STUDY_LIGHT]],
  ["我房间的灯关一下", [STUDY_LIGHT]],
  ["帮我把我屋的风扇打开", ["study-fan"]],
])('"my room" is the room of the speaker: %s', async (text, devices) => {
  expect(await did(text, "emma")).toEqual(devices);
});

test.each([
  ["turn off the ac in Leo's room", ["bedroom-ac"]],
  ["turn on the light in mum's room", [STUDY_LIGHT]],
  ["小明屋里的窗帘拉上", ["bedroom-curtain"]],
  ["打开小明房间的空调", ["bedroom-ac"]],
  ["把妈妈的房间的灯关掉", [STUDY_LIGHT]],
])('"Emma\'s room" is hers, whoever speaks: %s', async (text, devices) => {
  expect(await did(text, "kate")).toEqual(devices);
  expect(await did(text)).toEqual(devices);
});

test("my bedroom is the only bedroom where the own room is none", async () => {
  expect(await did("turn on the AC in my bedroom", "emma")).toEqual(["bedroom-ac"]);
  expect(await did("我卧室的空调打开", "emma")).toEqual(["bedroom-ac"]);
});

test("questions and plans are about the own room", async () => {
  const { reply, home, later } = await peopleTalk({ people: FAMILY });
  expect(await reply("is the fan on in my room?", { person: "emma" })).toBe("No, the fan is off.");
  expect(await reply("我房间的灯开着吗", { person: "emma" })).toBe("屏幕挂灯开着。");
  const at = "turn off the light in my room in ten minutes";
  expect(await reply(at, { person: "emma" })).toContain("study monitor light");
  await later("2026-01-01T12:11:00Z");
  expect(home.devices.find(({ handle }) => handle === STUDY_LIGHT)?.state.get("light.on")?.value).toBe(false);
});

test.each([
  ["turn off the light in my room", "Which room is yours?", "the study please", "The monitor light is off."],
  ["把我房间的灯关了", "你的房间是哪一间？", "书房", "屏幕挂灯关了。"],
])("a room without a known owner is asked for: %s", async (text, question, answer, done) => {
  for (const person of [undefined, "kate"]) {
    const { say, reply } = await peopleTalk({ people: FAMILY });
    const speaking = person === undefined ? {} : { person };
    expect(await say(text, speaking)).toMatchObject({ reply: question, outcomes: [], expectsReply: true });
    expect(await reply(answer, speaking)).toBe(done);
  }
});

test("asks for the room of somebody who has none", async () => {
  const { reply } = await peopleTalk({ people: FAMILY });
  expect(await reply("turn on the light in Kate's room")).toBe("Which room is Kate's?");
  expect(await reply("打开凯特房间的灯")).toBe("凯特的房间是哪一间？");
});

test("a room that somebody gets, and loses, counts at once", async () => {
  const { reply, registry } = await peopleTalk({ people: FAMILY });
  await registry.change("kate", { room: "kitchen" });
  expect(await reply("turn on the light in my room", { person: "kate" })).toBe("The kitchen ceiling light is on.");
  await registry.change("kate", { room: null });
  expect(await reply("turn off the light in my room", { person: "kate" })).toBe("Which room is yours?");
});

test("a model is left what only a conversation can tell", async () => {
  const { say } = await peopleTalk({ people: FAMILY });
  const result = await say("打开我房间的空调", { person: "kate", plainOnly: true });
  expect(result.handled).toBe(false);
});

test.each(["open Kate's curtain", "close kate", "turn on the light for Kate", "has kate opened the door"])(
  'the name of a person is no misspelt "gate": %s',
  async (text) => {
    expect(await did(text, "emma")).not.toContain("hallway-lock");
    const { reply } = await peopleTalk({ people: FAMILY });
    expect(await reply(text, { person: "emma" })).not.toMatch(/gate/);
  },
);
