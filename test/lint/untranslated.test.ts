import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { untranslatedTexts } from "../../lint/untranslated-texts.ts";
import { languages, packOf } from "../../src/language/index.ts";

const english = packOf("en");

/** The paths of the texts that are the same. */
function same(pack: object, original: object): string[] {
  return untranslatedTexts(pack, original).map(({ path }) => path);
}

test("a copied text, pattern or function with words is still to be translated", () => {
  const original = { a: { text: "off", pattern: /\bpin\b/, said: (name: string) => `The ${name} is off.` } };
  expect(same(original, original)).toEqual(["a.text", "a.pattern", "a.said"]);
});

test("a text that differs or has no word needs no translation, nor does the code of the pack", () => {
  const original = {
    code: "english",
    off: "off",
    pattern: /off/,
    said: () => "off",
    line: "{name}: {value}",
    degrees: "°",
    joined: (names: string[]) => names.join(", "),
  };
  expect(same({ ...original, off: "aus", pattern: /aus/, said: () => "aus" }, original)).toEqual([]);
});

test("a text that the original does not have needs no translation", () => {
  expect(same({ words: { on: "on", off: "off" } }, { words: { on: "on" } })).toEqual(["words.on"]);
});

test("of a copied pack every section is listed", () => {
  const paths = same(english, english);
  for (const section of Object.keys(english.messages)) {
    expect(paths.some((path) => path.startsWith(`messages.${section}.`))).toBe(true);
  }
});

test("the Chinese pack has only names in common with English", () => {
  const names = ["pm10", "API", "MCP", "ID", "MQTT", "Jia", "Jia 家 {version}"];
  const left = untranslatedTexts(packOf("zh"), english).filter(({ text }) => !names.includes(text));
  expect(left).toEqual([]);
});

test("the command lists the texts of a language, and names the languages when it does not know the one given", () => {
  const run = (...args: string[]) =>
    spawnSync(process.execPath, ["lint/untranslated.ts", ...args], { encoding: "utf8", timeout: 30_000 });
  expect(run("zh")).toMatchObject({ status: 0, stderr: "" });
  expect(run("zh").stdout).toContain("messages.audit.origins.api: API\n");
  const others = languages().slice(1).join(", ");
  expect(run("xx")).toMatchObject({
    status: 2,
    stdout: "",
    stderr: `Give the code of a language beside en: ${others}.\n`,
  });
});
