import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

/** Names with a capital letter, in the brackets of an entry. */
const NAME = /`([A-Z]\w+|\w+[A-Z]\w*)`/g;

it("every name of the code that the glossary explains is one of the code", () => {
  const source = readdirSync("src", { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => readFileSync(join("src", path), "utf8"))
    .join("\n");
  const words = new Set(source.match(/\w+/g));
  const names = [...readFileSync("docs/glossary.md", "utf8").matchAll(NAME)].flatMap(([, name]) => name ?? []);
  expect(names.length).toBeGreaterThan(100);
  expect(names.filter((name) => !words.has(name) && !/^XDG_/.test(name))).toEqual([]);
});
