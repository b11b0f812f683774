import { afterEach, expect, it } from "vitest";
import { auditResource } from "../../src/api/resources/audit.ts";
import { COMMANDS } from "../../src/commands/index.ts";
import { openStore } from "../../src/store/index.ts";
import { listening, planningApi, testApi } from "../support/api.ts";
import { run } from "../support/command-line.ts";
import { described, testHome } from "../support/home.ts";

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

const jia = (url: string, args: readonly string[], stdin = "") =>
  run(COMMANDS, [...args, "--url", url], { env: { LANG: "en_US.UTF-8" }, stdin });

const FILE = JSON.stringify({
  automations: [
    {
      id: "evening",
      name: "Evening",
      triggers: [{ type: "time", at: "18:30" }],
      actions: [{ type: "set", target: "lamp", set: { "light.on": true } }],
    },
  ],
});

// Two homes, so that at least one is in another zone than this machine. It is 12:00 UTC there.
it.each([
  ["Pacific/Kiritimati", "2026-11-25 18:30:00", "2026-11-25 02:00:00"],
  ["America/St_Johns", "2026-11-24 18:30:00", "2026-11-24 08:30:00"],
])("times of plans and runs are shown in the zone of the home: %s", async (zone, next, now) => {
  const { bench, app } = await planningApi(zone);
  cleanups.push(
    () => bench.close(),
    () => app.close(),
  );
  const url = await listening(app);
  await jia(url, ["automations", "import", "-"], FILE);
  expect((await jia(url, ["automations"])).out).toContain(next);
  expect((await jia(url, ["automations"])).out).toContain("Every day at 18:30");
  expect((await jia(url, ["automations", "next", "evening"])).out).toMatch(new RegExp(`^${next}\n`));
  expect((await jia(url, ["runs", "planned"])).out).toMatch(/^\d{4}-\d\d-\d\d 18:30:00 {2}automation/m);
  expect((await jia(url, ["automations", "check", "-"], FILE)).out).toContain(next);
  expect((await jia(url, ["automations", "run", "evening"])).out).toContain(now);
  expect((await jia(url, ["runs"])).out).toContain(now);
});

it.each([
  ["Pacific/Kiritimati", "2026-11-25 02:00:00"],
  ["America/St_Johns", "2026-11-24 08:30:00"],
])("times of commands are shown in the zone of the home: %s", async (timezone, told) => {
  const store = await openStore({ path: ":memory:" });
  const { home } = testHome([described("lamp")], { timezone, audit: store.audit });
  const { app } = await testApi([], { home, resources: [auditResource.bind({ home, audit: store.audit })] });
  cleanups.push(
    () => store.close(),
    () => app.close(),
  );
  await store.audit.record({
    at: Date.parse("2026-11-24T12:00:00Z"),
    origin: { kind: "api" },
    command: { kind: "set", device: "test:lamp", properties: [{ address: "light.on", value: true }] },
    outcomes: [{ device: "test:lamp", property: "light.on", value: true, status: "confirmed" }],
    ms: 0,
  });
  expect((await jia(await listening(app), ["audit"])).out).toContain(told);
});
