import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { App } from "../../src/app.ts";
import { COMMANDS } from "../../src/commands/index.ts";
import { runningApp } from "../support/app.ts";
import { runChild } from "../support/child.ts";
import { run } from "../support/command-line.ts";
import { OWNER_TOKEN } from "../support/owner.ts";
import { Terminal } from "../support/terminal.ts";

let app: App;
const folder = mkdtempSync(join(tmpdir(), "jia-completion-"));
beforeAll(async () => {
  app = await runningApp();
  for (const shell of ["bash", "zsh", "fish"]) {
    writeFileSync(join(folder, shell), (await run(COMMANDS, ["completion", shell])).out);
  }
});
afterAll(async () => {
  await app.stop();
  rmSync(folder, { recursive: true });
});

const env = () => ({ JIA_URL: app.url, HOME: folder, PS1: "ready> " });

/** A shell on a terminal with the script read. */
async function shellOn(start: string, prepare: string): Promise<Terminal> {
  const terminal = new Terminal(start, { env: env(), columns: 120 });
  terminal.type(`${prepare} '${join(folder, start.split(" ")[0] ?? "")}'; echo read-$((40 + 2))\n`);
  await terminal.sees("read-42");
  return terminal;
}

/** Types the beginning of a line and Tab, waits for the completion, and clears the line. */
async function completes(terminal: Terminal, typed: string, shown: string): Promise<void> {
  terminal.type(`${typed}\t`);
  await terminal.sees(shown);
  terminal.type("\u0015");
}

describe.each([
  ["bash", "bash --norc --noprofile -i", "source"],
  ["zsh", "zsh -f -i", "autoload -U compinit && compinit -u -D; source"],
])("completion in %s", (_, start, prepare) => {
  it("completes verbs, options, words after a verb, and the devices and rooms of the running Jia", async () => {
    const terminal = await shellOn(start, prepare);
    await completes(terminal, "./jia dev", "./jia devices ");
    await completes(terminal, "./jia devices sh", "./jia devices show ");
    await completes(terminal, "./jia devices --ki", "./jia devices --kind ");
    await completes(terminal, "./jia set living-floor", "./jia set living-floor-lamp ");
    await completes(terminal, "./jia devices --room 书", "./jia devices --room 书房 ");
    await completes(terminal, "./jia automations --json enab", "./jia automations --json enable ");
    terminal.type("exit\n");
    await terminal.ended();
  });
});

describe("completion in bash", () => {
  it("completes a name whose beginning is quoted, with the same quotes", async () => {
    const terminal = await shellOn("bash --norc --noprofile -i", "source");
    await completes(terminal, "./jia devices --room '书", "./jia devices --room '书房' ");
    await completes(terminal, './jia devices --room "书', './jia devices --room "书房" ');
    terminal.type("exit\n");
    await terminal.ended();
  });
});

describe("completion in fish", () => {
  const offered = async (line: string): Promise<string[]> => {
    const script = `source '${join(folder, "fish")}'; complete -C ${JSON.stringify(line)}`;
    const { out } = await runChild(["fish", "--no-config", "-c", script], {
      cwd: process.cwd(),
      env: { PATH: process.env["PATH"] ?? "", LC_ALL: "C.UTF-8", JIA_TOKEN: OWNER_TOKEN, ...env() },
    });
    return out
      .trim()
      .split("\n")
      .map((each) => each.split("\t")[0] ?? "");
  };

  it("completes verbs, options, words after a verb, and the devices and rooms of the running Jia", async () => {
    expect(await offered("./jia dev")).toEqual(["devices"]);
    expect(await offered("./jia devices sh")).toEqual(["show"]);
    expect(await offered("./jia devices --ki")).toEqual(["--kind"]);
    expect(await offered("./jia set living-floor")).toEqual(["living-floor-lamp"]);
    expect(await offered("./jia devices --room 书")).toEqual(["书房"]);
    expect(await offered("./jia automations --json enab")).toEqual(["enable"]);
  });
});

describe("jia completion", () => {
  it("gives no names and no error when no Jia answers, and lists the shells for an unknown one", async () => {
    const none = await run(COMMANDS, ["completion", "devices"], { env: { JIA_URL: "http://127.0.0.1:9" } });
    expect(none).toEqual({ code: 0, out: "", err: "" });
    const wrong = await run(COMMANDS, ["completion", "bsh"]);
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining("Did you mean bash?")]);
  });

  it("prints scripts that the shells can read, with every verb", async () => {
    for (const shell of ["bash", "zsh"]) expect(spawnSync(shell, ["-n", join(folder, shell)]).status, shell).toBe(0);
    const { out } = await run(COMMANDS, ["completion", "zsh", "--language", "zh"]);
    for (const { name } of COMMANDS) expect(out).toContain(`'${name}:`);
  });
});
