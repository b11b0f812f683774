import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import type { App } from "../../src/app.ts";
import { runningApp } from "../support/app.ts";
import { calls, ModelServer, words } from "../support/model-server.ts";
import { ownerFetch } from "../support/owner.ts";

const model = new ModelServer();
/** Requests to the listed origin. */
const received: string[] = [];
const hook = createServer((request, response) => {
  let body = "";
  request.on("data", (piece) => {
    body += String(piece);
  });
  request.on("end", () => {
    received.push(body);
    response.writeHead(204).end();
  });
});
let app: App;
let listed: string;
beforeAll(async () => {
  await model.start();
  const { promise, resolve } = Promise.withResolvers<void>();
  hook.listen(0, "127.0.0.1", resolve);
  await promise;
  listed = `http://127.0.0.1:${(hook.address() as AddressInfo).port}`;
  app = await runningApp({
    JIA_MODEL: "xiaomi/hunter-alpha",
    JIA_MODEL_URL: model.url,
    OPENROUTER_API_KEY: "sk-or-not-to-be-seen",
    JIA_MODEL_HIDDEN: "hallway-lock",
    JIA_OUTGOING: listed,
  });
});
afterAll(async () => {
  await app.stop();
  await model.stop();
  hook.close();
});

async function post(path: string, body: object): Promise<{ readonly status: number; readonly text: string }> {
  const headers = { "content-type": "application/json" };
  const answer = await ownerFetch(`${app.url}${path}`, { method: "POST", headers, body: JSON.stringify(body) });
  return { status: answer.status, text: await answer.text() };
}

it("a whole Jia sends notices to a listed origin of this machine, and to no other", async () => {
  const sending = (webhook: string) => ({
    id: "tell",
    name: "Tell",
    triggers: [{ type: "time", at: "04:00" }],
    actions: [{ type: "notify", message: "up", webhook }],
  });
  expect((await post("/api/automations", sending(`${app.url}/api/timers`))).status).toBe(400);
  expect((await post("/api/automations", sending(`${listed}/x`))).status).toBe(201);
  const run = z.object({ status: z.string() }).parse(JSON.parse((await post("/api/automations/tell/run", {})).text));
  expect(run.status).toBe("done");
  expect(received.map((body) => JSON.parse(body))).toMatchObject([{ message: "up", automation: "tell", name: "Tell" }]);
});

it("a whole Jia tells its model nothing of a hidden device, and commands it by the local understanding", async () => {
  model.play(calls([{ tool: "find_devices", args: { room: "hallway" } }]), words("A fine hallway."), words("Indeed."));
  const said = await post("/api/assistant", { text: "what could one say about this hallway in a poem" });
  expect(said.status).toBe(200);
  const sent = JSON.stringify(model.requests.map(({ body }) => body));
  expect(sent).toContain("hallway-doorbell");
  expect(sent).not.toMatch(/hallway-lock|门锁|入户门|front door/i);
  expect((await post("/api/assistant", { text: "lock the front door" })).text).toContain("hallway-lock");
});
