import { describe, expect, it } from "vitest";
import { COMMANDS } from "../../src/commands/index.ts";
import { commandsFor } from "../../src/commands/lazy.ts";
import { textOf } from "../../src/language/index.ts";

describe("commandsFor", () => {
  it("gives the command of every verb, and all of them without a verb", async () => {
    for (const command of COMMANDS) expect(await commandsFor([command.name])).toContain(command);
    for (const args of [[], ["--help"], ["help", "say"], ["sya"]]) expect(await commandsFor(args)).toEqual(COMMANDS);
  });
});

describe("every command", () => {
  it("has help in both languages, with its options and valid examples", () => {
    for (const { name, summary, flags, details, examples = [] } of COMMANDS) {
      expect(textOf(summary, "zh"), name).toMatch(/\p{Script=Han}/u);
      expect(textOf(summary, "en"), name).not.toMatch(/\p{Script=Han}/u);
      if (details) expect(textOf(details, "zh"), name).toMatch(/\p{Script=Han}/u);
      for (const [flag, { about }] of Object.entries(flags))
        expect(textOf(about, "zh"), `${name} --${flag}`).toMatch(/\p{Script=Han}/u);
      for (const example of examples) expect(example, name).toContain(`jia ${name}`);
    }
  });
});
