import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { systemClock } from "../../../../src/home/index.ts";
import { NoticeBench } from "../../../support/notice-bench.ts";
import { Postgres } from "../../../support/postgres.ts";
import { NtfyServer, TelegramServer } from "../../../support/receivers/phone-servers.ts";
import { until } from "../../../support/until.ts";

const BOT = "123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw0";
const folder = mkdtempSync(join(tmpdir(), "jia-notices-kill-"));
let postgres: Postgres;
let ntfy: NtfyServer;
let telegram: TelegramServer;
beforeAll(async () => {
  postgres = await Postgres.start();
}, 60_000);
beforeEach(async () => {
  ntfy = await new NtfyServer().start();
  telegram = await new TelegramServer(BOT).start();
  return async () => {
    await ntfy.stop();
    await telegram.stop();
  };
});
afterAll(async () => {
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Tells a warning in a process of its own. */
function telling(location: string, text: string): ChildProcess {
  const origins = JSON.stringify([ntfy.origin, telegram.origin]);
  return spawn(process.execPath, [join(import.meta.dirname, "child.ts"), location, origins, text], {
    stdio: ["ignore", "ignore", "inherit"],
  });
}

it.each(["sqlite", "postgres"] as const)(
  "%s: what was sent when the process was killed before it was noted is sent again only where it is shown once",
  async (kind) => {
    const file = join(folder, "jia.db");
    const location = kind === "sqlite" ? { path: file } : { url: await postgres.database() };
    // The machine's own time: the other process has no simulated one.
    const made = new NoticeBench({
      location,
      receivers: [ntfy, telegram],
      at: new Date(systemClock.now()).toISOString(),
    });
    await made.start();
    await made.add({ way: "ntfy", values: { server: ntfy.origin, topic: "family" } });
    await made.add({ way: "telegram", values: { server: telegram.origin, token: BOT, chat: "7" } });
    // So it is known that the server replaces.
    await made.channels.test("ntfy", "en");
    await made.all.stop();
    await made.store.close();

    ntfy.fault = "silent";
    telegram.fault = "silent";
    const child = telling("path" in location ? location.path : location.url, "The door is open");
    const ended = once(child, "exit");
    await until("both messages", () => ntfy.requests.length === 2 && telegram.requests.length === 1);
    child.kill("SIGKILL");
    await ended;
    ntfy.fault = null;
    telegram.fault = null;
    expect(ntfy.requests).toHaveLength(2);

    made.time.jumpTo(systemClock.now());
    await made.start();
    await made.advance("2h");
    expect([ntfy.requests.length, telegram.requests.length]).toEqual([3, 1]);
    expect([...ntfy.shown.values()].filter(({ text }) => text === "The door is open")).toHaveLength(1);
    expect(telegram.shown.map(({ text }) => text)).toEqual(["The door is open"]);
    expect(made.all.waiting).toBe(0);
    await made.close();
  },
  60_000,
);
