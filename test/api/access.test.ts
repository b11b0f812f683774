import { afterEach, describe, expect, it } from "vitest";
import type { Scope } from "../../src/access/index.ts";
import { accessResource } from "../../src/api/resources/access.ts";
import { signInResource } from "../../src/api/resources/sign-in.ts";
import { testAccess } from "../support/access.ts";
import { type TestApiOptions, testApiOn } from "../support/api.ts";
import { described, testHome } from "../support/home.ts";
import { testPeople } from "../support/people.ts";

const OWNER = "owner-0123456789abcdef0123456789";
const open: { close(): Promise<unknown> }[] = [];
afterEach(async () => {
  for (const app of open.splice(0)) await app.close();
});

/** The API of a home with a lamp in the living room and one in the study, Ann (adult) and Leo (child). */
async function api(over: TestApiOptions = {}) {
  const { people, registry, clock } = await testPeople();
  await registry.add({ name: "Ann" });
  await registry.add({ name: "Leo", role: "child" });
  const rooms = [
    { id: "living", name: "Living room", aliases: [], floor: null },
    { id: "study", name: "Study", aliases: [], floor: null },
  ];
  const devices = [described("lamp", { room: "living" }), described("desk", { room: "study" }), described("spare")];
  const { home } = testHome(devices, { clock, people, rooms });
  const access = testAccess(clock, [OWNER], people);
  const browserAddress = () => ({ url: "http://192.168.1.20:8480", onlyHere: false });
  const app = await testApiOn(home, clock, {
    ...{ people, access, ...over },
    resources: [
      accessResource.bind({ access, home, people, clock, browserAddress }),
      signInResource.bind({ access, clock }),
    ],
  });
  open.push(app);
  const call = async (method: "GET" | "POST" | "DELETE", url: string, token = OWNER, payload?: object) => {
    const headers = { authorization: `Bearer ${token}` };
    const answer = await app.inject({ method, url, headers, ...(payload && { payload }) });
    return { status: answer.statusCode, body: answer.json(), headers: answer.headers };
  };
  const make = async (asked: object): Promise<string> => {
    const { status, body } = await call("POST", "/api/tokens", OWNER, asked);
    expect(status, JSON.stringify(body)).toBe(201);
    return body.secret;
  };
  return { app, home, clock, access, people, call, make };
}

/** Signs a browser in by a new link and gives its cookie. */
async function signedIn({ app, call }: Awaited<ReturnType<typeof api>>, asked: object = {}): Promise<string> {
  const { body } = await call("POST", "/api/sign-in-links", OWNER, asked);
  const code = new URL(body.url).searchParams.get("code") ?? "";
  const answer = await app.inject({
    method: "POST",
    url: "/sign-in",
    headers: {
      "content-type": "application/x-www-form-urlencoded",
      origin: "http://localhost:8480",
      host: "localhost:8480",
    },
    payload: `code=${encodeURIComponent(code)}`,
  });
  expect(answer.statusCode).toBe(303);
  return String(answer.headers["set-cookie"]);
}

it("a token for rooms is never answered with the list that is kept for other rooms, whatever rooms are called", async () => {
  const { people, clock } = await testPeople();
  const rooms = ["all", "a", "b", "a b"].map((id) => ({ id, name: id, aliases: [], floor: null }));
  const { home } = testHome(
    rooms.map(({ id }, index) => described(`lamp-${index}`, { room: id })),
    { clock, people, rooms },
  );
  const access = testAccess(clock, [OWNER], people);
  const app = await testApiOn(home, clock, { people, access });
  open.push(app);
  const seen = async (secret: string): Promise<readonly string[]> => {
    const answer = await app.inject({ url: "/api/devices", headers: { authorization: `Bearer ${secret}` } });
    return answer.json<{ devices: { room: string }[] }>().devices.map(({ room }) => room);
  };
  const make = async (given: readonly string[]): Promise<string> => {
    const facts = { name: given.join("+"), scope: "read", person: null, room: null, expiresAt: null } as const;
    return (await access.make("token", { ...facts, rooms: given })).secret;
  };
  expect(await seen(OWNER)).toHaveLength(4);
  expect(await seen(await make(["all"]))).toEqual(["all"]);
  expect(await seen(await make(["a", "b"]))).toEqual(["a", "b"]);
  expect(await seen(await make(["a b"]))).toEqual(["a b"]);
});

