import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Readable } from "node:stream";
import { expect, it, onTestFinished } from "vitest";
import { exampleHome } from "../../bench/support/homes.ts";
import { backupsResource } from "../../src/api/resources/backups.ts";
import { BackupFolder } from "../../src/app/backups/index.ts";
import { TOKEN_PREFIX } from "../../src/people/index.ts";
import { claimStore, openStore } from "../../src/store/index.ts";
import { testApiOn } from "../support/api.ts";
import { ManualClock } from "../support/clock.ts";

const FLAT = { name: "Flat", source: "flat" };

const PEOPLE = [
  { id: "ann", role: "adult", hasPin: true },
  { id: "tim", role: "child", hasPin: false },
] as const;

/** The API of a store in a file, with the work that a restart would do. */
async function backupsApi({ owner = FLAT, restarts = true } = {}) {
  const data = mkdtempSync(join(tmpdir(), "jia-api-backup-"));
  const clock = new ManualClock();
  const home = exampleHome("flat");
  const location = { path: join(data, "jia.db") };
  const store = await openStore(location, clock);
  await claimStore(store.settings, FLAT, { where: "", takeOver: false, at: 1 });
  await store.settings.set("mark", "before", 1);
  const restarted: (() => Promise<void>)[] = [];
  const backups = new BackupFolder({
    folder: join(data, "backups"),
    ...{ location, owner, version: "1.2.3", clock },
    restart: restarts ? (work) => restarted.push(work) : null,
  });
  await backups.start();
  const people = {
    named: (name: string) => PEOPLE.find(({ id }) => id === name),
    get: (name: string) => PEOPLE.find(({ id }) => id === name),
    list: () => PEOPLE,
    tokens: { personOf: (token: string) => Promise.resolve(token === `${TOKEN_PREFIX}ann` ? "ann" : null) },
  };
  const app = await testApiOn(home, clock, { people, resources: [backupsResource.bind({ backups })] });
  onTestFinished(async () => {
    await app.close();
    await store.close();
    rmSync(data, { recursive: true });
  });
  const call = async (method: "GET" | "POST" | "DELETE", url: string, payload?: object, headers = {}) => {
    const answer = await app.inject({ method, url: `/api/backups${url}`, headers, ...(payload && { payload }) });
    return { status: answer.statusCode, body: answer.body, raw: answer.rawPayload, headers: answer.headers };
  };
  const made = async (): Promise<{ id: string; size: number }> =>
    JSON.parse((await call("POST", "", { history: false })).body);
  return { app, call, made, store, location, data, restarted, backups };
}

it("a backup is made, listed, given as a file that only its owner can read, and deleted", async () => {
  const { call, made, data } = await backupsApi();
  const { id, size } = await made();
  expect(JSON.parse((await call("GET", "")).body)).toMatchObject({
    backups: [{ id, size, contents: { version: "1.2.3", home: "Flat", scenes: 0, history: false } }],
  });
  const file = await call("GET", `/${id}/file`);
  expect(file.raw.equals(readFileSync(join(data, "backups", `${id}.db`)))).toBe(true);
  expect(file.headers).toMatchObject({ "content-length": String(size) });
  expect(statSync(join(data, "backups", `${id}.db`)).mode & 0o777).toBe(0o600);
  expect((await call("DELETE", `/${id}`)).status).toBe(200);
  expect(readdirSync(join(data, "backups"))).toEqual([]);
  expect((await call("DELETE", `/${id}`)).status).toBe(404);
});

