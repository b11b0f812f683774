import { describe, expect, it } from "vitest";
import { isTopicLevel, topicFilterFault, topicNameFault } from "../../src/home/index.ts";

const levels = (count: number) => Array(count).fill("a").join("/");

describe("MQTT topics", () => {
  it.each([
    ["", "empty"],
    ["a\u0000b", "control-character"],
    ["a\u0001b", "control-character"],
    ["a\u007fb", "control-character"],
    ["a\u0085b", "control-character"],
    ["a\uffffb", "control-character"],
    ["a\ufdd0b", "control-character"],
    ["a\u{1fffe}b", "control-character"],
    ["a\ud800b", "control-character"],
    [levels(201), "too-many-levels"],
    ["/".repeat(200), "too-many-levels"],
    ["灯".repeat(21_846), "too-long"],
    ["x".repeat(65_536), "too-long"],
    ["$CONTROL/dynamic-security/v1", "reserved"],
  ] as const)("%j is refused: %s", (text, fault) => {
    expect(topicNameFault(text)).toBe(fault);
    expect(topicFilterFault(text)).toBe(fault);
  });

  it.each([
    "a",
    "/",
    "//",
    " ",
    "a b",
    levels(200),
    "客厅/灯",
    "灯".repeat(21_845),
    "x".repeat(65_535),
    "a\ufeffb",
    "😀",
  ])("%j is taken", (text) => {
    expect(topicNameFault(text)).toBeNull();
    expect(topicFilterFault(text)).toBeNull();
  });

  it.each([
    ["a/+", null],
    ["+/a/#", null],
    ["#", null],
    ["$SYS/#", null],
    ["a/#/b", "misplaced-wildcard"],
    ["a+/b", "misplaced-wildcard"],
    ["a/b#", "misplaced-wildcard"],
    ["$share/group/a", "reserved"],
    ["$share//a", "reserved"],
  ] as const)("the filter %j: %s", (filter, fault) => {
    expect(topicFilterFault(filter)).toBe(fault);
  });

  it.each(["#", "+", "+/+", "+/#", "$SYS/#", "$SYS/+/#"])(
    "the filter %j matches everything, so only people may subscribe to it",
    (filter) => {
      expect(topicFilterFault(filter, { wide: false })).toBe("only-wildcards");
      expect(topicFilterFault(filter)).toBeNull();
    },
  );

  it("nothing can be published to a filter", () => {
    expect(["a/+", "#"].map(topicNameFault)).toEqual(["wildcard", "wildcard"]);
  });

  it("a device's id is one level", () => {
    expect(["a", "$a", "a/b", "+", "", "a\u0001"].map(isTopicLevel)).toEqual([true, true, false, false, false, false]);
  });
});
