import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Terminal } from "./support/terminal.ts";

let root: string;
/** What the stand-in for npm was asked, a line each time. */
let asked: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "jia launch "));
  asked = join(root, "asked.log");
  cpSync("launch.cjs", join(root, "launch.cjs"));
  mkdirSync(join(root, "src"));
  writeFileSync(join(root, "package-lock.json"), '{"lockfileVersion": 3}');
  writeFileSync(
    join(root, "src", "cli.ts"),
    `const [how, ...rest]: string[] = process.argv.slice(2);
     if (how === "wait") { process.on("SIGTERM", () => process.exit(7)); setInterval(() => {}, 1000); console.log("up"); }
     else { console.log(JSON.stringify(rest)); process.exitCode = Number(how); }`,
  );
  // Stands in for npm: what matters here is when and how often it is run, not what it downloads.
  writeFileSync(
    join(root, "npm-cli.js"),
    `const fs = require("node:fs");
     fs.appendFileSync(${JSON.stringify(asked)}, process.argv.slice(2).join(" ") + "\\n");
     if (fs.existsSync(${JSON.stringify(join(root, "broken"))})) process.exit(1);
     if (fs.existsSync(${JSON.stringify(join(root, "slow"))})) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60000);
     Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);
     const bin = ${JSON.stringify(join(root, "node_modules"))} + "/" + process.env.NODE_PACKAGE + "/bin";
     fs.rmSync(${JSON.stringify(join(root, "node_modules"))}, { recursive: true, force: true });
     fs.mkdirSync(bin, { recursive: true });
     fs.symlinkSync(process.env.PINNED, bin + "/node");`,
  );
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function start(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  node = process.execPath,
): ChildProcess {
  return spawn(node, [join(root, "launch.cjs"), ...args], {
    env: {
      PATH: "",
      npm_execpath: join(root, "npm-cli.js"),
      NODE_PACKAGE: `node-${process.platform}-${process.arch}`,
      PINNED: process.execPath,
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

async function launch(args: readonly string[], env: Readonly<Record<string, string>> = {}, node?: string) {
  const child = start(args, env, node);
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  const { stdout, stderr } = child;
  const [out, err] = await Promise.all([stdout ? text(stdout) : "", stderr ? text(stderr) : ""]);
  return { code: await ended, out, err };
}

const times = () => (existsSync(asked) ? readFileSync(asked, "utf8").trim().split("\n").length : 0);

describe("the launcher", () => {
  it("installs once, hands every argument over as it is, and ends as Jia ends", async () => {
    const words = ["a b", "客厅的灯", '"quoted"', "$HOME", "--flag=x y", ""];
    const first = await launch(["5", ...words]);
    expect([first.code, JSON.parse(first.out)]).toEqual([5, words]);
    expect(first.err).toContain("once; this takes a minute or so");
    const second = await launch(["0"], { LANG: "zh_CN.UTF-8" });
    expect([second.code, second.err, times()]).toEqual([0, "", 1]);
    expect(readFileSync(asked, "utf8")).toMatch(/^ci --omit=dev --include=optional /);
  });

  it("adds the development packages for the first tool, without emptying the folder that a running Jia uses, and only then", async () => {
    await launch(["0"]);
    const tool = join(root, "tool.ts");
    writeFileSync(tool, "console.log('a tool');");
    const first = await launch(["--node", tool]);
    expect([first.code, first.out]).toEqual([0, "a tool\n"]);
    expect(first.err).toContain("what the tests and tools need");
    expect(readFileSync(asked, "utf8").split("\n")[1]).toMatch(/^install --no-save --include=dev --include=optional /);
    await launch(["--node", tool]);
    await launch(["0"]);
    expect(times()).toBe(2);
  });

  it("installs everything at once where a tool is what is started first", async () => {
    const tool = join(root, "tool.ts");
    writeFileSync(tool, "");
    await launch(["--node", tool]);
    await launch(["0"]);
    expect(readFileSync(asked, "utf8")).toMatch(/^ci --include=dev --include=optional .*\n$/);
  });

  it("installs again when the lock file changed", async () => {
    await launch(["0"]);
    writeFileSync(join(root, "package-lock.json"), '{"lockfileVersion": 3, "packages": {}}');
    await launch(["0"]);
    expect(times()).toBe(2);
  });

  it("installs nothing where npm has installed all of the lock file already, and again where something is missing", async () => {
    const binary = `node-${process.platform}-${process.arch}`;
    const pinned = `node_modules/${binary}`;
    const other = { version: "2.0.0", optional: true };
    const packages = {
      "": {},
      "node_modules/a": { version: "1.0.0" },
      "node_modules/for-tests": { version: "1.0.0", dev: true },
      [pinned]: { version: "26.0.0", optional: true },
    };
    const lock = { lockfileVersion: 3, packages: { ...packages, "node_modules/for-another-platform": other } };
    writeFileSync(join(root, "package-lock.json"), JSON.stringify(lock));
    mkdirSync(join(root, "node_modules", "a"), { recursive: true });
    mkdirSync(join(root, pinned, "bin"), { recursive: true });
    symlinkSync(process.execPath, join(root, pinned, "bin", "node"));
    const note = (there: object) =>
      writeFileSync(join(root, "node_modules", ".package-lock.json"), JSON.stringify({ packages: there }));
    const { "node_modules/for-tests": _, ...toRun } = packages;
    for (const there of [toRun, packages]) {
      rmSync(join(root, "node_modules", ".jia-lock"), { force: true });
      note(there);
      const started = await launch(["0"]);
      expect([started.code, started.err, times()]).toEqual([0, "", 0]);
    }
    rmSync(join(root, "node_modules", ".jia-lock"));
    note({ ...packages, "node_modules/a": { version: "0.9.0" } });
    expect((await launch(["0"])).code).toBe(0);
    expect(times()).toBe(1);
  });

  it("installs nothing for the completion of a shell, which nobody waits for, and says what to run", async () => {
    const { code, out, err } = await launch(["completion", "devices"]);
    expect([code, out, times()]).toEqual([3, "", 0]);
    expect(err).toMatch(/^Jia's packages are not installed yet. Run once: .*help\n$/);
  });

  it("installs once for several that start together", async () => {
    const all = await Promise.all([launch(["0"]), launch(["0"]), launch(["0"])]);
    expect(all.map(({ code }) => code)).toEqual([0, 0, 0]);
    expect(times()).toBe(1);
    expect(all.filter(({ err }) => err.includes("Another start is installing"))).toHaveLength(2);
    expect(existsSync(join(root, ".installing"))).toBe(false);
  });

  it("says when npm failed, in the language of the system, and tries again the next time", async () => {
    writeFileSync(join(root, "broken"), "");
    const failed = await launch(["0"], { LC_ALL: "zh_CN.UTF-8" });
    expect([failed.code, failed.err]).toEqual([1, expect.stringContaining("依赖安装失败")]);
    rmSync(join(root, "broken"));
    expect((await launch(["0"])).code).toBe(0);
  });

  it("shows on a terminal that the installation goes on, and Ctrl-C ends it with 130, for another start to begin anew", async () => {
    writeFileSync(join(root, "slow"), "");
    const terminal = new Terminal(`'${process.execPath}' '${join(root, "launch.cjs")}' 0`, {
      env: {
        npm_execpath: join(root, "npm-cli.js"),
        NODE_PACKAGE: `node-${process.platform}-${process.arch}`,
        PINNED: process.execPath,
      },
    });
    await terminal.sees("once; this takes a minute or so");
    await terminal.sees("2 s");
    terminal.type("\u0003");
    expect(await terminal.ended()).toBe(130);
    expect(terminal.shown).not.toMatch(/Could not| {4}at /);
    expect(existsSync(join(root, ".installing"))).toBe(false);
    rmSync(join(root, "slow"));
    expect((await launch(["0"])).code).toBe(0);
  });

  it("takes over from an installation whose process is gone", async () => {
    mkdirSync(join(root, ".installing"));
    writeFileSync(join(root, ".installing", "pid"), "999999999");
    expect((await launch(["0"])).code).toBe(0);
  });

  it("says when there is no npm at all", async () => {
    const { code, err } = await launch(["0"], { npm_execpath: "" });
    expect([code, err]).toEqual([1, expect.stringContaining("npm is not on the PATH")]);
  });

  it("passes signals on, and ends Jia when npm's shell above it is killed", async () => {
    await launch(["0"]);
    const child = start(["wait"]);
    const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
    child.stdout?.once("data", () => child.kill("SIGTERM"));
    expect(await ended).toBe(7);

    const shell = spawn("/bin/sh", ["-c", `"${process.execPath}" "${join(root, "launch.cjs")}" wait; true`], {
      env: { PATH: "", npm_lifecycle_event: "start", npm_execpath: join(root, "npm-cli.js") },
      stdio: ["ignore", "pipe", "ignore"],
    });
    await new Promise((resolve) => shell.stdout?.once("data", resolve));
    const closed = new Promise((resolve) => shell.stdout?.once("close", resolve));
    shell.kill("SIGKILL");
    await closed;
  });

  it("runs Jia on the packaged Node.js when the machine's own starts it", async () => {
    const folders = [...(process.env["PATH"] ?? "").split(delimiter), "/usr/bin", "/usr/local/bin"];
    const own = folders
      .filter((folder) => folder !== "" && !folder.includes("node_modules"))
      .map((folder) => join(folder, "node"))
      .find((path) => existsSync(path));
    expect(own, "The machine has no Node.js of its own. Run: apt-get install -y nodejs").toBeDefined();
    const { code, out } = await launch(["0", "from here"], {}, own);
    expect([code, JSON.parse(out)]).toEqual([0, ["from here"]]);
  });
});
