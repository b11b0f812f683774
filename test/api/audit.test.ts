import { describe, expect, it } from "vitest";
import { auditResource } from "../../src/api/resources/audit.ts";
import { openStore } from "../../src/store/index.ts";
import { testApi } from "../support/api.ts";
import { described, set, testHome } from "../support/home.ts";

describe("GET /api/audit", () => {
  it("lists commands with authors and outcomes, newest first, and filters", async () => {
    const store = await openStore({ path: ":memory:" });
    const { home, clock, transport } = testHome([described("lamp"), described("fan")], { audit: store.audit });
    transport.home = home;
    const { app } = await testApi([], { home, resources: [auditResource.bind({ home, audit: store.audit })] });
    await home.execute([set("lamp", { "light.on": true })], {
      kind: "conversation",
      conversation: "c1",
      text: "turn on the lamp",
    });
    clock.advance(1000);
    await home.execute([set("fan", { "light.brightness": 999 })], { kind: "api", token: "secret-name" });

    const { entries } = (await app.inject("/api/audit")).json();
    expect(entries).toHaveLength(2);
    expect(entries[0]).toMatchObject({
      at: "2026-01-01T12:00:01.000Z",
      origin: { kind: "api" },
      command: { device: "fan", properties: { "light.brightness": 999 } },
      outcomes: [{ status: "rejected", error: { code: "invalid-value" } }],
    });
    expect(entries[1]).toMatchObject({
      origin: { kind: "conversation", conversation: "c1" },
      said: "turn on the lamp",
      outcomes: [{ device: "lamp", status: "confirmed" }],
    });
    expect(JSON.stringify(entries)).not.toContain("secret-name");

    const count = async (query: string) => (await app.inject(`/api/audit?${query}`)).json().entries?.length;
    expect(await count("device=lamp")).toBe(1);
    expect(await count("origin=api")).toBe(1);
    expect(await count("from=2026-01-01T12:00:00.500Z")).toBe(1);
    expect(await count("to=2025-01-01T00:00:00Z")).toBe(0);
    expect(await count("limit=1")).toBe(1);
    expect((await app.inject("/api/audit?from=yesterday")).statusCode).toBe(400);
    const backwards = "/api/audit?from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z";
    const refused = await app.inject({ url: backwards, headers: { "accept-language": "zh-CN" } });
    expect(refused.json()).toMatchObject({ code: "invalid-request", details: { detail: "?from 晚于 ?to" } });
    await app.close();
    await store.close();
  });
});
