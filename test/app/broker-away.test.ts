import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connectAsync } from "mqtt";
import { afterEach, describe, expect, it } from "vitest";
import type { App } from "../../src/app.ts";
import { COMMANDS } from "../../src/commands/index.ts";
import { runningApp } from "../support/app.ts";
import { run } from "../support/command-line.ts";
import { freePort } from "../support/free-port.ts";
import { Mosquitto } from "../support/mosquitto.ts";
import { ownerFetch } from "../support/owner.ts";
import { until } from "../support/until.ts";

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function jia(url: string, env: Readonly<Record<string, string>> = {}): Promise<App> {
  const app = await runningApp({ MQTT_URL: url, ...env });
  cleanups.push(() => app.stop());
  return app;
}

async function say(app: App, text: string): Promise<string> {
  const headers = { "content-type": "application/json" };
  const answer = await ownerFetch(`${app.url}/api/assistant`, {
    method: "POST",
    headers,
    body: JSON.stringify({ text }),
  });
  return (JSON.parse(await answer.text()) as { reply: string }).reply;
}

/** Questions about devices that Jia does not know yet. */
const SENTENCES = [
  "turn on the kitchen light",
  "which lights are on?",
  "is the front door locked?",
  "every day at 7 turn on the kitchen light",
  "打开厨房的灯",
  "哪些灯开着",
  "大门锁了吗",
];

async function expectBroker(app: App, english: RegExp, chinese: RegExp): Promise<void> {
  for (const text of SENTENCES) {
    const reply = await say(app, text);
    expect(reply, text).not.toMatch(/has no|found no|没有(找到|厨房)|understand|没听懂/);
    expect(reply, text).toMatch(/\p{Script=Han}/u.test(text) ? chinese : english);
  }
}

describe("a broker that does not answer", () => {
  it("is reported once in /ready: devices do not count as connected", async () => {
    const app = await jia(`mqtt://127.0.0.1:${await freePort()}`);
    const problems = async (language: string) => {
      const answer = await ownerFetch(`${app.url}/ready`, { headers: { "accept-language": language } });
      const { checks } = (await answer.json()) as { checks: { name: string; problem: string | null }[] };
      return Object.fromEntries(checks.map(({ name, problem }) => [name, problem]));
    };
    const english = await problems("en");
    expect(english["broker"]).toContain("nothing listens there");
    expect(english["devices"]).toBe(
      "Jia knows of no device: it hears of them once there is a connection to the broker",
    );
    const chinese = await problems("zh");
    expect(chinese["devices"]).toMatch(/连接到服务器后/);
    expect(`${english["devices"]} ${chinese["devices"]}`).not.toMatch(/^connected|已连接/);
  });

  it("has a line of its own in the first lines of a start, without nested brackets", async () => {
    const stop = new AbortController();
    const started = async (language: string) =>
      await run(COMMANDS, ["start", "--port", "0", "--mqtt", url, "--data", folder, "--language", language], {
        env: { JIA_MODEL: "none", JIA_LOG: "silent" },
        signal: stop.signal,
        onOutput: (piece) => piece.includes("Ctrl-C") && stop.abort(),
      });
    const folder = await mkdtemp(join(tmpdir(), "jia-away-"));
    cleanups.push(() => rm(folder, { recursive: true }));
    const url = `mqtt://127.0.0.1:${await freePort()}`;
    const { out } = await started("en");
    expect(out).toMatch(new RegExp(`MQTT +${url} +not connected yet; Jia keeps trying\\n +nothing listens there `));
  });
});

