import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { App } from "../../src/app.ts";
import { runningApp } from "../support/app.ts";
import { mcpClient } from "../support/mcp-client.ts";
import { ownerFetch } from "../support/owner.ts";

const TOKEN = "a-token-for-tests";

let app: App;
beforeAll(async () => {
  app = await runningApp({ JIA_TOKEN: TOKEN });
});
afterAll(async () => {
  await app.stop();
});

const ACCEPTED = "application/json, text/event-stream";
const HEADERS = { authorization: `Bearer ${TOKEN}`, accept: ACCEPTED, "content-type": "application/json" };

async function send(method: string, body?: unknown, headers: Record<string, string> = HEADERS): Promise<Response> {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return await fetch(`${app.url}/mcp`, { method, headers, ...(body !== undefined && { body: text }) });
}

const initialize = (protocolVersion: string) => ({
  jsonrpc: "2.0",
  id: 1,
  method: "initialize",
  params: { protocolVersion, capabilities: {}, clientInfo: { name: "curl", version: "1" } },
});

/** The message of an answer, which may be one JSON or a stream with one event. */
async function message(response: Response): Promise<unknown> {
  const text = await response.text();
  const data = /^data: ?(.+)$/m.exec(text)?.[1] ?? text;
  return JSON.parse(data);
}

/** Begins a session. @returns its headers */
async function session(): Promise<Record<string, string>> {
  const begun = await send("POST", initialize("2025-06-18"));
  await begun.text();
  const id = begun.headers.get("mcp-session-id") ?? "";
  return { ...HEADERS, "mcp-session-id": id, "mcp-protocol-version": "2025-06-18" };
}

describe("who may speak at /mcp", () => {
  it("needs the token, also for the first words", async () => {
    const { authorization: _, ...without } = HEADERS;
    const answer = await send("POST", initialize("2025-11-25"), without);
    expect([answer.status, answer.headers.get("www-authenticate")]).toEqual([401, "Bearer"]);
    expect((await send("GET", undefined, { accept: "text/event-stream" })).status).toBe(401);
    expect((await send("DELETE", undefined, {})).status).toBe(401);
  });

  it("is not told of the home by a page of another site", async () => {
    const answer = await send("POST", initialize("2025-11-25"), { ...HEADERS, origin: "https://example.com" });
    expect(answer.status).toBe(403);
    const own = await send("POST", initialize("2025-11-25"), { ...HEADERS, origin: app.url });
    expect(own.status).toBe(200);
  });

  it("finds a session of another person as little as one that never was", async () => {
    const mine = await session();
    const people = await fetch(`${app.url}/api/people`, {
      method: "POST",
      headers: HEADERS,
      body: JSON.stringify({ name: "Ann" }),
    });
    expect(people.status).toBe(201);
    const list = { jsonrpc: "2.0", id: 2, method: "tools/list" };
    expect((await send("POST", list, mine)).status).toBe(200);
    expect((await send("POST", list, { ...mine, "x-jia-person": "ann" })).status).toBe(404);
    expect((await send("POST", list, { ...mine, "mcp-session-id": "none" })).status).toBe(404);
  });
});

describe("versions of the protocol", () => {
  it.each(["2099-01-01", "1.0", "2024-10-07"])(
    "an unknown one, %s, is answered with one that is known",
    async (version) => {
      const answer = await send("POST", initialize(version));
      expect(answer.status).toBe(200);
      expect(await message(answer)).toMatchObject({ result: { protocolVersion: expect.stringMatching(/^202[45]-/) } });
    },
  );

  it.each(["2025-11-25", "2025-06-18", "2025-03-26", "2024-11-05"])("the older one %s is spoken", async (version) => {
    expect(await message(await send("POST", initialize(version)))).toMatchObject({
      result: { protocolVersion: version, serverInfo: { name: "jia" } },
    });
  });

  it("an unknown one of a request by itself is refused with those that are known", async () => {
    const meta = {
      "io.modelcontextprotocol/protocolVersion": "2099-01-01",
      "io.modelcontextprotocol/clientInfo": { name: "curl", version: "1" },
      "io.modelcontextprotocol/clientCapabilities": {},
    };
    const body = { jsonrpc: "2.0", id: 1, method: "tools/list", params: { _meta: meta } };
    const headers = { ...HEADERS, "mcp-protocol-version": "2099-01-01", "mcp-method": "tools/list" };
    const answer = await send("POST", body, headers);
    expect(answer.status).toBe(400);
    expect(await message(answer)).toMatchObject({ error: { code: -32022, data: { supported: ["2026-07-28"] } } });
  });
});

