import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connectAsync } from "mqtt";
import { afterEach, expect, it } from "vitest";
import { Broker } from "../../src/bridge/index.ts";
import { openStore } from "../../src/store/index.ts";
import { calls, ModelServer } from "../support/model-server.ts";
import { OWNER_TOKEN, ownerFetch } from "../support/owner.ts";

const cleanups: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

const SET = { target: "study-lamp", set: { "light.on": true } };

/** Ways to command the lamp through the API. The last request gets no answer, because Jia is killed. */
const ROUTES: Readonly<Record<string, (url: string) => Promise<unknown>>> = {
  "a sentence that is understood here": (url) => post(`${url}/api/assistant`, { text: "turn on the study lamp" }),
  "a sentence for the model": (url) => post(`${url}/api/assistant`, { text: "I would like to read a little now" }),
  "the API": (url) => post(`${url}/api/devices/study-lamp/properties`, { properties: { "light.on": true } }),
  "an automation": async (url) => {
    await post(`${url}/api/automations`, {
      id: "on",
      name: "On",
      triggers: [{ type: "time", at: "03:00" }],
      actions: [{ type: "set", ...SET }],
    });
    await post(`${url}/api/automations/on/run`, {});
  },
  "a scene": async (url) => {
    await post(`${url}/api/scenes`, { id: "on", name: "On", steps: [SET] });
    await post(`${url}/api/scenes/on/activate`, {});
  },
  "a timer": (url) =>
    post(`${url}/api/timers`, { seconds: 0, commands: [{ device: "study-lamp", properties: { "light.on": true } }] }),
  "the command line": async (url) => {
    const args = ["src/cli.ts", "say", "turn on the study lamp", "--url", url];
    const said = spawn(process.execPath, args, { stdio: "ignore", env: environment() });
    cleanups.push(() => said.kill("SIGKILL"));
    await once(said, "exit");
  },
};

it.each(Object.keys(ROUTES))(
  "a command by way of %s has its row when its device hears it",
  async (route) => {
    const folder = mkdtempSync(join(tmpdir(), "jia-noted-"));
    cleanups.push(() => rmSync(folder, { recursive: true, force: true }));
    const broker = new Broker({ port: 0 });
    await broker.start();
    cleanups.push(() => broker.stop());
    const model = new ModelServer();
    await model.start();
    cleanups.push(() => model.stop());
    model.play(
      calls([
        { tool: "set_properties", args: { writes: [{ device: "study-lamp", property: "light.on", value: true }] } },
      ]),
    );
    const lamp = await connectAsync(broker.url);
    cleanups.push(() => lamp.endAsync());
    const announcement = JSON.stringify({ did: "lamp", model: "jia.light.white", name: "Lamp", room: "Study" });
    await lamp.publishAsync("miot/lamp/device", announcement, { retain: true });
    await lamp.publishAsync("miot/lamp/availability", "online", { retain: true });
    await lamp.subscribeAsync("miot/lamp/down");

    const { child, url } = await start(folder, broker.url, model.url);
    const killed = once(child, "exit");
    lamp.once("message", () => child.kill("SIGKILL"));
    const asked = ROUTES[route]?.(url).catch((error: unknown) => {
      // It is killed before it answers.
      if (child.signalCode !== "SIGKILL" && !child.killed) throw error;
    });
    await asked;
    expect(await killed).toEqual([null, "SIGKILL"]);

    const store = await openStore({ path: join(folder, "jia.db") });
    const entries = await store.audit.list();
    await store.close();
    expect(entries).toMatchObject([
      { command: { device: "miot:lamp" }, outcomes: [{ property: "light.on", value: true, status: "unknown" }] },
    ]);
  },
  30_000,
);

/** `jia start` as a process of its own, and its address. */
async function start(data: string, mqtt: string, model: string): Promise<{ child: ChildProcess; url: string }> {
  const args = ["src/cli.ts", "start", "--port", "0", "--data", data, "--mqtt", mqtt];
  const env = { ...environment(), JIA_MODEL_URL: model, OPENROUTER_API_KEY: "sk-test" };
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"], env });
  cleanups.push(() => child.kill("SIGKILL"));
  const { promise, resolve } = Promise.withResolvers<string>();
  let text = "";
  child.stdout.setEncoding("utf8").on("data", (piece: string) => {
    text += piece;
    const url = /http:\/\/127\.0\.0\.1:[1-9]\d*/.exec(text)?.[0];
    if (url !== undefined) resolve(url);
  });
  return { child, url: await promise };
}

function environment(): NodeJS.ProcessEnv {
  return { PATH: process.env["PATH"], LANG: "en_US.UTF-8", JIA_TOKEN: OWNER_TOKEN };
}

async function post(url: string, body: unknown): Promise<void> {
  const answer = await ownerFetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`);
}
