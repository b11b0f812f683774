import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { OWNER_TOKEN, ownerFetch } from "../support/owner.ts";

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
  /** Its output so far. */
  readonly told: () => string;
  /** true when it prints its address, false when it has ended. */
  readonly up: Promise<boolean>;
}

/** Starts Jia as root, or as the user nobody. */
function start(home: string, ...more: readonly string[]): Start {
  return startAs({}, home, ...more);
}

function startAs(user: { readonly uid?: number }, home: string, ...more: readonly string[]): Start {
  const args = ["src/cli.ts", "start", "--port", "0", "--mqtt-port", "0", "--data", folder, "--model", "none"];
  const child = spawn(process.execPath, [...args, "--home", home, ...more], {
    ...user,
    stdio: ["ignore", "pipe", "pipe"],
    env: { PATH: process.env["PATH"], LANG: "en_US.UTF-8", JIA_TOKEN: OWNER_TOKEN },
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

it("the data folder belongs to one process: a second start names the home and the process, and ends with 3", async () => {
  const first = start("flat");
  expect(await first.up).toBe(true);
  const second = start("flat");
  expect(await second.up).toBe(false);
  expect(second.child.exitCode).toBe(3);
  expect(second.told()).toContain(`Another Jia already uses the data folder ${folder}`);
  expect(second.told()).toContain(`process ${first.child.pid}`);
  expect(second.told()).toContain(JSON.parse(readFileSync(join(folder, "home.json"), "utf8")).home);
  expect(second.told()).toContain("--data");
}, 30_000);

it("the data folder is free at once when its process was killed, and after an orderly end no process is in it", async () => {
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

it("the data folder belongs to one home: another is refused with advice, and may take it over", async () => {
  const flat = start("flat");
  expect(await flat.up).toBe(true);
  flat.child.kill("SIGTERM");
  await once(flat.child, "close");
  const english = start("house");
  expect(await english.up).toBe(false);
  expect(english.child.exitCode).toBe(3);
  expect(english.told()).toMatch(/belongs to another home: ".+" \(flat\)\. This home is "Orchard House" \(house\)/);
  const chinese = start("house", "--language", "zh");
  expect(await chinese.up).toBe(false);
  expect(chinese.told()).toContain("属于另一个家");
  const house = start("house", "--take-over");
  expect(await house.up).toBe(true);
  expect(JSON.parse(readFileSync(join(folder, "home.json"), "utf8"))).toMatchObject({ home: "Orchard House" });
}, 30_000);

it("a data folder that becomes read-only refuses saves, is reported, and holds nothing of them afterwards", async () => {
  // As the user nobody where possible, because file permissions do not bind root.
  const nobody = process.getuid?.() === 0 ? { uid: 65_534 } : {};
  chmodSync(folder, 0o777);
  const first = startAs(nobody, "flat");
  expect(await first.up, first.told()).toBe(true);
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(first.told())?.[0] ?? "";
  const say = async (text: string, language: string): Promise<string> => {
    const headers = { "content-type": "application/json", "accept-language": language };
    const answer = await ownerFetch(`${url}/api/assistant`, {
      method: "POST",
      headers,
      body: JSON.stringify({ text }),
    });
    return await answer.text();
  };
  const files = readdirSync(folder).filter((name) => name.startsWith("jia.db"));
  const may = (mode: { readonly files: number; readonly folder: number }) => {
    for (const name of files) chmodSync(join(folder, name), mode.files);
    chmodSync(folder, mode.folder);
  };
  may({ files: 0o444, folder: 0o555 });
  try {
    expect(await say("every day at 5 am turn on the bedroom lights", "en")).toContain("Nothing was saved");
    expect(await say("20分钟后关掉客厅的灯", "zh")).toContain("未保存任何内容");
    const ready = await ownerFetch(`${url}/ready`, { headers: { "accept-language": "en" } });
    expect(ready.status).toBe(503);
    expect(await ready.text()).toMatch(/jia\.db.* is read-only/);
  } finally {
    may({ files: 0o666, folder: 0o777 });
  }
  await expect.poll(async () => (await ownerFetch(`${url}/ready`)).status, { timeout: 20_000 }).toBe(200);
  expect(await say("every day at 6 am turn on the bedroom lights", "en")).not.toContain("Nothing was saved");
  first.child.kill("SIGTERM");
  await once(first.child, "close");
  const second = startAs(nobody, "flat");
  expect(await second.up, second.told()).toBe(true);
  const again = /http:\/\/127\.0\.0\.1:\d+/.exec(second.told())?.[0] ?? "";
  const saved = await (await ownerFetch(`${again}/api/automations`)).json();
  expect(saved).toMatchObject({ automations: [{ definition: { triggers: [{ at: "06:00" }] } }] });
  expect(await (await ownerFetch(`${again}/api/timers`)).json()).toMatchObject({ timers: [] });
}, 60_000);
