import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import type { App } from "../../src/app.ts";
import { Broker } from "../../src/bridge/index.ts";
import { COMMANDS } from "../../src/commands/index.ts";
import { runningApp } from "../support/app.ts";
import { run } from "../support/command-line.ts";
import { ownerFetch } from "../support/owner.ts";
import { until } from "../support/until.ts";

const running: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of running.splice(0).reverse()) await each.stop();
});

async function app(env: Readonly<Record<string, string>> = {}): Promise<App> {
  const started = await runningApp(env);
  running.push(started);
  return started;
}

interface Ready {
  readonly checks: readonly { readonly name: string; readonly problem: string | null }[];
}

async function ready(url: string): Promise<{ status: number; body: Ready }> {
  const answer = await ownerFetch(`${url}/ready`);
  return { status: answer.status, body: (await answer.json()) as Ready };
}

describe("a start without any configuration", () => {
  it("has a broker, a simulated home and an API that commands it", async () => {
    const { url, home, ownBroker, simulated } = await app();
    expect([ownBroker, simulated, home.size]).toEqual([true, true, 35]);
    expect((await ready(url)).status).toBe(200);
    const answer = await ownerFetch(`${url}/api/devices/living-floor-lamp/properties`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ properties: { "light.brightness": 33 } }),
    });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ outcomes: [{ status: "confirmed", before: 60, value: 33 }] });
    const audit = await ownerFetch(`${url}/api/audit`);
    expect(await audit.json()).toMatchObject({ entries: [{ command: { device: "living-floor-lamp" } }] });
  });

  it("stops while a stream is read, and ends the stream", async () => {
    const started = await runningApp();
    const stream = await ownerFetch(`${started.url}/api/events`);
    const reader = stream.body?.getReader();
    await reader?.read();
    await started.stop();
    await expect(ownerFetch(started.url)).rejects.toThrow();
    const ended = async (): Promise<boolean> => {
      const piece = await reader?.read().catch(() => null);
      return piece?.done === false ? await ended() : true;
    };
    expect(await ended()).toBe(true);
  });
});

it("a start waits for Jia's own broker on a busy machine", async () => {
  const after = performance.now() + 6000;
  const started = app();
  // Blocks the event loop, so that neither the broker nor the start runs.
  const busy = setInterval(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 900), 1);
  await until("the broker to be slow for longer than others are waited for", () => performance.now() > after);
  clearInterval(busy);
  const { home, bridge } = await started;
  expect([home.size, bridge.links[0]?.connected]).toEqual([35, true]);
});

describe("a configured broker", () => {
  it("is used, and devices that a simulator announces there are found while Jia runs", async () => {
    const broker = new Broker({ port: 0 });
    await broker.start();
    running.push(broker);
    const { url, home, ownBroker } = await app({ MQTT_URL: broker.url });
    expect([ownBroker, home.size]).toEqual([false, 0]);
    const stop = new AbortController();
    const simulating = run(
      COMMANDS,
      ["simulate", "flat", "--mqtt", broker.url, "--fault", "living-floor-lamp=offline"],
      {
        signal: stop.signal,
      },
    );
    await until("the devices", () => home.size === 35 && home.device("living-floor-lamp")?.online === false);
    const { out } = await run(COMMANDS, ["devices", "--url", url, "--room", "客厅"]);
    expect(out).toMatch(/落地灯 .* offline/);
    stop.abort();
    expect((await simulating).code).toBe(0);
    await until("the devices", () => home.device("living-ceiling-light")?.online === false);
  });

  it("that does not answer does not prevent the start: /ready says what is missing", async () => {
    const { port, close } = await takenPort();
    await close();
    const { url } = await app({ MQTT_URL: `mqtt://127.0.0.1:${port}` });
    const { status, body } = await ready(url);
    expect(status).toBe(503);
    expect(body.checks.find(({ name }) => name === "broker")?.problem).toContain(`127.0.0.1:${port}`);
  });
});

describe("jia start", () => {
  const start = async (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
    await run(COMMANDS, ["start", "--port", "0", "--mqtt-port", "0", "--model", "none", ...args], {
      env,
      signal: AbortSignal.timeout(8000),
    });

  it("says when a port is taken", async () => {
    const taken = await takenPort();
    const api = await start(["--port", String(taken.port), "--data", tmpdir()]);
    expect([api.code, api.out]).toEqual([3, ""]);
    expect(api.err).toContain(`Another program uses port ${taken.port} on 127.0.0.1. Choose another port with --port`);
    const mqtt = await start(["--mqtt-port", String(taken.port), "--data", tmpdir()], { LANG: "zh_CN.UTF-8" });
    expect(mqtt.err).toContain(`--mqtt mqtt://127.0.0.1:${taken.port}`);
    await taken.close();
  });

  it("says when the data folder cannot be written, or the home file has problems", async () => {
    const data = await start(["--data", "/dev/null/jia"]);
    expect([data.code, data.err]).toEqual([3, expect.stringContaining("/dev/null is a file, not a folder")]);
    const home = await start(["--home", "package.json"]);
    expect([home.code, home.err]).toEqual([2, expect.stringContaining("The home file")]);
  });

  it("prints one block with address, broker, home, model, data and something to try; then stops when told", async () => {
    const data = mkdtempSync(join(tmpdir(), "jia-data-"));
    const stop = new AbortController();
    const { code, out, err } = await run(COMMANDS, ["start", "--port", "0", "--mqtt-port", "0", "--data", data], {
      signal: stop.signal,
      onOutput: (piece) => {
        if (piece.includes("Ctrl-C stops.")) stop.abort();
      },
    });
    expect([code, err]).toEqual([0, ""]);
    expect(out).toMatch(/Address +http:\/\/127\.0\.0\.1:\d+\n/);
    expect(out).toMatch(/MQTT +mqtt:\/\/127\.0\.0\.1:\d+ \(its own\)\n/);
    expect(out).toContain("梧桐里 1602, 35 devices (simulated)");
    expect(out).toContain(`OPENROUTER_API_KEY=… jia start --data ${data} --port 0 --mqtt-port 0\n`);
    expect(out).toContain(data);
    expect(out).toMatch(/http:\/\/127\.0\.0\.1:\d+\/sign-in\?code=jiac_[\w-]{43}\n/);
    expect(out).toMatch(/jia say --port \d+ --data \S+ "把客厅的吸顶灯调到一半"/);
    expect(out.trimEnd()).toMatch(/Stopped\.$/);
    rmSync(data, { recursive: true });
  });
});

/** A port that something listens on. */
async function takenPort(): Promise<{ port: number; close: () => Promise<void> }> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return { port, close: () => new Promise((resolve) => server.close(() => resolve())) };
}
