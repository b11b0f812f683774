import type { AedesOptions } from "aedes";
import { afterEach, expect, it } from "vitest";
import { Connection, type DialectProblem } from "../../src/bridge/index.ts";
import { QUICK } from "../support/bridged-home.ts";
import { ruledBroker } from "../support/ruled-broker.ts";
import { until } from "../support/until.ts";

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

/** A broker with rules of its own, and a connection to it. */
async function connected(options: Partial<AedesOptions>, filters: readonly string[]) {
  const broker = await ruledBroker(options);
  cleanups.push(() => broker.stop());
  const heard: string[] = [];
  const problems: DialectProblem[] = [];
  const made = new Connection(
    { url: broker.url, backoff: QUICK },
    filters,
    {
      message: ({ topic }) => heard.push(topic),
      connected: () => {},
      disconnected: () => {},
      problem: (problem) => problems.push(problem),
    },
    Date.now,
  );
  made.start();
  cleanups.push(() => made.stop());
  return { made, heard, problems };
}

const message = (topic: string, payload = "x") => ({ topic, payload, qos: 0, retain: false }) as const;

it("one filter of 1,200 that makes the broker disconnect is left out and reported; the others bring messages", async () => {
  const filters = Array.from({ length: 1200 }, (_, index) => `f/${index}`);
  const { made, heard, problems } = await connected(
    {
      authorizeSubscribe: (client, subscription, done) => {
        if (subscription.topic === "f/777") client.close();
        else done(null, subscription);
      },
    },
    filters,
  );
  await made.ready(8000);
  expect(made.status.missing).toEqual([{ filter: "f/777", reason: "ends-connection" }]);
  expect(problems).toMatchObject([{ code: "ends-connection", topic: "f/777" }]);
  for (const topic of ["f/0", "f/776", "f/778", "f/1199"]) made.publish(message(topic));
  await until("the messages", () => heard.length === 4);
});

it("a publication that makes the broker disconnect is left out after the second time, and reported", async () => {
  const { made, heard, problems } = await connected(
    {
      authorizePublish: (client, packet, done) => {
        if (packet.topic === "bad" && packet.payload.length > 10) client?.conn.destroy();
        else done(null);
      },
    },
    ["#"],
  );
  const long = message("bad", "x".repeat(20));
  for (let time = 1; time <= 2; time += 1) {
    await made.ready(8000);
    expect(made.refusal(long)).toBeNull();
    made.publish(long);
    await until("the end", () => !made.connected);
  }
  await made.ready(8000);
  const { connections } = made.status;
  expect(made.refusal(long)).toEqual({ reason: "ends-connection" });
  expect(made.publish(long)).toBe(false);
  made.publish(message("bad", "short"));
  made.publish(message("good"));
  await until("what is fine", () => heard.includes("bad") && heard.includes("good"));
  expect(made.status.connections).toBe(connections);
  expect(problems).toContainEqual(expect.objectContaining({ code: "ends-connection", topic: "bad" }));
});

it("a refused subscription is reported; only those of the beginning count as missing", async () => {
  const { made, problems } = await connected(
    {
      authorizeSubscribe: (_client, subscription, done) =>
        done(null, subscription.topic === "open" ? subscription : null),
    },
    ["open", "secret"],
  );
  await made.ready(8000);
  made.subscribe(["foreign"]);
  await until("the refusals", () => problems.length === 2);
  expect(problems.map(({ code, topic }) => `${code} ${topic}`)).toEqual([
    "subscription-refused secret",
    "subscription-refused foreign",
  ]);
  expect(made.status.missing).toMatchObject([{ filter: "secret", reason: "refused" }]);
});
