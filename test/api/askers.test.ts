import { afterEach, expect, it } from "vitest";
import { auditResource } from "../../src/api/resources/audit.ts";
import { echo, testApiOn } from "../support/api.ts";
import { described, testHome, testSpec } from "../support/home.ts";
import { testPeople } from "../support/people.ts";

const LOCK = testSpec("lock", "lock", [["locked", { format: "bool" }]]);
const OVEN = testSpec("oven", "oven", [["on", { format: "bool" }]]);
const HOME_TOKEN = "0123456789abcdef0123456789abcdef";

const open: { close(): Promise<unknown> }[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

/** The API of a home with Ann (adult, PIN 4711) and Leo (child), with the home's token or without one. */
async function peopledApi(token: string | null = HOME_TOKEN) {
  const { people, registry, store, clock } = await testPeople();
  await registry.add({ name: "Ann" });
  await registry.add({ name: "Leo", role: "child" });
  await registry.add({ name: "小明", role: "guest", until: "2026-01-02" });
  await people.pins.set("ann", "4711");
  const devices = [described("door", { spec: LOCK }), described("oven", { spec: OVEN }), described("lamp")];
  const { home } = testHome(devices, { clock, people, pins: people.pins, audit: store.audit });
  const said: unknown[] = [];
  const app = await testApiOn(home, clock, {
    people,
    token,
    assistant: {
      run: (request, signal) => {
        said.push(request);
        return echo.run(request, signal);
      },
    },
    resources: [auditResource.bind({ home, audit: store.audit })],
  });
  open.push(app, store);
  const send = async (device: string, value: boolean, headers: Record<string, string>) => {
    const property = device === "oven" ? "oven.on" : device === "door" ? "lock.locked" : "light.on";
    const answer = await app.inject({
      method: "POST",
      url: `/api/devices/${device}/properties`,
      headers,
      payload: { properties: { [property]: value } },
    });
    return { status: answer.statusCode, body: answer.json() };
  };
  const last = async () => (await store.audit.list({ limit: 1 }))[0]?.origin;
  return { app, people, registry, clock, send, last, said };
}

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

it("a person's token acts as that person, can name no other, and ends when it is revoked", async () => {
  const { people, send, last } = await peopledApi();
  const { token, saved } = await people.tokens.make("leo", "Leo's tablet");
  expect((await send("lamp", true, bearer(token))).status).toBe(200);
  expect(await last()).toEqual({ kind: "api", person: "leo" });
  const refused = await send("oven", true, bearer(token));
  expect([refused.status, refused.body.code]).toEqual([403, "denied"]);
  expect((await send("lamp", false, { ...bearer(token), "x-jia-person": "Leo" })).status).toBe(200);
  const other = await send("lamp", true, { ...bearer(token), "x-jia-person": "ann" });
  expect([other.status, other.body.detail]).toEqual([
    403,
    "Jia refuses this request: the token belongs to another person.",
  ]);
  await people.tokens.revoke("leo", saved.id);
  expect((await send("lamp", true, bearer(token))).status).toBe(401);
});

it("the home's own token acts as nobody, or as the person that it names, by id, name or percent signs", async () => {
  const { send, last } = await peopledApi();
  await send("lamp", true, bearer(HOME_TOKEN));
  expect(await last()).toEqual({ kind: "api" });
  for (const called of ["leo", "LEO", "L%65o"]) {
    expect((await send("oven", true, { ...bearer(HOME_TOKEN), "x-jia-person": called })).status).toBe(403);
    expect(await last()).toEqual({ kind: "api", person: "leo" });
  }
  const guest = encodeURIComponent("小明");
  expect((await send("lamp", true, { ...bearer(HOME_TOKEN), "x-jia-person": guest })).status).toBe(200);
  const unknown = await send("lamp", true, { ...bearer(HOME_TOKEN), "x-jia-person": "Zoe" });
  expect([unknown.status, unknown.body.detail]).toEqual([404, 'There is no person "Zoe".']);
});

it("a guest's token ends with the guest's time", async () => {
  const { people, clock, send } = await peopledApi();
  const { token } = await people.tokens.make("小明", "phone");
  expect((await send("lamp", true, bearer(token))).status).toBe(200);
  clock.advance(2 * 86_400_000);
  expect((await send("lamp", true, bearer(token))).status).toBe(401);
});

it("where no token is needed, a person's token still acts as that person, and an unknown one is refused", async () => {
  const { people, send, last } = await peopledApi(null);
  const { token } = await people.tokens.make("leo", "tablet");
  await send("lamp", true, bearer(token));
  expect(await last()).toEqual({ kind: "api", person: "leo" });
  expect((await send("lamp", true, bearer(`${token}x`))).status).toBe(401);
  expect((await send("lamp", true, bearer("any other"))).status).toBe(200);
});

it("a PIN comes with the confirmation or with the request, and the answer never holds it", async () => {
  const { app, send, last } = await peopledApi();
  const asked = await send("door", false, bearer(HOME_TOKEN));
  expect(asked.status).toBe(202);
  expect(asked.body.confirmation).toMatchObject({ pin: true, question: "Unlock the door?" });
  const url = `/api/confirmations/${asked.body.confirmation.id}`;
  const confirm = async (payload: object) => {
    const answer = await app.inject({ method: "POST", url, headers: bearer(HOME_TOKEN), payload });
    return [answer.statusCode, answer.json().code ?? "", answer.payload.includes("4711")];
  };
  expect(await confirm({})).toEqual([403, "pin-needed", false]);
  expect(await confirm({ pin: "4711x" })).toEqual([403, "wrong-pin", false]);
  expect(await confirm({ pin: "4711" })).toEqual([200, "", false]);
  expect(await last()).toEqual({ kind: "api", person: "ann", pin: true });
  expect(await confirm({ pin: "4711" })).toEqual([404, "unknown-confirmation", false]);
  const wrong = await send("door", false, { ...bearer(HOME_TOKEN), "x-jia-pin": "1111" });
  expect([wrong.status, wrong.body.code]).toEqual([403, "wrong-pin"]);
  const soon = await send("door", false, { ...bearer(HOME_TOKEN), "x-jia-pin": "4711" });
  expect([soon.status, soon.body.detail]).toEqual([
    429,
    "After wrong PINs, Jia takes no other for a while. Try again in 1 second.",
  ]);
});

it("the audit has the person of a request", async () => {
  const { app, people, send } = await peopledApi();
  const { token } = await people.tokens.make("leo", "tablet");
  await send("lamp", true, { ...bearer(token), "x-jia-client": "tablet" });
  const { entries } = (await app.inject({ url: "/api/audit", headers: bearer(HOME_TOKEN) })).json();
  expect(entries[0].origin).toEqual({ kind: "api", client: "tablet", person: "leo" });
});

it("a turn has the person that the request names, the person of its token, or a stranger", async () => {
  const { app, people, said } = await peopledApi();
  const { token } = await people.tokens.make("leo", "tablet");
  const say = async (headers: Record<string, string>, more: object) => {
    const payload = { text: "hello", ...more };
    return (await app.inject({ method: "POST", url: "/api/assistant", headers, payload })).statusCode;
  };
  expect(await say(bearer(HOME_TOKEN), {})).toBe(200);
  expect(await say(bearer(HOME_TOKEN), { person: "Ann" })).toBe(200);
  expect(await say(bearer(HOME_TOKEN), { stranger: true })).toBe(200);
  expect(await say(bearer(token), {})).toBe(200);
  expect(await say(bearer(token), { person: "ann" })).toBe(403);
  expect(await say(bearer(HOME_TOKEN), { person: "Zoe" })).toBe(404);
  expect(said).toEqual([
    { text: "hello" },
    { text: "hello", person: "ann" },
    { text: "hello", stranger: true },
    { text: "hello", person: "leo" },
  ]);
});
