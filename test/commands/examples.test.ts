import { readdirSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { App } from "../../src/app.ts";
import { COMMANDS } from "../../src/commands/index.ts";
import { runningApp } from "../support/app.ts";
import { run } from "../support/command-line.ts";

let app: App;
beforeAll(async () => {
  app = await runningApp({ JIA_HOME: "house" });
});
afterAll(async () => await app.stop());

const examples = readdirSync("examples").filter((name) => name.endsWith(".yaml"));

describe("jia automations check", () => {
  it.each(examples)("finds no problem in examples/%s in the example house", async (name) => {
    const { code, out, err } = await run(COMMANDS, ["automations", "check", `examples/${name}`, "--url", app.url]);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain("✓");
    expect(out).not.toContain("✗");
  });
});
