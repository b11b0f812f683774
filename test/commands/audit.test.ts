import { expect, test } from "vitest";
import { auditResource } from "../../src/api/resources/audit.ts";
import { COMMANDS } from "../../src/commands/index.ts";
import { openStore } from "../../src/store/index.ts";
import { listening, testApi } from "../support/api.ts";
import { run } from "../support/command-line.ts";
import { described, set, testHome } from "../support/home.ts";
import { ownerFetch } from "../support/owner.ts";

test("jia audit lists commands with authors and outcomes, in both languages, filtered", async () => {
  const store = await openStore({ path: ":memory:" });
  const { home, transport } = testHome([described("lamp"), described("fan")], { audit: store.audit });
  transport.home = home;
  const { app } = await testApi([], { home, resources: [auditResource.bind({ home, audit: store.audit })] });
  const url = await listening(app);
  const jia = (...args: string[]) => run(COMMANDS, ["audit", ...args, "--url", url], { env: { LANG: "en_US.UTF-8" } });
  expect((await jia()).out).toBe("No command was given.\n");

  const talk = { kind: "conversation", conversation: "c1", text: "turn on the lamp" } as const;
  await home.execute([set("lamp", { "light.on": true })], talk);
  await home.execute([set("fan", { "light.brightness": 999 })], { kind: "schedule", id: "evening", approved: false });
  await store.audit.record({
    at: 0,
    origin: { kind: "api" },
    command: set("fan", { "light.on": true }),
    outcomes: [{ device: "fan", property: "light.on", value: true, status: "unknown" }],
    ms: 0,
  });

  const all = await jia();
  expect(all).toMatchObject({ code: 0, err: "" });
  expect(all.out).toMatch(/conversation {2}"turn on the lamp"\n {2}✓ lamp {2}power on {2}confirmed/);
  expect(all.out).toMatch(/schedule evening\n {2}✗ fan {2}brightness 999% {2}refused/);
  expect(all.out).toContain("✗ fan  power on  sent, nothing noted since");
  // A change by `set` has the command line as its author, one of another program the name that it gives.
  await run(COMMANDS, ["set", "lamp", "brightness=40", "--url", url], { env: {} });
  const body = JSON.stringify({ properties: { "light.brightness": 41 } });
  for (const client of ["Wall tablet", "<script>"]) {
    const headers = { "content-type": "application/json", "x-jia-client": client };
    const sent = await ownerFetch(`${url}/api/devices/lamp/properties`, { method: "POST", headers, body });
    expect(sent.status).toBe(200);
  }
  const told = (await jia("lamp")).out;
  expect(told).toMatch(/ {2}command line\n {2}✓ lamp {2}brightness .*40%/);
  expect(told).toMatch(/ {2}API Wall tablet\n {2}✓ lamp {2}brightness .*41%/);
  expect(told).toMatch(/ {2}API\n {2}✓ lamp {2}brightness .*41%/);
  expect((await run(COMMANDS, ["audit", "lamp", "--url", url], { env: { LANG: "zh_CN.UTF-8" } })).out).toContain(
    "  命令行\n",
  );
  const last = JSON.parse((await jia("lamp", "--json")).out).entries.at(-2);
  expect(last.origin).toEqual({ kind: "api", client: "command-line" });
  const zh = await run(COMMANDS, ["audit", "fan", "--url", url], { env: { LANG: "zh_CN.UTF-8" } });
  expect(zh.out).toContain("已发送，没有结果记录");
  expect((await jia("lamp")).out).not.toContain("fan");
  expect((await jia("--origin", "schedule")).out).not.toContain("lamp");
  expect((await jia("--since", "5m")).out).toBe("No command was given.\n");
  expect(JSON.parse((await jia("--json", "--limit", "1")).out).entries).toHaveLength(1);
  expect(await jia("--since", "soon")).toMatchObject({
    code: 2,
    err: expect.stringContaining('--since: "soon" is not a duration'),
  });
  expect(await jia("--origin", "nobody")).toMatchObject({ code: 2, err: expect.stringContaining("origin") });
  expect(await jia("lanp")).toMatchObject({
    code: 1,
    err: expect.stringContaining('There is no device "lanp". Did you mean lamp?'),
  });
  const misspelt = await run(COMMANDS, ["audit", "lanp", "--url", url], { env: { LANG: "zh_CN.UTF-8" } });
  expect(misspelt.err).toContain("没有名为“lanp”的设备。是否指 lamp？");
  expect((await jia("curtain")).err).not.toContain("Did you mean");
  // A removed device is still found by its id.
  await store.audit.record({
    at: 0,
    origin: { kind: "api" },
    command: set("gone", { "light.on": true }),
    outcomes: [{ device: "test:gone", property: "light.on", value: true, status: "confirmed" }],
    ms: 0,
  });
  expect(await jia("test:gone")).toMatchObject({ code: 0, out: expect.stringContaining("test:gone") });
  // The person, where it is known.
  const conversation = { kind: "conversation", conversation: "c2" } as const;
  await home.execute([set("lamp", { "light.on": false })], { ...conversation, person: "emma" });
  await home.execute([set("lamp", { "light.on": false })], { ...conversation, stranger: true });
  const who = (await jia("lamp", "--limit", "2")).out;
  expect(who).toContain("  emma · conversation\n");
  expect(who).toContain("  stranger · conversation\n");
  await app.close();
  await store.close();
});
