import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { beforeEach, describe, expect, it } from "vitest";
import { createLogger, openLog } from "../src/log.ts";
import { withLogContext } from "../src/log-context.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "jia-log-"));
  return () => rmSync(folder, { recursive: true, force: true });
});

describe("the log file", () => {
  it("holds what standard error shows, as JSON lines that only its owner reads", async () => {
    const stderr = new PassThrough();
    const path = join(folder, "jia.log");
    const { log, close } = openLog("info", stderr, { path, megabytes: 1, keep: 2 });
    log.info({ token: "secret-of-mine" }, "hello");
    log.debug("not at this level");
    await close();
    stderr.end();
    const lines = readFileSync(path, "utf8").trim().split("\n");
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ level: 30, msg: "hello", token: "[Redacted]" }]);
    expect(await text(stderr)).toContain("hello");
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it("is rotated when it is full, and only so many are kept", async () => {
    const path = join(folder, "jia.log");
    const { log, close } = openLog("info", new PassThrough().resume(), { path, megabytes: 1, keep: 2 });
    const long = "x".repeat(10_000);
    for (let n = 0; n < 500; n += 1) {
      log.info({ n, long }, "line");
      // The stream rotates between turns of the event loop.
      if (n % 20 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    await close();
    const files = readdirSync(folder).filter((name) => name.startsWith("jia.log"));
    expect(files.sort()).toEqual(["jia.log", "jia.log.1", "jia.log.2"]);
    const last = readFileSync(path, "utf8").trim().split("\n").at(-1) ?? "";
    expect(JSON.parse(last)).toMatchObject({ n: 499 });
  });

  it("that cannot be written is told of once, and the log goes on without it", async () => {
    writeFileSync(join(folder, "file"), "");
    const stderr = new PassThrough();
    const path = join(folder, "file", "jia.log");
    const { log, close } = openLog("info", stderr, { path, megabytes: 1, keep: 2 });
    for (let n = 0; n < 20; n += 1) {
      log.info({ n }, "line");
      await new Promise((resolve) => setImmediate(resolve));
    }
    await close();
    stderr.end();
    const shown = await text(stderr);
    expect(shown.split(`${path}: `).length - 1).toBe(1);
    expect(shown).toContain('"n":19');
  });
});

it("a text from elsewhere makes no second line on a terminal, and does not control it", async () => {
  const terminal = Object.assign(new PassThrough(), { isTTY: true });
  const log = createLogger("info", terminal);
  log.warn({ err: new Error("broken\n12:00:00 error \u001b[2J\u001b]0;title\u0007forged") }, "a device\r\nsays");
  await new Promise((resolve) => setImmediate(resolve));
  terminal.end();
  const shown = await text(terminal);
  expect(shown.trimEnd().split("\n")).toHaveLength(1);
  expect(shown).toContain("a device says: broken 12:00:00 error");
  expect(shown.trimEnd()).not.toMatch(/\p{Cc}/u);
});

it("the bytes of an HTTP message that could not be read stay out of the log", async () => {
  const stderr = new PassThrough();
  const log = createLogger("info", stderr);
  const rawPacket = Buffer.from("authorization: Bearer s3cret");
  log.error(
    { err: Object.assign(new Error("Parse Error"), { code: "HPE_INVALID_HEADER_TOKEN", rawPacket }) },
    "failed",
  );
  await new Promise((resolve) => setImmediate(resolve));
  stderr.end();
  const { err } = JSON.parse(await text(stderr));
  expect(err).toMatchObject({ type: "Error", message: "Parse Error", code: "HPE_INVALID_HEADER_TOKEN" });
  expect(err).not.toHaveProperty("rawPacket");
});

it("each line of the log carries the request and the turn that it was written for", async () => {
  const stderr = new PassThrough();
  const { log } = openLog("info", stderr, null);
  withLogContext({ request: "r1" }, () => {
    withLogContext({ turn: "t1" }, () => setImmediate(() => log.info("later")));
    log.info("now");
  });
  log.info("outside");
  await new Promise((resolve) => setImmediate(resolve));
  await new Promise((resolve) => setImmediate(resolve));
  stderr.end();
  const lines = (await text(stderr))
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(lines.map(({ msg, request, turn }) => ({ msg, request, turn }))).toEqual([
    { msg: "now", request: "r1", turn: undefined },
    { msg: "outside", request: undefined, turn: undefined },
    { msg: "later", request: "r1", turn: "t1" },
  ]);
});
