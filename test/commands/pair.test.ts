import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { PairingBody } from "../../src/api/resources/pairing.ts";
import type { App } from "../../src/app.ts";
import { COMMANDS } from "../../src/commands/index.ts";
import { runningApp } from "../support/app.ts";
import { BROKERS } from "../support/broker.ts";
import { run } from "../support/command-line.ts";
import { ownerFetch } from "../support/owner.ts";
import { until } from "../support/until.ts";

/** Jia beside a simulated Zigbee2MQTT with one lamp, and with devices that wait to join. */
async function zigbeeHome() {
  const folder = await mkdtemp(join(tmpdir(), "jia-pair-"));
  const lamp = { id: "lamp", name: "Lamp", room: "study", model: "yeelink.light.color5" };
  const home = { name: "Small home", rooms: [{ id: "study", name: "Study" }], devices: [lamp] };
  await writeFile(join(folder, "home.json"), JSON.stringify(home));
  const broker = BROKERS.aedes();
  await broker.start();
  const stop = new AbortController();
  const simulated = run(
    COMMANDS,
    ["simulate", join(folder, "home.json"), "--as", "zigbee2mqtt", "--mqtt", broker.url],
    { cwd: folder, env: { JIA_DATA: folder, JIA_SPEED: "5" }, signal: stop.signal },
  );
  const app = await runningApp({ MQTT_URL: broker.url });
  const gateway = await until("the gateway", () => app.home.device("zigbee:bridge"));
  await until("the lamp", () => app.home.devices.some(({ name }) => name === "Lamp"));
  let ended = false;
  const end = async (): Promise<void> => {
    if (!ended) await app.stop();
    ended = true;
  };
  onTestFinished(async () => {
    await end();
    stop.abort();
    await simulated;
    await broker.stop();
    await rm(folder, { recursive: true });
  });
  return { app, gateway, broker, end };
}

const jia = (app: App, language: string, ...args: string[]) =>
  run(COMMANDS, [...args, "--url", app.url], { env: { LANG: `${language}.UTF-8` } });

const view = async (app: App, language = "en") =>
  PairingBody.parse(
    await (await ownerFetch(`${app.url}/api/pairing`, { headers: { "accept-language": language } })).json(),
  );

it("jia pair asks first, lets a device join, shows it with a suggestion, and ends by itself", async () => {
  const { app } = await zigbeeHome();
  const asked = await jia(app, "en_US", "pair", "10");
  expect([asked.code, asked.out]).toEqual([1, expect.stringContaining("It lets new devices join the network.")]);
  expect((await view(app)).until).toBeNull();
  const { code, out } = await jia(app, "en_US", "pair", "10", "--yes", "--room", "study");
  expect(code).toBe(0);
  expect(out).toContain("New devices can join for 10 seconds. Ctrl-C ends it.");
  expect(out).toMatch(/Light \(Jia .+\) is ready\./);
  expect(out).toContain('Suggested: name "light", room Study.');
  expect(out).toContain("Closed. 1 device came.");
  const { found } = await view(app, "zh");
  expect(found).toMatchObject([{ stage: "known", device: expect.any(String), suggestion: { room: "Study" } }]);
  expect(found[0]?.suggestion.name).toMatch(/灯/);
  expect(app.home.devices.filter(({ spec }) => spec.kind === "light")).toHaveLength(2);
}, 30_000);

it("Ctrl-C closes the network, in Chinese too", async () => {
  const { app } = await zigbeeHome();
  const stop = new AbortController();
  const { out } = await run(COMMANDS, ["pair", "200", "--yes", "--url", app.url], {
    env: { LANG: "zh_CN.UTF-8" },
    signal: stop.signal,
    onOutput: (piece) => {
      if (piece.includes("按 Ctrl-C 结束")) stop.abort();
    },
  });
  expect(out).toContain("接下来 200 秒内可以加入新设备。");
  expect(out).toContain("已关闭");
  await until(
    "the gateway to close",
    () => app.home.device("zigbee:bridge")?.state.get("gateway.permit-join")?.value === false,
  );
  expect((await view(app)).until).toBeNull();
}, 30_000);

it("a network that is open is closed when Jia ends", async () => {
  const { app, end, broker } = await zigbeeHome();
  const post = (path: string, body: object) =>
    ownerFetch(`${app.url}${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  const first = await post("/api/pairing", { seconds: 200 });
  expect(first.status).toBe(202);
  const { confirmation } = (await first.json()) as { confirmation: { id: string } };
  expect((await post(`/api/confirmations/${confirmation.id}`, {})).status).toBe(200);
  expect((await view(app)).gateways).toMatchObject([{ dialect: "zigbee2mqtt", until: expect.any(String) }]);
  await end();
  const later = await runningApp({ MQTT_URL: broker.url });
  onTestFinished(() => later.stop());
  const state = await until("the gateway", () => later.home.device("zigbee:bridge")?.state.get("gateway.permit-join"));
  expect(state.value).toBe(false);
  expect((await view(later)).until).toBeNull();
}, 30_000);

it("where nothing can be opened it says what to do instead, and wrong numbers are refused", async () => {
  const app = await runningApp();
  onTestFinished(() => app.stop());
  const refused = await jia(app, "en_US", "pair");
  expect([refused.code, refused.err]).toEqual([1, expect.stringContaining("No gateway here can let devices in")]);
  expect((await jia(app, "zh_CN", "pair")).err).toContain("这里没有网关能让设备加入");
  expect((await jia(app, "en_US", "pair", "300")).err).toContain("from 1 to 254");
  expect((await jia(app, "zh_CN", "pair", "x")).err).toContain("1 到 254");
  const { others } = await view(app);
  expect(others.map(({ dialect }) => dialect)).toEqual(["miot", "zigbee2mqtt", "discovery"]);
  expect(others[1]?.instead).toContain("zigbee2mqtt.base");
  const post = (dialect: string) =>
    ownerFetch(`${app.url}/api/pairing`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ dialect }),
    });
  expect((await post("discovery")).status).toBe(409);
  expect((await post("matter")).status).toBe(404);
});
