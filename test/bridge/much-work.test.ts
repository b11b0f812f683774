import { connectAsync } from "mqtt";
import { afterEach, expect, it } from "vitest";
import { Backlog } from "../../src/bridge/backlog.ts";
import { DiscoveryDialect } from "../../src/bridge/discovery/index.ts";
import { Broker, type DialectOutput, MiotDialect } from "../../src/bridge/index.ts";
import { OrderedWork } from "../../src/bridge/time-slices.ts";
import { homeOnBridge, setOne } from "../support/home-on-bridge.ts";
import { oneLamp } from "../support/one-lamp.ts";
import { NO_SPECS } from "../support/scenario-home.ts";
import { until } from "../support/until.ts";

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

/** Some milliseconds of work for 40 bytes. */
const SLOW =
  "{% for a in range(70) %}{% for b in range(70) %}{% if a == b %}{% endif %}{% endfor %}{% endfor %}{{ value }}";

it("a message that a thousand components render does not delay other devices, and its rendering is bounded", async () => {
  const broker = new Broker({ port: 0 });
  await broker.start();
  cleanups.push(() => broker.stop());
  const simulator = await oneLamp(broker.url);
  cleanups.push(() => simulator.stop());
  const { home, bridge } = homeOnBridge({
    links: [
      { connection: { url: broker.url }, dialects: [new MiotDialect({ specs: NO_SPECS }), new DiscoveryDialect()] },
    ],
  });
  bridge.start(home);
  cleanups.push(() => bridge.stop());
  await bridge.ready();
  const stranger = await connectAsync(broker.url);
  cleanups.push(() => stranger.endAsync(true));
  for (const device of ["one", "two"]) {
    const components = Object.fromEntries(
      Array.from({ length: 500 }, (_, index) => [
        `c${index}`,
        { p: "sensor", unique_id: `${device}${index}`, name: `value ${index}`, state_topic: "t", value_template: SLOW },
      ]),
    );
    const config = JSON.stringify({ device: { identifiers: [device] }, components });
    await stranger.publishAsync(`homeassistant/device/${device}/config`, config, { qos: 1 });
  }
  await until("the devices", () => home.device("ha:two") && home.device("miot:lamp")?.online);
  const rendered = () => ["ha:one", "ha:two"].reduce((sum, id) => sum + (home.device(id)?.state.size ?? 0), 0);
  await stranger.publishAsync("t", "42", { qos: 1, retain: true });
  await until("the first components", () => rendered() > 0);
  expect(await setOne(home, "miot:lamp", "light.on", true)).toMatchObject({ status: "confirmed" });
  const atAnswer = rendered();
  const work = () => bridge.status.problems.find(({ code }) => code === "too-much-work");
  await until("the end of the message", work);
  // The lamp had answered while the message was still being rendered.
  expect(atAnswer).toBeLessThan(rendered());
  expect(rendered()).toBeLessThan(1000);
  expect(work()).toMatchObject({ topic: "t", count: 1 });
});

it("pieces of work take turns; slow work comes last", async () => {
  const backlog = new Backlog();
  const done: string[] = [];
  const work = (name: string, left: number, last: boolean): void =>
    backlog.add(() => {
      done.push(`${name}${left}`);
      if (left > 1) work(name, left - 1, last);
    }, last);
  work("slow", 2, true);
  work("a", 3, false);
  work("b", 2, false);
  expect(done).toEqual([]);
  await until("all of it", () => backlog.size === 0);
  expect(done).toEqual(["a3", "b2", "a2", "b1", "a1", "slow2", "slow1"]);
});

it("messages that arrive while the one before on their topic is handled follow it, only the newest of them", () => {
  const turns = new OrderedWork();
  const about = { topic: "t" };
  const said: string[] = [];
  /** A message of which each piece takes a slice of time. */
  const message = (name: string) =>
    function* (): Generator<readonly DialectOutput[]> {
      for (const piece of [1, 2]) {
        const end = performance.now() + 5;
        while (performance.now() < end);
        said.push(`${name}${piece}`);
        yield [];
      }
    };
  let outputs = turns.run("t", message("a"), about);
  expect(said).toEqual(["a1"]);
  expect([turns.run("t", message("b"), about), turns.run("t", message("c"), about)]).toEqual([[], []]);
  turns.run("other", message("x"), about);
  expect(said).toEqual(["a1", "x1"]);
  for (let more = outputs.find(({ kind }) => kind === "more"); more?.kind === "more"; ) {
    outputs = [...more.go()];
    more = outputs.find(({ kind }) => kind === "more");
  }
  expect(said).toEqual(["a1", "x1", "a2", "c1", "c2"]);
});