describe("without any device", () => {
  it("because the broker does not answer: a reply tells of the broker and not of a home without rooms", async () => {
    const app = await jia(`mqtt://127.0.0.1:${await freePort()}`);
    await expectBroker(app, /know of no device.*nothing listens there/, /看不到任何设备.*没有程序在监听/);
    expect(await say(app, "set a timer for 5 minutes")).toContain("5 minutes");
  });

  it("because the broker refuses the password: a reply says so", async () => {
    const folder = await mkdtemp(join(tmpdir(), "jia-away-"));
    cleanups.push(() => rm(folder, { recursive: true }));
    const broker = new Mosquitto("allow_anonymous false");
    await broker.start();
    cleanups.push(() => broker.stop());
    const app = await jia(broker.url);
    await expectBroker(app, /know of no device.*mqtt\.password/, /看不到任何设备.*mqtt\.password/);
  });

  it("because the user may read nothing: a reply says so, and after a while /ready too", async () => {
    const folder = await mkdtemp(join(tmpdir(), "jia-away-"));
    cleanups.push(() => rm(folder, { recursive: true }));
    const acl = join(folder, "acl");
    await writeFile(acl, "topic write #\n");
    await chmod(folder, 0o755);
    const broker = new Mosquitto(`acl_file ${acl}`);
    await broker.start();
    cleanups.push(() => broker.stop());
    const app = await jia(broker.url);
    await expectBroker(app, /know of no device.*may not read the topics/, /看不到任何设备.*无权读取/);
    const ready = async (language: string) => {
      const answer = await ownerFetch(`${app.url}/ready`, { headers: { "accept-language": language } });
      const { checks } = (await answer.json()) as {
        checks: { name: string; ready: boolean; problem: string | null }[];
      };
      return checks.find(({ name }) => name === "devices");
    };
    await expect.poll(() => ready("en"), { timeout: 20_000 }).toMatchObject({ ready: false });
    expect((await ready("en"))?.problem).toMatch(/may not read the topics/);
    expect((await ready("zh"))?.problem).toMatch(/无权读取/);
  }, 40_000);
});

describe("a broker that goes away", () => {
  /** A lamp that is on, and a lock whose last will says that it has gone when its connection ends. */
  async function announce(url: string): Promise<void> {
    const device = await connectAsync(url, {
      reconnectPeriod: 0,
      will: { topic: "miot/lamp/availability", payload: Buffer.from("offline"), qos: 1, retain: true },
    });
    device.on("error", () => {});
    cleanups.push(() => device.endAsync(true));
    const tell = (topic: string, text: string) =>
      device.publishAsync(`miot/lamp/${topic}`, text, { qos: 1, retain: true });
    await tell("device", JSON.stringify({ model: "jia.light.white", name: "Desk lamp", room: "Study" }));
    await tell("availability", "online");
    await tell("state", JSON.stringify({ params: [{ siid: 2, piid: 1, value: true }] }));
  }

  it("is reported with the last known states; the devices are not called offline", async () => {
    const broker = new Mosquitto();
    await broker.start();
    cleanups.push(() => broker.stop());
    await announce(broker.url);
    const app = await jia(broker.url);
    await until("the lamp", () => app.home.device("miot:lamp")?.state.get("light.on"));
    expect(await say(app, "is the desk lamp on?")).toBe("Yes, the desk lamp is on.");

    await broker.stop();
    await until("the loss", () => app.home.device("miot:lamp")?.lostSince);
    const english = await say(app, "is the desk lamp on?");
    expect(english).toMatch(/I lost the MQTT broker at .*It was on at /);
    expect(english).not.toContain("offline");
    const chinese = await say(app, "Desk lamp开着吗？");
    expect(chinese).toMatch(/连不上 MQTT 服务器.*的时候开着/);
    expect(chinese).not.toMatch(/离线|不在线/);
    expect(await say(app, "is the desk lamp offline?")).toMatch(/I can't tell.*MQTT broker/);
    expect(await say(app, "which devices are offline?")).toMatch(/I can't tell.*MQTT broker/);
    expect(await say(app, "Desk lamp在线吗？")).toMatch(/现在不知道.*MQTT 服务器/);
    expect(await say(app, "turn on the garage light")).toMatch(/Devices may be missing.*MQTT broker/);
    expect(await say(app, "turn off the desk lamp")).toMatch(/no connection to the MQTT broker at /);
    const shown = await (await ownerFetch(`${app.url}/api/devices/miot:lamp`)).json();
    expect(shown).toMatchObject({ lostSince: expect.any(String) });

    await broker.start();
    await announce(broker.url);
    await expect.poll(() => app.home.device("miot:lamp")?.lostSince, { timeout: 20_000 }).toBeNull();
    await expect.poll(() => say(app, "is the desk lamp on?"), { timeout: 10_000 }).toBe("Yes, the desk lamp is on.");
  }, 60_000);
});
