import { describe, expect, it } from "vitest";
import { understand } from "../../../src/assistant/local/index.ts";
import { languageOf } from "../../../src/language/index.ts";
import { isSameUnderstanding } from "../../../src/understanding/equivalence.ts";
import { planningInFlat } from "../../support/speak.ts";

const ORIGIN = { kind: "conversation", conversation: "talk" } as const;

async function withScene(name: string) {
  const talk = await planningInFlat();
  const steps = [{ target: "living-floor-lamp", set: { "light.on": true, "light.brightness": 1 } }];
  await talk.planner.scenes.save({ name, steps }, { origin: ORIGIN });
  // The engine learns the scenes with the first sentence after they changed.
  await talk.say("hello");
  return talk;
}

type Talk = Awaited<ReturnType<typeof withScene>>;

function meant({ local }: Talk, text: string) {
  return understand(text, local.dialogueContext(null, languageOf(text), "living"), null);
}

/** Names that are words of the language, numbers, devices or rooms. */
const NAMES = [
  "睡眠",
  "灯",
  "关",
  "客厅",
  "reading",
  "off",
  "on",
  "light",
  "cool",
  "all",
  "20",
  "bedroom",
  "floor lamp",
  "all lights",
  "night",
];

const SENTENCES = [
  "空调调到睡眠模式",
  "把灯打开",
  "关灯",
  "关掉客厅的灯",
  "灯亮度调到20",
  "打开客厅空调",
  "turn on the light",
  "turn off all lights",
  "turn off the bedroom light",
  "turn on floor lamp and off the ceiling light",
  "set the floor lamp to 20",
  "set the AC to cool mode",
  "cool the bedroom",
  "turn off the lights at 10 at night",
  "is the floor lamp on?",
];

describe("a scene with the name of something else", () => {
  it.each(NAMES)("changes no other sentence: %s", async (name) => {
    const plain = await withScene("movie night");
    const talk = await withScene(name);
    const changed = SENTENCES.filter((text) => !isSameUnderstanding(meant(talk, text), meant(plain, text)));
    expect(changed).toEqual([]);
  });

  it.each(NAMES.filter((name) => name !== "20"))("is activated with the word for scenes: %s", async (name) => {
    const talk = await withScene(name);
    const word = languageOf(name) === "zh" ? `打开${name}场景` : `turn on the ${name} scene`;
    expect(meant(talk, word)).toMatchObject({ kind: "plan", steps: [{ kind: "scene" }] });
  });

  it.each(["睡眠", "reading", "cool", "night"])("is activated by its name alone: %s", async (name) => {
    expect(meant(await withScene(name), name)).toMatchObject({ kind: "plan", steps: [{ kind: "scene" }] });
  });

  it.each(["电影🎬之夜", 'Tom\'s "big" night', "a".repeat(70)])("may have any name: %s", async (name) => {
    const talk = await withScene(name);
    expect(talk.planner.scenes.list()).toHaveLength(1);
    expect(() => meant(talk, name)).not.toThrow();
  });
});
