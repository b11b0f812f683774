import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { Child } from "../support/child.ts";
import { freePort } from "../support/free-port.ts";
import { ownerFetch } from "../support/owner.ts";
import { until } from "../support/until.ts";

it("a restore by the API restarts jia start with what the backup holds", async () => {
  const folder = mkdtempSync(join(tmpdir(), "jia-restart-"));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const jia = new Child([process.execPath, "src/cli.ts", "start", "--data", folder, "--port", `${port}`], {
    cwd: process.cwd(),
    env: { PATH: process.env["PATH"] ?? "", HOME: folder, JIA_MQTT_PORT: "0", JIA_MODEL: "none", LANG: "en_US.UTF-8" },
  });
  const call = async (method: string, path: string, body?: object) => {
    const headers = { "content-type": "application/json" };
    const answer = await ownerFetch(`${url}${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };
  try {
    await until("the start", () => jia.out.includes("Try") || jia.out.includes(url), 30_000);
    const { body: made } = await call("POST", "/api/backups", { history: true });
    expect((await call("POST", "/api/timers", { seconds: 3_000, name: "pasta" })).status).toBe(201);
    expect((await call("POST", "/api/backups/restore", { backup: made["id"] })).status).toBe(202);
    await until("the second start", () => jia.out.split("Address").length > 2, 30_000);
    expect((await call("GET", "/api/timers")).body).toMatchObject({ timers: [] });
    expect(readdirSync(folder)).toContain("jia.db.before-restore");
  } finally {
    expect((await jia.stop("SIGINT")).code).toBe(0);
    rmSync(folder, { recursive: true });
  }
});
