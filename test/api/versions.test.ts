import { afterEach, describe, expect, it } from "vitest";
import { planningApi } from "../support/api.ts";

let api: Awaited<ReturnType<typeof planningApi>> | null = null;
afterEach(async () => {
  await api?.app.close();
  await api?.bench.close();
  api = null;
});

const SCENE = { name: "Calm", steps: [{ target: "lamp", set: { "light.on": true } }] };
const AUTOMATION = {
  name: "Night",
  triggers: [{ type: "cron", expression: "0 23 * * *" }],
  actions: [{ type: "set", target: "lamp", set: { "light.on": false } }],
};
type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

async function start() {
  api = await planningApi();
  const { app, bench } = api;
  const send = (method: Method, url: string, payload?: object, headers: Record<string, string> = {}) =>
    app.inject({ method, url, headers, ...(payload && { payload }) });
  return { send, bench };
}

describe.each([
  ["scenes", SCENE],
  ["automations", AUTOMATION],
])("a definition of %s", (kind, draft) => {
  it("has its address in Location when it is made, and a tag that its changes must match", async () => {
    const { send } = await start();
    const made = await send("POST", `/api/${kind}`, draft);
    expect(made.statusCode, made.body).toBe(201);
    const url = String(made.headers["location"]);
    const read = await send("GET", url);
    expect([read.statusCode, read.headers["etag"]]).toEqual([200, made.headers["etag"]]);
    const first = { "if-match": String(read.headers["etag"]) };
    const changed = await send("PUT", url, { ...draft, name: "Other" }, first);
    expect(changed.statusCode, changed.body).toBe(200);
    const late = await send("PUT", url, { ...draft, name: "Third" }, first);
    expect([late.statusCode, late.json()]).toMatchObject([412, { code: "precondition-failed" }]);
    expect((await send("GET", url)).json().definition.name).toBe("Other");
    const again = { "if-match": String(changed.headers["etag"]) };
    expect((await send("PUT", url, { ...draft, name: "Third" }, again)).statusCode).toBe(200);
    expect((await send("PUT", url, { ...draft, name: "Fourth" })).statusCode).toBe(200);
    expect((await send("PUT", url, draft, { "if-match": "*" })).statusCode).toBe(200);
    expect((await send("PUT", `/api/${kind}/new-one`, { ...draft, name: "New" }, { "if-match": "*" })).statusCode).toBe(
      412,
    );
  });

  it("is changed by one of two who read the same version at once", async () => {
    const { send } = await start();
    const made = await send("POST", `/api/${kind}`, draft);
    const url = String(made.headers["location"]);
    const headers = { "if-match": String(made.headers["etag"]) };
    const both = await Promise.all(["One", "Two"].map((name) => send("PUT", url, { ...draft, name }, headers)));
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 412]);
  });

  it("is deleted only in the version that the client has read, where it names one", async () => {
    const { send } = await start();
    const made = await send("POST", `/api/${kind}`, draft);
    const url = String(made.headers["location"]);
    const first = { "if-match": String(made.headers["etag"]) };
    await send("PUT", url, { ...draft, name: "Other" });
    const late = await send("DELETE", url, undefined, first);
    expect([late.statusCode, late.json()]).toMatchObject([412, { code: "precondition-failed" }]);
    const read = await send("GET", url);
    expect(read.statusCode).toBe(200);
    const now = { "if-match": String(read.headers["etag"]) };
    const both = await Promise.all([
      send("PUT", url, { ...draft, name: "Third" }, now),
      send("DELETE", url, undefined, now),
    ]);
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 412]);
  });

  it.each([
    ["en", "It has changed since it was read"],
    ["zh", "读取之后它已经改过了"],
  ])("tells in %s that another version was meant", async (language, words) => {
    const { send } = await start();
    const made = await send("POST", `/api/${kind}`, draft);
    const headers = { "if-match": '"old"', "accept-language": language };
    const refused = await send("PUT", String(made.headers["location"]), draft, headers);
    expect(refused.json().detail).toContain(words);
  });

  it("is answered by 304 while nothing of it changes, also in the list", async () => {
    const { send, bench } = await start();
    const made = await send("POST", `/api/${kind}`, draft);
    for (const url of [`/api/${kind}`, String(made.headers["location"])]) {
      const read = await send("GET", url);
      expect(read.headers["cache-control"]).toBe("private, no-cache");
      const headers = { "if-none-match": String(read.headers["etag"]) };
      const same = await send("GET", url, undefined, headers);
      expect([same.statusCode, same.body]).toEqual([304, ""]);
      expect((await send("GET", url, undefined, { ...headers, "accept-language": "zh" })).statusCode).toBe(200);
    }
    const url = String(made.headers["location"]);
    const tag = String((await send("GET", url)).headers["etag"]);
    // The definition stays as it is, but what it says of problems does not.
    bench.home.apply([{ kind: "removed", id: "test:lamp" }]);
    expect((await send("GET", url, undefined, { "if-none-match": tag })).statusCode).toBe(200);
    expect((await send("PUT", url, draft, { "if-match": tag })).statusCode).not.toBe(412);
  });
});

describe("a timer", () => {
  it("is shown anew when only what is left of it was asked for, and that changed", async () => {
    const { send } = await start();
    const made = await send("POST", "/api/timers", { seconds: 600 });
    const read = await send("GET", "/api/timers?fields=id,remainingMs");
    const headers = { "if-none-match": String(read.headers["etag"]) };
    expect((await send("GET", "/api/timers?fields=id,remainingMs", undefined, headers)).statusCode).toBe(304);
    await send("POST", `${made.headers["location"]}/add`, { seconds: 60 });
    const later = await send("GET", "/api/timers?fields=id,remainingMs", undefined, headers);
    expect([later.statusCode, later.json().timers]).toMatchObject([200, [{ remainingMs: 660_000 }]]);
  });

  it("has its address in Location, and a weak tag that does not count what is left of it", async () => {
    const { send, bench } = await start();
    const made = await send("POST", "/api/timers", { seconds: 600 });
    const url = String(made.headers["location"]);
    const read = await send("GET", url);
    expect(read.json()).toEqual(made.json());
    const tag = String(read.headers["etag"]);
    expect(tag).toMatch(/^W\/"/);
    await bench.time.advanceTo("2026-11-24T12:00:05Z", () => bench.planner.settled());
    expect((await send("GET", url, undefined, { "if-none-match": tag })).statusCode).toBe(304);
    await send("POST", `${url}/add`, { seconds: 60 });
    expect((await send("GET", url, undefined, { "if-none-match": tag })).statusCode).toBe(200);
  });
});
