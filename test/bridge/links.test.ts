import { afterEach, describe, expect, it } from "vitest";
import { MiotDialect } from "../../src/bridge/index.ts";
import { Simulator } from "../../src/simulator/index.ts";
import { QUICK } from "../support/bridged-home.ts";
import { BROKERS } from "../support/broker.ts";
import { homeOnBridge, setOne } from "../support/home-on-bridge.ts";
import { NO_SPECS, scenarioHome } from "../support/scenario-home.ts";
import { until } from "../support/until.ts";

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

/** A broker with one device of the scenarios' home behind it. */
async function brokerWith(id: string) {
  const broker = BROKERS.aedes();
  await broker.start();
  cleanups.push(() => broker.stop());
  const simulator = new Simulator({
    home: scenarioHome(),
    connection: { url: broker.url },
    only: (device) => device.id === id,
    behaviours: "instant",
    tick: 0,
  });
  await simulator.start();
  cleanups.push(() => simulator.stop());
  return { broker, simulator };
}

describe("two brokers that speak one dialect", () => {
  it("each get the commands for their devices, and one works on without the other", async () => {
    const buttons = await brokerWith("button");
    const lamps = await brokerWith("lamp");
    const { home, bridge } = homeOnBridge({
      links: [buttons, lamps].map(({ broker }) => ({
        connection: { url: broker.url, backoff: QUICK },
        dialects: [new MiotDialect({ specs: NO_SPECS })],
      })),
    });
    bridge.start(home);
    cleanups.push(() => bridge.stop());
    await until("both devices", () => home.device("miot:lamp")?.online && home.device("miot:button")?.online);
    expect(await setOne(home, "miot:lamp", "light.on", true)).toMatchObject({ status: "confirmed" });
    await buttons.simulator.stop();
    await buttons.broker.stop();
    await until("the end of the first", () => bridge.status.links[0]?.connected === false);
    expect(await setOne(home, "miot:lamp", "light.on", false)).toMatchObject({ status: "confirmed" });
    expect(bridge.status.links.map(({ connected }) => connected)).toEqual([false, true]);
  });
});
