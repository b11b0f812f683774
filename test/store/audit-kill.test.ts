import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, expect, it } from "vitest";
import { openStore } from "../../src/store/index.ts";
import { seeded } from "../support/random.ts";

const KILLS = 25;

const folder = mkdtempSync(join(tmpdir(), "jia-audit-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it(`has a row for everything that reached a device before ${KILLS} kills, unknown where no outcome came`, async () => {
  const database = join(folder, "jia.db");
  const random = seeded(7);
  const told = new Map<string, number>();
  let interrupted = 0;
  for (let kill = 0; kill < KILLS; kill += 1) {
    const reached = join(folder, `reached-${kill}`);
    const child = spawn(process.execPath, [join(import.meta.dirname, "kill/child.ts"), database, reached], {
      stdio: ["ignore", "pipe", "inherit"],
      env: { ...process.env, NODE_COMPILE_CACHE: join(folder, "compiled") },
    });
    await once(child.stdout, "data");
    await wait(10 + random() * 80);
    child.kill("SIGKILL");
    await once(child, "exit");

    for (const device of devicesOf(readFileSync(reached, "utf8"))) told.set(device, (told.get(device) ?? 0) + 1);
    const store = await openStore({ path: database });
    const found = await store.audit.closeInterrupted();
    // One moment's commands at most were under way.
    expect(found).toBeLessThanOrEqual(20);
    interrupted += found;
    await store.close();
  }

  const store = await openStore({ path: database });
  const entries = await store.audit.list({ limit: 1_000_000 });
  const rows = Map.groupBy(entries, ({ command }) => command.device);
  expect(told.size).toBe(20);
  for (const [device, times] of told) expect(rows.get(device)?.length ?? 0, device).toBeGreaterThanOrEqual(times);
  const unknown = entries.filter(({ outcomes }) => outcomes.some(({ status }) => status === "unknown"));
  expect(unknown).toHaveLength(interrupted);
  expect(interrupted).toBeGreaterThan(0);
  // Told once: the next start has nothing to say of them.
  expect(await store.audit.closeInterrupted()).toBe(0);
  await store.close();
}, 60_000);

/** The devices that were told something, but for what was told in the last milliseconds before the kill. */
function devicesOf(reached: string): string[] {
  const lines = reached
    .trim()
    .split("\n")
    .map((line) => line.split(" "));
  const turned = Math.max(-1, ...lines.filter(([, what]) => what === "turned").map(([round]) => Number(round)));
  return lines.flatMap(([round, what]) =>
    what !== undefined && what !== "turned" && Number(round) <= turned ? what : [],
  );
}