describe("a token's scope", () => {
  const tries: [needed: Scope, method: "GET" | "POST" | "DELETE", url: string, payload?: object][] = [
    ["read", "GET", "/api/devices"],
    ["control", "POST", "/api/devices/lamp/properties", { properties: { "light.on": true } }],
    ["control", "POST", "/api/assistant", { text: "hi" }],
    ["admin", "GET", "/api/tokens"],
    ["admin", "POST", "/api/tokens", { name: "mine", scope: "admin" }],
    ["admin", "DELETE", "/api/tokens/x"],
    ["admin", "POST", "/api/sign-in-links", {}],
  ];
  it.each(["read", "control", "configure", "admin"] as const)("%s allows that much and no more", async (scope) => {
    const { make, call } = await api();
    const token = await make({ name: "a program", scope });
    const order = ["read", "control", "configure", "admin"];
    for (const [needed, method, url, payload] of tries) {
      const { status } = await call(method, url, token, payload);
      const allowed = order.indexOf(scope) >= order.indexOf(needed);
      expect(status === 403, `${method} ${url}`).toBe(!allowed);
    }
  });

  it("is told in the error, with the command that makes a better one", async () => {
    const { make, call } = await api();
    const { status, body } = await call("POST", "/api/assistant", await make({ name: "x", scope: "read" }), {
      text: "hi",
    });
    expect(status).toBe(403);
    expect(JSON.stringify(body)).toContain("--scope control");
  });

  it("does not let it name another person", async () => {
    const { app, make } = await api();
    const headers = { authorization: `Bearer ${await make({ name: "x", scope: "configure" })}`, "x-jia-person": "ann" };
    expect((await app.inject({ url: "/api/devices", headers })).statusCode).toBe(403);
    const owner = { authorization: `Bearer ${OWNER}`, "x-jia-person": "ann" };
    expect((await app.inject({ url: "/api/devices", headers: owner })).statusCode).toBe(200);
  });
});

