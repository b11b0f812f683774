import { afterEach, expect, it } from "vitest";
import { Bridge, Broker, type Dialect } from "../../src/bridge/index.ts";
import { type Home, systemClock } from "../../src/home/index.ts";
import { described, LIGHT, set, testHome, testSpec } from "../support/home.ts";
import { until } from "../support/until.ts";

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

const writeOnly = testSpec("light", "light", [["on", { format: "bool", access: ["write"] }]]);

/** A dialect that finds two devices once connected, and has no words for any command. */
const wordless: Dialect = {
  name: "test",
  filters: [],
  accepts: () => false,
  receive: () => [],
  encode: () => ({ publications: [], confirmation: "none" }),
  connected: () => [],
  settled: () =>
    [described("mute", { reports: false, spec: LIGHT }), described("blind", { spec: writeOnly })].map((device) => ({
      kind: "device",
      device,
    })),
};

async function bridged(dialect: Dialect): Promise<{ readonly home: Home; readonly bridge: Bridge }> {
  const broker = new Broker({ port: 0 });
  await broker.start();
  cleanups.push(() => broker.stop());
  const link = { connection: { url: broker.url }, dialects: [dialect] };
  const bridge = new Bridge({ links: [link], clock: systemClock, settle: 1 });
  const { home } = testHome([], { transport: bridge });
  bridge.start(home);
  cleanups.push(() => bridge.stop());
  await bridge.ready();
  return { home, bridge };
}

it("the bridge does not report as accepted a command that was not sent", async () => {
  const { home } = await bridged(wordless);
  await until("the devices", () => home.size === 2);
  const commands = [set("mute", { "light.on": true, "light.brightness": 5 }), set("blind", { "light.on": true })];
  const { outcomes } = await home.execute(commands, { kind: "person" });
  expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
});

it("the bridge survives an exception in a dialect and reports a problem", async () => {
  const fails = (): never => {
    throw new TypeError("a mistake");
  };
  const { bridge } = await bridged({ ...wordless, settled: fails, tick: fails });
  await until("the problems", () => (bridge.status.problems[0]?.count ?? 0) >= 2);
  expect(bridge.status.problems).toMatchObject([{ code: "failed-test", detail: "a mistake" }]);
});
