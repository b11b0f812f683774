import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testApi } from "../support/api.ts";

let test: Awaited<ReturnType<typeof testApi>>;
let ready = true;
beforeAll(async () => {
  test = await testApi([], { checks: [{ name: "broker", problem: () => (ready ? null : "not connected") }] });
});
afterAll(async () => await test.app.close());

describe("GET /openapi.json", () => {
  it("describes every route with its requests and answers", async () => {
    const document = (await test.app.inject("/openapi.json")).json();
    expect(document.openapi).toBe("3.1.0");
    expect(Object.keys(document.paths)).toEqual(
      expect.arrayContaining([
        "/health",
        "/ready",
        "/api/devices",
        "/api/devices/{id}",
        "/api/devices/{id}/properties",
        "/api/devices/{id}/actions/{action}",
        "/api/rooms",
        "/api/confirmations/{id}",
        "/api/assistant",
        "/api/events",
      ]),
    );
    for (const methods of Object.values<Record<string, { summary?: string; responses: object }>>(document.paths)) {
      for (const operation of Object.values(methods)) {
        expect(operation.summary).toBeTruthy();
        expect(Object.keys(operation.responses)).not.toHaveLength(0);
      }
    }
    expect(document.components.schemas).toHaveProperty("DeviceWithSpec");
  });
});

describe("GET /ready", () => {
  it("is 503 with the reason until everything is ready", async () => {
    expect((await test.app.inject("/ready")).statusCode).toBe(200);
    ready = false;
    const answer = await test.app.inject("/ready");
    expect([answer.statusCode, answer.json()]).toMatchObject([
      503,
      { ready: false, checks: [{ name: "broker", ready: false, problem: "not connected" }] },
    ]);
  });
});

describe("an unknown address", () => {
  it("is answered 404 in the one form", async () => {
    const answer = await test.app.inject({ url: "/api/device", headers: { "accept-language": "zh" } });
    expect([answer.statusCode, answer.json()]).toMatchObject([
      404,
      {
        code: "not-found",
        detail: "没有 GET /api/device。是否要用 /api/devices？",
        details: { what: "GET /api/device", near: "/api/devices" },
      },
    ]);
  });

  it("names the nearest address, with the ids of the request", async () => {
    const near = async (url: string) => (await test.app.inject({ url })).json().detail;
    expect([await near("/api/asistant"), await near("/api/device/kitchen-light"), await near("/something")]).toEqual([
      "There is no GET /api/asistant. Did you mean /api/assistant?",
      "There is no GET /api/device/kitchen-light. Did you mean /api/devices/kitchen-light?",
      "There is no GET /something.",
    ]);
  });
});
