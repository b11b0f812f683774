import { afterEach, describe, expect, it } from "vitest";
import { isLoopback } from "../../src/api/index.ts";
import { callerNetwork } from "../../src/api/network.ts";
import { type TestApiOptions, testApi } from "../support/api.ts";

const TOKEN = "0123456789abcdef0123456789abcdef";
const open: { close(): Promise<unknown> }[] = [];
afterEach(async () => {
  for (const app of open.splice(0)) await app.close();
});

async function api(over: TestApiOptions = {}) {
  const test = await testApi([], over);
  open.push(test.app);
  return test;
}

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

describe("the token", () => {
  it("is needed for everything but /health and the sign-in page, and compared completely", async () => {
    const { app } = await api({ token: TOKEN });
    const get = async (authorization?: string) =>
      await app.inject({ url: "/api/devices", headers: authorization === undefined ? {} : { authorization } });
    expect((await get(`Bearer ${TOKEN}`)).statusCode).toBe(200);
    for (const wrong of [undefined, "Bearer", `Bearer ${TOKEN}0`, `Bearer ${TOKEN.slice(0, -1)}`, `Basic ${TOKEN}`]) {
      const answer = await get(wrong);
      expect([answer.statusCode, answer.json().code]).toEqual([401, "unauthorized"]);
      expect(answer.headers["www-authenticate"]).toBe("Bearer");
      expect(answer.body).not.toContain(TOKEN);
    }
    expect((await app.inject("/health")).statusCode).toBe(200);
    for (const url of ["/ready", "/openapi.json", "/problems/offline", "/nothing", "/api/nothing"]) {
      expect((await app.inject(url)).statusCode, url).toBe(401);
    }
  });

  it("cannot be guessed quickly", async () => {
    const { app, clock } = await api({ token: TOKEN });
    const guess = async (token: string) =>
      (await app.inject({ url: "/api/devices", headers: bearer(token) })).statusCode;
    for (let n = 0; n < 20; n += 1) expect(await guess(`wrong-${n}`)).toBe(401);
    expect(await guess("wrong-20")).toBe(429);
    expect(await guess(TOKEN)).toBe(429);
    // A request without a token does not count as a guess, and /health stays open.
    expect((await app.inject("/api/devices")).statusCode).toBe(401);
    expect((await app.inject({ url: "/health", headers: bearer(TOKEN) })).statusCode).toBe(200);
    clock.advance(60_000);
    expect(await guess(TOKEN)).toBe(200);
    for (let n = 0; n < 30; n += 1) expect((await app.inject("/api/devices")).statusCode).toBe(401);
    expect(await guess(TOKEN)).toBe(200);
  });

  it("counts wrong guesses of an IPv6 network like those of one address", () => {
    expect(callerNetwork("2001:db8:1:2:aaaa::1")).toBe(callerNetwork("2001:db8:1:2:ffff:ffff:ffff:ffff"));
    expect(callerNetwork("2001:db8:1:2::1")).not.toBe(callerNetwork("2001:db8:1:3::1"));
    expect(callerNetwork("fe80::1%eth0")).toBe(callerNetwork("fe80::2%eth0"));
    expect([callerNetwork("::1"), callerNetwork("::ffff:10.0.0.1"), callerNetwork("10.0.0.1")]).toEqual([
      "0:0:0:0",
      "10.0.0.1",
      "10.0.0.1",
    ]);
  });
});

describe("web pages of other sites", () => {
  it("cannot use the API through a browser on this machine", async () => {
    const { app } = await api();
    const status = async (headers: Record<string, string>) =>
      (await app.inject({ url: "/api/devices", headers })).statusCode;
    expect(await status({ host: "localhost:8480" })).toBe(200);
    expect(await status({ host: "127.0.0.1:8480", origin: "http://127.0.0.1:8480" })).toBe(200);
    expect(await status({ host: "[::1]:8480" })).toBe(200);
    // Addresses and names that only the home network resolves cannot be an attacker's.
    expect(await status({ host: "192.168.1.20:8480" })).toBe(200);
    expect(await status({ host: "jia.local:8480" })).toBe(200);
    // A name of the attacker that resolves to this machine.
    expect(await status({ host: "evil.example:8480" })).toBe(403);
    expect(await status({ host: "127.0.0.1.evil.example" })).toBe(403);
    expect(await status({ host: "localhost:8480", origin: "https://evil.example" })).toBe(403);
    expect(await status({ host: "localhost:8480", origin: "null" })).toBe(403);
    expect(await status({ host: "localhost:8480", origin: "http://localhost:3000" })).toBe(403);
    expect(await status({ host: "localhost:8480", "sec-fetch-site": "cross-site" })).toBe(403);
    // Another port of the same machine is another origin.
    expect(await status({ host: "localhost:8480", "sec-fetch-site": "same-site" })).toBe(403);
    const navigation = { "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate" };
    expect(await status({ host: "localhost:8480", ...navigation })).toBe(200);
  });

  it("are refused, and names in the configuration are allowed", async () => {
    const { app } = await api({ hosts: ["jia.lan"] });
    expect((await app.inject({ url: "/api/devices", headers: { host: "jia.lan:8480" } })).statusCode).toBe(200);
    expect((await app.inject({ url: "/api/devices", headers: { host: "other.lan" } })).statusCode).toBe(403);
  });
});

describe("isLoopback", () => {
  it("knows the addresses that only this machine reaches", () => {
    for (const host of ["127.0.0.1", "127.8.8.8", "::1", "[::1]", "localhost"]) expect(isLoopback(host)).toBe(true);
    for (const host of ["0.0.0.0", "::", "192.168.1.2", "127.0.0.1.example", "jia.lan", ""]) {
      expect(isLoopback(host)).toBe(false);
    }
  });
});
