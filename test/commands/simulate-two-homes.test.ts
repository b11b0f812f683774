import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connectAsync } from "mqtt";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { App } from "../../src/app.ts";
import { simulate } from "../../src/commands/simulate.ts";
import { runningApp } from "../support/app.ts";
import { BROKERS, type TestBroker } from "../support/broker.ts";
import { run } from "../support/command-line.ts";
import { until } from "../support/until.ts";

let folder: string;
let broker: TestBroker;
let stop: AbortController;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "jia-beside-"));
  stop = new AbortController();
  broker = BROKERS.aedes();
  await broker.start();
});

afterEach(async () => {
  stop.abort();
  await broker.stop();
  await rm(folder, { recursive: true });
});

/** Runs `jia simulate …` until `end`, and waits for its first output. */
async function simulated(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const ended = new AbortController();
  let printed = "";
  const ran = run([simulate], ["simulate", ...args], {
    cwd: folder,
    env: { JIA_DATA: folder, ...env },
    signal: AbortSignal.any([ended.signal, stop.signal]),
    onOutput: (piece) => {
      printed += piece;
    },
  });
  await until("what it says", () => printed.endsWith("\n"));
  return {
    printed,
    end: () => {
      ended.abort();
      return ran;
    },
  };
}

const online = (app: App) => app.home.devices.filter(({ online }) => online).map(({ id }) => id);

const HOUSE_DEVICES = 122;

describe("two simulated homes on one broker", () => {
  test("the command of docs/simulator.md adds the house to the flat of `npm start`, and leaves the flat alone", async () => {
    const page = readFileSync("docs/simulator.md", "utf8");
    const [, command = ""] = /jia(?: --)? simulate (house [^`\n]+)/.exec(page) ?? [];
    const app = await runningApp();
    const flat = online(app);
    expect(flat).toContain("miot:kitchen-light");
    const { rooms } = app.home.layout;
    const house = await simulated(command.replace("mqtt://127.0.0.1:1883", app.bridge.links[0]?.url ?? "").split(" "));
    expect(house.printed).toMatch(/^Orchard House: /);
    const added = () => online(app).filter((id) => id.startsWith("miot:house-"));
    await until("the house", () => added().length === HOUSE_DEVICES);
    expect(online(app)).toEqual(expect.arrayContaining(flat));
    expect(app.home.layout.rooms).toEqual(expect.arrayContaining([...rooms]));
    expect((await house.end()).code).toBe(0);
    await until("the house to be gone", () => added().length === 0);
    expect(online(app)).toEqual(flat);
    await app.stop();
  });

  test.each([
    ["en_GB.UTF-8", /"梧桐里 1602" already has 16 of these devices on mqtt:\S+: .* and 13 more\. .*--prefix TEXT/],
    ["zh_CN.UTF-8", /“梧桐里 1602”已在 mqtt:\S+ 上使用其中 16 个设备标识：.*--prefix TEXT/],
  ])("that share ids: the second ends, and says whose they are (%s)", async (language, told) => {
    const flat = await simulated(["flat", "--mqtt", broker.url]);
    const app = await runningApp({ MQTT_URL: broker.url });
    await until("the flat", () => online(app).length === 35);
    const house = await simulated(["house", "--mqtt", broker.url], { LANG: language });
    const { code, err } = await house.end();
    expect(code).toBe(3);
    expect(err).toMatch(told);
    expect(online(app)).toHaveLength(35);
    await app.stop();
    await flat.end();
  });

  test("the same home twice: the second ends, and another prefix lets it run", async () => {
    const first = await simulated(["flat", "--mqtt", broker.url]);
    const second = await simulated(["flat", "--mqtt", broker.url]);
    expect((await second.end()).err).toContain('"梧桐里 1602" already has 35 of these devices');
    const third = await simulated(["flat", "--mqtt", broker.url, "--prefix", "upstairs-"]);
    expect((await third.end()).code).toBe(0);
    await first.end();
  });

  test("retained messages of an earlier run are no other home", async () => {
    const first = await simulated(["flat", "--mqtt", broker.url]);
    expect((await first.end()).code).toBe(0);
    for (const home of ["house", "flat"]) {
      const next = await simulated([home, "--mqtt", broker.url]);
      expect((await next.end()).code).toBe(0);
    }
  });

  test("a run that was killed, and still counts as online, is no other home", async () => {
    const first = await simulated(["flat", "--mqtt", broker.url]);
    await first.end();
    await publishRetained(broker.url, "miot/simulator-梧桐里-1602/availability", "online");
    const again = await simulated(["flat", "--mqtt", broker.url]);
    expect((await again.end()).code).toBe(0);
  });

  test("as devices of discovery they do not take each other's status", async () => {
    const as = ["--as", "discovery", "--mqtt", broker.url];
    const flat = await simulated(["flat", ...as]);
    const house = await simulated(["house", ...as]);
    expect((await house.end()).err).toContain('"梧桐里 1602" already has 16 of these devices');
    const app = await runningApp({ MQTT_URL: broker.url });
    await until("the flat", () => online(app).length >= 35);
    const before = online(app);
    const apart = await simulated(["house", ...as, "--prefix", "house-"]);
    await until("the house", () => online(app).length > before.length);
    await apart.end();
    await until("the house to be gone", () => online(app).length === before.length);
    expect(online(app)).toEqual(before);
    await app.stop();
    await flat.end();
  });

  test("a simulated Zigbee2MQTT needs a broker for itself", async () => {
    const as = ["--as", "zigbee2mqtt", "--mqtt", broker.url];
    const flat = await simulated(["flat", ...as]);
    const { code, err } = await (await simulated(["house", ...as, "--prefix", "house-"])).end();
    expect(code).toBe(3);
    expect(err).toContain('"Zigbee2MQTT" already runs as Zigbee2MQTT on');
    expect(err).toContain("--as miot --prefix TEXT");
    const twice = await simulated(["flat", ...as]);
    expect((await twice.end()).err).toContain('"梧桐里 1602" already runs as Zigbee2MQTT on');
    await flat.end();
    const again = await simulated(["flat", ...as]);
    expect((await again.end()).code).toBe(0);
  });

  test("a prefix that fits in no topic is refused", async () => {
    const { err } = await (await simulated(["flat", "--mqtt", broker.url, "--prefix", "a/b#"])).end();
    expect(err).toContain('--prefix: "a/b#" is not a prefix. Use up to 32 letters');
  });

  test("faults are given by the ids of the home file, whatever stands before them", async () => {
    const args = ["flat", "--mqtt", broker.url, "--prefix", "up-", "--fault", "kitchen-light=offline"];
    const flat = await simulated(args);
    const app = await runningApp({ MQTT_URL: broker.url });
    await until("the light", () => app.home.device("miot:up-kitchen-light")?.online === false);
    await until("the others", () => online(app).length === 34);
    await app.stop();
    await flat.end();
  });
});

/** Publishes a retained message of a client that is gone. */
async function publishRetained(url: string, topic: string, payload: string): Promise<void> {
  const client = await connectAsync(url);
  await client.publishAsync(topic, payload, { qos: 1, retain: true });
  await client.endAsync();
}
