import { afterEach, expect, it } from "vitest";
import { defineResource } from "../../src/api/resource.ts";
import { auditResource } from "../../src/api/resources/audit.ts";
import { peopleResource } from "../../src/api/resources/people.ts";
import type { PersonPatch } from "../../src/people/index.ts";
import { listening, testApiOn } from "../support/api.ts";
import { described, testHome, testSpec } from "../support/home.ts";
import { testPeople } from "../support/people.ts";

const LOCK = testSpec("lock", "lock", [["locked", { format: "bool" }]]);

const open: { close(): Promise<unknown> }[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** The API of a home with a lock, with Ann (PIN 4711), Ben (no PIN) and Leo (child), each with a token. */
async function family() {
  const { people, registry, store, clock } = await testPeople();
  const { home } = testHome([described("door", { spec: LOCK })], { clock, people, pins: people.pins });
  const app = await testApiOn(home, clock, {
    people,
    resources: [peopleResource.bind({ people }), auditResource.bind({ home, audit: store.audit })],
  });
  app.get("/api/undecided", () => ({}));
  open.push(app, store);
  await registry.add({ name: "Ann" });
  await registry.add({ name: "Ben" });
  await registry.add({ name: "Leo", role: "child" });
  const as = async (person: string) => ({ authorization: `Bearer ${(await people.tokens.make(person, "")).token}` });
  const [ann, ben, leo] = [await as("ann"), await as("ben"), await as("leo")];
  const ask = async (method: Method, url: string, payload?: object, headers: Record<string, string> = {}) => {
    const answer = await app.inject({ method, url, headers, ...(payload && { payload }) });
    return [answer.statusCode, answer.json().code ?? ""];
  };
  const words = async (url: string, headers: Record<string, string>, method: Method = "POST", payload: object = {}) =>
    (await app.inject({ method, url, headers, payload })).json().detail;
  return { app, home, store, ask, words, people, registry, ann, ben, leo, pin: { "x-jia-pin": "4711" } };
}

/** Requests with which somebody who found a phone could get a valid PIN. */
const WAYS = [
  ["POST", "/api/people", { name: "Zoe" }],
  ["POST", "/api/people/file", { people: [{ id: "zoe", name: "Zoe" }], apply: true }],
  ["PUT", "/api/people/ann/pin", { pin: "0000" }],
  ["PUT", "/api/people/ben/pin", { pin: "0000" }],
  ["POST", "/api/people/ben/tokens", {}],
  ["PATCH", "/api/people/leo", { role: "adult" }],
  ["PATCH", "/api/people/leo", { limits: null }],
  ["DELETE", "/api/people/ben", undefined],
] as const;

it("an adult's token alone does not suffice for people, PINs and tokens once somebody has a PIN", async () => {
  const { ask, words, people, ann, ben } = await family();
  await people.pins.set("ann", "4711");
  for (const [method, url, payload] of WAYS) {
    expect(await ask(method, url, payload, ann), `${method} ${url} as Ann`).toEqual([403, "pin-needed"]);
    expect(await ask(method, url, payload, ben), `${method} ${url} as Ben`).toEqual([403, "forbidden"]);
  }
  for (const [language, told] of [
    ["en", "you have none"],
    ["zh", "而你还没有设置"],
  ] as const) {
    expect(await words("/api/people/ben/tokens", { ...ben, "accept-language": language })).toContain(told);
  }
  expect(people.list().map(({ id, role, hasPin }) => [id, role, hasPin])).toEqual([
    ["ann", "adult", true],
    ["ben", "adult", false],
    ["leo", "child", false],
  ]);
});

it("with their own PIN an adult manages people, PINs and tokens; changes without rights need no PIN", async () => {
  const { ask, people, ann, ben, pin } = await family();
  await people.pins.set("ann", "4711");
  expect(await ask("PATCH", "/api/people/leo", { aliases: ["L"] }, ben)).toEqual([200, ""]);
  for (const [method, url, payload] of [
    ["POST", "/api/people", { name: "Zoe" }],
    ["PUT", "/api/people/zoe/pin", { pin: "0000" }],
    ["POST", "/api/people/zoe/tokens", {}],
    ["PATCH", "/api/people/leo", { role: "adult" }],
    ["DELETE", "/api/people/zoe", undefined],
  ] as const) {
    expect((await ask(method, url, payload, { ...ann, ...pin }))[1], url).toBe("");
  }
  // Not with the PIN of somebody else. Ben has no PIN and needs the home's token.
  expect(await ask("PUT", "/api/people/ben/pin", { pin: "0000" }, { ...ben, ...pin })).toEqual([403, "forbidden"]);
  expect(await ask("PUT", "/api/people/ben/pin", { pin: "0000" })).toEqual([200, ""]);
});

it("a change of one person does not affect others, and unknown fields need the PIN", async () => {
  const { ask, words, people, registry, ann, ben, pin } = await family();
  await people.pins.set("ann", "4711");
  const before = JSON.stringify(registry.saved);
  for (const id of ["leo", "ann", "zoe"]) {
    expect(await ask("PATCH", "/api/people/ben", { id, name: "Zoe", aliases: [] }, ben), id).toEqual([409, "conflict"]);
  }
  expect(await ask("PATCH", "/api/people/ben", { pin: "0000" }, ann)).toEqual([403, "pin-needed"]);
  expect(await ask("PATCH", "/api/people/ben", { pin: "0000" }, { ...ann, ...pin })).toEqual([
    400,
    "invalid-definition",
  ]);
  expect(JSON.stringify(registry.saved)).toBe(before);
  // Also for a patch that no schema has checked.
  await registry.change("ben", { id: "leo", name: "Benjamin" } as PersonPatch);
  expect(registry.saved.map(({ definition }) => definition.name)).toEqual(["Ann", "Benjamin", "Leo"]);
  expect(await ask("PATCH", "/api/people/ben", { id: "ben", name: "Ben" }, ben)).toEqual([200, ""]);
  for (const [language, told] of [
    ["en", "stays"],
    ["zh", "不能改"],
  ] as const) {
    const headers = { ...ben, "accept-language": language };
    expect(await words("/api/people/ben", headers, "PATCH", { id: "leo" })).toContain(told);
  }
});

it("while nobody has a PIN, an adult's token sets the first; the home's token may do everything", async () => {
  const { ask, people, ann, leo } = await family();
  expect(await ask("PUT", "/api/people/leo/pin", { pin: "0000" }, leo)).toEqual([403, "forbidden"]);
  expect(await ask("PUT", "/api/people/ann/pin", { pin: "4711" }, ann)).toEqual([200, ""]);
  for (const [method, url, payload] of WAYS) expect((await ask(method, url, payload))[1], url).toBe("");
  expect(people.get("ann")?.hasPin).toBe(true);
});

it("a route that belongs to no resource is for adults", async () => {
  const { ask, ann, leo } = await family();
  expect(await ask("GET", "/api/undecided", undefined, leo)).toEqual([403, "forbidden"]);
  expect((await ask("GET", "/api/undecided", undefined, ann))[0]).toBe(200);
});

it("a route that the access table of its resource does not name is a type error", () => {
  defineResource({
    tag: "test",
    access: { "GET /api/named": { who: "everyone", scope: "read" } },
    routes: () => (app) => {
      // @ts-expect-error: nobody has decided who may use it.
      app.route("GET /api/unnamed", { schema: {}, handler: () => ({}) });
    },
  });
});

it("a route in an access table that is not added ends the start", async () => {
  const { home, clock } = testHome([]);
  const resource = defineResource({
    tag: "test",
    access: { "GET /api/forgotten": { who: "everyone", scope: "read" } },
    routes: () => () => undefined,
  });
  await expect(testApiOn(home, clock, { resources: [resource.bind({})] })).rejects.toThrow("GET /api/forgotten");
});

it("HEAD of a route has the rights of GET", async () => {
  const { app, leo, ann } = await family();
  const head = async (url: string, headers: Record<string, string>) =>
    (await app.inject({ method: "HEAD", url, headers })).statusCode;
  expect([await head("/api/audit", leo), await head("/api/audit", ann)]).toEqual([403, 200]);
  expect(await head("/api/devices", leo)).toBe(200);
});

/** Reads an event stream until it ends. */
async function readAll(answer: Response): Promise<string> {
  let text = "";
  for await (const piece of answer.body ?? []) text += Buffer.from(piece).toString("utf8");
  return text;
}

it("a stream of events ends when the token is revoked, before any further event", async () => {
  const { app, home, people, leo, ann } = await family();
  const url = await listening(app);
  const streams = await Promise.all([leo, ann].map((headers) => fetch(`${url}/api/events`, { headers })));
  const [ended, other] = streams;
  if (!ended || !other) throw new Error("no stream");
  const [token] = await people.tokens.ofPerson("leo");
  await people.tokens.revoke("leo", token?.id ?? "");
  home.apply([{ kind: "values", id: "test:door", values: [{ address: "lock.locked", value: true }], cause: "report" }]);
  expect(await readAll(ended)).not.toContain("property-changed");
  const reader = other.body?.getReader();
  let heard = "";
  while (!heard.includes("property-changed"))
    heard += Buffer.from((await reader?.read())?.value ?? []).toString("utf8");
  await reader?.cancel();
});

it("a new person with the name of a removed one gets nothing of that person", async () => {
  const { ask, people, registry, store, leo } = await family();
  await people.pins.set("leo", "2580");
  await people.pins.check("0000", { kind: "api", person: "leo" }, []).catch(() => undefined);
  people.presences.say("leo", true);
  await people.presences.settled();
  await store.channels.saveQuietUntil({ person: "leo", until: 1 });
  await store.notices.saveReads([{ notice: "n", reader: "leo", at: 1 }]);
  await registry.remove("leo");
  await registry.add({ name: "Leo" });
  expect((await ask("GET", "/api/people", undefined, leo))[0]).toBe(401);
  expect(await people.tokens.ofPerson("leo")).toEqual([]);
  expect(people.get("leo")?.hasPin).toBe(false);
  expect(await people.changes("leo", { from: 0, to: Number.MAX_SAFE_INTEGER })).toEqual([]);
  expect(await store.pins.tries("person leo")).toBeNull();
  expect([...(await store.presence.states()).keys()]).toEqual([]);
  expect(await store.notices.reads()).toEqual([]);
  expect(await store.channels.quietUntil()).toEqual([]);
});

it("a child erases its own data, but not the audit", async () => {
  const { ask, people, leo, ann } = await family();
  const erased: string[] = [];
  const source = (name: string) => ({
    name,
    read: () => Promise.resolve([]),
    erase: () => Promise.resolve(erased.push(name)),
  });
  people.data.register(source("memory"));
  people.data.register({ ...source("audit"), erasedByAdults: true });
  expect((await ask("DELETE", "/api/people/leo/data", undefined, leo))[0]).toBe(200);
  expect(erased).toEqual(["memory"]);
  expect((await ask("DELETE", "/api/people/leo/data", undefined, ann))[0]).toBe(200);
  expect(erased).toEqual(["memory", "memory", "audit"]);
});
