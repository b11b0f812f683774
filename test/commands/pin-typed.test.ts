import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { App } from "../../src/app.ts";
import { COMMANDS } from "../../src/commands/index.ts";
import { runningApp } from "../support/app.ts";
import { run } from "../support/command-line.ts";
import { ownerFetch } from "../support/owner.ts";
import { jiaLine, Terminal } from "../support/terminal.ts";

const PIN = "583926174";
const state = mkdtempSync(join(tmpdir(), "jia-state-"));
let app: App;
beforeAll(async () => {
  app = await runningApp();
  for (const [method, path, body] of [
    ["POST", "/api/people", { name: "Ann" }],
    ["PUT", "/api/people/ann/pin", { pin: PIN }],
  ] as const) {
    const headers = { "content-type": "application/json" };
    expect((await ownerFetch(`${app.url}${path}`, { method, headers, body: JSON.stringify(body) })).ok).toBe(true);
  }
});
afterAll(async () => {
  await app.stop();
  rmSync(state, { recursive: true });
});

const terminal = (line: string) =>
  new Terminal(jiaLine(line), { env: { JIA_URL: app.url, XDG_STATE_HOME: state }, columns: 100 });

it("a PIN that is typed in a chat is neither shown nor stored; later lines are", async () => {
  const chat = terminal("chat");
  await chat.sees("› ");
  chat.type("unlock the front door\n");
  await chat.sees("What's the PIN?");
  await chat.sees("› ");
  chat.type(`${PIN}\n`);
  await chat.sees("unlocked");
  await chat.sees("› ");
  chat.type("which lights are on?\n");
  await chat.sees("› ");
  chat.type("exit\n");
  expect(await chat.ended()).toBe(0);
  const history = join(state, "jia", "chat-history");
  expect(chat.shown).not.toContain(PIN);
  expect(existsSync(history) && readFileSync(history, "utf8")).toBe(
    "exit\nwhich lights are on?\nunlock the front door\n",
  );
}, 60_000);

it.each([
  ['say "unlock the front door"', "What's the PIN?", "unlocked"],
  ["set hallway-lock lock.locked=false", "PIN: ", "hallway-lock"],
])(
  "jia %s asks for it without showing it",
  async (line, question, done) => {
    const shell = terminal(line);
    if (line.startsWith("set")) {
      await shell.sees("[y/N]");
      shell.type("y\n");
    }
    await shell.sees(question);
    await new Promise((resolve) => setTimeout(resolve, 300));
    shell.type(`${PIN}\n`);
    await shell.sees(done);
    expect(await shell.ended()).toBe(0);
    expect(shell.shown).not.toContain(PIN);
  },
  60_000,
);

it.each(["en", "zh"])("jia set tells where the PIN may come from, and takes it from a pipe (%s)", async (language) => {
  const set = (args: readonly string[], stdin = "") =>
    run(COMMANDS, ["set", "hallway-lock", "lock.locked=false", "--language", language, ...args], {
      env: { JIA_URL: app.url, XDG_STATE_HOME: state },
      stdin,
    });
  await run(COMMANDS, ["set", "hallway-lock", "lock.locked=true"], { env: { JIA_URL: app.url } });
  const asked = await set([]);
  expect(asked.err).toContain(language === "en" ? "first line of its input" : "输入的第一行");
  expect((await set(["--yes"], `${PIN}\n`)).code).toBe(0);
});
