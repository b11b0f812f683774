import { describe, expect, it } from "vitest";
import type { Outcome } from "../../src/home/index.ts";
import {
  clockWords,
  describes,
  durationWords,
  errorText,
  languageNamed,
  languageOf,
  message,
  momentWords,
  nameIn,
  type ToldOutcome,
  tellOutcomes,
  textOf,
  unitText,
  withTemperatures,
} from "../../src/language/index.ts";

describe("a message as data", () => {
  it("is worded in each reader's language, with the messages and lists inside it", () => {
    const inner = {
      key: "home.oneOf",
      values: { values: ["Auto", { key: "home.listed", values: { description: "Cool", value: "2" } }] },
    };
    const outer = { code: "invalid-value", details: { value: "x", address: "ac.mode", expected: inner } } as const;
    expect(errorText(outer, "en")).toBe('"x" is not a valid value for "ac.mode". Use one of Auto, Cool (2).');
    expect(errorText(outer, "zh")).toBe("“x”不适用于“ac.mode”，应为以下之一：Auto、制冷 (2)。");
  });

  it("with an unknown key shows its values instead of failing", () => {
    expect(textOf({ key: "future.thing", values: { name: "lamp" } }, "en")).toBe("future.thing lamp");
    expect(textOf({ key: "constructor.name" }, "en")).toBe("constructor.name");
  });

  it("with the values of another version is shown as far as possible", () => {
    expect(textOf({ key: "home.someArguments", values: { amount: 3 } }, "en")).toBe("home.someArguments 3");
  });

  it("survives being stored", () => {
    const stored = JSON.parse(JSON.stringify(message("home.noRoom", { room: "attic" })));
    expect(textOf(stored, "zh")).toBe("没有房间“attic”");
  });

  it("with texts in some languages uses the reader's, else the default, else any", () => {
    expect(textOf({ texts: { en: "the baby sleeps", zh: "宝宝在睡觉" } }, "zh-CN")).toBe("宝宝在睡觉");
    expect(textOf({ texts: { en: "the baby sleeps" } }, "zh")).toBe("the baby sleeps");
    expect(textOf({ texts: { fr: "chut" } }, "en")).toBe("chut");
  });
});

describe("the language", () => {
  it.each([
    ["zh-CN", "zh"],
    ["zh_CN.UTF-8", "zh"],
    ["中文", "zh"],
    ["en_GB.UTF-8", "en"],
    ["English", "en"],
    ["xx", null],
    ["enormous", null],
    ["", null],
  ])("%j names %j", (text, language) => expect(languageNamed(text)).toBe(language));

  it("is recognized by the script of a text", () => {
    expect(languageOf("开灯")).toBe("zh");
    expect(languageOf("turn on the 灯")).toBe("zh");
    expect(languageOf("turn it on")).toBe("en");
  });

  it("decides which of a thing's names is used", () => {
    const lamp = { name: "吸顶灯", aliases: ["Ceiling light", "大灯"] };
    expect(nameIn("en", lamp)).toBe("Ceiling light");
    expect(nameIn("zh", lamp)).toBe("吸顶灯");
    expect(nameIn("en", { name: "吸顶灯" })).toBe("吸顶灯");
  });
});

describe("units and times", () => {
  it("gives temperatures in the unit of the language tag", () => {
    expect(unitText(26, "celsius", "en")).toBe("26 °C");
    expect(unitText(26, "celsius", withTemperatures("en", "fahrenheit"))).toBe("78.8 °F");
    expect(unitText(26, "celsius", withTemperatures(withTemperatures("zh", "fahrenheit"), "celsius"))).toBe("26度");
    expect(unitText(80, "percentage", withTemperatures("en", "fahrenheit"))).toBe("80%");
  });

  it("words a moment of today by its time alone, others with their day", () => {
    const now = Date.parse("2026-11-25T12:00:00Z");
    const at = (text: string, language: string) => clockWords(Date.parse(text), now, "UTC", language);
    expect(at("2026-11-25T14:05:30Z", "en")).toBe("14:05");
    expect(at("2026-11-26T07:00:00Z", "zh")).toBe("明天早上7点");
    expect(at("2026-11-24T23:59:59Z", "en")).toBe("yesterday 23:59");
    expect(momentWords(Date.parse("2027-01-03T07:00:00Z"), now, "UTC", "en")).toBe("Sun 3 Jan 2027 07:00");
  });

  it("words durations to the second, zero included", () => {
    expect(durationWords(5_400_000, "en")).toBe("1 hour 30 minutes");
    expect(durationWords(5_400_000, "zh")).toBe("1小时30分钟");
    expect(durationWords(0, "en")).toBe("0 seconds");
  });
});

describe("outcomes in sentences", () => {
  const power = { kind: "power", on: true } as const;
  const told = (name: string, outcome: Pick<Outcome, "status" | "error" | "code">, kind = "light"): ToldOutcome => {
    return { name, kind, deed: power, outcome };
  };

  it("share a sentence when they are equal, and have one of their own when they failed", () => {
    const all = [
      told("lamp", { status: "confirmed" }),
      told("sconce", { status: "confirmed" }),
      told("fan", { status: "timeout" }, "fan"),
    ];
    expect(tellOutcomes(all, "en")).toBe(
      "The lamp and the sconce are on. The fan didn't answer, so I can't tell whether it worked.",
    );
    expect(tellOutcomes(all, "zh")).toBe("lamp和sconce都开了。fan没有回应，不知道成功了没有。");
  });

  it("are counted by kind when they are many", () => {
    const names = ["a", "b", "c", "d", "e"];
    expect(
      tellOutcomes(
        names.map((name) => told(name, { status: "confirmed" })),
        "en",
      ),
    ).toBe("The a, the b, the c, the d and the e are on.");
  });

  it("that failed for the same reason outside of the devices give that reason once", () => {
    const error = { code: "broker-unreachable", details: { url: "mqtt://x", detail: "refused" } } as const;
    const all = ["lamp", "sconce"].map((name) => told(name, { status: "offline", error }));
    expect(tellOutcomes(all, "en")).toBe("Jia has no connection to the MQTT broker at mqtt://x: refused.");
  });
});

it("a description of a spec is recognized in whatever language it is written", () => {
  for (const text of ["Open", "open", "打开", "开启"]) expect(describes(text, ["open"])).toBe(true);
  for (const text of ["Opening", "Close", "关闭", ""]) expect(describes(text, ["open"])).toBe(false);
});
