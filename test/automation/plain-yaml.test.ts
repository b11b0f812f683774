import { describe, expect, it } from "vitest";
import { plainYaml } from "../../src/automation/files/plain-yaml.ts";
import { languages, textOf } from "../../src/language/index.ts";

const told = (text: string, language = "en") => {
  const read = plainYaml(text);
  return read.ok ? "" : textOf(read.problem, language);
};
const bomb = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"];
for (let n = 1; n < 9; n += 1)
  bomb.push(
    `a${n}: &a${n} [${Array(10)
      .fill(`*a${n - 1}`)
      .join(", ")}]`,
  );
const chain = ["a0: &a0 [x]"];
for (let n = 1; n < 300; n += 1) chain.push(`a${n}: &a${n} [*a${n - 1}]`);
const many = (count: number, line: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => line(n)).join("\n");

describe("YAML that is no plain data is refused with the line", () => {
  it.each<readonly [string, string, string]>([
    ["an alias inside of what it names", "scenes:\n  - &a\n    x: *a\n", "line 3: the alias *a is inside its own"],
    ["an alias as a key of what it names", "a: &a\n  ? *a\n  : 1\n", "line 2: the alias *a is inside"],
    ["an alias far inside", "a: &a [{ b: [{ c: [*a] }] }]\n", "line 1: the alias *a is inside"],
    ["aliases in a circle over two", "a: &a [*b]\nb: &b [*a]\n", "line 1: no anchor &b stands before"],
    ["an alias without an anchor", "x: 1\ny: *none\n", "line 2: no anchor &none stands before"],
    ["aliases that unfold without end", bomb.join("\n"), "line 6: the aliases expand to more than 200000 values"],
    ["aliases that nest one in the other", chain.join("\n"), "line 65 is nested deeper than 64 levels"],
    ["very many aliases", `- &a 1\n${many(1_100, () => "- *a")}`, "line 1002: the file has more than 1000 aliases"],
    ["lists in lists", `\n\na: ${"[".repeat(30_000)}${"]".repeat(30_000)}`, "line 3 is nested deeper than 64 levels"],
    ["lists that never end", `a: ${"[".repeat(400_000)}`, "line 1 is nested deeper"],
    ["lists in lists in lines", `x:\n${"- ".repeat(5_000)}y`, "line 2 is nested deeper"],
    ["maps in maps in lines", many(200, (n) => `${" ".repeat(n)}a:`), "is nested deeper"],
    ["JSON", `{"a":${'{"a":'.repeat(30_000)}1${"}".repeat(30_001)}`, "line 1 is nested deeper"],
    ["very many keys", many(100_000, (n) => `k${n}: 1`), "line 501 has more than 500 keys"],
    ["very many keys in braces", `{ ${many(100_000, (n) => `k${n}: 1,`)} }`, "has more than 500 keys"],
    ["an endless key", `${"k".repeat(500_000)}: 1`, "line 1"],
    ["a key that stands twice", "a: 1\nb: 2\na: 3\n", "at line 3"],
  ])("%s", (_, text, place) => {
    expect(told(text)).toContain(place);
    for (const language of languages()) expect(told(text, language).length).toBeLessThan(300);
  });
});

describe("YAML that is plain data is read", () => {
  it.each<readonly [string, string, unknown]>([
    [
      "aliases of lists and values",
      "a: &a [1, 2]\nb: *a\nc: &c x\nd: [*c, *c]\n",
      { a: [1, 2], b: [1, 2], c: "x", d: ["x", "x"] },
    ],
    ["an anchor that is used anew", "a: &a 1\nb: *a\nc: &a 2\nd: *a\n", { a: 1, b: 1, c: 2, d: 2 }],
    ["JSON", '{"a": [{"b": null}]}', { a: [{ b: null }] }],
    ["nothing", "# nothing\n", null],
  ])("%s", (_, text, data) => {
    expect(plainYaml(text)).toEqual({ ok: true, data });
  });

  it("reads maps as deep and as wide as definitions", () => {
    const deep = `${"[".repeat(60)}1${"]".repeat(60)}`;
    expect(plainYaml(`a: ${deep}\n${many(400, (n) => `k${n}: 1`)}`).ok).toBe(true);
    expect(plainYaml(`scenes:\n${many(2_000, (n) => `  - { id: s${n}, name: n }`)}`).ok).toBe(true);
  });
});
