import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { mqttWill } from "../../src/app/dialects.ts";
import { loadConfig } from "../../src/config/index.ts";
import { hubEmulator } from "../../src/simulator/emulators/hub/emulator.ts";
import { Simulator } from "../../src/simulator/index.ts";
import { runningApp } from "../support/app.ts";
import { startHub } from "../support/hub.ts";
import { homeFileDevice } from "../support/simulated.ts";
import { until } from "../support/until.ts";

const running: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of running.splice(0).reverse()) await each.stop();
});

test("a configured hub is a part of the home, beside the home's own broker", async () => {
  const hub = await startHub();
  running.push(hub);
  const simulator = new Simulator({
    home: {
      name: "Hub",
      language: "zh",
      timezone: "UTC",
      location: null,
      floors: [],
      rooms: [],
      devices: [homeFileDevice("yeelink.light.color5", { id: "1001", name: "吸顶灯" })],
    },
    connection: hub.inner,
    emulator: hubEmulator({ scenes: ["77"] }),
    behaviours: "instant",
    tick: 0,
  });
  await simulator.start();
  running.push(simulator);
  const names = join(dirname(hub.files.ca), "names.json");
  await writeFile(names, JSON.stringify({ rooms: { 书房: ["1001"] }, scenes: { "77": "看电影" } }));
  const app = await runningApp({
    JIA_HUB_CLIENT: hub.files.clientDid,
    JIA_HUB_HOST: hub.files.host,
    JIA_HUB_PORT: String(hub.files.port),
    JIA_HUB_CA: hub.files.ca,
    JIA_HUB_CERT: hub.files.cert,
    JIA_HUB_KEY: hub.files.key,
    JIA_HUB_NAMES: names,
  });
  running.push(app);
  const light = await until("the light", () => app.home.device("hub:1001"));
  expect(light.room?.name).toBe("书房");
  expect(app.home.device("hub:scenes")?.spec.actions.get("scene.activate")?.description).toBe("看电影");
  const properties = [{ address: "light.on", value: true }];
  const { outcomes } = await app.home.execute([{ kind: "set", device: light.id, properties }], { kind: "person" });
  expect(outcomes).toMatchObject([{ status: "confirmed" }]);
});

test("a hub without its files fails to start with what is missing", async () => {
  await expect(runningApp({ JIA_HUB_CLIENT: "123456" })).rejects.toMatchObject({
    code: "invalid-config",
    message: expect.stringContaining("hub.cert"),
  });
});

test("the state of the cloud without its list of devices fails to start with what is missing", async () => {
  await expect(runningApp({ JIA_CLOUD_TOKEN: "secret" })).rejects.toMatchObject({
    code: "invalid-config",
    message: expect.stringContaining("cloud.devices"),
  });
});

test("the broker shall tell discovered devices, under the prefix that is configured, when Jia has gone", async () => {
  const folder = await mkdtemp(join(tmpdir(), "jia-"));
  await writeFile(join(folder, "jia.yaml"), "discovery:\n  prefix: ha/discovery\n");
  const { config } = loadConfig({ flags: {}, env: {}, cwd: folder });
  expect(mqttWill(config)).toMatchObject({ topic: "ha/discovery/status", payload: "offline" });
  await rm(folder, { recursive: true });
});
