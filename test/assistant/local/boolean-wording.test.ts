import { describe, expect, it } from "vitest";
import { readSentences } from "../../../src/assistant/replies/reads.ts";
import { shownState } from "../../../src/assistant/tools/devices/outline.ts";
import type { Value } from "../../../src/home/index.ts";
import { textOf, valuePhrase, valueText } from "../../../src/language/index.ts";
import { described, testHome, testSpec } from "../../support/home.ts";
import { talk } from "../../support/speak.ts";

const bool = (access: readonly string[] = ["read", "notify"]) => ({ format: "bool", access }) as const;

const LOCK = testSpec("lock", "lock", [["locked", bool(["read", "write", "notify"])]]);
const CONTACT = testSpec("magnet-sensor", "magnet-sensor", [["contact-state", bool()]]);
const MOTION = testSpec("motion-sensor", "motion-sensor", [["motion-state", bool()]]);
const WATER = testSpec("submersion-sensor", "submersion-sensor", [["submersion-state", bool()]]);
const SHAKE = testSpec("vibration-sensor", "vibration-sensor", [["vibration", bool()]]);
const WASHER = testSpec("washer", "washer", [
  ["on", bool(["read", "write", "notify"])],
  ["the-tank-filed", bool()],
  ["eco", bool(["read", "write", "notify"])],
]);

function homeOfTruths() {
  const { home, clock } = testHome(
    [
      described("lock", { name: "Side door", aliases: ["门锁"], spec: LOCK }),
      described("window", { name: "Pantry window", aliases: ["门窗传感器"], spec: CONTACT }),
      described("motion", { name: "Motion sensor", aliases: ["人体传感器"], spec: MOTION }),
      described("leak", { name: "Leak sensor", aliases: ["水浸传感器"], spec: WATER }),
      described("shake", { name: "Vibration sensor", aliases: ["振动传感器"], spec: SHAKE }),
      described("washer", { name: "Washer", aliases: ["洗衣机"], spec: WASHER }),
    ],
    { rooms: [], timezone: "UTC" },
  );
  const tell = (id: string, address: string, value: Value) =>
    home.apply([{ kind: "values", id: `test:${id}`, values: [{ address, value }], cause: "report" }]);
  const property = (handle: string, address: string) => {
    const found = home.device(handle)?.spec.properties.get(address);
    if (!found) throw new Error(`no ${address}`);
    return found;
  };
  return { ...talk(home, clock, null, undefined), home, clock, tell, property };
}

/** What is told of a device, and how the value of that property reads by itself, in both languages. */
const TRUTHS = [
  ["lock", "lock.locked", true, "The side door is locked.", "门锁锁着。", "locked", "锁着"],
  ["lock", "lock.locked", false, "The side door is unlocked.", "门锁没锁。", "unlocked", "没锁"],
  ["window", "magnet-sensor.contact-state", true, "The pantry window is closed.", "门窗传感器关着。", "closed", "关着"],
  ["window", "magnet-sensor.contact-state", false, "The pantry window is open.", "门窗传感器开着。", "open", "开着"],
  [
    "motion",
    "motion-sensor.motion-state",
    true,
    "The motion sensor detects motion.",
    "人体传感器检测到动静。",
    "detected",
    "检测到",
  ],
  [
    "motion",
    "motion-sensor.motion-state",
    false,
    "The motion sensor detects no motion.",
    "人体传感器没检测到动静。",
    "not detected",
    "没检测到",
  ],
  [
    "leak",
    "submersion-sensor.submersion-state",
    true,
    "The leak sensor detects water.",
    "水浸传感器检测到漏水。",
    "detected",
    "检测到",
  ],
  [
    "leak",
    "submersion-sensor.submersion-state",
    false,
    "The leak sensor detects no water.",
    "水浸传感器没检测到漏水。",
    "not detected",
    "没检测到",
  ],
  [
    "shake",
    "vibration-sensor.vibration",
    false,
    "The vibration sensor: no vibration.",
    "振动传感器没检测到振动。",
    "not detected",
    "没检测到",
  ],
] as const;

