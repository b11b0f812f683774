import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const page = readFileSync("docs/troubleshooting.md", "utf8");

/** The messages that the page quotes, a line each. */
const quoted = [...page.matchAll(/```text\n([\s\S]*?)```/g)].flatMap(([, block = ""]) => block.trimEnd().split("\n"));

/** Every text of the English pack, as it stands in its files. */
const texts = readdirSync("src/language/en")
  .filter((name) => name.endsWith(".ts"))
  .flatMap((name) => {
    const file = readFileSync(`src/language/en/${name}`, "utf8");
    return [...file.matchAll(/"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`/g)].map(
      ([, double, single, template]) => (double ?? single ?? template ?? "").replaceAll("\\n", "\n"),
    );
  });

/** A quoted message with every value taken out: two texts that differ in values alone are the same. */
const PLACE = /\$?\{(?:[^{}]|\{[^{}]*\})*\}/g;

/** Whether the product can say this: a text of the pack, or one text with another in it; `…` stands for any rest. */
function isSaid(line: string): boolean {
  const start = line.split(" …")[0]?.replace(/…$/, "").replaceAll(PLACE, "{}") ?? "";
  const open = line.endsWith("…");
  const known = texts.map((text) => text.replaceAll(PLACE, "{}"));
  const fits = (part: string) => known.some((text) => firstLine(text) === part || (open && text.startsWith(part)));
  if (fits(start)) return true;
  // A message with another inside of it: "… {}: <the reason>."
  return known.some((outer) => {
    const [before = "", after] = outer.split(/\{\}(?=\.?$)/);
    if (after === undefined || before.length < 12 || !start.startsWith(before) || !start.endsWith(after)) return false;
    return fits(start.slice(before.length, start.length - after.length));
  });
}

function firstLine(text: string): string {
  return text.split("\n")[0] ?? "";
}

describe("docs/troubleshooting.md", () => {
  it("quotes messages, and a good many", () => expect(quoted.length).toBeGreaterThan(30));

  it.each(quoted)("quotes what the product says: %s", (line) => expect(isSaid(line)).toBe(true));

  it("would notice a message that nobody says", () => {
    expect(isSaid("The broker is asleep: {detail}.")).toBe(false);
    expect(isSaid("Jia cannot use the model now: it is on holiday.")).toBe(false);
  });
});
