import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join, relative, resolve } from "node:path";
import { PassThrough } from "node:stream";
import { afterAll, describe, expect, it } from "vitest";
import { asCalled } from "../../../src/commands/line/called-as.ts";
import { reportError } from "../../../src/commands/line/errors.ts";
import { JiaError } from "../../../src/home/index.ts";
import { message } from "../../../src/language/index.ts";

const folder = mkdtempSync(join(tmpdir(), "jia command "));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs a line of a shell in a folder, without what npm tells its scripts. */
function shell(line: string, cwd: string, path = process.env["PATH"] ?? "") {
  const { npm_lifecycle_event: _, ...env } = process.env;
  const done = spawnSync("sh", ["-c", line], { cwd, encoding: "utf8", env: { ...env, PATH: path, LC_ALL: "C" } });
  return { code: done.status, out: done.stdout, err: done.stderr };
}

describe("a printed command", () => {
  it("has the form in which Jia was called", () => {
    const text = "See: jia say --help. Start it: jia start --port 1, or OPENROUTER_API_KEY=… jia start";
    expect(asCalled(text, "jia")).toBe(text);
    expect(asCalled(text, "./jia")).toBe(text.replaceAll("jia", "./jia"));
    expect(asCalled(text, "npm run jia --")).toBe(
      "See: npm run jia -- say --help. Start it: npm start -- --port 1, or OPENROUTER_API_KEY=… npm start",
    );
    expect(asCalled("jia-backup.db, Jia and ./jia say", "npx jia")).toBe("jia-backup.db, Jia and ./jia say");
  });
});

describe("an error", () => {
  const shown = (error: JiaError) => {
    const stderr = new PassThrough();
    reportError(error, { stderr, env: {}, language: "en", program: "./jia" }, "x");
    return String(stderr.read());
  };

  it("names commands as Jia was called, and does not change given texts", () => {
    for (const path of ["/home/my jia home/jia.yaml", "jia home/jia.yaml", "jia backup.db"]) {
      const detail = message("problems.give", { expected: path });
      expect(shown(new JiaError("invalid-file", { file: path, detail }))).toContain(`The file ${path} has problems`);
      expect(shown(new JiaError("usage", { detail }))).toContain(path);
    }
    const hint = message("cli.missingWords", { usage: "jia scenes show ID" });
    expect(shown(new JiaError("usage", { detail: hint }))).toContain("./jia scenes show ID");
    expect(shown(new JiaError("unknown-device", { device: "my jia lamp" }))).toMatch(
      /"my jia lamp".*"\.\/jia devices"/,
    );
  });
});

describe("the command jia", () => {
  symlinkSync(resolve("jia"), join(folder, "jia"));
  const path = `${folder}${delimiter}${process.env["PATH"]}`;
  const there = relative(folder, resolve("jia"));
  it.each([
    ["next to package.json", "./jia", ".", "./jia"],
    ["through a link in a folder of the PATH", "jia", folder, "jia"],
    ["from another folder", there, folder, there],
    ["by its whole path", resolve("jia"), folder, resolve("jia")],
    ["by npm run", "npm run --silent jia --", ".", "npm run jia --"],
    ["by npx", "npx jia", ".", "npx jia"],
    ["by the launcher alone", "node launch.cjs", ".", "node launch.cjs"],
  ])("runs %s, and names itself like that", (_, called, from, shown) => {
    const { code, out, err } = shell(`${called} help say`, resolve(from), path);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain(`Usage: ${shown} say [TEXT]\n`);
  });

  it("prints nothing but the answer, or the version, into a pipe", () => {
    const { version } = JSON.parse(shell("cat package.json", ".").out) as { version: string };
    for (const option of ["--version", "-V"])
      expect(shell(`./jia ${option}`, ".")).toEqual({ code: 0, out: `jia ${version}\n`, err: "" });
  });

  it("tells Jia how it was called without a setting", () => {
    const { code, err } = shell("./jia config", ".");
    expect([code, err]).toEqual([0, ""]);
  });

  it("names the nearest verb for the help of an unknown one", () => {
    const { code, out, err } = shell("./jia help syy", ".");
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain('There is no command "syy". Did you mean "say"?');
  });
});