it("the progress of a backup is streamed", async () => {
  const { call } = await backupsApi();
  const { body } = await call("POST", "", { history: false }, { accept: "text/event-stream" });
  expect(body).toMatch(/event: progress\ndata: \{"percent":100\}/);
  expect(body).toMatch(/event: done\ndata: \{"id":"\d{8}T\d{6}Z-[0-9a-f]{8}"/);
});

it("a file is taken and checked, and what is no backup leaves nothing behind", async () => {
  const { call, made, data } = await backupsApi();
  const binary = { "content-type": "application/octet-stream" };
  const { raw } = await call("GET", `/${(await made()).id}/file`);
  const taken = await call("POST", "/upload", raw, binary);
  expect(taken.status).toBe(201);
  expect(JSON.parse(taken.body)).toMatchObject({ contents: { version: "1.2.3", home: "Flat" } });
  const before = readdirSync(join(data, "backups"));
  for (const damaged of [Buffer.from("hello"), raw.subarray(0, 6_000), Buffer.alloc(0)]) {
    const refused = await call("POST", "/upload", damaged, binary);
    expect(JSON.parse(refused.body)).toMatchObject({ code: "invalid-backup" });
    expect(refused.body).not.toContain(data);
  }
  expect((await call("POST", "/upload", { a: 1 })).status).toBe(415);
  expect(readdirSync(join(data, "backups"))).toEqual(before);
});

it("a disk that is full while a file is taken is told of, and nothing is left behind", async () => {
  const { backups, data } = await backupsApi();
  const full = new Readable({
    read() {
      this.destroy(Object.assign(new Error("no space left on device"), { code: "ENOSPC" }));
    },
  });
  await expect(backups.take(full, new AbortController().signal)).rejects.toMatchObject({ code: "store-full" });
  expect(readdirSync(join(data, "backups"))).toEqual([]);
  expect(await backups.make({ history: false }, new AbortController().signal, () => undefined)).toBeDefined();
});

it("a file with a trigger or a view is no backup of Jia, and is not taken", async () => {
  const { call, made, data } = await backupsApi();
  const { raw } = await call("GET", `/${(await made()).id}/file`);
  const path = join(data, "changed.db");
  for (const added of [
    "CREATE TRIGGER more AFTER INSERT ON audit BEGIN DELETE FROM audit; END",
    "CREATE VIEW more AS SELECT * FROM audit",
  ]) {
    writeFileSync(path, raw);
    const file = new DatabaseSync(path);
    file.exec(added);
    file.close();
    const refused = await call("POST", "/upload", readFileSync(path), { "content-type": "application/octet-stream" });
    expect(JSON.parse(refused.body)).toMatchObject({ code: "invalid-backup" });
  }
});

it.each([
  { from: "this home", owner: FLAT, left: ["program"] },
  { from: "another home", owner: { name: "House", source: "house" }, left: [] },
])(
  "a restored backup of $from signs in no browser, and lets in only programs of this home",
  async ({ owner, left }) => {
    const { call, made, store, location, restarted } = await backupsApi({ owner });
    const grant = { scope: "admin", rooms: null, room: null, person: null, createdAt: 1, expiresAt: null } as const;
    for (const [name, kind] of [
      ["program", "token"],
      ["browser", "session"],
    ] as const) {
      await store.accessGrants.add(`hash of ${name}`, { ...grant, id: name, kind, name, lastUsedAt: null });
    }
    const { id } = await made();
    expect((await call("POST", "/restore", { backup: id, takeOver: true })).status).toBe(202);
    await store.close();
    await restarted[0]?.();
    const restored = await openStore(location);
    expect((await restored.accessGrants.all()).map(([, { name }]) => name)).toEqual(left);
    await restored.close();
  },
);

it.each([
  "../jia",
  "..%2Fjia",
  "%2Fetc%2Fpasswd",
  "20261201T063100Z-0000000g",
  "x",
  "..",
  "20261201T063100Z-12345678%00",
])("%s is no backup, to get, to delete or to restore", async (id) => {
  const { call, data, backups } = await backupsApi();
  const before = readFileSync(join(data, "jia.db"));
  for (const [method, url] of [
    ["GET", `/${id}/file`],
    ["DELETE", `/${id}`],
  ] as const) {
    expect([404, 405]).toContain((await call(method, url)).status);
  }
  const given = decodeURIComponent(id);
  expect((await call("POST", "/restore", { backup: given })).status).toBe(404);
  await expect(backups.read(given)).rejects.toMatchObject({ code: "not-found" });
  await expect(backups.remove(given)).rejects.toMatchObject({ code: "not-found" });
  expect(readFileSync(join(data, "jia.db")).equals(before)).toBe(true);
});

it("a link in the folder is no backup", async () => {
  const { call, data } = await backupsApi();
  mkdirSync(join(data, "backups"));
  const id = "20261201T063100Z-12345678";
  symlinkSync("/etc/passwd", join(data, "backups", `${id}.db`));
  expect((await call("GET", `/${id}/file`)).status).toBe(404);
  expect(JSON.parse((await call("GET", "")).body)).toMatchObject({ backups: [] });
});

it("a restore checks the backup and leaves the work to a restart, which replaces everything", async () => {
  const { call, made, store, location, restarted, data } = await backupsApi();
  const { id } = await made();
  await store.settings.set("mark", "after", 2);
  const answer = await call("POST", "/restore", { backup: id });
  expect(answer.status).toBe(202);
  expect(JSON.parse(answer.body)).toMatchObject({ restoring: { id } });
  expect(restarted).toHaveLength(1);
  await store.close();
  await restarted[0]?.();
  const restored = await openStore(location);
  const rows = await restored.database.db.selectFrom("settings").select("value").where("key", "=", "mark").execute();
  expect(rows).toEqual([{ value: '"before"' }]);
  await restored.close();
  expect(readdirSync(data)).toContain("jia.db.before-restore");
});

it("a damaged backup, one of another home, and one where nobody can restart are refused before anything is touched", async () => {
  const one = await backupsApi();
  const { id } = await one.made();
  writeFileSync(join(one.data, "backups", `${id}.db`), "damaged");
  const damaged = await one.call("POST", "/restore", { backup: id });
  expect(JSON.parse(damaged.body)).toMatchObject({ code: "invalid-backup" });
  const other = await backupsApi({ owner: { name: "House", source: "house" } });
  const theirs = (await other.made()).id;
  const refused = await other.call("POST", "/restore", { backup: theirs });
  expect(JSON.parse(refused.body)).toMatchObject({ code: "other-home-backup" });
  expect((await other.call("POST", "/restore", { backup: theirs, takeOver: true })).status).toBe(202);
  const alone = await backupsApi({ restarts: false });
  const stuck = await alone.call("POST", "/restore", { backup: (await alone.made()).id }, { "accept-language": "zh" });
  expect([stuck.status, stuck.body]).toEqual([409, expect.stringContaining("jia restore FILE")]);
  expect([...one.restarted, ...alone.restarted]).toEqual([]);
});

it("a person's token needs the PIN for every route of backups, and a child may use none", async () => {
  const { call, made } = await backupsApi();
  const { id } = await made();
  const ann = { authorization: `Bearer ${TOKEN_PREFIX}ann` };
  for (const [method, url, payload] of [
    ["GET", "", undefined],
    ["POST", "", { history: false }],
    ["POST", "/restore", { backup: id }],
    ["GET", `/${id}/file`, undefined],
    ["DELETE", `/${id}`, undefined],
  ] as const) {
    expect((await call(method, url, payload, ann)).status, `${method} ${url}`).toBe(403);
    expect((await call(method, url, payload, { "x-jia-person": "tim" })).status, `${method} ${url}`).toBe(403);
  }
  expect(JSON.parse((await call("GET", "")).body)).toMatchObject({ backups: [{ id }] });
});

it("what a killed process left unfinished is deleted by the next start, and only one backup is made at a time", async () => {
  const { backups, data, made, call } = await backupsApi();
  const { id } = await made();
  for (const name of [`${id}.db.partial`, `${id}.db.incoming`]) writeFileSync(join(data, "backups", name), "");
  await backups.start();
  expect(readdirSync(join(data, "backups")).sort()).toEqual([`${id}.db`, `${id}.json`]);
  const both = await Promise.all([call("POST", "", { history: false }), call("POST", "", { history: false })]);
  expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
});
