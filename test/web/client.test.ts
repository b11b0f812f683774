import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { App } from "../../src/app.ts";
import { clientTypes } from "../../web/client/generate.ts";
import { type JiaClient, jiaClient } from "../../web/src/api/client.ts";
import { runningApp } from "../support/app.ts";
import { OWNER_TOKEN, ownerFetch } from "../support/owner.ts";

let app: App;
let client: JiaClient;
beforeAll(async () => {
  app = await runningApp();
  client = jiaClient(app.url, OWNER_TOKEN);
});
afterAll(async () => await app?.stop());

describe("the generated client", () => {
  it("has the types of the document that Jia serves (npm run client writes them)", async () => {
    const document = await (await ownerFetch(`${app.url}/openapi.json`)).text();
    expect(await clientTypes(document)).toBe(readFileSync("web/src/api/schema.ts", "utf8"));
  });

  it("lists devices, sets a property of one and reads it back", async () => {
    const { data: list } = await client.GET("/api/devices", { params: { query: { room: "living", kind: "light" } } });
    const lamp = list?.devices.find(({ state }) => typeof state["light.brightness"] === "number");
    const id = lamp?.id ?? "";
    const { data: done } = await client.POST("/api/devices/{id}/properties", {
      params: { path: { id } },
      body: { properties: { "light.brightness": 37 } },
    });
    expect(done?.outcomes.map(({ status }) => status)).toEqual(["confirmed"]);
    const { data: read } = await client.GET("/api/devices/{id}", { params: { path: { id } } });
    expect(read?.state["light.brightness"]).toBe(37);
  });

  it("saves a timer and takes it away", async () => {
    const { data: timer } = await client.POST("/api/timers", { body: { name: "Tea", duration: "4m" } });
    const path = { id: timer?.id ?? "" };
    const { response } = await client.DELETE("/api/timers/{id}", { params: { path } });
    expect(response.status).toBe(200);
    const { error } = await client.GET("/api/timers/{id}", { params: { path } });
    expect(error?.code).toBe("not-found");
  });

  it("gives the problem of a request that fails", async () => {
    const { data, error, response } = await client.GET("/api/devices/{id}", { params: { path: { id: "no-lamp" } } });
    expect(data).toBeUndefined();
    expect([response.status, error?.code, error?.status]).toEqual([404, "unknown-device", 404]);
  });

  it("has no types for what the API refuses", async () => {
    // @ts-expect-error: there is no such address.
    const nothing = await client.GET("/api/nothing");
    // @ts-expect-error: a timer's seconds are a number.
    const wrong = await client.POST("/api/timers", { body: { seconds: "4" } });
    expect([nothing.response.status, wrong.response.status]).toEqual([404, 400]);
  });
});
