import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { App } from "../../src/app.ts";
import { readChatHistory, saveChatHistory } from "../../src/commands/files/chat-history.ts";
import { COMMANDS } from "../../src/commands/index.ts";
import { textWidth } from "../../src/commands/terminal/layout.ts";
import { runningApp } from "../support/app.ts";
import { run } from "../support/command-line.ts";
import { jiaLine, Terminal } from "../support/terminal.ts";

let app: App;
let state: string;
beforeAll(async () => {
  app = await runningApp();
});
afterAll(async () => await app.stop());
beforeEach(() => {
  state = mkdtempSync(join(tmpdir(), "jia-state-"));
});
afterEach(() => rmSync(state, { recursive: true }));

const env = () => ({ JIA_URL: app.url, XDG_STATE_HOME: state });
const history = () => join(state, "jia", "chat-history");

async function chat(options = "", own: Readonly<Record<string, string>> = {}, columns = 80): Promise<Terminal> {
  const terminal = new Terminal(jiaLine(`chat ${options}`), { env: { ...env(), ...own }, columns });
  await terminal.sees("› ");
  return terminal;
}

describe("jia chat on a terminal", () => {
  it("keeps lines for the next chat, readable for this person alone, and recalls them with ↑", async () => {
    const first = await chat();
    first.type("which lights are on?\n");
    await first.sees("› ");
    first.type("exit\n");
    expect(await first.ended()).toBe(0);
    expect(statSync(history()).mode & 0o777).toBe(0o600);
    expect(readFileSync(history(), "utf8")).toContain("which lights are on?\n");
    const second = await chat();
    second.type("\u001B[A\u001B[A");
    await second.sees("which lights are on?");
    second.type("\u0015quit\n");
    expect(await second.ended()).toBe(0);
  });

  it.each([
    ["with --no-history", "--no-history", {}],
    ["with JIA_HISTORY=off", "", { JIA_HISTORY: "off" }],
  ])("keeps nothing %s", async (_, options, own) => {
    const terminal = await chat(options, own);
    terminal.type("which lights are on?\n");
    await terminal.sees("› ");
    terminal.type("退出\n");
    expect([await terminal.ended(), existsSync(history())]).toEqual([0, false]);
  });

  it("ends on Ctrl-D without an error", async () => {
    const terminal = await chat();
    terminal.type("\u0004");
    expect(await terminal.ended()).toBe(0);
    expect(terminal.shown).not.toContain("✗");
    expect(terminal.shown.endsWith("› \n")).toBe(true);
  });

  it("ends on Ctrl-D after a turn too, and the shell's prompt has a line of its own", async () => {
    const terminal = await chat();
    terminal.type("is the floor lamp on?\n");
    await terminal.sees("floor lamp is");
    await terminal.sees("› ");
    terminal.type("\u0004");
    expect(await terminal.ended()).toBe(0);
    expect(terminal.shown).toMatch(/floor lamp is \w+\.\n› \n$/);
  });

  it.each(["what is on in every room of the house?", "家里现在有哪些设备开着？"])(
    "breaks a long reply between words, by the width of the terminal: %s",
    async (question) => {
      const terminal = await chat("", {}, 50);
      terminal.type(`${question}\n`);
      await terminal.sees("\n");
      await terminal.sees("› ");
      terminal.type("\u0004");
      await terminal.ended();
      const reply = terminal.shown.slice(terminal.shown.indexOf(question) + question.length).split("\n");
      expect(reply.filter((line) => line !== "").length).toBeGreaterThan(2);
      for (const line of terminal.shown.split("\n")) expect(textWidth(line), line).toBeLessThanOrEqual(50);
    },
  );

  it("completes names of devices and rooms, and commands with a slash, on Tab", async () => {
    const terminal = await chat();
    terminal.type("/dev\t");
    await terminal.sees("/devices");
    terminal.type("\u0015turn on the floor\t");
    await terminal.sees("turn on the floor lamp");
    terminal.type("\u0015打开书\t");
    await terminal.sees("打开书房");
    terminal.type("\u0015bye\n");
    expect(await terminal.ended()).toBe(0);
  });

  it("is the last conversation for say", async () => {
    const terminal = await chat();
    terminal.type("turn on the floor lamp\n");
    await terminal.sees("living-floor-lamp");
    terminal.type("exit\n");
    await terminal.ended();
    const { code } = await run(COMMANDS, ["say", "--conversation", "last", "turn it off"], { env: env() });
    expect([code, app.home.device("living-floor-lamp")?.state.get("light.on")?.value]).toEqual([0, false]);
  });
});

describe("the history of chats", () => {
  it("is bounded in lines and in the length of one", async () => {
    const given = [...Array(600).keys()].map((n) => `line ${n}`);
    await saveChatHistory(env(), ["x".repeat(2_000), ...given]);
    const kept = await readChatHistory(env());
    expect([kept.length, kept[0], kept.at(-1)]).toEqual([500, "line 0", "line 499"]);
  });
});

it("a chat reports an unknown command with a slash, and continues", async () => {
  const chatting = async (stdin: string, language: string) =>
    await run(COMMANDS, ["chat", "--language", language], { env: env(), stdin });
  const { code, out, err } = await chatting("/foo\n/dev\nis the TV on?\n", "en");
  expect([code, out]).toEqual([0, expect.stringMatching(/TV/)]);
  expect(err).toMatch(/^✗ There is no \/foo\.\n\/devices \[ROOM\]/);
  expect(err).toContain("There is no /dev. Did you mean /devices?");
  expect((await chatting("/help\n", "en")).err).toBe("");
  expect((await chatting("/foo\n", "zh")).err).toContain("没有 /foo。");
});
