import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";

let folder: string;
const children: ChildProcess[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "jia-folder-"));
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

interface Start {
  readonly child: ChildProcess;
  /** What it has written so far. */
  readonly told: () => string;
  /** true when it says its address, false when it has ended. */
  readonly up: Promise<boolean>;
}

function start(home: string, ...more: readonly string[]): Start {
  const args = ["src/cli.ts", "start", "--port", "0", "--mqtt-port", "0", "--data", folder, "--model", "none"];
  const child = spawn(process.execPath, [...args, "--home", home, ...more], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { PATH: process.env["PATH"], LANG: "en_US.UTF-8" },
  });
  children.push(child);
  const { promise: up, resolve } = Promise.withResolvers<boolean>();
  let text = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (piece: string) => {
      text += piece;
      if (/http:\/\/127\.0\.0\.1:[1-9]/.test(text)) resolve(true);
    });
  }
  child.on("close", () => resolve(false));
  return { child, told: () => text, up };
}

it("is held by one process: a second start names the home and the process, and ends with 3", async () => {
  const first = start("flat");
  expect(await first.up).toBe(true);
  const second = start("flat");
  expect(await second.up).toBe(false);
  expect(second.child.exitCode).toBe(3);
  expect(second.told()).toContain(`Jia already runs on the data folder ${folder}`);
  expect(second.told()).toContain(`process ${first.child.pid}`);
  expect(second.told()).toContain(JSON.parse(readFileSync(join(folder, "home.json"), "utf8")).home);
  expect(second.told()).toContain("--data");
}, 30_000);

it("is free at once when its process was killed, and says when it has ended that nobody is there", async () => {
  const first = start("flat");
  expect(await first.up).toBe(true);
  first.child.kill("SIGKILL");
  await once(first.child, "close");
  const second = start("flat");
  expect(await second.up).toBe(true);
  second.child.kill("SIGTERM");
  await once(second.child, "close");
  expect(JSON.parse(readFileSync(join(folder, "home.json"), "utf8"))).toMatchObject({ process: null });
}, 30_000);

it("belongs to one home: another is refused with what to do, and may take it over", async () => {
  const flat = start("flat");
  expect(await flat.up).toBe(true);
  flat.child.kill("SIGTERM");
  await once(flat.child, "close");
  const english = start("house");
  expect(await english.up).toBe(false);
  expect(english.child.exitCode).toBe(3);
  expect(english.told()).toMatch(/belongs to another home: ".+" \(flat\), and this one is "Orchard House" \(house\)/);
  const chinese = start("house", "--language", "zh");
  expect(await chinese.up).toBe(false);
  expect(chinese.told()).toContain("属于另一个家");
  const house = start("house", "--take-over");
  expect(await house.up).toBe(true);
  expect(JSON.parse(readFileSync(join(folder, "home.json"), "utf8"))).toMatchObject({ home: "Orchard House" });
}, 30_000);
