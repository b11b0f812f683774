import { spawnSync } from "node:child_process";
import { mkdtempDisposable, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { exemptionFor } from "../../lint/exemptions.ts";
import { findLanguages, type Kind } from "../../lint/language-rule.ts";
import { findInStage, isStage, type StageKind } from "../../lint/stage-rule.ts";

const CODES = ["en", "zh"];

function kindsIn(source: string): Kind[] {
  return findLanguages("a.ts", source, CODES).map(({ kind }) => kind);
}

test.each<[Kind, string]>([
  ["comparison", 'const a = language === "zh" ? 1 : 2;'],
  ["comparison", 'if ("en" !== language) act();'],
  ["comparison", 'const a = language == "zh";'],
  ["comparison", 'const a = tag != "zh-CN";'],
  ["comparison", 'switch (language) { case "zh": act(); }'],
  ["comparison", 'const a = language.startsWith("zh");'],
  ["comparison", 'const a = names?.includes("en");'],
  ["comparison", "const a = /^zh\\b/.test(tag);"],
  ["comparison", "const a = tag.match(/^(en|zh)-/);"],
  ["code", 'errorText(error, "en");'],
  ["code", "errorText(error, `zh`);"],
  ["code", 'new Intl.NumberFormat("en-GB");'],
  ["code", "const tag = /^(zh|en)$/i;"],
  ["table", 'const words = { en: "on", zh: other };'],
  ["table", 'const words = { "zh": 1, "en": 2 };'],
  ["table", "const { en, zh } = words;"],
  ["table", "type Words = { readonly en: string; readonly zh: string };"],
  ["table", "interface Words { en: string; zh?: string }"],
  ["table", "class Words { en = 1; zh = 2; }"],
  ["table", "const words = { en() { return 1; }, zh: () => 2 };"],
  ["table", 'const all = ["en", "zh"] as const;'],
  ["table", 'type Tag = "en" | "zh";'],
  ["table", "const words: Readonly<Record<Language, string>> = other;"],
  ["table", "let words: ReadonlyMap<Language, string>;"],
  ["indexing", "const a = texts[language];"],
  ["indexing", "const a = texts.what[this.#language];"],
  ["indexing", "const a = texts[context.language];"],
  ["indexing", "const a = texts.zh;"],
  ["two texts", 'say(language, "off", "关");'],
  ["two texts", `usage(context, \`--every \${n}\`, \`--every 应为 \${n}\`);`],
  ["two texts", "function say(language: string, en: string, zh: string) {}"],
  ["two texts", 'const say = (en: string, zh = "") => en;'],
  ["text", 'const a = "关";'],
  ["text", `const a = \`\${name}已关闭\`;`],
  ["text", 'const a = parts.join("、");'],
  ["text", "const a = /打开|关闭/u;"],
  ["text", "const a = { 关: 1 };"],
])("%s is found in: %s", (kind, source) => {
  expect(kindsIn(source)).toEqual([kind]);
});

test.each([
  "const { noDevices } = messages(language).commands;",
  "const text = textOf(phrase, language);",
  'const a = unit === "end" ? 1 : 2;',
  "const a = { en: 1 };",
  "const a = { en: { zh: 1 } };",
  'const a = name.startsWith("entry");',
  'const a = ["en-suite bathroom", "zhejiang"];',
  "const a = /enabled|when/;",
  "const a = /draußen|außen|ménzh/;",
  "const a = list[index];",
  "const a = lists[languages.length];",
  'join("say", "done");',
  "let a: Record<string, string>;",
  "// 关: a comment may hold any language\nconst a = 1;",
  "/** 灯 */\nconst a = /[?？]$/;",
  'defineCommand({ name: "say", examples: ["jia say 打开客厅的灯"] });',
])("nothing is found in: %s", (source) => {
  expect(kindsIn(source)).toEqual([]);
});

test("what is inside a switch, and beside a finding, is looked at too", () => {
  expect(kindsIn('switch (l) { case "zh": act(texts[language]); break; case "en": }')).toEqual([
    "comparison",
    "indexing",
    "comparison",
  ]);
});

test("a finding tells where it is, behind characters of any width", () => {
  const [found] = findLanguages("a.ts", '// 灯\n/* 🏠 */ const a = f("zh");', CODES);
  expect(found).toEqual({ kind: "code", line: 2, column: 22, shown: '"zh"' });
});

test("a language that is added is looked for like the others", () => {
  expect(findLanguages("a.ts", 'const a = x === "de"; const b = { de: 1, en: 2 };', [...CODES, "de"])).toHaveLength(2);
});

test("a file that is no TypeScript is an error and not silence", () => {
  expect(() => findLanguages("a.ts", "const = ;", CODES)).toThrow("a.ts: ");
});

test("the command prints file, place and what to use instead, and ends with 1", async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), "jia-lint-"));
  const bad = join(folder.path, "bad.ts");
  const good = join(folder.path, "good.ts");
  await writeFile(bad, '\n  const a = language === "zh";\n');
  await writeFile(good, "const a = messages(language).words.on;\n");
  const lint = (file: string) => spawnSync(process.execPath, ["lint/languages.ts", file], { encoding: "utf8" });
  const found = lint(bad);
  expect(found.stdout).toContain(
    `${bad}:2:13  comparison: language === "zh"\n    asks which language it is; let the packs`,
  );
  expect(found.status).toBe(1);
  expect(lint(good)).toMatchObject({ stdout: "", status: 0 });
});