describe("a token for some rooms", () => {
  it("sees and commands only their devices", async () => {
    const { make, call } = await api();
    const token = await make({ name: "tablet", scope: "control", rooms: ["Living room"] });
    const { body } = await call("GET", "/api/devices", token);
    expect(body.devices.map(({ id }: { id: string }) => id)).toEqual(["test:lamp"]);
    expect((await call("GET", "/api/rooms", token)).body.rooms.map(({ id }: { id: string }) => id)).toEqual(["living"]);
    const set = { properties: { "light.on": true } };
    expect((await call("POST", "/api/devices/lamp/properties", token, set)).status).not.toBe(403);
    for (const other of ["desk", "spare"]) {
      const refused = await call("POST", `/api/devices/${other}/properties`, token, set);
      expect(refused.status).toBe(404);
      // What others are called is not told either.
      expect(JSON.stringify(refused.body)).not.toMatch(/"desk-|study/);
      expect((await call("GET", `/api/devices/${other}`, token)).status).toBe(404);
    }
    // The owner saw the whole list before and after: kept answers are not mixed up.
    expect((await call("GET", "/api/devices")).body.devices).toHaveLength(3);
    expect((await call("GET", "/api/devices", token)).body.devices).toHaveLength(1);
  });

  it("may not use what concerns the whole home, and its commands are held to its rooms by the policy too", async () => {
    const { make, call, home } = await api();
    const token = await make({ name: "tablet", scope: "admin", rooms: ["living"] });
    for (const url of ["/api/events", "/api/tokens", "/openapi.json"]) {
      if (url !== "/openapi.json") expect((await call("GET", url, token)).status, url).toBe(403);
    }
    expect((await call("POST", "/api/assistant", token, { text: "turn on the desk lamp" })).status).toBe(403);
    const command = { kind: "set", device: "test:desk", properties: [{ address: "light.on", value: true }] } as const;
    const { outcomes } = await home.execute([command], { kind: "api", rooms: ["living"] });
    expect(outcomes.map(({ status }) => status)).toEqual(["denied"]);
  });
});

describe("a token", () => {
  it("is shown once, listed with its last use, ends when it should, and is gone at once when it is revoked", async () => {
    const { make, call, clock } = await api();
    const short = await make({ name: "short", scope: "read", days: 1 });
    const long = await make({ name: "long", scope: "read" });
    expect((await call("GET", "/api/devices", short)).status).toBe(200);
    const listed = await call("GET", "/api/tokens");
    expect(listed.body.tokens.map(({ name }: { name: string }) => name)).toEqual(["short", "long"]);
    expect(listed.body.tokens[0].lastUsedAt).not.toBeNull();
    expect(listed.body.tokens[1].lastUsedAt).toBeNull();
    expect(JSON.stringify(listed.body)).not.toContain("jiat_");
    clock.advance(86_400_000);
    expect((await call("GET", "/api/devices", short)).status).toBe(401);
    expect((await call("GET", "/api/devices", long)).status).toBe(200);
    const { id } = listed.body.tokens[1];
    expect((await call("DELETE", `/api/tokens/${id}`)).status).toBe(200);
    expect((await call("GET", "/api/devices", long)).status).toBe(401);
    expect((await call("DELETE", `/api/tokens/${id}`)).status).toBe(404);
  });

  it("stays good while somebody else in the network guesses", async () => {
    const { make, call } = await api();
    const token = await make({ name: "x", scope: "read" });
    for (let n = 0; n < 30; n += 1) await call("GET", "/api/devices", `jiat_${n}`);
    expect((await call("GET", "/api/devices", "jiat_wrong")).status).toBe(429);
    expect((await call("GET", "/api/devices", token)).status).toBe(200);
  });

  it("of a person has that person's rights, and ends with the person", async () => {
    const { make, call, people } = await api();
    const token = await make({ name: "Leo's tablet", scope: "admin", person: "leo" });
    expect((await call("GET", "/api/tokens", token)).status).toBe(403);
    expect((await call("GET", "/api/identity", token)).body).toMatchObject({ person: "leo", scope: "admin" });
    await people.registry.remove("leo");
    expect((await call("GET", "/api/devices", token)).status).toBe(401);
  });

  it("needs a name of its own, known rooms and a known person", async () => {
    const { make, call } = await api();
    await make({ name: "x" });
    expect((await call("POST", "/api/tokens", OWNER, { name: "x" })).status).toBe(409);
    expect((await call("POST", "/api/tokens", OWNER, { name: "y", rooms: ["moon"] })).status).toBe(404);
    expect((await call("POST", "/api/tokens", OWNER, { name: "y", person: "zoe" })).status).toBe(404);
  });
});

describe("a sign-in link", () => {
  it("gives one browser a session, once, and only for a quarter of an hour", async () => {
    const test = await api();
    const { app, call, clock } = test;
    const cookie = await signedIn(test, { name: "Ann's phone", person: "ann" });
    expect(cookie).toMatch(/^jia_session=jias_[\w-]+; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Strict$/);
    const [pair = ""] = cookie.split(";");
    const me = await app.inject({ url: "/api/identity", headers: { cookie: pair } });
    expect(me.json()).toMatchObject({ kind: "session", name: "Ann's phone", person: "ann" });
    const { body } = await call("POST", "/api/sign-in-links", OWNER, {});
    const code = new URL(body.url).searchParams.get("code") ?? "";
    const form = {
      "content-type": "application/x-www-form-urlencoded",
      origin: "http://localhost:8480",
      host: "localhost:8480",
    };
    const use = async () =>
      await app.inject({ method: "POST", url: "/sign-in", headers: form, payload: `code=${code}` });
    // Looking at the link does not use it up.
    expect((await app.inject(`/sign-in?code=${code}`)).statusCode).toBe(200);
    expect((await use()).statusCode).toBe(303);
    expect((await use()).statusCode).toBe(403);
    const late = (await call("POST", "/api/sign-in-links", OWNER, {})).body.url;
    clock.advance(15 * 60_000);
    const payload = `code=${new URL(late).searchParams.get("code")}`;
    expect((await app.inject({ method: "POST", url: "/sign-in", headers: form, payload })).statusCode).toBe(403);
  });

  it("shows a page that escapes its code, loads nothing, and speaks the reader's language", async () => {
    const { app } = await api();
    const page = await app.inject({ url: `/sign-in?code=${encodeURIComponent('"><script>x</script>')}` });
    expect(page.body).not.toContain("<script>");
    expect(page.headers["content-security-policy"]).toContain("default-src 'none'");
    expect(page.headers["x-frame-options"]).toBe("SAMEORIGIN");
    expect(page.headers["referrer-policy"]).toBe("same-origin");
    expect(page.headers["strict-transport-security"]).toBeUndefined();
    expect((await app.inject({ url: "/sign-in", headers: { "accept-language": "zh" } })).body).toContain("登录链接");
  });
});

describe("a session", () => {
  it("writes only for Jia's own page: a request of another origin, or of none that is told, is refused", async () => {
    const test = await api();
    const [cookie = ""] = (await signedIn(test)).split(";");
    const write = async (headers: Record<string, string>) =>
      (
        await test.app.inject({
          method: "POST",
          url: "/api/assistant",
          headers: { host: "localhost:8480", cookie, ...headers },
          payload: { text: "hi" },
        })
      ).statusCode;
    expect(await write({ origin: "http://localhost:8480" })).toBe(200);
    expect(await write({ "sec-fetch-site": "same-origin" })).toBe(200);
    expect(await write({})).toBe(403);
    expect(await write({ origin: "http://localhost:3000" })).toBe(403);
    expect(await write({ origin: "https://evil.example", "sec-fetch-site": "cross-site" })).toBe(403);
    expect(await write({ origin: "null" })).toBe(403);
  });

  it("ends thirty days after its last use, and at once when it is signed out", async () => {
    const test = await api();
    const { app, call, clock } = test;
    const [cookie = ""] = (await signedIn(test)).split(";");
    const status = async () => (await app.inject({ url: "/api/identity", headers: { cookie } })).statusCode;
    for (let n = 0; n < 3; n += 1) {
      clock.advance(29 * 86_400_000);
      expect(await status()).toBe(200);
    }
    clock.advance(31 * 86_400_000);
    expect(await status()).toBe(401);
    const [second = ""] = (await signedIn(test)).split(";");
    const headers = { cookie: second, host: "localhost:8480", origin: "http://localhost:8480" };
    const out = await app.inject({ method: "POST", url: "/sign-out", headers });
    expect(out.headers["set-cookie"]).toMatch(/Max-Age=0/);
    expect((await app.inject({ url: "/api/identity", headers: { cookie: second } })).statusCode).toBe(401);
    expect((await call("GET", "/api/sessions")).body.sessions).toEqual([]);
  });
});

describe("a web origin of the configuration", () => {
  it("may use the API from its pages, and no other may", async () => {
    const { app } = await api({ origins: ["http://localhost:5173"] });
    const headers = { host: "localhost:8480", authorization: `Bearer ${OWNER}` };
    const allowed = { ...headers, origin: "http://localhost:5173" };
    const answer = await app.inject({ url: "/api/devices", headers: allowed });
    expect([answer.statusCode, answer.headers["access-control-allow-origin"]]).toEqual([200, "http://localhost:5173"]);
    const ask = { "access-control-request-method": "PATCH", "access-control-request-headers": "authorization" };
    const preflight = await app.inject({
      method: "OPTIONS",
      url: "/api/devices/lamp",
      headers: { host: "localhost:8480", origin: "http://localhost:5173", ...ask },
    });
    expect(preflight.statusCode).toBe(204);
    const other = await app.inject({ url: "/api/devices", headers: { ...headers, origin: "http://localhost:5174" } });
    expect(other.statusCode).toBe(403);
    expect(other.headers["access-control-allow-origin"]).toBeUndefined();
  });
});
