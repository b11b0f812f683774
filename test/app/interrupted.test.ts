import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connectAsync } from "mqtt";
import { afterEach, expect, it, vi } from "vitest";
import { z } from "zod";
import { Broker } from "../../src/bridge/index.ts";
import { OWNER_TOKEN, ownerFetch } from "../support/owner.ts";

const cleanups: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

/** `jia start` as a process of its own: its address and its output. */
async function start(data: string, mqtt: string): Promise<{ child: ChildProcess; url: string; told: () => string }> {
  const child = spawn(
    process.execPath,
    ["src/cli.ts", "start", "--port", "0", "--data", data, "--mqtt", mqtt, "--model", "none"],
    {
      stdio: ["ignore", "pipe", "pipe"],
      env: { PATH: process.env["PATH"], LANG: "en_US.UTF-8", JIA_TOKEN: OWNER_TOKEN },
    },
  );
  cleanups.push(() => child.kill("SIGKILL"));
  let text = "";
  const { promise, resolve } = Promise.withResolvers<string>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (piece: string) => {
      text += piece;
      const url = /http:\/\/127\.0\.0\.1:[1-9]\d*/.exec(text)?.[0];
      if (url !== undefined) resolve(url);
    });
  }
  return { child, url: await promise, told: () => text };
}

it("a command that was sent before a kill has an unknown outcome", async () => {
  const folder = mkdtempSync(join(tmpdir(), "jia-interrupted-"));
  cleanups.push(() => rmSync(folder, { recursive: true, force: true }));
  const broker = new Broker({ port: 0 });
  await broker.start();
  cleanups.push(() => broker.stop());
  // A lamp that receives commands and never answers.
  const lamp = await connectAsync(broker.url);
  cleanups.push(() => lamp.endAsync());
  const announcement = JSON.stringify({ did: "lamp", model: "jia.light.white", name: "Lamp", room: "Study" });
  await lamp.publishAsync("miot/lamp/device", announcement, { retain: true });
  await lamp.publishAsync("miot/lamp/availability", "online", { retain: true });
  await lamp.subscribeAsync("miot/lamp/down");

  const first = await start(folder, broker.url);
  const heard = new Promise((resolve) => lamp.once("message", resolve));
  const said = ownerFetch(`${first.url}/api/assistant`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ text: "turn on the study lamp" }),
  }).catch(() => null);
  await heard;
  await vi.waitUntil(
    async () => (await (await ownerFetch(`${first.url}/api/audit`)).text()).includes('"unknown"'),
    10_000,
  );
  first.child.kill("SIGKILL");
  await said;

  const { url, told } = await start(folder, broker.url);
  expect(told()).toContain("Jia ended while 1 command was under way");
  expect(await (await ownerFetch(`${url}/api/audit`)).json()).toMatchObject({
    entries: [
      {
        said: "turn on the study lamp",
        origin: { kind: "conversation" },
        outcomes: [{ id: "miot:lamp", property: "light.on", value: true, status: "unknown" }],
        ms: 0,
      },
    ],
  });
  const why = async (language: string) => {
    const answer = await ownerFetch(`${url}/api/why?device=miot:lamp`, { headers: { "accept-language": language } });
    return z.object({ text: z.string() }).parse(await answer.json()).text;
  };
  expect(await why("en")).toMatch(/somebody said "turn on the study lamp"; .* what came of it is not known\.$/);
  expect(await why("zh")).toMatch(/指令已发出，但结果未知。$/);
}, 30_000);
