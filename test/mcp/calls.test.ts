import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { App } from "../../src/app.ts";
import { runningApp } from "../support/app.ts";
import { ERAS, mcpClient } from "../support/mcp-client.ts";
import { ownerFetch } from "../support/owner.ts";

let app: App;
beforeAll(async () => {
  app = await runningApp();
});
afterAll(async () => {
  await app.stop();
});

describe.each(ERAS)("a client of the era %s", (era) => {
  const client = () => mcpClient(app.url, era, {}, { "accept-language": "en" });

  it("speaks the newest revision of its era", async () => {
    await using each = await client();
    expect(each.getNegotiatedProtocolVersion()).toBe(era === "legacy" ? "2025-11-25" : "2026-07-28");
  });

  it("says a sentence in English and in Chinese, and is answered in the same language", async () => {
    await using each = await client();
    await each.use("set_devices", { changes: [{ device: "floor lamp", property: "on", value: false }] });
    const on = await each.use("say", { text: "turn on the floor lamp" });
    expect(on).toMatchObject({ failed: false, data: { reply: "The floor lamp is on." } });
    const off = await each.use("say", { text: "关掉落地灯" });
    expect(off.data).toMatchObject({
      reply: "落地灯关了。",
      outcomes: [{ device: "living-floor-lamp", status: "confirmed" }],
    });
  });

  it("sets all lights of a room in one call, by the names that people use", async () => {
    await using each = await client();
    await each.use("set_devices", { changes: [{ room: "living room", kind: "light", property: "on", value: "true" }] });
    const { failed, data } = await each.use("set_devices", {
      changes: [{ room: "living", kind: "light", property: "on", value: false }],
    });
    expect(failed).toBe(false);
    expect(data).toMatchObject({
      outcomes: [
        { device: "living-ceiling-light", value: false, status: "confirmed" },
        { device: "living-floor-lamp", value: false, status: "confirmed" },
      ],
      told: "The ceiling light and the floor lamp in the living room are off.",
    });
  });

  it("sees the home room by room, and what is on in each", async () => {
    await using each = await client();
    await each.use("set_devices", { changes: [{ device: "floor lamp", property: "on", value: true }] });
    const { data } = await each.use("home_overview");
    expect(data["rooms"]).toContainEqual(
      expect.objectContaining({
        id: "living",
        on: expect.arrayContaining(["living-floor-lamp"]),
        open: ["living-curtain"],
      }),
    );
  });

  it("is told the nearest names where it names nothing that is there", async () => {
    await using each = await client();
    const { failed, text } = await each.use("set_devices", {
      changes: [{ device: "flor lamp", property: "on", value: true }],
    });
    expect(failed).toBe(true);
    expect(text).toContain("living-floor-lamp");
    await expect(each.callTool({ name: "set_device", arguments: {} })).rejects.toThrow("Did you mean set_devices?");
  });

  it("is told what is wrong with its arguments", async () => {
    await using each = await client();
    const { failed, text } = await each.use("set_devices", { changes: [{ device: "floor lamp", value: true }] });
    expect(failed).toBe(true);
    expect(text).toContain("changes[0].property");
  });

  it("is told what was done in the language that it asks for, and in that of the home where it asks for none", async () => {
    const changes = [{ device: "floor lamp", property: "on", value: true }];
    await using each = await client();
    expect((await each.use("set_devices", { changes })).data["told"]).toMatch(/^The floor lamp is/);
    await using silent = await mcpClient(app.url, era);
    expect((await silent.use("set_devices", { changes })).data["told"]).toContain("落地灯");
  });

  it("starts a timer and ends it by its name", async () => {
    await using each = await client();
    expect((await each.use("set_timer", { duration: "5m", name: "tea" })).data).toMatchObject({ started: true });
    expect((await each.use("list_plans", { kind: "timer" })).data).toMatchObject({ timers: [{ name: "tea" }] });
    expect((await each.use("set_timer", { cancel: "tea" })).failed).toBe(false);
    expect((await each.use("list_plans", { kind: "timer" })).data).toEqual({ timers: [] });
  });

  it("stands in the audit with its name, and in the reason of a change", async () => {
    await using each = await client();
    await each.use("set_devices", { changes: [{ device: "floor lamp", property: "brightness", change: 5 }] });
    const { data } = await each.use("why", { device: "floor lamp" });
    expect(data["why"]).toContain("MCP (notebook)");
    const audit = await (await ownerFetch(`${app.url}/api/audit?limit=1`)).json();
    expect(audit).toMatchObject({ entries: [{ origin: { kind: "mcp", client: "notebook" } }] });
  });
});
