import { existsSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { App } from "../../src/app.ts";
import { COMMANDS } from "../../src/commands/index.ts";
import { parseInput } from "../../src/commands/parse.ts";
import { parseHomeFile } from "../../src/home/index.ts";
import { SpecLibrary } from "../../src/library/index.ts";
import { runningApp } from "../support/app.ts";
import { run } from "../support/command-line.ts";

const page = readFileSync("README.md", "utf8");
const pages = ["README.md", "deploy/README.md", "docs/configuration.md", "docs/http-api.md", "docs/security.md"];

/** The command lines of the `$ …` in console blocks, each with what it printed. */
function sessions(text: string): { command: string; printed: string }[] {
  const blocks = [...text.matchAll(/```console\n([\s\S]*?)```/g)].map(([, block = ""]) => block);
  return blocks
    .flatMap((block) => block.split(/^\$ /m).slice(1))
    .map((each) => {
      const [command = "", ...printed] = each.split("\n");
      return { command, printed: printed.join("\n").trim() };
    });
}

/** A shell line as words; quotes as a shell takes them, without anything else of it. */
function words(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, bare]) => double ?? single ?? bare ?? "",
  );
}

let app: App;
beforeAll(async () => {
  app = await runningApp();
});
afterAll(async () => await app.stop());

describe("the README", () => {
  it("shows sentences that give exactly that", async () => {
    const said = sessions(page).filter(({ command }) => command.startsWith("npm run jia -- say"));
    expect(said.length).toBeGreaterThanOrEqual(3);
    for (const { command, printed } of said) {
      const { out } = await run(COMMANDS, [...words(command).slice(4), "--url", app.url]);
      expect(out.trim(), command).toBe(printed);
    }
  });

  it("shows requests that give exactly that, but for ids and times", async () => {
    const requests = sessions(page).filter(({ command }) => command.startsWith("curl"));
    expect(requests.length).toBeGreaterThanOrEqual(2);
    const stable = (text: string) =>
      text.replace(/"conversation":"[^"]*"/, '"conversation":""').replace(/"ms":\d+/, '"ms":0');
    for (const { command, printed } of requests) {
      const [, , url = "", , header = "", , body = ""] = words(command);
      const [name = "", value = ""] = header.split(": ");
      const answer = await fetch(url.replace("http://127.0.0.1:8480", app.url), {
        method: "POST",
        headers: { [name]: value },
        body,
      });
      expect(stable(await answer.text()), command).toBe(stable(printed));
    }
  });

  it("has a home file that is valid", () => {
    const file: unknown = JSON.parse(/```json\n([\s\S]*?)```/.exec(page)?.[1] ?? "");
    const home = parseHomeFile(file, "README.md", new SpecLibrary("devices"));
    expect(home.devices.map(({ id }) => id)).toEqual(["kitchen-light"]);
  });

  it("says truly how many devices the example homes have", () => {
    const house = JSON.parse(readFileSync("devices/homes/house.json", "utf8")) as { devices: unknown[] };
    expect(page).toContain(`a house of ${house.devices.length} devices`);
    expect(page).toContain(`${app.home.name}, ${app.home.size} devices (simulated)`);
  });
});

describe("every page", () => {
  it("names commands and options that exist", () => {
    const lines = pages.flatMap((file) => [
      ...readFileSync(file, "utf8").matchAll(/npm (?:run jia --|start --) ([^`\n#]*)/g),
    ]);
    expect(lines.length).toBeGreaterThan(5);
    for (const [line = "", rest = ""] of lines) {
      const [verb = "", ...args] = line.startsWith("npm start") ? ["start", ...words(rest)] : words(rest);
      if (verb.startsWith("-")) continue;
      const command = COMMANDS.find(({ name }) => name === verb);
      expect(command, line).toBeDefined();
      if (command) expect(() => parseInput(command, args), line).not.toThrow();
    }
  });

  it("names scripts of package.json, and links to files that are there", () => {
    const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> };
    for (const file of pages) {
      const text = readFileSync(file, "utf8");
      for (const [, name = ""] of text.matchAll(/npm run (\w+)/g)) expect(Object.keys(scripts), file).toContain(name);
      for (const [, target = ""] of text.matchAll(/\]\(([^)#:]+)\)/g)) {
        const from = file.includes("/") ? `${file.split("/")[0]}/` : "";
        expect(existsSync(`${from}${target}`) || existsSync(target), `${file}: ${target}`).toBe(true);
      }
    }
  });
});