describe("GET and DELETE", () => {
  it("listen to a session and end it", async () => {
    const headers = await session();
    const heard = await send("GET", undefined, { ...headers, accept: "text/event-stream" });
    expect([heard.status, heard.headers.get("content-type")]).toEqual([200, "text/event-stream"]);
    await heard.body?.cancel();
    expect((await send("DELETE", undefined, headers)).status).toBe(200);
    expect((await send("POST", { jsonrpc: "2.0", id: 2, method: "tools/list" }, headers)).status).toBe(404);
  });

  it.each(["GET", "DELETE"])("%s without a session says which method there is", async (method) => {
    const answer = await send(method);
    expect([answer.status, answer.headers.get("allow")]).toEqual([405, "POST"]);
  });
});

describe("sessions", () => {
  it("are at most 64: the one that was used least recently ends for a new one", async () => {
    const first = await session();
    const second = await session();
    const list = { jsonrpc: "2.0", id: 2, method: "tools/list" };
    for (let count = 0; count < 62; count += 1) await session();
    expect((await send("POST", list, first)).status).toBe(200);
    await session();
    expect([(await send("POST", list, first)).status, (await send("POST", list, second)).status]).toEqual([200, 404]);
  });

  it("end with Jia, also while somebody listens", async () => {
    const other = await runningApp();
    const { authorization: _, ...headers } = HEADERS;
    const at = (method: string, more: Record<string, string>, body?: string) =>
      ownerFetch(`${other.url}/mcp`, { method, headers: { ...headers, ...more }, ...(body !== undefined && { body }) });
    const begun = await at("POST", {}, JSON.stringify(initialize("2025-11-25")));
    const id = begun.headers.get("mcp-session-id") ?? "";
    const heard = await at("GET", { "mcp-session-id": id, accept: "text/event-stream" });
    const ended = heard.text().then(
      () => true,
      () => true,
    );
    await other.stop();
    expect(await ended).toBe(true);
  });
});

describe("a body", () => {
  it("that is no JSON gets the protocol's own error", async () => {
    const answer = await send("POST", "{");
    expect(answer.status).toBe(400);
    expect(await message(answer)).toMatchObject({ jsonrpc: "2.0", error: { code: -32700 } });
  });

  it("of another type is refused", async () => {
    expect((await send("POST", "hello", { ...HEADERS, "content-type": "text/plain" })).status).toBe(415);
  });

  it("of more than a megabyte is refused", async () => {
    const answer = await send("POST", { ...initialize("2025-11-25"), padding: "x".repeat(1_100_000) });
    expect(answer.status).toBe(413);
  });

  it("of an older revision is answered without a session too", async () => {
    const answer = await send("POST", { jsonrpc: "2.0", id: 7, method: "tools/list" });
    expect(await message(answer)).toMatchObject({ id: 7, result: { tools: expect.any(Array) } });
  });
});

it("a client with a wrong token cannot connect", async () => {
  await expect(mcpClient(app.url, "auto", {}, { authorization: "Bearer wrong" })).rejects.toThrow();
});

it("answers carry the security headers of the API", async () => {
  const answer = await send("POST", initialize("2025-11-25"));
  expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
  expect(answer.headers.get("cache-control")).toContain("no-");
});
