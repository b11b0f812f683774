import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { App } from "../../src/app.ts";
import { COMMANDS } from "../../src/commands/index.ts";
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
const say = async (...args: string[]) => await run(COMMANDS, ["say", ...args], { env: env() });
const locked = () => app.home.device("hallway-lock")?.state.get("lock.locked")?.value;

describe("say on a terminal", () => {
  it("asks y/N for a confirmation, and y confirms it in the same conversation", async () => {
    const terminal = new Terminal(jiaLine("say unlock the front door"), { env: env() });
    await terminal.sees("[y/N] ");
    terminal.type("y\n");
    await terminal.sees("confirmed");
    expect(await terminal.ended()).toBe(0);
    expect(locked()).toBe(false);
    expect((await say("lock the front door")).code).toBe(0);
  });

  it("takes Enter for a no, in the language of the conversation", async () => {
    const terminal = new Terminal(jiaLine("say 打开大门的锁"), { env: env() });
    await terminal.sees("[y/N] ");
    terminal.type("\n");
    await terminal.ended();
    expect(terminal.shown.split("[y/N]")[1]).toMatch(/\p{Script=Han}/u);
    expect(locked()).toBe(true);
  });

  it("asks for a line for a choice, and continues until nothing is open", async () => {
    const terminal = new Terminal(jiaLine("say turn on the ceiling light"), { env: env() });
    await terminal.sees("› ");
    terminal.type("the one in the bedroom\n");
    await terminal.sees("bedroom-ceiling-light");
    expect(await terminal.ended()).toBe(0);
    expect(app.home.device("bedroom-ceiling-light")?.state.get("light.on")?.value).toBe(true);
  });

  it("leaves the question open on Ctrl-D and tells which command answers it; Ctrl-C ends with 130", async () => {
    const left = new Terminal(jiaLine("say unlock the front door"), { env: env() });
    await left.sees("[y/N] ");
    left.type("\u0004");
    await left.sees("To answer: jia say --conversation ");
    expect(await left.ended()).toBe(1);
    const stopped = new Terminal(jiaLine("say unlock the front door"), { env: env() });
    await stopped.sees("[y/N] ");
    stopped.type("\u0003");
    expect(await stopped.ended()).toBe(130);
    expect(stopped.shown).not.toContain("    at ");
    expect(locked()).toBe(true);
  });
});

describe("say without a terminal", () => {
  it("prints the command that answers on standard error, or as a field of the JSON, and it works", async () => {
    const asked = await say("unlock the front door", "--url", app.url);
    expect([asked.code, asked.out]).toEqual([1, expect.not.stringContaining("--conversation")]);
    const [, options = ""] = /^To answer: jia say (--url \S+ --conversation \S+) yes\n$/.exec(asked.err) ?? [];
    const yes = await say(...options.split(" "), "yes");
    expect([yes.code, locked()]).toEqual([0, false]);
    expect((await say("lock the front door")).code).toBe(0);
    const json = await run(COMMANDS, ["say", "--json", "打开大门的锁"], { env: env(), program: "./jia" });
    const { conversation, answerWith } = JSON.parse(json.out);
    expect([json.err, answerWith]).toEqual(["", `./jia say --conversation ${conversation} 是`]);
  });

  it("names no answer for a choice, and no command when Jia ends with the command", async () => {
    const choice = await say("turn on the ceiling light");
    expect(choice.err).toMatch(/^To answer: jia say --conversation \S+ ANSWER\n$/);
    const passing = await run(COMMANDS, ["say", "--home", "flat", "unlock the front door"], {
      env: { JIA_URL: "http://127.0.0.1:9", JIA_MODEL: "none", XDG_STATE_HOME: state },
    });
    expect([passing.code, passing.err]).toEqual([1, ""]);
  });
});

describe("--conversation", () => {
  it("last is the last conversation with this Jia: its commands can be undone", async () => {
    expect((await say("turn on the floor lamp in the living room")).code).toBe(0);
    const alone = await say("undo");
    expect(alone.err).toContain("jia say --conversation last undo");
  });

  it("last continues after a command in a process of its own", async () => {
    const lamp = () => app.home.device("living-floor-lamp")?.state.get("light.on")?.value;
    const before = lamp();
    expect((await say(before ? "turn off the floor lamp" : "turn on the floor lamp")).code).toBe(0);
    expect(lamp()).toBe(!before);
    expect((await say("--conversation", "last", "undo")).code).toBe(0);
    expect(lamp()).toBe(before);
  });

  it("takes the first characters of an id, and says when they fit several or there is no last one", async () => {
    const none = await say("--conversation", "last", "yes");
    expect([none.code, none.err]).toEqual([2, expect.stringContaining("There is no last conversation")]);
    const { conversation } = JSON.parse((await say("--json", "which lights are on?")).out);
    const again = await say("--json", "--conversation", conversation.slice(0, 6), "and in the kitchen?");
    expect(JSON.parse(again.out).conversation).toBe(conversation);
  });

  it("with an unknown id is refused, also in Chinese, and nothing is done", async () => {
    const lamp = () => app.home.device("living-floor-lamp")?.state.get("light.on")?.value;
    const before = lamp();
    const wanted = before ? "turn off the floor lamp" : "turn on the floor lamp";
    const lost = await say("--conversation", "teatime", wanted);
    expect(lost).toEqual({ code: 1, out: "", err: '✗ There is no conversation "teatime".\n' });
    expect((await say("--language", "zh", "--conversation", "teatime", "撤销")).err).toBe("✗ 没有对话“teatime”。\n");
    expect(lamp()).toBe(before);
  });

  it("an undo with nothing to undo ends with 1, also in a new conversation", async () => {
    expect((await say("which lights are on?")).code).toBe(0);
    expect((await say("--conversation", "last", "undo")).code).toBe(1);
    for (const text of ["undo", "撤销"]) expect([text, (await say(text)).code]).toEqual([text, 1]);
  });

  it("is stored in a file for this person alone, without the words of the conversation", async () => {
    const { conversation } = JSON.parse((await say("--json", "which lights are on?")).out);
    const file = join(state, "jia", "conversations.json");
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(JSON.parse(readFileSync(file, "utf8"))).toEqual({ [app.url]: [conversation] });
  });
});
