import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connectAsync } from "mqtt";
import { afterEach, beforeEach, expect, test } from "vitest";
import { miio } from "../../src/commands/miio.ts";
import { systemClock } from "../../src/home/index.ts";
import { MiioHost } from "../../src/simulator/emulators/miio/miio-host.ts";
import { BROKERS } from "../support/broker.ts";
import { run } from "../support/command-line.ts";
import { simulated } from "../support/simulated.ts";
import { until } from "../support/until.ts";

const token = "8cbf2f08d8fd3a4f1b1c1b5b7a9c0d1e";
let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "jia-miio-"));
  file = join(folder, "miio.json");
});

afterEach(() => rm(folder, { recursive: true }));

async function write(devices: unknown, mode = 0o600): Promise<void> {
  await writeFile(file, JSON.stringify({ devices }));
  await chmod(file, mode);
}

test("jia miio brings devices of the file to the broker until Ctrl-C", async () => {
  const broker = BROKERS.aedes();
  await broker.start();
  const host = new MiioHost({
    device: simulated("yeelink.light.color5"),
    did: "2001",
    token: Buffer.from(token, "hex"),
    clock: systemClock,
  });
  await host.start();
  const client = await connectAsync(broker.url, { reconnectPeriod: 0 });
  /** The newest payload, keyed by topic. */
  const heard = new Map<string, string>();
  client.on("message", (topic, payload) => heard.set(topic, payload.toString()));
  await client.subscribeAsync("miot/#");
  await write([{ did: "2001", token, address: "127.0.0.1", port: host.address.port, name: "Lamp", room: "Study" }]);

  const stop = new AbortController();
  const running = run([miio], ["miio", file, "--mqtt", broker.url], { signal: stop.signal, cwd: folder });
  await until("the device", () => heard.get("miot/2001/availability") === "online");
  expect(JSON.parse(heard.get("miot/2001/device") ?? "")).toEqual({
    did: "2001",
    model: "yeelink.light.color5",
    urn: "urn:miot-spec-v2:device:light:0000A001:yeelink-color5:1",
    name: "Lamp",
    room: "Study",
    parent: "miio-gateway",
  });
  stop.abort();
  const { code, out, err } = await running;
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toContain("Lamp is online.");
  expect(out + err + [...heard.values()].join()).not.toContain(token);
  await until("the gateway's end", () => heard.get("miot/miio-gateway/availability") === "offline");
  await client.endAsync();
  await host.stop();
  await broker.stop();
});

test("jia miio refuses a file that others may read, an invalid file, and a missing broker", async () => {
  await write([{ did: "1", token }], 0o644);
  const open = await run([miio], ["miio", file, "--mqtt", "mqtt://127.0.0.1:1"], { cwd: folder });
  expect(open).toMatchObject({ code: 2, err: expect.stringContaining(`chmod 600 ${file}`) });

  await write([{ did: "1", token: "short" }]);
  const bad = await run([miio], ["miio", file, "--mqtt", "mqtt://127.0.0.1:1", "--language", "zh"], { cwd: folder });
  expect(bad).toMatchObject({ code: 2, err: expect.stringContaining("有问题") });

  await write([{ did: "1", token }]);
  expect(await run([miio], ["miio", file], { cwd: folder })).toMatchObject({ code: 2 });
  expect(await run([miio], ["miio"], { cwd: folder })).toMatchObject({ code: 2 });
});
