import { expect, onTestFinished, test } from "vitest";
import { acceptedLanguage } from "../../src/api/language.ts";
import { addPack, languages } from "../../src/language/index.ts";
import { GERMAN, GERMAN_PACK } from "../support/third-pack.ts";

test.each([
  [undefined, "en", "no header: the default"],
  ["", "en", "an empty one: the default"],
  ["zh", "zh", "a language"],
  ["ZH-cn", "zh", "a region of it, in any case"],
  ["zh-Hans-CN, en", "zh", "a script and a region"],
  ["zh-u-co-pinyin", "zh", "an extension"],
  ["fr-CH, fr;q=0.9, zh;q=0.8, en;q=0.7, *;q=0.5", "zh", "the first that there is"],
  ["en;q=0.3, zh;q=0.8", "zh", "the heavier one"],
  ["en;q=0.8 , zh ; q=0.3", "en", "the heavier one, with spaces"],
  ["zh, en", "zh", "the first of the same weight"],
  ["fr", "en", "none that there is: the default"],
  ["en;q=0", "zh", "the default refused: another"],
  ["*, en;q=0", "zh", "anything but the default"],
  ["fr, *;q=0.1", "en", "anything at all: the default"],
  [
    languages()
      .map((code) => `${code};q=0`)
      .join(),
    "en",
    "all refused: the default",
  ],
  ["zhx, enx", "en", "tags that only begin like ours"],
  ["zh;q=2, en;q=0.1", "en", "a weight that is none: that wish is left out"],
  ["zh;q=nonsense", "en", "no weight at all"],
  [`${"fr,".repeat(400)}zh`, "en", "a header beyond what is read"],
])("Accept-Language %j is answered in %s: %s", (...[header, expected]) => {
  expect(acceptedLanguage(header)).toBe(expected);
});

test("a language that was added is looked up and weighed like the others", () => {
  expect(acceptedLanguage("de-AT, zh;q=0.5")).toBe("zh");
  onTestFinished(addPack(GERMAN_PACK));
  expect(acceptedLanguage("de-AT, zh;q=0.5")).toBe("de");
  expect(acceptedLanguage("de;q=0.2, zh;q=0.5")).toBe("zh");
  const others = languages().filter((code) => code !== GERMAN);
  expect(acceptedLanguage(others.map((code) => `${code};q=0`).join())).toBe("de");
  expect(acceptedLanguage("fr")).toBe("en");
});
