import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { App } from "../../src/app.ts";
import { COMMANDS } from "../../src/commands/index.ts";
import { runningApp } from "../support/app.ts";
import { run } from "../support/command-line.ts";
import { freePort } from "../support/free-port.ts";

const TOKEN = "0123456789abcdef";
let app: App;
let taken: Server;
let port: number;
const folder = mkdtempSync(join(tmpdir(), "jia-exit-"));

beforeAll(async () => {
  app = await runningApp({ JIA_TOKEN: TOKEN, JIA_DATA: join(folder, "in-use") }, { memory: false });
  port = await freePort();
  taken = createServer().listen(port, "127.0.0.1");
  writeFileSync(join(folder, "wrong.yaml"), "servr: 1\n");
  writeFileSync(join(folder, "letter.txt"), "Dear Li");
});
afterAll(async () => {
  taken.close();
  await app.stop();
  rmSync(folder, { recursive: true });
});

const codeOf = async (args: string, env: Readonly<Record<string, string>> = {}) =>
  (await run(COMMANDS, args.split(" "), { cwd: folder, env: { JIA_MODEL: "none", XDG_STATE_HOME: folder, ...env } }))
    .code;
/** The environment that names the running Jia and its token. */
const here = () => ({ JIA_URL: app.url, JIA_TOKEN: TOKEN });

describe("the exit code", () => {
  it("is 0 for success", async () => {
    for (const args of ["devices", "say is the floor lamp on?", "set living-floor-lamp on=true", "config", "--help"]) {
      expect([args, await codeOf(args, here())]).toEqual([args, 0]);
    }
  });

  it("is 1 for failures: not understood, a question back, an unknown device, a check with findings", async () => {
    const wrong = ["say tralala the wombat", "say unlock the front door", "set hallway-lock locked=false"];
    for (const args of [...wrong, "devices show teapot", "scenes show nothing"]) {
      expect([args, await codeOf(args, here())]).toEqual([args, 1]);
    }
  });

  it("is 2 for a wrong command line, configuration or file", async () => {
    for (const args of [
      "dance",
      "devices --room",
      "config --config wrong.yaml",
      "restore letter.txt",
      "audit --since x",
    ]) {
      expect([args, await codeOf(args, here())]).toEqual([args, 2]);
    }
  });

  it("is 3 for something that is missing or in use: Jia, the token, a broker, a port, a folder, the store", async () => {
    const needy: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
      ["devices", { JIA_URL: "http://127.0.0.1:1" }],
      ["devices", { JIA_URL: app.url }],
      ["devices", { JIA_URL: app.url, JIA_TOKEN: "another-token-of-16" }],
      ["doctor --mqtt mqtt://127.0.0.1:1 --seconds 0.1", {}],
      [`start --port ${port} --mqtt-port 0`, {}],
      [`start --port 0 --mqtt-port ${port}`, {}],
      ["start --port 0 --mqtt-port 0 --data in-use", {}],
      ["start --port 0 --mqtt-port 0 --data letter.txt", {}],
      ["start --port 0 --mqtt-port 0 --data /proc/jia", {}],
      ["backup copy.db --data nowhere", {}],
    ];
    for (const [args, env] of needy) expect([args, await codeOf(args, env)]).toEqual([args, 3]);
  });

  it("is 3 for a start that finds its port taken, which leaves no new folder", async () => {
    for (const args of [`--port ${port} --mqtt-port 0`, `--port 0 --mqtt-port ${port}`]) {
      expect(await codeOf(`start ${args} --data made/for/it`)).toBe(3);
      expect(existsSync(join(folder, "made"))).toBe(false);
    }
  });

  it("has the same meanings in the help and on the page of the command line", async () => {
    const codes = ["0", "1", "2", "3", "130"];
    for (const language of ["en", "zh"]) {
      const { out } = await run(COMMANDS, ["--help", "--language", language]);
      expect([...out.matchAll(/^ {2}(\d+) {2,}\S/gm)].map(([, code]) => code)).toEqual(codes);
      // One line each on a terminal of 80 columns; on a narrower one they go on under their text.
      expect(
        out
          .trimEnd()
          .split("\n")
          .slice(-codes.length)
          .every((line) => /^ {2}\d/.test(line)),
      ).toBe(true);
      const narrow = await run(COMMANDS, ["--help", "--language", language], { columns: 50 });
      const last = narrow.out.trimEnd().split("\n").slice(-codes.length);
      expect(last.every((line) => /^ {2}(\d| {5}\S)/.test(line))).toBe(true);
    }
    const page = readFileSync("docs/command-line.md", "utf8");
    expect([...page.matchAll(/^\| (\d+) \|/gm)].map(([, code]) => code)).toEqual(codes);
  });
});
