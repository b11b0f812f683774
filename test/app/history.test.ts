import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { App } from "../../src/app.ts";
import { COMMANDS } from "../../src/commands/index.ts";
import { runningApp } from "../support/app.ts";
import { run } from "../support/command-line.ts";
import { ownerFetch } from "../support/owner.ts";

let folder: string;
let app: App | null = null;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "jia-past-"));
});
afterEach(async () => {
  await app?.stop();
  app = null;
  rmSync(folder, { recursive: true, force: true });
});

async function started(memory = false): Promise<App> {
  app = await runningApp({ JIA_DATA: folder }, { memory });
  return app;
}

async function ask(path: string, language = "en", init: RequestInit = {}) {
  const headers = { "accept-language": language, "content-type": "application/json" };
  const answer = await ownerFetch(`${app?.url}${path}`, { headers, ...init });
  return { status: answer.status, body: JSON.parse(await answer.text()) };
}

const switched = (on: boolean) =>
  ask("/api/devices/living-floor-lamp/properties", "en", {
    method: "POST",
    body: JSON.stringify({ properties: { "light.on": on } }),
  });
const past = async () =>
  (await ask("/api/history?device=living-floor-lamp&property=light.on")).body.changes.map(
    ({ value }: { value: unknown }) => value,
  );

it("the past of a device is known after a restart, and the time in between is not known", async () => {
  await started();
  await switched(true);
  await switched(false);
  const before = await past();
  expect(before.slice(-2)).toEqual([true, false]);
  await app?.stop();
  await started();
  expect((await past()).slice(0, before.length + 1)).toEqual([...before, null]);
}, 60_000);

it("a history that cannot be written stops nothing: /ready and the doctor report it in both languages", async () => {
  writeFileSync(
    join(folder, "history.db"),
    "this is no database, and longer than a header of one would be: ".repeat(40),
  );
  await started();
  expect((await switched(true)).status).toBe(200);
  const history = async (language: string) => {
    const { status, body } = await ask("/ready", language);
    expect(status).toBe(200);
    return body.checks.find(({ name }: { name: string }) => name === "history");
  };
  await expect
    .poll(async () => (await history("en")).hint)
    .toMatch(/^The history is not written\. The database .* is damaged/);
  expect((await history("zh")).hint).toMatch(/^历史记录目前无法写入。数据库 .*已损坏/);
  const asked = await ask("/api/history?device=living-floor-lamp&property=light.on", "zh");
  expect(asked).toMatchObject({ status: 503, body: { code: "store-damaged" } });
  const doctor = await run(COMMANDS, ["doctor", "--seconds", "0.2", "--url", app?.url ?? "", "--json"], {
    env: { JIA_DATA: folder },
  });
  expect(JSON.parse(doctor.out).store).toMatchObject({ history: { problem: "store-damaged" } });
}, 60_000);

it("a home in memory leaves no file, and has a history while it runs", async () => {
  await started(true);
  await switched(true);
  expect((await past()).at(-1)).toBe(true);
  expect(() => new DatabaseSync(join(folder, "history.db"), { readOnly: true })).toThrow(/unable to open/);
}, 60_000);

it("the doctor reports the contents, the beginning and the size of the history, in both languages", async () => {
  await started();
  await switched(true);
  await app?.stop();
  app = null;
  const doctor = async (language: string) =>
    (
      await run(COMMANDS, ["doctor", "--mqtt", "mqtt://127.0.0.1:1", "--seconds", "0.2", "--language", language], {
        env: { JIA_DATA: folder },
      })
    ).out;
  expect(await doctor("en")).toMatch(/History: \d+ properties since \d{4}-\d\d-\d\d, \d+\.\d MiB/);
  expect(await doctor("zh")).toMatch(/历史记录：\d+ 项属性，始于 \d{4}-\d\d-\d\d，\d+\.\d MiB/);
}, 60_000);
