import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { App } from "../../src/app.ts";
import { runningApp } from "../support/app.ts";
import { ownerFetch } from "../support/owner.ts";
import { Postgres } from "../support/postgres.ts";

const folder = mkdtempSync(join(tmpdir(), "jia-instances-"));
const apps: App[] = [];
let postgres: Postgres;
beforeAll(async () => {
  postgres = await Postgres.start();
}, 60_000);
afterAll(async () => {
  for (const app of apps.splice(0)) await app.stop();
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function instance(url: string, name: string): Promise<App> {
  const env = { DATABASE_URL: url, JIA_DATA: join(folder, name) };
  const app = await runningApp(env, { memory: false });
  apps.push(app);
  return app;
}

async function call(app: App, method: string, path: string, body?: object) {
  const answer = await ownerFetch(new URL(path, app.url), {
    method,
    ...(body && { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
  });
  return { status: answer.status, text: await answer.text() };
}

it("an instance that stands by follows the other's changes of people, modes, memory and marks, and changes none", async () => {
  const url = await postgres.database();
  const first = await instance(url, "first");
  const second = await instance(url, "second");
  const changes = [
    ["POST", "/api/people", { name: "Zoe" }, "/api/people", '"Zoe"'],
    ["POST", "/api/modes/guest/begin", {}, "/api/modes", '"current":{"mode":"guest"'],
    ["POST", "/api/memory", { kind: "fact", text: "The key is under the pot" }, "/api/memory", "under the pot"],
  ] as const;
  for (const [method, path, body, shown, told] of changes) {
    const refused = await call(second, method, path, body);
    expect([path, refused.status, refused.text.includes("stands-by")]).toEqual([path, 503, true]);
    expect((await call(first, method, path, body)).status).toBeLessThan(300);
    await expect.poll(async () => (await call(second, "GET", shown)).text, { timeout: 20_000 }).toContain(told);
  }
  const presence = { home: true };
  expect((await call(second, "POST", "/api/people/zoe/presence", presence)).status).toBe(503);
}, 90_000);