test.each<[StageKind, string]>([
  ["word", 'const a = item.text === "not";'],
  ["word", 'const a = tokens[at + 1]?.text !== "past";'],
  ["word", 'const a = followed(tokens, end, "and", "a", "half");'],
  ["word", "const a = /\\bone\\b/.test(item.text);"],
  ["word", 'const a = item.said.startsWith("the");'],
  ["script", "const a = /\\p{Script=Han}/u.test(word);"],
  ["script", "const a = /[\\u4e00-\\u9fff]/.test(word);"],
])("in a stage, %s is found in: %s", (kind, source) => {
  expect(findInStage("a.ts", source).map((each) => each.kind)).toEqual([kind]);
});

test.each([
  'const a = item.text === ",";',
  'const a = is(item, "not");',
  "const a = words.has(item.text);",
  "const a = /^\\d+$/.test(item.text);",
  'const a = property.type === "mode";',
])("in a stage, nothing is found in: %s", (source) => {
  expect(findInStage("a.ts", source)).toEqual([]);
});

test("the words of a language are data, the rest of the understanding is stages", () => {
  expect(
    ["parse/kept.ts", "text/numbers.ts", "understand.ts"].map((path) => isStage(`src/understanding/${path}`)),
  ).toEqual([true, true, true]);
  expect(
    ["languages/en/lexicon.ts", "languages/zh/talk.ts"].map((path) => isStage(`src/understanding/${path}`)),
  ).toEqual([false, false]);
  expect(
    ["languages.ts", "utterance/forms/asking.ts", "lexicon/chinese.ts"].map((path) =>
      isStage(`src/understanding/${path}`),
    ),
  ).toEqual([true, true, true]);
});

test("words of a language are allowed in the folder of that language, and nowhere else in the understanding", () => {
  const allowed = (path: string): boolean => exemptionFor(`src/understanding/${path}`, "text") !== undefined;
  expect(["languages/zh/lexicon.ts", "languages/zh/index.ts"].map(allowed)).toEqual([true, true]);
  expect(["languages.ts", "lexicon/chinese.ts", "talk/forms.ts", "utterance/forms/asking.ts"].map(allowed)).toEqual([
    false,
    false,
    false,
    false,
  ]);
});

test("the folder of a language names its pack, but asks for no language and has no table of languages", () => {
  const kinds: readonly Kind[] = ["code", "comparison", "table", "indexing", "two texts"];
  expect(kinds.filter((kind) => exemptionFor("src/understanding/languages/zh/index.ts", kind))).toEqual(["code"]);
});
