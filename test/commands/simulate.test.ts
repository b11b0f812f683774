import { existsSync, statSync } from "node:fs";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { simulate } from "../../src/commands/simulate.ts";
import { systemClock } from "../../src/home/index.ts";
import { MiioClient } from "../../src/miio/client.ts";
import { EMULATIONS } from "../../src/simulator/emulators/index.ts";
import { runningApp } from "../support/app.ts";
import { BROKERS } from "../support/broker.ts";
import { type RunResult, run } from "../support/command-line.ts";
import { until } from "../support/until.ts";

let folder: string;
let stop: AbortController;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "jia-simulate-"));
  stop = new AbortController();
  const lamp = { id: "lamp", name: "Lamp", room: "study", model: "yeelink.light.color5" };
  const home = { name: "Small home", rooms: [{ id: "study", name: "Study" }], devices: [lamp] };
  await writeFile(join(folder, "home.json"), JSON.stringify(home));
});

afterEach(() => rm(folder, { recursive: true }));

function started(...args: string[]): Promise<RunResult> {
  const env = { JIA_DATA: folder };
  return run([simulate], ["simulate", join(folder, "home.json"), ...args], { cwd: folder, env, signal: stop.signal });
}

test.each(["zigbee2mqtt", "discovery"])("jia simulate runs behind a broker, as %s", async (dialect) => {
  const broker = BROKERS.aedes();
  await broker.start();
  const running = started("--as", dialect, "--mqtt", broker.url);
  const app = await runningApp({ MQTT_URL: broker.url });
  await until("the lamp", () => app.home.devices.some((device) => device.dialect === dialect));
  await app.stop();
  stop.abort();
  const { code, out } = await running;
  expect({ code, out }).toEqual({ code: 0, out: `Small home: 1 devices simulated on ${broker.url}\nCtrl-C stops.\n` });
  await broker.stop();
});

test("jia simulate runs as a hub with its own certificates, and writes the files that Jia needs", async () => {
  const running = started("--as", "hub");
  const key = join(folder, "simulated", "client.key");
  await until("the broker's configuration", () => existsSync(join(folder, "simulated", "mosquitto.conf")));
  expect((await stat(join(folder, "simulated"))).mode & 0o777).toBe(0o700);
  // The output is complete, because the end waits for the start.
  stop.abort();
  const { code, out } = await running;
  expect(code).toBe(0);
  expect(out).toMatch(/export JIA_HUB_CLIENT=\d+\nexport JIA_HUB_HOST=127.0.0.1\nexport JIA_HUB_PORT=\d+\n/);
  expect(out).toContain(`export JIA_HUB_KEY=${key}`);
});

test("jia simulate runs as Wi-Fi devices, with the file for their gateway", async () => {
  const running = started("--as", "miio");
  const file = join(folder, "simulated", "miio.json");
  await until("the file", () => existsSync(file) && statSync(file).size > 0);
  const { devices } = JSON.parse(await readFile(file, "utf8"));
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(devices).toMatchObject([{ name: "Lamp", room: "Study", model: "yeelink.light.color5" }]);
  const [{ did, token, address, port }] = devices;
  const client = new MiioClient({ did, address, port, token: Buffer.from(token, "hex"), clock: systemClock });
  await client.start();
  const answer = await client.request("miIO.info", [], { repeat: true, signal: stop.signal });
  expect(answer).toMatchObject({ status: "ok", result: { model: "yeelink.light.color5" } });
  await client.stop();
  stop.abort();
  expect((await running).code).toBe(0);
});

test("jia simulate refuses an unknown dialect with the known ones", async () => {
  const { code, err } = await started("--as", "zwave");
  expect(code).toBe(2);
  expect(err).toContain(EMULATIONS.map(({ name }) => name).join(", "));
});
