import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type AutomationDraft, isPublicAddress, judgeOutgoing } from "../../src/automation/index.ts";
import { textOf } from "../../src/language/index.ts";
import { described } from "../support/home.ts";
import { PlannerBench } from "../support/planner-bench.ts";

const person = { origin: { kind: "person" } } as const;
const LISTED = "http://192.168.1.20:8123";
const PUBLIC = "https://hooks.example.org/services/T0/secret";

/** Spellings of addresses of this machine, its neighbours, the metadata service, and others that are not public. */
const INSIDE = [
  "http://127.0.0.1/hook",
  "http://localhost:8480/api/automations",
  "http://LOCALHOST./x",
  "http://a.localhost/x",
  "http://localhost.localdomain/x",
  "http://nas.localdomain./x",
  "http://2130706433/x",
  "http://0x7f000001/x",
  "http://0177.0.0.1/x",
  "http://127.1/x",
  "http://１２７.0.0.1/x",
  "http://0.0.0.0/x",
  "http://10.0.0.1/x",
  "http://172.31.255.255/x",
  "http://192.168.1.21/x",
  "http://100.64.1.1/x",
  "http://169.254.169.254/latest/meta-data",
  "http://224.0.0.251/x",
  "http://255.255.255.255/x",
  "http://[::1]/x",
  "http://[::]/x",
  "http://[::ffff:127.0.0.1]/x",
  "http://[::ffff:7f00:1]/x",
  "http://[::ffff:a9fe:a9fe]/x",
  "http://[::127.0.0.1]/x",
  "http://[64:ff9b::7f00:1]/x",
  "http://[2002:7f00:1::]/x",
  "http://[fe80::1]/x",
  "http://[fd00::1]/x",
  "http://[ff02::1]/x",
  "http://metadata.google.internal/x",
  "http://nas/x",
  "http://printer.local/x",
  "http://router.lan/x",
  "http://nas.fritz.box/x",
  "http://wiki.intranet/x",
  "http://box.home.arpa/x",
];

describe("an address that is not listed", () => {
  it.each(INSIDE)("%s is refused", (address) => {
    expect(judgeOutgoing(address, [LISTED]).decision).toBe("deny");
  });

  it.each([
    "https://user:word@hooks.example.org/x",
    "https://token@hooks.example.org/x",
    "ftp://hooks.example.org/x",
    "nonsense",
  ])("%s is refused", (address) => {
    expect(judgeOutgoing(address, []).decision).toBe("deny");
  });

  it("of the public internet wants a yes", () => {
    for (const address of [PUBLIC, "http://93.184.216.34/x", "https://[2606:2800:220:1::1]/x"])
      expect(judgeOutgoing(address, []).decision).toBe("confirm");
  });

  it("that differs from a listed one only in scheme, port or name is not listed", () => {
    for (const address of [
      "https://192.168.1.20:8123/x",
      "http://192.168.1.20/x",
      "http://192.168.1.20.example.org:8123",
    ])
      expect(judgeOutgoing(address, [LISTED]).decision).not.toBe("allow");
  });
});

it("a listed origin may be sent to in any network, and with a password", () => {
  expect(judgeOutgoing(`${LISTED}/hook`, [LISTED])).toEqual({ decision: "allow", host: LISTED });
  expect(judgeOutgoing("http://me:word@192.168.1.20:8123/hook", [LISTED]).decision).toBe("allow");
  // Another spelling of the same address counts as listed.
  expect(judgeOutgoing("http://3232235796:8123/hook", [LISTED]).decision).toBe("allow");
});

