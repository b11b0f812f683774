import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { App } from "../../src/app.ts";
import { runningApp } from "../support/app.ts";
import { calls, ModelServer } from "../support/model-server.ts";
import { ownerFetch } from "../support/owner.ts";
import { readMetrics, type Sample } from "../support/prometheus.ts";

const server = new ModelServer();
let app: App;
beforeAll(async () => {
  await server.start();
  app = await runningApp({ JIA_MODEL: "xiaomi/hunter-alpha", JIA_MODEL_URL: server.url, OPENROUTER_API_KEY: "sk-or" });
});
afterAll(async () => {
  await app.stop();
  await server.stop();
});

const post = (path: string, body: unknown) =>
  ownerFetch(`${app.url}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });

async function scrape(): Promise<{ readonly text: string; readonly samples: readonly Sample[] }> {
  const response = await ownerFetch(`${app.url}/metrics`);
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe("text/plain; version=0.0.4; charset=utf-8");
  const text = await response.text();
  return { text, samples: readMetrics(text) };
}

const sampleValue = (samples: readonly Sample[], name: string, labels: Readonly<Record<string, string>> = {}) =>
  samples.find(
    (each) => each.name === name && Object.entries(labels).every(([label, value]) => each.labels[label] === value),
  )?.value;

describe("GET /metrics", () => {
  it("counts turns, the model, commands, messages, requests and runs from its first read on", async () => {
    const first = await scrape();
    expect(sampleValue(first.samples, "jia_devices")).toBeGreaterThan(10);
    expect(sampleValue(first.samples, "jia_brokers_connected")).toBe(1);
    expect(sampleValue(first.samples, "jia_turn_seconds_count", { path: "local" })).toBeUndefined();
    await post("/api/assistant", { text: "turn on the floor lamp in the living room" });
    const write = { device: "living-floor-lamp", property: "light.brightness", value: 10 };
    server.play(
      calls([{ tool: "set_properties", args: { writes: [write], say: "Cosy." } }], { usage: { cost: 0.01 } }),
    );
    await post("/api/assistant", { text: "make the floor lamp as cosy as a candle in an old pub" });
    const later = { device: "living-floor-lamp", properties: { "light.on": false } };
    expect((await post("/api/timers", { seconds: 0.05, name: "Tea", commands: [later] })).status).toBe(201);
    await ownerFetch(`${app.url}/api/devices/living-floor-lamp`);
    await ownerFetch(`${app.url}/nowhere`);
    await expect
      .poll(async () => sampleValue((await scrape()).samples, "jia_runs_total", { kind: "timer" }), { timeout: 10_000 })
      .toBe(1);
    const { samples, text } = await scrape();
    const told = (name: string, labels = {}) => sampleValue(samples, name, labels);
    expect(told("jia_turns_total", { path: "local", result: "answered" })).toBe(1);
    expect(told("jia_turns_total", { path: "model", result: "answered" })).toBe(1);
    expect(told("jia_turn_seconds_count", { path: "model" })).toBe(1);
    expect(told("jia_model_requests_total")).toBe(1);
    expect(told("jia_model_tokens_total", { kind: "prompt" })).toBe(100);
    expect(told("jia_model_cost_dollars_total")).toBe(0.01);
    expect(told("jia_commands_total", { origin: "conversation", status: "confirmed" })).toBeGreaterThan(1);
    expect(told("jia_messages_published_total")).toBeGreaterThan(1);
    expect(told("jia_http_requests_total", { route: "/api/devices/:id", method: "GET", status: "200" })).toBe(1);
    expect(told("jia_http_requests_total", { route: "none", status: "404" })).toBe(1);
    expect(told("jia_http_request_seconds_count", { route: "/api/assistant" })).toBe(2);
    expect(told("jia_run_lateness_seconds_count", { kind: "timer" })).toBe(1);
    expect(told("nodejs_eventloop_lag_seconds")).toBeGreaterThanOrEqual(0);
    // No device, room, address or secret is a label.
    expect(text).not.toMatch(/lamp|living|127\.0\.0\.1|sk-or/);
  });

  it("keeps its labels few, whatever a client sends", async () => {
    await Promise.all(
      Array.from({ length: 50 }, (_, n) => ownerFetch(`${app.url}/api/devices/no-such-${n}?x=${n}`, { method: "GET" })),
    );
    const { samples } = await scrape();
    const routes = new Set(
      samples.filter(({ name }) => name === "jia_http_requests_total").map(({ labels }) => labels["route"]),
    );
    expect(routes.size).toBeLessThan(10);
  });
});
