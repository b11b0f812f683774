import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connectAsync } from "mqtt";
import { afterEach, expect, it } from "vitest";
import { brokerHint, brokerProblem } from "../../src/app/broker-health.ts";
import type { App } from "../../src/app.ts";
import { Bridge, MiotDialect } from "../../src/bridge/index.ts";
import { COMMANDS } from "../../src/commands/index.ts";
import { systemClock } from "../../src/home/index.ts";
import { textOf } from "../../src/language/index.ts";
import { SpecLibrary } from "../../src/library/index.ts";
import { runningApp } from "../support/app.ts";
import { run } from "../support/command-line.ts";
import { testHome } from "../support/home.ts";
import { Mosquitto } from "../support/mosquitto.ts";
import { ownerFetch } from "../support/owner.ts";
import { until } from "../support/until.ts";

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

/** A broker with a lamp and a sign that never reports, whose user may write what devices say and no command but `allowed`. */
async function readingOnly(...allowed: readonly string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "jia-rights-"));
  cleanups.push(() => rm(folder, { recursive: true }));
  const acl = join(folder, "acl");
  const written = ["miot/+/device", "miot/+/state", "homeassistant/light/sign/config", ...allowed];
  await writeFile(acl, ["topic read #", ...written.map((topic) => `topic write ${topic}`), ""].join("\n"));
  // Mosquitto may run as another user.
  await chmod(folder, 0o755);
  const broker = new Mosquitto(`acl_file ${acl}\nmax_queued_messages 1000`);
  await broker.start();
  cleanups.push(() => broker.stop());
  const device = await connectAsync(broker.url);
  cleanups.push(() => device.endAsync(true));
  const tell = (topic: string, body: object) =>
    device.publishAsync(topic, JSON.stringify(body), { qos: 1, retain: true });
  await tell("miot/lamp/device", { model: "jia.light.white", name: "Desk lamp", room: "Study" });
  await tell("miot/lamp/state", { params: [{ siid: 2, piid: 1, value: false }] });
  await tell("homeassistant/light/sign/config", { unique_id: "sign", name: "Sign light", command_topic: "sign/set" });
  return broker.url;
}

async function jia(url: string): Promise<App> {
  const app = await runningApp({ MQTT_URL: url });
  cleanups.push(() => app.stop());
  await until("the devices", () => app.home.size === 2);
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

async function ready(app: App, language: string) {
  const answer = await ownerFetch(`${app.url}/ready`, { headers: { "accept-language": language } });
  return { status: answer.status, text: await answer.text() };
}

it("a broker user without the right to command is reported in replies, also for silent devices, and by /ready", async () => {
  const url = await readingOnly();
  const app = await jia(url);
  expect((await ready(app, "en")).status).toBe(200);
  const refused =
    /The command didn't get to the desk lamp: the broker does not let Jia's user write to miot\/lamp\/down.*ACL/;
  expect(await say(app, "turn on the desk lamp")).toMatch(refused);
  expect(await say(app, "把Desk lamp打开")).toMatch(
    /指令没能发给Desk lamp：服务器不允许 Jia 的用户写入 miot\/lamp\/down/,
  );
  expect(await say(app, "turn on the sign light")).toMatch(/The command didn't get to.*sign\/set/);
  const english = await ready(app, "en");
  expect(english.status).toBe(503);
  expect(english.text).toMatch(/accepts no commands.*miot\/lamp\/down/);
  expect((await ready(app, "zh")).text).toMatch(/不接受任何命令.*miot\/lamp\/down/);
  const doctor = (language: string) =>
    run(COMMANDS, ["doctor", "--mqtt", url, "--url", app.url, "--seconds", "0.3", "--language", language]);
  const examined = await doctor("en");
  expect(examined.code).toBe(1);
  expect(examined.out).toMatch(/✗ broker: .*accepts no commands/);
  expect((await doctor("zh")).out).toMatch(/✗ broker: .*不接受任何命令/);
}, 30_000);

it("a broker user who may command some devices keeps Jia ready, and refused commands are a hint", async () => {
  const app = await jia(await readingOnly("sign/set"));
  expect(await say(app, "turn on the sign light")).not.toMatch(/The command didn't get to/);
  expect(await say(app, "turn on the desk lamp")).toMatch(/The command didn't get to/);
  const { status, text } = await ready(app, "en");
  expect(status).toBe(200);
  expect(text).toMatch(/miot\/lamp\/down.*access rights/);
}, 30_000);

it("when the broker cannot report a refusal, unanswered commands give a hint at the rights", async () => {
  const url = await readingOnly();
  const dialects = [new MiotDialect({ specs: new SpecLibrary("devices") })];
  const bridge = new Bridge({
    links: [{ connection: { url, version: "3.1.1" }, dialects }],
    clock: systemClock,
    timeout: 100,
  });
  const { home } = testHome([], { transport: bridge, clock: systemClock });
  bridge.start(home);
  cleanups.push(() => bridge.stop());
  await until("the lamp", () => home.device("miot:lamp")?.state.get("light.on"));
  await until("the connection", () => bridge.status.links[0]?.connected);
  const command = { kind: "set", device: "miot:lamp", properties: [{ address: "light.on", value: true }] } as const;
  for (let time = 1; time <= 3; time += 1) {
    expect(brokerHint(bridge.status, Date.now(), false)).toBeNull();
    const { outcomes } = await home.execute([command], { kind: "person" });
    expect(outcomes).toMatchObject([{ status: "timeout" }]);
  }
  expect(brokerProblem(bridge.status)).toBeNull();
  const hint = brokerHint(bridge.status, Date.now(), false);
  expect(hint && textOf(hint, "en")).toMatch(/no device answered the last 3 commands.*ACL/);
  expect(hint && textOf(hint, "zh")).toMatch(/最近 3 条命令都没有回应.*ACL/);
});