it("only assigned IP addresses count as public", () => {
  for (const address of ["8.8.8.8", "1.1.1.1", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"])
    expect([address, isPublicAddress(address)]).toEqual([address, true]);
  for (const address of ["localhost", "", "fe80::1%eth0", "2001:db8::1", "2001::1", "203.0.113.9", "198.18.0.1", "::2"])
    expect([address, isPublicAddress(address)]).toEqual([address, false]);
});

describe("an automation that sends a notice to an address", () => {
  let bench: PlannerBench;
  beforeEach(async () => {
    bench = new PlannerBench([described("lamp")], "2026-11-24T12:00:00Z");
    await bench.start({ allowed: [LISTED] });
  });
  afterEach(() => bench.close());

  const sending = (webhook: string): AutomationDraft => ({
    id: "tell",
    name: "Tell",
    triggers: [{ type: "time", at: "07:00" }],
    actions: [
      { type: "if", condition: { type: "weekday", days: ["mon"] }, do: [{ type: "notify", message: "up", webhook }] },
    ],
  });
  const simple = (webhook: string): AutomationDraft => ({
    ...sending(webhook),
    actions: [{ type: "notify", message: "up", webhook }],
  });
  const file = (webhook: string) => JSON.stringify({ automations: [simple(webhook)] });
  const lastStep = async () => (await bench.store.runs.list({ of: "tell", limit: 1 }))[0]?.steps.at(-1);

  it("cannot be saved by any route when the address is not public", async () => {
    const { automations, files } = bench.planner;
    const inside = "http://169.254.169.254/x";
    const check = automations.check(sending(inside));
    expect(check.problems.map(({ field }) => field)).toEqual(["actions[0].do[0].webhook"]);
    expect(textOf(check.problems[0]?.message ?? "", "en")).toBe("http://169.254.169.254 is not a public address");
    await expect(automations.save(simple(inside), { ...person, approved: true })).rejects.toThrow();
    await expect(files.import(file(inside), "home.yaml", { ...person, approved: true })).rejects.toThrow();
    expect(automations.list()).toEqual([]);
  });

  it("wants a yes for a public address, and tells host and text, without the path", async () => {
    const { automations, files } = bench.planner;
    const check = automations.check(sending(PUBLIC));
    expect(check.outgoing).toEqual([{ field: "actions[0].do[0].webhook", host: "hooks.example.org" }]);
    expect((await files.diff(file(PUBLIC), "home.yaml")).map(({ proposal }) => proposal?.kind)).toEqual([
      "save-automation",
    ]);
    const told = automations.describe(simple(PUBLIC), "en");
    expect(told).toContain(
      `send the notice "up", and post it with the automation's name and the time to hooks.example.org`,
    );
    expect(told).not.toContain("secret");
    expect(automations.describe(simple("http://hooks.example.org/x"), "zh")).toContain(
      "发送通知“up”，并把它连同自动化名称和时间发送到 http://hooks.example.org",
    );
  });

  it("sends nothing while nobody has confirmed, and the trace says so", async () => {
    await bench.planner.automations.save(simple(PUBLIC), person);
    expect((await bench.planner.automations.run("tell", person)).status).toBe("failed");
    expect(bench.posts).toEqual([]);
    expect(textOf((await lastStep())?.detail ?? "", "en")).toMatch(/nobody has confirmed.*hooks\.example\.org/);
    await bench.planner.automations.save(simple(PUBLIC), { ...person, replace: true, approved: true });
    await bench.planner.automations.run("tell", person);
    expect(bench.posts).toMatchObject([{ url: PUBLIC, body: { message: "up" } }]);
  });

  it("sends to a listed origin without a yes", async () => {
    expect(bench.planner.automations.check(simple(`${LISTED}/x`)).outgoing).toEqual([]);
    await bench.planner.automations.save(simple(`${LISTED}/x`), person);
    await bench.planner.automations.run("tell", person);
    expect(bench.posts).toHaveLength(1);
  });

  it("sends nothing to an origin that is not listed any more, even with a yes", async () => {
    await bench.planner.automations.save(simple(`${LISTED}/x`), { ...person, approved: true });
    await bench.planner.stop();
    await bench.store.close();
    await bench.start({ allowed: [] });
    expect((await bench.planner.automations.run("tell", person)).status).toBe("failed");
    expect(bench.posts).toEqual([]);
    expect(textOf((await lastStep())?.detail ?? "", "zh")).toContain("不是公网地址");
  });
});