describe("a yes-or-no property", () => {
  it.each(TRUTHS)("%s %s=%s is summarised and told in its own words", (id, address, value, en, zh) => {
    const { home, clock, local, tell } = homeOfTruths();
    tell(id, address, value);
    const device = `test:${id}`;
    for (const read of [{ devices: [device] }, { devices: [device], properties: [address] }]) {
      expect(readSentences(home, local.index, [read], "en", clock.now())).toBe(en);
      expect(readSentences(home, local.index, [read], "zh", clock.now())).toBe(zh);
    }
  });

  it.each(TRUTHS)("%s %s=%s has the same words as text and as stored phrase", (id, address, value, ...words) => {
    const { property } = homeOfTruths();
    const [, , en, zh] = words;
    const found = property(`test:${id}`, address);
    expect(valueText(found, value, "en")).toBe(en);
    expect(valueText(found, value, "zh")).toBe(zh);
    expect(textOf(valuePhrase(found, value), "en")).toBe(en);
    expect(textOf(valuePhrase(found, value), "zh")).toBe(zh);
  });

  it("in a phrase that an earlier version stored is told as on and off", () => {
    expect(textOf({ key: "term.truth", values: { value: true } }, "en")).toBe("on");
    expect(textOf({ key: "term.truth", values: { value: false } }, "zh")).toBe("关");
  });

  it("is on or off for switches, and yes or no for other reports", () => {
    const { property } = homeOfTruths();
    expect(valueText(property("test:washer", "washer.on"), false, "en")).toBe("off");
    expect(valueText(property("test:washer", "washer.eco"), true, "zh")).toBe("开");
    expect(valueText(property("test:washer", "washer.the-tank-filed"), false, "en")).toBe("no");
    expect(valueText(property("test:washer", "washer.the-tank-filed"), true, "zh")).toBe("是");
  });

  it("is explained to a model beside the value of a contact", () => {
    const { home, tell } = homeOfTruths();
    tell("window", "magnet-sensor.contact-state", false);
    const device = home.device("test:window");
    expect(device && shownState(device)).toEqual({ "magnet-sensor.contact-state": "false (open)" });
  });

  it.each([
    ["门锁怎么样", "lock", "lock.locked", true, "门锁锁着。"],
    ["how is the side door", "lock", "lock.locked", false, "The side door is unlocked."],
    ["门窗传感器怎么样", "window", "magnet-sensor.contact-state", false, "门窗传感器开着。"],
  ] as const)("is told to a question for the state: %s", async (said, id, address, value, answer) => {
    const { tell, reply } = homeOfTruths();
    tell(id, address, value);
    expect(await reply(said)).toBe(answer);
  });
});

describe("an empty option", () => {
  const PROGRAM = testSpec("select", "select", [
    [
      "wash-program",
      {
        list: [
          [0, ""],
          [1, "Cotton"],
        ],
      },
    ],
    ["note", { format: "string" }],
  ]);

  it.each([
    ["wash-program", 0, "none", "无"],
    ["note", "", "none", "无"],
  ] as const)("%s=%s is told as a word", (name, value, english, chinese) => {
    const property = PROGRAM.properties.get(`select.${name}`);
    if (!property) throw new Error(`no ${name}`);
    expect(valueText(property, value, "en")).toBe(english);
    expect(valueText(property, value, "zh")).toBe(chinese);
  });

  it("is told for a device that has nothing else", () => {
    const { home, clock } = testHome([
      described("wash", { name: "Wash program", aliases: ["洗涤程序"], spec: PROGRAM }),
    ]);
    const { local } = talk(home, clock, null, undefined);
    const values = [{ address: "select.wash-program", value: 0 }];
    home.apply([{ kind: "values", id: "test:wash", values, cause: "report" }]);
    const tell = (language: string) =>
      readSentences(home, local.index, [{ devices: ["test:wash"] }], language, clock.now());
    expect(tell("en")).toBe("The wash-program of the wash program is none.");
    expect(tell("zh")).toBe("洗涤程序的wash-program是无。");
  });
});
