import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { COMMANDS } from "../../src/commands/index.ts";
import { run } from "../support/command-line.ts";

const page = readFileSync("docs/understanding.md", "utf8");
const shown = [...page.matchAll(/\$ echo "(.*)" \| \.\/jia (.*)\n([\s\S]*?)\n```/g)].map(
  ([, text = "", args = "", printed = ""]) => ({ text, args: args.split(" "), printed }),
);

/** Without the weights, which every fit changes. */
const stable = (text: string): string =>
  text
    .split("\n")
    .filter((line) => !/^ {7}\w+ [+-]/.test(line))
    .join("\n")
    .replaceAll(/\d\.\d\d/g, "#");

describe("docs/understanding.md", () => {
  it("walks through a sentence in each language", () => expect(shown).toHaveLength(2));

  it.each(shown)("shows what is made of: $text", async ({ text, args, printed }) => {
    const { code, out } = await run(COMMANDS, args, { stdin: `${text}\n`, env: { LANG: "en_GB.UTF-8" } });
    expect(code).toBe(0);
    expect(stable(out.trim())).toBe(stable(printed));
  });
});

describe("jia understand --json", () => {
  it("gives the parts, the decision and the readings of each sentence", async () => {
    const { out } = await run(COMMANDS, ["understand", "--json"], {
      stdin: "please turn the floor lamp on\nchime volume to 50\n",
    });
    const [done, left] = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(done).toMatchObject({
      understood: true,
      parts: [{ kind: "command", text: "turn the floor lamp on", around: ["please"] }],
      decision: { kind: "act", reason: "certain" },
      readings: [{ understood: true, steps: [{ kind: "commands" }] }],
    });
    expect(left).toMatchObject({ understood: false, decision: { kind: "hand-on" } });
    expect(left.decision.confidence).toBeLessThan(left.decision.needed);
  });
});
