import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { groupsResource } from "../../src/api/resources/groups.ts";
import { GroupStore } from "../../src/app/groups.ts";
import { openStore } from "../../src/store/index.ts";
import { testApiOn } from "../support/api.ts";
import { described, testHome, testSpec } from "../support/home.ts";

const cleanups: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

const PLUG = testSpec("outlet", "switch", [["on", { format: "bool" }]]);
const DEVICES = [
  described("lamp", { name: "Lamp", room: "Study" }),
  described("spot", { name: "Spot", room: "Hall" }),
  described("plug", { name: "Plug", room: "Hall", spec: PLUG }),
];

/** A home over a store, like one start of Jia. */
async function started(path: string, standsBy = false) {
  const { home, clock, transport, audited } = testHome(DEVICES);
  const store = await openStore({ path }, clock, () => undefined);
  cleanups.push(() => store.close());
  const { audit } = store;
  const groups = new GroupStore({ home, rows: store.homeParts, clock, audit, standsBy: () => standsBy });
  await groups.reload();
  const app = await testApiOn(home, clock, { resources: [groupsResource.bind({ home, groups })] });
  cleanups.push(() => app.close());
  const ask = async (
    method: "GET" | "POST" | "PATCH" | "DELETE",
    url: string,
    payload?: object,
    headers: Record<string, string> = {},
  ) => {
    const answer = await app.inject({ method, url, headers, ...(payload && { payload }) });
    return { status: answer.statusCode, text: answer.payload, headers: answer.headers, json: () => answer.json() };
  };
  return { home, ask, audit, audited, sent: transport.sent };
}

function databaseFile(): string {
  const folder = mkdtempSync(join(tmpdir(), "jia-groups-"));
  cleanups.push(() => rmSync(folder, { recursive: true }));
  return join(folder, "jia.db");
}

const DRAFT = { name: "Evening", aliases: ["cosy"], devices: ["test:lamp", "test:spot"], order: 1, icon: "sofa" };

it("a group that a person makes is kept over a restart, changed, and deleted", async () => {
  const path = databaseFile();
  const { ask, home, audit } = await started(path);
  const made = await ask("POST", "/api/groups", DRAFT);
  expect([made.status, made.headers["location"]]).toEqual([201, "/api/groups/evening"]);
  const handles = ["test:lamp", "test:spot"].map((id) => home.device(id)?.handle);
  const shown = { id: "evening", ...DRAFT, devices: handles, missing: [] };
  expect(made.json()).toEqual(shown);
  expect((await audit.list({ limit: 1 }))[0]).toMatchObject({ command: { device: "group:evening" } });
  const again = await started(path);
  expect((await again.ask("GET", "/api/groups/COSY")).json()).toEqual(shown);
  again.home.apply([{ kind: "removed", id: "test:spot" }]);
  expect((await again.ask("GET", "/api/groups")).json().groups).toMatchObject([{ missing: ["test:spot"] }]);
  const edit = { name: "Night", aliases: null, order: null, icon: null, devices: ["test:plug"] };
  const changed = (await again.ask("PATCH", "/api/groups/evening", edit)).json();
  expect(changed).toMatchObject({ id: "evening", name: "Night", aliases: [], order: null, icon: null, missing: [] });
  expect((await again.ask("DELETE", "/api/groups/night")).status).toBe(200);
  expect((await again.ask("GET", "/api/groups/night")).status).toBe(404);
  expect((await started(path)).home.layout.groups).toEqual([]);
});

it("a command to a group is one execution with all members that have the property", async () => {
  const { ask, sent, audited } = await started(databaseFile());
  await ask("POST", "/api/groups", { ...DRAFT, devices: ["test:lamp", "test:plug"] });
  const properties = { "light.on": true, "switch.on": true };
  const answer = await ask("POST", "/api/groups/evening/properties", { properties });
  expect(answer.status).toBe(200);
  expect(answer.json().outcomes).toMatchObject([
    { id: "test:lamp", property: "light.on", status: "confirmed" },
    { id: "test:plug", property: "switch.on", status: "confirmed" },
  ]);
  expect(sent.map(({ device }) => device)).toEqual(["test:lamp", "test:plug"]);
  expect(audited.map(({ origin }) => origin.kind)).toEqual(["api", "api"]);
  const unknown = await ask("POST", "/api/groups/evening/properties", { properties: { "light.shine": 1 } });
  expect([unknown.status, unknown.text.includes("light.shine")]).toEqual([404, true]);
  expect((await ask("POST", "/api/groups/evening/properties", { properties: {} })).status).toBe(400);
  expect(sent).toHaveLength(2);
});

it.each([
  ["en", '"spot" is already a name of the device Spot.', "There is no group"],
  ["zh", "“spot”已是设备“Spot”的名称。", "没有设备组“moon”"],
])(
  "names that mean something else, unknown devices and unknown groups are refused (%s)",
  async (language, taken, none) => {
    const { ask, home } = await started(databaseFile());
    await ask("POST", "/api/groups", DRAFT);
    const said = { "accept-language": language };
    const quoted = (text: string) => JSON.stringify(text).slice(1, -1);
    const spot = await ask("POST", "/api/groups", { name: "spot", devices: ["test:lamp"] }, said);
    expect([spot.status, spot.text]).toEqual([409, expect.stringContaining(quoted(taken))]);
    for (const name of ["Study", "cosy"]) {
      expect((await ask("POST", "/api/groups", { name, devices: ["test:lamp"] })).status, name).toBe(409);
    }
    const missing = await ask("GET", "/api/groups/moon", undefined, said);
    expect([missing.status, missing.text]).toEqual([404, expect.stringContaining(none)]);
    expect((await ask("POST", "/api/groups", { name: "X", devices: ["moon"] })).status).toBe(404);
    for (const body of [{}, { name: null }, { devices: [] }]) {
      expect((await ask("PATCH", "/api/groups/evening", body)).status, JSON.stringify(body)).toBe(400);
    }
    expect(home.layout.groups).toHaveLength(1);
  },
);

it("of two who read the same group one changes it, and an instance that stands by changes none", async () => {
  const path = databaseFile();
  const { ask } = await started(path);
  await ask("POST", "/api/groups", DRAFT);
  const headers = { "if-match": String((await ask("GET", "/api/groups/evening")).headers["etag"]) };
  const both = await Promise.all(["One", "Two"].map((name) => ask("PATCH", "/api/groups/evening", { name }, headers)));
  expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
  const second = await started(path, true);
  for (const [method, url, body] of [
    ["POST", "/api/groups", { ...DRAFT, name: "Other", aliases: [] }],
    ["PATCH", "/api/groups/evening", { name: "Three" }],
    ["DELETE", "/api/groups/evening", undefined],
  ] as const) {
    const { status, text } = await second.ask(method, url, body);
    expect([method, status, text.includes("stands-by")]).toEqual([method, 503, true]);
  }
});
