import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { App } from "../../src/app.ts";
import { COMMANDS } from "../../src/commands/index.ts";
import { parseInput } from "../../src/commands/line/parse.ts";
import { parseHomeFile } from "../../src/home/index.ts";
import { SpecLibrary } from "../../src/library/index.ts";
import { runningApp } from "../support/app.ts";
import { run } from "../support/command-line.ts";
import { ownerFetch } from "../support/owner.ts";
import { headings, PAGES } from "../support/pages.ts";
import { sessionPicture } from "../support/session-picture.ts";

const page = readFileSync("README.md", "utf8");
const homeFilePage = readFileSync("docs/home-file.md", "utf8");

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
    const said = sessions(page).filter(({ command }) => command.startsWith("./jia say"));
    expect(said.length).toBeGreaterThanOrEqual(3);
    for (const { command, printed } of said) {
      const { out } = await run(COMMANDS, [...words(command).slice(1), "--url", app.url]);
      expect(out.trim(), command).toBe(printed);
    }
  });

  it("shows requests that give exactly that, but for ids and times", async () => {
    const requests = sessions(page).filter(({ command }) => command.startsWith("curl"));
    expect(requests.length).toBeGreaterThanOrEqual(1);
    const stable = (text: string) =>
      text.replace(/"conversation":"[^"]*"/, '"conversation":""').replace(/"ms":\d+/, '"ms":0');
    for (const { command, printed } of requests) {
      const given = words(command);
      const valuesOf = (option: string) => given.flatMap((word, at) => (given[at - 1] === option ? [word] : []));
      const [[url = ""], [body = ""]] = [valuesOf("-s"), valuesOf("-d")];
      // The token of the page is that of another home: `ownerFetch` sends this one's.
      const headers = valuesOf("-H").filter((header) => !header.startsWith("authorization: "));
      const answer = await ownerFetch(url.replace("http://127.0.0.1:8480", app.url), {
        method: "POST",
        headers: headers.map((header): [string, string] => [header.split(": ")[0] ?? "", header.split(": ")[1] ?? ""]),
        body,
      });
      expect(stable(await answer.text()), command).toBe(stable(printed));
    }
  });

  it("shows a picture of what the product prints (npm run docs draws it)", async () => {
    const fresh = await runningApp();
    expect(readFileSync("docs/session.svg", "utf8")).toBe(await sessionPicture(fresh));
    await fresh.stop();
  });

  it("says truly how many devices the example homes have", () => {
    const house = JSON.parse(readFileSync("devices/homes/house.json", "utf8")) as { devices: unknown[] };
    expect(homeFilePage).toContain(`a house of ${house.devices.length} devices`);
    expect(page).toContain(`${app.home.name}, ${app.home.size} devices (simulated)`);
  });
});

describe("docs/home-file.md", () => {
  it("has a home file that is valid", () => {
    const file: unknown = JSON.parse(/```json\n([\s\S]*?)```/.exec(homeFilePage)?.[1] ?? "");
    const home = parseHomeFile(file, "docs/home-file.md", new SpecLibrary("devices"));
    expect(home.devices.map(({ id }) => id)).toEqual(["kitchen-light"]);
  });
});

describe("every page", () => {
  it("names commands and options that exist", () => {
    const lines = PAGES.flatMap((file) => [
      ...readFileSync(file, "utf8").matchAll(/(?:\.\/jia|npm start --) ([^`\n#|<>]*)/g),
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

  it("names scripts of package.json", () => {
    const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> };
    for (const file of PAGES) {
      const text = readFileSync(file, "utf8");
      for (const [, name = ""] of text.matchAll(/npm run ([\w:-]+)/g))
        expect(Object.keys(scripts), file).toContain(name);
    }
  });

  it("links to files and headings that are there", () => {
    const broken = PAGES.flatMap((file) =>
      [...readFileSync(file, "utf8").matchAll(/\]\(([^)#:]*)(?:#([^)]+))?\)/g)].flatMap(
        ([link, target = "", heading]) => {
          const path = target === "" ? file : join(dirname(file), target);
          const there = existsSync(path) && (heading === undefined || headings(path).includes(heading));
          return there ? [] : [`${file}: ${link}`];
        },
      ),
    );
    expect(broken).toEqual([]);
  });

  it("of docs/ stands in the index", () => {
    const index = readFileSync("docs/README.md", "utf8");
    const missing = PAGES.filter((file) => file.startsWith("docs/") && file !== "docs/README.md").filter(
      (file) => !index.includes(`](${file.slice("docs/".length)})`),
    );
    expect(missing).toEqual([]);
  });
});
