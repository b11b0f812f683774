import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { expect, it } from "vitest";
import { createLogger } from "../../src/log.ts";
import { runningApp } from "../support/app.ts";
import { ownerFetch } from "../support/owner.ts";

it("the log has one line for a turn, with the id of its request and without what was said", async () => {
  const sink = new PassThrough();
  const app = await runningApp({}, { log: createLogger("info", sink) });
  const say = (id: string) =>
    ownerFetch(`${app.url}/api/assistant`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-request-id": id },
      body: JSON.stringify({ text: "turn on the floor lamp in the living room" }),
    });
  const given = await say("proxy-7");
  const made = await say("no id\tof any proxy");
  await app.stop();
  sink.end();
  expect(given.headers.get("x-request-id")).toBe("proxy-7");
  const own = made.headers.get("x-request-id");
  expect(own).toMatch(/^[\w-]{6,40}$/);
  const lines = (await text(sink)).trim().split("\n");
  const turns = lines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === "turn");
  expect(turns).toMatchObject([
    { request: "proxy-7", path: "local", failed: false, outcomes: 1 },
    { request: own, path: "local", failed: false, outcomes: 1 },
  ]);
  expect(new Set(turns.map(({ turn }) => turn)).size).toBe(2);
  expect(lines.join("\n")).not.toMatch(/floor lamp/i);
});
