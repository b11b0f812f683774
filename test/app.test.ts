import { once } from "node:events";
import { createServer } from "node:net";
import { PassThrough } from "node:stream";
import { setTimeout as wait } from "node:timers/promises";
import { expect, it } from "vitest";
import { startApp } from "../src/app.ts";
import { loadConfig } from "../src/config/index.ts";
import { createLogger } from "../src/log.ts";

it("leaves nothing running when the broker of the simulation cannot be reached", async () => {
  let attempts = 0;
  const server = createServer((socket) => {
    attempts += 1;
    socket.destroy();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" ? address?.port : 0;
  try {
    const env = { MQTT_URL: `mqtt://127.0.0.1:${port}`, JIA_SIMULATE: "true", JIA_PORT: "0" };
    const { config } = loadConfig({ flags: {}, env, cwd: process.cwd() });
    const log = createLogger("silent", new PassThrough());
    const { signal } = new AbortController();
    const started = startApp({ config, root: process.cwd(), language: "en", memory: true, env: {}, log, signal });
    await expect(started).rejects.toMatchObject({ code: "broker-unreachable" });
    const before = attempts;
    await wait(3_000);
    expect([before > 0, attempts - before]).toEqual([true, 0]);
  } finally {
    server.close();
  }
}, 20_000);
